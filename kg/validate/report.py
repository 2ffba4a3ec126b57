"""What is wrong with a graph, in words that a curator can act on."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from kg.validate.words import ENGLISH, say

VIOLATION, WARNING = "violation", "warning"


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """What a shape found: the property that it looked at, and the value where one is wrong."""

    path: str = ""
    value: str = ""

    def __str__(self) -> str:
        """Write it as the end of a line."""
        return f" ({self.path}{': ' if self.value and self.path else ''}{self.value})" if self.path or self.value else ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong with one node: in which article, how grave, what is asked of it and what was found."""

    article: str
    severity: str
    node: str
    name: str
    message: str
    found: Found = Found()

    def __str__(self) -> str:
        """Write it as one line.

        >>> str(Problem("", "violation", "event/1", "event", "An event has a type", Found("kg:eventType")))
        'violation: event <event/1>: An event has a type (kg:eventType)'
        """
        return self.line()

    def line(self, lang: str = ENGLISH) -> str:
        """Write it as one line that names its gravity in a language; what is asked is in the language of the report already.

        >>> Problem("", "violation", "event/1", "peristiwa", "Peristiwa memiliki tepat satu jenis").line("id")
        'pelanggaran: peristiwa <event/1>: Peristiwa memiliki tepat satu jenis'
        """
        return f"{say(self.severity, lang)}: {self.name} <{self.node}>: {self.message}{self.found}"


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is wrong with a graph or dataset; warnings are for a curator to look at and break nothing."""

    problems: tuple[Problem, ...]
    graphs: int
    lang: str = ENGLISH

    @property
    def conforms(self) -> bool:
        """Whether there is no violation.

        >>> Report((), graphs=1).conforms
        True
        """
        return not self.of(VIOLATION)

    def of(self, severity: str) -> tuple[Problem, ...]:
        """Give the problems that are as grave as this."""
        return tuple(p for p in self.problems if p.severity == severity)

    def facts(self) -> dict[str, Any]:
        """Give the report as one JSON object."""
        return {"conforms": self.conforms, "graphs": self.graphs, "problems": [asdict(p) for p in self.problems]}

    def __str__(self) -> str:
        """Write the verdict in one line, then the problems under the article that they come from.

        >>> print(Report((), graphs=2))
        The graph keeps to its shapes: 0 violations, 0 warnings, 2 graphs
        """
        counts = {"violations": len(self.of(VIOLATION)), "warnings": len(self.of(WARNING)), "graphs": self.graphs}
        lines = [say("keeps" if self.conforms else "breaks", self.lang, **counts)]
        for article, problems in groupby(self.problems, key=lambda p: p.article):
            lines += ["", article or say("no_article", self.lang), *(f"  {p.line(self.lang)}" for p in problems)]
        return "\n".join(lines)
