"""Names of people: whether two are one name, in whatever script and spelling, and keys under which they meet."""

from __future__ import annotations

from kg.names.keys import block, skeleton, whole
from kg.names.likeness import ACCEPTED, Likeness, same

__all__ = ["ACCEPTED", "Likeness", "block", "same", "skeleton", "whole"]
