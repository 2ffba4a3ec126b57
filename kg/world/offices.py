"""Offices as they are compared across articles: `minister@ID-trade` by rank and body, the same in every language, else by rank and words.

Four forms: `head_of_state` (a country has one), `minister@ID-trade` (a known institution), `executive~acme` (another body, by its name),
`director:id:direktur jenderal` (the words, with their language).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.institutions import folded
from kg.world.identity import organization_key
from kg.world.terms import Said, Term, language, plain, text, values

ONLY_ONE = frozenset({"head_of_state", "head_of_government"})  # ranks of which a country has one
TOP = ONLY_ONE | {"royal", "minister"}  # ranks that one person often holds together
STATE = TOP | {"deputy_minister", "ambassador", "agency_head", "director", "spokesperson", "other"}  # careers lead from one to another
MANY = frozenset({"director", "executive", "agency_head", "legislator", "military", "spokesperson", "other"})  # ranks that many hold: the words decide
LEAST = 3  # words that say which of many such offices is meant
LONG = 5  # letters of a word that says what an office is about
FORM = re.compile(r"([a-z_]+)(?:([@~:])(.*))?", re.DOTALL)


class Office(NamedTuple):
    """An office cut into its rank, how it is known (`@` institution, `~` body, `:` words), and by what."""

    rank: str
    known: str
    by: str

    @property
    def words(self) -> frozenset[str]:
        """The words of an office or of its body."""
        return frozenset(self.by.rpartition(":")[2].split())


def office(said: Said, post: Term) -> str:
    """An office as articles say it, in the form in which it is compared."""
    rank = text(said, post, "rank").rpartition("/")[2]
    if rank in ONLY_ONE:
        return rank
    for body in values(said, post, "postIn"):
        if key := organization_key(said, body):
            return f"{rank}@{key[1]}" if key[0] == "institution" else f"{rank}~{key[0]}"
    labels = values(said, post, "label")
    return f"{rank}:{language(labels[0])}:{folded(plain(labels[0]))}" if labels else f"{rank}::"


@lru_cache(maxsize=5_000)
def parse(written: str) -> Office:
    """An office cut into its parts.

    >>> parse("minister@ID-trade").by, sorted(parse("director:id:direktur eropa").words)
    ('ID-trade', ['direktur', 'eropa'])
    """
    match = FORM.fullmatch(written)
    return Office(match[1], match[2] or "", match[3] or "") if match else Office(written, "", "")


@lru_cache(maxsize=5_000)
def fit(one: str, other: str) -> bool:
    """Whether one person may hold two offices at one time, or they may be one office in other words.

    >>> fit("minister@ID-trade", "deputy_minister@ID-trade"), fit("minister@ID-trade", "minister@ID-defence"), fit("royal:en:crown prince", "head_of_government")
    (True, False, True)
    >>> fit("ambassador:id:duta besar rusia", "ambassador:en:russian ambassador"), fit("director:id:direktur eropa", "director:id:direktur asia")
    (True, False)
    """
    a, b = parse(one), parse(other)
    if a.by and (a.known, a.by) == (b.known, b.by):
        return True
    if "other" in (a.rank, b.rank):
        return any(len(word) >= LONG for word in a.words & b.words)
    return _one_rank(a, b) if a.rank == b.rank else a.rank in TOP and b.rank in TOP


def _one_rank(a: Office, b: Office) -> bool:
    """Whether two offices of one rank may be one."""
    if a.known == b.known == "@":
        return a.rank in ONLY_ONE
    return not _told_apart(a, b) if a.rank in MANY else True


def _told_apart(a: Office, b: Office) -> bool:
    """Whether the words of each of two offices say something that the other does not, in one language; or each is in a body of its own."""
    if a.known != ":" or b.known != ":":
        return a.known == b.known
    same_language = a.by.partition(":")[0] == b.by.partition(":")[0]
    return same_language and bool(a.words - b.words) and bool(b.words - a.words)


@lru_cache(maxsize=5_000)
def successive(one: str, other: str) -> bool:
    """Whether careers lead from one of two offices to the other.

    >>> successive("deputy_minister@ID-trade", "ambassador:en:ambassador to japan"), successive("executive~acme", "minister@ID-trade")
    (True, False)
    """
    return parse(one).rank in STATE and parse(other).rank in STATE


@lru_cache(maxsize=5_000)
def precise(written: str) -> bool:
    """Whether an office is enough to know who is meant by a part of a name.

    >>> precise("deputy_minister@ID-communication"), precise("director:id:direktur"), precise("spokesperson@RU-foreign-affairs")
    (True, False, True)
    """
    a = parse(written)
    return a.rank not in MANY or a.known == "@" or (a.known == ":" and a.rank != "other" and len(a.words) >= LEAST)
