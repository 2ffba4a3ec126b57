"""The stretches of a text in which sentences are looked for: its lines, or what was one line before it was wrapped by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from kg.model import Noise
from kg.read.lines import Line, lines

# Text wrapped by hand has lines of this many characters, and goes on in the next line where it had to stop.
SHORTEST_WRAPPED, LONGEST_WRAPPED = 45, 110
ITEM = re.compile(r"(?:[-–—*•▪◦‣·»▸►➢✓]|\(?\d{1,2}[.)]|\(?[a-zа-я]\))\s")
GOES_ON = re.compile(r"(?!https?:|www\.)[a-zа-яё,;(&]")
STOPS = '.!?:…"”»'


def paragraphs(text: str, noise: Sequence[Noise]) -> list[tuple[int, int]]:
    r"""Give the stretches, from left to right, each within one block and free of noise.

    >>> text = "Satu.\nDua."
    >>> [text[a:b] for a, b in paragraphs(text, ())]
    ['Satu.', 'Dua.']
    """
    found = [(line.start, line.end) for line in whole_lines(text)]
    return list(_without(found, sorted(noise, key=lambda n: n.start)))


def whole_lines(text: str) -> tuple[Line, ...]:
    """Give the lines of a text as they were before they were wrapped by hand."""
    found: list[Line] = []
    for number, block in groupby(lines(text), key=lambda line: line.block):
        found.extend(Line(start, end, " ".join(text[start:end].split()), number) for start, end in _joined(list(block)))
    return tuple(replace(line, number=index) for index, line in enumerate(found))


def _joined(block: list[Line]) -> Iterator[tuple[int, int]]:
    """Lines of a block, those put together that were one before."""
    wrapped = _is_wrapped(block)
    start = block[0].start
    for line, following in pairwise(block):
        if not _continues(line, following, wrapped=wrapped):
            yield start, line.end
            start = following.start
    yield start, block[-1].end


def _is_wrapped(block: list[Line]) -> bool:
    """Whether every line but the last is about as long as the page is wide, and some line goes on in the middle of a sentence."""
    full = block[:-1]
    return bool(full) and all(SHORTEST_WRAPPED <= len(line) <= LONGEST_WRAPPED for line in full) and any(
        _goes_on(line, following) for line, following in pairwise(block)
    )


def _continues(line: Line, following: Line, *, wrapped: bool) -> bool:
    if ITEM.match(following.text):
        return False
    return wrapped or _held_a_link(line.text, following.text) or (SHORTEST_WRAPPED <= len(line) <= LONGEST_WRAPPED and _goes_on(line, following))


def _goes_on(line: Line, following: Line) -> bool:
    return line.text[-1] not in STOPS and (line.text[-1] == "," or GOES_ON.match(following.text) is not None)


def _held_a_link(text: str, following: str) -> bool:
    """Whether a sentence was broken where a link stood: an open quotation, or a long line that ends in a small word, and a capital letter next."""
    if text[-1] in STOPS or not following[0].isupper() or len(following) > LONGEST_WRAPPED:
        return False
    quoted = text.count('"') % 2 == 1 or text.count("“") > text.count("”") or text.count("«") > text.count("»")
    return quoted or (len(text) > LONGEST_WRAPPED and text[-1].islower() and text.rsplit(maxsplit=1)[-1].islower())


def _without(stretches: Iterable[tuple[int, int]], noise: Sequence[Noise]) -> Iterator[tuple[int, int]]:
    """The stretches with the noise cut out; both come sorted."""
    position = 0
    for start, end in stretches:
        first = start
        while position < len(noise) and noise[position].end <= first:
            position += 1
        index = position
        while index < len(noise) and noise[index].start < end:
            if first < noise[index].start:
                yield first, noise[index].start
            first = max(first, noise[index].end)
            index += 1
        if first < end:
            yield first, end
