"""What the program is unsure of, the most useful question first: the one on which the most statements hang.

For two things that may be the same these are the statements of the smaller one, because they move with the answer; for what contradicts itself, the articles
that report it; for what is of low confidence, what is stated of it. What several articles say comes before what one alone says; of equals, what is least
sure comes first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, groupby
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
from kg.world.forest import KINDS, LEAST
from kg.world.terms import Said, Term, by_subject, literal, plain, prop, term

Dispute = tuple[Term, str, list[list[dict[str, str]]]]  # a thing, what reports tell of it, and the reports of each telling
UNTRUE = ("wrong", "value")
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
    return sorted(found, key=lambda one: (one.about == "doubtful", -one.weight, one.sure, one.about, one.says, str(one.decision)))


def _identities(store: Store, decisions: Decisions) -> Iterator[Question]:
    """Pairs that are somewhat alike, or alike and yet kept apart because of a rival; of two things the pair that is most alike."""
    ends = {str(one): str(end) for one, end in ask(store, "SELECT ?c ?e WHERE { ?c owl:sameAs ?e }")}
    held = [Candidate.stored(str(c), plain(str(f))) for c, f in ask(store, "SELECT ?c ?f WHERE { ?c kg:features ?f } ORDER BY ?c")]
    decided = {frozenset(ends.get(one, one) for one in pair) for kind in ("same", "different") for pair in decisions.pairs(kind)}
    best: dict[frozenset[Term], tuple[float, Candidate, Candidate]] = {}
    for one, other in _met(store, held):
        things = frozenset((ends.get(one.iri, one.iri), ends.get(other.iri, other.iri)))
        if len(things) > 1 and things not in decided and (sure := KINDS[one.kind].likeness(one.features, other.features)) >= UNLIKE:
            best[things] = max(best.get(things, (0.0, one, other)), (sure, one, other), key=lambda found: (found[0], found[1].iri, found[2].iri))
    number = mentions(store)
    for things, (sure, one, other) in best.items():
        weight = min(number.get(thing, 0) for thing in things)
        if weight:
            yield _same_or_not(store, weight, sure, one, other, ends)


def _met(store: Store, held: Iterable[Candidate]) -> list[tuple[Candidate, Candidate]]:
    """Pairs of candidates that share a block, each once."""
    known = {one.iri: one for one in held}
    blocks = groupby(ask(store, "SELECT ?b ?c WHERE { ?c kg:block ?b } ORDER BY ?b ?c"), key=lambda row: row[0])
    pairs = {pair for _, group in blocks for pair in combinations([str(one) for _, one in group], 2)}
    return [(known[one], known[other]) for one, other in sorted(pairs)]


def _same_or_not(store: Store, weight: int, sure: float, one: Candidate, other: Candidate, ends: Mapping[Term, Term]) -> Question:
    sides = tuple(side_of(store, ends.get(each.iri, each.iri)) for each in (one, other))
    why = "as alike as others with which it cannot be one" if sure >= LEAST else f"alike by {sure:.2f}"
    about = {"of": [_key(one.iri), _key(other.iri)], "features": [one.features, other.features]}
    return Question("same", weight, sure, f"{sides[0].name} | {sides[1].name} ({one.kind.lower()}, {why})", about, sides, ("same", "different"))


def _contradictions(store: Store, decisions: Decisions) -> Iterator[Question]:
    """What happened on two days, and instruments of which reports contradict each other as the library's question says."""
    graphs, asked = _Graphs(store), set[str]()
    for thing, says, told in (*_dated_twice(store, graphs), *_disputed(store, graphs)):
        # What the most articles tell comes first; asked about is what the fewest tell, of equals the later.
        ordered = [[found for found in reports if _answer(found, decisions) not in UNTRUE] for reports in sorted(told, key=lambda reports: -_articles(reports))]
        reports = [found for those in ordered for found in those]
        undecided = [found for found in reports if not _answer(found, decisions)]
        if not all(ordered) or not undecided or str(undecided[-1]) in asked:
            continue  # What contradicts several is asked about once.
        asked.add(str(undecided[-1]))
        reports = [*(found for found in reports if found is not undecided[-1]), undecided[-1]]
        sides = tuple(Side(f"{found['subject']}: {found['value']}", graphs.sentences(found)) for found in reports)
        about = {name: undecided[-1][name] for name in ("article", "subject", "predicate", "value")}
        yield Question("contradictory", _articles(reports), 0.0, f"{name_of(store, thing)}: {says}? Is the last wrong?", about, sides, ("wrong", "right", "value"))


def _articles(reports: Iterable[Mapping[str, str]]) -> int:
    return len({found["article"] for found in reports})


def _dated_twice(store: Store, graphs: _Graphs) -> Iterator[Dispute]:
    """Events that reports place on two days, neither of which is only less exact."""
    for thing, one, other in ask(store, DATED_TWICE):
        yield str(thing), f"{plain(str(one))} or {plain(str(other))}", [graphs.dated(str(thing), str(day)) for day in (one, other)]


def _disputed(store: Store, graphs: _Graphs) -> Iterator[Dispute]:
    """Instruments that were done twice, or done and then only promised; of what was done twice the date is asked about, else the status."""
    found = ask(store, "contradictions")
    for row in found:
        told = {name: plain(str(value)) for name, value in zip(found.variables, row, strict=True) if value is not None}
        thing, predicate = f"<{told['iri']}>", "date" if told["contradiction"] == "twice" else "status"
        stages = [(told["status"], told["date"]), (told["otherStatus"], told["otherDate"])]
        yield thing, " or ".join(f"{status} {day}" for status, day in stages), [graphs.staged(thing, status, day, predicate) for status, day in stages]


def _doubtful(store: Store, least: float, decisions: Decisions) -> Iterator[Question]:
    """What is of low confidence: a thing with all that is stated of it, or a statement of something that is sure."""
    graphs = _Graphs(store)
    found = list(ask(store, f"SELECT ?g ?n ?c WHERE {{ GRAPH ?g {{ ?n kg:confidence ?c FILTER(?c < {least}) }} }} ORDER BY ?g ?n"))
    unsure = {(str(article), str(node)) for article, node, _ in found}
    for article, node, confidence in found:
        about, subject = graphs.statement(str(article), str(node)), graphs.subject(str(article), str(node))
        if (str(article), subject) not in unsure and not _answer(about, decisions):
            hanging = [] if subject else [one for one in graphs.stated(str(article), str(node)) if (str(article), one) in unsure]
            parts = sorted({f"{part['predicate']} {part['value']}" for one in hanging for part in [graphs.statement(str(article), one)]})
            says = " ".join(filter(None, (about["subject"], about["predicate"], about["value"]))) + (f" ({', '.join(parts)})" if parts else "")
            side, answers = Side(graphs.title(str(article)), graphs.evidence(str(article), str(node))), ("wrong", "right", "value")
            yield Question("doubtful", 1 + len(hanging), float(plain(str(confidence))), says, about, (side,), answers if subject else answers[:2])


def _answer(about: Mapping[str, str], decisions: Decisions) -> str:
    """What was decided on a statement; nothing where it is open."""
    statement = (f"<{BASE}{about['article']}>", about["subject"], about["predicate"], about["value"])
    return next((one.kind for one in decisions.corrections.get(statement[0], ()) if isinstance(one, Correction) and one.statement == statement), "")


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

    def title(self, article: Term) -> str:
        """The headline of an article, else its key."""
        return plain(_of(self._said(article), article, "schema:headline")) or _key(article)

    def subject(self, article: Term, node: Term) -> Term:
        """What a statement's node states something of; nothing for what carries its evidence itself."""
        return _of(self._said(article), node, "rdf:subject")

    def stated(self, article: Term, thing: Term) -> list[Term]:
        """The nodes of what an article states of a thing."""
        return [node for node, properties in self._said(article).items() if thing in properties.get(term("rdf:subject"), ())]

    def statement(self, article: Term, node: Term) -> dict[str, str]:
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
