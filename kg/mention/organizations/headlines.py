"""Names in a headline that writes every word with a capital letter: what is a name there, only the article below can tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.mention.organizations.line import Found, Line

LONG, CAPITALS, FEWEST = 4, 0.7, 4
SURE = frozenset({"known", "contraction", "complete"})  # named by what they are, not by their capital letters


def is_headline(line: Line) -> bool:
    """Whether a sentence is a title in which nearly every longer word is capitalised."""
    words = [i for i, t in enumerate(line.tokens) if t.text.isalpha() and len(t.text) >= LONG]
    return line.sentence.is_title and len(words) >= FEWEST and sum(map(line.is_capital, words)) >= CAPITALS * len(words)


def echoed(line: Line, found: tuple[Found, ...], body: str) -> Iterator[Found]:
    """Give the names of a headline as far as the article repeats them: "Polis Sabah Perkuat Kerja Sama" is cut to "Polis Sabah"."""
    for f in found:
        if f.rule in SURE or f.name in body or line.write(f.first, f.last) in body:
            yield f
        elif f.rule == "head" and (last := _repeated(line, f, body)):
            yield replace(f, last=last, name=line.write(f.first, last), country="", short="")


def _repeated(line: Line, found: Found, body: str) -> int | None:
    """The end of the longest beginning of a name that the article repeats: at least the head and one word."""
    return next((last for last in range(found.last - 1, found.first + 1, -1) if line.write(found.first, last) in body), None)
