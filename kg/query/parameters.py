"""The parameters of a query: what a person writes, checked by its type and turned into one RDF term.

A term is put in the place of `$name` as a single token, so no value can change what a query asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pyoxigraph import Literal, NamedNode

from kg import gazetteer, vocabulary
from kg.errors import BadQuery, UnknownTerm
from kg.languages import codes
from kg.matching import tokenize
from kg.vocabulary import BASE, LANGUAGES
from kg.vocabulary.tables import ontology

DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
INTEGER = re.compile(r"\d{1,9}", re.ASCII)
ANY, REQUIRED = "any", "required"
FREE = ("", ANY)  # what stands for nothing, but in a text


@dataclass(frozen=True, slots=True)
class Parameter:
    """A blank in a query: name, type, what stands for it when it is not given, meaning.

    A default of `any` leaves the variable free; `required` asks for a value.
    """

    name: str
    type: str
    default: str
    meaning: str
    meanings: Mapping[str, str] = field(default_factory=dict, hash=False)  # the meaning by language

    def means(self, lang: str) -> str:
        """The meaning in a language, in English where it has no other."""
        return self.meanings.get(lang, self.meaning)

    def as_json(self) -> dict[str, Any]:
        """The parameter as an object for a program; `default` is null where the parameter stays free."""
        default = None if self.default in {ANY, REQUIRED} else self.default
        meanings = {**self.meanings} or {LANGUAGES[0]: self.meaning}
        return {"name": self.name, "type": self.type, "required": self.default == REQUIRED, "default": default, "meanings": meanings}

    def term(self, value: str) -> str:
        r"""The value as a token of SPARQL.

        >>> Parameter("a", "country", "any", "").term("Russia")
        '<https://w3id.org/diplokg/country/RU>'
        >>> Parameter("n", "text", "", "").term('x" } #')
        '"x\\" } #"'
        """
        if not value.isprintable() and any("\ud800" <= c <= "\udfff" for c in value):
            raise BadQuery(f"{self._called} is not text: it holds half a character")
        kind, _, scheme = self.type.partition(" ")
        if kind == "concept":
            return _concept(self._called, scheme, value)
        return TYPES[kind](self._called, value.strip())

    @property
    def kind(self) -> str | None:
        """Of a parameter that is a thing of the graph, the class that it must be of, `Entity` for any; of others nothing."""
        word, _, kind = self.type.partition(" ")
        return (kind or "Entity") if word == "entity" else None

    @property
    def _called(self) -> str:
        """The parameter as an error names it: a command may have asked for it by its place only."""
        return f"parameter {self.name!r}" + (f" ({self.meaning})" if self.meaning else "")

    def __str__(self) -> str:
        """One line for a person: the name, the type, the default, the meaning."""
        default = self.default if self.default in {ANY, REQUIRED} else f"default {self.default!r}"
        return f"{self.name} ({self.type}, {default}): {self.meaning}"


def _country(name: str, value: str) -> str:
    """A country by its code or by any of its names in any language."""
    if value.upper() in gazetteer.codes():
        return str(NamedNode(f"{BASE}country/{value.upper()}"))
    words = tokenize(value)
    for lang in codes():
        found = gazetteer.country_names(lang).at(words, 0)
        if found is not None and found.last == len(words) and found.value.code in gazetteer.codes():
            return str(NamedNode(f"{BASE}country/{found.value.code}"))
    raise BadQuery(f"{name} is {value!r}, which is not a country; give its ISO code (ID) or its name (Indonesia)")


def _concept(name: str, scheme: str, value: str) -> str:
    try:
        return str(NamedNode(vocabulary.concept(scheme, value.strip())))
    except UnknownTerm as error:
        raise BadQuery(f"{name} is {value!r}: {error}") from error


def _text(_name: str, value: str) -> str:
    return str(Literal(value))


def _date(name: str, value: str) -> str:
    if not DATE.fullmatch(value):
        raise BadQuery(f"{name} is {value!r}, which is not a date; write 2025-04-16, 2025-04 or 2025")
    return str(Literal(value))


def _integer(name: str, value: str) -> str:
    if not INTEGER.fullmatch(value):
        raise BadQuery(f"{name} is {value!r}, which is not a whole number")
    return str(int(value))


def _iri(name: str, value: str) -> str:
    """An IRI, whole, by a known prefix (`kg:party`), or below the base (`article/0f1e…`)."""
    iri = value.removeprefix("<").removesuffix(">")
    prefix, sign, rest = iri.partition(":")
    start = vocabulary.prefixes().get(prefix) if sign else None
    try:
        return str(NamedNode(iri if "://" in iri or iri.startswith("urn:") else start + rest if start else BASE + iri))
    except ValueError as error:
        raise BadQuery(f"{name} is {value!r}, which is not an IRI") from error


def _language(name: str, value: str) -> str:
    if value not in LANGUAGES:
        raise BadQuery(f"{name} is {value!r}: names are known in {', '.join(LANGUAGES)}")
    return str(Literal(value))


TYPES: dict[str, Callable[[str, str], str]] = {
    "country": _country, "text": _text, "date": _date, "integer": _integer, "iri": _iri, "entity": _iri, "language": _language,
}


def check_type(kind: str, place: str) -> None:
    """Refuse a type that no parameter can have; `place` begins the error.

    >>> check_type("concept colour", "q: a")
    Traceback (most recent call last):
        ...
    kg.errors.BadQuery: q: a has the unknown type 'concept colour'; known are country, text, date, integer, iri, entity, language, concept <scheme>, entity <Class>
    """
    word, _, of = kind.partition(" ")
    if kind not in TYPES and not (word == "concept" and of in vocabulary.schemes()) and not (word == "entity" and of in ontology().classes):
        raise BadQuery(f"{place} has the unknown type {kind!r}; known are {', '.join(TYPES)}, concept <scheme>, entity <Class>")
