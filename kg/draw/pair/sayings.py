"""How what stands in the picture of two countries is said in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kg.draw.pair.content import Act, Deal, Meeting, Person
from kg.draw.words import words
from kg.draw.words.counting import counted


@dataclass(frozen=True, slots=True)
class Sayings:
    """The words of one language."""

    lang: str

    @property
    def said(self) -> dict[str, Any]:
        """The words as they are written."""
        return words("pair", self.lang)

    def count(self, what: str, number: int) -> str:
        """A number of sources, instruments, events, days."""
        return counted(self.said[what], number)

    def status(self, deal: Deal) -> str:
        """Where it stands, or that nothing says so."""
        return deal.standing.status or str(self.said["no_status"])

    def when(self, deal: Deal) -> str:
        """Since when it stands so; of a status without a day of its own the day of the report."""
        stands = deal.standing
        if not stands.date:
            return str(self.said["undated"])
        return stands.date if stands.is_dated else str(self.said["reported"].format(date=stands.date))

    def silence(self, deal: Deal) -> str:
        """For how long nothing was heard of an open promise; nothing where it is not overdue."""
        return self.count("silent", deal.standing.silent) if deal.standing.silent else ""

    def deal(self, deal: Deal, others: Sequence[str]) -> str:
        """An instrument as a sentence."""
        stands = deal.standing
        status = f"{self.status(deal)} {stands.date}" if stands.is_dated and stands.date else f"{self.status(deal)}, {self.when(deal)}"
        return ", ".join(part for part in (deal.name, status, self.silence(deal), self._with(others), self.count("sources", deal.sources)) if part)

    def meeting(self, meeting: Meeting, others: Sequence[str]) -> str:
        """An event as a sentence."""
        return ", ".join(part for part in (meeting.name, meeting.date or self.said["undated"], self._with(others), self.count("sources", meeting.sources)) if part)

    def person(self, person: Person, body: str) -> str:
        """An official as a sentence."""
        return ", ".join(part for part in (person.name, person.post, body) if part)

    def act(self, act: Act, who: str, what: str) -> str:
        """That somebody proposed something, or took part."""
        return str(self.said["says_proposed" if act.is_proposal else "says_took_part"].format(who=who, what=what))

    def _with(self, others: Sequence[str]) -> str:
        return str(self.said["with"].format(countries=", ".join(others))) if others else ""
