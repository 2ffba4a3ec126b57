"""An office whose holder the text does not name beside it: "Президент России проведёт переговоры … Владимир Путин: …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Mention
from kg.reading import Reading
from kg.resolve.people.clusters import Cluster
from kg.resolve.people.offices import wording
from kg.resolve.people.settling import Office
from kg.resolve.people.states import leader

HEADS = ("head_of_state", "head_of_government")  # a state has one of each
SURE = 0.8


def join(reading: Reading, people: Sequence[Cluster], held: Sequence[Office]) -> list[Office]:
    """Give the office of a head of state that nobody in the article holds to the one leader of that state who is named without an office."""
    joined = list(held)
    for rank in HEADS:
        for post in _free(reading, people, rank):
            country = post.attributes.get("country") or post.attributes.get("state")
            if not country or any(o.rank == rank and o.country == country for o in joined):
                continue
            lacking = [i for i, (c, o) in enumerate(zip(people, joined, strict=True)) if o.role is None and leader(c.name) == country]
            if len(lacking) == 1:
                joined[lacking[0]] = _given(reading, joined[lacking[0]], post, country)
    return joined


def _free(reading: Reading, people: Sequence[Cluster], rank: str) -> list[Mention]:
    """The offices of a rank that no name stands beside, the fullest wording first."""
    linked = {m.attributes.get("post") for c in people for m in c.mentions}
    found = [p for p in reading.mentions("post") if p.value == rank and not p.attributes.get("plural") and f"{p.start}-{p.end}" not in linked]
    return sorted(found, key=lambda p: (p.start - p.end, p.start))


def _given(reading: Reading, office: Office, post: Mention, country: str) -> Office:
    return replace(office, role=wording(reading, post), rank=post.value, country=country, sentence=post.sentence, post=post, confidence=min(office.confidence, SURE))
