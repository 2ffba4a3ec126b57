"""A text file becomes an article (first version)."""

from __future__ import annotations

from pathlib import Path

from kg.model import Article


def read(path: Path) -> Article:
    """Read a plain text file; its first line is the title."""
    text = path.read_text("utf-8")
    lang = "ru" if any("а" <= c <= "я" for c in text[:2000]) else "en" if " the " in text else "id"
    return Article(path.stem, text, lang, title=text.strip().splitlines()[0])
