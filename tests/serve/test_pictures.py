"""Pictures of the server: each view at an address of its own, with a policy under which just its own scripts run."""

import json
from xml.etree import ElementTree as ET

import pytest

from kg.draw.views import VIEWS

ASKED = {
    "pair": {"a": "ID", "b": "RU"}, "matrix": {"about": "ID"}, "timeline": {"about": "ID", "rows": "partner"}, "officials": {"about": "ID"},
    "neighbourhood": {"about": "https://w3id.org/diplokg/country/ID"}, "backbone": {}, "whole": {},
}
HTML = {"Accept": "text/html"}


@pytest.mark.browser
@pytest.mark.parametrize("view", VIEWS)
def test_a_view_is_drawn_in_a_browser_under_its_own_policy(reading, open_page, view):
    page = open_page(viewport={"width": 1280, "height": 800})
    address = reading.client.build_request("GET", f"picture/{view}", params={**ASKED[view], "lang": "id"}).url
    answer = page.goto(str(address))
    assert "'sha256-" in answer.headers["content-security-policy"] and "'self'" not in answer.headers["content-security-policy"]
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.get_attribute("html", "lang") == "id"
    assert page.requested == [str(address)]
    assert page.errors == []


def test_the_same_view_as_a_static_picture_and_as_a_table(reading):
    picture = reading.client.get("picture/pair", params={**ASKED["pair"], "format": "svg"}, headers={"Accept": "image/svg+xml"})
    assert picture.headers["content-type"].startswith("image/svg+xml")
    assert ET.fromstring(picture.content).tag.endswith("svg")
    told = reading.client.get("picture/pair", params=ASKED["pair"], headers={"Accept": "application/json"})
    assert json.loads(told.text)["view"] == "pair"
    assert reading.client.get("picture/pair", params=ASKED["pair"], headers={"Accept": "image/png"}).content.startswith(b"\x89PNG")
    assert reading.client.get("picture/pair", params=ASKED["pair"], headers={"Accept": "text/csv"}).text.count("\r\n") > 1
    again = reading.client.get("picture/pair", params=ASKED["pair"], headers={"Accept": "application/json", "If-None-Match": told.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(("path", "fields", "status", "said"), [
    ("picture/hairball", {}, 404, "there are whole, pair"), ("picture/pair", {"a": "ID"}, 400, "between"), ("picture/pair", {"a": "ID", "b": "Atlantis"}, 400, "Atlantis"),
    ("picture/matrix", {"about": "Atlantis"}, 400, "Atlantis"), ("picture/whole", {"limit": "many"}, 400, "limit"), ("picture/timeline", {"rows": "moon"}, 400, "rows"),
    ("picture/backbone", {"level": "town"}, 400, "level"), ("picture/timeline", {"at": "soon"}, 400, "soon"), ("picture/whole", {"since": "x" * 400}, 400, "characters"),
    ("picture/whole", {"about": ["ID"] * 30}, 400, "things"),
])
def test_what_is_wrong_is_said_in_one_line(reading, path, fields, status, said):
    answer = reading.client.get(path, params=fields, headers=HTML)
    assert answer.status_code == status
    assert said in answer.text and answer.text.count("\n") == 1
    assert answer.headers["content-type"].startswith("text/plain")


def test_another_form_is_refused(reading):
    assert reading.client.get("picture/whole", headers={"Accept": "video/mp4"}).status_code == 406


@pytest.mark.parametrize(("path", "views"), [("country/ID", ("matrix", "timeline", "officials", "neighbourhood")), ("brief/ID/RU", ("pair", "timeline", "officials"))])
def test_pages_lead_to_their_pictures(reading, path, views):
    text = reading.client.get(path, headers=HTML).text
    for view in views:
        assert f'href="/picture/{view}?' in text
