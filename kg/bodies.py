"""The standing bodies of the world: ministries' agencies, international organizations, funds and large companies, found by any of their names.

`data/organizations.csv` has a row for each: `type,country,names,id,ru`. `names` are wordings that any article may use, the further
columns are those of one language (and of the languages that extend it); several wordings are parted by `;`. A wording in capital letters
is found only so (`WHO`, not `who`) or, from four letters on, capitalised (`Nato`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.languages import Language, language
from kg.matching import WORD, Match, Phrases
from kg.model import Token
from kg.tables import table

ANYWHERE = "names"
SHORTEST_CAPITALISED, SHORTEST_STEM = 4, 3


@dataclass(frozen=True, slots=True)
class Body:
    """A standing body: its kind (a notation), its country's code (empty for an international one), its first name."""

    name: str
    type: str
    country: str


@dataclass(frozen=True, slots=True)
class Naming:
    """One wording of a body's name, as it stands in the nominative."""

    wording: str
    body: Body


@cache
def namings(code: str) -> Phrases[Naming]:
    """Every wording by which articles in this language name the bodies, to be found in tokens.

    >>> from kg.matching import tokenize
    >>> [m.value.wording for m in namings("ru").find(tokenize("главы Росатома и ЮНЕСКО"))]
    ['Росатом', 'ЮНЕСКО']
    """
    words = language(code)
    columns = (ANYWHERE, *_lineage(words))
    return Phrases((pattern, naming) for row in _rows() for column in columns for naming in _namings(row, column)
                   for pattern in _patterns(naming.wording, {} if column == ANYWHERE else words.table("organizations", "inflection")))


def named_at(tokens: Sequence[Token], first: int, code: str) -> Match[Naming] | None:
    """The body whose name begins at this token; a capitalised name has to be capitalised in the text too."""
    fitting = (m for m in namings(code).all_at(tokens, first) if tokens[first].text[0].isupper() or m.value.wording[0].islower())
    return max(fitting, key=lambda m: m.last, default=None)


@cache
def _rows() -> tuple[Mapping[str, str], ...]:
    return tuple(table("organizations.csv"))


def _lineage(words: Language) -> Iterator[str]:
    """The language and those that it extends."""
    yield words.code
    parent = words.table("language").get("extends")
    if parent:
        yield from _lineage(language(str(parent)))


def _namings(row: Mapping[str, str], column: str) -> Iterator[Naming]:
    body = Body(next(w for c in (ANYWHERE, "id", "ru") for w in _wordings(row, c)), row["type"], row["country"])
    yield from (Naming(wording, body) for wording in _wordings(row, column))


def _wordings(row: Mapping[str, str], column: str) -> list[str]:
    return [w for part in (row.get(column) or "").split(";") if (w := part.strip())]


def _patterns(wording: str, inflection: Mapping[str, list[str]]) -> Iterator[str]:
    """How a wording may be written: an acronym exactly, a single word in its forms, words of a longer name with any ending."""
    if wording.isupper() and " " not in wording:
        yield f"={wording}"
        if len(wording) >= SHORTEST_CAPITALISED and wording.isalpha():
            yield f"={wording.capitalize()}"
    elif not inflection:
        yield wording
    elif " " in wording or "-" in wording:
        yield " ".join(_stem(word, inflection) for word in WORD.findall(wording))
    else:
        yield "|".join(forms(wording, inflection))


def forms(word: str, inflection: Mapping[str, list[str]]) -> list[str]:
    """The forms of a noun: its last letter is looked up among the endings, a word without one of them takes those listed under "".

    >>> forms("Газпром", {"": ["", "а", "у"], "ь": ["ь", "и"]})
    ['Газпром', 'Газпрома', 'Газпрому']
    """
    if word.isupper():
        return [word]
    ending = word[-1] if word[-1] in inflection else ""
    return [word.removesuffix(ending) + form for form in inflection.get(ending, [""])]


def _stem(word: str, inflection: Mapping[str, list[str]]) -> str:
    """A word of a longer name: without its ending, which may be any."""
    if word.isupper() or not word.isalpha():
        return word
    ending = max((e for e in inflection.get("endings", ()) if word.endswith(e) and len(word) - len(e) >= SHORTEST_STEM), key=len, default="")
    core = word.removesuffix(ending)
    return f"{core}*" if len(core) >= SHORTEST_STEM else word
