r"""What a question may not do: reach the network, or change the graph.

pyoxigraph has no switch for `SERVICE`. Looking for the keyword alone is not safe, because where a `<` is a comparison and
where it begins an IRI depends on the grammar: in ``FILTER(?a<?b)SERVICE ?s #>`` a lexer sees an IRI. So where the word stands
in a string, an IRI or a comment, it is rewritten (`\u0073ervice`) or dropped, and a keyword cannot be left.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.errors import BadQuery
from kg.query.tokens import Token, place

FORMS = ("SELECT", "CONSTRUCT", "DESCRIBE", "ASK")
PROLOGUE = ("PREFIX", "BASE", "VERSION")
FEDERATION = re.compile("service", re.IGNORECASE)


def refuse(query: str, found: Iterable[Token]) -> Iterator[Token]:
    r"""Give the tokens of a question, harmless; what reaches the network or changes the graph is refused.

    >>> from kg.query.tokens import tokens
    >>> "".join(t.text for t in refuse("", tokens('ASK { ?a ?b "service" } # service')))
    'ASK { ?a ?b "\\u0073ervice" } '
    """
    begun = False
    for token in found:
        if token.kind == "word":
            begun = begun or _begins(query, token)
            if FEDERATION.search(token.text):
                raise BadQuery(f"{place(query, token.start)}: SERVICE is refused: a question does not reach other servers")
        yield harmless(token)
    if not begun:
        raise BadQuery("no question: a query begins with SELECT, ASK, CONSTRUCT or DESCRIBE")


def _begins(query: str, token: Token) -> bool:
    """Whether a word of the query's head begins a question; a word that begins a change is refused."""
    word = token.text.upper()
    if word in FORMS:
        return True
    if word in PROLOGUE:
        return False
    raise BadQuery(f"{place(query, token.start)}: {word} does not begin a question; a query begins with {', '.join(FORMS)}")


def harmless(token: Token, keyword: re.Pattern[str] = FEDERATION) -> Token:
    """The token in which nobody can read the keyword, with the same meaning."""
    if token.kind == "comment" and keyword.search(token.text):
        return replace(token, text="")
    if token.kind in {"string", "iri"}:
        return replace(token, text=keyword.sub(lambda m: f"\\u{ord(m.group()[0]):04x}{m.group()[1:]}", token.text))
    return token
