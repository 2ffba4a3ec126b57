"""Which of a page's first lines is the title, and which stand above it: the masthead, the rubric."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.languages import Language, language
from kg.matching import fold
from kg.read.lines import Line
from kg.read.stamps import SPARE, TIME, YEAR, Stamp, dates

SHORT_MASTHEAD = 5
SOME_YEAR = 2000
LONG_MASTHEAD = 10
MOST_NAME = 4
MOST_KICKER = 3
NUMBER = re.compile(r"(?:no|nomor|number|№|n)\W{0,3}\d|[\d/.-]{2,}", re.IGNORECASE)
NUMBERED = re.compile(r"(?:no|nomor|number|№|n)\W{0,3}\d[\w/.-]{0,30}")


@dataclass(frozen=True, slots=True)
class Choice:
    """The title's line, and the lines above it that are not the article."""

    line: Line | None = None
    above: tuple[Line, ...] = ()
    masthead: Line | None = None

    @property
    def title(self) -> str | None:
        """The title's words."""
        return " ".join(self.line.text.split()) if self.line else None


def choose(head: Sequence[Line], stamps: Mapping[Line, Stamp], words: Language) -> Choice:
    """Take the first line that is neither a date nor a rubric; the first after the date where what stands before it is a masthead."""
    rubrics = tuple(line for line in head if line not in stamps and (is_rubric(line.text, words) or is_time(line.text, words)))
    candidates = [line for line in head if line not in stamps and line not in rubrics]
    if not candidates:
        return Choice(above=rubrics)
    first = candidates[0]
    dated = min((line.start for line in stamps if line.start > first.start), default=None)
    later = [line for line in candidates if dated is not None and line.start > dated]
    below = later or candidates[1:]
    if below and _stands_above(first, below[0], head, words, dated=bool(later)):
        between = [line for line in candidates[1:] if later and line.start < later[0].start and len(line.text.split()) > MOST_NAME]
        title = next((line for line in (*between, *below) if not is_masthead(line.text, words)), below[0])
        above = tuple(line for line in candidates if line.start < title.start)
        return Choice(title, (*rubrics, *above), first)
    if later and _is_kicker(first.text, later[0].text):
        return Choice(later[0], (*rubrics, first))
    return Choice(first, rubrics)


def _is_kicker(text: str, following: str) -> bool:
    """Whether the line above the date only names a topic, as a page does above its headline: `Зимняя Олимпиада — 2026`."""
    return sum(any(c.isalpha() for c in word) for word in text.split()) < MOST_KICKER and len(following.split()) > MOST_NAME and following[-1] not in ".:"


def _stands_above(first: Line, following: Line, head: Sequence[Line], words: Language, *, dated: bool) -> bool:
    """Whether the first line names the paper or office and the following is the headline: what is between, or their form, shows it."""
    if dated or _skipped(first, following, head):
        return is_masthead(first.text, words) or (_is_name(first.text, MOST_NAME) and len(following.text.split()) > MOST_NAME)
    if len(first.text.split()) <= SHORT_MASTHEAD and _is_office(first.text, words):
        return True
    if first.text.isupper() and not following.text.isupper() and len(first.text.split()) < MOST_NAME < len(following.text.split()):
        return following.text[-1] not in ".:" and not YEAR.search(following.text)
    article = 1 if first.text.casefold().startswith("the ") else 0
    return _is_name(first.text, MOST_NAME - 1 + article) and _is_headline(following.text)


def _is_headline(text: str) -> bool:
    """Words of a sentence, without a year: "What the capitals did, 6-12 May 2024" is a line below a title."""
    small = sum(word[0].islower() for word in text.split())
    return len(text.split()) > MOST_NAME and small > 1 and not YEAR.search(text)


def _skipped(first: Line, following: Line, head: Sequence[Line]) -> bool:
    """Whether a line between the two was cut as a menu: then the first belongs to the page and not to the report."""
    return following.number - first.number > 1 and all(not first.start < line.start < following.start for line in head)


def _is_name(text: str, most: int) -> bool:
    """A few words that all begin with a capital letter: before a date and a headline they are the name of a paper."""
    return len(text.split()) <= most and all(word[0].isupper() for word in text.split())


def is_time(text: str, words: Language) -> bool:
    """Say whether a line is nothing but a time of a day of an unnamed year: `24 СЕН, 10:26`."""
    found = dates(text, words, SOME_YEAR) if TIME.search(text) else ()
    rest = TIME.sub("", text[: found[0].start] + text[found[0].end :]) if found else text
    return bool(found) and not any(c.isalnum() for c in rest)


def is_rubric(text: str, words: Language) -> bool:
    """Say whether a line only names the kind of report: `Siaran Pers`, `Press Release No. 12`, `МОЛНИЯ`."""
    folded = fold(text).strip(" .:!|-")
    if folded in _words(words.code, "heading") or NUMBERED.fullmatch(folded):
        return True
    rests = (folded[len(release) :].strip(" .:|-") for release in _words(words.code, "release") if folded.startswith(release + " "))
    return any(NUMBER.match(rest) or is_masthead(rest, words) for rest in rests)


def office(text: str, words: Language) -> str | None:
    """Give the office that a line is nothing but the name of, or that a press release is headed with."""
    folded = fold(text)
    for release in _words(words.code, "release"):
        if folded.startswith(release + " "):
            return office(text[len(release) :].strip(" .:|-"), words)
    return text if len(text.split()) <= LONG_MASTHEAD and is_masthead(text, words) and not text.isupper() and "|" not in text else None


def is_masthead(text: str, words: Language) -> bool:
    """Say whether a line looks like the name of a paper or an office: few words in capitals, `Embassy of …`, `Wire | World`."""
    count = len(text.split())
    if "|" in text or (text.isupper() and count <= SHORT_MASTHEAD):
        return True
    return count <= LONG_MASTHEAD and _is_office(text, words)


def _is_office(text: str, words: Language) -> bool:
    return any(fold(text).startswith(office + " ") for office in _offices(words.code))


@cache
def _words(code: str, key: str) -> tuple[str, ...]:
    return tuple(sorted({fold(word) for c in (code, SPARE) for word in language(c).values("noise", "rubric", key)}))


@cache
def _offices(code: str) -> tuple[str, ...]:
    return tuple(sorted({fold(word) for c in (code, SPARE) for word in language(c).values("noise", "masthead", "opens")}))
