"""How what stands in the matrix is said in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kg.draw.matrix.content import NOWHERE, OTHERS, Cell, Head, Matrix, Matter
from kg.draw.matters import field_name
from kg.draw.words import words
from kg.draw.words.counting import counted

NAMED = 12  # of those that are summed up


@dataclass(frozen=True, slots=True)
class Sayings:
    """The words of one language; `level` says whether the rows are countries or organizations."""

    lang: str
    level: str

    @property
    def said(self) -> dict[str, Any]:
        """The words as they are written."""
        return words("matrix", self.lang)

    def title(self, country: str) -> str:
        """What the picture is called."""
        return str(self.said["title" if self.level == "country" else "title_bodies"].format(country=country))

    def summary(self, found: Matrix, country: str) -> str:
        """How much there is in all."""
        rows, columns = (sum(len(head.keys - {NOWHERE}) for head in heads) for heads in (found.rows, found.columns))
        return str(self.said["summary"].format(
            instruments=self._count("instruments", found.total.instruments), events=self._count("events", found.total.events), country=country,
            rows=counted(self.said[f"rows_{self.level}"], rows), columns=counted(self.said["columns"], columns),
        ))

    def empty(self, country: str) -> str:
        """That there is nothing to show."""
        return str(self.said["empty" if self.level == "country" else "empty_bodies"].format(country=country))

    def head(self, head: Head) -> str:
        """What a row or column is called."""
        if head.key == OTHERS:
            return str(self.said["others"].format(count=len(head.keys)))
        return str(self.said["no_field"]) if head.key == NOWHERE else head.name

    def field(self, code: str) -> str:
        """What a field is called."""
        return field_name(code, self.lang)

    def cell(self, row: Head, column: Head, cell: Cell) -> str:
        """A cell as a sentence."""
        holding = (self.said["holds"].format(count=cell.holding),) if cell.holding else ()
        instruments = (self._count("instruments", cell.instruments), *holding) if cell.instruments else ()
        events = (self._count("events", cell.events),) if cell.events else ()
        return str(self.said["says"].format(row=self.head(row), column=self.head(column), told=", ".join((*instruments, *events))))

    def counts(self, text: str, cell: Cell) -> str:
        """A sentence of the words with how many instruments and events it is about."""
        found = (("instruments", cell.instruments), ("events", cell.events))
        return str(self.said[text].format(what=", ".join(self._count(what, those) for what, those in found if those)))

    def _count(self, what: str, those: Sequence[Matter]) -> str:
        return counted(self.said[what], len(those))

    def repeated(self, found: Matrix) -> Iterator[str]:
        """What counts in several rows or columns, but once in the totals."""
        several = Cell.of(one for one in found.total.all if len(one.rows) > 1)
        if several.all:
            yield self.counts(f"many_rows_{self.level}", several)
        wide = Cell.of(one for one in found.total.all if len(one.columns) > 1)
        if wide.all:
            yield self.counts("many_columns", wide)

    def summed(self, found: Matrix) -> Iterator[str]:
        """Which rows and columns are summed up as others."""
        for text, names in zip((f"other_rows_{self.level}", "other_columns"), found.summed, strict=True):
            if names:
                told, more = ", ".join(names[:NAMED]), len(names) - NAMED
                yield self.said[text].format(names=self.said["and_more"].format(names=told, count=more) if more > 0 else told)
