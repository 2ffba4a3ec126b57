"""What the program is unsure of, the most useful question first: the one on which the most statements hang.

For two things that may be the same these are the statements of the smaller one, because they move with the answer; for what contradicts itself, the articles
that report it; for a statement of low confidence, the statement itself. Of equals, what is least sure comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from kg.curate.sentences import Side, mentions, name_of, side_of
from kg.query.asking import ask
from kg.store import Store
from kg.store.contents import named
from kg.store.terms import rows
from kg.vocabulary import BASE
from kg.world.candidates import Candidate
from kg.world.corrections import called, worth
from kg.world.decisions import Correction, Decisions
from kg.world.forest import KINDS, LEAST, meetings
from kg.world.terms import Said, Term, by_subject, literal, plain, prop, term

UNLIKE = 0.5  # less alike than this, two are not asked about
DATED_TWICE = """SELECT DISTINCT ?x ?one ?other WHERE { ?x a kg:Event ; kg:date ?one , ?other
  FILTER(STR(?one) < STR(?other) && !STRSTARTS(STR(?other), STR(?one))) } ORDER BY ?x ?one ?other"""


@dataclass(frozen=True, slots=True)
class Question:
    """Something to decide: what kind, how many statements hang on it, how sure the program is, in words, and what an answer would be about."""

    about: str
    weight: int
    sure: float
    says: str
    decision: Mapping[str, Any]
    sides: tuple[Side, ...]
    answers: tuple[str, ...]

    def facts(self) -> dict[str, Any]:
        """The question as one JSON object; with a `kind` in its decision it is an answer that `kg review --apply` takes."""
        return {
            "about": self.about, "weight": self.weight, "sure": round(self.sure, 2), "says": self.says, "answers": self.answers,
            "decision": self.decision, "sides": [{"name": side.name, "sentences": list(side.sentences)} for side in self.sides],
        }


def questions(store: Store, least: float, decisions: Decisions) -> list[Question]:
    """Everything that is not sure and not decided yet; statements with a confidence below `least`."""
    found = [*_identities(store, decisions), *_contradictions(store, decisions), *_doubtful(store, least, decisions)]
    return sorted(found, key=lambda one: (-one.weight, one.sure, one.about, one.says, str(one.decision)))


def _identities(store: Store, decisions: Decisions) -> Iterator[Question]:
    """Pairs that are somewhat alike, or alike and yet kept apart because of a rival; of two things the pair that is most alike."""
    ends = {str(one): str(end) for one, end in ask(store, "SELECT ?c ?e WHERE { ?c owl:sameAs ?e }")}
    held = [Candidate.stored(str(c), plain(str(f))) for c, f in ask(store, "SELECT ?c ?f WHERE { ?c kg:features ?f } ORDER BY ?c")]
    decided = {frozenset(ends.get(one, one) for one in pair) for kind in ("same", "different") for pair in decisions.pairs(kind)}
    best: dict[frozenset[Term], tuple[float, Candidate, Candidate]] = {}
    for one, other in _met(held):
        things = frozenset((ends.get(one.iri, one.iri), ends.get(other.iri, other.iri)))
        if len(things) > 1 and things not in decided and (sure := KINDS[one.kind].likeness(one.features, other.features)) >= UNLIKE:
            best[things] = max(best.get(things, (0.0, one, other)), (sure, one, other), key=lambda found: (found[0], found[1].iri, found[2].iri))
    number = mentions(store)
    for things, (sure, one, other) in best.items():
        weight = min(number.get(thing, 0) for thing in things)
        if weight:
            yield _same_or_not(store, weight, sure, one, other, ends)


def _met(held: Iterable[Candidate]) -> list[tuple[Candidate, Candidate]]:
    """Pairs of candidates that share a block, each once."""
    pairs = {(one.iri, other.iri): (one, other) for group in meetings(held).values() for one, other in combinations(sorted(group, key=lambda c: c.iri), 2)}
    return [pairs[pair] for pair in sorted(pairs)]


def _same_or_not(store: Store, weight: int, sure: float, one: Candidate, other: Candidate, ends: Mapping[Term, Term]) -> Question:
    sides = tuple(side_of(store, ends.get(each.iri, each.iri)) for each in (one, other))
    why = "as alike as others with which it cannot be one" if sure >= LEAST else f"alike by {sure:.2f}"
    about = {"of": [_key(one.iri), _key(other.iri)], "features": [one.features, other.features]}
    return Question("same", weight, sure, f"{sides[0].name} | {sides[1].name} ({one.kind.lower()}, {why})", about, sides, ("same", "different"))


def _contradictions(store: Store, decisions: Decisions) -> Iterator[Question]:
    """What happened on two days, and instruments of which reports contradict each other as the library's question says."""
    graphs, asked = _Graphs(store), set[str]()
    for thing, says, reports in (*_dated_twice(store, graphs), *_disputed(store, graphs)):
        if len(reports) > 1 and not any(_is_decided(found, decisions) for found in reports):
            sides = tuple(Side(f"{found['subject']}: {found['value']}", graphs.sentences(found)) for found in reports)
            about = {name: reports[-1][name] for name in ("article", "subject", "predicate", "value")}
            if str(about) in asked:
                continue  # It contradicts several; one answer is enough.
            asked.add(str(about))
            number = len({found["article"] for found in reports})
            yield Question("contradictory", number, 0.0, f"{name_of(store, thing)}: {says}?", about, sides, ("wrong", "right", "value"))


def _dated_twice(store: Store, graphs: _Graphs) -> Iterator[tuple[Term, str, list[dict[str, str]]]]:
    """Events that reports place on two days, neither of which is only less exact."""
    for thing, one, other in ask(store, DATED_TWICE):
        reports = [found for day in (one, other) for found in graphs.dated(str(thing), str(day))]
        yield str(thing), f"{plain(str(one))} or {plain(str(other))}", reports


def _disputed(store: Store, graphs: _Graphs) -> Iterator[tuple[Term, str, list[dict[str, str]]]]:
    """Instruments that were done twice, or done and then only promised; of what was done twice the date is asked about, else the status."""
    found = ask(store, "contradictions")
    for row in found:
        told = {name: plain(str(value)) for name, value in zip(found.variables, row, strict=True) if value is not None}
        thing, predicate = f"<{told['iri']}>", "date" if told["contradiction"] == "twice" else "status"
        stages = [(told["status"], told["date"]), (told["otherStatus"], told["otherDate"])]
        reports = [report for status, day in stages for report in graphs.staged(thing, status, day, predicate)]
        yield thing, " or ".join(f"{status} {day}" for status, day in stages), reports


def _doubtful(store: Store, least: float, decisions: Decisions) -> Iterator[Question]:
    """Statements of low confidence."""
    graphs = _Graphs(store)
    asked = f"SELECT ?g ?n ?c WHERE {{ GRAPH ?g {{ ?n kg:confidence ?c FILTER(?c < {least}) }} }} ORDER BY ?g ?n"
    for article, node, confidence in ask(store, asked):
        about = graphs.statement(str(article), str(node))
        if about is not None and not _is_decided(about, decisions):
            says = f"{about['subject']} {about['predicate']} {about['value']}".strip()
            answers = ("wrong", "right", "value") if about["predicate"] else ("wrong", "right")
            side = Side(says, graphs.evidence(str(article), str(node)))
            yield Question("doubtful", 1, float(plain(str(confidence))), says, about, (side,), answers)


def _is_decided(about: Mapping[str, str], decisions: Decisions) -> bool:
    statement = (f"<{BASE}{about['article']}>", about["subject"], about["predicate"], about["value"])
    return any(isinstance(one, Correction) and one.statement == statement for one in decisions.corrections.get(statement[0], ()))


class _Graphs:
    """Article graphs as they are asked for."""

    def __init__(self, store: Store) -> None:
        """Ask this store."""
        self._store = store
        self._last: tuple[str, Said] = ("", {})

    def _said(self, article: Term) -> Said:
        if self._last[0] != article:
            self._last = article, by_subject(rows(self._store.article_graph(named(plain(article)).value)))
        return self._last[1]

    def statement(self, article: Term, node: Term) -> dict[str, str] | None:
        """A statement's node, or something that carries its evidence itself, by what it says."""
        said = self._said(article)
        predicate = _of(said, node, "rdf:predicate")
        if not predicate:
            return {"article": _key(article), "subject": called(said, node), "predicate": "", "value": ""}
        subject, value = _of(said, node, "rdf:subject"), _of(said, node, "rdf:object")
        short = re.split(r"[#/]", plain(predicate))[-1]
        return {"article": _key(article), "subject": called(said, subject), "predicate": short, "value": worth(said, value)}

    def dated(self, thing: Term, day: Term) -> list[dict[str, str]]:
        """What articles say that happened to a thing, or that it got a status, on a day."""
        asked = f"""SELECT DISTINCT ?g ?n WHERE {{
            {{ ?n kg:denotes {thing} . GRAPH ?g {{ ?n kg:date {day} }} }} UNION {{ ?n kg:statusOf {thing} . GRAPH ?g {{ ?n kg:date {day} }} }} }} ORDER BY ?g ?n"""
        found = [(str(graph), str(node)) for graph, node in ask(self._store, asked)]
        return [{"article": _key(g), "subject": called(self._said(g), n), "predicate": "date", "value": plain(day), "node": n} for g, n in found]

    def staged(self, thing: Term, status: str, day: str, predicate: str) -> list[dict[str, str]]:
        """The reports that an instrument had a status, by its English name, on a day (or the day of the report where they say none)."""
        asked = f"""SELECT DISTINCT ?g ?n WHERE {{
            ?n kg:statusOf {thing} ; kg:status ?s . ?s rdfs:label {literal(status, "en")} .
            OPTIONAL {{ ?n kg:date ?act }} OPTIONAL {{ ?n kg:reported ?told }} FILTER(STR(COALESCE(?act, ?told)) = {literal(day)})
            GRAPH ?g {{ ?n kg:status ?s }} }} ORDER BY ?g ?n"""
        return [self._report(str(g), str(n), predicate) for g, n in ask(self._store, asked)]

    def _report(self, article: Term, node: Term, predicate: str) -> dict[str, str]:
        said = self._said(article)
        value = worth(said, _of(said, node, f"kg:{predicate}"))
        return {"article": _key(article), "subject": called(said, node), "predicate": predicate, "value": value, "node": node}

    def sentences(self, found: Mapping[str, str]) -> tuple[str, ...]:
        """The sentences of what `dated` found."""
        return self.evidence(f"<{BASE}{found['article']}>", found["node"])

    def evidence(self, article: Term, node: Term) -> tuple[str, ...]:
        """The sentences that something in an article rests on."""
        said = self._said(article)
        return tuple(" ".join(plain(words).split()) for proof in said.get(node, {}).get(prop("evidence"), ()) for words in said.get(proof, {}).get(term("oa:exact"), ()))


def _of(said: Said, node: Term, name: str) -> Term:
    return next(iter(said.get(node, {}).get(term(name), ())), "")


def _key(iri: Term) -> str:
    return plain(iri).removeprefix(BASE)
