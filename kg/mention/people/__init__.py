"""Finds people in an article: by their office, by what they say, by whom they meet; then by every short form of a name found.

A mention's value is the name in the nominative; its attributes are `post` ("start-end" of the office's mention), `order` (which
of several holders of one office), `counterpart`, `nickname`, `of` (the country behind the name) and `background` where the name only dates or colours something.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.matching import fold
from kg.mention.people import repeated
from kg.mention.people.apposition import Titled, past_country, titled
from kg.mention.people.cases import nominative
from kg.mention.people.names import Line, Name, lines, spelling
from kg.mention.people.speech import governed, speakers
from kg.model import Mention
from kg.reading import Reading
from kg.second_opinion import begins


def find(reading: Reading) -> Iterator[Mention]:
    """Give the people that the article names."""
    read = list(lines(reading))
    found: list[Mention] = []
    for line in read:
        found += _in(line)
    yield from found
    yield from repeated.find(reading, read, found)


def _in(line: Line) -> Iterator[Mention]:
    """The names of one sentence: those with an office first; a second opinion may overrule what they rest on."""
    used: set[int] = set()
    for t in _reviewed(line, [*titled(line), *speakers(line)]):
        covered = range(t.name.first, t.name.last)
        if used.isdisjoint(covered):
            used.update(covered)
            yield _mention(line, t)


def _reviewed(line: Line, read: list[Titled]) -> Iterator[Titled]:
    """The names that stand, without the words before them that are none: "Ketua Partai Nusantara | Hendra Wijaya"."""
    first = begins(line.tokens, line.reading.language, [(t.name.first, t.name.last, t.rule) for t in read], "PER")
    for t, begin in zip(read, first, strict=True):
        if begin is not None:
            one = begin > t.name.first and line.phrase("forename").at(line.tokens, begin - 1) is not None  # "I Made Sudarma"
            yield t if begin - one == t.name.first else replace(t, name=Name(begin - one, t.name.last))


def _mention(line: Line, t: Titled) -> Mention:
    start, end = line.tokens[t.name.first].start, line.tokens[t.name.last - 1].end
    case = t.case or governed(line, t.name)
    attributes = {
        "post": f"{t.post.start}-{t.post.end}" if t.post else "", "order": str(t.order), "case": case,
        "counterpart": "1" if t.counterpart else "", "background": "1" if _is_background(line, t) else "",
        "nickname": _nickname(line, t.name.last),
        "of": " ".join(line.reading.text(end, line.tokens[of - 1].end).split()).removeprefix(", ") if (of := past_country(line, t.name.last)) > t.name.last else "",
        "of_end": str(line.tokens[of - 1].end),
    }
    name = nominative(line.reading.language, spelling(line, t.name), case)
    return Mention("person", start, end, name, line.sentence.index, t.rule, t.confidence, attributes)


def _nickname(line: Line, position: int) -> str:
    """The short name in brackets after a name: "Joko Widodo (Jokowi)"."""
    if line.norm(position) != "(" or line.norm(position + 2) != ")" or position + 1 in line.taken:
        return ""
    word = line.tokens[position + 1].text
    return word if word[0].isupper() and not word.isupper() and word.isalpha() and line.phrase("stop").at(line.tokens, position + 1) is None else ""


def _is_background(line: Line, t: Titled) -> bool:
    """Whether "under the leadership of", "pemerintahan" stands before, or "administration" after the name; or the office begins with "late"."""
    first = t.name.first
    for a, b, post in line.posts:
        if t.post is not None and post == t.post and b <= first:
            first = a
    phrases = line.phrase("background")
    before = any((m := phrases.at(line.tokens, p)) is not None and m.value != "after" and m.last in (first, first - 1)
                 and (m.last == first or fold(line.tokens[m.last].text) == "the") for p in range(max(first - 6, 0), first))
    before = before or (first < t.name.first and (m := phrases.at(line.tokens, first)) is not None and m.value == "late")
    after = phrases.at(line.tokens, t.name.last)
    return before or (after is not None and after.value == "after")
