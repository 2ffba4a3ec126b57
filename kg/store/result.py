"""The answer to a query. Imports nothing that is slow: who opens a store and asks one query waits for nothing else."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from pyoxigraph import Triple

    from kg.store.terms import Term

    Row = tuple[Term | None, ...]

TRIPLE = ("subject", "predicate", "object")
XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS: dict[str, Callable[[str], Any]] = {XSD + "integer": int, XSD + "decimal": float, XSD + "double": float, XSD + "float": float, XSD + "boolean": "true".__eq__}


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

    def __repr__(self) -> str:
        """What kind of answer it is, and how long."""
        return f"Result({self.boolean})" if self.boolean is not None else f"Result({len(self)} rows: {', '.join(self._heads())})"

    def to_pandas(self) -> Any:
        """The answer as a `pandas.DataFrame` (`pip install 'diplokg[notebooks]'`): numbers are numbers, IRIs and dates are text, because `2025-04` is no day.

        >>> from kg.store import open_store
        >>> open_store("memory:").query("SELECT (2 AS ?n) ('2025-04' AS ?when) {}").to_pandas().to_dict("records")
        [{'n': 2, 'when': '2025-04'}]
        """
        import pandas as pd

        return pd.DataFrame([[_plain(term) for term in row] for row in self._lines()], columns=list(self._heads()))

    def _repr_html_(self) -> str:
        """The answer as a notebook shows it: of a long one the first rows, and how many there are."""
        from kg.display import block, line, table

        if self.boolean is not None:
            return block("yes" if self.boolean else "no")
        if not len(self):
            return block("", line("no rows"))
        return block("", table(self._heads(), [[_short(term) for term in row] for row in self._lines()]))

    def _heads(self) -> tuple[str, ...]:
        return self.variables if self.triples is None else TRIPLE

    def _lines(self) -> Sequence[Any]:
        return self.rows if self.triples is None else sorted(self.triples, key=str)


def _plain(term: Any) -> Any:
    """A term as a value of Python."""
    if term is None:
        return None
    text = getattr(term, "value", str(term))
    datatype = getattr(term, "datatype", None)
    return NUMBERS[datatype.value](text) if datatype is not None and datatype.value in NUMBERS else text


def _short(term: Any) -> Any:
    """A term as a person reads it: an IRI in short."""
    from pyoxigraph import NamedNode

    from kg.vocabulary.curies import short

    return short(term.value) if isinstance(term, NamedNode) else _plain(term)
