"""Where the ontology, the reference data and the seeds are, in a checkout and in an installed wheel."""

from __future__ import annotations

from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).parent


@cache
def folder(name: str) -> Path:
    """Give the folder `name` (`ontology`, `data`): packed into the wheel, or beside the package in a checkout.

    >>> folder("ontology").is_dir()
    True
    """
    packed = PACKAGE / "_packed" / name
    return packed if packed.is_dir() else PACKAGE.parent / name
