"""Pages of different make become articles."""

import json

import pytest

from kg.errors import UnreadableArticle
from kg.read import read

BODY = [
    "Indonesia dan Peru menandatangani perjanjian perdagangan di Jakarta pada Senin, setelah perundingan selama empat belas bulan.",
    "Menteri Perdagangan mengatakan perjanjian itu akan berlaku setelah diratifikasi oleh parlemen kedua negara pada tahun depan.",
    "Kedua menteri juga membahas kerja sama di bidang perikanan, pertambangan, dan pendidikan tinggi dengan para rektor universitas.",
]
TITLE = "Indonesia dan Peru Teken Perjanjian Dagang"


def article(tmp_path, markup, encoding="utf-8"):
    path = tmp_path / "page.html"
    path.write_bytes(markup.encode(encoding))
    (found,) = read(path)
    return found


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><title>{TITLE}</title>{head}</head><body><nav><a href='/'>Beranda</a></nav><article><h1>{TITLE}</h1>{body}</article></body></html>"


def test_json_ld_tells_date_and_publisher(tmp_path):
    data = {"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "headline": TITLE, "datePublished": "2025-08-11T14:05:00+07:00", "publisher": {"@type": "Organization", "name": "Warta Bahari"}}]}
    found = article(tmp_path, page("".join(f"<p>{p}</p>" for p in BODY), f'<script type="application/ld+json">{json.dumps(data)}</script>'))
    assert (found.title, found.published, found.publisher, found.lang) == (TITLE, "2025-08-11", "Warta Bahari", "id")
    assert found.text.startswith(TITLE)
    assert all(p in found.text for p in BODY)


def test_a_body_of_line_breaks_without_metadata_is_read(tmp_path):
    found = article(tmp_path, page("<div>" + "<br><br>".join(BODY) + "</div>"))
    assert all(p in found.text for p in BODY)


def test_broken_json_ld_is_passed_over(tmp_path):
    found = article(tmp_path, page("".join(f"<p>{p}</p>" for p in BODY), '<script type="application/ld+json">{"@type": </script>'))
    assert found.title == TITLE


def test_a_declared_charset_is_believed(tmp_path):
    body = "".join(f"<p>Министры России и Кубы подписали меморандум о сотрудничестве в области связи, сообщила пресс-служба. Часть {n}.</p>" for n in range(4))
    markup = f"<html><head><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><title>Подписан меморандум</title></head><body><article>{body}</article></body></html>"
    found = article(tmp_path, markup, "cp1251")
    assert found.lang == "ru"
    assert "подписали меморандум" in found.text


def test_a_page_without_text_is_refused(tmp_path):
    with pytest.raises(UnreadableArticle, match="without an article"):
        article(tmp_path, "<html><head><title></title></head><body><script>var x = 1;</script></body></html>")
