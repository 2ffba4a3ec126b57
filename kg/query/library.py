"""The library of queries: one `.rq` file each; its first comment line is the question that it answers.

Further comment lines say the question in other languages (``# id: …?``), what kind of thing is asked about (``# about: Instrument``), values
that show it at work (``# example: a=ID b=RU``), and the parameters: ``# param a: country, any, a country that is a party``. In the query a
parameter is written `$a`; left free it is a variable of its own, never the query's `?a`. Each file is SPARQL as it stands.
"""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from kg.errors import BadQuery
from kg.query.parameters import Parameter, check_type
from kg.query.values import values
from kg.vocabulary import LANGUAGES, label

FOLDER = Path(__file__).parent / "library"
ANSWERS = FOLDER / "answers"  # of the examples, one file each, written by .ci/answers.py
MEANINGS = FOLDER / "meanings.toml"  # what a parameter means, in the other languages, by its English words
PARAMETER = re.compile(r"#\s*param\s+(\w+)\s*:\s*([^,]*?)\s*,\s*([^,]*?)\s*,\s*(.*)")
NOTE = re.compile(r"#\s*(\w+):\s+(.*)")
FIRST, TOPIC, EXAMPLE = LANGUAGES[0], "about", "example"
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Query:
    """A query: its name, the question that it answers in each language, its parameters, its text; what it is about, and values that show it at work."""

    name: str
    questions: Mapping[str, str] = field(hash=False)
    parameters: tuple[Parameter, ...] = field(hash=False)
    text: str
    topic: str = "Entity"
    example: Mapping[str, str] = field(default_factory=lambda: NOTHING, hash=False)

    @property
    def question(self) -> str:
        """The question in English."""
        return self.questions.get(FIRST, "")

    def asked(self, lang: str) -> str:
        """The question in a language, in English where it has no other."""
        return self.questions.get(lang, self.question)

    def as_json(self) -> dict[str, Any]:
        """The query as an object for a program that shows it or fills it in; `sparql` as it stands in the file, with `$name` for each parameter."""
        return {
            "name": self.name, "topic": self.topic, "questions": dict(self.questions), "parameters": [p.as_json() for p in self.parameters],
            "example": dict(self.example), "sparql": self.text,
        }


@cache
def library() -> tuple[Query, ...]:
    """The queries that come with the program, by name.

    >>> "instruments" in [query.name for query in library()]
    True
    """
    return tuple(parse(path.stem, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.rq"), key=lambda path: path.stem))


def catalogue() -> dict[str, Any]:
    """The whole library as an object for a program: the queries, the names of their topics, and the values that a parameter of a type can take.

    >>> found = catalogue()
    >>> found["topics"]["Instrument"]["id"], found["values"]["concept status"][0]["labels"]["en"]
    ('instrumen', 'proposed')
    """
    topics = sorted({query.topic for query in library()})
    types = sorted({p.type for query in library() for p in query.parameters})
    return {
        "queries": [query.as_json() for query in library()],
        "topics": {topic: {lang: label(topic, lang) for lang in LANGUAGES} for topic in topics},
        "values": {kind: [value.as_json() for value in known] for kind in types if (known := values(kind))},
    }


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
    r"""Read the head of a query: its question in each language, its parameters, its topic and its example.

    >>> query = parse("q", "# Which articles?\n# id: Artikel mana?\n# example: a=ID\n# param a: country, any, a party\nASK {}")
    >>> query.asked("id"), query.asked("ru"), dict(query.example), query.parameters[0].default
    ('Artikel mana?', 'Which articles?', {'a': 'ID'}, 'any')
    """
    head = [line.strip() for line in text.splitlines() if line.lstrip().startswith("#")]
    first = next((line.lstrip("# ") for line in head if not PARAMETER.match(line)), "")
    notes = {match[1]: match[2].strip() for line in head if (match := NOTE.fullmatch(line))}
    questions = {FIRST: first} | {lang: notes[lang] for lang in LANGUAGES if lang in notes}
    parameters = tuple(_parameter(name, line) for line in head if re.match(r"#\s*param\s", line))
    return Query(name, questions, parameters, text, notes.get(TOPIC, "Entity"), _example(notes.get(EXAMPLE, "")))


def _example(written: str) -> dict[str, str]:
    """The values of an example: `a=ID name="Budi Santosa"`."""
    pairs = (word.partition("=") for word in shlex.split(written))
    return {name: value for name, _, value in pairs}


def _parameter(query: str, line: str) -> Parameter:
    match = PARAMETER.fullmatch(line)
    if match is None:
        raise BadQuery(f"{query}: {line!r} is not '# param name: type, default, meaning'")
    name, typed, default, meaning = match.groups()
    check_type(typed, f"{query}: parameter {name}")
    return Parameter(name, typed, default.strip('"'), meaning, {FIRST: meaning} | _meanings().get(meaning, {}))


@cache
def _meanings() -> dict[str, dict[str, str]]:
    return tomllib.loads(MEANINGS.read_text("utf-8"))


def _read(path: Path) -> Query:
    try:
        return parse(path.stem, path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "is not UTF-8 text"
        raise BadQuery(f"{path}: {reason}") from error
