"""The words of pictures: a TOML file for each part, a table in it for each language."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "id", "ru")


@cache
def words(part: str, lang: str = "en") -> dict[str, Any]:
    """The words of a part in a language, in English where the language has none.

    >>> words("forms", "ru")["invented"]
    'вымышлено'
    """
    tables = tomllib.loads((Path(__file__).parent / f"{part}.toml").read_text("utf-8"))
    found: dict[str, Any] = tables.get(lang, tables["en"])
    return found
