"""What a curator has decided, and what wins over the program: two are the same, two are not, a statement is wrong, right, or has another value.

A decision names what it is about by what was known of it, not by what the program makes of it: a candidate with the features that were compared, a statement
by its words. So it holds for a later version of the extractor, too. Its record is one JSON object: who, when, why, and about what.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import Any

from kg.errors import InvalidData, UnknownTerm
from kg.gazetteer import label
from kg.model import digest
from kg.vocabulary import BASE, property_range
from kg.world.candidates import Candidate
from kg.world.forest import KINDS
from kg.world.reference import description, is_reference
from kg.world.terms import Row, Term, cls, literal, node, plain, prop, term

PAIR = ("one", "other")
IDENTITIES, CORRECTIONS = ("same", "different"), ("wrong", "right", "value")
DAY, PARTIAL = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


@dataclass(frozen=True, slots=True)
class Decision:
    """Who decided when, and why; `record` is the whole decision as one line of JSON."""

    kind: str
    record: str
    who: str
    when: str
    why: str

    @property
    def says(self) -> str:
        """What is decided, as a person reads it."""
        return self.kind

    @property
    def iri(self) -> Term:
        """The decision's own name, by its content."""
        return node(f"decision/{digest('Decision', self.record)}")

    def rows(self) -> Iterator[Row]:
        """What the world says of it."""
        yield self.iri, term("rdf:type"), cls("Decision")
        yield self.iri, prop("record"), literal(self.record)
        yield self.iri, prop("decisionKind"), literal(self.kind)
        yield self.iri, prop("decidedBy"), literal(self.who)
        yield self.iri, prop("decidedOn"), f"{literal(self.when)}^^{term('xsd:date')}"
        yield from [(self.iri, prop("reason"), literal(self.why))] if self.why else []


@dataclass(frozen=True, slots=True)
class Identity(Decision):
    """Two candidates are the same, or different."""

    one: Candidate = field(compare=False)
    other: Candidate = field(compare=False)

    @property
    def says(self) -> str:
        """Which two are the same or different."""
        names = (f"{one.features.get('name') or one.kind.lower()} <{plain(one.iri).removeprefix(BASE)}>" for one in (self.one, self.other))
        return f"{self.kind}: {' and '.join(names)}"

    @property
    def pair(self) -> tuple[Term, Term]:
        """What it is about."""
        return self.one.iri, self.other.iri

    def rows(self) -> Iterator[Row]:
        """What the world says of it and of its candidates: they stay, though no article should name them any more."""
        yield from Decision.rows(self)
        for candidate in (self.one, self.other):
            yield self.iri, prop("candidate"), candidate.iri
            yield from candidate.rows(KINDS[candidate.kind])


@dataclass(frozen=True, slots=True)
class Correction(Decision):
    """A statement of an article is wrong or right, or has another value: the names of its subject and value in the article.

    Without a predicate it is the subject itself that is wrong or right.
    """

    article: Term
    subject: str
    predicate: str
    value: str
    correct: str

    @property
    def says(self) -> str:
        """Which statement is wrong, right or otherwise."""
        instead = f" is {self.correct}" if self.correct else ""
        return f"{self.kind}: {' '.join(filter(None, (self.subject, self.predicate, self.value)))}{instead} <{plain(self.article).removeprefix(BASE)}>"

    @property
    def statement(self) -> tuple[Term, str, str, str]:
        """What it is about."""
        return self.article, self.subject, self.predicate, self.value


@dataclass(frozen=True)
class Decisions:
    """All decisions that hold, in no order."""

    every: frozenset[Decision] = frozenset()

    @cached_property
    def identities(self) -> list[Identity]:
        """Those on who is who."""
        return sorted((one for one in self.every if isinstance(one, Identity)), key=lambda one: one.record)

    @cached_property
    def corrections(self) -> Mapping[Term, list[Correction]]:
        """Those on statements, by article."""
        found: dict[Term, list[Correction]] = {}
        for one in sorted(self.every, key=lambda one: one.record):
            if isinstance(one, Correction):
                found.setdefault(one.article, []).append(one)
        return found

    @cached_property
    def candidates(self) -> dict[Term, Candidate]:
        """The candidates that are decided on."""
        return {candidate.iri: candidate for one in self.identities for candidate in (one.one, one.other)}

    @cached_property
    def tied(self) -> dict[Term, set[Term]]:
        """With which others each of them is decided on."""
        pairs = [*self.pairs("same"), *self.pairs("different")]
        return {one: {thing for pair in pairs if one in pair for thing in pair} for one in self.candidates}

    def pairs(self, kind: str) -> list[tuple[Term, Term]]:
        """The pairs that are `same`, or `different`."""
        return [one.pair for one in self.identities if one.kind == kind]

    def rows(self) -> Iterator[Row]:
        """What the world says of them."""
        return chain.from_iterable(one.rows() for one in self.every)


NONE = Decisions()


def decision(record: str) -> Decision:
    """Read a decision. Raises `InvalidData` with what is wrong with it.

    >>> decision('{"kind": "wrong", "article": "article/1", "subject": "A", "predicate": "country", "value": "country/ID", "who": "x", "when": "2026-11-26"}').kind
    'wrong'
    """
    try:
        told = json.loads(record)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, dict):
        raise InvalidData("not a JSON object")
    kind = told.get("kind")
    if kind not in (*IDENTITIES, *CORRECTIONS):
        raise InvalidData(f"kind is {kind!r}; expected one of {', '.join((*IDENTITIES, *CORRECTIONS))}")
    common = (str(kind), written(told), _text(told, "who"), _day(told), _text(told, "why", needed=False))
    if kind in IDENTITIES:
        return Identity(*common, *_pair(told))
    return Correction(*common, *_statement(told))


def written(told: Mapping[str, Any]) -> str:
    """A decision as its line: the same decision, the same bytes."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def recorded(rows: Iterable[Row]) -> Decisions:
    """The decisions whose records stand among rows of the world."""
    return Decisions(frozenset(decision(plain(value)) for _, predicate, value in rows if predicate == prop("record")))


def _text(told: Mapping[str, Any], name: str, *, needed: bool = True) -> str:
    value = told.get(name, "")
    if not isinstance(value, str) or (needed and not value.strip()):
        raise InvalidData(f"{name!r} is {'missing' if name not in told else 'no text'}")
    return value


def _day(told: Mapping[str, Any]) -> str:
    day = _text(told, "when")
    if not DAY.fullmatch(day):
        raise InvalidData(f"'when' is {day!r}; expected a day such as 2026-11-26")
    return day


def _pair(told: Mapping[str, Any]) -> tuple[Candidate, Candidate]:
    if not all(isinstance(told.get(name), list) and len(told[name]) == len(PAIR) for name in ("of", "features")):
        raise InvalidData("'of' and 'features' must each hold two things (kg review writes them)")
    one, other = (_candidate(key, known) for key, known in zip(told["of"], told["features"], strict=True))
    if one.kind != other.kind or one.iri == other.iri:
        raise InvalidData(f"{told['of'][0]} and {told['of'][1]}: expected two things of one kind")
    return one, other


def _candidate(key: object, features: object) -> Candidate:
    kind = str(key).partition("/")[0].capitalize()
    if kind not in KINDS or not isinstance(features, dict):
        raise InvalidData(f"{key}: expected an official, an instrument, an event or a source, with its features")
    candidate = Candidate.of(kind, features)
    if candidate.iri != node(str(key)):
        raise InvalidData(f"{key}: is not what its features say ({plain(candidate.iri).removeprefix(BASE)})")
    try:
        list(candidate.rows(KINDS[kind]))
        KINDS[kind].rank(features)
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise InvalidData(f"{key}: features that this version cannot compare ({type(error).__name__} {error})") from None
    return candidate


def _statement(told: Mapping[str, Any]) -> tuple[Term, str, str, str, str]:
    article, subject = _text(told, "article"), _text(told, "subject")
    if not re.fullmatch(r"article/[0-9a-zA-Z]+", article):
        raise InvalidData(f"'article' is {article!r}; expected a key such as article/0f1e")
    predicate, value = (_text(told, name, needed=False) for name in ("predicate", "value"))
    correct = _text(told, "correct", needed=told["kind"] == "value")
    if bool(predicate) != bool(value) or (correct and not predicate):
        raise InvalidData("a statement has a predicate and a value")
    if predicate:
        _check(predicate, value, correct)
    return node(article), subject, predicate, value, correct


def _check(predicate: str, value: str, correct: str) -> None:
    """Whether there is such a property, and it can have the corrected value."""
    try:
        prop(predicate)
        is_date = property_range(predicate) == "date"
    except UnknownTerm as error:
        raise InvalidData(str(error)) from None
    if correct and is_date and not PARTIAL.fullmatch(correct):
        raise InvalidData(f"'correct' is {correct!r}; expected a date such as 2025-04-15, 2025-04 or 2025")
    scheme, _, code = correct.partition("/")
    known = label(code, "en") != code if scheme == "country" else bool(is_reference(node(correct)) and description(node(correct)))
    if correct and is_reference(node(value)) and not known:
        raise InvalidData(f"'correct' is {correct!r}; expected a country or concept that is known, such as {value}")
