"""Sentences as proofs on a page: each with its source, copies of one report counted as one, and what they speak of marked in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.pages.asking import Row, rows
from kg.pages.marking import Part, mark
from kg.pages.naming import Name, Thing
from kg.store import Store
from kg.vocabulary import BASE

WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Source:
    """An article as it is cited: its headline, publisher, date and address, the article that it is a copy of, and whether it is an invented example."""

    iri: str
    headline: Name
    publisher: str = ""
    published: str = ""
    url: str = ""
    lang: str = ""
    original: str = ""
    invented: bool = False

    @property
    def path(self) -> str:
        """The path of the article's page."""
        return self.iri.removeprefix(BASE)

    @property
    def first(self) -> str:
        """The article that counts as the source: this one, or the one that it copies."""
        return self.original or self.iri


@dataclass(frozen=True, slots=True)
class Proof:
    """A sentence in parts (the marked ones name what it speaks of), its source, and the copies of that."""

    parts: tuple[Part, ...]
    source: Source
    copies: tuple[Source, ...] = ()

    @property
    def sentence(self) -> str:
        """The sentence as one line."""
        return " ".join("".join(part.text for part in self.parts).split())


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sentence stands: its article, its offset there, its words."""

    article: str
    start: int
    sentence: str

    @classmethod
    def of(cls, row: Row) -> Place:
        """The place of a row that has `article`, `start` and `sentence`."""
        return cls(row["article"], int(row["start"]), row["sentence"])


Sources = Mapping[str, Source]


def sources(store: Store, articles: Iterable[str]) -> dict[str, Source]:
    """How these articles are cited; the originals of copies are among them."""
    found = _sources(store, articles)
    return found | _sources(store, {source.original for source in found.values() if source.original} - set(found))


def _sources(store: Store, articles: Iterable[str]) -> dict[str, Source]:
    return {row["iri"]: _source(row) for row in rows(store, "sources", articles)}


def _source(row: Row) -> Source:
    lang, url = row.get("language", ""), row.get("url", "")
    headline = Name(row["headline"], row.get("headline@", lang)) if "headline" in row else Name(row.get("publisher", ""), lang)
    return Source(
        row["iri"], headline, row.get("publisher", ""), row.get("published", ""), url if url.lower().startswith(WEB) else "", lang, row.get("original", ""),
        invented=row.get("invented") == "true",
    )


def prove(places: Iterable[Place], cited: Sources, of: Iterable[Thing] = ()) -> tuple[Proof, ...]:
    """The sentences as proofs, a source after the other in time; of a copy only what its original does not say in this place."""
    named = tuple(of)
    told: dict[str, list[Place]] = defaultdict(list)
    for place in set(places):
        if place.article in cited:
            told[cited[place.article].first].append(place)
    ordered = sorted(told.items(), key=lambda item: (min(cited[place.article].published for place in item[1]), item[0]))
    return tuple(proof for first, group in ordered for proof in _told(first, group, cited, named))


def _told(first: str, group: list[Place], cited: Sources, named: tuple[Thing, ...]) -> Iterator[Proof]:
    """What one source says, by the article that said it first; the others are its copies."""
    articles = sorted({place.article for place in group}, key=lambda article: (article != first, cited[article].published, article))
    lead, copies = cited[articles[0]], tuple(cited[article] for article in articles[1:])
    for place in sorted((place for place in group if place.article == lead.iri), key=lambda place: place.start):
        yield Proof(mark(place.sentence, lead.lang, named), lead, copies)


def proofs(store: Store, about: Iterable[Thing]) -> dict[str, tuple[Proof, ...]]:
    """The sentences that these things rest on, by IRI."""
    known = {thing.iri: thing for thing in about}
    found: dict[str, list[Place]] = defaultdict(list)
    for row in rows(store, "proofs", known):
        found[row["iri"]].append(Place.of(row))
    cited = sources(store, {place.article for places in found.values() for place in places})
    return {iri: prove(places, cited, [known[iri]]) for iri, places in found.items()}


def counted(found: Iterable[Proof]) -> int:
    """How many independent sources there are."""
    return len({proof.source.first for proof in found})
