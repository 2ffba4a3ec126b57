"""What the server says of itself: the SPARQL 1.1 Service Description."""

from __future__ import annotations

from pyoxigraph import BlankNode, NamedNode, QueryResultsFormat, RdfFormat, Triple

from kg.serve.answering import graph_text
from kg.serve.answers import Answer
from kg.serve.formats import GRAPHS
from kg.store.terms import TYPE

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
RESULTS = (QueryResultsFormat.JSON, QueryResultsFormat.XML, QueryResultsFormat.CSV, QueryResultsFormat.TSV)
PREFIXES = {"sd": SD, "void": VOID, "formats": "http://www.w3.org/ns/formats/"}


def describe(base: str, form: str, *, writable: bool) -> Answer:
    """The description of the service under this address, in a form."""
    formats = [*(known.iri for known in RESULTS), *dict.fromkeys(known.iri for known in GRAPHS.values())]
    service, dataset, graph = NamedNode(f"{base}sparql"), NamedNode(f"{base}.well-known/void#dataset"), BlankNode("world")
    said: list[tuple[NamedNode | BlankNode, str, NamedNode | BlankNode]] = [
        (service, TYPE.value, NamedNode(SD + "Service")),
        (service, SD + "endpoint", service),
        (service, SD + "supportedLanguage", NamedNode(SD + "SPARQL11Query")),
        *((service, SD + "resultFormat", _format(iri)) for iri in formats),
        (service, SD + "defaultDataset", dataset),
        (dataset, TYPE.value, NamedNode(SD + "Dataset")),
        (dataset, SD + "defaultGraph", graph),
        (graph, TYPE.value, NamedNode(SD + "Graph")),
    ]
    if writable:
        said += [(service, SD + "supportedLanguage", NamedNode(SD + "SPARQL11Update"))]
        said += [(service, SD + "inputFormat", _format(known.iri)) for known in (RdfFormat.TURTLE, RdfFormat.N_TRIPLES, RdfFormat.RDF_XML)]
    return Answer(form, graph_text([Triple(s, NamedNode(p), o) for s, p, o in said], GRAPHS[form], PREFIXES))


def _format(iri: str) -> NamedNode:
    """A form by the IRI that the W3C lists; the engine has another one for JSON-LD."""
    return NamedNode(iri.replace("https://www.w3.org/ns/formats/data/", PREFIXES["formats"]))
