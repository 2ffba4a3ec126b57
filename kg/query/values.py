"""The values that a parameter can take, where they can be counted: countries, concepts of a scheme, languages; each with its names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from kg import gazetteer, vocabulary
from kg.vocabulary import LANGUAGES


@dataclass(frozen=True, slots=True)
class Value:
    """What can be written for a parameter, and what it is called in each language."""

    value: str
    labels: Mapping[str, str]

    def as_json(self) -> dict[str, Any]:
        """The value as an object for a program."""
        return {"value": self.value, "labels": dict(self.labels)}


@cache
def values(kind: str) -> tuple[Value, ...]:
    """What a parameter of a type can be; nothing where anything can be written.

    >>> values("concept status")[0].value, values("country")[0].labels["en"], values("text")
    ('proposed', 'Andorra', ())
    """
    word, _, scheme = kind.partition(" ")
    if word == "concept":
        return tuple(_concept(scheme, code) for code in vocabulary.notations(scheme))
    if word == "country":
        return tuple(Value(code, {lang: gazetteer.label(code, lang) for lang in LANGUAGES}) for code in gazetteer.codes())
    return tuple(Value(lang, {lang: lang}) for lang in LANGUAGES) if word == "language" else ()


def _concept(scheme: str, code: str) -> Value:
    iri = vocabulary.concept(scheme, code)
    return Value(code, {lang: vocabulary.label(iri, lang) for lang in LANGUAGES})
