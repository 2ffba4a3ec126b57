"""Whether copies of a report are known as copies, and reports of their own are not taken for copies.

    PYTHONPATH=. python tests/benchmarks/copies.py [--json] [--errors] [--every N] [FOLDER]

Of each article of `data/gold/dev` and `data/gold/chains` (those that are no copies themselves) copies are made as desks make them: word for word with a byline,
under another headline, without the last paragraphs, with one sentence written anew, or all of this with words left out. All are read, understood and put into one
store. A pair of articles that the store says are one source is right if both are the same report (precision, over all pairs); recall is over the pairs of an
article and its copy. What must stay apart is real there: reports of several agencies on one event, the same report in three languages, the steps of one instrument.
With a FOLDER of texts only the pairs found among these are printed, for the eye.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from kg.build import understand
from kg.errors import KGError
from kg.model import Article
from kg.query.asking import ask
from kg.read import articles
from kg.resources import folder
from kg.store import open_store

sys.path.insert(0, str(Path(__file__).parent))
from chain_mentions import gold

FEWEST = 60  # words of an article of which copies are made
SOURCES = "SELECT ?article ?original { ?article kg:copyOf ?original }"
Paragraphs = list[str]


class Outcome(NamedTuple):
    """Articles by name with the source that they really have, and with the one that the store says."""

    real: Mapping[str, str]
    found: Mapping[str, str]

    def precision(self) -> float:
        """How many of the pairs that are found to be one source are."""
        pairs = [self.real[a] == self.real[b] for a, b in combinations(self.found, 2) if self.found[a] == self.found[b]]
        return sum(pairs) / len(pairs) if pairs else 1.0

    def recall(self, way: str = "") -> float:
        """How many copies, or those made in one way, are found to be one source with the article that they were made of."""
        made = [self.found[name] == self.found[self.real[name]] for name in self.real if name != self.real[name] and name.endswith(way)]
        return sum(made) / len(made) if made else 1.0

    def wrong(self) -> list[tuple[str, str]]:
        """Pairs that are found to be one source and are not."""
        return [(a, b) for a, b in combinations(self.found, 2) if self.found[a] == self.found[b] and self.real[a] != self.real[b]]

    def missed(self) -> list[str]:
        """Copies that are not known as such."""
        return [name for name in self.real if self.found[name] != self.found[self.real[name]]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--every", type=int, default=1, help="only each so-manieth article")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--errors", action="store_true", help="show each thing that is wrong")
    asked = parser.parse_args()
    if asked.folder:
        said = {path.name: read(path) for path in sorted(asked.folder.rglob("*.*")) if path.suffix in (".txt", ".md", ".html")}
        print("\n".join(f"{name} | {original}" for name, original in sources(said).items() if name != original))
        return
    outcome = measured(asked.every)
    if asked.json:
        print(json.dumps(figures(outcome), indent=1))
        return
    print("{articles} articles, {copies} copies: precision {precision:.3f}, recall {recall:.3f}".format(**figures(outcome)))
    print("\n".join(f"{way:<10} {outcome.recall(way):.3f}" for way in WAYS))
    if asked.errors:
        print("\n".join([*(f"wrong  {a} | {b}" for a, b in outcome.wrong()), *(f"missed {name}" for name in outcome.missed())]))


def figures(outcome: Outcome) -> dict[str, Any]:
    """What is measured."""
    number = len(set(outcome.real.values()))
    ways = {way: outcome.recall(way) for way in WAYS}
    return {"articles": number, "copies": len(outcome.real) - number, "precision": outcome.precision(), "recall": outcome.recall(), "ways": ways}


def measured(every: int = 1) -> Outcome:
    """Make copies of each so-manieth article, and see which of all are one source."""
    said, real = dict[str, Article](), dict[str, str]()
    for number, (name, path) in enumerate(originals()):
        said[name], real[name], text = read(path), name, path.read_text("utf-8")
        if number % every == 0 and len(text.split()) >= FEWEST:
            for way, copied in copies(text):
                said[f"{name} {way}"], real[f"{name} {way}"] = copied_on(said[name], copied), name
    return Outcome(real, sources(said))


def read(path: Path) -> Article:
    """The article of a file."""
    article = next(iter(articles(str(path))))
    if isinstance(article, KGError):
        raise article
    return article


def copied_on(original: Article, text: str) -> Article:
    """A copy with the date of its original, which may have stood in a line that is gone."""
    with TemporaryDirectory() as place:
        file = Path(place) / "copy.txt"
        file.write_text(text, "utf-8")
        return replace(read(file), published=original.published)


def originals() -> Iterator[tuple[str, Path]]:
    """The articles that are nobody's copies, by name."""
    copied = {f"{chain}/{name}" for chain, annotated in gold() for name in annotated["copies"]}
    for path in sorted((folder("data") / "gold").glob("*/**/*.txt")):
        if (name := f"{path.parent.name}/{path.stem}") not in copied:
            yield name, path


def copies(text: str) -> Iterator[tuple[str, str]]:
    """Copies of a text, by the way in which they were made."""
    for way, make in WAYS.items():
        yield way, "\n\n".join(make([part for part in text.split("\n") if part.strip()]))


def _verbatim(parts: Paragraphs) -> Paragraphs:
    return [*parts, "(abc/def)"]


def _headline(parts: Paragraphs) -> Paragraphs:
    return [" ".join(parts[-1].split()[:7]), *parts[1:]]


def _shortened(parts: Paragraphs) -> Paragraphs:
    """The beginning: half of it, and no fewer than 60 words."""
    kept = list[str]()
    for part in parts:
        if len(" ".join(kept).split()) >= max(FEWEST, len(" ".join(parts).split()) // 2):
            break
        kept.append(part)
    return kept


def _resaid(parts: Paragraphs) -> Paragraphs:
    """The longest sentence of the last two paragraphs in other words; here in the same ones, in another order."""
    sentence = max((said for part in parts[-2:] for said in part.split(". ")), key=len)
    return [part.replace(sentence, " ".join(reversed(sentence.split()))) for part in parts]


def _edited(parts: Paragraphs) -> Paragraphs:
    """Another headline, fewer paragraphs, and each 25th word of the rest left out."""
    few = _shortened(_headline(parts))
    return [few[0], *(" ".join(word for number, word in enumerate(part.split()) if number % 25 != 12) for part in few[1:])]


WAYS: Mapping[str, Callable[[Paragraphs], Paragraphs]] = {
    "verbatim": _verbatim, "headline": _headline, "shortened": _shortened, "resaid": _resaid, "edited": _edited,
}


def sources(said: Mapping[str, Article]) -> dict[str, str]:
    """The name of each article's original by what a store says that has read all of them; its own where it is no copy."""
    with open_store("memory:") as store:
        named = {article.key: name for name, article in said.items()}
        for article in said.values():
            store.put_article(article, [said for said in understand(article).statements if said.subject.kind == "Article"])
        original = {_key(one): _key(other) for one, other in ask(store, SOURCES)}
    return {name: named[original.get(key, key)] for key, name in named.items()}


def _key(article: object) -> str:
    return str(getattr(article, "value", "")).partition("diplokg/")[2]


if __name__ == "__main__":
    main()
