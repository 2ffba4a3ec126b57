"""What speaks for a word of a sector naming what an article is about: where its mentions stand, and beside what.

No single sign decides whether a field is what countries work together in or a word said in passing; each sign is a number
with a name, and `kg.extract.sectors.weighing` adds them up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log2

from kg.matching import Phrases
from kg.model import Mention, Sentence
from kg.reading import Reading

RELATIONS = "political"  # relations between states as such, which an article may be about without a word of a field
LONGEST_PHRASE = 4  # tokens of a phrase before a field
GAP = 3  # tokens between two fields of one list: ", and the"
OFFICES = ("post", "organization", "person")
OCCASIONS = frozenset({"meeting", "visit", "call"})


@dataclass(slots=True)
class Named:
    """One sector with its mentions and the marks of each, in the order of the text."""

    code: str
    mentions: list[Mention] = field(default_factory=list)
    marks: list[frozenset[str]] = field(default_factory=list)

    def any(self, mark: str) -> float:
        """1 where a mention has a mark, else 0."""
        return float(any(mark in marks for marks in self.marks))

    def number(self, mark: str) -> int:
        """How many mentions have a mark."""
        return sum(mark in marks for marks in self.marks)


def named(reading: Reading) -> dict[str, Named]:
    """Every sector that the article's words may name; relations between states may always be what it is about."""
    found: dict[str, Named] = {RELATIONS: Named(RELATIONS)}
    for sentence in reading.sentences:
        mentions = reading.mentions("sector", within=sentence)
        for mention, marks in zip(mentions, _marked(reading, sentence, mentions), strict=True):
            sector = found.setdefault(mention.value, Named(mention.value))
            sector.mentions.append(mention)
            sector.marks.append(marks)
    return found


def _marked(reading: Reading, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[frozenset[str]]:
    """The marks of each mention of one sentence."""
    if not mentions:
        return
    offices = [(m.start, m.end) for m in reading.mentions(*OFFICES, within=sentence)]
    shared = {"beside an instrument"} if reading.mentions("instrument", within=sentence) else set()
    fields, joined = _fields(reading, sentence, mentions), _joined(mentions)
    for i, mention in enumerate(mentions):
        own = {"thing" if mention.rule == "sector.thing" else "word"} | ({"field"} if i in fields else set()) | (set() if i in joined else {"alone"})
        if not any(start <= mention.start < end for start, end in offices):
            own |= {"free", "free word"} if "word" in own else {"free"}
        yield frozenset(own | shared)


def _fields(reading: Reading, sentence: Sentence, mentions: Sequence[Mention]) -> set[int]:
    """The mentions that are fields of cooperation by the words beside them, or stand in a list with one that is."""
    phrases = reading.language.phrases("sectors", "field")
    places = {t.start: i for i, t in enumerate(sentence.tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(sentence.tokens)}
    found: set[int] = set()
    past = -1
    for i, mention in enumerate(mentions):
        first, last = places[mention.start], ends[mention.end]
        if _is_field(phrases, sentence, first, last) or (i - 1 in found and first - past <= GAP):
            found.add(i)
        past = last
    return found


def _joined(mentions: Sequence[Mention]) -> set[int]:
    """The mentions that another one is joined to with nothing but a space between: "health infrastructure", "industri media"."""
    pairs = (i for i, (one, other) in enumerate(pairwise(mentions)) if other.start - one.end == 1 and one.value != other.value)
    return {k for i in pairs for k in (i, i + 1)}


def _is_field(phrases: Phrases[str], sentence: Sentence, first: int, last: int) -> bool:
    """Whether words say that this is a field: "in the field of health", "health cooperation"."""
    ahead = sentence.tokens[max(0, first - LONGEST_PHRASE) : first]
    before = any(m.value == "before" and m.last == len(ahead) for i in phrases.starts(ahead) for m in phrases.all_at(ahead, i))
    return before or any(m.value == "after" for m in phrases.all_at(sentence.tokens, last))


def signs_of_field(reading: Reading, found: Mapping[str, Named], code: str) -> dict[str, float]:
    """The evidence for one sector; each name is a row of the table of weights."""
    sector = found[code]
    words = {reading.text(m.start, m.end).casefold() for m in sector.mentions}
    return {
        "named": 1.0,
        "by words, not things": sector.any("free word"),
        "in several words": log2(len(words)),
        "named most": float(len(sector.mentions) == max(len(other.mentions) for other in found.values())),
        "a field of cooperation": sector.any("field"),
        "beside an instrument": sector.any("beside an instrument"),
        "only joined to another field": 1 - sector.any("alone"),
        "only in offices and names": 1 - sector.any("free"),
        "beside its narrower one": float(any(other.startswith(f"{code}.") for other in found)),
    }


def signs_of_relations(reading: Reading, found: Mapping[str, Named]) -> dict[str, float]:
    """The evidence for the relations between states themselves being the topic."""
    words, title = found[RELATIONS], [s for s in reading.sentences if s.is_title]
    spoken = {m.value for s in title for m in reading.language.phrases("sectors", "diplomacy").find(s.tokens)}
    others = [len(n.mentions) for code, n in found.items() if code != RELATIONS]
    return {
        "possible": 1.0,
        "words": log2(1 + words.number("word")),
        "things": log2(1 + words.number("thing")),
        "diplomats in the title": float("agent" in spoken),
        "relations in the title": float("relation" in spoken),
        "an occasion in the title": float(any(m.value in OCCASIONS for s in title for m in reading.mentions("event", within=s))),
        "another topic": log2(1 + max(others, default=0)),
    }
