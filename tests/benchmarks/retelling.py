"""Articles to measure with: those of `data/gold/dev` told again and again, of other people and things, at another time.

An official is in three copies, as in the world; then somebody else holds the office: a third of all with every copy. What they agree on has another name in every
copy. Three copies are a year apart, and then some years pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import Any, NamedTuple

from kg.build import understand
from kg.model import Statement, digest
from kg.read import read
from kg.resources import folder
from kg.store.quads import article_quads
from kg.store.serialize import nquads

PERSON, THINGS, DATES = "name", ("prefLabel", "label"), ("date", "reported")
TERM, APART = 3, 6  # copies that an official is in; years in which there are as many copies: what is told again sooner than in three may be the same
SHORT = 2  # letters of a word of a name that stays, as bin and van do: an initial, the second part of a Korean name
UNDATED = "2025-03-14"  # the day of an article of which none is known: nearly all reports have one
SYLLABLES = [consonant + vowel for vowel in "aiou" for consonant in "bdgjklmnprstvz"]
CYRILLIC = str.maketrans("bdgjklmnprstvzaiou", "бдгжклмнпрствзаиоу")


class Copy(NamedTuple):
    """One telling of all the articles."""

    number: int

    @property
    def years(self) -> int:
        """How much later than the first it is told."""
        return self.number // TERM * APART + self.number % TERM

    def term(self, name: str) -> int:
        """The term of office in which it is told of somebody; a third of all change with every copy.

        >>> Copy(0).term("Omar") <= Copy(1).term("Omar") < Copy(4).term("Omar")
        True
        """
        return (self.number + int(digest(name), 16) % TERM) // TERM

    def told(self, predicate: str, value: str) -> str:
        """A value as this copy tells it.

        >>> Copy(4).told("date", "2025-04"), Copy(1).told("label", "Trade Ministry"), Copy(0).told("name", "Omar bin Said") == Copy(3).told("name", "Omar bin Said")
        ('2032-04', 'Trade Ministry Bada', False)
        """
        if predicate == PERSON:
            return " ".join(word if len(word) <= SHORT or word.islower() else anew(word, self.term(value)) for word in value.split())
        if predicate in THINGS:
            return f"{value} {(SYLLABLES[self.number // len(SYLLABLES) % len(SYLLABLES)] + SYLLABLES[self.number % len(SYLLABLES)]).capitalize()}"
        return years_on(value, self.years) if predicate in DATES else value


def generated(quads: int) -> Iterator[tuple[str, bytes]]:
    """Article graphs as N-Quads, with their keys, until there are so many quads."""
    said = [understand(article) for path in sorted((folder("data") / "gold" / "dev").glob("*.txt")) for article in read(path)]
    count, copy = 0, Copy(0)
    while True:
        for extraction in said:
            published = extraction.article.published and years_on(extraction.article.published, copy.years)
            text = reworded(extraction.article.text, copy.number)
            article = replace(extraction.article, url=f"https://example.org/{copy.number}/{extraction.article.id}", text=text, published=published)
            statements = [_told(s, copy, extraction.article.key, article.key) for s in extraction.statements]
            graph = nquads(article_quads(article, statements))
            count += graph.count(b"\n")
            yield article.key, graph
            if count >= quads:
                return
        copy = Copy(copy.number + 1)


def _told(said: Statement, copy: Copy, was: str, now: str) -> Statement:
    """A statement of an article as a copy under another key makes it."""
    subject = replace(said.subject, key=said.subject.key.replace(was, now))
    if isinstance(said.value, str):
        return replace(said, subject=subject, value=copy.told(said.predicate, said.value))
    return replace(said, subject=subject, value=replace(said.value, key=said.value.key.replace(was, now)))


def reworded(text: str, number: int) -> str:
    """A text in other words of the same lengths, so that it is no copy: each small letter is another one.

    >>> reworded("Jakarta.", 0), len(reworded("Jakarta.", 1))
    ('Jakarta.', 8)
    """
    letters = "".join(chr(ord(first) + place) for first, number_of in (("a", 26), ("а", 32)) for place in range(number_of))
    return text.translate(str.maketrans(letters, "".join(Random(number).sample(letters, len(letters))))) if number else text


def written_anew(text: str, gold: Mapping[str, Any], number: int) -> str:
    """An article as a page in Markdown, of other people and things in other years: what a copy tells, as far as a text can be changed without understanding it.

    >>> print(written_anew("Title\\nOn 3 May 2025 Rojas met Lee.", {"published": "2025-05-04", "people": [{"name": "Ana Rojas"}], "instruments": []}, 3))
    ---
    date: 2031-05-04
    ---
    # Title 3
    <BLANKLINE>
    On 3 May 2031 Tigapu met Lee.
    """
    copy = Copy(number)
    title, _, body = text.partition("\n")
    for thing in sorted({i["name"] for i in gold["instruments"] if i["name"]}, key=len, reverse=True):
        body = body.replace(thing, copy.told("label", thing))
    names = {stem(word): (word, copy.term(person["name"])) for person in gold["people"] for word in person["name"].split() if len(word) > SHORT and not word.islower()}
    people = re.compile(rf"\b({'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})(\w{{0,4}})\b" if names else r"(?!)")
    body = people.sub(lambda m: anew(*names[m[1]]), body)
    body = re.sub(r"\b(?:19|20)\d\d\b", lambda m: years_on(m[0], copy.years), body)
    return f"---\ndate: {years_on(gold['published'] or UNDATED, copy.years)}\n---\n# {title} {number}\n\n{body.strip()}"


def stem(word: str) -> str:
    """What all cases of a name in Russian begin with.

    >>> stem("Ставров"), stem("Геннадий"), stem("Rojas")
    ('Ставров', 'Геннад', 'Rojas')
    """
    return word if word.isascii() else re.sub("(?<=..)[аеийоуьюя]{1,2}$", "", word)


def years_on(date: str, years: int) -> str:
    """A date so many years later, before the year 3000.

    >>> years_on("2025-04", 3)
    '2028-04'
    """
    return f"{2000 + (int(date[:4]) + years) % 1000}{date[4:]}"


def anew(word: str, term: int) -> str:
    """Another word in the place of one of a name, the same for a whole term, in its script.

    >>> anew("Patria", 1), anew("Патриа", 1)
    ('Ranizu', 'Киполи')
    """
    number = int(digest(word, str(term)), 16)
    made = "".join(SYLLABLES[number // len(SYLLABLES) ** place % len(SYLLABLES)] for place in range(3))
    return (made if word[0].isascii() else made.translate(CYRILLIC)).capitalize()
