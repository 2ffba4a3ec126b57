"""When is a found fact the fact of the gold? One rule for each field."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

Fact = dict[str, Any]
SHARED_WORDS_OF_A_PERSON = 2
OVERLAP_OF_AN_ORGANIZATION = 0.6


def folded(name: str) -> str:
    """A name without case, accents and punctuation.

    >>> folded("Pärnamäe, K.")
    'parnamae k'
    """
    text = unicodedata.normalize("NFKD", name.casefold().replace("ё", "е"))
    return " ".join(re.sub(r"[^\w]+", " ", "".join(c for c in text if not unicodedata.combining(c))).split())


def words(name: str | None) -> set[str]:
    """The folded words of a name."""
    return set(folded(name or "").split())


def names(fact: Fact) -> set[str]:
    """All names of a person or an organization, folded."""
    return {name for given in (fact.get("name"), *fact.get("aliases", ())) if given and (name := folded(given))}


def person(gold: Fact, found: Fact) -> bool:
    """A shared name, or one name's words within the other's, at least two."""
    if names(gold) & names(found):
        return True
    a, b = words(gold["name"]), words(found["name"])
    return len(a & b) >= SHARED_WORDS_OF_A_PERSON and (a <= b or b <= a)


def organization(gold: Fact, found: Fact) -> bool:
    """A shared name, or names that share most of their words."""
    if names(gold) & names(found):
        return True
    a, b = words(gold["name"]), words(found["name"])
    return bool(a | b) and len(a & b) / len(a | b) >= OVERLAP_OF_AN_ORGANIZATION


def instrument(gold: Fact, found: Fact) -> bool:
    """The same type between the same parties; the status is judged apart."""
    return bool(gold["type"] == found.get("type")) and set(gold["parties"]) == set(found.get("parties", ()))


def event(gold: Fact, found: Fact) -> bool:
    """The same type, parties that overlap, dates that do not contradict each other."""
    a, b = set(gold["parties"]), set(found.get("parties", ()))
    if gold["type"] != found.get("type") or ((a or b) and not a & b):
        return False
    day, other = gold.get("date"), found.get("date")
    return day is None or (other is not None and (day.startswith(other) or other.startswith(day)))


def code(gold: Fact, found: Fact) -> bool:
    """The same country or sector."""
    return bool(gold["name"] == found["name"])


def likeness(gold: Fact, found: Fact) -> float:
    """How well two instruments or events agree beyond what makes them the same: the best pair is taken."""
    a, b = words(gold.get("name")), words(found.get("name"))
    shared = len(a & b) / len(a | b) if a | b else 0
    return (gold.get("status") == found.get("status")) + (gold.get("date") == found.get("date")) + shared


def role(gold: Fact, found: Fact) -> bool:
    """Wordings of an office that share at least half of their words."""
    a, b = words(gold.get("role")), words(found.get("role"))
    return len(a & b) >= 0.5 * max(len(a | b), 1) or a == b
