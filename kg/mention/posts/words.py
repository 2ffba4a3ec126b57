"""The words of offices in one language, compiled once: what begins an office, and what may stand around it.

`word~n` in a pattern of `posts.toml` stands for the word with the endings of its table `[declension.n]`; several such
words in one pattern agree with each other. A language without declensions has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from kg.languages import Language, language
from kg.matching import Phrases

FILE = "posts"
INFLECTED = re.compile(r"([^\s|~]*)~(\w+)")


@dataclass(frozen=True, slots=True)
class Head:
    """The words that begin an office: its rank, the case and number they stand in, and whether the rank is the body's."""

    rank: str
    case: str = ""
    leader: bool = False
    portfolio: str = ""
    nominative: str = ""

    @property
    def plural(self) -> bool:
        """Whether several people hold the office."""
        return self.case.startswith("plural")


@dataclass(frozen=True, slots=True)
class Words:
    """All patterns of `posts.toml` that the finder of offices needs."""

    heads: Phrases[Head]
    deputy: Phrases[Head]
    before: Phrases[Head]
    portfolio: Phrases[str]
    noun: Phrases[str]
    body: Phrases[str]
    link: Phrases[str]
    joint: Phrases[str]
    place: Phrases[str]
    name: Phrases[Head]
    title: Phrases[Head]
    locality: Phrases[str]
    body_led: Phrases[str]
    form: Phrases[str]
    no_noun: Phrases[str]
    particle: Phrases[str]
    forename: Phrases[str]
    article: Phrases[str]
    bloc: Phrases[str]
    state: Phrases[str]
    lower: Phrases[str]
    named: Phrases[str]
    place_named: Phrases[str]
    government: Phrases[str]
    portfolio_before: bool
    country_before: bool
    endings: tuple[str, ...]
    verbs: tuple[str, ...]
    adjectives: tuple[str, ...]
    circumfixes: tuple[tuple[str, str], ...] = ()


@cache
def words_of(code: str) -> Words:
    """The words of offices in a language."""
    speech = language(code)
    order = speech.table(FILE, "order")
    return Words(
        Phrases(_heads(speech)), Phrases(_inflected(speech, "deputy")), Phrases(_inflected(speech, "before")),
        _portfolios(speech), speech.phrases(FILE, "noun"), speech.phrases(FILE, "body"), speech.phrases(FILE, "link"),
        speech.phrases(FILE, "joint"), speech.phrases(FILE, "place"), Phrases(_inflected(speech, "name")),
        Phrases(_inflected(speech, "title")), speech.phrases(FILE, "locality"), speech.phrases(FILE, "body_led"), speech.phrases(FILE, "form"),
        Phrases((p, t) for t in ("stop", "honorific") for ps in speech.table("people", t).values() for p in ps),
        speech.phrases("people", "particle"), speech.phrases("people", "forename"), speech.phrases(FILE, "article"),
        speech.phrases(FILE, "bloc"), speech.phrases(FILE, "state"), _lower(speech), speech.phrases(FILE, "named"),
        speech.phrases(FILE, "place_named"), speech.phrases(FILE, "government"),
        bool(order.get("portfolio_before")), bool(order.get("country_before")),
        speech.values(FILE, "complement", "endings") if order.get("lower_complement") else (),
        speech.values(FILE, "complement", "verbs"), speech.values(FILE, "complement", "adjectives"),
        tuple((first, last) for first, _, last in (c.partition("…") for c in speech.values(FILE, "complement", "circumfixes"))),
    )


def _portfolios(speech: Language) -> Phrases[str]:
    """What ministers are in charge of is what ministries are."""
    files = (FILE, "organizations")
    return Phrases((pattern, "portfolio") for file in files for patterns in speech.table(file, "portfolio").values() for pattern in patterns)


def _lower(speech: Language) -> Phrases[str]:
    return Phrases((pattern, "stop") for pattern in speech.values(FILE, "complement", "words"))


def _heads(speech: Language) -> Iterator[tuple[str, Head]]:
    """Contractions first: they know the portfolio; then offices by rank, then leaders."""
    forms = speech.table(FILE, "declension")
    for rank, portfolios in speech.table(FILE, "contraction").items():
        for portfolio, patterns in portfolios.items():
            for pattern in patterns:
                yield from ((p, Head(rank, case, portfolio=portfolio, nominative=n)) for p, case, n in inflect(pattern, forms))
    for table, leader in (("rank", False), ("leader", True)):
        for rank, patterns in speech.table(FILE, table).items():
            for pattern in patterns:
                yield from ((p, Head(rank, case, leader, nominative=n)) for p, case, n in inflect(pattern, forms))


def _inflected(speech: Language, table: str) -> Iterator[tuple[str, Head]]:
    forms = speech.table(FILE, "declension")
    for key, patterns in speech.table(FILE, table).items():
        for pattern in patterns:
            yield from ((p, Head(key, case, nominative=n)) for p, case, n in inflect(pattern, forms))


def inflect(pattern: str, forms: Mapping[str, Mapping[str, list[str]]]) -> Iterator[tuple[str, str, str]]:
    """Write a pattern out in every case, with the case's name and the nominative.

    >>> list(inflect("minister~s of trade", {"s": {"nominative": [""], "plural": ["s"]}}))
    [('minister of trade', 'nominative', 'minister of trade'), ('ministers of trade', 'plural', 'minister of trade')]
    """
    kinds = [m.group(2) for m in INFLECTED.finditer(pattern)]
    if not kinds:
        yield pattern, "", ""
        return
    nominative = INFLECTED.sub(lambda m: m.group(1) + forms[m.group(2)].get("nominative", [""])[0], pattern)
    for case in dict.fromkeys(case for kind in kinds for case in forms[kind]):
        yield INFLECTED.sub(lambda m, c=case: _forms(m.group(1), forms[m.group(2)], c), pattern), case, nominative  # type: ignore[misc]


def _forms(stem: str, endings: Mapping[str, list[str]], case: str) -> str:
    """The forms of a word in a case; a word without an accusative of its own has the genitive's (animate nouns)."""
    fitting = endings.get(case) or endings.get("genitive") or endings["nominative"]
    return "|".join(stem + ending for ending in fitting)
