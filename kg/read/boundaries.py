"""Where a sentence ends and the next begins: a full stop that is not part of an abbreviation, an initial or a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.languages import Language

# A stop with the quotes and brackets that close after it, and white space; a stop of a script that needs no space; or a line of stars.
# Pages that lost their line breaks have no space between paragraphs ("… ujarnya.Menteri itu …"); see `_has_room`.
# A row of stops is asked only at its first, so that a text of nothing but dots takes linear time.
CANDIDATE = re.compile(
    r"""(?<![.!?…])(?P<stop>[.!?…]+)(?P<close>["'”’»)\]]*)(?:\s+|(?=["“«]?(?!(?:Com|Co|Id|Net|Org)\b)[A-ZА-ЯЁ][a-zа-яё]+[\s,]))|(?<![。！？｡])[。！？｡]+[」』”）]*\s*|(?<![।؟۔])[।؟۔]+\s+|\s\*(?:\s?\*){2,20}\s""",
)
OPENERS = "\"'“«‘„([{—–-•*¿¡ "
LAST_WORD = re.compile(r"[^\s\"'“”«»‘’„(\[/*_]+\Z")
FIRST_WORD = re.compile(r"[^\W\d_]+(?!\.)")
INITIAL = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]")
NUMBERING = re.compile(r"[(\[]?(?:\d{1,3}|\d{1,2}[:–-]\d{1,2}|[^\W\d_]|[ivxIVX]{1,5})[)\]]?\\?")
# "2024 г.", "с. г." against "в г. Казань"; "долл. США".
NUMBERED = re.compile(r"(?:\d|[^\w\s]|\s[^\W\d_]\.)\s?[^\W\d_]{1,3}\Z")
ACRONYM = re.compile(r"[^\W\d_a-zа-яё]{2,}\b")
HYPHEN = re.compile(r"[-–]")  # "the Canada-U.S. Task Force"
LOOK = 24
LOOK_FOR_WORDS = 120
SOME_WORDS = 4


@dataclass(frozen=True, slots=True)
class Stops:
    """The abbreviations of a language by what their full stop means, and the small words that open its sentences."""

    never: frozenset[str]
    before_opener: frozenset[str]
    before_capital: frozenset[str]
    after_number: frozenset[str]
    openers: frozenset[str]

    @classmethod
    def of(cls, language: Language) -> Stops:
        """Take them from the table `[sentences]` and the small words of `language.toml`."""
        never, before_opener, before_capital, after_number = (
            frozenset(language.values("language", "sentences", key)) for key in ("never", "before_opener", "before_capital", "after_number")
        )
        return cls(never, before_opener, before_capital, after_number, frozenset(language.values("language", "function_words")))


def ends(text: str, start: int, end: int, stops: Stops) -> Iterator[tuple[int, int]]:
    """Give each place within a stretch where a sentence ends, with the place where the next one begins.

    >>> from kg.languages import language
    >>> text = "Dr. Sari tiba. Ia pulang."
    >>> [text[:last] for last, _ in ends(text, 0, len(text), Stops.of(language("id")))]
    ['Dr. Sari tiba.']
    """
    first = start
    for match in CANDIDATE.finditer(text, start, end):
        if match.end() < end and (match.group("stop") is None or (_has_room(text, match) and _is_end(text, first, match, stops))):
            following = match.end("stop") if _opens_a_quote(text, first, match) else match.end()
            yield min(match.start() + len(match.group().rstrip()), following), following
            first = following


def _has_room(text: str, match: re.Match[str]) -> bool:
    """Whether white space follows a stop, or the stop can only be the end of a paragraph: after a whole word, before a capital letter."""
    before = text[max(0, match.start() - 2) : match.start()]
    return match.group()[-1:].isspace() or (len(match.group("stop")) == 1 and ((before.islower() and before.isalpha()) or before[-1:] == ")"))


def _opens_a_quote(text: str, first: int, match: re.Match[str]) -> bool:
    """Whether the quotation mark that touches both a stop and the next word belongs to that word: `… (EBT)."Yang Mulia …`."""
    return match.group("close") == '"' and not match.group()[-1:].isspace() and text.count('"', first, match.start()) % 2 == 0


def _is_end(text: str, first: int, match: re.Match[str], stops: Stops) -> bool:
    following = text[match.end() : match.end() + LOOK].lstrip(OPENERS)
    if following[:1].islower():
        return False
    if match.group("stop") != "." or match.group("close"):
        return True
    before = text[max(first, match.start() - LOOK_FOR_WORDS) : match.start()]
    if following[:1] == "№":
        return False
    word = LAST_WORD.search(before[-LOOK:])
    if word is None:
        return True
    if match.start() - first == len(word.group()) and NUMBERING.fullmatch(word.group()):
        return False
    return _ends_after(word.group(), before, following, stops)


def _ends_after(word: str, before: str, following: str, stops: Stops) -> bool:
    written = word.casefold() + "."
    if written in stops.never:
        return False
    initial = word[0].isupper() and (INITIAL.fullmatch(word) or INITIAL.fullmatch(HYPHEN.split(word)[-1])) is not None
    if written in stops.after_number and not initial and not NUMBERED.search(before):
        return False
    if written in (stops.before_capital | stops.after_number) and not initial:
        return before.count(" ") >= SOME_WORDS and not ACRONYM.match(following)
    if initial or written in stops.before_opener:
        opener = FIRST_WORD.match(following)
        return opener is not None and opener.group().casefold() in stops.openers
    return True
