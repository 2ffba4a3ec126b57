"""Who held which post: of people, as reported from when to when, and each with its sentences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.pages.asking import Row
from kg.pages.naming import Name, Thing
from kg.pages.proofs import Place, Proof, Sources, counted, prove, sources
from kg.pages.view import View


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post that somebody held: its wording, rank, body and country, from which report to which, and whether it is said to be over."""

    person: Thing
    post: Name
    rank: Thing | None
    body: Thing | None
    land: Thing | None
    first: str
    last: str
    left: str  # the earliest report by which it was over
    proofs: tuple[Proof, ...]

    @property
    def sources(self) -> int:
        """How many independent sources tell of it."""
        return counted(self.proofs)


class Held(NamedTuple):
    """A post as it was reported last in one wording."""

    reported: str
    wording: Name
    seat: tuple[str, str]  # rank and body, by which two wordings are of one post

    def called(self, others: Iterable[Held], lang: str) -> Name:
        """The post in a language where one of the other wordings is of it, else in this wording."""
        return next((other.wording for other in others if other.seat == self.seat and other.wording.lang == lang), self.wording)


def held(view: View, people: Iterable[str]) -> dict[str, list[Held]]:
    """The posts of people, those reported last first."""
    found: dict[str, list[Held]] = defaultdict(list)
    for row in view.rows("held", people):
        found[row["iri"]].append(Held(row.get("reported", ""), _wording(row), (row.get("rank", ""), row.get("body", ""))))
    for posts in found.values():
        posts.sort(key=lambda post: (post.reported, post.wording.lang == view.lang, post.wording.text), reverse=True)
    return dict(found)


def post_at(posts: Sequence[Held], day: str, lang: str) -> Name | None:
    """Of posts, those reported last first, the one that was held on a day (or is now, without a day): the last by then, else the first after."""
    before = [post for post in posts if not day or post.reported[: len(day)] <= day]
    then = before[0] if before else posts[-1] if posts else None
    return then.called(posts, lang) if then else None


def tenures(view: View, people: Iterable[str]) -> list[Tenure]:
    """The posts of people with their sentences, those reported last first."""
    return tenures_of(view, view.rows("tenures", people))


def tenures_of(view: View, rows: list[Row]) -> list[Tenure]:
    """The posts that rows tell of: one for each person, rank and body, whatever its wordings."""
    cited = sources(view.store, {row["article"] for row in rows})
    named = view.things(row[part] for row in rows for part in ("iri", "body", "land") if part in row)
    told: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        told[row["iri"], row.get("rank", ""), row.get("body") or row.get("land") or row["post"]].append(row)
    found = [_tenure(view, group, cited, named) for group in told.values()]
    return sorted(found, key=lambda tenure: (tenure.last or tenure.left, tenure.first, tenure.post.text, tenure.person.iri), reverse=True)


def _tenure(view: View, rows: list[Row], cited: Sources, named: Mapping[str, Thing]) -> Tenure:
    held_then = sorted(row["reported"] for row in rows if "reported" in row and "former" not in row)
    over = sorted(row["reported"] for row in rows if "reported" in row and "former" in row)
    person = named[rows[0]["iri"]]
    rank, body, land = (next((row[part] for row in rows if part in row), "") for part in ("rank", "body", "land"))
    return Tenure(
        person, _best(rows, view.lang), view.term(rank) if rank else None, named.get(body), named.get(land),
        held_then[0] if held_then else "", held_then[-1] if held_then else "", over[0] if over else "", prove(map(Place.of, rows), cited, [person]),
    )


def _best(rows: Iterable[Row], lang: str) -> Name:
    """The wording in the reader's language, else the longest one."""
    return max({_wording(row) for row in rows}, key=lambda name: (name.lang == lang, len(name.text), name.text))


def _wording(row: Row) -> Name:
    return Name(row["wording"], row.get("wording@", ""))
