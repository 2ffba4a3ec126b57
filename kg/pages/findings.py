"""What was found in the sentences of one article, each finding as a line: of what, which property, which value, by which rule, how sure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from kg import vocabulary
from kg.pages.facts import Day, Value
from kg.pages.naming import Name, Thing
from kg.pages.view import View
from kg.store.terms import TYPE, Term, cls, prop, term
from kg.vocabulary import BASE

Said = dict[str, dict[Term, list[Term]]]
# What an assertion is told of, and what it tells, in the order in which it is read.
ASSERTIONS = {
    "Tenure": ("member", ("post", "organization", "former")), "StatusAssertion": ("statusOf", ("status", "date")), "Event": ("", ("eventType", "date", "placeName")),
    "Utterance": ("speaker", ("content",)), "Figure": ("about", ("content", "attributedTo")),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a sentence says."""

    subject: Thing
    label: str
    values: tuple[Value, ...]
    rule: str
    confidence: str


@dataclass(frozen=True, slots=True)
class Group:
    """What a sentence says of one thing."""

    subject: Thing
    findings: tuple[Finding, ...]


def grouped(found: Iterable[Finding]) -> tuple[Group, ...]:
    """Findings by what they are of; values of one property that one rule found are told together."""
    told: dict[Thing, dict[tuple[str, str, str], list[Value]]] = defaultdict(lambda: defaultdict(list))
    for one in dict.fromkeys(found):
        told[one.subject][one.label, one.rule, one.confidence] += one.values
    return tuple(Group(subject, tuple(_told(subject, *how, values) for how, values in lines.items())) for subject, lines in told.items())


def _told(subject: Thing, label: str, rule: str, confidence: str, values: Iterable[Value]) -> Finding:
    return Finding(subject, label, tuple(dict.fromkeys(values)), rule, confidence)


def findings(view: View, said: Said) -> dict[str, list[Finding]]:
    """What was found, by the IRI of the sentence that says it."""
    called = _Called(view, said)
    found: dict[str, list[Finding]] = defaultdict(list)
    for node, properties in said.items():
        finding = _finding(called, node, properties)
        for sentence in properties.get(prop("evidence"), ()) if finding else ():
            found[_value(sentence)].append(finding)  # type: ignore[arg-type] # there is one where the loop runs
    for lines in found.values():
        lines.sort(key=lambda line: (line.subject.name.text, line.label, line.rule, str(line.values)))
    return found


class _Called:
    """What the things of an article are called: as in the world where they are known there."""

    def __init__(self, view: View, said: Said) -> None:
        self.view, self.said = view, said
        world = {row["iri"]: row["thing"] for row in view.rows("denoted", [node for node in said if "/" in node.removeprefix(BASE + "article/")])}
        values = {_value(v) for properties in said.values() for vs in properties.values() for v in vs if isinstance(v, NamedNode) and v.value.startswith(BASE)}
        named = view.things({world.get(iri, iri) for iri in values | set(said)})
        self.things = {iri: named[world.get(iri, iri)] for iri in values | set(said)}

    def thing(self, iri: str) -> Thing:
        """What has this IRI in the article."""
        return self.things[iri] if iri in self.things else self.view.term(iri)

    def value(self, value: Term) -> Value:
        """A value as it is shown: a thing, a date, words."""
        if isinstance(value, NamedNode):
            return self.thing(value.value)
        if isinstance(value, Literal) and value.datatype.value.rpartition("#")[2] in {"date", "gYearMonth", "gYear"}:
            return Day(value.value)
        return Name(_value(value), getattr(value, "language", None) or "")


def _finding(called: _Called, node: str, properties: Mapping[Term, list[Term]]) -> Finding | None:
    """The line of a statement or an assertion; nothing for what carries no finding of its own."""
    rule, confidence = ("".join(map(_value, properties.get(prop(name), ())[:1])) for name in ("rule", "confidence"))
    kinds = properties.get(TYPE, ())
    if cls("Statement") in kinds:
        subject, predicate, value = (properties[term(f"rdf:{part}")][0] for part in ("subject", "predicate", "object"))
        return Finding(called.thing(_value(subject)), vocabulary.label(_value(predicate), called.view.lang), (called.value(value),), rule, confidence)
    for kind, (of, parts) in ASSERTIONS.items():
        if cls(kind) in kinds:
            whole = next(map(_value, properties.get(prop(of), ())), node) if of else node
            values = _values(called, properties, parts)
            return Finding(called.thing(whole), vocabulary.label(vocabulary.class_iri(kind), called.view.lang), values, rule, confidence)
    return None


def _values(called: _Called, properties: Mapping[Term, list[Term]], parts: Iterable[str]) -> tuple[Value, ...]:
    """The values of some properties; of one that is only true its name."""
    found = ((name, value) for name in parts for value in properties.get(prop(name), ()))
    return tuple(_named(called.view, name) if _value(value) == "true" else called.value(value) for name, value in found)


def _named(view: View, name: str) -> Name:
    return Name(vocabulary.label(vocabulary.property_iri(name), view.lang), view.lang)


def _value(value: Term) -> str:
    return str(getattr(value, "value", value))
