"""The answer to a query. Imports nothing that is slow: who opens a store and asks one query waits for nothing else."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from kg.store.terms import Term

    Row = tuple[Term | None, ...]


class Result:
    """Rows of a SELECT under their variables, triples of a CONSTRUCT or DESCRIBE, or the yes of an ASK."""

    __slots__ = ("boolean", "rows", "triples", "variables")

    def __init__(
        self, variables: tuple[str, ...] = (), rows: tuple[Row, ...] = (), triples: tuple[Triple, ...] | None = None, boolean: bool | None = None,
    ) -> None:
        """Keep an answer; what the form of the query does not have stays empty."""
        self.variables, self.rows, self.triples, self.boolean = variables, rows, triples, boolean

    def __iter__(self) -> Iterator[Row]:
        """The rows, one after another."""
        return iter(self.rows)

    def __len__(self) -> int:
        """How many rows or triples there are."""
        return len(self.rows if self.triples is None else self.triples)
