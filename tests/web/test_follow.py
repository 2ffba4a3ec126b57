"""Following a real web server: new pages once, changed pages again, the rest next time."""

import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from kg.build import Report
from kg.errors import InvalidData, StoreError
from kg.fetch import Client, Guard, Limits, Visitor
from kg.follow import Came, Followed, State, add, listed, remove, run
from kg.store import open_store

SENTENCE = "Menteri Perdagangan Fiji dan Menteri Perdagangan Chili menandatangani nota kesepahaman tentang {} di Suva pada hari Selasa."


def page(subject, day=15):
    text = SENTENCE.format(subject)
    return f"<html><head><title>Fiji, Chili dan {subject}</title><meta property='article:published_time' content='2025-04-{day}'></head><body><article><h1>Fiji, Chili dan {subject}</h1><p>{text}</p><p>Kedua menteri juga membahas {subject} pada tahun depan bersama para pengusaha.</p></article></body></html>".encode()


def feed(server, *names, stamp="2025-04-15"):
    items = "".join(f"<entry><title>{n}</title><link href='{server.url}/{n}'/><published>{stamp}T00:00:00Z</published></entry>" for n in names)
    return {"body": f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Warta</title>{items}</feed>".encode(), "kind": "application/atom+xml"}


@pytest.fixture
def follow(server, tmp_path):
    def once(*urls, most=100, **kinds):
        with Client(Guard(frozenset({server.host})), Limits(seconds=60, silence=30)) as client, closing(State(tmp_path / "follow.sqlite")) as state, open_store(str(tmp_path / "graph")) as store:
            visitor = Visitor(client, delay=0, sleep=lambda s: None)
            came = list(run([Followed(url, **kinds) for url in urls], state, visitor, store, most=most))
            return [c for c in came if isinstance(c, Came)], [c for c in came if isinstance(c, Report)], {a.title for a in store.articles()}

    server.pages |= {"/ikan": page("ikan"), "/kopi": page("kopi"), "/teh": page("teh")}
    return once


def test_a_run_takes_what_is_new_and_the_next_one_only_what_is_newer(follow, server):
    server.pages["/feed"] = feed(server, "ikan", "kopi")
    (came,), reports, titles = follow(f"{server.url}/feed")
    assert (came.new, len(reports), titles) == (2, 2, {"Fiji, Chili dan ikan", "Fiji, Chili dan kopi"})
    server.pages["/feed"] = feed(server, "teh", "ikan", "kopi")
    server.asked.clear()
    (came,), reports, titles = follow(f"{server.url}/feed")
    assert (came.new, [r.article.title for r in reports]) == (1, ["Fiji, Chili dan teh"])
    assert [path for _, path, _ in server.asked] == ["/robots.txt", "/feed", "/teh"]


def test_a_feed_that_did_not_change_is_not_read_again(follow, server):
    def conditional(handler):
        if handler.headers.get("If-None-Match") == '"f"':
            return {"body": b"", "status": 304}
        return {**feed(server, "ikan"), "ETag": '"f"'}

    server.pages["/feed"] = conditional
    assert follow(f"{server.url}/feed")[0][0].new == 1
    (came,), reports, _ = follow(f"{server.url}/feed")
    assert (came.new, reports, came.error) == (0, [], None)


def test_a_page_that_changed_takes_the_place_of_the_old_one(follow, server):
    server.pages["/feed"] = feed(server, "ikan")
    follow(f"{server.url}/feed")
    server.pages |= {"/feed": feed(server, "ikan", stamp="2025-04-16"), "/ikan": page("udang")}
    (came,), _, titles = follow(f"{server.url}/feed")
    assert (came.new, titles) == (1, {"Fiji, Chili dan udang"})


def test_what_is_over_the_limit_waits_for_the_next_run(follow, server):
    server.pages["/feed"] = feed(server, "ikan", "kopi", "teh")
    (came,), reports, _ = follow(f"{server.url}/feed", most=2)
    assert (len(reports), came.waiting) == (2, 1)
    (came,), reports, titles = follow(f"{server.url}/feed", most=2)
    assert (came.new, len(reports), came.waiting, len(titles)) == (0, 1, 0, 3)


def test_one_broken_page_and_one_broken_source_stop_nothing(follow, server):
    server.pages |= {"/feed": feed(server, "nowhere", "ikan", "cut"), "/other": b"<html><body>nothing</body></html>"}
    came, reports, titles = follow(f"{server.url}/gone", f"{server.url}/other", f"{server.url}/feed")
    assert ["404" in str(came[0]), "lists no page" in str(came[1]), came[2].waiting] == [True, True, 2]
    assert titles == {"Fiji, Chili dan ikan"} and sorted(r.error is None for r in reports) == [False, False, True]


def test_a_busy_host_is_left_for_next_time(follow, server):
    server.busy = 99
    server.pages["/feed"] = feed(server, "busy", "ikan")
    (came,), _, titles = follow(f"{server.url}/feed")
    assert (came.waiting, titles) == (2, set())
    server.busy = 0
    (came,), _, titles = follow(f"{server.url}/feed")
    assert came.waiting == 0 and "Fiji, Chili dan ikan" in titles


def test_a_section_page_gives_the_articles_that_it_links_to(follow, server):
    server.pages |= {
        "/berita": b"<html><body><a href='/tag/ekonomi'>Ekonomi</a><a href='/berita/fiji-dan-chili-ikan'>a</a><a href='https://elsewhere.example/fiji-dan-chili-kopi'>b</a><a href='/kontak'>c</a></body></html>",
        "/berita/fiji-dan-chili-ikan": page("ikan"),
    }
    (came,), _, titles = follow(f"{server.url}/berita", kind="section")
    assert (came.new, titles) == (1, {"Fiji, Chili dan ikan"})


def test_a_sitemap_and_an_index_of_sitemaps_are_followed(follow, server):
    server.pages |= {
        "/index.xml": {"body": f"<sitemapindex><sitemap><loc>{server.url}/map.xml</loc></sitemap></sitemapindex>".encode(), "kind": "text/xml"},
        "/map.xml": {"body": f"<urlset><url><loc>{server.url}/ikan</loc><lastmod>2025-04-15</lastmod></url></urlset>".encode(), "kind": "text/xml"},
    }
    (came,), _, titles = follow(f"{server.url}/index.xml")
    assert (came.new, titles) == (1, {"Fiji, Chili dan ikan"})


def test_the_list_is_a_plain_file_that_keeps_its_comments(tmp_path):
    path = tmp_path / "follow.txt"
    path.write_text("# mine\nhttps://a.example/feed lang=id\n\n")
    assert add(path, [Followed("https://b.example/", "section"), Followed("https://a.example/feed")]) == [Followed("https://b.example/", "section")]
    assert listed(path) == [Followed("https://a.example/feed", None, "id"), Followed("https://b.example/", "section")]
    assert remove(path, "https://a.example/feed") and not remove(path, "https://a.example/feed")
    assert path.read_text() == "# mine\n\nhttps://b.example/ kind=section\n" or path.read_text().startswith("# mine")
    for line, said in (("feed.xml", "address"), ("https://a.example/ sort=1", "sort"), ("https://a.example/ kind=x", "kind=x")):
        path.write_text(line)
        with pytest.raises(InvalidData, match=f"line 1.*{said}"):
            listed(path)


def test_a_memory_of_another_make_is_refused(tmp_path):
    import sqlite3

    path = tmp_path / "x.sqlite"
    path.write_bytes(b"not a database at all, but long enough to be looked at")
    with pytest.raises(StoreError, match="not the memory"):
        State(path)
    path.unlink()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version=99")
    with pytest.raises(StoreError, match="later version"):
        State(path)


def kg(*arguments, cwd, **env):
    return subprocess.run([sys.executable, "-c", "from kg.cli import main; main()", *map(str, arguments)], capture_output=True, text=True, cwd=cwd, env={**os.environ, "PYTHONPATH": str(Path.cwd()), **env}, timeout=120, check=False)


def test_the_command_line(server, tmp_path):
    server.pages |= {"/feed": feed(server, "ikan"), "/ikan": page("ikan")}
    allow = {"KG_FETCH_ALLOW": server.host}
    refused = kg("follow", "add", f"{server.url}/feed", cwd=tmp_path)
    assert refused.returncode == 1 and "port" in refused.stderr
    assert kg("follow", "add", f"{server.url}/feed", "--lang", "id", cwd=tmp_path, **allow).returncode == 0
    ran = kg("follow", "run", "--delay", "0", cwd=tmp_path, **allow)
    assert ran.returncode == 0 and f"{server.url}/feed: 1 new, 1 added" in ran.stdout, ran
    assert json.loads(kg("follow", "list", "--json", cwd=tmp_path, **allow).stdout)["done"] == 1
    assert kg("follow", "remove", f"{server.url}/feed", cwd=tmp_path).returncode == 0
    assert "nothing is followed" in kg("follow", "run", cwd=tmp_path).stderr


def test_an_address_is_a_source_like_a_file(server, tmp_path):
    server.pages["/ikan"] = page("ikan")
    read = kg("read", f"{server.url}/ikan", "--json", cwd=tmp_path, KG_FETCH_ALLOW=server.host)
    found = json.loads(read.stdout)
    assert (found["title"], found["published"], found["url"]) == ("Fiji, Chili dan ikan", "2025-04-15", f"{server.url}/ikan")
    refused = kg("read", f"{server.url}/ikan", "http://[::1]/", cwd=tmp_path)
    assert refused.returncode == 1 and len(refused.stderr.splitlines()) == 2
