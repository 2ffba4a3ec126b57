"""The words of the pages in every language that they are written in, and dates as a person says them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import UnknownTerm
from kg.vocabulary import LANGUAGES, nearest
from kg.world.spans import DAY, YEAR, first_day, is_date

FILE = Path(__file__).with_name("words.toml")
DEFAULT = LANGUAGES[0]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language; in a template `w.meetings`, `w.outcomes.open`."""

    lang: str
    table: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        """The words under a key; an unknown key raises."""
        if key not in self.table:
            raise UnknownTerm(f"{FILE.name}: [{self.lang}] has no {key!r}{nearest(key, self.table)}")
        return self.table[key]

    def day(self, when: str) -> str:
        """A date in words, as exact as it is; what is no date stays as it is written.

        >>> words("en").day("2025-06-19"), words("id").day("2025-06"), words("ru").day("2025")
        ('19 June 2025', 'Juni 2025', '2025')
        """
        if len(when) <= YEAR or not is_date(when):
            return when
        day, forms = first_day(when), "months" if len(when) == DAY else "months_alone"
        return " ".join(part for part in (str(day.day) if len(when) == DAY else "", str(self[forms][day.month - 1]), str(day.year)) if part)

    def number(self, count: int) -> str:
        """A number with its thousands parted as the language does.

        >>> words("en").number(12345), words("id").number(12345)
        ('12,345', '12.345')
        """
        return f"{count:,}".replace(",", str(self["thousands"]))


@cache
def words(lang: str) -> Words:
    """The words of a language; English where the pages are not written in it.

    >>> words("ru")["language"], words("xx").lang
    ('Русский', 'en')
    """
    tables = _tables()
    known = lang if lang in tables else DEFAULT
    return Words(known, tables[known])


def languages() -> dict[str, str]:
    """The languages of the pages and what each is called in itself."""
    return {lang: str(table["language"]) for lang, table in _tables().items()}


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(FILE.read_text("utf-8"))
