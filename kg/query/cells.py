"""A cell of an answer as a person sees it: its words without anything that a terminal would obey, and where it leads."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from pyoxigraph import NamedNode

from kg.store.terms import Term
from kg.vocabulary.curies import short

# What draws no letter but moves the cursor, rings, hides or turns the direction of what follows. The joiners that names need stay.
CONTROL = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], " ")
OPEN, CLOSE = "\x1b]8;;{}\x1b\\", "\x1b]8;;\x1b\\"
PROOFS, PLACES = ("sentence", "words"), ("source", "article", "iri")


class Cell(NamedTuple):
    """Words, and the address that they lead to (none where it is empty)."""

    text: str
    link: str = ""


def plain(value: Term | None) -> str:
    """A term as a person reads it: a literal's words, an IRI in short.

    >>> from pyoxigraph import Literal
    >>> plain(NamedNode("https://w3id.org/diplokg/country/ID")), plain(NamedNode("http://www.w3.org/2002/07/owl#sameAs")), plain(Literal("dua", language="id"))
    ('country:ID', 'owl:sameAs', 'dua')
    """
    if value is None:
        return ""
    if not isinstance(value, NamedNode):
        return str(getattr(value, "value", value))
    return short(value.value)


def safe(text: str) -> str:
    r"""Words on one line in which nothing is left that a terminal would obey.

    >>> safe("a \x1b[31mred\n  thing")
    'a [31mred thing'
    """
    return " ".join(text.translate(CONTROL).split())


def cells(names: Sequence[str], row: Sequence[Term | None]) -> list[Cell]:
    """The cells of a row; an IRI leads to itself, a sentence to what it is the proof of."""
    proved = _address(names, row)
    return [Cell(safe(plain(value)), value.value if isinstance(value, NamedNode) else proved if _is_proof(name) else "") for name, value in zip(names, row, strict=True)]


def _is_proof(name: str) -> bool:
    return name.lower().endswith(PROOFS)


def _address(names: Sequence[str], row: Sequence[Term | None]) -> str:
    """Where the proof of a row can be read: its article, else the thing itself."""
    found = dict(zip(names, row, strict=True))
    return next((value.value for place in PLACES if isinstance(value := found.get(place), NamedNode)), "")


def linked(text: str, address: str) -> str:
    r"""Words as a terminal's hyperlink (OSC 8), where they lead somewhere.

    >>> linked("here", "http://x/a b")
    '\x1b]8;;http://x/a%20b\x1b\\here\x1b]8;;\x1b\\'
    """
    if not address or not text:
        return text
    shown = "".join(c if c.isascii() and c.isprintable() and c != " " else "".join(f"%{byte:02X}" for byte in c.encode()) for c in address)
    return OPEN.format(shown) + text + CLOSE


def measure(text: str) -> int:
    r"""How many columns of a terminal a text takes.

    >>> measure("Rusia"), measure("俄罗斯"), measure("e\u0301")
    (5, 6, 1)
    """
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
