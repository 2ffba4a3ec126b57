"""Does a graph keep to the shapes of the ontology? A report that a curator can act on.

Each named graph and the default graph are checked one by one against `ontology/shapes.ttl` (SHACL), as each is replaced one by one.
Three things no shape can see: that a quote stands in the text where it says, that every proof is there, and that each use of a
property has its subject in the domain and its value in the range that the ontology gives it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pyshacl
from rdflib import RDF, RDFS, SDO, SH, Dataset, Graph, Literal, URIRef
from rdflib.namespace import SKOS

from kg.resources import folder
from kg.validate.naming import OA, article, called_class, name, shown
from kg.validate.report import VIOLATION, Found, Problem, Report
from kg.validate.terms import Kinds, Misuse, kinds, misused
from kg.validate.words import ENGLISH, languages, say
from kg.vocabulary import KG, label, ontology_graph
from kg.vocabulary.curies import short
from kg.vocabulary.tables import SHAPES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rdflib.term import Node

__all__ = ["Found", "Misuse", "Problem", "Report", "kinds", "languages", "misused", "validate"]


def validate(data: Graph | Dataset, lang: str = ENGLISH) -> Report:
    """Check a graph, or each graph of a dataset, against the shapes; the report is in the curator's language.

    >>> report = validate(Graph().add((URIRef("urn:x"), RDF.type, KG.Instrument)))
    >>> report.conforms, "An instrument has exactly one type" in str(report)
    (False, True)
    """
    graphs = [graph for graph in _graphs(data) if len(graph)]
    proofs = {proof for graph in graphs for proof in graph.subjects(RDF.type, KG.Evidence)}
    known = kinds(graphs)
    problems = {p for graph in graphs for p in _problems(graph, proofs, known, lang)}
    return Report(tuple(sorted(problems)), len(graphs), lang)


def _problems(graph: Graph, proofs: set[Node], known: Kinds, lang: str) -> Iterator[Problem]:
    """Find everything that is wrong with one graph; what a shape has told of a value is not told twice."""
    told = set(_broken_shapes(graph, lang))
    yield from (*told, *_wrong_quotes(graph, lang), *_missing_proofs(graph, proofs, lang))
    already = {(p.node, p.found) for p in told}
    yield from (p for p in _misuses(graph, known, lang) if (p.node, p.found) not in already)


def _graphs(data: Graph | Dataset) -> Iterator[Graph]:
    """Copy each graph into memory, in the order of their names: SHACL asks many small questions, which a store answers slowly."""
    parts = sorted(data.graphs(), key=lambda g: str(g.identifier)) if isinstance(data, Dataset) else [data]
    for part in parts:
        graph = Graph(store="SimpleMemory")
        for triple in part:
            graph.add(triple[:3])
        yield graph


@cache
def _shapes() -> Graph:
    return Graph().parse(folder("ontology") / SHAPES, format="turtle")


@cache
def _meanings() -> tuple[tuple[Node, Node, Node], ...]:
    """Give what the shapes need of the ontology: which class is below which, and of which class a concept is."""
    whole = ontology_graph()
    concepts = ((s, RDF.type, o) for s, o in whole.subject_objects(RDF.type) if (s, SKOS.inScheme, None) in whole)
    return (*whole.triples((None, RDFS.subClassOf, None)), *concepts)


def _broken_shapes(graph: Graph, lang: str) -> Iterator[Problem]:
    """Run SHACL over one graph."""
    known = Graph()
    for triple in (*graph, *_meanings()):
        known.add(triple)
    _, results, _ = pyshacl.validate(known, shacl_graph=_shapes(), inference="none", inplace=True)
    for result in results.subjects(RDF.type, SH.ValidationResult):
        yield _result(graph, results, result, lang)


def _result(graph: Graph, results: Graph, result: Node, lang: str) -> Problem:
    """Turn one validation result into words."""
    message = "; ".join(sorted(_wordings(results, result, lang)))
    severity = str(results.value(result, SH.resultSeverity)).rpartition("#")[2].lower()
    path, value, node = (results.value(result, p) for p in (SH.resultPath, SH.value, SH.focusNode))
    found = Found(short(str(path)) if isinstance(path, URIRef) else "", shown(value, lang) if value not in {None, node} else "")
    return _problem(graph, node or result, message, found, lang, severity)


def _wordings(results: Graph, result: Node, lang: str) -> list[str]:
    """Give the messages of a result in a language, in English where the shape has none in it."""
    said = [m for m in results.objects(result, SH.resultMessage) if isinstance(m, Literal)]
    return next((found for want in (lang, ENGLISH) if (found := [str(m) for m in said if m.language == want])), [str(m) for m in said])


def _problem(graph: Graph, node: Node, message: str, found: Found, lang: str, severity: str = VIOLATION) -> Problem:
    return Problem(article(graph, node), severity, short(str(node)), name(graph, node, lang), message, found)


def _wrong_quotes(graph: Graph, lang: str) -> Iterator[Problem]:
    """Find quotes whose words do not stand in the stored text where they say."""
    text = next((str(value) for value in graph.objects(None, SDO.text)), None)
    if text is None:
        return
    for quote, exact in graph.subject_objects(OA.exact):
        start, end = (_number(graph.value(quote, p)) for p in (OA.start, OA.end))
        if text[start:end] != str(exact):
            yield _problem(graph, quote, say("other_words", lang, start=start, end=end), Found("oa:exact", shown(exact, lang)), lang)


def _number(value: Node | None) -> int | None:
    """Read an offset; what is no number is reported by its shape."""
    return value.value if isinstance(value, Literal) and isinstance(value.value, int) else None


def _missing_proofs(graph: Graph, proofs: set[Node], lang: str) -> Iterator[Problem]:
    """Find proofs that are in no graph; a world graph that is checked alone has none to look for."""
    if not proofs and (None, SDO.text, None) not in graph:
        return
    for node, proof in graph.subject_objects(KG.evidence):
        if proof not in proofs:
            yield _problem(graph, node, say("no_proof", lang), Found("kg:evidence", shown(proof, lang)), lang)


def _misuses(graph: Graph, known: Kinds, lang: str) -> Iterator[Problem]:
    """Find what does not agree with the ontology's domains and ranges."""
    for wrong in misused(graph, known):
        called = {"property": label(str(wrong.predicate), lang), "kinds": ", ".join(called_class(iri, lang) for iri in wrong.expected)} if wrong.expected else {}
        yield _problem(graph, wrong.subject, say(wrong.wrong, lang, **called), Found(short(str(wrong.predicate)), shown(wrong.object, lang)), lang)
