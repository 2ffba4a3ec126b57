"""Finds the words of the fields of cooperation: 5G, trade, visas, nuclear power.

A language's table `words` names fields themselves ("education"); `things` what stands for a field without being it ("students"),
which counts for less; `other` what only looks like one ("social media"); `skill` words of teaching, which beside something
digital name digital skills.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.matching import Match, starts
from kg.model import Mention, Sentence, Token
from kg.reading import Reading

TABLES = ("other", "words", "things")  # of two phrases of one length the first table's
DIGITAL, SKILLS = "digital", "digital.skills"
NEAR = 6  # words between those of teaching and what is taught
STOPS = frozenset(".;:!?")


def find(reading: Reading) -> Iterator[Mention]:
    """Give each word of a sector; the longest wins, so that `energi terbarukan` is not also plain `energi`."""
    for sentence in reading.sentences:
        found = list(_in_sentence(reading, sentence.tokens))
        for match, table in found:
            yield _mention(sentence, match, match.value, "sector.word" if table == "words" else "sector.thing")
        yield from _skills(reading, sentence, [match for match, _ in found if match.value.startswith(DIGITAL)])


def _in_sentence(reading: Reading, tokens: Sequence[Token]) -> Iterator[tuple[Match[str], str]]:
    """Phrases from left to right, the longest at each place, with the table that they stand in."""
    tables = [(name, reading.language.phrases("sectors", name)) for name in TABLES]
    past = 0
    for position in starts(tokens, *(phrases for _, phrases in tables)):
        if position < past:
            continue
        matches = [(match, name) for name, phrases in tables if (match := phrases.at(tokens, position))]
        if matches:
            match, table = max(matches, key=lambda pair: pair[0].last)
            past = match.last
            if table != "other":
                yield match, table


def _skills(reading: Reading, sentence: Sentence, digital: Sequence[Match[str]]) -> Iterator[Mention]:
    """Teaching that stands near something digital: "train 60 engineers in cybersecurity"."""
    if not digital:
        return
    for match in reading.language.phrases("sectors", "skill").find(sentence.tokens):
        if any(_near(sentence.tokens, match, taught) for taught in digital):
            yield _mention(sentence, match, SKILLS, "sector.skill")


def _near(tokens: Sequence[Token], one: Match[str], other: Match[str]) -> bool:
    between = tokens[min(one.last, other.last) : max(one.first, other.first)]
    return len(between) <= NEAR and not any(t.text in STOPS for t in between)


def _mention(sentence: Sentence, match: Match[str], code: str, rule: str) -> Mention:
    start, end = sentence.tokens[match.first].start, sentence.tokens[match.last - 1].end
    return Mention("sector", start, end, code, sentence.index, rule)
