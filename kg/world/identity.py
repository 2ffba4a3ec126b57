"""Organizations and posts are the same in two articles if both say the same of them: identity by simple keys.

A key is only as good as its parts: where a part that tells things apart is missing (the country of a ministry), nothing is merged and the thing stays
its article's own. Keys read one article alone, so that adding an article never changes what the others denote. Officials, instruments and events are
compared with those of other articles (`kg.world.forest`).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from kg.gazetteer import country_names
from kg.institutions import folded, institution
from kg.matching import tokenize
from kg.model import digest
from kg.vocabulary import concept
from kg.world.terms import Said, Term, cls, language, node, plain, term, text, values

Key = tuple[str, ...] | None
PARTICLE = 3  # letters of the longest word that only ties a country to a name: of, the


def identities(said: Said) -> dict[Term, Term]:
    """The world's IRIs of the organizations and posts that an article names."""
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


def institution_node(code: str) -> Term:
    """The IRI of an institution that the tables know, by its code."""
    return world_node("Organization", ("institution", code), "")


def organization_key(said: Said, me: Term) -> Key:
    """The institution that its names mean on the day of the report, in whatever language; else its name and country.

    A body of several states has no country and is known by its name alone.
    """
    country = text(said, me, "country")
    known = country or text(said, me, "organizationType") == concept("organization-type", "international")
    if not known:
        return None
    code, day = country.rpartition("/")[2], _reported(said)
    meant = {institution(code, bare(plain(name), language(name), code), day) for name in (*values(said, me, "prefLabel"), *values(said, me, "altLabel"))} - {None}
    if len(meant) == 1:
        return ("institution", *map(str, meant))
    name = folded(text(said, me, "prefLabel"))
    return (name, country) if name else None


@lru_cache(maxsize=5_000)
def bare(name: str, lang: str, code: str) -> str:
    """A name without the words for its country.

    >>> bare("Mexican Foreign Ministry", "en", "MX"), bare("Министерство обороны Грузии", "ru", "GE"), bare("Ministry of Justice of Malta", "en", "MT")
    ('Foreign Ministry', 'Министерство обороны', 'Ministry of Justice')
    """
    tokens = tokenize(name)
    of_it = [match for match in country_names(lang).find(tokens) if match.value.code == code]
    kept = [token.text for number, token in enumerate(tokens) if not any(match.first <= number < match.last for match in of_it)]
    if of_it and len(kept) > 1 and of_it[-1].last == len(tokens) and kept[-1].islower() and len(kept[-1]) <= PARTICLE:
        del kept[-1]
    return " ".join(kept) if of_it and kept else name


def _reported(said: Said) -> str:
    """The day of the article that says all this, as exact as it is known."""
    published = term("schema:datePublished")
    return next((plain(properties[published][0]) for properties in said.values() if published in properties), "")


def _post(said: Said, me: Term) -> Key:
    label, country = folded(text(said, me, "label")), text(said, me, "country")
    return (label, country) if label and country else None


KEYS: dict[str, Callable[[Said, Term], Key]] = {"Organization": organization_key, "Post": _post}


@cache
def _keyed() -> dict[Term, tuple[str, Callable[[Said, Term], Key]]]:
    """The keys by the class of what they are for."""
    return {cls(kind): (kind, key) for kind, key in KEYS.items()}
