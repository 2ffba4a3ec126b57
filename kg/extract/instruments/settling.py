"""From mentions to instruments: where the article leaves each, its day, its fullest name, its field, its proposer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.instruments.assertions import Assertion, Scene, assertion, scene
from kg.extract.instruments.grouping import Group, group
from kg.extract.instruments.lifecycle import CEILING, REFUSED, rank
from kg.extract.instruments.parties import parties
from kg.model import Entity, Mention
from kg.reading import Cast, Reading

DAY = 10
LEAD = 6
DATED = ("signed", "agreed", "ratified", "extended", "established", "convened", "terminated", "suspended")
UNSAID = {"joint_body": "established", "partnership": "in_force"}
TITLED = {"declaration": "signed"}


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument, as the article leaves it."""

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
    scenes: dict[int, Scene] = {}
    groups = group(reading)
    settled = [(g, _settle(reading, scenes, g)) for g in groups]
    for g, status in settled:
        if status is not None and status.status != REFUSED and not _summed_up(g, settled):
            yield _instrument(reading, cast, g, status)


def _summed_up(group: Group, settled: Sequence[tuple[Group, Assertion | None]]) -> bool:
    """Whether a plural ("four memoranda", "17 documents") only counts what is named one by one."""
    if not group.plural:
        return group.generic
    like = [g for g, status in settled if status is not None and not g.plural and status.status == "signed"
            and (g.type == group.type or (group.generic and g.type not in ("joint_body", "partnership", "declaration")))]
    return len(like) > 0


def _settle(reading: Reading, scenes: dict[int, Scene], group: Group) -> Assertion | None:
    """Where the article leaves an instrument: the furthest status that its mentions give it."""
    said = [a for m in group.mentions if (a := _assert(reading, scenes, m)) is not None]
    if not said:
        return _unsaid(group, reading)
    ceiling = min((rank(CEILING[a.status]) for a in said if a.modal in ("not", "deny") and a.status in CEILING), default=rank(REFUSED))
    kept = [a for a in said if rank(a.status) <= ceiling] or said
    best = max(kept, key=lambda a: (rank(a.status), a.date is not None, -a.cost))
    return best if best.date or best.status not in DATED or best.modal else _dated(reading, best)


def _assert(reading: Reading, scenes: dict[int, Scene], mention: Mention) -> Assertion | None:
    if mention.sentence not in scenes:
        scenes[mention.sentence] = scene(reading, reading.sentence(mention))
    return assertion(reading, scenes[mention.sentence], mention)


def _dated(reading: Reading, said: Assertion) -> Assertion:
    """Give the day of the news to an act that is the article's news."""
    if not (said.is_title or said.sentence <= LEAD):
        return said
    return Assertion(said.status, said.sentence, said.cost, _news_day(reading), said.modal, said.is_title)


def _news_day(reading: Reading) -> str | None:
    """The first full date among the article's first sentences, else the day it was published."""
    published = reading.article.published
    for day in reading.mentions("date"):
        if day.sentence <= LEAD and len(day.value) == DAY and (published is None or day.value <= published):
            return day.value
    return published


def _unsaid(group: Group, reading: Reading) -> Assertion | None:
    """What an instrument is that no word says anything of: a body or partnership stands, a cited text was signed."""
    first = group.mentions[0]
    if group.plural or group.generic or any("weak" in m.attributes for m in group.mentions):
        return None
    in_title = any(reading.sentence(m).is_title for m in group.mentions)
    dates = [m.value for mention in group.mentions for m in reading.mentions("date", within=reading.sentence(mention))
             if mention.start <= m.start <= mention.end + 4]
    if group.type in TITLED and in_title:
        return Assertion(TITLED[group.type], first.sentence, 5.0, reading.article.published, is_title=True)
    if group.type in UNSAID and (group.words or group.countries):
        return Assertion(UNSAID[group.type], first.sentence, 5.0)
    if dates or any("named" in m.attributes for m in group.mentions):
        return Assertion("signed", first.sentence, 5.0, dates[0] if dates else None)
    return None


def _instrument(reading: Reading, cast: Cast, group: Group, said: Assertion) -> Instrument:
    best = max(group.mentions, key=lambda m: ("generic" not in m.attributes, m.end - m.start))
    return Instrument(
        type=group.type, name=reading.text(best.start, best.end), parties=parties(reading, cast, group),
        sectors=_sectors(reading, group, said), status=said.status, date=said.date, start=group.mentions[0].start, sentence=best.sentence,
        status_sentence=said.sentence, proposer=_proposer(reading, cast, said), rule=group.mentions[0].rule,
        confidence=round(max(0.3, 0.95 - said.cost / 40), 2),
    )


def _sectors(reading: Reading, group: Group, said: Assertion) -> tuple[str, ...]:
    """The fields that the names mention; where they mention none, those of the sentence."""
    own = [s for m in group.mentions for s in sectors_near(reading, m.sentence, m.start, m.end)]
    first = reading.sentence(group.mentions[0])
    return tuple(dict.fromkeys(own or sectors_near(reading, first.index, first.start, first.end)))


def sectors_near(reading: Reading, sentence: int, start: int, end: int) -> tuple[str, ...]:
    """The sectors that a stretch of a sentence names."""
    return tuple(m.value for m in reading.mentions("sector", within=reading.sentences[sentence]) if start <= m.start < end)


def _proposer(reading: Reading, cast: Cast, said: Assertion) -> Entity | None:
    """Who proposes: the person of the sentence, else the last one before it in the article."""
    if said.status != "proposed":
        return None
    here = cast.people_in(reading.sentences[said.sentence])
    if here:
        return here[0].entity
    earlier = [(m.start, p.entity) for p in cast.people for m in p.mentions if m.sentence < said.sentence]
    return max(earlier, key=lambda pair: pair[0])[1] if earlier else None
