"""Questions to the graph: a library of `.rq` files, their parameters, and the forms of an answer."""

from __future__ import annotations

from kg.query.asking import ask, prepared, texts
from kg.query.library import Query, catalogue, library
from kg.query.render import render
from kg.store import Result

__all__ = ["Query", "Result", "ask", "catalogue", "library", "prepared", "render", "texts"]
