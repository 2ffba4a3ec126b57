"""The graph as pages that a person reads: a page for every entity, the brief on two countries, search by any name; no server needed.

Each function takes a store and gives a `Document`. Links are root-relative (`/country/ID?lang=en`), so that a page works under any host;
the one stylesheet is `STATIC / "pages.css"`, to be served under `/static/`.
"""

from __future__ import annotations

from kg.pages.brief import brief
from kg.pages.document import Document
from kg.pages.entity import entity
from kg.pages.home import home
from kg.pages.ontology import vocabulary
from kg.pages.rendering import STATIC
from kg.pages.search import search

__all__ = ["STATIC", "Document", "brief", "entity", "home", "search", "vocabulary"]
