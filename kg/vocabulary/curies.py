"""IRIs in short: with the prefix of their vocabulary, or by their path below the base."""

from __future__ import annotations

from functools import cache

from kg.vocabulary import BASE, prefixes


@cache
def curie(iri: str) -> str:
    """An IRI with the prefix of its vocabulary; whole, where it has none or where its rest is a path, which no prefixed name can be.

    >>> curie(BASE + "ontology#party"), curie("http://xmlns.com/foaf/0.1/name"), curie("https://example.org/a")
    ('kg:party', 'foaf:name', 'https://example.org/a')
    """
    for prefix, start in _longest_first():
        if iri.startswith(start) and "/" not in (rest := iri.removeprefix(start)):
            return f"{prefix}:{rest}"
    return iri


def short(iri: str) -> str:
    """An IRI as a person reads it: with a prefix, or by its path below the base.

    >>> short(BASE + "country/ID"), short(BASE + "article/0f1e/official/9a")
    ('country:ID', 'article/0f1e/official/9a')
    """
    return curie(iri).removeprefix(BASE)


@cache
def _longest_first() -> tuple[tuple[str, str], ...]:
    return tuple(sorted(prefixes().items(), key=lambda pair: -len(pair[1])))
