"""What the model sees of each word: its letters, its shape, its neighbours, and which of our own word lists it stands in; the same for every language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from kg.gazetteer import country_names, place_names
from kg.languages import Language
from kg.matching import Phrases
from kg.model import Token

# Each list is one mark: the office, the verb of speech, the head noun of a body, whichever word of it stands there.
LISTS = (
    ("posts", "noun"), ("posts", "leader"), ("posts", "body"), ("posts", "portfolio"), ("people", "honorific"), ("people", "speech"), ("people", "meeting"),
    ("organizations", "head"), ("organizations", "complete"), ("organizations", "tail"), ("organizations", "introducer"), ("organizations", "portfolio"),
    ("places", "kind"),
)
BEFORE, AFTER = ("^",), ("$",)
LONGEST_SHAPE = 5
REMEMBERED = 20_000


def observe(tokens: Sequence[Token], language: Language) -> list[tuple[str, ...]]:
    """What is seen at each token of a sentence, as the model's attributes."""
    words = [_word(t.text, t.norm) for t in tokens]
    marks = _marks(tokens, language)
    return [_at(words, marks, i) for i in range(len(tokens))]


def _at(words: list[_Word], marks: list[tuple[str, ...]], i: int) -> tuple[str, ...]:
    last = len(words) - 1
    own, before, after = words[i], words[i - 1][1] if i else BEFORE, words[i + 1][2] if i < last else AFTER
    further = (words[i - 2][3] if i > 1 else "-2^", words[i + 2][4] if i < last - 1 else "+2$")
    shapes = f"{words[i - 1][5] if i else '^'}|{own[5]}|{words[i + 1][5] if i < last else '$'}"
    seen = (*own[0], *before, *after, *further, shapes, *marks[i])
    seen += tuple("-" + m for m in marks[i - 1]) if i else ()
    return seen + tuple("+" + m for m in marks[i + 1]) if i < last else seen


_Word = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str, str, str]


@lru_cache(maxsize=REMEMBERED)
def _word(text: str, norm: str) -> _Word:
    """The attributes of a word in its own place, right before, right after, two before, two after; and its shape."""
    form = shape(text)
    own = (f"w={norm}", f"f={form}", f"p3={norm[:3]}", f"p4={norm[:4]}", f"s2={norm[-2:]}", f"s3={norm[-3:]}", f"s4={norm[-4:]}")
    before = (f"-w={norm}", f"-f={form}", f"-s3={norm[-3:]}")
    after = (f"+w={norm}", f"+f={form}", f"+s3={norm[-3:]}")
    return own, before, after, f"-2w={norm}", f"+2w={norm}", form


def shape(word: str) -> str:
    """A word's letters as capital, small, digit or other, runs cut short.

    >>> shape("Jakarta"), shape("MoU"), shape("2025"), shape("G20")
    ('Xx', 'XxX', 'd', 'Xd')
    """
    kinds = ("X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else c for c in word)
    runs: list[str] = []
    for kind in kinds:
        if not runs or runs[-1] != kind:
            runs.append(kind)
    single = len(word) == 1 or (len(word) > 1 and len(runs) == 1 and runs[0] == "X")
    return "".join(runs[:LONGEST_SHAPE]) + (str(min(len(word), 3)) if single else "")


def _marks(tokens: Sequence[Token], language: Language) -> list[tuple[str, ...]]:
    """The lists that each token stands in."""
    marks: list[list[str]] = [[] for _ in tokens]
    for number, (file, table) in enumerate(LISTS):
        _mark(marks, language.phrases(file, table), tokens, f"L{number}")
    _mark(marks, country_names(language.code), tokens, "C")
    _mark(marks, place_names(language.code), tokens, "P")
    return [tuple(m) for m in marks]


def _mark(marks: list[list[str]], phrases: Phrases[Any], tokens: Sequence[Token], mark: str) -> None:
    for match in phrases.find(tokens):
        for i in range(match.first, match.last):
            marks[i].append(mark)
