"""Whether what several articles name is kept together and apart, on the invented chains of `data/gold/chains`.

    PYTHONPATH=. python tests/benchmarks/chains.py [--json] [--errors]

All chains are put into one store, so that one can be taken for another. A mention (`README.md` of that folder) is looked for in what its article says, and what
it is, is what it denotes in the world. Two mentions that the annotation says are one and that denote one thing are a pair found; two that are not one but denote
one thing are a wrong merge. Pairs are counted over all chains, among the mentions that the extraction finds; how many it finds is printed beside it. A timeline
comes out when the world has exactly its steps: the day (or, where an article gives none, the day it was published) and the status. `--errors` shows what
is wrong: `merged` (wrongly), `apart` (wrongly), `unfound` mentions, `timeline`s.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from pyoxigraph import Literal, NamedNode

from kg.build import Extraction, understand
from kg.model import Entity
from kg.query.asking import ask
from kg.read import read
from kg.store import Store, open_store

FOLDER = Path(__file__).parents[2] / "data" / "gold" / "chains"
KINDS = {"officials": "Official", "organizations": "Organization", "instruments": "Instrument", "events": "Event"}
ALONE = ("instruments", "events")
STEM = 4
NAMES = ("name", "prefLabel", "altLabel")
DENOTED = "SELECT ?mention ?thing { ?mention kg:denotes ?thing }"
STEPS = """SELECT ?instrument ?status ?date ?reported { ?instrument a kg:Instrument ; kg:hasStatus ?step . ?step kg:status/skos:notation ?status
  OPTIONAL { ?step kg:date ?date } OPTIONAL { ?step kg:reported ?reported } }"""

Step = tuple[str, str]
Reported = tuple[str, str, bool]  # the day, the status, whether the day is that of the status and not of the report


class Mention(NamedTuple):
    """Where an annotated entity is named: the article, the words there, and what helps to tell it from others of its sentence."""

    kind: str
    entity: str
    article: str
    words: str
    hint: str = ""

    def __str__(self) -> str:
        """One line of it for a person."""
        return f"{self.article} {self.words!r}"


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
    made: list[Step]
    together: list[Step]


@dataclass
class Named:
    """What an article says of one thing that it names, as far as a mention can be known by it."""

    names: set[str] = field(default_factory=set)
    offices: set[str] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)
    country: str = ""
    type: str = ""


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
        return sum(line.expected == line.made for line in self.lines.values())

    def come_out_together(self) -> int:
        """How many would be if all mentions of each instrument were one: the rest is wrong in the articles already."""
        return sum(line.expected == line.together for line in self.lines.values())


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


def extractions() -> dict[str, Extraction]:
    """What each article of the chains says, by chain and number."""
    return {f"{path.parent.name}/{path.stem}": understand(next(iter(read(path)))) for path in sorted(FOLDER.glob("*/*.txt"))}


def gold() -> Iterator[tuple[str, dict[str, Any]]]:
    """The annotation of each chain."""
    for path in sorted(FOLDER.glob("*/chain.json")):
        yield path.parent.name, json.loads(path.read_text("utf-8"))


def mentions() -> Iterator[Mention]:
    """Every annotated mention."""
    for chain, annotated in gold():
        for kind in KINDS:
            for entity, about in annotated[kind].items():
                for article, words in about["mentions"].items():
                    yield Mention(kind, entity, f"{chain}/{article}", words, about.get("country", about.get("type", "")))


def timelines() -> Iterator[tuple[str, list[Step]]]:
    """The expected timeline of each instrument."""
    for _, annotated in gold():
        for name, about in annotated["instruments"].items():
            yield name, [(date, status) for date, status in about["timeline"]]


def named(extraction: Extraction) -> dict[Entity, Named]:
    """What an article names: each thing with its names, its offices, the sentences that it rests on."""
    said: dict[Entity, Named] = defaultdict(Named)
    posts: dict[Entity, str] = {s.subject: str(s.value) for s in extraction.statements if s.subject.kind == "Post" and s.predicate == "label"}
    for s in extraction.statements:
        me = said[s.subject]
        if s.evidence is not None:
            me.quotes.add(s.evidence.quote.casefold())
        if s.predicate in NAMES:
            me.names.add(str(s.value).casefold())
        elif s.predicate == "country" and isinstance(s.value, Entity):
            me.country = s.value.key.rpartition("/")[2]
        elif s.predicate == "eventType" and isinstance(s.value, Entity):
            me.type = s.value.key.rpartition("/")[2]
        elif s.predicate == "postIn" and isinstance(s.value, Entity):
            said[s.value].offices.add(posts.get(s.subject, "").casefold())
    return said


def find(mention: Mention, said: dict[Entity, Named]) -> Entity | None:
    """What a mention is among what its article names: the thing whose name fits best, or the only one that it may be."""
    may_be = {entity: about for entity, about in said.items() if entity.kind == KINDS[mention.kind] and _may_be(mention, about)}
    fits = [(fit, entity.key, entity) for entity, about in may_be.items() if (fit := _fit(mention, about))]
    if fits:
        return max(fits, key=lambda found: found[:2])[2]
    return next(iter(may_be)) if len(may_be) == 1 and mention.kind in ALONE else None


def _may_be(mention: Mention, about: Named) -> bool:
    """Whether the hint is true of a thing: the country of an organization, the type of an event."""
    return not mention.hint or mention.hint == (about.type if mention.kind == "events" else about.country)


def _fit(mention: Mention, about: Named) -> int:
    """How well a thing fits a mention: it is called so; its name or office is within the words or around them; so it is but for the endings of words."""
    words = mention.words.casefold()
    if mention.kind == "events":
        return int(any(words in quote for quote in about.quotes))
    names = about.names | about.offices
    if words in about.names:
        return 3
    if any(name and (words in name or name in words) for name in names):
        return 2
    return int(any(name and (_begins_alike(words, name) or _begins_alike(name, words)) for name in names))


def _begins_alike(part: str, whole: str) -> bool:
    """Whether the words of one, without their endings, stand in the other.

    >>> _begins_alike("ратной парамитой", "ратна парамита"), _begins_alike("ратной парамитой", "рахмат парамита")
    (True, False)
    """
    sought, among = ([word[:STEM] for word in text.split()] for text in (part, whole))
    return any(among[i : i + len(sought)] == sought for i in range(len(among) - len(sought) + 1))


def _steps(store: Store) -> dict[str, list[Reported]]:
    """The statuses of each instrument of the world, as reported."""
    found: dict[str, list[Reported]] = defaultdict(list)
    for instrument, status, date, reported in ask(store, STEPS):
        found[_plain(instrument)].append((_plain(date or reported), _plain(status), date is not None))
    return found


def _plain(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""


def _line(expected: list[Step], things: list[str], steps: dict[str, list[Reported]]) -> Line:
    """The timeline of an instrument: that of what most of its mentions denote, and that of all that they denote."""
    count = Counter(things)
    mostly = max(count, key=lambda thing: (count[thing], thing), default="")
    return Line(expected, shortened(steps.get(mostly, ())), shortened(step for thing in count for step in steps.get(thing, ())))


def shortened(steps: Iterable[Reported]) -> list[Step]:
    """Each step once: a month says nothing beside its day, nor a report without a day after the status is known.

    >>> shortened([("2025-06-19", "signed", True), ("2025-06", "signed", True), ("2025-07-01", "signed", False)])
    [('2025-06-19', 'signed')]
    """
    dated = {(day, status) for day, status, exact in steps if exact}
    kept = {(day, status) for day, status in dated if not any(other != day and other.startswith(day) and status == its for other, its in dated)}
    for day, status in sorted((day, status) for day, status, exact in steps if not exact):
        if not any(before <= day and status == its for before, its in kept):
            kept.add((day, status))
    return sorted(kept)


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
        if line.expected != line.made:
            yield f"timeline {name}: expected {_drawn(line.expected)}; made {_drawn(line.made)}; together {_drawn(line.together)}"


def _drawn(line: list[Step]) -> str:
    return " → ".join(f"{status} {date}" for date, status in line) or "nothing"


if __name__ == "__main__":
    main()
