"""Finds what a person means: an entity of the graph by its IRI, its key, or any of its names."""

from __future__ import annotations

from difflib import get_close_matches

from pyoxigraph import Literal, NamedNode

from kg.errors import BadQuery
from kg.names import block, same
from kg.query.asking import ask
from kg.store import Store
from kg.vocabulary import BASE

NAMES = "foaf:name|skos:prefLabel|skos:altLabel|rdfs:label|schema:headline"
SUGGESTED_AMONG = 20_000


def find_entities(store: Store, text: str) -> list[NamedNode]:
    """The things that a text means; where there are none, the error says which name is nearest."""
    return look_up(store, text) or _unknown(store, text)


def look_up(store: Store, text: str) -> list[NamedNode]:
    """The things that a text means, by IRI or key, else by exactly this name, a name that contains it, or a person's name in another spelling or script."""
    wanted = text.strip()
    if not wanted:
        raise BadQuery("nothing asked for: give a name or an IRI")
    exactly, partly = "?name = {}", "CONTAINS(?name, {})"
    return _by_iri(store, wanted) or _named(store, wanted, exactly) or _named(store, wanted, partly) or _spelled(store, wanted)


def _by_iri(store: Store, text: str) -> list[NamedNode]:
    """The thing with this IRI or key, if the graph speaks of it; for an IRI of former times, what that is now."""
    try:
        me = NamedNode(text if "://" in text else BASE + text)
    except ValueError:
        return []
    is_now = [now for (now,) in ask(store, f"SELECT ?now WHERE {{ {me} owl:sameAs ?now }} ORDER BY ?now") if isinstance(now, NamedNode)]
    if is_now:
        return is_now
    known = ask(store, f"ASK {{ {{ {me} ?p ?o }} UNION {{ ?s ?p {me} }} UNION {{ GRAPH ?g {{ {me} ?p ?o }} }} }}").boolean
    if not known and "://" in text:
        raise BadQuery(f"{text}: the graph does not speak of it")
    return [me] if known else []


def _named(store: Store, text: str, condition: str) -> list[NamedNode]:
    test = condition.format(Literal(text.lower()))
    found = ask(
        store,
        f"""SELECT DISTINCT ?e WHERE {{ ?named {NAMES} ?n . BIND(LCASE(STR(?n)) AS ?name) FILTER({test})
        OPTIONAL {{ ?named owl:sameAs ?now }} BIND(COALESCE(?now, ?named) AS ?e) }} ORDER BY ?e""",
    )
    return [e for (e,) in found if isinstance(e, NamedNode)]


def _spelled(store: Store, text: str) -> list[NamedNode]:
    """The people whose name is this one in another spelling or script."""
    met = block(text)
    found = ask(store, "SELECT ?e ?n WHERE { ?e a kg:Official ; foaf:name ?n } ORDER BY ?e")
    people = ((e, str(n.value)) for e, n in found if isinstance(e, NamedNode) and isinstance(n, Literal))
    return list(dict.fromkeys(e for e, name in people if not met.isdisjoint(block(name)) and same(text, name).accepted))


def _unknown(store: Store, text: str) -> list[NamedNode]:
    """Say that nothing has this name, and which name is nearest."""
    near = nearest_name(store, text.strip())
    raise BadQuery(f"nothing in the graph is called {text.strip()!r}" + (f"; the nearest name is {near!r}" if near else ""))


def nearest_name(store: Store, text: str) -> str:
    """The name in the graph that is most like a text; nothing where none is like it."""
    rows = ask(store, f"SELECT DISTINCT ?n WHERE {{ ?e foaf:name|skos:prefLabel|skos:altLabel|rdfs:label ?n }} LIMIT {SUGGESTED_AMONG}")
    names = sorted({str(n.value) for (n,) in rows if isinstance(n, Literal)})
    return next(iter(get_close_matches(text, names, n=1, cutoff=0.5)), "")
