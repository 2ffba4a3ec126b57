"""Finds the lines of a page that are not the article: teasers, bylines, captions, menus, and the like.

The words are `noise.toml` of each language, the shapes `noise.toml` of this room; a table `[teaser]` is the rule `noise.teaser`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.languages import language
from kg.matching import fold
from kg.model import Noise
from kg.read import furniture
from kg.read.lines import Line
from kg.read.stamps import stamp

SHAPES: Mapping[str, Any] = tomllib.loads((Path(__file__).parent / "noise.toml").read_text("utf-8"))
# Where in a line the phrases of a language may stand; `release` and `[published]` are read by `head`.
PLACES = ("closes", "opens", "label", "heading", "name", "whole")
ALONE, LIST, REST = "line", "list", "rest"  # what goes with a line of noise
ONLY_ABOVE = frozenset({"rubric", "published", "masthead"})
HEADS_A_LIST = frozenset({"teaser"})
HEADS_A_NAME = frozenset({"credit", "caption"})
BEFORE = " \t\u00a0•*·-–—([{«\"'“‘>»▸►▪◆■#_"
LONGEST_NOISE = 400
LONGEST_PHRASE = 80
FIRST_WORD = re.compile(r"\w+")
LABEL_ENDS = re.compile(r"\s?[:|»]|\s*$|\s[-–—]\s.{1,60}$")
NAMES = re.compile(
    r"(?:[:\s]\s*)?(?:[^\W\d_a-zа-яё][\w.'’-]{0,30}|[A-ZА-ЯЁ]\.)"
    r"(?:(?:,? |/| ?\| ?|, )(?:(?:and|dan|dengan|и|bin|binti|al|el|de|van|von|di|del|la) )?[^\W\d_a-zа-яё][\w.'’/-]{0,30}){0,9}",
)


PARTS = re.compile(r"\s[-–—|•]\s")
LABELLED = re.compile(r"[^\W\d_][\w ]{2,20}:" + NAMES.pattern)  # "Oleh: Dedi Kurniadi - Editor: Allan Rumah"


@dataclass(frozen=True, slots=True)
class Cue:
    """A phrase that gives a line away: folded, where it may stand, which rule it belongs to."""

    phrase: str
    place: str
    rule: str
    exact: str | None = None


def find(text: str, lines: Sequence[Line], lang: str) -> list[Noise]:
    """Give the stretches of a text that are not the article, from left to right, each with its rule."""
    found = [*_lines(lines, lang), *_inline(text, lang), *_tails(text, lines, lang)]
    return merge(found)


def merge(noise: Sequence[Noise]) -> list[Noise]:
    """Sort stretches by place; of those that overlap the first and longest stays, and what sticks out of the others."""
    kept: list[Noise] = []
    for n in sorted(noise, key=lambda n: (n.start, -n.end)):
        start = max(n.start, kept[-1].end) if kept else n.start
        if start < n.end:
            kept.append(Noise(start, n.end, n.rule))
    return kept


def _lines(lines: Sequence[Line], lang: str) -> Iterator[Noise]:
    position, begun = 0, False
    while position < len(lines):
        rule, extent = _rule(lines[position], lang)
        if rule is None:
            begun = begun or _is_prose(lines[position])
            position += 1
            continue
        last = _last(lines, position, rule, extent, lang, begun=begun)
        yield from (Noise(line.start, line.end, f"noise.{rule}") for line in lines[position:last])
        position = last


def _last(lines: Sequence[Line], position: int, rule: str, extent: str, lang: str, *, begun: bool) -> int:
    """The line after the last that a line of noise takes along: a heading its list or name, what closes a page all that follows."""
    if extent == REST and begun and 2 * lines[position].start > lines[-1].end:
        return len(lines)
    if extent == LIST and rule in HEADS_A_LIST:
        return _end_of_list(lines, position, lang, within_block=not begun)
    named = extent == LIST and rule in HEADS_A_NAME and position + 1 < len(lines) and _is_name(lines[position + 1])
    return position + 1 + named


def _rule(line: Line, lang: str) -> tuple[str | None, str]:
    """The rule that a line falls under, and what goes with it: nothing, the list below it, or the rest of the page."""
    for rule, shape in _shapes():
        if len(line) <= LONGEST_NOISE and shape.fullmatch(line.text):
            return rule, ALONE
    core = " ".join(line.text[: 3 * LONGEST_PHRASE].lstrip(BEFORE).split())
    folded = fold(core[:LONGEST_PHRASE])
    first = FIRST_WORD.match(folded)
    for cue in _cues(lang).get(first.group(), ()) if first else ():
        if _fits(cue, folded, core, line):
            rest = core[len(cue.phrase) :].strip(" :|»-")
            heads = not rest or (cue.place == "opens" and core.isupper())
            return cue.rule, REST if cue.place == "closes" else LIST if heads else ALONE
    return furniture.rule(line.text, lang), ALONE


def _fits(cue: Cue, folded: str, core: str, line: Line) -> bool:
    if not folded.startswith(cue.phrase) or len(line) > LONGEST_NOISE or (cue.exact and not core.startswith(cue.exact)):
        return False
    rest = core[len(cue.phrase) :]
    if line.start == 0 and cue.phrase[-1] == ":":
        return False  # "Simak: …" may begin a title
    if cue.place in ("opens", "closes"):
        return not cue.phrase[-1].isalnum() or not rest[:1].isalnum()
    if cue.place == "whole":
        return not rest.strip(" :.")
    if cue.place == "name":
        return line.start > 0 and all(NAMES.fullmatch(part.strip()) or LABELLED.fullmatch(part.strip()) for part in PARTS.split(rest))
    return LABEL_ENDS.match(rest) is not None


def _end_of_list(lines: Sequence[Line], heading: int, lang: str, *, within_block: bool) -> int:
    """The lines of a list below its heading: those of its block, or, where an empty line follows it, headlines up to the next paragraph.

    Above the report (`within_block`) what follows the empty line is its title, not the list of a menu's heading, and a date is its own.
    """
    position = heading + 1
    while position < len(lines) and lines[position].block == lines[heading].block and not _is_prose(lines[position]):
        if within_block and stamp(lines[position].text, language(lang)):
            return position
        position += 1
    if position > heading + 1 or within_block:
        return position
    while position < len(lines) and position - heading <= LONGEST_LIST and _is_headline(lines[position]):
        position += 1
    return position


LONGEST_LIST = 12
LONGEST_HEADLINE = 160
SHORTEST_PROSE = 90


def _is_prose(line: Line) -> bool:
    return len(line) > LONGEST_HEADLINE or (len(line) > SHORTEST_PROSE and line.text[-1] in '.”"')


def _is_headline(line: Line) -> bool:
    return len(line) <= LONGEST_HEADLINE and line.text[-1] not in ".:;" and ". " not in line.text.replace("...", "")


def _is_name(line: Line) -> bool:
    return NAMES.fullmatch(line.text.lstrip(BEFORE)) is not None


def _inline(text: str, lang: str) -> Iterator[Noise]:
    for rule, pattern in _inline_patterns(lang):
        yield from (Noise(m.start(), m.end(), f"noise.{rule}") for m in pattern.finditer(text))


def _tails(text: str, lines: Sequence[Line], lang: str) -> Iterator[Noise]:
    """Credits at the end of a paragraph that is the article: `… di Senayan. Foto: Melati`, `… kata dia. (hal/rdn)`."""
    for line in lines:
        start = max(line.start, line.end - LONGEST_TAIL)
        for rule, pattern, longest in _tail_patterns(lang):
            match = pattern.search(text, start, line.end) if len(line) <= longest else None
            if match:
                yield Noise(match.start(), match.end(), f"noise.{rule}")


LONGEST_TAIL = 140
ANY_LENGTH = 1 << 40


@cache
def _sources(lang: str) -> tuple[Mapping[str, Any], ...]:
    """The tables of words that apply to a language: its own, and the furniture that every page carries."""
    return tuple(language(code).table("noise") for code in dict.fromkeys((lang, *SHAPES["everywhere"])))


@cache
def _cues(lang: str) -> Mapping[str, tuple[Cue, ...]]:
    """The cues of a language by their first word, the longest first."""
    cues = [
        Cue(fold(phrase.removeprefix("=")), place, rule, phrase[1:] if phrase.startswith("=") else None)
        for table in _sources(lang) for rule, words in table.items() if rule not in ONLY_ABOVE
        for place in PLACES for phrase in words.get(place, ())
    ]
    by_word: dict[str, list[Cue]] = {}
    for cue in sorted(dict.fromkeys(cues), key=lambda cue: (-len(cue.phrase), PLACES.index(cue.place))):
        first = FIRST_WORD.search(cue.phrase)
        by_word.setdefault(first.group() if first else "", []).append(cue)
    return {word: tuple(listed) for word, listed in by_word.items()}


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(pattern)) for rule, table in SHAPES.items() if rule != "everywhere" for pattern in table.get("line", ()))


@cache
def _inline_patterns(lang: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    tables = ({k: v for k, v in SHAPES.items() if k != "everywhere"}, *_sources(lang))
    patterns = ((rule, pattern) for table in tables for rule, words in table.items() for pattern in words.get("inline", ()))
    return tuple((rule, re.compile(pattern, re.MULTILINE)) for rule, pattern in patterns)


@cache
def _tail_patterns(lang: str) -> tuple[tuple[str, re.Pattern[str], int], ...]:
    """The rule, what the end of a line looks like, and how long that line may be."""
    shapes = [(rule, re.compile(pattern + r"\Z"), ANY_LENGTH) for rule, table in SHAPES.items() if rule != "everywhere" for pattern in table.get("tail", ())]
    phrases = sorted({phrase for table in _sources(lang) for words in table.values() for phrase in words.get("tail", ())}, key=lambda p: (-len(p), p))
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s") for phrase in phrases)
    in_brackets = rf"\s?[(\[](?:{words})(?:\s?[:/]|\s(?-i:[A-ZА-ЯЁ]))[^()\[\]]{{0,100}}[)\]]\.?\Z"
    of_a_caption = rf"\s(?:{words})\s?:\s?[^.!?:]{{2,60}}\Z"  # in a short line, which no stop has to end: "Petugas pos di Suva Foto: Melati"
    after_stop = rf"(?<=[.!?\"”»)])\s{{1,3}}[|–—-]?\s?(?:{words})\s?[:/][^.!?]{{1,60}}\Z"
    tails = ((in_brackets, ANY_LENGTH), (after_stop, ANY_LENGTH), (of_a_caption, LONGEST_TAIL)) if words else ()
    return (*shapes, *(("caption", re.compile(pattern, re.IGNORECASE), longest) for pattern, longest in tails))
