"""A SPARQL query cut into its tokens, so that a word in a string, a comment or an IRI is never taken for a keyword.

Cutting is lossless: the tokens joined give the text again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<comment>\#[^\r\n]*)
  | (?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\[uU][0-9A-Fa-f]+)*+>)
  | (?P<string>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*+\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*+'{3}
             | "(?:[^"\\\r\n]|\\.)*+" | '(?:[^'\\\r\n]|\\.)*+')
  | (?P<variable>[?$]\w+)
  | (?P<name>(?:[^\W\d_](?:[\w.\-]*[\w\-])?)?:(?:[\w:%](?:[\w.:%\-]*[\w:%\-])?)?)
  | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
  | (?P<word>\w+)
  | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: its kind, its text, and where it began."""

    kind: str
    text: str
    start: int


def tokens(query: str) -> Iterator[Token]:
    """Cut a query into tokens of the kinds space, comment, iri, string, variable, name, tag, word, mark.

    >>> [t.text for t in tokens('ASK { ?a kg:b "SERVICE" } # LOAD') if t.kind in ("word", "name", "string")]
    ['ASK', 'kg:b', '"SERVICE"']
    """
    for match in TOKEN.finditer(query):
        yield Token(match.lastgroup or "mark", match.group(), match.start())


def place(text: str, offset: int) -> str:
    r"""Line and column of an offset, counted from 1.

    >>> place("SELECT *\nWHERE", 9)
    'line 2, column 1'
    """
    line = text.count("\n", 0, offset)
    return f"line {line + 1}, column {offset - (text.rfind(chr(10), 0, offset) + 1) + 1}"
