"""Fetching from a real server with every fault that servers have, and never from inside the network."""

import resource
import time

import httpcore
import pytest

from kg.errors import FetchError
from kg.fetch import Client, Guard, Limits, Unchanged, Visitor
from kg.fetch.client import Busy

LIMITS = Limits(bytes=1_000_000, seconds=60, silence=30, redirects=3)
HASTY = Limits(bytes=1_000_000, seconds=1.5, silence=1, redirects=3)  # for servers that never come to an end; another may be slow on a busy machine


@pytest.fixture
def client(server):
    with Client(Guard(frozenset({server.host})), LIMITS) as client:
        yield client


def test_a_page_is_fetched_and_known_again(client, server):
    page = client.get(f"{server.url}/page")
    assert (page.kind, page.etag, page.url) == ("text/html", '"one"', f"{server.url}/page") and b"Ikan" in page.body
    with pytest.raises(Unchanged):
        client.get(f"{server.url}/page", etag=page.etag, modified=page.modified)
    assert server.asked[-1][2]["If-Modified-Since"] == page.modified


def test_a_redirect_is_followed(client, server):
    assert client.get(f"{server.url}/moved").url == f"{server.url}/page"


@pytest.mark.parametrize("path, said", [("slow", "in time|not whole"), ("endless", "MB|not whole|in time"), ("slowhead", "in time")])
def test_a_server_without_end_is_left_soon_with_one_line(server, path, said):
    began = time.monotonic()
    with Client(Guard(frozenset({server.host})), HASTY) as client, pytest.raises(FetchError, match=said) as raised:
        client.get(f"{server.url}/{path}")
    assert time.monotonic() - began < 20
    assert "\n" not in str(raised.value) and server.url in str(raised.value)


@pytest.mark.parametrize("path, said", [
    ("cut", "closed|incomplete|peer"), ("bomb", "more than 1 MB"), ("broken", "."), ("loop", "redirects"), ("picture", "image/png"), ("error", "500"), ("nowhere", "404"),
])
def test_every_fault_ends_in_one_line(client, server, path, said):
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(FetchError, match=said) as raised:
        client.get(f"{server.url}/{path}")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 120_000
    assert "\n" not in str(raised.value) and server.url in str(raised.value)


HOSTILE = [
    "http://127.0.0.1/", "http://localhost/", "http://2130706433/", "http://0x7f000001/", "http://127.1/", "http://0/", "http://[::1]/", "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/", "http://192.168.1.1/", "http://172.16.0.1/",
    "http://100.64.0.1/", "http://224.0.0.1/", "http://[fe80::1%25lo]/", "http://[fd00::1]/", "http://user:x@example.org/", "http://127。0。0。1/", "file:///etc/passwd",
    "ftp://example.org/", "gopher://example.org/", "http:///x", "http://example.org:22/", "http://example.org:99999/", "https://[broken/", "data:text/html,x", "", "//example.org/",
]


@pytest.mark.parametrize("url", HOSTILE)
def test_nothing_inside_the_network_is_reached(url, monkeypatch):
    def connected(*args, **kwargs):
        raise AssertionError(f"connected for {url}")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connected)
    with Client(Guard(), LIMITS) as client, pytest.raises(FetchError):
        client.get(url)


@pytest.mark.parametrize("target", ["http://127.0.0.1:1/secret", "file:///etc/passwd", "http://[::1]/", "//169.254.169.254/", "http://user@127.0.0.1/"])
def test_no_redirect_reaches_inside(client, server, target):
    server.elsewhere = target
    with pytest.raises(FetchError, match=r"inside|refused|no address|port"):
        client.get(f"{server.url}/away")
    assert [path for _, path, _ in server.asked] == ["/away"]


def test_a_name_that_changes_its_mind_is_reached_at_the_address_that_was_checked(monkeypatch):
    import socket

    answers = iter([[(2, 1, 6, "", ("93.184.215.14", 80))], [(2, 1, 6, "", ("127.0.0.1", 80))]])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: next(answers))
    connected = []

    def connect(self, host, port, *args, **kwargs):
        connected.append(host)
        raise httpcore.ConnectError("not here")

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", connect)
    with Client(Guard(), LIMITS) as client:
        with pytest.raises(FetchError):
            client.get("http://rebinding.example/")
        with pytest.raises(FetchError, match="inside the network"):
            client.get("http://rebinding.example/")
    assert connected == ["93.184.215.14"]


def test_a_name_with_one_address_inside_is_refused_whole(monkeypatch):
    import socket

    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("10.0.0.1", 80))])
    with Client(Guard(), LIMITS) as client, pytest.raises(FetchError, match="inside the network"):
        client.get("http://two.example/")


def visitor(client, waits, **more):
    return Visitor(client, sleep=waits.append, clock=lambda: 0.0, **more)


def test_a_busy_host_is_asked_again_when_it_says(client, server):
    waits = []
    assert visitor(client, waits, delay=0).get(f"{server.url}/busy").body
    assert waits == [7.0, 7.0]


def test_a_host_that_stays_busy_is_left_for_next_time(client, server):
    server.busy = 99
    with pytest.raises(Busy, match="429"):
        visitor(client, [], tries=2).get(f"{server.url}/busy")
    assert [path for _, path, _ in server.asked] == ["/robots.txt", "/busy", "/busy"]


def test_robots_txt_is_kept_to_and_asked_for_once(client, server):
    server.pages["/robots.txt"] = {"body": b"User-agent: *\nDisallow: /page\nAllow: /page$\nCrawl-delay: 5\nDisallow: /moved\n", "kind": "text/plain"}
    waits = []
    polite = visitor(client, waits, delay=2)
    assert polite.get(f"{server.url}/page").body and polite.get(f"{server.url}/page").body
    with pytest.raises(FetchError, match=r"robots\.txt"):
        polite.get(f"{server.url}/moved")
    assert [path for _, path, _ in server.asked] == ["/robots.txt", "/page", "/page"]
    assert waits == [5.0]


def test_a_host_whose_robots_txt_fails_is_left_alone(client, server):
    server.pages["/robots.txt"] = {"body": b"", "status": 500}
    with pytest.raises(FetchError, match="500"):
        visitor(client, []).get(f"{server.url}/page")
    assert [path for _, path, _ in server.asked] == ["/robots.txt"]
