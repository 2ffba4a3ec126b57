"""Finds the agreements, memoranda, joint bodies and other instruments between states that an article names.

A mention spans the instrument's name as the text gives it ("nota kesepahaman tentang layanan pos"); its attributes are
`head` (the head word), `complement` (where the part after the head begins, in characters), `definite`, `plural`, `number`,
`generic` ("the document"), `weak` (an instrument only under a verb), `named` (a proper name).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kg.languages import Language
from kg.mention.instruments.heads import Head, heads
from kg.mention.instruments.names import Name, name
from kg.mention.instruments.quantity import determination, quantity
from kg.model import Mention, Sentence
from kg.reading import Reading


def find(reading: Reading) -> Iterator[Mention]:
    """Give the instruments that the article names."""
    for sentence in reading.sentences:
        yield from _in_sentence(reading, sentence)


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Mention]:
    """One mention per name; a head inside the name of another instrument is part of that name."""
    covered = 0
    for head in heads(reading.language, sentence):
        if head.first < covered:
            continue
        found = name(reading, sentence, head)
        determined = determination(reading.language, sentence, found)
        covered = found.last
        if determined != "absent":
            yield _mention(reading, sentence, head, found, determined)


def _mention(reading: Reading, sentence: Sentence, head: Head, found: Name, determined: str) -> Mention:
    tokens = sentence.tokens
    attributes = {
        "head": reading.text(tokens[head.first].start, tokens[head.last - 1].end),
        "complement": str(tokens[found.complement].start if found.complement < found.last else tokens[found.last - 1].end),
        **({"definite": "true"} if determined == "definite" else {}),
        **({"indefinite": "true"} if determined == "indefinite" else {}),
        **quantity(reading.language, sentence, found),
        **_marks(reading.language, sentence, head, found),
    }
    return Mention("instrument", tokens[found.first].start, tokens[found.last - 1].end, head.type, sentence.index,
                   f"instrument.{head.rule}", attributes=attributes)


def _marks(language: Language, sentence: Sentence, head: Head, found: Name) -> Mapping[str, str]:
    """Whether the name is a proper one, and whether its head is enough to make it an instrument."""
    tokens = sentence.tokens[found.first : found.last]
    capitals = sum(1 for t in tokens if t.text[0].isupper())
    proper = sentence.tokens[head.first].text[0].isupper() and capitals * 2 >= len([t for t in tokens if len(t.text) > 3]) and found.first > 0
    return {**({"named": "true"} if proper else {}), **({head.rule: "true"} if head.rule != "type" else {})}
