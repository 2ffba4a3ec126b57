"""A second opinion on names: a small model says which words of a sentence it takes for a person, a body or a place.

One conditional random field for Indonesian, English and Russian, trained on public news (`data/crf/MODEL_CARD.md`). The rules decide. The model is asked
where they have weak grounds: a name that it does not see at all falls, words before the name are left off, and a body's name ends where it is sure that a
person's begins. Which rules are doubted, and by how much, stands in each language's `second_opinion.toml`; a language without it asks nobody. The weights
are read with the first question; the same sentence gets the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.languages import Language
from kg.model import Token
from kg.second_opinion.model import Tagging, tag

FILE = "second_opinion"
LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Vote:
    """A name as the model sees it: the half-open range of tokens, `PER`, `ORG` or `LOC`, and the probability of its least sure word."""

    first: int
    last: int
    kind: str
    probability: float


def vote(tokens: Sequence[Token], language: Language) -> tuple[Vote, ...]:
    """Give the names that the model sees in a sentence, in order.

    >>> from kg.languages import language
    >>> from kg.matching import tokenize
    >>> [v.kind for v in vote(tokenize("Menteri Budi Santoso bertemu wartawan."), language("id"))]
    ['PER']
    """
    return tuple(_spans(tag(tuple(tokens), language.code)))


def begins(tokens: Sequence[Token], language: Language, names: Sequence[tuple[int, int, str]], kind: str) -> list[int | None]:
    """Where each name of a sentence (first token, end, rule) really begins; None where it falls. The model is asked only if a rule is doubted.

    >>> from kg.languages import language
    >>> begins((), language("eo"), [(0, 2, "person.speech")], "PER")
    [0]
    """
    least = language.table(FILE, "least")
    if not any(rule in least for _, _, rule in names):
        return [first for first, _, _ in names]
    holds, faint = tag(tuple(tokens), language.code).holds[kind], float(language.table(FILE, "limit").get("faint", 0))
    return [_begin(holds, first, last, least[rule], faint) if rule in least else first for first, last, rule in names]


def _begin(holds: Sequence[float], first: int, last: int, least: float, faint: float) -> int | None:
    """The first word that is no faint one; words are only left off where a likely one follows."""
    highest = max(holds[first:last])
    if highest < least:
        return None
    return first if highest < LIKELY else next(p for p in range(first, last) if holds[p] >= faint)


def person_begins(tokens: Sequence[Token], language: Language, position: int) -> bool:
    """Whether the model is sure that somebody's name begins here: "Partai Demokrat | Hendra Wijaya".

    >>> from kg.languages import language
    >>> from kg.matching import tokenize
    >>> sentence = tokenize("Ketua Umum Partai Demokrat Hendra Wijaya hadir.")
    >>> [person_begins(sentence, language("id"), p) for p in (3, 4)]
    [False, True]
    """
    sure = language.table(FILE, "limit").get("person")
    return sure is not None and tag(tuple(tokens), language.code).begins["PER"][position] >= sure


def _spans(tagging: Tagging) -> Iterator[Vote]:
    """The runs of B- and I- labels; an I- label that continues nothing begins a name."""
    first, kind = 0, ""
    for i, label in enumerate((*tagging.labels, "O")):
        place, _, new = label.partition("-")
        if kind and (place != "I" or new != kind):
            yield Vote(first, i, kind, min(tagging.holds[kind][first:i]))
            kind = ""
        if new and not kind:
            first, kind = i, new
