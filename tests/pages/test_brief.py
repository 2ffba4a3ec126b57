"""The brief on two countries, as a page, as a file and as Markdown."""

import re

import pytest
from lxml import html
from typer.testing import CliRunner

from kg.cli import app
from kg.errors import BadQuery
from kg.pages import brief
from kg.pages.brief import compose
from kg.pages.view import View

AT, HOSTILE = "2026-06-01", "<script>window.fired=1</script>"


def tree_of(store, a="ID", b="RU", **named):
    return html.fromstring(brief(store, a, b, **{"lang": "en", "at": AT, **named}).body.decode())


def words_of(tree, selector=""):
    found = tree.cssselect(selector) if selector else [tree]
    return " ".join(" ".join(node.text_content() for node in found).split())


def section(tree, heading):
    return next(s for s in tree.cssselect("section") if s.cssselect("h2")[0].text_content() == heading)


def test_who_met_last_with_posts_and_place(told):
    lines = section(tree_of(told), "Who met last").cssselect("ul.meetings > li")
    kazan = next(line for line in lines if "Kazan" in line.text_content())
    assert "Sari Lestari (Menteri Energi)" in words_of(kazan, ".people")
    assert "Pavel Orlov (Menteri Energi Rusia)" in words_of(kazan, ".people")
    assert [time.get("datetime") for time in kazan.cssselect(".when time")] == ["2026-05-12"]
    assert [line.cssselect(".when time")[0].get("datetime") for line in lines] == ["2026-05-20", "2026-05-12", "2026-03-03", "2025-04-15"]


def test_promises_by_what_became_of_them(told):
    signed = section(tree_of(told), "Signed and carried out")
    assert "MoU digital" in words_of(signed)
    before = section(tree_of(told, at="2025-05-01"), "Promised and open")
    assert "proposed by Budi Santosa" in words_of(before)
    assert "MoU digital" in words_of(section(tree_of(told, at="2025-12-24"), "Promised and overdue"))


@pytest.mark.parametrize("at", ["2025-05-01", "2025-12-24", AT])
def test_promises_stand_as_in_kg_timeline(told, at):
    from kg.query.timeline import timeline

    told_of = 0
    for a, b in (("ID", "RU"), ("ID", "KE"), ("ID", "IN")):
        expected = {promise.iri: promise.outcome for promise in timeline(told, a, b, at=at, age=180)}
        view = View.of(told, "en", at)
        found = {one.thing.iri: one.outcome for part in compose(view, a, b, "").sections if part.show == "instruments" for one in part.lines}
        assert found == expected
        told_of += len(found)
    assert told_of


def test_contradictions_give_both_sentences(told):
    text = words_of(section(tree_of(told, "Indonesia", "Кения"), "Contradictions"))
    assert "on 19 June 2025." in text
    assert "on 21 June 2025." in text


def test_who_holds_which_post_on_both_sides(told):
    tree = tree_of(told)
    assert "Sari Lestari" in words_of(section(tree, "Who holds which post: Indonesia"))
    assert "Pavel Orlov" in words_of(section(tree, "Who holds which post: Russia"))


def test_every_line_has_its_source(told):
    tree = tree_of(told)
    lines = [line for line in tree.cssselect("ul.lines > li") if "articles" not in line.getparent().get("class")]
    assert len(lines) > 8
    assert all(line.cssselect("figcaption a.headline") for line in lines)


def test_since_leaves_out_what_is_older_but_for_promises(told):
    tree = tree_of(told, since="2026-05")
    assert "Jakarta" not in words_of(section(tree, "Who met last"), ".lead")
    assert "MoU digital" not in [a.text_content() for a in section(tree, "Signed and carried out").cssselect(".lead a")]
    assert "MoU digital" in words_of(tree_of(told, since="2026", at="2026-02-01"), "ul.instruments")
    assert "since May 2026" in words_of(tree, "header .note")
    for since, heard in (("2025-04", ["new"]), ("2025-05", [])):
        promised = section(tree_of(told, since=since, at="2025-05-20"), "Promised and open")
        assert [badge.text_content() for badge in promised.cssselect(".new")] == heard


def test_countries_without_a_common_article(told):
    assert "No article speaks of the two countries together." in words_of(tree_of(told, "FR", "KE"))
    assert "France – Kenya" in words_of(tree_of(told, "FR", "KE"), "h1")


@pytest.mark.parametrize(("a", "b", "since", "message"), [
    ("ID", "Indonesia", "", "one country"), ("Atlantis", "ID", "", "not a country"), ("ID", "RU", "soon", "not a date"), ("ID", "RU", "2026-1", "not a date"),
])
def test_what_is_asked_for_wrongly_is_one_line(told, a, b, since, message):
    with pytest.raises(BadQuery, match=message):
        brief(told, a, b, lang="en", since=since)


def test_a_file_stands_alone(told):
    body = brief(told, "ID", "RU", lang="id", at=AT, alone=True).body.decode()
    assert "<style>" in body
    assert not re.search(r'(src|href)="/', body)
    assert "Bahan ringkas" in body


def test_markdown_has_a_footnote_for_every_sentence(told):
    text = brief(told, "ID", "RU", lang="en", form="markdown", at=AT).body.decode()
    used, noted = set(re.findall(r"\[\^(\d+)\](?!:)", text)), set(re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE))
    assert used == noted != set()
    assert "**3 March 2026** signing, Moscow: Budi Santosa (Wakil Menteri Digital); Ivan Petrov" in text
    assert "## Who holds which post: Russia" in text
    assert re.search(r"\(Copies: 1\)$", text, re.MULTILINE)
    lines = [line for line in text.splitlines() if line.startswith("- ")]
    assert all("[^" in line or "<http" in line for line in lines if "Latest" not in line)


def test_markdown_has_no_markup_of_an_article(told):
    text = brief(told, "ID", "RU", lang="en", form="markdown", at=AT).body.decode()
    assert HOSTILE not in text
    assert r"\<script\>window.fired=1\</script\>" in text
    assert not re.search(r"(?<!\\)\]\(javascript", text)


def kg(*arguments):
    return CliRunner().invoke(app, list(arguments))


def test_the_command_writes_markdown_or_a_file(folder, tmp_path):
    printed = kg("brief", "Indonesia", "Rusia", "--lang", "id", "--at", AT, "--store", folder)
    assert printed.exit_code == 0, printed.output
    assert printed.output.startswith("# Bahan ringkas: Indonesia – Rusia")
    for name, begins in (("b.md", "# Brief"), ("b.html", "<!doctype html>")):
        assert kg("brief", "ID", "RU", "--at", AT, "-o", str(tmp_path / name), "--store", folder).exit_code == 0
        assert (tmp_path / name).read_text("utf-8").startswith(begins)
    for wrong in (("-o", str(tmp_path / "b.pdf")), ("--lang", "de")):
        assert kg("brief", "ID", "RU", *wrong, "--store", folder).exit_code == 2
