"""The model: one conditional random field, read once; what it makes of a sentence is kept while the article is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from threading import Lock
from typing import Any

from kg.errors import InvalidData
from kg.languages import language
from kg.model import Token
from kg.resources import folder
from kg.second_opinion.features import observe

WEIGHTS = "names.crfsuite"
KINDS = ("PER", "ORG", "LOC")
ONE_AT_A_TIME = Lock()  # the tagger holds the sentence that it reads
KEPT = 256  # sentences: bodies are looked for in a whole article before people are


@dataclass(frozen=True, slots=True)
class Tagging:
    """A sentence as the model sees it: the likeliest labels; by kind and token, how probable it is that a name begins there, and that a word of one stands there."""

    labels: tuple[str, ...]
    begins: dict[str, tuple[float, ...]]
    holds: dict[str, tuple[float, ...]]


@lru_cache(maxsize=KEPT)
def tag(tokens: tuple[Token, ...], code: str) -> Tagging:
    """Read a sentence in a language."""
    if not tokens:
        return Tagging((), dict.fromkeys(KINDS, ()), dict.fromkeys(KINDS, ()))
    seen = observe(tokens, language(code))
    with ONE_AT_A_TIME:
        tagger = _tagger()
        tagger.set(seen)
        labels = tuple(tagger.tag())
        begins = {kind: _marginals(tagger, f"B-{kind}", len(tokens)) for kind in KINDS}
        goes_on = {kind: _marginals(tagger, f"I-{kind}", len(tokens)) for kind in KINDS}
    holds = {kind: tuple(b + i for b, i in zip(begins[kind], goes_on[kind], strict=True)) for kind in KINDS}
    return Tagging(labels, begins, holds)


def _marginals(tagger: Any, label: str, length: int) -> tuple[float, ...]:
    return tuple(tagger.marginal(label, position) for position in range(length))


@cache
def _tagger() -> Any:
    import pycrfsuite

    path = folder("data") / "crf" / WEIGHTS
    tagger = pycrfsuite.Tagger()
    try:
        tagger.open(str(path))
    except (OSError, ValueError) as error:
        raise InvalidData(f"{path}: the weights of the second opinion cannot be read ({error})") from error
    return tagger
