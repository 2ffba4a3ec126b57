"""What things are called on a page: a name in the reader's language where there is one, and all the other names."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg import vocabulary
from kg.errors import UnknownTerm
from kg.pages.asking import Row, rows
from kg.pages.words import Words
from kg.store import Store
from kg.vocabulary import BASE, LANGUAGES

ALSO = "altLabel"  # another name, as against the name
BRIEFLY = "instrument"  # of its wordings the shortest is the name: the longer ones have a part of the sentence along


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written, and its language where that is known."""

    text: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that has a page: its IRI, its name on this page, and all of its names, the best first."""

    iri: str
    name: Name
    names: tuple[Name, ...] = ()

    @property
    def others(self) -> list[Name]:
        """The other names, each wording once."""
        return list({name.text: name for name in reversed(self.names) if name.text != self.name.text}.values())[::-1]

    @property
    def path(self) -> str:
        """Its path below the base.

        >>> Thing("https://w3id.org/diplokg/country/ID", Name("Indonesia")).path
        'country/ID'
        """
        return self.iri.removeprefix(BASE)

    @property
    def kind(self) -> str:
        """Which kind of thing it is, by its IRI."""
        return self.path.partition("/")[0]


def things(store: Store, iris: Iterable[str], words: Words) -> dict[str, Thing]:
    """What these things are called, in one question."""
    wanted = set(iris)
    called: dict[str, list[tuple[str, Name]]] = defaultdict(list)
    for row in rows(store, "names", wanted):
        called[row["iri"]].append((row["how"], Name(row["name"], row.get("name@", ""))))
    nameless = [iri for iri in wanted if iri not in called]
    heads = _heads(store, nameless, words)
    return {iri: _thing(iri, called.get(iri, ()), heads, words) for iri in sorted(wanted)}


def thing(store: Store, iri: str, words: Words) -> Thing:
    """What one thing is called."""
    return things(store, [iri], words)[iri]


def term(iri: str, words: Words) -> Thing:
    """A concept or a term of the ontology, which knows its names itself."""
    try:
        return Thing(iri, Name(vocabulary.label(iri, words.lang), words.lang))
    except UnknownTerm:
        return Thing(iri, Name(iri.rpartition("/")[2]))


def _thing(iri: str, called: Iterable[tuple[str, Name]], heads: Mapping[str, str], words: Words) -> Thing:
    is_short = f"/{BRIEFLY}/" in iri
    ranked = sorted(set(called), key=lambda pair: _rank(pair[0], pair[1], words, is_short=is_short))
    names = tuple(dict.fromkeys(name for _, name in ranked))
    if names:
        return Thing(iri, names[0], names)
    return Thing(iri, Name(heads[iri], words.lang)) if iri in heads else term(iri, words)


def _rank(how: str, name: Name, words: Words, *, is_short: bool) -> tuple[bool, int, bool, bool, int, str]:
    """A name before a part of one; the reader's language first, then English, then others; the reader's script; the fuller name, or the shorter one.

    Another name without a language is the whole name in another spelling; one with a language is a part of it as a text of that language has it.
    """
    order, is_other = (words.lang, "", *LANGUAGES), how.endswith(ALSO)
    place, length = order.index(name.lang) if name.lang in order else len(order), len(name.text)
    return is_other and bool(name.lang), place, script(name.text) != script(words["home"]), is_other, length if is_short else -length, name.text


def script(text: str) -> str:
    """The script of a text's first letter.

    >>> script("Москва"), script("«Moskwa»")
    ('CYRILLIC', 'LATIN')
    """
    return next((unicodedata.name(letter, "").partition(" ")[0] for letter in text if letter.isalpha()), "")


def _heads(store: Store, iris: Iterable[str], words: Words) -> dict[str, str]:
    """What has no name of its own is called by its type, place and date."""
    told: dict[str, list[Row]] = defaultdict(list)
    for row in rows(store, "heads", iris):
        told[row["iri"]].append(row)
    return {iri: head(*_said(found, words), words) for iri, found in told.items()}


def _said(found: list[Row], words: Words) -> tuple[str, str, str]:
    places = sorted({row["place"] for row in found if "place" in row})
    return vocabulary.label(found[0]["type"], words.lang), next(iter(places), ""), exact({row["date"] for row in found if "date" in row})


def head(kind: str, place: str, date: str, words: Words) -> str:
    """The heading of an event: its type, place and date in words."""
    return ", ".join(part for part in (kind, place, words.day(date)) if part)


def exact(dates: Iterable[str]) -> str:
    """Of several dates the first of the most exact ones.

    >>> exact({"2025-06", "2025-06-20", "2025-06-19"})
    '2025-06-19'
    """
    return min(dates, key=lambda date: (-len(date), date), default="")
