"""Where a quotation stands in an article: exactly, but for Unicode's composition, spaces, and the kind of quotation mark and dash.

Never by likeness: "readiness" for "refusal" is one word and the opposite fact.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, pairwise, takewhile

from kg.languages import Language
from kg.matching import tokenize
from kg.mention.people.cases import index_key, same_name
from kg.model import Evidence, Sentence
from kg.reading import Reading

SHORTEST, LONGEST = 12, 1000  # characters: "MoU" stands everywhere, and a whole article proves nothing in particular
SHORTEST_NAME = 2  # letters
LONGEST_ENDING = 3  # letters in which two forms of a declined word may differ at the end
STEM = 3
SAME = str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("“”„«»‟", '"'), **dict.fromkeys("’‘ʼ`´", "'"), "…": "..."})
Place = tuple[int, int, Sentence]


def normalize(text: str) -> str:
    r"""Write a text as quotations are compared: composed, with single spaces, one kind of quotation mark and dash; case is kept.

    >>> normalize(" «Kerja\u00a0 sama» – sepakat ")
    '"Kerja sama" - sepakat'
    """
    return Normalized.of(text).text.strip()


@dataclass(frozen=True, slots=True)
class Normalized:
    """A normalised text, and where each of its characters begins and ends in the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Normalized:
        """Normalise a text."""
        written: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        for start, end in _characters(text):
            for char in _normal(text[start:end]):
                if char == " " and written[-1:] == [" "]:
                    ends[-1] = end
                    continue
                written.append(char)
                starts.append(start)
                ends.append(end)
        return cls("".join(written), tuple(starts), tuple(ends))

    def find(self, quote: str) -> list[tuple[int, int]]:
        """Give every place in the original where a quotation stands, as whole words."""
        wanted, places, position = normalize(quote), [], 0
        while wanted and (found := self.text.find(wanted, position)) >= 0:
            position = found + len(wanted)
            if self._whole(found) and self._whole(position):
                places.append((self.starts[found], self.ends[position - 1]))
        return places

    def _whole(self, position: int) -> bool:
        """Whether no word is cut here: "able to sign" does not stand in "unable to sign"."""
        return not (0 < position < len(self.text) and self.text[position - 1].isalnum() and self.text[position].isalnum())


def _characters(text: str) -> list[tuple[int, int]]:
    """The letters of a text, each with the accents that follow it."""
    starts = [i for i, char in enumerate(text) if i == 0 or not unicodedata.combining(char)]
    return list(pairwise([*starts, len(text)]))


def _normal(char: str) -> str:
    if char.isspace():
        return " "
    if unicodedata.category(char[0]) == "Cf":  # soft hyphens, joiners, marks of direction: nobody reads them
        return ""
    return unicodedata.normalize("NFC", char).translate(SAME)


class Pages:
    """An article's sentences, to be asked for the proof of a quotation and for names."""

    def __init__(self, reading: Reading) -> None:
        """Prepare the article once for all the facts about it."""
        self._reading = reading
        self._text = Normalized.of(reading.article.text)
        self._ends = [s.end for s in reading.sentences]
        self._words = _by_beginning(reading) if _declines(reading.language) else {}

    def proof(self, quote: str) -> Evidence | None:
        """Give the sentence or sentences in which a quotation stands; none where it is not in the article's body."""
        if not SHORTEST <= len(normalize(quote)) <= LONGEST:
            return None
        covered = ((start, end, self._covering(start, end)) for start, end in self._text.find(quote))
        return next((self._evidence(found) for start, end, found in covered if _is_body(self._reading, start, end, found)), None)

    def _covering(self, start: int, end: int) -> list[Sentence]:
        """The sentences that a stretch touches."""
        first = bisect_right(self._ends, start)
        return list(takewhile(lambda s: s.start < end, islice(self._reading.sentences, first, None)))

    def _evidence(self, found: list[Sentence]) -> Evidence:
        start, end = found[0].start, found[-1].end
        return Evidence(start, end, self._reading.text(start, end), found[0].index)

    def places(self, name: str) -> list[Place]:
        """Give where a name stands in the body, in any of its cases in a language that declines names; a mark or a letter is no name."""
        if sum(map(str.isalnum, name)) < SHORTEST_NAME:
            return []
        exact = ((start, end, self._covering(start, end)) for start, end in self._text.find(name))
        found = {(start, end): s[0] for start, end, s in exact if len(s) == 1}
        found |= {(start, end): s for start, end, s in self._declined(name)}
        return [(start, end, found[start, end]) for start, end in sorted(found)]

    def wording(self, name: str) -> str | None:
        """Give a name as the article writes it; as it was asked for where the article has it only in another case; None where it has it nowhere."""
        wanted = normalize(name)
        found = [self._reading.text(start, end) for start, end, _ in self.places(name)]
        exact = next((said for said in found if normalize(said) == wanted), None)
        return " ".join((exact or name).split()) if found else None

    def _declined(self, name: str) -> Iterator[Place]:
        wanted = [t.text for t in tokenize(normalize(name))]
        first = index_key(self._reading.language, wanted[0]) if wanted else ""
        for sentence, i in self._words.get(first, ()):
            there = sentence.tokens[i : i + len(wanted)]
            if len(there) == len(wanted) and all(_are_forms(self._reading.language, a, normalize(t.text)) for a, t in zip(wanted, there, strict=True)):
                yield there[0].start, there[-1].end, sentence


def _is_body(reading: Reading, start: int, end: int, found: list[Sentence]) -> bool:
    """Whether all of a stretch lies in sentences; what is left between them must be blank, not a teaser."""
    if not found or found[0].start > start or found[-1].end < end:
        return False
    return all(not reading.text(a.end, b.start).strip() for a, b in pairwise(found))


def _declines(language: Language) -> bool:
    return bool(language.table("people", "case"))


def _by_beginning(reading: Reading) -> dict[str, list[tuple[Sentence, int]]]:
    """Every word of the body by its beginning, in the order of the text."""
    words: dict[str, list[tuple[Sentence, int]]] = {}
    for sentence in reading.sentences:
        for i, token in enumerate(sentence.tokens):
            words.setdefault(index_key(reading.language, token.text), []).append((sentence, i))
    return words


def _are_forms(language: Language, word: str, other: str) -> bool:
    """Whether two words may be cases of one: by the endings of names that the language lists, or by a long common beginning.

    >>> from kg.languages import language
    >>> [_are_forms(language("ru"), *words) for words in (("Доха", "Дохе"), ("Министерство", "Министерства"), ("Иран", "Ирак"), ("Иран", "иран"))]
    [True, True, False, False]
    """
    if word[:1] != other[:1]:
        return False
    stem = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    ending = max(len(word), len(other)) - stem
    return ending == 0 or (stem > STEM and ending <= LONGEST_ENDING) or same_name(language, word, other)
