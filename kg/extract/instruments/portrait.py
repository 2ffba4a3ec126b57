"""The article's instruments, whole: name, parties, fields, status with its day, who proposes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.instruments.assertions import Assertion
from kg.extract.instruments.grouping import BROAD, NO_AGREEMENT, Group, group
from kg.extract.instruments.lifecycle import REFUSED, rank
from kg.extract.instruments.parties import Circle
from kg.extract.instruments.settling import ISSUED, Settler
from kg.model import Entity, Mention
from kg.reading import Cast, Reading

APART = ("joint_body", "partnership", "declaration")


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument, as the article leaves it; `start` and `sentence` are where its fullest name stands."""

    type: str
    name: str
    parties: tuple[str, ...]
    sectors: tuple[str, ...]
    status: str
    date: str | None
    start: int
    sentence: int
    status_sentence: int
    proposer: Entity | None
    rule: str
    confidence: float


def instruments(reading: Reading, cast: Cast) -> Iterator[Instrument]:
    """Give the article's instruments, in the order of the text."""
    groups = group(reading)
    settler, circle = Settler(reading, groups), Circle(reading, cast)
    settled = [(g, settler.settle(g)) for g in groups]
    for g, said in settled:
        if said is not None and said.status != REFUSED and not circle.is_foreign(g) and not _is_summed_up(reading, g, said, settled, settler.enumerated(g)):
            yield _instrument(reading, cast, circle.parties(g), g, said)


def _is_summed_up(reading: Reading, group: Group, said: Assertion, settled: Sequence[tuple[Group, Assertion | None]],
                  enumerated: int) -> bool:
    """Whether a group only points to others: a title's to the body's, a plural ("four memoranda") to those named one by one."""
    others = [(g, a) for g, a in settled if a is not None and g is not group and a.status != REFUSED]
    if group.vague:
        return any(not g.vague and g.type not in APART for g, _ in others)
    if group.type != ISSUED and _is_of_title(reading, group) and any(_may_be(group, g) and not _is_of_title(reading, g) for g, _ in others):
        return True
    if not group.plural:
        return group.generic
    single = [g for g, a in others if not g.plural and (a.status == said.status or (group.generic and not group.number and rank(a.status) >= rank(said.status)))
              and ((g.type == group.type and not _is_of_title(reading, g)) or (group.generic and g.type not in APART))]
    return max(len(single), enumerated) * 2 >= max(group.number, 1)


def _may_be(group: Group, other: Group) -> bool:
    """Whether what one name calls an agreement another calls by its kind: "sign agreement", "a loan agreement"."""
    return other.type == group.type or (group.type == BROAD and not group.words and not group.plural and other.type not in NO_AGREEMENT)


def _is_of_title(reading: Reading, group: Group) -> bool:
    """Whether nothing but the title names an instrument."""
    return all(reading.sentence(m).is_title for m in group.mentions)


def _instrument(reading: Reading, cast: Cast, parties: tuple[str, ...], group: Group, said: Assertion) -> Instrument:
    best = max(group.mentions, key=_fullness)
    return Instrument(
        type=group.type, name=reading.text(best.start, best.end), parties=parties,
        sectors=_sectors(reading, group), status=said.status, date=said.date, start=best.start, sentence=best.sentence,
        status_sentence=said.sentence, proposer=_proposer(reading, cast, said), rule=best.rule,
        confidence=round(max(0.3, 0.95 - said.cost / 40), 2),
    )


def _fullness(mention: Mention) -> tuple[bool, bool, int]:
    """Order the names of one instrument: "the document" is the poorest, then a bare head; the longest is the fullest."""
    bare = len(mention.attributes.get("head", "")) >= mention.end - mention.start
    return "generic" not in mention.attributes, not bare or "named" in mention.attributes, mention.end - mention.start


def _sectors(reading: Reading, group: Group) -> tuple[str, ...]:
    """Give the fields that the names mention; where they mention none, those of the sentence."""
    own = [s for m in group.mentions for s in sectors_near(reading, m.sentence, m.start, m.end)]
    first = reading.sentence(group.mentions[0])
    return tuple(dict.fromkeys(own or sectors_near(reading, first.index, first.start, first.end)))


def sectors_near(reading: Reading, sentence: int, start: int, end: int) -> tuple[str, ...]:
    """Give the sectors that a stretch of a sentence names."""
    return tuple(m.value for m in reading.mentions("sector", within=reading.sentences[sentence]) if start <= m.start < end)


def _proposer(reading: Reading, cast: Cast, said: Assertion) -> Entity | None:
    """Say who proposes: the person of the sentence, else the last one before it in the article."""
    if said.status != "proposed":
        return None
    here = cast.people_in(reading.sentences[said.sentence])
    if here:
        return here[0].entity
    earlier = [(m.start, p.entity) for p in cast.people for m in p.mentions if m.sentence < said.sentence]
    return max(earlier, key=lambda pair: pair[0])[1] if earlier else None
