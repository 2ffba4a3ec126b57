"""A small sketch of a text, by which it is seen how much of one stands in another without either being kept.

Overlapping runs of four words (names of three words and polite phrases are no sign of a copy) are hashed, and the least hashes are kept (bottom-k MinHash, Broder
1997). Up to the greatest hash that both sketches are complete to, each holds all hashes of its text, a random sample of its runs: the share of the shorter text's
sample that the other has, too, is an estimate of the share of its runs (root mean square error .03 for texts of one length, .04 where one is a quarter of the other).
Case, accents, space and punctuation do not count.
"""

from __future__ import annotations

import re
from base64 import b64decode, b64encode
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from heapq import nsmallest
from struct import iter_unpack, pack

from kg.matching.folding import fold

WORD = re.compile(r"\w+")
SPREAD, WHOLE = 0x9E3779B97F4A7C15, (1 << 64) - 1  # an odd number without a pattern, by which words of a run count by their place
KEPT = 128  # hashes
FEWEST = 20  # runs of a text that can be known again; two short notices may well be worded alike
BYTES = 4  # of a hash


@dataclass(frozen=True, order=True)
class Sketch:
    """The number of different runs of words of a text, and the least of their hashes in ascending order."""

    size: int
    least: tuple[int, ...]

    @cached_property
    def hashes(self) -> frozenset[int]:
        """The hashes, to be looked up."""
        return frozenset(self.least)

    @cached_property
    def limit(self) -> int:
        """The greatest hash up to which the sketch holds all hashes of its text."""
        return self.least[-1] if len(self.least) < self.size else 1 << 8 * BYTES

    def __str__(self) -> str:
        """One word of text: the number and the hashes."""
        return f"{self.size}.{b64encode(pack(f'>{len(self.least)}I', *self.least)).decode()}"


def sketch(text: str) -> Sketch | None:
    """The sketch of a text; nothing for one of too few words.

    >>> words = [f"word{number}" for number in range(60)]
    >>> sketch(" ".join(words)) == sketch(", ".join(words).upper()), sketch("Read more on page 2.")
    (True, None)
    """
    told = [_hash(word) for word in WORD.findall(fold(text))]
    hashes = {((((a * SPREAD + b) * SPREAD + c) * SPREAD + d) & WHOLE) >> 32 for a, b, c, d in zip(told, told[1:], told[2:], told[3:], strict=False)}
    return Sketch(len(hashes), tuple(nsmallest(KEPT, hashes))) if len(hashes) >= FEWEST else None


@lru_cache(maxsize=50_000)
def _hash(word: str) -> int:
    """A word as 64 random bits; a run's hash is made of those of its words, which is four times as fast as hashing each run."""
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")


@lru_cache(maxsize=5_000)
def read_sketch(written: str) -> Sketch:
    """A sketch that was written down. Raises `ValueError` where it is none.

    >>> made = sketch(" ".join(f"word{number}" for number in range(60)))
    >>> read_sketch(str(made)) == made
    True
    """
    size, _, least = written.partition(".")
    hashes = b64decode(least, validate=True)
    if not hashes or len(hashes) % BYTES:
        raise ValueError(written)
    return Sketch(int(size), tuple(number for (number,) in iter_unpack(">I", hashes)))


def contained(one: Sketch, other: Sketch) -> float:
    """The share of the shorter text that stands in the longer one, as far as the sketches tell.

    >>> words = [f"word{number}" for number in range(60)]
    >>> contained(sketch(" ".join(words)), sketch(" ".join(words[:30])))
    1.0
    """
    limit = min(one.limit, other.limit)
    few, many = (one, other) if one < other else (other, one)
    sample = few.least[: bisect_right(few.least, limit)]
    return len(many.hashes.intersection(sample)) / len(sample) if sample else 0.0
