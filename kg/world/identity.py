"""What an article names is the same as what another names, if both say the same of it: identity by simple keys.

A key is only as good as its parts: where a part that tells things apart is missing (an official's country, an event's date),
nothing is merged and the thing stays its article's own. Keys read one article alone, so that adding an article never
changes what the others denote.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kg.matching import fold
from kg.model import digest
from kg.vocabulary import concept
from kg.world.terms import Said, Term, cls, is_iri, node, plain, term, text, values

Key = tuple[str, ...] | None


def identities(said: Said) -> dict[Term, Term]:
    """The world's IRI of everything that an article names and that the world holds under an IRI of its own."""
    found, kinds, keyed = {}, term("rdf:type"), _keyed()
    for me, properties in said.items():
        for named in properties.get(kinds, ()):
            if named in keyed:
                kind, key = keyed[named]
                found[me] = world_node(kind, key(said, me), me)
    return found


def world_node(kind: str, key: Key, me: Term) -> Term:
    """The IRI in the world: by the key, or by the article's own IRI where there is no key.

    >>> a, b = node("article/1/official/1"), node("article/2/official/1")
    >>> world_node("Official", ("nezar patria", "ID"), a) == world_node("Official", ("nezar patria", "ID"), b)
    True
    >>> world_node("Official", None, a) == world_node("Official", None, b)
    False
    """
    return node(f"{kind.lower()}/{digest(kind, *(key or (plain(me),)))}")


def folded(name: str) -> str:
    """A name as it is compared: any case, no accents, single spaces.

    >>> folded("Andrey  ZARENIN")
    'andrey zarenin'
    """
    return " ".join(fold(word) for word in name.split())


def _official(said: Said, me: Term) -> Key:
    """Name and country: one name is borne in several countries, and a bare surname by several people of none."""
    name, country = folded(text(said, me, "name")), text(said, me, "country")
    return (name, country) if name and country else None


def _organization(said: Said, me: Term) -> Key:
    """Name and country; a body of several states has none and is known by its name alone."""
    name, country = folded(text(said, me, "prefLabel")), text(said, me, "country")
    known = country or text(said, me, "organizationType") == concept("organization-type", "international")
    return (name, country) if name and known else None


def _post(said: Said, me: Term) -> Key:
    label, country = folded(text(said, me, "label")), text(said, me, "country")
    return (label, country) if label and country else None


def _instrument(said: Said, me: Term) -> Key:
    """Type, parties and name: two countries sign many a memorandum, so one without a name is its article's own."""
    name, parties = folded(text(said, me, "prefLabel")), _parties(said, me)
    return (text(said, me, "instrumentType"), parties, name) if name else None


def _event(said: Said, me: Term) -> Key:
    """Type, date, parties and place; without a date or parties any two meetings would be one."""
    date, parties = text(said, me, "date"), _parties(said, me)
    return (text(said, me, "eventType"), date, parties, folded(text(said, me, "placeName"))) if date and parties else None


def _parties(said: Said, me: Term) -> str:
    return " ".join(sorted(plain(v) for v in values(said, me, "party") if is_iri(v)))


KEYS: dict[str, Callable[[Said, Term], Key]] = {
    "Official": _official, "Organization": _organization, "Post": _post, "Instrument": _instrument, "Event": _event,
}


@cache
def _keyed() -> dict[Term, tuple[str, Callable[[Said, Term], Key]]]:
    """The keys by the class of what they are for."""
    return {cls(kind): (kind, key) for kind, key in KEYS.items()}
