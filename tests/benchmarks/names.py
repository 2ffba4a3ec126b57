"""People, organizations and places by name, on public annotated news: the whole pipeline beside the small model alone.

    PYTHONPATH=. python tests/benchmarks/names.py BENCHMARKS

BENCHMARKS holds `idner-news-2k`, `crossner-politics` and `factrueval-2016` (`data/crf/corpora.py`); what is scored is what the model was not trained on:
the two dev splits, and every fifth Russian document. Exact spans count (kind, first and last token), as in the published figures: a plain CRF has .848 on the
test split of idner-news-2k.

How our mentions become spans: a person mention is PER, without the honorific before it; an organization mention ORG; a country (not an adjective or
somebody "from" it) and a place LOC. Of mentions that overlap the longest stands. The pipeline was made for something else: it names people by office and word,
bodies by their kind, and leaves whoever does not act unnamed, so most of what it lacks here it does not want; sentences without their article make it worse.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.languages import language
from kg.mention import find_all
from kg.model import Article, Mention
from kg.read.sentences import sentences
from kg.reading import Reading
from kg.second_opinion import vote

sys.path.insert(0, str(Path(__file__).parents[2] / "data" / "crf"))
from corpora import CORPORA, Labelled

Stretch = tuple[int, int, str]
Finder = Callable[[Reading], Iterator[Stretch]]
KINDS = {"person": "PER", "organization": "ORG", "country": "LOC", "place": "LOC"}
SHOWN = ("PER", "ORG", "LOC", "all")


def main() -> None:
    """Score the pipeline and the model."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    print(f"{'':<32}" + "".join(f"{kind:<24}" for kind in SHOWN))
    for lang, load in CORPORA.items():
        held = load(asked.folder, "dev")
        if not held:
            sys.exit(f"{asked.folder}: no texts in {lang!r}; give the folder of the three corpora")
        for name, find in (("the pipeline", by_rules), ("the model alone", by_model)):
            show(f"{lang} {name}", measure(lang, held, find))


def by_rules(reading: Reading) -> Iterator[Stretch]:
    """The pipeline's mentions as spans."""
    find_all(reading)
    taken: list[Mention] = []
    for mention in sorted((m for m in reading.mentions(*KINDS) if _is_name(m)), key=lambda m: (m.start - m.end, m.start)):
        if all(mention.end <= t.start or mention.start >= t.end for t in taken if t.sentence == mention.sentence):
            taken.append(mention)
            yield mention.start, mention.end, KINDS[mention.kind]


def _is_name(mention: Mention) -> bool:
    return mention.kind != "country" or mention.attributes.get("form") not in ("adjective", "demonym")


def by_model(reading: Reading) -> Iterator[Stretch]:
    """What the model sees."""
    for sentence in reading.sentences:
        for v in vote(sentence.tokens, reading.language):
            yield sentence.tokens[v.first].start, sentence.tokens[v.last - 1].end, v.kind


def measure(lang: str, held: list[Labelled], find: Finder) -> dict[str, tuple[int, int, int]]:
    """Right, found and gold by kind; each sentence is an article, or each document where there are documents."""
    documents: dict[str, list[Labelled]] = defaultdict(list)
    for number, sentence in enumerate(held):
        documents[sentence.document or str(number)].append(sentence)
    totals = {kind: Counter[str]() for kind in SHOWN}
    for parts in documents.values():
        gold = {(s.tokens[a].start, s.tokens[b - 1].end, kind) for s in parts for a, b, kind in s.spans()}
        article = Article("x", parts[0].text, lang)
        found = set(find(Reading(article, language(lang), sentences(article, language(lang)))))
        for what, spans in (("right", gold & found), ("found", found), ("gold", gold)):
            for _, _, kind in spans:
                totals[kind][what] += 1
                totals["all"][what] += 1
    return {kind: (c["right"], c["found"], c["gold"]) for kind, c in totals.items()}


def show(name: str, totals: dict[str, tuple[int, int, int]]) -> None:
    """One line: precision, recall and F1 by kind."""
    cells = (f"{r / max(f, 1):.3f} {r / max(g, 1):.3f} {2 * r / max(f + g, 1):.3f}" for r, f, g in (totals[kind] for kind in SHOWN))
    print(f"{name:<32}" + "".join(f"{cell:<24}" for cell in cells))


if __name__ == "__main__":
    main()
