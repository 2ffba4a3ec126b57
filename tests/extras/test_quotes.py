"""A quotation proves something only where it stands: whole words, in the body, and nothing like it will do."""

import time
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extras.llm.quotes import LONGEST, Normalized, Pages, normalize
from kg.languages import language
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Reading

TEXT = "Indonesia dan Jepang bertemu di Bandung. Kedua negara tidak\u00a0dapat menandatangani perjanjian\u2014\u201cbelum siap\u201d. Café Córdoba tutup."


def pages(text, lang="id"):
    article = Article("a", text, lang)
    return Pages(Reading(article, language(lang), sentences(article, language(lang))))


@settings(deadline=None)
@given(st.text(max_size=60) | st.sampled_from(TEXT.split()).map(lambda w: w * 2) | st.text("Indonesia dan Jepang bertemu", max_size=30))
def test_whatever_is_quoted_the_proof_stands_in_the_text_and_holds_it(quote):
    proof = pages(TEXT).proof(quote)
    if proof is not None:
        assert TEXT[proof.start : proof.end] == proof.quote
        assert normalize(quote) in normalize(proof.quote)


@settings(deadline=None)
@given(st.data())
def test_every_stretch_of_whole_words_is_found(data):
    words = TEXT.split(" ")
    first = data.draw(st.integers(0, len(words) - 3))
    quote = " ".join(words[first : data.draw(st.integers(first + 3, len(words)))])
    assert pages(TEXT).proof(quote) is not None


def test_a_proof_is_the_whole_sentence_or_sentences():
    assert pages(TEXT).proof("Jepang bertemu di Bandung").quote == TEXT.partition(". ")[0] + "."
    assert pages(TEXT).proof("di Bandung. Kedua negara").sentence == 0
    assert pages(TEXT).proof("di Bandung. Kedua negara").quote.endswith("siap\u201d.")


def test_half_a_word_turns_a_meaning_round_and_is_not_found():
    assert pages("They are unable to sign the deal.", "en").proof("able to sign the deal") is None
    assert pages("They are unable to sign the deal.", "en").proof("unable to sign the deal").sentence == 0


def test_composed_and_decomposed_letters_are_the_same_and_offsets_stay_true():
    text = unicodedata.normalize("NFD", TEXT)
    proof = pages(text).proof("Café Córdoba tutup")
    assert text[proof.start : proof.end] == unicodedata.normalize("NFD", "Café Córdoba tutup.")
    assert [text[a:b] for a, b, _ in pages(text).places("Café Córdoba")] == [unicodedata.normalize("NFD", "Café Córdoba")]


def test_names_stand_to_the_letter_or_in_a_case_of_their_language():
    said = pages("Министр встретился с Андреем Зарениным и послом Ирака.", "ru")
    assert len(said.places("Андрей Заренин")) == 1
    assert said.places("Иран") == []
    assert said.places("андрей") == []
    assert pages("Menteri Sari Wulandari").places("Sari Wulandar") == []
    assert [pages(TEXT).places(name) for name in ("", " ", "-", "\u00ad")] == [[]] * 4


def test_normalising_keeps_a_place_for_every_character():
    for text in (TEXT, unicodedata.normalize("NFD", TEXT), "a\u0301\u0301 \u200b \u00ad…", ""):
        found = Normalized.of(text)
        assert len(found.text) == len(found.starts) == len(found.ends)
        assert all(a < b for a, b in zip(found.starts, found.ends, strict=True))


def test_a_long_text_and_a_quotation_that_stands_everywhere_take_linear_time():
    text = "dan lagi dan lagi " * 20_000
    began = time.perf_counter()
    assert pages(text).proof("dan lagi dan lagi") is not None
    assert pages(text).proof("lagi" * (LONGEST // 4)) is None
    assert time.perf_counter() - began < 20
