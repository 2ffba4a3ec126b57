"""Follows feeds, sitemaps and section pages: each run takes what is new, and what it did not come to is taken by the next.

What is followed stands in one plain file (`lists`); what was seen of it in a small database beside it (`state`).
"""

from __future__ import annotations

from kg.follow.lists import Followed, add, listed, remove
from kg.follow.run import Came, run
from kg.follow.state import State

__all__ = ["Came", "Followed", "State", "add", "listed", "remove", "run"]
