"""A second opinion on names: a small model says which words of a sentence it takes for a person, a body or a place.

One conditional random field for Indonesian, English and Russian, trained on public news (`data/crf/MODEL_CARD.md`). The rules decide; a name that rests
on weak grounds falls if the model does not see it at all. Which rules are doubted, and how little the model must give for a name to fall, stands in each
language's `second_opinion.toml`; a language without it asks nobody. The weights are read with the first question; the same sentence gets the same answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from kg.errors import InvalidData
from kg.languages import Language
from kg.model import Token
from kg.resources import folder
from kg.second_opinion.features import observe

WEIGHTS = "names.crfsuite"
FILE = "second_opinion"
ONE_AT_A_TIME = Lock()  # the tagger holds the sentence that it reads


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
    if not tokens:
        return ()
    with ONE_AT_A_TIME:
        tagger = _tagger()
        tagger.set(observe(tokens, language))
        return tuple(_spans(tagger, tagger.tag()))


def upheld(tokens: Sequence[Token], language: Language, names: Sequence[tuple[int, int, str]], kind: str) -> list[bool]:
    """Whether each name of a sentence stands: first token, end, rule; the model is asked only if the language doubts one of the rules.

    >>> from kg.languages import language
    >>> upheld((), language("eo"), [(0, 2, "person.speech")], "PER")
    [True]
    """
    least = language.table(FILE, "least")
    doubted = [rule in least for _, _, rule in names]
    if not any(doubted):
        return [True] * len(names)
    with ONE_AT_A_TIME:
        tagger = _tagger()
        tagger.set(observe(tokens, language))
        return [not doubt or _share(tagger, first, last, kind) >= least[rule] for (first, last, rule), doubt in zip(names, doubted, strict=True)]


def _share(tagger: Any, first: int, last: int, kind: str) -> float:
    """How probable it is that the likeliest word of a stretch belongs to a name of this kind."""
    return max(float(tagger.marginal(f"B-{kind}", p) + tagger.marginal(f"I-{kind}", p)) for p in range(first, last))


def _spans(tagger: Any, labels: Sequence[str]) -> Iterator[Vote]:
    """The runs of B- and I- labels; an I- label that continues nothing begins a name."""
    first, kind = 0, ""
    for i, label in enumerate((*labels, "O")):
        tag, _, new = label.partition("-")
        if kind and (tag != "I" or new != kind):
            yield Vote(first, i, kind, min(tagger.marginal(labels[p], p) for p in range(first, i)))
            kind = ""
        if new and not kind:
            first, kind = i, new


@cache
def _tagger() -> Any:
    """The model, read once."""
    import pycrfsuite

    path = folder("data") / "crf" / WEIGHTS
    tagger = pycrfsuite.Tagger()
    try:
        tagger.open(str(path))
    except (OSError, ValueError) as error:
        raise InvalidData(f"{path}: the weights of the second opinion cannot be read ({error})") from error
    return tagger
