"""Finds places in an article: well-known cities wherever they stand, and unknown names after a word such as "di" or "in".

A mention's value is the name, in the nominative as far as it is known. Attributes: `country`, the code of the country
where it is known; `relation`, how the place stands: `at`, `to`, `from`, `dateline`, or `named` (no preposition).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.gazetteer import label, place_names
from kg.languages import Language
from kg.mention.countries import is_all_capitals
from kg.model import Mention, Sentence, Token
from kg.reading import Reading

CONFIDENCE = {"at": 0.95, "to": 0.8, "from": 0.7, "dateline": 0.8, "named": 0.6}
UNKNOWN = 0.5  # share of the confidence left to a name that no table knows
A_COUNTRY = 0.4  # and to a country named as the place of something
LONGEST_NAME = 6
NAMES = ("organization", "person", "post", "date", "instrument")


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    last: int
    name: str
    country: str | None
    rule: str
    share: float = 1.0


def find(reading: Reading) -> Iterator[Mention]:
    """Give the places that the article names."""
    for sentence in reading.sentences:
        taken = _taken(reading, sentence)
        cities = [f for f in _cities(reading, sentence.tokens) if not taken & set(range(f.first, f.last))]
        named = taken.union(*(range(f.first, f.last) for f in cities)) if cities else taken
        unknown = [] if is_all_capitals(sentence.tokens) else list(_unknown(reading, sentence, named))
        for found in sorted([*cities, *_countries(reading, sentence), *unknown], key=lambda f: f.first):
            relation = _relation(reading.language, sentence, found)
            if relation == "at" or found.rule == "place.city" or (relation == "to" and found.rule == "place.country"):
                yield _mention(sentence, found, relation)


def _taken(reading: Reading, sentence: Sentence) -> set[int]:
    """The tokens that name a country, a body or somebody, and so no place."""
    spans = [(m.start, m.end) for m in reading.mentions("country", *NAMES, within=sentence)]
    starts = {t.start: i for i, t in enumerate(sentence.tokens)}
    taken: set[int] = set()
    for start, end in spans:
        i = starts.get(start, len(sentence.tokens))
        while i < len(sentence.tokens) and sentence.tokens[i].start < end:
            taken.add(i)
            i += 1
    return taken


def _cities(reading: Reading, tokens: Sequence[Token]) -> Iterator[_Found]:
    """Well-known cities, written with a capital letter."""
    for match in place_names(reading.article.lang).find(tokens):
        if tokens[match.first].text[0].isupper():
            yield _Found(match.first, match.last, match.value.name, match.value.code, "place.city")


def _countries(reading: Reading, sentence: Sentence) -> Iterator[_Found]:
    """Countries as places of something: "in Gabon"."""
    starts = {t.start: i for i, t in enumerate(sentence.tokens)}
    for mention in reading.mentions("country", within=sentence):
        if mention.attributes.get("form") == "name" and mention.start in starts:
            first = starts[mention.start]
            last = first + sum(1 for t in sentence.tokens[first : first + LONGEST_NAME] if t.end <= mention.end)
            yield _Found(first, last, label(mention.value, reading.article.lang), mention.value, "place.country", A_COUNTRY)


def _unknown(reading: Reading, sentence: Sentence, named: set[int]) -> Iterator[_Found]:
    """Names that no table knows, after a preposition of place; not where a known city follows in the same address."""
    tokens, prepositions = sentence.tokens, reading.language.phrases("places", "locative")
    for position in prepositions.starts(tokens):
        match = prepositions.at(tokens, position)
        if match is None or match.value != "at":
            continue
        first = _after_kind(reading.language, tokens, match.last)
        last = _name_end(tokens, first)
        if last == first or named & set(range(first, last)) or _is_adjective(reading.language, tokens, last):
            continue
        if not _leads_to(tokens, last, named):
            text = reading.text(tokens[first].start, tokens[last - 1].end)
            yield _Found(first, last, _nominative(reading.language, text), None, "place.unknown", UNKNOWN)


def _after_kind(language: Language, tokens: Sequence[Token], position: int) -> int:
    """Skip the words that say what kind of place follows: "di kota", "в г."."""
    kind = language.phrases("places", "kind").at(tokens, position) if position < len(tokens) else None
    return kind.last if kind else position


def _name_end(tokens: Sequence[Token], first: int) -> int:
    """The end of a run of capitalised words, hyphens between them included."""
    last = first
    while last < len(tokens) and last - first < LONGEST_NAME and (tokens[last].text[0].isupper() or _is_hyphen(tokens, first, last)):
        last += 1
    while last > first and not tokens[last - 1].text.isalnum():
        last -= 1
    return last


def _is_hyphen(tokens: Sequence[Token], first: int, position: int) -> bool:
    return position > first and tokens[position].norm in "-'" and tokens[position - 1].end == tokens[position].start


def _leads_to(tokens: Sequence[Token], position: int, named: set[int]) -> bool:
    """Whether the address goes on to a place that is known: "Gedung Nusantara III, Senayan, Jakarta"."""
    while position + 1 < len(tokens) and tokens[position].text in ",(" and tokens[position + 1].text[0].isupper():
        if position + 1 in named:
            return True
        position = _name_end(tokens, position + 1)
    return False


def _nominative(language: Language, text: str) -> str:
    """The name without the ending of its case, where the language says so: "Шумске" is "Шумск"."""
    for rule in language.values("places", "case", "endings"):
        ending, _, new = rule.partition(">")
        if text.endswith(ending):
            return text.removesuffix(ending) + new
    return text


def _is_adjective(language: Language, tokens: Sequence[Token], last: int) -> bool:
    """Whether the capitalised words are only the adjectives of a noun that follows: "в Большом Кремлёвском дворце"."""
    endings = tuple(language.values("places", "case", "adjectives"))
    return bool(endings) and tokens[last - 1].norm.endswith(endings) and last < len(tokens) and tokens[last].text.islower()


def _relation(language: Language, sentence: Sentence, found: _Found) -> str:
    """How a place stands in its sentence."""
    tokens, prepositions = sentence.tokens, language.phrases("places", "locative")
    if found.first == 0:
        return "dateline" if found.last < len(tokens) and not tokens[found.last].text[0].isalnum() else "named"
    start = found.first
    for _ in range(LONGEST_NAME):  # back through "Gedung Nusantara III, Senayan," and "kota"
        before_it = (prepositions.at(tokens[:start], start - back) for back in (3, 2, 1) if start >= back)
        match = next((m for m in before_it if m and m.last == start), None)
        if match:
            return match.value
        before = tokens[start - 1]
        if not (before.text[0].isupper() or before.text == "," or _ends_kind(language, tokens, start)):
            break
        start -= 1
        if start == 0:
            break
    return "named"


def _ends_kind(language: Language, tokens: Sequence[Token], end: int) -> bool:
    kinds = language.phrases("places", "kind")
    found = (kinds.at(tokens[:end], first) for first in range(max(0, end - 3), end))
    return tokens[end - 1].text == "." or any(m is not None and m.last == end for m in found)


def _mention(sentence: Sentence, found: _Found, relation: str) -> Mention:
    start, end = sentence.tokens[found.first].start, sentence.tokens[found.last - 1].end
    attributes = {"relation": relation, **({"country": found.country} if found.country else {})}
    return Mention("place", start, end, found.name, sentence.index, found.rule, CONFIDENCE[relation] * found.share, attributes)
