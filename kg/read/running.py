"""The head of a page that was scraped into one line: rubric, title, first sentence, date and place run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.languages import Language
from kg.matching import fold
from kg.model import Noise
from kg.read.lines import Line
from kg.read.stamps import dates

LOOK = 1500
LONGEST_TITLE = 300
TIMED = re.compile(
    r"\d{1,2} [^\W\d_]{3,9} \d{4}(?: [^\W\d_]{1,5})? \d{1,2}:\d{2}"
    r"(?P<place> [^\W\d_a-zа-яё][\w-]{2,20}, [^\W\d_a-zа-яё][\w-]{2,20})?",
)
FEWEST_WORDS = 2
WORDS = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Running:
    """What the beginning of the line tells."""

    title: str | None
    published: str | None
    place: str | None
    noise: tuple[Noise, ...]


def find(text: str, line: Line, language: Language) -> Running | None:
    """Take apart a long first line; None where it holds no date with a time."""
    end = min(line.end, line.start + LOOK)
    rubric = _rubric(text, line, language)
    timed = TIMED.search(text, line.start, end)
    if timed is None:
        return None
    start = rubric.end + 1 if rubric else line.start
    found = dates(timed.group(), language)
    place = timed.group("place")
    cut = [*([rubric] if rubric else []), *([Noise(timed.start(), timed.end(), "noise.date")] if found else [])]
    title = _title(text, start, min(end, timed.start()), language) if rubric else None
    return Running(title, found[0].iso if found else None, place.split(",")[0].strip() if place else None, tuple(cut))


def _rubric(text: str, line: Line, language: Language) -> Noise | None:
    first = WORDS.match(text, line.start)
    rubrics = {fold(word) for word in language.values("noise", "rubric", "heading")}
    return Noise(first.start(), first.end(), "noise.masthead") if first and fold(first.group()) in rubrics else None


def _title(text: str, start: int, end: int, language: Language) -> str | None:
    """The words up to the one that opens a sentence: a capital letter after a word that ends no sentence."""
    for place in _openings(text, start, min(end, start + LONGEST_TITLE), language):
        return text[start:place].strip()
    title = text[start : min(end, start + LONGEST_TITLE)].strip()
    return title if title and "." not in title and end - start <= LONGEST_TITLE else None


def _openings(text: str, start: int, end: int, language: Language) -> Iterator[int]:
    leads = tuple(language.values("noise", "masthead", "lead"))
    fewest = FEWEST_WORDS + text[start : start + 1].isdigit()  # "4 марта Владимир Путин встретится …" is one title
    for count, word in enumerate(WORDS.finditer(text, start, end)):
        following = text[word.start() : word.start() + 30].casefold()
        opens = word.group()[0].isupper() and following.startswith(leads)
        if count >= fewest and opens:
            yield word.start()


