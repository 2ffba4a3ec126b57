"""A text cut into words and punctuation marks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from kg.matching.folding import fold
from kg.matching.tries import FIRST
from kg.model import Token

WORD = re.compile(r"\w+|[^\w\s]", re.UNICODE)


class Tokens(tuple[Token, ...]):  # noqa: SLOT001  (what it knows is kept beside the tuple)
    """The tokens of a stretch of text, which know for every list of phrases where one of them may begin."""

    @cached_property
    def openings(self) -> Mapping[int, Sequence[int]]:
        """The places by the number of the list; lists that are made later are not among them (`counted`)."""
        found: dict[int, list[int]] = {}
        for place, token in enumerate(self):
            for number in FIRST.steps(token):
                found.setdefault(number, []).append(place)
        self.counted = FIRST.lists
        return found

    counted = 0


def tokenize(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """Cut a stretch of text into words and punctuation marks; offsets count from the start of the whole text.

    >>> [t.text for t in tokenize("Indonesia–Rusia, US$4.")]
    ['Indonesia', '–', 'Rusia', ',', 'US', '$', '4', '.']
    """
    return Tokens(
        Token(m.start(), m.end(), m.group(), fold(m.group())) for m in WORD.finditer(text, start, len(text) if end is None else end)
    )
