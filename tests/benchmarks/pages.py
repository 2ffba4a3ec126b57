"""What is read of news pages of different make: our reader beside trafilatura's own defaults, on the same pages.

    PYTHONPATH=. python tests/benchmarks/pages.py [--errors]

The pages are `tests/read/pages/NN-name.html`, what a person reads in them is beside each in `NN-name.json`: title, day, publisher, author, language,
address, the paragraphs of the body in order, and lines that stand in the page but are not the report. A body is complete when all of its paragraphs
are in the text in order; noise has leaked when one of those lines is in it. Stretches that our reader marks as noise are not in its text; the
dateline is, because it is marked only so that no sentence holds it.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import UnreadableArticle
from kg.read import read

FOLDER = Path(__file__).parents[1] / "read" / "pages"
FIELDS = ("published", "title", "publisher", "author", "lang", "url")
KEPT = "noise.dateline"


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader gives of a page."""

    text: str
    fields: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What of a page is right, and what is missing from the body or leaked into it."""

    page: str
    right: Mapping[str, bool]
    missing: tuple[str, ...]
    leaked: tuple[str, ...]
    found: Found


def ours(path: Path) -> Found:
    """Give what `kg read` gives, its noise cut out."""
    try:
        article = next(iter(read(path)))
    except UnreadableArticle:
        return Found("", {})
    text, at = "", 0
    for noise in sorted((n for n in article.noise if n.rule != KEPT), key=lambda n: n.start):
        text += article.text[at : noise.start] + "\n"
        at = noise.end
    return Found(text + article.text[at:], {name: getattr(article, name) for name in FIELDS})


def plain(path: Path) -> Found:
    """Give what trafilatura gives by itself."""
    from trafilatura import bare_extraction

    document: Any = bare_extraction(path.read_bytes(), with_metadata=True)
    names = {"published": "date", "title": "title", "publisher": "sitename", "author": "author", "lang": "language", "url": "url"}
    return Found(getattr(document, "text", None) or "", {ours: getattr(document, theirs, None) for ours, theirs in names.items()})


def expected() -> dict[str, Mapping[str, Any]]:
    """Give the expectations of all pages by their names."""
    return {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.json"))}


def judge(page: str, truth: Mapping[str, Any], reader: Callable[[Path], Found]) -> Verdict:
    """Read a page and compare it with what a person reads in it."""
    found = reader(FOLDER / f"{page}.html")
    text = _plain(found.text)
    right = {name: found.fields.get(name) == truth[name] for name in FIELDS}
    return Verdict(page, right, tuple(_missing(text, truth["body"])), tuple(_leaked(text, truth)), found)


def _missing(text: str, paragraphs: list[str]) -> Iterator[str]:
    """The paragraphs that are not in the text after those before them."""
    position = 0
    for paragraph in paragraphs:
        place = text.find(_plain(paragraph), position)
        if place < 0:
            yield paragraph
        else:
            position = place + len(_plain(paragraph))


def _leaked(text: str, truth: Mapping[str, Any]) -> Iterator[str]:
    """The lines of noise that are in the text more often than the title and the body speak of the same (a tag may be a word of the report)."""
    own = _plain("\n".join([truth["title"] or "", *truth["body"]]))
    yield from (line for line in truth["noise"] if text.count(_plain(line)) > own.count(_plain(line)))


def _plain(text: str) -> str:
    """Without white space and the marks of lists: readers differ in both, and a paragraph is its words."""
    return "".join(text.split()).replace("\u00ad", "").replace("\u200b", "")


def figures(verdicts: list[Verdict]) -> dict[str, float]:
    """Give the shares of pages whose body is complete, that leak noise, and whose fields are right."""
    total = len(verdicts)
    counts = {"bodies": sum(not v.missing for v in verdicts), "noise leaked": sum(bool(v.leaked) for v in verdicts)}
    counts |= {name: sum(v.right[name] for v in verdicts) for name in FIELDS}
    return {name: count / total for name, count in counts.items()}


def main() -> None:
    """Print the figures of both readers, and with `--errors` what is wrong with ours."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    truths = expected()
    verdicts = {reader.__name__: [judge(page, truth, reader) for page, truth in truths.items()] for reader in (ours, plain)}
    tables = {name: figures(found) for name, found in verdicts.items()}
    print(f"{len(truths)} pages       ours  trafilatura")
    for name in tables["ours"]:
        print(f"{name:<14}{100 * tables['ours'][name]:>6.1f}%{100 * tables['plain'][name]:>12.1f}%")
    for verdict in verdicts["ours"] if asked.errors else ():
        for line in _errors(verdict, truths[verdict.page]):
            print(f"{verdict.page}: {line}")


def _errors(verdict: Verdict, truth: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"missing: {line}" for line in verdict.missing)
    yield from (f"leaked:  {line}" for line in verdict.leaked)
    wrong = (name for name, right in verdict.right.items() if not right)
    yield from (f"{name}: {verdict.found.fields.get(name)!r} instead of {truth[name]!r}" for name in wrong)


if __name__ == "__main__":
    main()
