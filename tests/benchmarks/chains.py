"""Whether what several articles name is kept together and apart, on the invented chains of `data/gold/chains`.

    PYTHONPATH=. python tests/benchmarks/chains.py [--json] [--errors]

All chains are put into one store, so that one can be taken for another. A mention (`README.md` of that folder) is looked for in what its article says, and what
it is, is what it denotes in the world. Two mentions that the annotation says are one and that denote one thing are a pair found; two that are not one but denote
one thing are a wrong merge. Pairs are counted over all chains, among the mentions that the extraction finds; how many it finds is printed beside it. A timeline
comes out when the world has exactly its steps, each with its day; where an article is not understood to give one, its own day will do if it is at most three days late. `--errors` shows what
is wrong: `merged` (wrongly), `apart` (wrongly), `unfound` mentions, `timeline`s.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.build import Extraction
from kg.query.asking import ask
from kg.store import Store, open_store

sys.path.insert(0, str(Path(__file__).parent))
from chain_mentions import KINDS, Mention, Step, extractions, find, mentions, named, timelines

DENOTED = "SELECT ?mention ?thing { ?mention kg:denotes ?thing }"
STEPS = """SELECT ?instrument ?status ?date ?reported { ?instrument a kg:Instrument ; kg:hasStatus ?step . ?step kg:status/skos:notation ?status
  OPTIONAL { ?step kg:date ?date } OPTIONAL { ?step kg:reported ?reported } }"""

LATE = timedelta(days=3)

Reported = tuple[str, str, bool]  # the day, the status, whether the day is that of the status and not of the report


class Pairs(NamedTuple):
    """Pairs of mentions of one kind: how many are one and are found so, how many the program makes one, how many are one."""

    right: int
    made: int
    gold: int

    @property
    def precision(self) -> float:
        """How many of the pairs that were made are right."""
        return self.right / self.made if self.made else 1.0

    @property
    def recall(self) -> float:
        """How many of the pairs that are one were made."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * self.right / (self.made + self.gold) if self.made + self.gold else 1.0


class Line(NamedTuple):
    """The timeline of one instrument: as expected, as made, and as it would be were all its mentions one."""

    expected: list[Step]
    made: list[Reported]
    together: list[Reported]


@dataclass
class Outcome:
    """What came of all chains: the things denoted by the mentions that were found, and the timelines expected and made."""

    denoted: dict[Mention, str]
    unfound: list[Mention]
    lines: dict[str, Line]

    def of(self, kind: str) -> list[Mention]:
        """The found mentions of one kind."""
        return [mention for mention in self.denoted if mention.kind == kind]

    def pairs(self, kinds: Iterable[str]) -> Pairs:
        """The pairs of these kinds together."""
        found = [verdict for kind in kinds for verdict in self.judged(kind)]
        return Pairs(sum(one and made for _, _, one, made in found), sum(made for *_, made in found), sum(one for _, _, one, _ in found))

    def judged(self, kind: str) -> Iterator[tuple[Mention, Mention, bool, bool]]:
        """Each two mentions of a kind, with whether they are one and whether the program says so."""
        for a, b in combinations(self.of(kind), 2):
            yield a, b, a.entity == b.entity, self.denoted[a] == self.denoted[b]

    def come_out(self) -> int:
        """How many timelines are just as expected."""
        return sum(agree(line.expected, line.made) for line in self.lines.values())

    def come_out_together(self) -> int:
        """How many would be if all mentions of each instrument were one: the rest is wrong in the articles already."""
        return sum(agree(line.expected, line.together) for line in self.lines.values())


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--errors", action="store_true", help="show each thing that is wrong")
    asked = parser.parse_args()
    outcome = measure(extractions())
    if asked.json:
        print(json.dumps(figures(outcome), indent=1))
        return
    for kind, row in figures(outcome)["kinds"].items():
        print("{:<14} {found:>3} of {mentions:>3} mentions found  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  wrong in 100 merged {wrong:.2f}".format(kind, **row))
    print(f"timelines      {outcome.come_out()} of {len(outcome.lines)} come out, {outcome.come_out_together()} would if all mentions of an instrument were one")
    if asked.errors:
        print("\n".join(errors(outcome)))


def measure(read_articles: dict[str, Extraction]) -> Outcome:
    """Put articles into one store and look up what each mention denotes and how each instrument stands."""
    with open_store("memory:") as store:
        for extraction in read_articles.values():
            store.put_article(extraction.article, extraction.statements)
        world = {_plain(mention): _plain(thing) for mention, thing in ask(store, DENOTED)}
        steps = _steps(store)
    denoted, unfound = dict[Mention, str](), list[Mention]()
    said = {name: named(extraction) for name, extraction in read_articles.items()}
    for mention in mentions():
        thing = find(mention, said[mention.article])
        if thing is None:
            unfound.append(mention)
        else:
            denoted[mention] = world[thing.iri]
    return Outcome(denoted, unfound, {name: _line(line, [thing for mention, thing in denoted.items() if mention.entity == name], steps) for name, line in timelines()})


def _steps(store: Store) -> dict[str, list[Reported]]:
    """The statuses of each instrument of the world, as reported."""
    found: dict[str, list[Reported]] = defaultdict(list)
    for instrument, status, day, reported in ask(store, STEPS):
        found[_plain(instrument)].append((_plain(day or reported), _plain(status), day is not None))
    return found


def _plain(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _line(expected: list[Step], things: list[str], steps: dict[str, list[Reported]]) -> Line:
    """The timeline of an instrument: that of what most of its mentions denote, and that of all that they denote."""
    count = Counter(things)
    mostly = max(count, key=lambda thing: (count[thing], thing), default="")
    return Line(expected, shortened(steps.get(mostly, ())), shortened(step for thing in count for step in steps.get(thing, ())))


def shortened(reports: Iterable[Reported]) -> list[Reported]:
    """Each step once: a month says nothing beside its day, nor a report without a day after the status is known.

    >>> shortened([("2025-06-19", "signed", True), ("2025-06", "signed", True), ("2025-07-01", "signed", False)])
    [('2025-06-19', 'signed', True)]
    """
    steps = sorted(set(reports))
    kept = [step for step in steps if step[2] and not any(other != step and other[0].startswith(step[0]) and other[1:] == step[1:] for other in steps)]
    for step in steps:
        if not step[2] and not any(known[0] <= step[0] and known[1] == step[1] for known in kept):
            kept.append(step)
    return sorted(kept)


def agree(expected: list[Step], made: list[Reported]) -> bool:
    """Whether a timeline is as expected; a report that gives no day may be some days late.

    >>> agree([("2025-04-15", "proposed")], [("2025-04-16", "proposed", False)]), agree([("2025-04-15", "proposed")], [("2025-04-16", "proposed", True)])
    (True, False)
    """
    return len(expected) == len(made) and all(_is(step, report) for step, report in zip(expected, made, strict=True))


def _is(step: Step, report: Reported) -> bool:
    (day, status), (reported, its, exact) = step, report
    if status != its or exact or day == reported or len(day) != len(reported):
        return status == its and day == reported
    return timedelta(0) <= date.fromisoformat(reported) - date.fromisoformat(day) <= LATE


def figures(outcome: Outcome) -> dict[str, Any]:
    """All figures; `entities` are officials and organizations together."""
    groups = {**{kind: (kind,) for kind in KINDS}, "entities": ("officials", "organizations"), "all": tuple(KINDS)}
    return {
        "kinds": {name: _row(outcome, kinds) for name, kinds in groups.items()},
        "timelines": {"come_out": outcome.come_out(), "come_out_together": outcome.come_out_together(), "expected": len(outcome.lines)},
    }


def _row(outcome: Outcome, kinds: tuple[str, ...]) -> dict[str, float]:
    pairs, found = outcome.pairs(kinds), sum(len(outcome.of(kind)) for kind in kinds)
    missed = sum(mention.kind in kinds for mention in outcome.unfound)
    return {
        "mentions": found + missed, "found": found, **pairs._asdict(), "precision": pairs.precision, "recall": pairs.recall, "f1": pairs.f1,
        "wrong": 100 * (1 - pairs.precision),
    }


def errors(outcome: Outcome) -> Iterator[str]:
    """Every error, one a line."""
    for kind in KINDS:
        for a, b, one, made in outcome.judged(kind):
            if one != made:
                yield f"{'apart' if one else 'merged'} {kind}: {a} | {b}" + ("" if one else f"  ({a.entity}, {b.entity})")
    for mention in outcome.unfound:
        yield f"unfound {mention.kind}: {mention}  ({mention.entity})"
    for name, line in outcome.lines.items():
        if not agree(line.expected, line.made):
            yield f"timeline {name}: expected {_drawn(line.expected)}; made {_drawn(line.made)}; together {_drawn(line.together)}"


def _drawn(line: Iterable[Sequence[object]]) -> str:
    """A timeline in one line; a day in brackets is that of the report."""
    return " → ".join(f"{status} {day}" if not exact or exact[0] else f"{status} ({day})" for day, status, *exact in line) or "nothing"


if __name__ == "__main__":
    main()
