"""Spans that name something, one file per kind; the tuple below is their order.

A finder is a function ``find(reading) -> Iterator[Mention]``; it sees the mentions of the finders before it.
"""

from __future__ import annotations

from kg.mention import countries, dates, events, figures, instruments, organizations, people, places, posts, sectors
from kg.reading import Finder, Reading

FINDERS: tuple[Finder, ...] = (
    dates.find, countries.find, organizations.find, posts.find, people.find, places.find, organizations.find_signatories, sectors.find, instruments.find, events.find,
    figures.find,
)


def find_all(reading: Reading) -> None:
    """Run every finder over an article."""
    for find in FINDERS:
        reading.add(find(reading))
