"""What can come next in a question that is being written: names of queries, parameters and their values, terms, variables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from kg import vocabulary
from kg.query.library import library
from kg.query.parameters import Parameter
from kg.query.terms import terms
from kg.query.values import values
from kg.vocabulary import LANGUAGES, NAMESPACE

WORD = re.compile(r"[\w:.\-?$\\]*\Z")
GIVEN = re.compile(r'(?:\w+="[^"]*|\S*)\Z')  # the last parameter; in quotation marks it may hold spaces
MANY = 50  # names that are offered at once
VARIABLE = re.compile(r"[?$]\w+")
FORMS = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
KEYWORDS = (*FORMS, "DISTINCT", "WHERE", "OPTIONAL", "FILTER", "GRAPH", "UNION", "BIND", "VALUES", "EXISTS", "GROUP BY", "ORDER BY", "DESC", "COUNT", "LIMIT", "OFFSET")
Names = Callable[[], Iterable[str]]


class Suggestion(NamedTuple):
    """What can be written in the place of the last so many characters, and what it means."""

    text: str
    instead: int
    meaning: str = ""


def parameters(name: str, written: str, lang: str = LANGUAGES[0], names: Names = tuple) -> Iterator[Suggestion]:
    """What can be given to a query: the names of its parameters, and after `=` the values that one can take, by code or by name.

    >>> [s.text for s in parameters("instruments", "s")], [s.text for s in parameters("instruments", "a=russ")]
    (['status=', 'sector=', 'since='], ['a=RU'])
    """
    query = next((query for query in library() if query.name == name), None)
    begun, sign, value = written.partition("=")
    for parameter in query.parameters if query else ():
        if not sign and parameter.name.startswith(begun):
            yield Suggestion(f"{parameter.name}=", len(written), parameter.means(lang))
        elif sign and parameter.name == begun:
            yield from (Suggestion(f"{begun}={found.text}", len(written), found.meaning) for found in _values(parameter, value, lang, names))


def _values(parameter: Parameter, written: str, lang: str, names: Names) -> Iterator[Suggestion]:
    begun = written.removeprefix('"').casefold()
    if parameter.kind:
        called = (name for name in names() if name.casefold().startswith(begun) and '"' not in name)
        yield from (Suggestion(f'"{name}"' if " " in name else name, len(written)) for name in islice(called, MANY))
    for known in values(parameter.type):
        spelled = [known.value.casefold(), *(label.casefold() for label in known.labels.values())]
        if any(name.startswith(begun) for name in spelled):
            yield Suggestion(known.value, len(written), known.labels.get(lang, ""))


def queries(written: str, lang: str = LANGUAGES[0]) -> Iterator[Suggestion]:
    """The queries of the library whose names begin so, each with its question.

    >>> [s.text for s in queries("instr")]
    ['instruments', 'instruments-by-status', 'instruments-proposed']
    """
    yield from (Suggestion(query.name, len(written), query.asked(lang)) for query in library() if query.name.startswith(written))


def question(written: str, lang: str = LANGUAGES[0], names: Names = tuple) -> Iterator[Suggestion]:
    """What can come next in a question: at its beginning a query or a form of SPARQL, after a query's name its parameters, in SPARQL terms and variables.

    `names` gives the names of things, for parameters that are things.

    >>> [s.text for s in question("inst")][:1], [s.text for s in question("SELECT ?x { ?x kg:spea")]
    (['instruments'], ['kg:speaker'])
    """
    name, _, rest = written.lstrip().partition(" ")
    if "{" not in written and any(query.name == name for query in library()) and written.lstrip() != name:
        given = GIVEN.search(rest)
        yield from parameters(name, given.group() if given else "", lang, names)
    elif written.strip() == name and "{" not in name:
        yield from queries(name, lang)
        yield from (Suggestion(form, len(name)) for form in FORMS if name and form.startswith(name.upper()))
    else:
        yield from _sparql(written, lang)


def _sparql(written: str, lang: str) -> Iterator[Suggestion]:
    """Terms, variables of the query, and keywords that begin like the last word."""
    match = WORD.search(written)
    word = match.group() if match else ""
    if word[:1] in {"?", "$"}:
        found = dict.fromkeys(VARIABLE.findall(written[: len(written) - len(word)]))
        yield from (Suggestion(variable, len(word)) for variable in found if variable.startswith(word))
    elif ":" in word:
        yield from _terms(terms(), word, lang)
    elif word:
        yield from (Suggestion(keyword, len(word)) for keyword in KEYWORDS if keyword.startswith(word.upper()))
        yield from (Suggestion(f"{prefix}:", len(word)) for prefix in dict.fromkeys(term.partition(":")[0] for term in terms()) if prefix.startswith(word))


def _terms(known: Mapping[str, str], word: str, lang: str) -> Iterator[Suggestion]:
    begun = word.casefold()
    for term, iri in known.items():
        if term.casefold().startswith(begun):
            yield Suggestion(term, len(word), vocabulary.definition(iri, lang) if iri.startswith(NAMESPACE) else "")
