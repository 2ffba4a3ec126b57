"""Five hundred hostile sources of a generator: each gives articles or one line, soon; none reaches the network or writes a file."""

import gzip
import io
import json
import random
import socket
import time
import zipfile
from pathlib import Path

import pytest

from kg.errors import KGError
from kg.read import articles

NUMBER, SECONDS = 500, 20
TEXT = "Menteri Perdagangan Fiji dan Menteri Perdagangan Chili menandatangani nota kesepahaman di Suva."
LAUGHS = "<!DOCTYPE l [<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{i} '{f'&a{i - 1};' * 10}'>" for i in range(1, 10)) + "]>"
OUTSIDE = "<!DOCTYPE l [<!ENTITY x SYSTEM 'http://127.0.0.1:9/secret'><!ENTITY y SYSTEM 'file:///etc/passwd'>]>"
ENDINGS = (".txt", ".md", ".html", ".xml", ".rss", ".json", ".jsonl", ".csv", ".zip", ".gz", ".warc", ".warc.gz", ".eml", ".mbox", ".pdf", ".docx", "")


def zipped(*members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def sound(chance):
    """A sound source of some kind, and its ending."""
    feed = f"<rss><channel><title>W</title><item><title>A</title><link>http://127.0.0.1:9/</link><description>{TEXT}</description></item></channel></rss>"
    page = f"<html><head><base href='http://127.0.0.1:9/'><link rel=canonical href='file:///etc/passwd'><title>A</title></head><body><h1>A</h1>{f'<p>{TEXT}</p>' * 4}<img src='http://127.0.0.1:9/x'></body></html>"
    letter = f"From: a@b.example\nSubject: A\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain; charset=x-unknown\n\n{TEXT}\n--x--\n"
    kinds = [
        (".txt", TEXT.encode()), (".rss", feed.encode()), (".html", page.encode()), (".eml", letter.encode()), (".mbox", b"From a@b Tue Apr 15 09:00:00 2025\n" + letter.encode()),
        (".jsonl", (json.dumps({"text": TEXT}) + "\n").encode() * 3), (".json", json.dumps([{"text": TEXT}]).encode()), (".csv", f"title,text\nA,{TEXT}\n".encode()),
        (".zip", zipped(("a.txt", TEXT), ("../b.txt", TEXT), ("/c.txt", TEXT), ("C:\\d.txt", TEXT), ("e.html", page))), (".gz", gzip.compress(TEXT.encode())),
        (".docx", zipped(("[Content_Types].xml", OUTSIDE + "<l>&x;&y;</l>"), ("word/document.xml", LAUGHS + "<l>&a9;</l>"))),
        (".xml", (LAUGHS + feed.replace(TEXT, "&a9;")).encode()), (".xml", (OUTSIDE + feed.replace(TEXT, "&x;&y;")).encode()), (".html", (LAUGHS + page.replace(TEXT, "&a9;")).encode()),
        (".pdf", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/URI/URI(http://127.0.0.1:9/)>>>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>"),
        (".warc", b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://127.0.0.1:9/\r\nContent-Length: 999999999\r\n\r\nHTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.encode()),
    ]
    return chance.choice(kinds)


def broken(chance, data):
    """The same bytes, spoilt in some way."""
    ways = [
        lambda: data, lambda: data[: chance.randrange(len(data) + 1)], lambda: bytes(chance.randrange(256) for _ in range(2000)), lambda: data.replace(b"<", b"<<", 50),
        lambda: b"".join(bytes([b, chance.choice((0, 7, 11, 27))]) if chance.random() < 0.05 else bytes([b]) for b in data[:20_000]),
        lambda: data + data[: len(data) // 2], lambda: data.decode("utf-8", "replace").encode("utf-16"), lambda: b"\xff\xfe" + data, lambda: b"\xef\xbb\xbf" * 3 + data,
        lambda: data[:50] + b"\x80\x81\xfe" * 100 + data[50:], lambda: gzip.compress(data), lambda: gzip.compress(gzip.compress(data)), lambda: zipped(("x.zip", zipped(("y.txt", data)))),
        lambda: b"[" * 100_000, lambda: b'{"a":' * 50_000, lambda: b"<a>" * 50_000, lambda: b'"' + b"x," * 100_000, lambda: data.replace(b"\n", b"\r"), lambda: b"",
    ]
    return chance.choice(ways)()


def test_five_hundred_hostile_sources(tmp_path, monkeypatch):
    def refused(*args, **kwargs):
        raise AssertionError(f"the network was asked: {args}")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    chance, told = random.Random(25), 0
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(NUMBER):
        ending, data = sound(chance)
        if chance.random() < 0.3:
            ending = chance.choice(ENDINGS)
        path = folder / f"{number}{ending}"
        path.write_bytes(broken(chance, data))
        began = time.process_time()
        for found in articles(path):
            if isinstance(found, KGError):
                told += 1
                assert "\n" not in str(found) and str(path) in str(found), found
            else:
                assert "root:" not in found.text and len(found.text) < 3_000_000
        assert time.process_time() - began < SECONDS, (number, ending)
        path.unlink()
    assert told > NUMBER / 4
    assert list(tmp_path.rglob("*")) == [folder] and not Path("b.txt").exists() and not (tmp_path / "b.txt").exists()


@pytest.mark.parametrize("ending", [".txt", ".html", ".jsonl", ".csv", ".mbox", ".eml"])
def test_one_line_of_a_hundred_megabytes_ends_in_one_line(tmp_path, ending):
    path = tmp_path / f"x{ending}"
    path.write_bytes(b"a" * 100_000_000)
    found = list(articles(path))
    assert [isinstance(f, KGError) for f in found] == [True]
