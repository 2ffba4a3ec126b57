"""The forms in which the server answers, and which of them a client wants (content negotiation)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pyoxigraph import QueryResultsFormat, RdfFormat

RESULTS: dict[str, QueryResultsFormat] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
    "text/xml": QueryResultsFormat.XML,
}
GRAPHS: dict[str, RdfFormat] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "text/plain": RdfFormat.N_TRIPLES,
    "application/xml": RdfFormat.RDF_XML,
    "application/json": RdfFormat.JSON_LD,
}
PAGES = {"text/html": "html", "text/turtle": "turtle", "application/ld+json": "jsonld"}
# The short names of `?format=`, for links and for people.
NAMES = {
    "json": ("application/sparql-results+json", "application/ld+json", "application/json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "turtle": ("text/turtle",),
    "ntriples": ("application/n-triples",),
    "rdfxml": ("application/rdf+xml",),
    "jsonld": ("application/ld+json",),
    "html": ("text/html",),
    "markdown": ("text/markdown",),
    "svg": ("image/svg+xml",),
    "png": ("image/png",),
}


def preferred(accept: str, offered: Iterable[str]) -> str | None:
    """The one of the offered media types that a client likes best, the first where it likes several alike; None where it takes none of them.

    >>> preferred("text/html,application/xml;q=0.9,*/*;q=0.8", ["text/turtle", "application/xml"])
    'application/xml'
    >>> preferred("", ["text/turtle"]), preferred("image/png", ["text/turtle"])
    ('text/turtle', None)
    """
    wishes = _wishes(accept or "*/*")
    ranked = [(_liked(wishes, media), -place, media) for place, media in enumerate(offered)]
    best = max(ranked, default=(0.0, 0, ""))
    return best[2] if best[0] > 0 else None


def _wishes(accept: str) -> dict[str, float]:
    """The ranges of media types of an `Accept` header with their weights; what cannot be understood is passed over.

    >>> _wishes("text/csv;q=0.5, */*;q=0.1, x;q=high")
    {'text/csv': 0.5, '*/*': 0.1, 'x': 1.0}
    """
    found = {}
    for part in accept.lower().split(",")[:100]:
        media, *settings = (piece.strip() for piece in part.split(";"))
        weights = [setting[2:] for setting in settings if setting.startswith("q=")]
        found[media] = float(weights[0]) if weights and weights[0].replace(".", "", 1).isdecimal() and weights[0].isascii() else 1.0
    return found


def _liked(wishes: Mapping[str, float], media: str) -> float:
    """How much a media type is liked; what is named exactly counts before a range."""
    return next((wishes[name] for name in (media, f"{media.partition('/')[0]}/*", "*/*") if name in wishes), 0.0)


def liked(accept: str, known: Iterable[str]) -> str:
    """The language of those that are known which a client likes best; the first where it likes none.

    >>> liked("ru-RU,ru;q=0.9,en;q=0.8", ("en", "id", "ru"))
    'ru'
    """
    wishes: dict[str, float] = {}
    for name, weight in _wishes(accept).items():
        code = name.partition("-")[0]
        wishes[code] = max(weight, wishes.get(code, 0.0))
    offered = list(known)
    return max(offered, key=lambda code: (wishes.get(code, 0.0), -offered.index(code)))


def content_type(media: str) -> str:
    """The `Content-Type` of a body; what is text says that it is UTF-8."""
    return f"{media}; charset=utf-8" if media.startswith("text/") else media
