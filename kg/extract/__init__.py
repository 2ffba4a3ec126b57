"""Statements with their evidence, one file per kind of fact; the tuple below is their order.

An extractor is a function ``extract(reading, cast) -> Iterator[Statement]``. The predicates and the shape of what is stated
are those of `ontology/README.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.extract import events, figures, instruments, organizations, parties, people, sectors, utterances
from kg.extract.confidence import calibrate
from kg.model import Statement
from kg.reading import Cast, Reading

Extractor = Callable[[Reading, Cast], Iterator[Statement]]
EXTRACTORS: tuple[Extractor, ...] = (
    parties.extract, organizations.extract, people.extract, sectors.extract, instruments.extract, events.extract,
    utterances.extract, figures.extract,
)


def extract_all(reading: Reading, cast: Cast) -> tuple[Statement, ...]:
    """State everything that the article says; each statement once, in a fixed order."""
    return tuple(calibrate(dict.fromkeys(s for extract in EXTRACTORS for s in extract(reading, cast))))
