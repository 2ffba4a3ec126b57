"""Many articles at once: read and understood by several processes, written by one, and taken up again where it was stopped."""

from __future__ import annotations

from kg.bulk.journal import Journal
from kg.bulk.run import Done, add_many
from kg.bulk.work import How

__all__ = ["Done", "How", "Journal", "add_many"]
