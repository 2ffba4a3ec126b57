"""One report of an event: its trigger with the date, the place and the mood of its clause."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from kg.dates import DAY
from kg.extract.events.circumstances import circumstances
from kg.model import Mention
from kg.reading import Reading

YEAR, MONTH = len("2025"), len("2025-04")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A trigger and what its clause says; `date` and `place` are its own, not those of the article."""

    mention: Mention
    date: str | None = None
    until: str | None = None
    place: Mention | None = None
    is_head: bool = False
    is_title: bool = False

    @property
    def type(self) -> str:
        """The type of the event."""
        return self.mention.value

    @property
    def sentence(self) -> int:
        """The number of its sentence."""
        return self.mention.sentence

    @property
    def is_name(self) -> bool:
        """Whether only a noun names the event."""
        return self.mention.attributes["form"] == "name"

    @property
    def is_future(self) -> bool:
        """Whether the event is still to come."""
        return self.says("future")

    def says(self, mood: str) -> bool:
        """Whether its clause has this mood (`negated`, `hoped`, `invited`, `adnominal`, `future`)."""
        return mood in self.mention.attributes

    @property
    def is_exact(self) -> bool:
        """Whether its own date is known to the day."""
        return self.date is not None and len(self.date) == DAY


HEAD = 2


def occurrences(reading: Reading) -> Iterator[Occurrence]:
    """Give the reports of events of an article, in the order of the text; denied ones are left out."""
    body = [s.index for s in reading.sentences if not s.is_title][:HEAD]
    heads = {*body, *(s.index for s in reading.sentences if s.is_title)}
    for sentence in reading.sentences:
        triggers = reading.mentions("event", within=sentence)
        for trigger, pairs in circumstances(reading, sentence, triggers):
            if "negated" not in trigger.attributes:
                base = Occurrence(trigger, is_head=sentence.index in heads, is_title=sentence.is_title)
                yield from (_with(base, date, place, reading.article.published) for date, place in pairs)


def _is_of_the_saying(base: Occurrence, date: Mention, today: str | None) -> bool:
    """Whether a day before today stands beside what is still to come: "said on Monday that he will visit"."""
    return base.is_future and "future" not in date.attributes and len(date.value) == DAY and today is not None and date.value < today


def _with(base: Occurrence, date: Mention | None, place: Mention | None, today: str | None) -> Occurrence:
    """The same with a date and a place; a date to come makes the event one to come, a past one a past one; this month or year says neither."""
    if date is None or _is_of_the_saying(base, date, today):
        return replace(base, place=place)
    has_own = len(date.value) < DAY and (today or "").startswith(date.value)
    attributes: Mapping[str, str] = {k: v for k, v in base.mention.attributes.items() if k != "future" or has_own}
    if "future" in date.attributes:
        attributes = {**attributes, "future": "true"}
    mention = replace(base.mention, attributes=attributes)
    return replace(base, mention=mention, date=date.value, until=date.attributes.get("end"), place=place)
