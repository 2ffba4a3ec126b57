"""What the model is asked: the rules of `prompt.txt`, the codes of the ontology, and the article as data."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib.resources import files
from typing import Any

from kg.errors import ExtractorError
from kg.model import digest
from kg.reading import Reading
from kg.vocabulary import concept, definition, notations

LONGEST = 60_000  # characters of an article; a longer one is no report
MOST_WORDS = 6  # of a place
Message = dict[str, str]


@cache
def rules() -> str:
    """Give the rules with every code that an answer may hold, so that prompt and ontology never differ.

    >>> "signed: " in rules(), "{" in rules().split("Codes of rank:")[1]
    (True, False)
    """
    text = (files("kg.extras.llm") / "prompt.txt").read_text("utf-8")
    return re.sub(r"^\{([a-z-]+)\}$", lambda scheme: _codes(scheme[1]), text, flags=re.MULTILINE)


def _codes(scheme: str) -> str:
    return "\n".join(f"{code}: {definition(concept(scheme, code))}" for code in notations(scheme))


def messages(reading: Reading) -> list[Message]:
    """Give the conversation: the rules, then the article between marks that its own text cannot contain."""
    article = reading.article
    body = _body(reading)
    if len(body) > LONGEST:
        raise ExtractorError(f"{article.id}: {len(body)} characters are too many for the llm (at most {LONGEST})")
    mark = digest("article", article.text)
    known = {"Language": article.lang, "Published": article.published or "unknown", "Sent from": _plain(article.dateline)}
    head = "\n".join(f"{name}: {value}" for name, value in known.items() if value)
    return [{"role": "system", "content": rules()}, {"role": "user", "content": f"{head}\n<article {mark}>\n{body}\n</article {mark}>"}]


def _plain(line: str | None) -> str:
    """A line of the article that stands outside its marks: a few words and nothing else."""
    return " ".join(re.findall(r"\w+", line or "")[:MOST_WORDS])


def _body(reading: Reading) -> str:
    """The article's sentences in their paragraphs; noise is not shown, so that nobody can quote it."""
    paragraphs: dict[int, list[str]] = {}
    for sentence in reading.sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(reading.text(sentence.start, sentence.end))
    return "\n\n".join(" ".join(said) for said in paragraphs.values())


def with_schema(asked: list[Message], schema: dict[str, Any]) -> list[Message]:
    """Put the schema into words, for a server that does not enforce it."""
    order = f"The JSON object must match this schema:\n{json.dumps(schema, separators=(',', ':'))}"
    return [{"role": "system", "content": f"{asked[0]['content']}\n{order}"}, *asked[1:]]


def corrected(asked: list[Message], complaint: str) -> list[Message]:
    """Ask once more after an answer that could not be read; what it said is not repeated."""
    return [*asked, {"role": "user", "content": f"Your answer could not be read: {complaint}. Answer again, with the one JSON object and nothing else."}]
