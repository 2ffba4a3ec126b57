"""Training sentences from templates of our own (`templates.toml`), filled with names of the training sentences."""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from corpora import Labelled

from kg.languages import language
from kg.matching import tokenize

SENTENCES = 400  # of each language
SLOT = re.compile(r"(\{\w+\})")
SEED = 2016


def filled(lang: str, sentences: list[Labelled]) -> Iterator[Labelled]:
    """Give sentences with names in the templates' places, always the same ones."""
    chance = random.Random(SEED)  # noqa: S311
    templates = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))[lang]
    words = names(sentences)
    words["portfolio"] = portfolios(lang)
    for number in range(SENTENCES):
        yield fill(lang, templates[number % len(templates)], words, chance)


def names(sentences: list[Labelled]) -> dict[str, list[str]]:
    """The names of the sentences by their kind, as often as they stand there; people of two words or more."""
    found: dict[str, list[str]] = {"PER": [], "ORG": [], "LOC": []}
    for s in sentences:
        for first, last, kind in sorted(s.spans()):
            if kind != "PER" or last - first > 1:
                found[kind].append(" ".join(s.text[s.tokens[first].start : s.tokens[last - 1].end].split()))
    return found


def portfolios(lang: str) -> list[str]:
    """The plain phrases for what a ministry is in charge of."""
    listed = language(lang).table("posts", "portfolio").values()
    plain = [phrase for phrases in listed for phrase in phrases if phrase.replace(" ", "").isalpha()]
    return [phrase.title() for phrase in plain] or [""]


def fill(lang: str, template: str, words: dict[str, list[str]], chance: random.Random) -> Labelled:
    """One sentence with its labels."""
    text, stretches = "", []
    for piece in SLOT.split(template):
        kind = piece[1:-1] if SLOT.fullmatch(piece) else ""
        content = chance.choice(words[kind]) if kind else piece
        if kind.isupper():
            stretches.append((len(text), len(text) + len(content), kind))
        text += content
    tokens = tokenize(text)
    labels = ["O"] * len(tokens)
    for start, end, kind in stretches:
        inside = [i for i, t in enumerate(tokens) if start <= t.start < end]
        for i in inside:
            labels[i] = ("B-" if i == inside[0] else "I-") + kind
    return Labelled(lang, text, tokens, tuple(labels))
