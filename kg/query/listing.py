"""The library as text for a person: what can be asked, in one of the languages, and one query with its parameters and an example."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator
from itertools import groupby

from kg.query.library import ANSWERS, Query, library
from kg.query.parameters import ANY, REQUIRED, Parameter
from kg.query.values import values
from kg.vocabulary import LANGUAGES, label

INDENT, NAMED, LEAST_WIDTH = "  ", 22, 40
FEW = 24  # values that are listed; of countries and sectors there are more
WIDE = (100, 24)


def overview(lang: str = LANGUAGES[0], width: int | None = None) -> str:
    """The queries by what they are about, each with its question and the names of its parameters.

    >>> print(overview("id", 80)[:17])
    artikel
      article
    """
    room = max(width or shutil.get_terminal_size(WIDE).columns, LEAST_WIDTH)
    queries = sorted(library(), key=lambda query: (query.topic, query.name))
    grouped = ((label(topic, lang), list(group)) for topic, group in groupby(queries, key=lambda query: query.topic))
    return "".join(f"{line}\n" for topic, group in grouped for line in (topic, *(part for query in group for part in _brief(query, lang, room))))


def _brief(query: Query, lang: str, width: int) -> Iterator[str]:
    """A query's name beside its question."""
    begin = (INDENT + query.name).ljust(NAMED + len(INDENT)) + INDENT
    yield from textwrap.wrap(query.asked(lang), width, initial_indent=begin, subsequent_indent=" " * len(begin), break_on_hyphens=False)
    if query.parameters:
        given = " ".join(f"{p.name}*" if p.default == REQUIRED else p.name for p in query.parameters)
        yield " " * len(begin) + f"[{given}]"


def details(query: Query, lang: str = LANGUAGES[0], width: int | None = None) -> str:
    """One query: its question, each parameter with its type, default and meaning, the values that it can take, and an example with its answer."""
    room = max(width or shutil.get_terminal_size(WIDE).columns, LEAST_WIDTH)
    given = [line for p in query.parameters for line in _parameter(p, lang, room)]
    return "\n".join([*textwrap.wrap(f"{query.name}: {query.asked(lang)}", room), *given, "", command(query), *_answer(query)]) + "\n"


def command(query: Query) -> str:
    """How the example of a query is asked for."""
    return " ".join(["kg query", query.name, *(f"--param {name}={_quoted(value)}" for name, value in query.example.items())])


def _quoted(value: str) -> str:
    return f'"{value}"' if " " in value else value


def _parameter(parameter: Parameter, lang: str, width: int) -> Iterator[str]:
    default = parameter.default if parameter.default in {ANY, REQUIRED} else f'"{parameter.default}"'
    begin = INDENT + f"{parameter.name} ".ljust(12)
    yield from textwrap.wrap(f"{parameter.means(lang)} ({parameter.type}; {default})", width, initial_indent=begin, subsequent_indent=" " * len(begin))
    known = values(parameter.type)
    if known and len(known) <= FEW:
        listed = ", ".join(value.value for value in known)
        yield from textwrap.wrap(listed, width, initial_indent=" " * len(begin), subsequent_indent=" " * len(begin), break_on_hyphens=False)


def _answer(query: Query) -> Iterator[str]:
    """The answer of the example, as it is kept beside the query."""
    path = ANSWERS / f"{query.name}.txt"
    if path.exists():
        yield from ("", path.read_text("utf-8").rstrip())
