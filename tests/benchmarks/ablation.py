"""What the second opinion adds: the same articles read with it, without it, and with more of it than we use.

    PYTHONPATH=. python tests/benchmarks/ablation.py --gold FOLDER [--benchmarks BENCHMARKS] [--half odd|even|fourth|all]

FOLDER holds annotated articles (`data/gold/FORMAT.md`), BENCHMARKS the three corpora (`data/crf/corpora.py`). A line per way of reading: people and
organizations on the annotated articles (precision, recall, F1), the mean F1 of all six fields, the time of an article; and exact PER and ORG spans on
what the model was not trained on. The model alone takes every PER of two words for a person of the article and every ORG for a body of it.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from kg.build import understand
from kg.evaluate import Score
from kg.extract.facts import facts
from kg.languages import Language
from kg.mention import organizations
from kg.model import Mention
from kg.read import read
from kg.reading import Finder, Reading
from kg.second_opinion import FILE, Vote, begins, person_begins, vote

sys.path.insert(0, str(Path(__file__).parent))
from names import CORPORA, by_rules, measure

Doubts = Mapping[str, Mapping[str, float]]
PEOPLE = {"person.title": 0.02, "person.counterpart": 0.1, "person.label": 0.1, "person.meeting": 0.1, "person.speech": 0.1}
BODIES = {"organization.head": 0.02, "organization.tail": 0.02, "organization.introduced": 0.02}
LIMIT = {"faint": 0.02, "person": 0.8}
BOLD = {**dict.fromkeys(PEOPLE, 0.5), "person.apposition": 0.5, "person.title.comma": 0.5}
WAYS: dict[str, Doubts | None] = {
    "rules alone": {}, "names fall": {"least": PEOPLE}, "names fall, front words are left off": {"least": PEOPLE, "limit": {"faint": 0.02}},
    "bodies end before a person": {"limit": {"person": 0.8}}, "as used (all three)": None,
    "names fall at one half": {"least": BOLD, "limit": LIMIT}, "bodies fall too": {"least": {**PEOPLE, **BODIES}, "limit": LIMIT},
}
SURE = 0.9


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--benchmarks", type=Path)
    parser.add_argument("--half", choices=("odd", "even", "fourth", "all"), default="all")
    asked = parser.parse_args()
    wanted = {"odd": lambda n: n % 2 == 1, "even": lambda n: n % 2 == 0, "fourth": lambda n: n % 4 == 0, "all": lambda _: True}[asked.half]
    golds = [p for p in sorted(asked.gold.glob("*.json")) if asked.half == "all" or wanted(int(p.stem[-3:]))]
    if not golds:
        sys.exit(f"{asked.gold}: no annotated articles")
    on_gold(golds[:2], ())  # so that no way of reading pays for loading
    print(f"{len(golds)} articles ({asked.half})\n{'':<44}{'people':<20}{'organizations':<20}{'mean':<7}{'ms':<7}spans: PER F1 and ORG F1 (id, en, ru)")
    for name, doubts, finders in (
        *((name, doubts, ()) for name, doubts in WAYS.items()), ("as used; proposes PER named twice", None, (repeated_people,)), ("as used; proposes ORG", None, (bodies,)),
    ):
        with reading_with(doubts):
            print(f"{name:<44}{on_gold(golds, finders)}{on_spans(asked.benchmarks)}", flush=True)
    print(f"{'the model alone':<44}{alone(golds)}")


def reading_with(doubts: Doubts | None) -> ExitStack:
    """Let the model have this say in place of what the languages give it, over bodies too."""
    stack = ExitStack()
    if doubts is not None:
        def doubting(language: Language) -> Language:
            return replace(language, files={**language.files, FILE: doubts if language.table(FILE) else {}})
        stack.enter_context(patch("kg.mention.people.begins", lambda tokens, language, *names: begins(tokens, doubting(language), *names)))
        stack.enter_context(patch("kg.mention.organizations.extent.person_begins", lambda tokens, language, p: person_begins(tokens, doubting(language), p)))
        stack.enter_context(patch.object(organizations, "names_in", _doubted(organizations.names_in, doubting)))
    return stack


def _doubted(names_in: Callable[..., Any], doubting: Callable[[Language], Language]) -> Callable[..., Any]:
    def names(line: Any) -> tuple[Any, ...]:
        found = names_in(line)
        stand = begins(line.tokens, doubting(line.words), [(f.first, f.last, f"organization.{f.rule}") for f in found], "ORG")
        return tuple(f for f, first in zip(found, stand, strict=True) if first is not None)
    return names


def repeated_people(reading: Reading) -> Iterator[Mention]:
    """People that only the model sees: sure of it, two words, and the last of them at another place too."""
    words = Counter(t.norm for s in reading.sentences for t in s.tokens if t.text[0].isupper())
    for sentence, v in unnamed(reading, "PER"):
        tokens = sentence.tokens[v.first : v.last]
        if len(tokens) > 1 and words[tokens[-1].norm] > 1 and not sentence.is_title:
            name = " ".join(reading.text(tokens[0].start, tokens[-1].end).split())
            yield Mention("person", tokens[0].start, tokens[-1].end, name, sentence.index, "person.model", 0.5, {"post": "", "order": "0"})


def bodies(reading: Reading) -> Iterator[Mention]:
    """Bodies that only the model sees, of two words."""
    for sentence, v in unnamed(reading, "ORG"):
        tokens = sentence.tokens[v.first : v.last]
        if len(tokens) > 1 and not sentence.is_title:
            name = " ".join(reading.text(tokens[0].start, tokens[-1].end).split())
            attributes = dict.fromkeys(("short", "acronym", "country", "body", "full"), "") | {"name": name}
            yield Mention("organization", tokens[0].start, tokens[-1].end, "other", sentence.index, "organization.model", 0.5, attributes)


def unnamed(reading: Reading, kind: str) -> Iterator[tuple[Any, Vote]]:
    """The sure votes where no rule has named anything."""
    for sentence in reading.sentences:
        named = reading.mentions("person", "organization", "country", "place", "post", "instrument", within=sentence)
        for v in vote(sentence.tokens, reading.language):
            start, end = sentence.tokens[v.first].start, sentence.tokens[v.last - 1].end
            if v.kind == kind and v.probability >= SURE and all(m.end <= start or m.start >= end for m in named):
                yield sentence, v


def on_gold(golds: list[Path], finders: tuple[Finder, ...]) -> str:
    """Score the pipeline on annotated articles."""
    score, started = Score(), time.process_time()
    for path in golds:
        said = understand(next(iter(read(str(path.with_suffix(".txt"))))), finders)
        score.take(json.loads(path.read_text("utf-8")), json.loads(json.dumps(facts(said.article, said.statements))))
    return _figures(score) + f"{score.mean_f1:<7.4f}{1000 * (time.process_time() - started) / len(golds):<7.1f}"


def alone(golds: list[Path]) -> str:
    """Score the model's names, each once."""
    score = Score()
    for path in golds:
        reading = understand(next(iter(read(str(path.with_suffix(".txt")))))).reading
        seen: dict[str, dict[str, None]] = {"PER": {}, "ORG": {}, "LOC": {}}
        for s in reading.sentences:
            for v in vote(s.tokens, reading.language):
                if v.last - v.first > 1 or v.kind == "ORG":
                    seen[v.kind][" ".join(reading.text(s.tokens[v.first].start, s.tokens[v.last - 1].end).split())] = None
        empty = {"type": "other", "country": None, "role": None, "rank": "other", "aliases": []}
        named = {field: [{"name": n, **empty} for n in seen[kind]] for field, kind in (("people", "PER"), ("organizations", "ORG"))}
        score.take(json.loads(path.read_text("utf-8")), {"id": path.stem, **named})
    return _figures(score)


def _figures(score: Score) -> str:
    tallies = (score.fields[name] for name in ("people", "organizations"))
    return "".join(f"{f'{t.precision:.3f} {t.recall:.3f} {t.f1:.3f}':<20}" for t in tallies)


def on_spans(folder: Path | None) -> str:
    """Exact spans of the pipeline on the corpora's held-out parts."""
    if folder is None:
        return ""
    totals = [measure(lang, load(folder, "dev"), by_rules) for lang, load in CORPORA.items()]
    return "  ".join(" ".join(f"{2 * r / max(f + g, 1):.3f}" for r, f, g in (t[kind] for t in totals)) for kind in ("PER", "ORG"))


if __name__ == "__main__":
    main()
