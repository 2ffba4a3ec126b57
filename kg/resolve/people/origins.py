"""Of which countries a name is typical (`data/name_origins.csv`): "Park Sung Min" is Korean, "Natalya Petrova" Russian or Belarusian.

No proof of anything, but a hint for a reader who must choose among the countries that an article names anyway.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from kg.matching import fold
from kg.resources import folder

AFFIX = range(2, 9)  # letters of an ending or a beginning


@lru_cache(maxsize=1024)
def origins(name: str) -> Mapping[str, float]:
    """Give the countries a name may come from, each with the share of its words that speak for it.

    >>> origins("Park Sung Min")["KR"], origins("Natalya Petrova").get("ID")
    (1.0, None)
    """
    words = [w for part in name.split() for w in part.split("-") if len(w.strip(".")) > 1]
    counts = Counter(code for word in words for code in dict.fromkeys(_codes(fold(word))))
    return {code: number / len(words) for code, number in counts.items()}


def _codes(word: str) -> Iterator[str]:
    whole, beginnings, endings = _tables()
    yield from whole.get(word, ())
    for length in AFFIX:
        if length < len(word):
            yield from beginnings.get(word[:length], ())
            yield from endings.get(word[-length:], ())


@cache
def _tables() -> tuple[dict[str, list[str]], ...]:
    """Whole words, beginnings (`Bat*`) and endings (`*tsetseg`) of names, each with its countries."""
    tables: tuple[dict[str, list[str]], ...] = (defaultdict(list), defaultdict(list), defaultdict(list))
    with (folder("data") / "name_origins.csv").open(encoding="utf-8", newline="") as file:
        for countries, words in list(csv.reader(file))[1:]:
            for word in words.split("|"):
                table = tables[2 if word.startswith("*") else word.endswith("*")]
                table[fold(word.strip("*"))] += countries.split("|")
    return tables
