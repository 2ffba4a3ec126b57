"""Finds organizations in an article: ministries, agencies, parliaments, armed forces, international bodies, companies, universities, funds.

A mention's `value` is the type's notation; its attributes are `name` (in the nominative), `short` (without the country that
the text adds), `acronym`, `country` (a code, or empty), `body` (a known body's first name) and `full` (what a contraction stands for).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.mention.organizations import acronyms, introduced, names, signatories, territories
from kg.mention.organizations.headlines import echoed, is_headline
from kg.mention.organizations.line import Found, Line, foreign, lines
from kg.mention.organizations.parts import is_somebody
from kg.model import Mention
from kg.reading import Reading

GRAMMARS: tuple[Callable[[Line], Iterator[Found]], ...] = (
    names.known, names.contractions, names.head_first, names.head_last, names.weak_last, names.lowercase, introduced.introduced,
    territories.regional, territories.regions, territories.abbreviated,
)


def find(reading: Reading) -> Iterator[Mention]:
    """Give the organizations that the article names."""
    read = lines(reading)
    body = " ".join(line.write(0, len(line.tokens)) for line in read if line.tokens and not line.sentence.is_title)
    found = [(line, tuple(echoed(line, names_in(line), body)) if is_headline(line) else names_in(line)) for line in read]
    common = acronyms.common_words(read)
    yield from acronyms.apply([(line, tuple(f for f in names if line.write(f.first, f.last) not in common)) for line, names in found])


def find_signatories(reading: Reading) -> Iterator[Mention]:
    """Give the companies that only what they sign shows; asked after people and places."""
    return signatories.find(reading)


def _is_joint(line: Line, found: Found) -> bool:
    """Joint bodies are instruments between states, no organizations."""
    if found.rule in ("known", "contraction"):
        return False
    matches = (line.phrase("never", i) for i in line.starts("never") if i < found.last)
    return any(m is not None and m.last > found.first for m in matches)


def _without_people(line: Line, found: list[Found]) -> Iterator[Found]:
    """Leave out a name that is a known body's with somebody's behind it: "Komisi Eropa | Jean-Pierre Delorme"."""
    known = [(f.first, f.last) for f in found if f.rule == "known"]
    for f in found:
        if f.rule != "head" or not any(first == f.first and last < f.last and is_somebody(line, last, f.last) for first, last in known):
            yield f


def names_in(line: Line) -> tuple[Found, ...]:
    """The names in a sentence, none overlapping another; of two that do, the longer one stands."""
    candidates = [f for view in foreign(line) for f in _without_people(view, [f for grammar in GRAMMARS for f in grammar(view) if not _is_joint(view, f)])]
    taken: set[int] = set()
    kept: list[Found] = []
    for f in sorted(candidates, key=lambda f: (f.first - f.last, -f.confidence, f.first)):
        covered = range(f.first, f.last)
        if taken.isdisjoint(covered):
            taken.update(covered)
            kept.append(f)
    return tuple(sorted(kept, key=lambda f: f.first))
