"""From a question to the SPARQL that is sent: prefixes added, parameters filled in, and errors traced back to what was written."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import accumulate

from kg.errors import BadQuery
from kg.query.guard import refuse
from kg.query.library import Query
from kg.query.parameters import ANY, FREE, REQUIRED
from kg.query.tokens import Token, place, tokens
from kg.vocabulary import prefixes

ERROR = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A query as it is sent, where each of its tokens came from, and the terms that stand for its parameters."""

    query: Query
    head: str
    found: tuple[Token, ...]
    terms: Mapping[str, str]

    @property
    def text(self) -> str:
        """The SPARQL that is sent."""
        return self.head + "".join(token.text for token in self.found)

    def explain(self, error: SyntaxError) -> BadQuery:
        """Say in one line what is wrong and where, in lines and columns of what the person wrote."""
        match = ERROR.fullmatch(str(error.msg or error))
        if match is None:
            return BadQuery(f"{self.query.name}: {' '.join(str(error).split())}")
        offset = _offset(self.text, int(match[1]), int(match[2])) - len(self.head)
        starts = [0, *accumulate(len(token.text) for token in self.found)]
        index = max(min(bisect_right(starts, offset) - 1, len(self.found) - 1), 0)
        token = self.found[index]
        origin = min(token.start + max(offset - starts[index], 0), len(self.query.text))
        return BadQuery(f"{self.query.name}: {place(self.query.text, origin)}: {_short(match[3])}")


def prepare(query: Query, given: Mapping[str, object]) -> Prepared:
    """Fill in the parameters and add the prefixes that are used but not declared.

    >>> from kg.query.library import parse
    >>> prepare(parse("q", "ASK { ?a a kg:Event }"), {}).text
    'PREFIX kg: <https://w3id.org/diplokg/ontology#> ASK { ?a a kg:Event }'
    """
    values = _terms(query, given)
    terms = {p.name: f"?param_{p.name}" for p in query.parameters} | values
    found = tuple(_filled(token, terms) for token in refuse(query.text, tokens(query.text)))
    return Prepared(query, _head(found), found, values)


def _terms(query: Query, given: Mapping[str, object]) -> dict[str, str]:
    """The term of every parameter that has a value; what a form leaves empty has none, and only a text may be empty."""
    known = {p.name: p for p in query.parameters}
    for name in given:
        if name not in known:
            near = get_close_matches(name, known, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"it has {', '.join(known) or 'none'}"
            raise BadQuery(f"{query.name}: no parameter {name!r}; {hint}")
    given = {name: value for name, value in given.items() if known[name].type == "text" or str(value) not in FREE}
    missing = next((p for p in query.parameters if p.default == REQUIRED and p.name not in given), None)
    if missing:
        raise BadQuery(f"{query.name}: parameter {missing.name!r} is missing: {missing.meaning}")
    defaults = {p.name: p.default for p in query.parameters if p.default not in {ANY, REQUIRED}}
    return {name: known[name].term(str(value)) for name, value in {**defaults, **given}.items()}


def _filled(token: Token, terms: Mapping[str, str]) -> Token:
    """A token, or the term of the parameter that it stands for; only `$name` is a parameter, never `?name`."""
    if token.kind == "variable" and token.text[0] == "$" and (term := terms.get(token.text[1:])) is not None:
        return Token("term", term, token.start)
    return token


def _head(found: Iterable[Token]) -> str:
    """Declarations of the known prefixes that are used and not declared, on the query's first line."""
    known, before = prefixes(), ""
    used: set[str] = set()
    declared: set[str] = set()
    for token in found:
        if token.kind == "name":
            (declared if before == "PREFIX" else used).add(token.text.partition(":")[0])
        if token.kind not in {"space", "comment"}:
            before = token.text.upper()
    return "".join(f"PREFIX {name}: <{known[name]}> " for name in sorted(used - declared) if name in known)


def _offset(text: str, line: int, column: int) -> int:
    """The offset of a line and a column, both counted from 1."""
    lines = text.splitlines(keepends=True)
    return sum(map(len, lines[: line - 1])) + column - 1


def _short(message: str) -> str:
    words = " ".join(message.split())
    return words if len(words) <= 200 else words[:200] + " …"  # noqa: PLR2004 - one line of a terminal or two
