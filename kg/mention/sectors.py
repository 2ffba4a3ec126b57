"""Finds the words of the fields of cooperation: 5G, trade, visas, nuclear power."""

from __future__ import annotations

from collections.abc import Iterator

from kg.model import Mention, Sentence
from kg.reading import Reading


def find(reading: Reading) -> Iterator[Mention]:
    """Give each word of a sector; the longest wins, so that `energi terbarukan` is not also plain `energi`."""
    for sentence in reading.sentences:
        yield from _in_sentence(reading, sentence)


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Mention]:
    tokens = sentence.tokens
    for match in reading.language.phrases("sectors", "words").find(tokens):
        start, end = tokens[match.first].start, tokens[match.last - 1].end
        yield Mention("sector", start, end, match.value, sentence.index, "sector.word")
