"""One sentence as the finders of organizations see it: its tokens, the countries among them, and the words of the languages whose names it may use."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from kg.languages import Language, language
from kg.matching import Match, starts
from kg.model import Sentence, Token
from kg.reading import Reading

FILE = "organizations"
OPENING, CLOSING = "«\"“„'‘", "»\"”“'’"


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a sentence: the tokens it covers, what kind of body, its name in the nominative, and the country that stands in or beside it."""

    first: int
    last: int
    type: str
    name: str
    rule: str
    confidence: float = 0.8
    country: str = ""
    acronym: str = ""
    short: str = ""
    body: str = ""


@dataclass(frozen=True)
class Line:
    """The tokens of a sentence with the country mentions by their first token: where each ends, and its code."""

    sentence: Sentence
    text: str
    countries: Mapping[int, tuple[int, str]]
    words: Language
    around: Language | None = None

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    @cached_property
    def ends(self) -> Mapping[int, tuple[int, str]]:
        """The same country mentions by the token after them: where each begins, and its code."""
        return {last: (first, code) for first, (last, code) in self.countries.items()}

    @property
    def tail_first(self) -> bool:
        """Whether the language says the country before the body ("the Danish parliament"), not after it ("parlemen Denmark")."""
        return bool(self.words.table(FILE, "tail"))

    @cached_property
    def inside(self) -> frozenset[int]:
        """The tokens of the country mentions: "Federasi Rusia" is a state, no federation."""
        return frozenset(i for first, (last, _) in self.countries.items() for i in range(first, last))

    def phrase(self, table: str, position: int) -> Match[str] | None:
        """The longest phrase of a table that begins at this token."""
        return self.words.phrases(FILE, table).at(self.tokens, position)

    def around_phrase(self, file: str, table: str, position: int) -> bool:
        """Whether a phrase of another file's table begins at this token."""
        return 0 <= position < len(self.tokens) and self.words.phrases(file, table).at(self.tokens, position) is not None

    def is_after_partner(self, position: int) -> bool:
        """Whether "with" or "between" stands right before this token."""
        partner = self.words.phrases("parties", "partner")
        return any((m := partner.at(self.tokens, i)) is not None and m.last == position for i in range(max(0, position - 2), position))

    def starts(self, *tables: str) -> list[int]:
        """The tokens at which a phrase of these tables may begin."""
        return starts(self.tokens, *(self.words.phrases(FILE, table) for table in tables))

    def is_in(self, table: str, position: int) -> bool:
        """Whether a phrase of this table begins at this token."""
        return 0 <= position < len(self.tokens) and self.phrase(table, position) is not None

    def is_stop(self, position: int) -> bool:
        """Whether a word that stands outside any name is here: one of the name's language or of the text around it."""
        if self.is_in("stop", position):
            return True
        return self.around is not None and self.around.phrases(FILE, "stop").at(self.tokens, position) is not None

    def is_capital(self, position: int) -> bool:
        """Whether the token at this place begins with a capital letter or is a number."""
        return 0 <= position < len(self.tokens) and self.tokens[position].text[0].isupper()

    def touches(self, position: int) -> bool:
        """Whether no space parts this token from the one before it."""
        return 0 < position < len(self.tokens) and self.tokens[position - 1].end == self.tokens[position].start

    def write(self, first: int, last: int) -> str:
        """The words of a range of tokens as the text has them, on one line."""
        start = self.tokens[first].start - self.sentence.start
        return " ".join(self.text[start : self.tokens[last - 1].end - self.sentence.start].split())


def lines(reading: Reading) -> tuple[Line, ...]:
    """The sentences of an article as the finders see them."""
    return tuple(Line(s, reading.text(s.start, s.end), _countries(reading, s), reading.language) for s in reading.sentences)


def foreign(line: Line) -> tuple[Line, ...]:
    """The same sentence once for each language whose names it may use, its own first."""
    others = line.words.values(FILE, "foreign", "languages")
    return (line, *(Line(line.sentence, line.text, line.countries, language(code), line.words) for code in others))


def _countries(reading: Reading, sentence: Sentence) -> dict[int, tuple[int, str]]:
    """The country mentions of a sentence, by token."""
    starts = {t.start: i for i, t in enumerate(sentence.tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(sentence.tokens)}
    return {starts[m.start]: (ends[m.end], m.value) for m in reading.mentions("country", within=sentence) if m.start in starts and m.end in ends}
