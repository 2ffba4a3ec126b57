"""How much room a text takes, and how it is made to fit: measured from a table, as whoever writes a static picture cannot ask a browser.

The table (`widths.toml`) is generous: a text is hardly ever wider than it is said to be, whatever face the reader's machine draws it in.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path

LINE_HEIGHT = 1.25
ELLIPSIS = "…"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a text is when it is written in type of this size, in the unit of the size.

    >>> text_width("Riga", 10), text_width("Рига", 10), text_width("東京", 10)
    (23.0, 25.0, 21.0)
    >>> text_width("é", 10) == text_width("e", 10)
    True
    """
    hundredths = sum(_advance(letter) for letter in text)
    return round(hundredths * size / 100 * (_table()[1]["bold"] / 100 if bold else 1), 2)


def wrapped(text: str, size: float, width: float, lines: int = 2, *, bold: bool = False) -> tuple[str, ...]:
    """A text in lines that are no wider than asked; what does not fit into so many lines is left away, and an ellipsis says so.

    >>> wrapped("Joint Commission on Digital Trade and Skills", 10, 120)
    ('Joint Commission on', 'Digital Trade and…')
    >>> wrapped("Joint Commission", 10, 120)
    ('Joint Commission',)
    """
    written: list[str] = []
    rest = " ".join(text.split())
    while rest and len(written) < lines - 1:
        line = _line(rest, size, width, bold=bold)
        written.append(line)
        rest = rest[len(line):].lstrip()
    return (*written, shortened(rest, size, width, bold=bold)) if rest else tuple(written)


def shortened(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """A text in one line that is no wider than asked: cut at a word where that loses little.

    >>> shortened("Ministry of Communication", 10, 100)
    'Ministry of…'
    >>> shortened("Kementerian", 10, 40)
    'Keme…'
    """
    if text_width(text, size, bold=bold) <= width:
        return text
    kept = _begin(text, size, width - text_width(ELLIPSIS, size, bold=bold), bold=bold)
    whole = kept.rpartition(" ")[0]
    return (whole if len(whole) > len(kept) / 2 else kept).rstrip(" ,;:-–—(") + ELLIPSIS


def _line(text: str, size: float, width: float, *, bold: bool) -> str:
    """The first line of a text: whole words if there is one that fits, else as many letters as fit."""
    fits = _begin(text, size, width, bold=bold)
    if len(fits) == len(text) or text[len(fits)] == " " or _is_wide(text[len(fits)]):
        return fits.rstrip()
    return fits.rpartition(" ")[0] or fits[: fits.rfind("-") + 1] or fits or text[0]


def _begin(text: str, size: float, width: float, *, bold: bool) -> str:
    """The longest beginning that fits; a mark is never parted from its letter."""
    room = width * 100 / size / (_table()[1]["bold"] / 100 if bold else 1) + 1e-6
    for number, letter in enumerate(text):
        room -= _advance(letter)
        if room < 0:
            return text[:number]
    return text


@cache
def _advance(letter: str) -> int:
    letters, others = _table()
    bare = unicodedata.normalize("NFD", letter)[0]
    if bare in letters:
        return letters[bare]
    if unicodedata.category(letter) in {"Mn", "Me", "Cf", "Cc"}:
        return others["mark"]
    return others["wide" if _is_wide(letter) else "any"]


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in {"W", "F"}


@cache
def _table() -> tuple[dict[str, int], dict[str, int]]:
    """The width of each letter of the table, and those of whole classes of letters."""
    read = tomllib.loads((Path(__file__).parent / "widths.toml").read_text("utf-8"))
    return {letter: int(width) for width, letters in read["letters"].items() for letter in letters}, read["others"]
