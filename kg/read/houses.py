"""Publishers whose pages do not name them but could be nobody else's: by the form of their dates and titles (`houses.toml`)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LEAD = 1000


@dataclass(frozen=True, slots=True)
class Style:
    """What gives a publisher's pages away: expressions for the parts of a page, all of which have to hold."""

    publisher: str
    signs: Mapping[str, re.Pattern[str]]


def recognise(text: str, *, title: str | None, lines: Sequence[str], stamps: Sequence[str]) -> str | None:
    """Give the publisher whose style a page has; `lines` are those of its head and foot, `stamps` those with its date.

    >>> recognise("Talks", title="Talks", lines=(), stamps=("7 мая 2025 года 17:05 Москва, Кремль",))
    'Президент России'
    """
    return next((style.publisher for style in _styles() if _holds(style.signs, text, title or "", lines, stamps)), None)


def _holds(signs: Mapping[str, re.Pattern[str]], text: str, title: str, lines: Sequence[str], stamps: Sequence[str]) -> bool:
    found = {
        "stamp": lambda sign: any(sign.fullmatch(stamp) for stamp in stamps),
        "title": lambda sign: sign.search(title) is not None,
        "lead": lambda sign: sign.search(text, 0, LEAD) is not None,
        "line": lambda sign: any(sign.match(line) for line in lines),
    }
    return all(found[part](sign) for part, sign in signs.items())


@cache
def _styles() -> tuple[Style, ...]:
    tables = tomllib.loads((Path(__file__).parent / "houses.toml").read_text("utf-8"))
    return tuple(
        Style(publisher, {part: re.compile(sign) for part, sign in style.items()}) for publisher, styles in tables.items() for style in styles
    )
