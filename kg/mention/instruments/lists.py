"""Lists: the lines that each name one document, under a line that says what became of them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from kg.model import Mention, Sentence
from kg.reading import Reading

BULLETS = ("-", "*", "•", "·", "●", "▪", "◦", "+")
NUMBERED = (".", ")")
LONGEST_NUMBER = 2
OPENING = 3
SHORTEST = 2
BRIEFEST, LONGEST = 2, 30


def mark_lists(reading: Reading, found: Mapping[int, Sequence[Mention]]) -> Iterator[Mention]:
    """Give every mention; those that open a line of a list know its heading, and a line that names none is named by its heading."""
    marked: dict[int, tuple[Mention, ...]] = {}
    for items in _runs(reading, found):
        heading = _heading(reading, found, items[0])
        if heading is not None:
            marked.update({item.index: tuple(_in_item(found, items, item, heading)) for item in items})
    for sentence in reading.sentences:
        yield from marked.get(sentence.index, found.get(sentence.index, ()))


def _runs(reading: Reading, found: Mapping[int, Sequence[Mention]]) -> Iterator[list[Sentence]]:
    """Give each run of neighbouring lines that are items of one list, with bullets or without."""
    run: list[Sentence] = []
    kind = ""
    for sentence in reading.sentences[1:]:
        opens = _opens_line(reading, sentence)
        this = _kind(sentence, found.get(sentence.index, ())) if opens else kind
        if this != kind:
            if len(run) >= SHORTEST:
                yield run
            run, kind = [], this
        if kind and opens:
            run.append(sentence)
    if len(run) >= SHORTEST:
        yield run


def _kind(sentence: Sentence, mentions: Sequence[Mention]) -> str:
    """Say what makes a line an item: its bullet, its number, or a document's name that it begins with."""
    if length := _bullet(sentence):
        return "bullet" if length == 1 else "number"
    first = mentions[0] if mentions else None
    bare = first is not None and first.start == sentence.start and not set(first.attributes) & {"plural", "generic", "weak", "definite"}
    return "name" if bare else ""


def _opens_line(reading: Reading, sentence: Sentence) -> bool:
    return reading.sentences[sentence.index - 1].paragraph != sentence.paragraph


def _bullet(sentence: Sentence) -> int:
    """Say how many tokens a line's bullet or number takes."""
    tokens = sentence.tokens
    if tokens[0].norm in BULLETS:
        return 1
    numbered = len(tokens) > 1 and tokens[0].norm.isalnum() and len(tokens[0].norm) <= LONGEST_NUMBER and tokens[1].norm in NUMBERED
    return 2 if numbered else 0


def _opens(sentence: Sentence, mentions: Sequence[Mention]) -> bool:
    """Whether an instrument's name opens a line."""
    place = _bullet(sentence) + OPENING
    return bool(mentions) and (len(sentence.tokens) <= place or mentions[0].start < sentence.tokens[place].start)


def _heading(reading: Reading, found: Mapping[int, Sequence[Mention]], first: Sentence) -> Sentence | None:
    """Give the line a list stands under: the one before it, if it speaks of several instruments, else the title; one instrument has terms."""
    before = reading.sentences[first.index - 1]
    named = found.get(before.index, ())
    if _several(named):
        return before
    if before.tokens[-1].norm == ":" and named:
        return None
    title = reading.sentences[0]
    return title if _several(found.get(0, ())) else None


def _several(mentions: Sequence[Mention]) -> Mention | None:
    """Give the mention that stands for all of a list: the last one in the plural, or the last for any document."""
    return next((m for m in reversed(mentions) if "plural" in m.attributes or "generic" in m.attributes), None)


def _in_item(found: Mapping[int, Sequence[Mention]], items: Sequence[Sentence], item: Sentence, heading: Sentence) -> Iterator[Mention]:
    mentions = found.get(item.index, ())
    if _opens(item, mentions):
        yield replace(mentions[0], attributes={**mentions[0].attributes, "listed": str(heading.index)})
        yield from mentions[1:]
        return
    yield from mentions
    whole = _several(found.get(heading.index, ()))
    if whole is not None and not mentions and heading.tokens[-1].norm == ":" and _counts(whole, len(items)):
        yield from _unnamed(item, whole, heading)


def _counts(whole: Mention, number: int) -> bool:
    """Whether a heading in the plural speaks of as many instruments as the list has lines."""
    return "plural" in whole.attributes and whole.attributes.get("number", str(number)) == str(number)


def _unnamed(item: Sentence, whole: Mention, heading: Sentence) -> Iterator[Mention]:
    """Give the instrument of a line that only says between whom or about what it is."""
    first = _bullet(item)
    last = next((i for i, t in enumerate(item.tokens) if i > first and t.norm in ("-", ":", ";", ".")
                 and item.tokens[i - 1].end != t.start), len(item.tokens))
    last = min(last, first + LONGEST)
    if last - first >= BRIEFEST:
        yield Mention("instrument", item.tokens[first].start, item.tokens[last - 1].end, whole.value, item.index, "instrument.list",
                      attributes={"head": "", "listed": str(heading.index)})
