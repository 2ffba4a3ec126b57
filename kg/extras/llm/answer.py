"""The shape of an answer: six lists of facts, each fact with its quotation; and how an answer is read.

The codes are those of the ontology. One fact of a wrong shape is left out and counted; an answer that is no such object is an error.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, GetJsonSchemaHandler, TypeAdapter, ValidationError, model_validator
from pydantic_core import CoreSchema, core_schema

from kg.gazetteer import codes
from kg.vocabulary import notations

MOST = 200  # facts of one kind
FENCE = re.compile(r"```(?:json)?[ \t]*\n(.*?)\n?```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Code:
    """One of the ontology's codes of a scheme."""

    scheme: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take nothing but a code of the scheme."""
        return core_schema.literal_schema(list(notations(self.scheme)))

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Write the codes as an enumeration of strings."""
        return {"type": "string", "enum": list(notations(self.scheme))}


def _known(code: str) -> str:
    if code not in codes():
        raise ValueError("no country has this code")
    return code


class Country:
    """An ISO 3166-1 alpha-2 code; 250 of them would make the schema long, so they are checked and not listed."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take nothing but the code of a country."""
        return core_schema.no_info_after_validator_function(_known, core_schema.str_schema())


SHAPE = ConfigDict(
    frozen=True, extra="ignore", json_schema_extra={"additionalProperties": False}, json_schema_serialization_defaults_required=True,
)
JOINT, ONLY_JOINT = "joint_body", ("established", "convened")
Name = Annotated[str, Field(min_length=1, max_length=500)]
Names = Annotated[list[Name], Field(max_length=MOST)]
CountryCode = Annotated[str, Country]
Date = Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")]
Quote = Annotated[str, Field(min_length=1, max_length=5000)]


class Fact(BaseModel):
    """Something that the article says, with the sentence that proves it."""

    model_config = SHAPE
    quote: Quote


class Party(Fact):
    """A country that acts."""

    country: CountryCode


class Organization(Fact):
    """A body that acts."""

    name: Name
    aliases: Names = []
    type: Annotated[str, Code("organization-type")]
    country: CountryCode | None = None


class Person(Fact):
    """Somebody who acts or speaks."""

    name: Name
    aliases: Names = []
    role: Name | None = None
    rank: Annotated[str, Code("rank")] = "other"
    country: CountryCode | None = None
    organization: Name | None = None


class Sector(Fact):
    """A field of cooperation."""

    code: Annotated[str, Code("sector")]


class Instrument(Fact):
    """An agreement or a joint body."""

    type: Annotated[str, Code("instrument-type")]
    name: Name
    parties: list[CountryCode] = []
    status: Annotated[str, Code("status")]
    date: Date | None = None
    sectors: list[Annotated[str, Code("sector")]] = []

    @model_validator(mode="after")
    def _is_possible(self) -> Self:
        """Refuse what the ontology's shapes refuse: a treaty does not convene."""
        if self.status in ONLY_JOINT and self.type != JOINT:
            raise ValueError("only a joint body is established or convened")
        return self


class Event(Fact):
    """Something that happened or is planned between states."""

    type: Annotated[str, Code("event-type")]
    date: Date | None = None
    place: Name | None = None
    parties: list[CountryCode] = []
    people: Names = []


class Answer(BaseModel):
    """Everything that a model says of one article."""

    model_config = SHAPE
    parties: list[Party] = []
    organizations: list[Organization] = []
    people: list[Person] = []
    sectors: list[Sector] = []
    instruments: list[Instrument] = []
    events: list[Event] = []


@dataclass(slots=True)
class Misread(Exception):
    """An answer that cannot be read, and why."""

    why: str

    def __str__(self) -> str:
        """The reason."""
        return self.why


@dataclass(slots=True)
class Read:
    """An answer, and how many of its facts had a wrong shape."""

    answer: Answer
    misshapen: int = 0


@cache
def schema() -> dict[str, Any]:
    """Give the JSON schema of an answer in the dialect that servers enforce: everything required, nothing else allowed.

    >>> sorted(schema()["required"])
    ['events', 'instruments', 'organizations', 'parties', 'people', 'sectors']
    """
    cleaned: dict[str, Any] = _without(Answer.model_json_schema(mode="serialization"))
    return cleaned


def _without(node: Any) -> Any:
    """The schema without what some servers refuse: titles, defaults, lengths, descriptions."""
    if isinstance(node, list):
        return [_without(value) for value in node]
    if not isinstance(node, Mapping):
        return node
    dropped = {"title", "default", "description", "minLength", "maxLength", "maxItems", "pattern"}
    return {k: ({name: _without(v) for name, v in value.items()} if k in ("properties", "$defs") else _without(value))
            for k, value in node.items() if k not in dropped}


def read(content: str) -> Read:
    r"""Read an answer, also one in a fence or between words.

    >>> read('Here it is:\n```json\n{"parties": []}\n```').answer.parties
    []
    >>> read("I cannot do that.")
    Traceback (most recent call last):
        ...
    kg.extras.llm.answer.Misread: it is no JSON
    """
    found = _json(content)
    lists = {name: found.get(name) for name in Answer.model_fields if isinstance(found, dict) and isinstance(found.get(name), list)}
    if not lists:
        raise Misread("it is no object with the six lists")
    kept = {name: [fact for item in items[:MOST] if (fact := _fact(name, item)) is not None] for name, items in lists.items() if items is not None}
    given, taken = sum(len(items or ()) for items in lists.values()), sum(map(len, kept.values()))
    if given and not taken:
        raise Misread("none of its facts has the right shape")
    facts: dict[str, Any] = kept
    return Read(Answer.model_construct(**facts), given - taken)


def _fact(name: str, item: Any) -> Fact | None:
    try:
        return _adapter(name).validate_python(item)
    except ValidationError:
        return None


@cache
def _adapter(name: str) -> TypeAdapter[Fact]:
    return TypeAdapter(Answer.model_fields[name].annotation.__args__[0])  # type: ignore[union-attr]


def _json(content: str) -> Any:
    """The object in an answer: all of it, what stands in a fence, or what stands between the first and the last brace."""
    said = content.rpartition("</think>")[2].strip()  # what a reasoning model thinks aloud before it answers
    fenced = FENCE.search(said)
    for written in (said, fenced[1] if fenced else "", said[said.find("{") : said.rfind("}") + 1]):
        try:
            return json.loads(written)
        except (ValueError, RecursionError):
            continue
    raise Misread("it is empty" if not said else "it is no JSON")
