"""Feeds, tables, archives and mailboxes: many articles in one file, and a broken one among them stops none of the others."""

import gzip
import io
import json
import zipfile

import pytest

from kg.errors import UnreadableArticle
from kg.read import articles, read
from kg.read.feed import sitemap

BODY = "Menteri Perdagangan Fiji dan Menteri Perdagangan Chili menandatangani nota kesepahaman tentang perikanan di Suva pada hari Selasa."
OTHER = "Министр торговли Фиджи и министр торговли Чили подписали меморандум о рыболовстве в Суве во вторник."
RSS = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Warta Pulau</title>
<item><title>Fiji dan Chili &amp; ikan</title><link>https://warta.example/1</link><pubDate>Sel, 15 Apr 2025 09:00:00 +0700</pubDate>
<description>&lt;p&gt;{BODY}&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;</description></item>
<item><title></title><description></description></item>
<item><title>Рыба</title><link>javascript:alert(1)</link><pubDate>Tue, 15 Apr 2025 09:00:00 GMT</pubDate><description>{OTHER}</description></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Warta Pulau</title><entry><title>Fiji dan Chili</title>
<link href="https://warta.example/2"/><published>2025-04-15T09:00:00Z</published><author><name>Budi Laut</name></author>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""
RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Warta Pulau</title></channel><item rdf:about="https://warta.example/3"><title>Fiji dan Chili</title><link>https://warta.example/3</link>
<description>{BODY}</description><dc:date>2025-04-15T09:00:00Z</dc:date></item></rdf:RDF>"""


def put(folder, name, data):
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def parted(found):
    found = list(found)
    return [a for a in found if not isinstance(a, UnreadableArticle)], [str(e) for e in found if isinstance(e, UnreadableArticle)]


def test_a_feed_gives_its_entries_and_goes_on_past_an_empty_one(tmp_path):
    good, bad = parted(articles(put(tmp_path, "feed.xml", RSS)))
    assert [(a.title, a.published, a.publisher, a.url, a.lang) for a in good] == [
        ("Fiji dan Chili & ikan", "2025-04-15", "Warta Pulau", "https://warta.example/1", "id"),
        ("Рыба", "2025-04-15", "Warta Pulau", None, "ru"),
    ]
    assert BODY in good[0].text and "alert" not in good[0].text
    assert bad == [f"{tmp_path / 'feed.xml'}: entry 2: neither title nor text; expected an article"]


@pytest.mark.parametrize("feed", [ATOM, RDF])
def test_atom_and_rdf_feeds_are_read(tmp_path, feed):
    (article,), bad = parted(articles(put(tmp_path, "feed.xml", feed)))
    assert (article.title, article.published, article.publisher) == ("Fiji dan Chili", "2025-04-15", "Warta Pulau")
    assert BODY in article.text and not bad


def test_a_feed_with_undeclared_entities_control_characters_and_a_cut_end_still_gives_what_is_whole(tmp_path):
    broken = RSS.replace("Fiji dan Chili &amp; ikan", "Fiji &nbsp; Chili & ikan\x0b").split("<item><title></title>")[0]
    (article,), _ = parted(articles(put(tmp_path, "feed.rss", broken)))
    assert article.published == "2025-04-15" and BODY in article.text


def test_a_json_feed_is_read(tmp_path):
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Warta Pulau", "items": [
        {"title": "Fiji dan Chili", "url": "https://warta.example/4", "content_html": f"<p>{BODY}</p>", "date_published": "2025-04-15T01:00:00Z", "authors": [{"name": "Budi Laut"}]},
    ]}
    (article,), _ = parted(articles(put(tmp_path, "feed.json", json.dumps(feed))))
    assert (article.title, article.author, article.url, article.published) == ("Fiji dan Chili", "Budi Laut", "https://warta.example/4", "2025-04-15")


def test_a_feed_is_not_fetched_from_where_its_text_points(tmp_path):
    _, bad = parted(articles(put(tmp_path, "feed.rss", "http://127.0.0.1:1/feed.xml")))
    assert bad == [f"{tmp_path / 'feed.rss'}: no entries; expected an RSS, Atom, RDF or JSON feed"]


def test_a_sitemap_lists_addresses_and_is_no_article(tmp_path):
    data = b"""<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://warta.example/5</loc><lastmod>2025-04-15</lastmod></url>
    <url><loc>file:///etc/passwd</loc></url></urlset>"""
    assert [(s.url, s.published, s.nested) for s in sitemap(data, "x")] == [("https://warta.example/5", "2025-04-15", False)]
    _, bad = parted(articles(put(tmp_path, "sitemap.xml", data)))
    assert "kg follow add" in bad[0]


def test_entities_of_a_sitemap_reach_no_file(tmp_path):
    secret = put(tmp_path, "secret", "https://secret.example/")
    data = f'<!DOCTYPE u [<!ENTITY x SYSTEM "{secret.as_uri()}">]><urlset><url><loc>&x;</loc></url></urlset>'
    assert sitemap(data.encode(), "x") == []


def test_json_lines_give_an_article_a_line_and_name_the_line_that_is_none(tmp_path):
    lines = [json.dumps({"headline": "Ikan", "body": BODY, "date": "15 April 2025", "id": "one"}), "{broken", "", json.dumps({"x": 1}), json.dumps([1])]
    good, bad = parted(articles(put(tmp_path, "t.jsonl", "\n".join(lines))))
    assert [(a.id, a.title, a.published) for a in good] == [("one", "Ikan", "2025-04-15")]
    assert [b.split(": ")[1] for b in bad] == ["line 2", "line 4", "line 5"]


def test_columns_are_named_by_the_user(tmp_path):
    table = f'judul;isi;tanggal\n"Ikan; laut";"{BODY}";15/04/2025\nKosong;;\n'
    path = put(tmp_path, "t.csv", table)
    good, bad = parted(articles(path, columns={"title": "judul", "text": "isi", "published": "tanggal"}))
    assert [(a.title, a.published) for a in good] == [("Ikan; laut", "2025-04-15")]
    assert bad == [f"{path}: line 3: no text in it (columns 'judul', 'isi', 'tanggal'); expected 'text', or say --map text=COLUMN"]


def test_a_zip_gives_the_articles_in_it_and_nothing_is_written_outside(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name in ("b.txt", "../../escaped.txt", "photo.jpg", ".hidden.txt", "__MACOSX/b.txt"):
            archive.writestr(name, f"{name}\n\n{BODY}")
        archive.writestr("empty.txt", "")
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    good, bad = parted(articles(put(folder, "a.zip", packed.getvalue())))
    assert sorted(a.id for a in good) == ["a/b.txt"] and len(bad) == 1 and "empty.txt" in bad[0]
    assert sorted(p.name for p in tmp_path.rglob("*") if p.is_file()) == ["a.zip"]


def test_a_bomb_in_an_archive_is_cut_and_the_rest_is_read(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 40_000_000)
        archive.writestr("good.txt", BODY)
    good, bad = parted(articles(put(tmp_path, "a.zip", packed.getvalue())))
    assert [a.id for a in good] == ["a/good.txt"] and "32 MB" in bad[0]


def test_archives_in_archives_end(tmp_path):
    data = BODY.encode()
    name = "x.txt"
    for level in range(5):
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr(name, data)
        data, name = packed.getvalue(), f"{level}.zip"
    good, bad = parted(articles(put(tmp_path, "a.zip", data)))
    assert not good and "deep" in bad[0]


def record(url, status, kind, data):
    answer = f"HTTP/1.0 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + data
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{hash(url) & 0xFFFF:012}>\r\nWARC-Target-URI: {url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    return gzip.compress(head.encode() + answer + b"\r\n\r\n")


def test_a_web_archive_gives_the_pages_that_were_answered(tmp_path):
    page = f"<html><head><title>Ikan</title></head><body><article><h1>Ikan</h1><p>{BODY}</p><p>{BODY.replace('Selasa', 'Rabu')}</p></article></body></html>".encode()
    records = [record("https://warta.example/6", "200 OK", "text/html", page), record("https://warta.example/x", "404 Not Found", "text/html", page), record("https://warta.example/i", "200 OK", "image/png", b"x")]
    (article,), bad = parted(articles(put(tmp_path, "a.warc.gz", b"".join(records))))
    assert article.url == "https://warta.example/6" and BODY in article.text and not bad
    good, bad = parted(articles(put(tmp_path, "cut.warc.gz", records[0] + records[1][:60])))
    assert [a.url for a in good] == ["https://warta.example/6"]
    good, bad = parted(articles(put(tmp_path, "no.warc", b"WARC/nonsense\r\n\r\n")))
    assert not good and len(bad) == 1


def test_a_gzipped_table_is_read(tmp_path):
    (article,), _ = parted(articles(put(tmp_path, "t.jsonl.gz", gzip.compress(json.dumps({"text": BODY}).encode()))))
    assert article.text == BODY


LETTER = f"From: Warta Pulau <news@warta.example>\r\nTo: x@example.org\r\nSubject: =?utf-8?b?SWthbiDigJQgbGF1dA==?=\r\nDate: Tue, 15 Apr 2025 09:00:00 +0700\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{BODY}</p><style>p{{}}</style>\r\n"


def test_a_letter_is_an_article(tmp_path):
    (article,), _ = parted(articles(put(tmp_path, "n.eml", LETTER)))
    assert (article.title, article.published, article.publisher) == ("Ikan — laut", "2025-04-15", "Warta Pulau")
    assert BODY in article.text


def test_a_mailbox_gives_its_letters(tmp_path):
    box = "".join(f"From x@example.org Tue Apr 15 09:00:00 2025\n{letter}\n" for letter in (LETTER.replace("\r\n", "\n"), "Subject: Kosong\nFrom: y@example.org\n\n", LETTER.replace("\r\n", "\n").replace("Selasa", "Rabu")))
    good, bad = parted(articles(put(tmp_path, "n.mbox", box)))
    assert [a.id for a in good] == ["n/1", "n/3"] and "letter 2" in bad[0]


def test_standard_input_is_known_by_its_first_bytes(monkeypatch):
    import sys

    for data, title in ((RSS, "Fiji dan Chili & ikan"), (json.dumps({"title": "Ikan", "text": BODY}), "Ikan"), (LETTER, "Ikan — laut")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        assert next(read("-")).title == title


def test_a_picture_under_the_name_of_nothing_is_refused(tmp_path):
    _, bad = parted(articles(put(tmp_path, "photo", b"\x89PNG\r\n\x1a\n\x00\x00\x00")))
    assert len(bad) == 1 and "no article" in bad[0]
