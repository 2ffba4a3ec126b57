"""What every part of a page is made with: the store, the reader's words, and the day on which it is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from kg.errors import BadQuery
from kg.pages.asking import Row, rows
from kg.pages.naming import Thing, term, thing, things
from kg.pages.words import Words, words
from kg.store import Store
from kg.world.spans import DAY, is_date


@dataclass(frozen=True, slots=True)
class View:
    """A reader's view of the store: in which words, and on which day (`at`), from which it follows what is overdue."""

    store: Store
    words: Words
    at: str

    @classmethod
    def of(cls, store: Store, lang: str, at: str = "") -> View:
        """A view in a language on a day, today if not given."""
        if at and (len(at) != DAY or not is_date(at)):
            raise BadQuery(f"at={at!r}: not a day; write 2025-04-16")
        return cls(store, words(lang), at or datetime.now().astimezone().date().isoformat())

    @property
    def lang(self) -> str:
        """The language of the page."""
        return self.words.lang

    def rows(self, name: str, about: Iterable[str] | None = None, /, **parameters: object) -> list[Row]:
        """The answer to a question of the pages."""
        return rows(self.store, name, about, **parameters)

    def count(self, name: str, /, **parameters: object) -> int:
        """The number that a question asks for."""
        return int(self.rows(name, **parameters)[0]["count"])

    def things(self, iris: Iterable[str]) -> dict[str, Thing]:
        """What things are called."""
        return things(self.store, iris, self.words)

    def thing(self, iri: str) -> Thing:
        """What one thing is called."""
        return thing(self.store, iri, self.words)

    def term(self, iri: str) -> Thing:
        """What a concept is called."""
        return term(iri, self.words)
