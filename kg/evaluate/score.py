"""Precision, recall and F1 for each field, and how often the attributes of what was found are right."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.evaluate import same
from kg.evaluate.gold import Facts
from kg.evaluate.same import Fact

FIELDS = ("parties", "people", "organizations", "sectors", "instruments", "events")
CODES = ("parties", "sectors")
SAME: dict[str, Callable[[Fact, Fact], bool]] = {
    "parties": same.code, "sectors": same.code, "people": same.person, "organizations": same.organization,
    "instruments": same.instrument, "events": same.event,
}
ATTRIBUTES = {
    "people": ("country", "rank", "role"), "organizations": ("type", "country"), "instruments": ("status", "date"), "events": ("date",),
}
ONE = {"people": "person", "organizations": "organization", "instruments": "instrument", "events": "event"}


@dataclass(slots=True)
class Tally:
    """How many facts of a field were found, wrong, missed."""

    found: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def precision(self) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.found / (self.found + self.wrong) if self.found + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 1 where there is none."""
        return self.found / (self.found + self.missed) if self.found + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        total = 2 * self.found + self.wrong + self.missed
        return 2 * self.found / total if total else 1.0


@dataclass(slots=True)
class Score:
    """The tallies of a set of articles, the hits of each attribute as (right, of), and what went wrong, in words."""

    articles: int = 0
    fields: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in FIELDS})
    attributes: dict[str, tuple[int, int]] = field(default_factory=lambda: defaultdict(lambda: (0, 0)))
    noise: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def mean_f1(self) -> float:
        """The mean of the six fields' F1."""
        return sum(tally.f1 for tally in self.fields.values()) / len(FIELDS)

    def take(self, gold: Facts, found: Facts) -> None:
        """Count one article."""
        self.articles += 1
        for name in FIELDS:
            self._take_field(name, gold, found)
        self._take_noise(gold, found)

    def _take_field(self, name: str, gold: Facts, found: Facts) -> None:
        golds, given = _items(gold, name), _items(found, name)
        matched = pairs(golds, given, SAME[name], best=name in ("instruments", "events"))
        hit = {id(fact) for pair in matched for fact in pair}
        missed = [g for g in golds if id(g) not in hit and not g.get("implied")]
        wrong = [f for f in given if id(f) not in hit and not _backed_by_a_role(f, found)]
        tally = self.fields[name]
        tally.found, tally.missed, tally.wrong = tally.found + len(matched), tally.missed + len(missed), tally.wrong + len(wrong)
        for word, facts in (("missed", missed), ("wrong", wrong)):
            self.errors += [f"{gold['id']} {word} {name}: {json.dumps(fact, ensure_ascii=False)}" for fact in facts]
        for one, other in matched:
            self._take_attributes(name, gold["id"], one, other)

    def _take_attributes(self, name: str, article: str, gold: Fact, found: Fact) -> None:
        for attribute in ATTRIBUTES.get(name, ()):
            right = same.role(gold, found) if attribute == "role" else gold.get(attribute) == found.get(attribute)
            key = f"{ONE[name]}.{attribute}"
            hits, total = self.attributes[key]
            self.attributes[key] = (hits + right, total + 1)
            if not right:
                self.errors.append(f"{article} {key}: {gold.get(attribute)!r} expected, {found.get(attribute)!r} found "
                                   f"for {gold.get('name') or gold.get('type')}")

    def _take_noise(self, gold: Facts, found: Facts) -> None:
        noise = {same.folded(name) for name in gold.get("noise", ())}
        for fact in (*found.get("people", ()), *found.get("organizations", ())):
            if same.names(fact) & noise:
                self.noise += 1
                self.errors.append(f"{gold['id']} noise: {fact['name']}")

    def figures(self) -> dict[str, Any]:
        """All figures, rounded to four digits, as one JSON object."""
        return {
            "articles": self.articles, "mean_f1": round(self.mean_f1, 4), "noise": self.noise,
            "fields": {name: {"precision": round(t.precision, 4), "recall": round(t.recall, 4), "f1": round(t.f1, 4), "gold": t.found + t.missed}
                       for name, t in self.fields.items()},
            "attributes": {name: round(right / total, 4) for name, (right, total) in sorted(self.attributes.items())},
        }


def score(gold: Mapping[str, Facts], found: Mapping[str, Facts]) -> tuple[Score, dict[str, Score]]:
    """Score what was found, over all articles and per language; an article that was not read counts as all missed."""
    whole, by_language = Score(), defaultdict[str, Score](Score)
    for key, facts in gold.items():
        for one in (whole, by_language[facts["lang"]]):
            one.take(facts, found.get(key, {}))
    return whole, dict(sorted(by_language.items()))


def _items(facts: Facts, name: str) -> list[Fact]:
    values = facts.get(name) or []
    return [{"name": value} for value in dict.fromkeys(values)] if name in CODES else values


def pairs(golds: list[Fact], given: list[Fact], is_same: Callable[[Fact, Fact], bool], *, best: bool) -> list[tuple[Fact, Fact]]:
    """One found fact for each fact of the gold: the first that is the same, or the most alike of them."""
    matched, free = [], list(given)
    for gold in golds:
        candidates = [fact for fact in free if is_same(gold, fact)]
        if candidates:
            chosen = max(candidates, key=lambda fact: same.likeness(gold, fact)) if best else candidates[0]
            free.remove(chosen)
            matched.append((gold, chosen))
    return matched


def _backed_by_a_role(organization: Fact, found: Facts) -> bool:
    """A ministry that only somebody's office names is no error where that office is in the facts."""
    name = same.words(organization.get("name"))
    offices = (same.words(person.get("role")) for person in found.get("people", ()))
    return bool(organization.get("implied")) and any(len(name & office) >= len(name) - 1 for office in offices)
