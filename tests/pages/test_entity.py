"""A page for everything: what it says, with which sentences, in which language and form."""

import re

import pytest
from lxml import html

from kg.model import Article, country
from kg.pages import entity
from kg.pages.entity import PAGES
from kg.store import open_store
from kg.vocabulary import BASE

AT, HOSTILE = "2026-06-01", "<script>window.fired=1</script>"


def shown(store, path, lang="en"):
    """The page as a tree."""
    document = entity(store, path, lang, "html", AT)
    assert document.media_type == "text/html"
    return html.fromstring(document.body.decode())


def words_of(tree, selector=""):
    found = tree.cssselect(selector) if selector else [tree]
    return " ".join(" ".join(node.text_content() for node in found).split())


def test_a_country_shows_its_partners_posts_instruments_events_and_articles(told):
    tree = shown(told, "country/ID")
    assert [h.text_content() for h in tree.cssselect("h2")] == [
        "Briefs by partner country", "Who holds which post", "Instruments", "Meetings and events", "Officials", "Organizations", "Articles",
    ]
    assert "/brief/ID/RU?lang=en" in [a.get("href") for a in tree.cssselect("a")]
    assert "Wikidata Q252" in words_of(tree, ".facts")
    assert {"Indonesia", "Индонезия"} & {h.text_content() for h in tree.cssselect("h1")}


def test_an_instrument_shows_its_life_and_what_became_of_it(told, path_of):
    tree = shown(told, path_of("MoU digital"))
    assert words_of(tree, ".kind").endswith("fulfilled")
    lines = [" ".join(line.text_content().split()) for line in tree.cssselect("ul.reports > li")]
    assert ["proposed" in lines[0], "signed" in lines[-1], "3 March 2026" in lines[-1]] == [True] * 3
    assert "Budi Santosa" in words_of(tree, ".facts")


def test_reports_that_contradict_each_other_are_shown_as_such(told, path_of):
    text = words_of(shown(told, path_of("MoU on sea cable landing stations")))
    assert "Contradiction: on another day than: signed, 19 June 2025" in text
    assert "Contradiction: a step back after" in text
    assert "19 June 2025." in text
    assert "21 June 2025." in text


def test_an_official_shows_posts_meetings_and_words_each_with_its_sentence(told, path_of):
    tree = shown(told, path_of("Budi Santosa"))
    assert "Wakil Menteri Digital" in words_of(tree, "ul.posts")
    assert "Jakarta" in words_of(tree, "ul.meetings")
    assert "Kami berharap ada MoU digital" in words_of(tree, "ul.sayings")
    assert "Budi Santosa" in [mark.text_content() for mark in tree.cssselect("ul.posts mark")]
    lines = [line for line in tree.cssselect("ul.posts > li, ul.meetings > li, ul.sayings > li")]
    assert len(lines) > 3
    assert all(line.cssselect("blockquote") for line in lines)


def test_copies_are_one_source(told, path_of):
    tree = shown(told, path_of("Sari Lestari"))
    assert "sources: 1 · articles: 2" in words_of(tree, "header .note")
    posts = tree.cssselect("ul.posts > li")
    assert len(posts[0].cssselect("blockquote")) == 1
    assert "Copies: 1" in words_of(posts[0], ".copies")
    assert "Kabar Ulang" in words_of(posts[0], ".copies")


def test_an_article_shows_its_sentences_with_findings_and_its_noise_apart(told):
    tree = shown(told, key("jakarta"))
    assert tree.cssselect("h1")[0].text_content() == "Indonesia dan Rusia mempererat kerja sama digital"
    assert [line.text_content() for line in tree.cssselect("ul.noise span[lang=id]")] == ["Baca juga: Banjir surut"]
    assert "Baca juga" not in words_of(tree, "p.sentence, p.plain")
    met = next(p for p in tree.cssselect(".passage") if "bertemu" in p.text_content())
    found = words_of(met, ".findings")
    assert "Wakil Menteri Digital" in found
    assert "events.verb, 0.9" in found
    assert words_of(tree, "p.sentence, p.plain").replace(" ", "") in told_text(told).replace(" ", "")


def key(name):
    """The path of the article with this name."""
    return Article(name, "", "en", url="javascript:window.fired=1" if name == "hostile" else f"https://example.org/{name}").key


def told_text(store):
    return next(str(q.object.value) for q in store.article_graph(key("jakarta")) if str(q.predicate.value).endswith("/text"))


def test_the_copy_and_its_original_name_each_other(told):
    assert "Warta Energi" in words_of(shown(told, key("reactor-copy")), "header.entry .note")
    assert "Kabar Ulang" in words_of(shown(told, key("reactor")), "section[aria-labelledby=copies]")


def test_a_concept_shows_what_it_means_and_what_it_is_said_of(told):
    tree = shown(told, "concept/sector/energy")
    assert words_of(tree, ".definition")
    assert "Menteri energi bertemu di Kazan" in words_of(tree, "ul.articles")
    assert "concept/sector/energy.nuclear" in " ".join(a.get("href") for a in tree.cssselect("ul.things a"))


def test_a_scheme_shows_its_concepts(told):
    assert "signed" in words_of(shown(told, "concept/status"), "ul.things")


def test_posts_and_bodies_have_pages(told, path_of):
    assert "Sari Lestari" in words_of(shown(told, path_of("Kementerian Energi dan Sumber Daya Mineral")))
    assert "Sari Lestari" in words_of(shown(told, path_of("Menteri Energi")))


@pytest.mark.parametrize(("lang", "heading", "status"), [("id", "Garis waktu", "ditandatangani"), ("ru", "Хронология", "подписан")])
def test_pages_speak_the_reader_s_language(told, path_of, lang, heading, status):
    tree = shown(told, path_of("MoU digital"), lang)
    assert tree.get("lang") == lang
    assert heading in words_of(tree, "h2")
    assert status in words_of(tree, "ul.reports strong")
    assert all(f"lang={lang}" in a.get("href") for a in tree.cssselect("main a") if a.get("href").startswith("/"))


def test_foreign_sentences_and_headlines_say_their_language(told, path_of):
    tree = shown(told, path_of("MoU digital"))
    assert {quote.get("lang") for quote in tree.cssselect("blockquote")} == {"id", None}
    assert tree.cssselect("html")[0].get("lang") == "en"


def test_an_instrument_of_two_countries_leads_to_their_brief(told, path_of):
    links = [a.get("href") for a in shown(told, path_of("MoU on sea cable landing stations")).cssselect(".facts a")]
    assert "/brief/ID/KE?lang=en" in links


def test_names_are_in_the_reader_s_language_and_script_where_they_are_known():
    from kg.pages.naming import Name, _thing
    from kg.pages.words import words

    called = [("name", Name("Yury Orlov")), ("altLabel", Name("Юрий Орлов")), ("altLabel", Name("Орлов", "ru")), ("altLabel", Name("Yuri Orlov"))]
    assert [_thing("x", called, {}, words(lang)).name.text for lang in ("en", "id", "ru")] == ["Yury Orlov", "Yury Orlov", "Юрий Орлов"]
    worded = [("prefLabel", Name("nota kerja sama", "id")), ("prefLabel", Name("note on ports with Kenya", "en")), ("prefLabel", Name("note on ports", "en"))]
    assert [_thing("b/instrument/1", worded, {}, words(lang)).name.text for lang in ("en", "id", "ru")] == ["note on ports", "nota kerja sama", "note on ports"]


def test_a_page_says_on_which_days_reports_of_an_event_differ(factory):
    with open_store("memory:") as store:
        for number, (day, words) in enumerate({"2026-02-03": "3 February 2026", "2026-02-04": "4 February 2026"}.items()):
            text = f"Lila Moore met Sari Wening in Nairobi on {words}."
            draft = factory.Draft(Article(f"day-{number}", text, "en", f"Talks {number}", day, f"Paper {number}"))
            people = (draft.official("Lila Moore", "KE", text, "Trade Minister"), draft.official("Sari Wening", "ID", text, "Finance Minister"))
            draft.event("meeting", "ID KE", text, day, "Nairobi", people)
            store.put_article(draft.article, draft.statements)
        tree = shown(store, store.query("SELECT ?e { ?e a <https://w3id.org/diplokg/ontology#Event> }").rows[0][0].value.removeprefix(BASE))
    assert words_of(tree, ".against") == "Reports differ on the day: 3 February 2026 / 4 February 2026"
    assert [line.cssselect("time")[0].get("datetime") for line in tree.cssselect("ul.tellings > li")] == ["2026-02-03", "2026-02-04"]
    assert "Lila Moore (Trade Minister)" in words_of(tree, "ul.people")


def test_what_no_article_dates_has_a_page(factory):
    """Neither the article nor anything in it has a date, a headline, a publisher or an address."""
    with open_store("memory:") as store:
        text = "Lila Moore met Sari Wening in Nairobi and hopes for an MoU on ports."
        draft = factory.Draft(Article("bare", text, "en"))
        draft.say(draft.whole, text, "parties.pair", party=[country("ID"), country("KE")])
        who = draft.official("Lila Moore", "KE", text, "Trade Minister", body=draft.organization("Trade Ministry", "KE", text))
        draft.event("meeting", "ID KE", text, None, "Nairobi", (who,))
        draft.instrument("MoU on ports", "mou", "ID KE", "proposed", text)
        draft.utterance(who, text)
        store.put_article(draft.article, draft.statements)
        paths = {s.value.removeprefix(BASE) for (s,) in store.query("SELECT DISTINCT ?s { ?s a ?c FILTER(!CONTAINS(STR(?s), '/article/')) }")}
        assert {path.partition("/")[0] for path in paths} >= {"country", "event", "instrument", "official", "organization", "post"}
        for path in (*paths, draft.article.key):
            if path.partition("/")[0] in PAGES:
                assert "1970" not in words_of(shown(store, path), "main")


def test_what_is_not_in_the_graph_has_no_page(told):
    for path in ("country/XX", "official/none", "", "nothing", "article/none", "article/none/official/1", "country/I D", "country/<x>", "concept/sector/none"):
        assert entity(told, path, "en", "html", AT) is None, path


def test_what_an_article_names_is_found_on_the_article_s_page(told):
    assert entity(told, f"{key('jakarta')}/evidence/0-51", "en", "html", AT).location == f"/{key('jakarta')}"


def test_an_iri_of_former_times_leads_to_what_it_is_now(factory):
    with open_store("memory:") as store:
        for draft in factory.drafts():
            store.put_article(draft.article, draft.statements)
        moved = [(s.value.removeprefix(BASE), o.value.removeprefix(BASE)) for s, o in store.query("SELECT ?s ?o { ?s <http://www.w3.org/2002/07/owl#sameAs> ?o }")]
        assert moved
        for old, new in moved:
            if old.partition("/")[0] != "source":
                assert entity(store, old, "en", "html", AT).location == f"/{new}"
                assert old in words_of(shown(store, new), "footer details")


def test_a_thing_as_a_graph(told, path_of):
    from pyoxigraph import RdfFormat, parse

    for form, kind in (("turtle", RdfFormat.TURTLE), ("jsonld", RdfFormat.JSON_LD)):
        document = entity(told, path_of("MoU digital"), "en", form, AT)
        triples = {(t.subject.value, t.predicate.value) for t in parse(document.body, format=kind)}
        assert any(p.endswith("#latestStatus") for _, p in triples)
        assert any(p.endswith("oa#exact") for _, p in triples)
        assert not any(p.endswith("#features") for _, p in triples)
    assert b"Baca juga" in entity(told, key("jakarta"), "en", "turtle", AT).body
    assert "mobile" in entity(told, "concept/sector/digital.mobile", "en", "turtle", AT).body.decode()


def test_no_label_is_markup(told, path_of):
    for path in (key("hostile"), "country/ID", path_of(f"MoU {HOSTILE}"), path_of(f"Viktor {HOSTILE} Zimin")):
        document = entity(told, path, "en", "html", AT)
        assert not re.search(rb"<(script|img)", document.body)
        assert b"javascript:window" not in document.body
        assert b"&lt;script&gt;" in document.body


def test_a_long_list_is_cut_and_counted(factory):
    with open_store("memory:") as store:
        graphs = []
        for number in range(60):
            text = f"Indonesia and Kenya met in Nairobi on day {number}."
            draft = factory.Draft(Article(f"many-{number}", text, "en", f"Day {number}", f"20{number // 28 + 10}-02-{number % 28 + 1:02}"))
            draft.say(draft.whole, text, "parties.pair", party=[country("ID"), country("KE")])
            graphs.append(draft)
        for draft in graphs:
            store.put_article(draft.article, draft.statements)
        tree = shown(store, "country/ID")
    articles = next(s for s in tree.cssselect("section") if s.cssselect("h2")[0].text_content() == "Articles")
    assert "Shown: 40 / 60" in words_of(articles)
    assert len(articles.cssselect("details.rest li")) == 32


def test_the_same_store_gives_the_same_bytes(told, path_of):
    for path in ("country/ID", key("jakarta"), path_of("MoU digital")):
        assert entity(told, path, "ru", "html", AT) == entity(told, path, "ru", "html", AT)
