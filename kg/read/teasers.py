"""Headlines of other stories that stand between the paragraphs of a report without a word that says so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from kg.languages import Language
from kg.matching import fold
from kg.model import Noise
from kg.read.lines import Line

WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")
BULLET = re.compile(r"[-–—*•▪◦‣·»▸►]\s+")
STOPS = '.!?:;…"”»,)'
PROSE_WORDS = 9
LONGEST_HEADLINE = 160
CAPITALISED = 0.75
SHORTEST_WORD = 4
STRANGE = 3  # words of a headline that the report does not know: a heading of its own parts speaks of the same things


def find(lines: Sequence[Line], language: Language) -> Iterator[Noise]:
    """Give the lines that are written like headlines, stand below a paragraph, and speak of something else.

    `[teaser] headline_words` of a language's `noise.toml` says how many words such a line has at least; a language whose headlines
    are written like sentences gives none, and nothing is found.
    """
    least = language.table("noise", "teaser").get("headline_words")
    if not least:
        return
    small = frozenset(language.values("language", "function_words"))
    places = [i for i, line in enumerate(lines) if _stands_alone(lines, i) and _is_headline(line.text, least, small)]
    known = Counter(word for line in lines for word in set(_words(line.text))) if places else Counter[str]()
    for i in places:
        if sum(known[word] == 1 for word in set(_words(lines[i].text))) >= STRANGE:
            yield Noise(lines[i].start, lines[i].end, "noise.teaser")


def _words(text: str) -> list[str]:
    return [fold(m.group()) for m in WORD.finditer(text) if len(m.group()) >= SHORTEST_WORD]


def _stands_alone(lines: Sequence[Line], i: int) -> bool:
    """Whether a paragraph that ends stands above a line or above the list it belongs to."""
    bulleted = BULLET.match(lines[i].text) is not None
    if _goes_on(lines, i, bulleted=bulleted):
        return False
    above = i - 1
    while bulleted and above > 0 and i - above <= MOST_ITEMS and BULLET.match(lines[above].text):
        above -= 1
    return above > 0 and _is_paragraph(lines[above].text)


MOST_ITEMS = 12
SHORTEST_WHOLE = 110  # a line of prose is longer than any that was wrapped by hand
LONGEST_TURN = 100


def _goes_on(lines: Sequence[Line], i: int, *, bulleted: bool) -> bool:
    """Whether the next line of the block continues this one, as in a list that was wrapped by hand."""
    if i + 1 == len(lines) or lines[i + 1].block != lines[i].block:
        return False
    following = lines[i + 1].text
    return following[0].islower() or (len(following) < SHORTEST_WHOLE and not BULLET.match(following)) or (not bulleted and len(lines[i]) > LONGEST_TURN)


def _is_paragraph(text: str) -> bool:
    return text[-1] in '.!?"”»)' and len(text.split(maxsplit=PROSE_WORDS)) >= PROSE_WORDS


def _is_headline(text: str, least: int, small: frozenset[str]) -> bool:
    """Many words, nearly all of them with a capital letter, and no stop."""
    if len(text) > LONGEST_HEADLINE or (text[-1] in STOPS and not (text[-1] in "!?" and ". " not in text)):
        return False
    words = [m.group() for m in WORD.finditer(BULLET.sub("", text, count=1))]
    large = [word for word in words if word.casefold() not in small]
    capitals = sum(word[0].isupper() or word[0].isdigit() for word in large)
    return len(words) >= least and not words[0][0].islower() and capitals >= CAPITALISED * len(large) and not text.isupper()
