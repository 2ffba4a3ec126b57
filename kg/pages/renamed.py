"""What a ministry was called when: its names in the course of time, where the tables of reference data know of a renaming."""

from __future__ import annotations

from dataclasses import dataclass

from kg.institutions import institution
from kg.pages.naming import Name, Thing
from kg.pages.view import View
from kg.tables import table

COLUMNS = {"en": "en", "id": "id_names", "ru": "ru"}  # where a name in a language of the pages stands


@dataclass(frozen=True, slots=True)
class Era:
    """A name that an institution bore, since when and until when (as exact as is known)."""

    name: Name
    since: str
    until: str


def eras(view: View, body: Thing, country: str) -> list[Era]:
    """The names of a body in time; nothing where it is not known by name or was never renamed."""
    meant = {institution(country, name.text) for name in body.names} - {None}
    rows = [row for row in table("ministries.csv") if {row["id"]} == meant]
    found = sorted((Era(_name(row, view.lang), row["since"], row["until"]) for row in rows), key=lambda era: era.since)
    return found if len(found) > 1 else []


def _name(row: dict[str, str], lang: str) -> Name:
    """The first name in the reader's language, else in English."""
    known = [(row[COLUMNS[one]].partition(";")[0], one) for one in (lang, *COLUMNS) if row[COLUMNS[one]]]
    return Name(*known[0]) if known else Name(row["own"].partition(";")[0])
