"""A source becomes articles, or one clear line says why not."""

import io
import sys

import pytest

from kg.errors import UnreadableArticle
from kg.read import expand, read

TEXT = "Menlu dan sejawatnya bertemu di Ankara.\n\nKedua menteri sepakat membentuk komite bersama yang akan bersidang pada bulan depan di Jakarta."


def one(path, **options):
    (article,) = read(path, **options)
    return article


def test_a_text_file_is_an_article_named_by_its_stem(tmp_path):
    path = tmp_path / "satu.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    article = one(path)
    assert (article.id, article.lang, article.text) == ("satu", "id", TEXT)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_byte_order_mark_is_believed(tmp_path, encoding):
    path = tmp_path / "x.txt"
    path.write_bytes(TEXT.encode(encoding))
    assert one(path).text == TEXT


@pytest.mark.parametrize(("data", "what"), [
    (b"", "empty"), (b" \n\t\n", "empty"), (b"\x00\x01\x02PNG" * 50, "binary"), ("Переговоры прошли в Москве и Джакарте".encode("cp1251"), "windows-1251"),
    (b"\xff\xfe", "white space"),
])
def test_what_is_no_text_is_refused_in_one_line(tmp_path, data, what):
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableArticle, match=what) as raised:
        one(path)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_missing_file_and_a_strange_ending_are_refused(tmp_path):
    with pytest.raises(UnreadableArticle, match="no such file"):
        one(tmp_path / "nowhere.txt")
    (tmp_path / "x.pdf").write_bytes(b"%PDF")
    with pytest.raises(UnreadableArticle, match=r"\.pdf"):
        one(tmp_path / "x.pdf")


def test_a_folder_gives_its_articles_sorted_and_nothing_else(tmp_path):
    (tmp_path / "sub").mkdir()
    for name in ("b.txt", "a.txt", "sub/c.md", ".hidden.txt", "table.ods"):
        (tmp_path / name).write_text(TEXT)
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert [a.id for a in read(tmp_path)] == ["a", "b", "c"]
    assert expand([tmp_path, tmp_path / "a.txt"]) == [tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "sub/c.md"]


def test_a_folder_without_articles_says_so(tmp_path):
    with pytest.raises(UnreadableArticle, match="no article"):
        list(read(tmp_path))


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    assert one("-").text == TEXT


def test_front_matter_is_believed(tmp_path):
    path = tmp_path / "call.md"
    path.write_text('---\ntitle: "Readout of a Call\\\n  \\ with Fiji"\ndate: 2024-05-06 10:00:00\nsource_url: https://www.whitehouse.gov/x/\n---\n\nThe two leaders spoke today about the sea and the sky.\n')
    article = one(path)
    assert (article.title, article.published, article.publisher) == ("Readout of a Call with Fiji", "2024-05-06", "The White House")
    assert article.url == "https://www.whitehouse.gov/x/"
    assert article.text.startswith("\nThe two") or article.text.startswith("The two")


def test_a_heading_of_markdown_is_the_headline_without_its_mark(tmp_path):
    path = tmp_path / "note.md"
    path.write_text("---\ndate: 2024-09-25\n---\n# Fiji and Samoa sign a pact\n\nThe two ministers met in Suva on Wednesday.\n", "utf-8")
    article = one(path)
    assert (article.title, article.published) == ("Fiji and Samoa sign a pact", "2024-09-25")
    assert "#" not in article.text


def test_the_language_that_is_asked_for_is_taken(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text(TEXT)
    assert one(path, lang="ms").lang == "ms"


@pytest.mark.parametrize(("line", "invented"), [("invented: true", True), ("invented: True", True), ("invented: false", False), ("draft: true", False)])
def test_front_matter_says_that_an_article_is_invented(tmp_path, line, invented):
    path = tmp_path / "x.md"
    path.write_text(f"---\ntitle: Talks\n{line}\n---\n\nThe two leaders spoke today about the sea and the sky.\n")
    assert next(iter(read(path))).invented is invented


def test_escapes_in_front_matter_are_read(tmp_path):
    (tmp_path / "note.md").write_text('---\ntitle: "T\\xF4 L\\xE2m\\u2019s visit"\ndate: 2024-09-25\n---\nThe two leaders met in Hanoi.\n', "utf-8")
    (article,) = read(tmp_path / "note.md")
    assert article.title == "Tô Lâm’s visit"
