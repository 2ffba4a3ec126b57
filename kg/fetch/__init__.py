"""The web, politely and safely: a document by its address, within bounds, and never one from inside the network.

``Client`` fetches one document; ``Visitor`` also keeps to robots.txt, waits between requests to one host, and tries again later.
"""

from __future__ import annotations

from kg.fetch.client import Client, Document, Limits, Unchanged
from kg.fetch.guard import Guard
from kg.fetch.visitor import Visitor

__all__ = ["Client", "Document", "Guard", "Limits", "Unchanged", "Visitor"]
