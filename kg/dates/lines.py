"""A row of tokens with every word of a date labelled, so that the rules need not look a word up twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.languages import Language, language
from kg.matching import Phrases
from kg.model import Token

FIRST_YEAR, LAST_YEAR = 1900, 2100
CENTURY = 2000
LONGEST_DAY, LONGEST_COUNT, YEAR = 2, 3, 4  # figures
LAST_DAY = 31
FIGURE = "figure"
OPENERS = frozenset({
    "month", "short", "weekday", "weekdayshort", "relative", "again", "number", "oneunit", "hence_before", "part", "fraction", "season",
})


@dataclass(frozen=True, slots=True)
class Label:
    """A word of a date: its kind (`month`), its detail (`5`), and the token after its last."""

    kind: str
    detail: str
    last: int

    @property
    def number(self) -> int:
        """The detail as a number."""
        return int(self.detail)


NO_LABELS: Mapping[str, Label] = {}


def may_hold_a_date(tokens: Sequence[Token], words: Language) -> bool:
    """Whether a figure or a word that dates begin with stands among the tokens: in most sentences none does, and nothing need be labelled.

    >>> from kg.languages import language
    >>> from kg.matching import tokenize
    >>> may_hold_a_date(tokenize("Kedua menteri bertemu."), language("id")), may_hold_a_date(tokenize("Mereka bertemu kemarin."), language("id"))
    (False, True)
    """
    return any(t.text[0].isdigit() for t in tokens) or bool(_openers(words.code).starts(tokens))


@cache
def _openers(code: str) -> Phrases[str]:
    """The words that dates begin with."""
    terms = language(code).table("dates", "term")
    return Phrases((pattern, key) for key, patterns in terms.items() if key.partition(".")[0] in OPENERS for pattern in patterns)


class Line:
    """Tokens of one sentence or of one line of metadata, with their labels."""

    def __init__(self, tokens: Sequence[Token], language: Language) -> None:
        """Label the tokens with the words of a language."""
        self.tokens = tokens
        self.settings = language.table("dates")
        self.suffixes = language.values("dates", "day_suffixes")
        self._past = tuple(language.values("dates", "past_endings"))
        labelled = {i: _labels(tokens, i, language) for i in language.phrases("dates", "term").starts(tokens)}
        self._labels = [labelled.get(i, NO_LABELS) for i in range(len(tokens))]

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.tokens)

    def is_past(self, i: int) -> bool:
        """Whether a token is a word of the past, or has an ending that only past tenses have."""
        return "past" in self._labels[i] or (bool(self._past) and self.tokens[i].norm.endswith(self._past))

    def may_begin_a_date(self, i: int) -> bool:
        """Whether a token has a figure or is a word that dates begin with; most tokens are neither."""
        return self.tokens[i].text[0].isdigit() or not OPENERS.isdisjoint(self._labels[i])

    def opens(self, i: int, kinds: frozenset[str]) -> bool:
        """Whether a token is a word of one of these kinds, or has a figure where `figure` is among them."""
        return not kinds.isdisjoint(self._labels[i]) or (FIGURE in kinds and self.tokens[i].text[0].isdigit())

    def label(self, i: int, *kinds: str) -> Label | None:
        """The longest word of one of these kinds that begins at a token."""
        if not 0 <= i < len(self.tokens):
            return None
        best = None
        for kind in kinds:
            found = self._labels[i].get(kind)
            if found is not None and (best is None or found.last > best.last):
                best = found
        return best

    def skip(self, i: int, *kinds: str) -> int:
        """The token after a word of these kinds, or the same token where there is none."""
        label = self.label(i, *kinds)
        return label.last if label else i

    def ends(self, i: int, *kinds: str) -> Label | None:
        """A word of these kinds that ends just before a token; at most four tokens long."""
        labels = (self.label(start, *kinds) for start in range(i - 1, max(i - 5, -1), -1))
        return next((label for label in labels if label and label.last == i), None)

    def is_mark(self, i: int, marks: str) -> bool:
        """Whether a token is one of these punctuation marks (folded)."""
        return 0 <= i < len(self.tokens) and len(self.tokens[i].norm) == 1 and self.tokens[i].norm in marks

    def touches(self, i: int) -> bool:
        """Whether no space stands between a token and the one before it."""
        return 0 < i < len(self.tokens) and self.tokens[i - 1].end == self.tokens[i].start

    def digits(self, i: int) -> str:
        """The digits of a token that is a plain number, else an empty text."""
        return self.tokens[i].text if 0 <= i < len(self.tokens) and self.tokens[i].text.isascii() and self.tokens[i].text.isdigit() else ""

    def count(self, i: int) -> tuple[int, int] | None:
        """A small number in digits or in words, and the token after it."""
        if digits := self.digits(i):
            return (int(digits), i + 1) if len(digits) <= LONGEST_COUNT else None
        label = self.label(i, "number")
        return (label.number, label.last) if label else None

    def year(self, i: int) -> int | None:
        """A year in four digits; a decade (`1970-an`) is none."""
        digits = "" if self.label(i + 1, "decade") else self.digits(i)
        return int(digits) if len(digits) == YEAR and FIRST_YEAR <= int(digits) <= LAST_YEAR else None

    def day(self, i: int) -> tuple[int, int] | None:
        """A day of the month (`15`, `15th`, `15-го`) and the token after it."""
        if not 0 <= i < len(self.tokens):
            return None
        word = self.tokens[i].norm
        bare = next((word.removesuffix(s) for s in self.suffixes if word.endswith(s)), word)
        if not (bare.isascii() and bare.isdigit() and len(bare) <= LONGEST_DAY and 1 <= int(bare) <= LAST_DAY):
            return None
        return int(bare), self._after_suffix(i + 1)

    def _after_suffix(self, i: int) -> int:
        """Past `-го` in `15-го` or `hb` in `30 hb`, written apart from the number."""
        dash = i + 1 if self.is_mark(i, "-") and self.touches(i) else i
        return dash + 1 if dash < len(self.tokens) and self.tokens[dash].norm in self.suffixes else i


def _labels(tokens: Sequence[Token], i: int, language: Language) -> dict[str, Label]:
    labels: dict[str, Label] = {}
    for match in language.phrases("dates", "term").all_at(tokens, i):
        kind, _, detail = match.value.partition(".")
        if kind not in labels or match.last > labels[kind].last:
            labels[kind] = Label(kind, detail, match.last)
    return labels
