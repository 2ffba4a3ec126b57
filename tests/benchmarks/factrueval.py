"""Facts of FactRuEval-2016, track 3, from what the pipeline reads: Occupation, Meeting, Deal.

    python tests/benchmarks/factrueval.py BENCHMARKS/factrueval-2016 [--errors]

The folder is the public devset (122 Russian texts, MIT; github.com/dialogue-evaluation/factRuEval-2016). An Occupation is a person of the cast with
an office (who, position, where); a Meeting the people, else the countries, of a meeting, visit or call; a Deal those of a contract, a financing, a
trade agreement. Most of these texts are domestic news, of which the graph says nothing: so the people are read from the cast, before the rule that
an article without two parties has no facts. Ownership and the parts of bodies, which the graph does not know, count as missed.

Each fact found is paired with the fact of its type that shares most arguments with it; the first argument (who; one participant) has to be the
same. A pair counts by its share of matching arguments, as in the track: for precision of those found, for recall of those in the gold. Names are
the same when a word of four letters or more has the same beginning (Russian inflects them). The best system of 2016 reached F1 .508.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.build import Extraction, understand
from kg.extract.facts import facts
from kg.gazetteer import label
from kg.matching import fold
from kg.model import Article

MEETINGS, DEALS = ("meeting", "call", "negotiation"), ("contract", "financing", "trade_agreement")
SAME_LETTERS, SHORTEST = 5, 3
SLOTS = {"Occupation": ("Who", "Position", "Where"), "Meeting": ("Participant",), "Deal": ("Participant",)}


@dataclass(frozen=True)
class Fact:
    """A fact: its type and its arguments, each a slot with all wordings that it may have."""

    type: str
    arguments: tuple[tuple[str, str], ...]


def main() -> None:
    """Score the devset."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    texts = sorted((asked.folder / "devset").glob("*.txt"))
    if not texts:
        sys.exit(f"{asked.folder}: no devset/*.txt; give the folder factrueval-2016")
    totals: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0, 0.0])
    for path in texts:
        gold = list(read_gold(path))
        found = list(read_found(understand(Article(path.stem, path.read_text("utf-8"), "ru"))))
        for kind in {f.type for f in (*gold, *found)}:
            count(totals[kind], [f for f in gold if f.type == kind], [f for f in found if f.type == kind], path.stem if asked.errors else "")
    for kind, row in sorted(totals.items()):
        show(kind, row)
    show("all", [sum(column) for column in zip(*totals.values(), strict=True)])
    show("the three types", [sum(column) for column in zip(*(row for kind, row in totals.items() if kind in SLOTS), strict=True)])


def show(kind: str, row: Iterable[float]) -> None:
    """Print precision, recall and F1."""
    right_found, found, right_gold, gold = row
    precision, recall = right_found / found if found else 1.0, right_gold / gold if gold else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"{kind:<16} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}  gold {gold:.0f} found {found:.0f}")


def count(row: list[float], gold: list[Fact], found: list[Fact], name: str) -> None:
    """Pair the facts of one type of one text and add up."""
    row[1] += len(found)
    row[3] += len(gold)
    free = list(found)
    for fact in gold:
        best = max(free, key=lambda other: shared(fact, other), default=None)
        if best is None or not shared(fact, best):
            if name:
                print(name, "missed", fact)
            continue
        free.remove(best)
        row[0] += shared(fact, best) / len(best.arguments)
        row[2] += shared(fact, best) / len(fact.arguments)
    if name:
        for fact in free:
            print(name, "wrong", fact)


def shared(gold: Fact, found: Fact) -> int:
    """How many arguments two facts share; none where the first slot differs."""
    free, hits = list(found.arguments), 0
    for slot, wording in gold.arguments:
        match = next((a for a in free if a[0] == slot and is_same(wording, a[1])), None)
        if match is None:
            if slot == "Who":
                return 0
            continue
        free.remove(match)
        hits += 1
    return hits


def is_same(one: str, other: str) -> bool:
    """Whether two wordings name the same: a long word with the same beginning."""
    return bool(stems(one) & stems(other))


def stems(wording: str) -> set[str]:
    """The beginnings of the words of a wording."""
    return {word[:SAME_LETTERS] for word in re.findall(r"\w+", fold(wording)) if len(word) >= SHORTEST}


def read_gold(text: Path) -> Iterator[Fact]:
    """The annotated facts of a text, without those that are only possible or denied."""
    names = dict(objects(text))
    for block in text.with_suffix(".facts").read_text("utf-8").strip().split("\n\n"):
        head, *lines = block.strip().split("\n")
        if not head.strip():
            continue
        kind = head.split()[1]
        slots = SLOTS.get(kind)
        arguments = [(line.split()[0], wording(line, names)) for line in lines if slots is None or line.split()[0] in slots]
        if arguments:
            yield Fact(kind, tuple(arguments))


def wording(line: str, names: dict[str, str]) -> str:
    """The wordings of one argument: an object's names, or the words of a span."""
    _, reference, *words = line.split()
    return " ".join((names.get(reference.removeprefix("obj"), ""), *words))


def objects(text: Path) -> Iterator[tuple[str, str]]:
    """Every identified object with all its names."""
    for block in text.with_suffix(".coref").read_text("utf-8").strip().split("\n\n"):
        head, *lines = block.strip().split("\n")
        yield head.split()[0], " ".join(line.partition(" ")[2] for line in lines)


def read_found(said: Extraction) -> Iterator[Fact]:
    """The facts that the pipeline reads, as the track words them."""
    bodies = {o.entity: o for o in said.cast.organizations}
    for person in said.cast.people:
        if person.role:
            body = bodies.get(person.organization) if person.organization else None
            where = " ".join(filter(None, (body.name if body else "", label(person.country, "ru") if person.country else "", person.role)))
            yield Fact("Occupation", (("Who", person.name), ("Position", person.role), ("Where", where)))
    told = facts(said.article, said.statements)
    for kind, items in (("Meeting", [e for e in told["events"] if e["type"] in MEETINGS]), ("Deal", [i for i in told["instruments"] if i["type"] in DEALS])):
        for item in items:
            names = [*item.get("people", ()), *([] if item.get("people") else [label(code, "ru") for code in item["parties"]])]
            yield Fact(kind, tuple(("Participant", name) for name in names))


if __name__ == "__main__":
    main()
