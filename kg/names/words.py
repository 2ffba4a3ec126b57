"""A name cut into its words: initials, particles and marks of a generation told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from kg.matching import fold
from kg.names.tables import parts

PIECE = re.compile(r"[^\W\d_]+\.?")
ARTICLE = re.compile(r"\s*(?:[^\W\d_]{2}-|[a-zа-я])")
CYRILLIC = re.compile(r"[\u0400-\u052f]")
LONGEST_NAME = 200  # characters; what is longer is no name, and only its beginning is looked at
MOST_WORDS = 12
LONGEST_INITIAL = 2  # "Дж."
REMEMBERED = 5_000


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name as it is compared, and whether it is only an initial."""

    text: str
    initial: bool = False

    @property
    def script(self) -> str:
        """The script of the word, as the tables call it."""
        return "cyrillic" if CYRILLIC.search(self.text) else "latin"

    @property
    def optional(self) -> bool:
        """Whether the word often stands before a name and is left out as often (Muhammad, Raden)."""
        return self.text in parts("optional")


@dataclass(frozen=True, slots=True)
class Name:
    """A name: its words without particles, all its words, its mark of a generation, and whether it names the father."""

    words: tuple[Word, ...]
    pieces: tuple[str, ...]
    generation: str
    of_father: bool

    @property
    def full(self) -> tuple[Word, ...]:
        """The words that are more than an initial."""
        return tuple(w for w in self.words if not w.initial)


def letters_of(name: str) -> str:
    """The letters of a name and nothing else, for names that differ in capitals, accents, spaces and dashes only.

    >>> letters_of("Lê Thị Bích-Hằng")
    'lethibichhang'
    """
    return "".join(filter(str.isalpha, fold(name[:LONGEST_NAME])))


def parse(name: str) -> Name:
    """Cut a name into its words.

    >>> [w.text for w in parse("Faisal bin Farhan Al Saud").words]
    ['faisal', 'farhan', 'saud']
    >>> [(w.text, w.initial) for w in parse("К.Р. Иванов").words]
    [('к', True), ('р', True), ('иванов', False)]
    """
    return _parse(name[:LONGEST_NAME].strip())


@lru_cache(maxsize=REMEMBERED)
def _parse(name: str) -> Name:
    found = [_word(m.group()) for m in PIECE.finditer(_folded(name))][:MOST_WORDS]
    pieces = tuple(w.text for w in found)
    generation = next((w.text for w in found[1:] if w.text in parts("generation")), "")
    words = [w for i, w in enumerate(found) if not i or w.text not in parts("generation")]
    of_father = any(p in parts("patronymic") for p in pieces[1:])  # Ben Wallace is nobody's son by name
    return Name(tuple(_core(_joined(words), ARTICLE.match(name) is not None)), pieces, generation, of_father)


def _folded(name: str) -> str:
    """The name without capitals and accents; only ё stays, which sounds otherwise than е."""
    return "ё".join(map(fold, name.casefold().split("ё"))).replace("'", "")


def _word(piece: str) -> Word:
    text = piece.removesuffix(".")
    return Word(text, len(text) == 1 or (text != piece and len(text) <= LONGEST_INITIAL and text not in parts("generation")))


def _joined(words: list[Word]) -> list[Word]:
    """Words that are one name with the next are written as one: Abdul Rahman, Abdulrahman."""
    found: list[Word] = []
    for word in words:
        if found and found[-1].text in parts("joined") and not word.initial:
            before = found.pop()
            word = Word(before.text + word.text) if word.text not in parts("particle") else before  # noqa: PLW2901
        found.append(word)
    return found


def _core(words: list[Word], begins_small: bool) -> list[Word]:
    """Leave out particles; the first word is one only if it is written so: al-Sudani, but Le Thi Hang and Ben Wallace."""
    small = parts("particle") | parts("patronymic")
    core = [w for i, w in enumerate(words) if (not i and not begins_small) or w.text not in small]
    return core if len(core) > 1 or (core and begins_small) else words
