"""Dates that a page carries about itself: lines that are a date and little more."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from kg.dates import Dated, find_dates
from kg.languages import Language, language
from kg.matching import fold, tokenize

LONGEST = 160
MOST_WORDS = 6
MOST_WORDS_BESIDE_A_YEAR = 2  # "Dokumen itu menggantikan perjanjian 1995" is a headline
DAY = len("2025-04-15")
TIME = re.compile(r"\b\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s?(?:am|pm|[AP]M)?\b|\([A-Z]{2,4}[+-]\d{1,2}\)|\b(?:GMT|UTC)[+-]\d{1,2}(?::\d{2})?")
ISO_TIME = re.compile(r"\b(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}\S*")
NUMBER_AND_DAY = re.compile(r"\b\d{2,4}-(\d{2})-(\d{2})-(\d{4})\b")  # "829-06-05-2025" is number 829 of 6 May
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
SEPARATORS = re.compile(r"\s*[|•·/]\s*|\s+[-–—]\s+|,\s|\s{2,}|:\s")
ZONES = frozenset(tomllib.loads((Path(__file__).parent / "noise.toml").read_text("utf-8"))["date"]["zones"])
SPARE = "en"
SPARES = ("en", "id")  # English pages of Indonesian offices keep the months of the page: "8 Desember 2023"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A line that says when the article appeared, and what else stands in it; `labelled` where a word such as `Published` says so."""

    iso: str
    rest: tuple[str, ...]
    labelled: bool


def dates(text: str, words: Language, year: int | None = None) -> Sequence[Dated]:
    """Give the dates of a line, in the article's language or in English; a range of days is no date of a page."""
    return _dates(text, words.code, year)


@lru_cache(maxsize=512)
def _dates(text: str, code: str, year: int | None) -> tuple[Dated, ...]:
    tokens = tokenize(text)
    for spoken in dict.fromkeys((code, *SPARES)):
        given = (d for d in find_dates(tokens, language(spoken), year=year) if not d.until)
        found = tuple(d for d in given if not d.relative or (year and _has_digit(text, d)))
        if found:
            return found
    return ()


def _has_digit(text: str, date: Dated) -> bool:
    """A day and a month whose year is given are as good as whole; "Tuesday" is not."""
    return any(c.isdigit() for c in text[date.start : date.end])


def stamp(line: str, words: Language) -> Stamp | None:
    """Read a line as a stamp; None where it has no date with a year, or holds more than a stamp does.

    >>> stamp("Rabu, 9 April 2025 | 20:11 WITA", language("id"))
    Stamp(iso='2025-04-09', rest=(), labelled=False)
    """
    written = NUMBER_AND_DAY.sub(r"\3-\2-\1", ISO_TIME.sub(r"\1", line))
    if len(line) > LONGEST or not YEAR.search(line):
        return None
    found = dates(written, words)
    if found and (first := _after_label(written, words)):
        found = (first, *found)
    elif not found or found[0].iso[:1] not in "12" or _is_other(written, words):
        return None
    rest = written
    for d in sorted(set(found), key=lambda d: d.start, reverse=True):
        rest = f"{rest[: d.start]} | {rest[d.end :]}"
    labelled, parts = _parts(TIME.sub(" | ", rest), words)
    is_sentence = line.endswith(".") and any(len(p.split()) > 2 for p in parts)  # noqa: PLR2004 - "Vol. 3 No. 1." is none
    most = MOST_WORDS if len(found[0].iso) == DAY else MOST_WORDS_BESIDE_A_YEAR
    return None if is_sentence or sum(len(p.split()) for p in parts) > most else Stamp(found[0].iso, parts, labelled)


def is_update(line: str, words: Language) -> bool:
    """Say whether a line only says when the page was changed: `Diperbarui 14 Maret 2019 21:07 WIB`."""
    if len(line) > LONGEST or ":" not in line or not _is_other(line, words) or stamp(line, words):
        return False
    found = dates(line, words)
    return bool(found) and sum(len(part.split()) for part in SEPARATORS.split(TIME.sub("", line[: found[0].start] + line[found[0].end :]))) <= MOST_WORDS


def _after_label(line: str, words: Language) -> Dated | None:
    """The date that a label names in a line that first says when the page was changed: `Updated: 7 May 2025 | Published: 6 May 2025`."""
    if not _is_other(line, words):
        return None
    folded = fold(line)
    place = max((folded.find(f" {label}") + len(label) + 1 for label in _labels(words.code) if f" {label}" in folded), default=None)
    after = (d for d in dates(line, words) if place is not None and d.start >= place)
    return next(after, None)


def _parts(rest: str, words: Language) -> tuple[bool, tuple[str, ...]]:
    parts = [p.strip(" .,()[]-–—|/:") for p in SEPARATORS.split(rest)]
    labels, ignored = _labels(words.code), _ignored(words.code)
    labelled = any(fold(p) in labels for p in parts)
    kept = [_without_label(p, labels) for p in parts if p and fold(p) not in labels and fold(p) not in ignored]
    return labelled, tuple(p for p in kept if p and any(c.isalpha() for c in p))


def _without_label(part: str, labels: frozenset[str]) -> str:
    """`Oleh Humas     Dipublikasikan pada` leaves `Oleh Humas`."""
    folded = fold(part)
    return next(("" for label in labels if folded.startswith(label + " ") or folded.endswith(" " + label)), part)


def _is_other(line: str, words: Language) -> bool:
    """`Анонс на 10 мая`: the day of what is announced, not of the announcement."""
    folded = fold(line)
    labels = (label for code in (words.code, SPARE) for label in language(code).values("noise", "published", "other"))
    return any(folded.startswith(fold(label)) for label in labels)


@cache
def _labels(code: str) -> frozenset[str]:
    return frozenset(fold(label) for c in (code, SPARE) for label in language(c).values("noise", "published", "label"))


@cache
def _ignored(code: str) -> frozenset[str]:
    others = [label for c in (code, SPARE) for label in language(c).values("noise", "published", "other")]
    terms = language(code).table("dates", "term")
    days = [word for key, listed in terms.items() if key.startswith("weekday") for word in listed]
    return frozenset(fold(word) for word in (*ZONES, *others, *days))
