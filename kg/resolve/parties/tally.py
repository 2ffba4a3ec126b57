"""Adds up the evidence for each country and says which have enough."""

from __future__ import annotations

from collections.abc import Iterable

from kg.reading import Party
from kg.resolve.parties.evidence import Sign

ENOUGH = 1.3  # points that make a party
SHARE = 0.3  # of the points of the second strongest country: the two that talk to each other rarely weigh the same
LATE_SHARE = 0.4  # of one that neither the title nor the lead names
SLACK = 1.0  # points of the second strongest that demand nothing yet: a digest has many parties with few points each
SOCIETY_ENOUGH = 1.6  # points of one of whose state nobody is seen to act
MOST_OF_ONE_SENTENCE = 5.0
TWO = 2
BEST = 3  # sentences kept as evidence


class Tally:
    """The evidence of an article, added up: for each country the best sign of each sentence."""

    def __init__(self, found: Iterable[Sign]) -> None:
        """Take the signs in the order of the text."""
        self.best: dict[str, dict[int, Sign]] = {}
        self.states: set[str] = set()
        self.early: set[str] = set()
        self.pacts: dict[str, set[str]] = {}
        self.met: set[str] = set()
        for sign in found:
            self._take(sign)
        self.totals = {code: sum(min(s.points, MOST_OF_ONE_SENTENCE) for s in by.values()) for code, by in self.best.items()}

    def _take(self, sign: Sign) -> None:
        by = self.best.setdefault(sign.code, {})
        if sign.sentence not in by or by[sign.sentence].points < sign.points:
            by[sign.sentence] = sign
        if sign.state:
            self.states.add(sign.code)
        if sign.early:
            self.early.add(sign.code)
        if sign.met:
            self.met.add(sign.code)
        if sign.pact:
            self.pacts.setdefault(sign.code, set()).update(sign.pact - {sign.code})

    def parties(self) -> list[str]:
        """The countries with enough evidence, in the order of the text."""
        chosen = {code for code in self.best if self._acts(code) and self.totals[code] >= self._least(code)} if self.states else set()
        chosen |= {code for code, others in self.pacts.items() if chosen & others and self.totals[code] >= ENOUGH}
        chosen |= {code for code in self.met if chosen and self.totals[code] >= ENOUGH}
        return [code for code in self.best if code in chosen]

    def strongest(self) -> list[str]:
        """The two countries with most evidence, however little, in the order of the text."""
        ranked = sorted(self.best, key=lambda code: -self.totals[code])[:TWO]
        return [code for code in self.best if code in ranked and self.totals[code] >= ENOUGH]

    def _acts(self, code: str) -> bool:
        return code in self.states or self.totals[code] >= SOCIETY_ENOUGH

    def _least(self, code: str) -> float:
        second = sorted(self.totals.values())[-TWO:][0]
        share = SHARE if code in self.early else LATE_SHARE
        return max(ENOUGH, share * (second - SLACK))

    def party(self, code: str) -> Party:
        """A country as a party, with its best sentences and how sure it is."""
        ranked = sorted(self.best[code].values(), key=lambda s: (-s.points, s.sentence))[:BEST]
        return Party(code, tuple(sorted(s.sentence for s in ranked)), ranked[0].rule, round(min(0.99, 0.5 + self.totals[code] / 20), 2))
