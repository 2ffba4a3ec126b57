"""The library of queries: one `.rq` file each; its first comment line is the question that it answers.

Further comment lines name the parameters: ``# param a: country, any, a country that is a party``. In the query a parameter is
written `$a`; left free it is a variable of its own, never the query's `?a`. Each file is SPARQL as it stands.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from kg.errors import BadQuery
from kg.query.parameters import TYPES, Parameter
from kg.vocabulary import schemes

FOLDER = Path(__file__).parent / "library"
PARAMETER = re.compile(r"#\s*param\s+(\w+)\s*:\s*([^,]*?)\s*,\s*([^,]*?)\s*,\s*(.*)")


@dataclass(frozen=True, slots=True)
class Query:
    """A query: its name, the question that it answers, its parameters, its text."""

    name: str
    question: str
    parameters: tuple[Parameter, ...]
    text: str


@cache
def library() -> tuple[Query, ...]:
    """The queries that come with the program, by name.

    >>> "instruments" in [query.name for query in library()]
    True
    """
    return tuple(parse(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.rq")))


def describe_library() -> str:
    """The library as text for a person: each query, its question, its parameters."""
    return "\n".join(line for query in library() for line in (f"{query.name}: {query.question}", *(f"    {p}" for p in query.parameters)))


def find(what: str) -> Query:
    """A query by its name in the library, by the path of its file, or as its text.

    >>> find("instrument")
    Traceback (most recent call last):
        ...
    kg.errors.BadQuery: no query 'instrument'; the nearest is 'instruments'
    """
    if "{" in what or "\n" in what or len(what.split()) > 1:
        return parse("query", what)
    if what.endswith(".rq"):
        return _read(Path(what))
    known = {query.name: query for query in library()}
    if what not in known:
        near = get_close_matches(what, known, n=1, cutoff=0.3)
        raise BadQuery(f"no query {what!r}; " + (f"the nearest is {near[0]!r}" if near else f"known are {', '.join(known)}"))
    return known[what]


def parse(name: str, text: str) -> Query:
    """Read the head of a query: its question and its parameters."""
    head = [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]
    question = next((line.lstrip("# ") for line in head if not PARAMETER.match(line)), "")
    return Query(name, question, tuple(_parameter(name, line) for line in head if re.match(r"#\s*param\s", line)), text)


def _parameter(query: str, line: str) -> Parameter:
    match = PARAMETER.fullmatch(line)
    if match is None:
        raise BadQuery(f"{query}: {line!r} is not '# param name: type, default, meaning'")
    kind, _, scheme = match[2].partition(" ")
    if kind not in TYPES and (kind != "concept" or scheme not in schemes()):
        raise BadQuery(f"{query}: parameter {match[1]} has the unknown type {match[2]!r}; known are {', '.join(TYPES)}, concept <scheme>")
    name, typed, default, meaning = match.groups()
    return Parameter(name, typed, default.strip('"'), meaning)


def _read(path: Path) -> Query:
    try:
        return parse(path.stem, path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8 text"
        raise BadQuery(f"{path}: {reason}") from error
