"""Questions to the graph: a library of `.rq` files, their parameters, and the forms of an answer."""

from __future__ import annotations

from kg.query.asking import ask
from kg.query.library import Query, describe_library, library
from kg.query.render import render
from kg.store import Result

__all__ = ["Query", "Result", "ask", "describe_library", "library", "render"]
