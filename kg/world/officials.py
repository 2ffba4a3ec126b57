"""Officials across articles: one person by name, country, office and time, in whatever script the name is written.

A full name in one country is one person, unless offices that nobody holds together were held at the same time. A part of a name is somebody only
with the office; an initial too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.names import Likeness, block, same, whole
from kg.names.likeness import INITIALS
from kg.names.words import parse
from kg.world.candidates import Features, Kind
from kg.world.offices import fit, office, precise, successive
from kg.world.terms import Said, Term, plain, prop, term, text, values

FULL = 2  # words of a name that tells people apart
BY_OFFICE, MOVED = 0.85, 0.75
MONTHS = 3  # of a quarter


def _read(said: Said, me: Term, _: Mapping[Term, Term]) -> Features | None:
    """Name, country, offices now and before, and the quarter of the report; nothing is merged without a country, or where one word is all that is known."""
    name, country = " ".join(text(said, me, "name").split()), text(said, me, "country")
    if not name or not country:
        return None
    left = {post for tenure in _former(said) if me in values(said, tenure, "member") for post in values(said, tenure, "post")}
    held = values(said, me, "holds")
    now, before = ({office(said, post) for post in posts} for posts in (set(held) - left, left))
    if not now and not before and len(parse(name).full) < FULL:
        return None
    return {
        "name": name, "country": country.rpartition("/")[2], "offices": sorted(now), "former": sorted(before - now),
        "when": _quarter(said) if now else "",
    }


def _former(said: Said) -> list[Term]:
    """The tenures that the article says are over."""
    return [subject for subject, properties in said.items() if prop("former") in properties]


def _quarter(said: Said) -> str:
    """The quarter in which the article was published; nothing where not even the month is known."""
    published = term("schema:datePublished")
    day = next((plain(properties[published][0]) for properties in said.values() if published in properties), "")
    year, _, rest = day.partition("-")
    return f"{year}Q{(int(rest[:2]) - 1) // MONTHS + 1}" if rest[:2].isdigit() else ""


def _blocks(features: Features) -> Iterator[str]:
    """Full names meet by the whole name, for many bear one part of it; parts of names meet with the office."""
    name, country = features["name"], features["country"]
    yield from (f"{country} {key}" for key in sorted(whole(name)))
    yield from (f"{country} {key} {post}" for key in sorted(block(name)) for post in sorted(_known(features)) if precise(post))


def _likeness(one: Features, other: Features) -> float:
    """How surely two are one person."""
    if one["country"] != other["country"]:
        return 0.0
    name = same(one["name"], other["name"])
    if not name.score:
        return 0.0
    shared = _known(one) & _known(other)
    if not name.accepted or name.reason == INITIALS:
        return BY_OFFICE if any(map(precise, shared)) else 0.0
    return _by_full_name(one, other, name, bool(shared))


def _by_full_name(one: Features, other: Features, name: Likeness, shared: bool) -> float:
    """The same with names that are one."""
    if shared:
        return max(name.score, BY_OFFICE)
    if not _full(one, other):
        return 0.0
    if not _unlike(one, other):
        return name.score
    return MOVED if _moved(one, other) else 0.0


def _known(features: Features) -> set[str]:
    """All offices that somebody is known to hold or to have held."""
    return {*features["offices"], *features["former"]}


def _full(one: Features, other: Features) -> bool:
    return min(len(parse(features["name"]).full) for features in (one, other)) >= FULL


def _unlike(one: Features, other: Features) -> bool:
    """Whether the offices that two hold are not those of one person at one time, as far as is known."""
    if not one["offices"] or not other["offices"] or not _known(one).isdisjoint(_known(other)):
        return False
    return not any(fit(a, b) for a in one["offices"] for b in other["offices"])


def _moved(one: Features, other: Features) -> bool:
    """Whether somebody may have gone from the offices of the one to those of the other."""
    apart = bool(one["when"] and other["when"]) and one["when"] != other["when"]
    return apart and any(successive(a, b) for a in one["offices"] for b in other["offices"])


def _apart(one: Features, other: Features) -> bool:
    """Whether two of one name hold offices that nobody holds together."""
    return one["country"] == other["country"] and _unlike(one, other) and same(one["name"], other["name"]).accepted


def _denied(one: Features, chosen: Features, apart: list[Features], near: list[Features]) -> bool:
    """Whether all reports together show that nobody went from the one's office to the chosen's: both are reported at a time, or one before and after the other."""
    if not _apart(one, chosen):
        return False
    mine = {one["when"], *(other["when"] for other in near if _apart(other, chosen) and _likeness(other, one))}
    theirs = {chosen["when"], *(other["when"] for other in apart if _likeness(other, chosen))}
    return not (_precede(mine, theirs) or _precede(theirs, mine))


def _precede(some: set[str], others: set[str]) -> bool:
    """Whether some quarters lie before others, so that somebody went from office to office; both in the quarter in which it happened, if not in that alone.

    >>> _precede({"2024Q1"}, {"2024Q2"}), _precede({"2024Q1", "2024Q2"}, {"2024Q2", "2024Q3"}), _precede({"2024Q2"}, {"2024Q2", "2024Q3"})
    (True, True, False)
    """
    if "" in some | others or max(some) > min(others):
        return False
    return max(some) < min(others) or (min(some) < max(some) and min(others) < max(others))


def _rank(features: Features) -> tuple[Any, ...]:
    """The fullest name with an office is the one that the others are taken for; of equals one in Latin letters, the earliest."""
    name = features["name"]
    return bool(features["offices"]), len(parse(name).full), name.isascii(), [-ord(c) for c in features["when"]], len(name), name


OFFICIAL = Kind(_read, _blocks, _likeness, _rank, _apart, _denied, listens=True)
