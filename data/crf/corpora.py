"""The three public corpora as sentences of our own tokens with BIO labels PER, ORG, LOC.

The folder holds `idner-news-2k/` (Indonesian news, github.com/khairunnisaor/idner-news-2k, MIT), `crossner-politics/` (English, Wikipedia on politics,
github.com/zliucr/CrossNER, MIT; texts CC BY-SA) and `factrueval-2016/` (Russian news, github.com/dialogue-evaluation/factRuEval-2016, MIT).
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.languages import language
from kg.matching import tokenize
from kg.model import Article, Token
from kg.read.sentences import sentences

KINDS = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC", "person": "PER", "politician": "PER", "organisation": "ORG", "politicalparty": "ORG", "country": "LOC", "location": "LOC",
    "Person": "PER", "Org": "ORG", "LocOrg": "LOC", "Location": "LOC",
}
HELD_OUT = 5  # of the Russian documents, every fifth by its name's checksum is not trained on


@dataclass(frozen=True)
class Labelled:
    """A sentence: its language, its text, its tokens, a label for each, and the document that it comes from."""

    lang: str
    text: str
    tokens: tuple[Token, ...]
    labels: tuple[str, ...]
    document: str = ""

    def spans(self) -> set[tuple[int, int, str]]:
        """The names: half-open ranges of tokens with their kind."""
        found, first = set(), 0
        for i, label in enumerate(self.labels):
            if label.startswith("B-"):
                first = i
            if label != "O" and (i + 1 == len(self.labels) or not self.labels[i + 1].startswith("I-")):
                found.add((first, i + 1, label[2:]))
        return found


def indonesian(folder: Path, split: str) -> list[Labelled]:
    """idner-news-2k, `train` or `dev`."""
    return list(_columns(folder / "idner-news-2k" / f"{split}.txt", "id", " "))


def english(folder: Path, split: str) -> list[Labelled]:
    """CrossNER politics, `train` or `dev`; elections, events and the rest are no names here."""
    return list(_columns(folder / "crossner-politics" / f"{split}.txt", "en", "\t"))


def russian(folder: Path, split: str) -> list[Labelled]:
    """The devset of FactRuEval-2016: `dev` is every fifth document, `train` the others."""
    texts = sorted((folder / "factrueval-2016" / "devset").glob("*.txt"))
    wanted = [p for p in texts if (zlib.crc32(p.stem.encode()) % HELD_OUT == 0) == (split == "dev")]
    return [s for path in wanted for s in _document(path)]


CORPORA = {"id": indonesian, "en": english, "ru": russian}


def _columns(path: Path, lang: str, separator: str) -> Iterator[Labelled]:
    """A file with a word and its label in each line, an empty line between sentences."""
    for block in path.read_text("utf-8").split("\n\n"):
        rows = [line.split(separator) for line in block.splitlines() if line.strip()]
        if rows:
            yield _sentence(lang, [row[0] for row in rows], [row[-1] for row in rows])


def _sentence(lang: str, words: list[str], labels: list[str]) -> Labelled:
    """The words joined as a newspaper writes them, so that rules that look at spaces see what they know, and cut into tokens of ours."""
    text, stretches, kind = "", [], ""
    for word, label in zip(words, labels, strict=True):
        text += " " if text and _apart(text, word) else ""
        kind = KINDS.get(label[2:], "") if label.startswith("B-") or kind == "" else kind
        stretches.append((len(text), len(text) + len(word), label[:1] + "-" + kind if label != "O" and kind else "O"))
        text, kind = text + word, kind if label != "O" else ""
    tokens = tokenize(text)
    return Labelled(lang, text, tokens, tuple(_spread(tokens, stretches)))


def _apart(text: str, word: str) -> bool:
    return not (word[0] in ".,;:!?)»”%" or text[-1] in "(«“")


def _spread(tokens: tuple[Token, ...], stretches: list[tuple[int, int, str]]) -> Iterator[str]:
    """The label of each token, from labelled stretches in order; only a stretch's first token begins a name."""
    position = 0
    for token in tokens:
        while position < len(stretches) and stretches[position][1] <= token.start:
            position += 1
        start, end, label = stretches[position] if position < len(stretches) else (0, 0, "O")
        if not start <= token.start < end:
            yield "O"
        else:
            yield label if token.start == start or label == "O" else "I" + label[1:]


def _document(path: Path) -> Iterator[Labelled]:
    """A text of FactRuEval: the objects' stretches, the longest where one lies in another."""
    text = path.read_text("utf-8")
    spans = {row[0]: (int(row[2]), int(row[2]) + int(row[3])) for row in _rows(path.with_suffix(".spans"))}
    found = []
    for row in _rows(path.with_suffix(".objects")):
        parts = [spans[number] for number in row[2:] if number in spans]
        if row[1] in KINDS and parts:
            found.append((min(a for a, _ in parts), max(b for _, b in parts), KINDS[row[1]]))
    kept: list[tuple[int, int, str]] = []
    for a, b, kind in sorted(found, key=lambda f: (f[0] - f[1], f[0])):
        if all(b <= c or a >= d for c, d, _ in kept):
            kept.append((a, b, kind))
    stretches = [(a, b, "B-" + kind) for a, b, kind in sorted(kept)]
    for sentence in sentences(Article(path.stem, text, "ru"), language("ru")):
        labels = tuple(_spread(sentence.tokens, stretches))
        yield Labelled("ru", text, sentence.tokens, labels, path.stem)


def _rows(path: Path) -> list[list[str]]:
    return [line.partition("#")[0].split() for line in path.read_text("utf-8").splitlines() if line.strip()]
