"""A source becomes articles: one file per kind of source; lines that are not the article are kept apart, with the rule that cut them.

``read`` takes a file, a page, a folder or standard input and gives `Article`s; ``sentences`` cuts an article's text.
"""

from __future__ import annotations

from kg.read.sources import articles, expand, holds_many, read, read_one

__all__ = ["articles", "expand", "holds_many", "read", "read_one"]
