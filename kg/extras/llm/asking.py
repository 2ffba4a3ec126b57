"""From an article to an answer: the strictest form that the server knows, one correction, then a clear error."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from kg.extras.llm import answer, prompt
from kg.extras.llm.server import Fault, Refused, Server
from kg.reading import Reading

OPTIONAL = ("seed", "temperature", "max_tokens")  # what some servers or models do not take
LONGEST_ANSWER = 8192  # tokens


@dataclass(slots=True)
class Asking:
    """A conversation with one server; what it turned out not to take is not tried again with the next article."""

    server: Server
    longest: int = LONGEST_ANSWER
    left_out: set[str] = field(default_factory=set)
    form: int = 0

    def ask(self, reading: Reading) -> answer.Read:
        """Ask about one article; an answer that cannot be read is asked for once more, with the reason."""
        asked = prompt.messages(reading)
        try:
            return answer.read(self._said(asked))
        except answer.Misread as misread:
            first = str(misread)
        try:
            return answer.read(self._said(prompt.corrected(asked, first), spelled=True))
        except answer.Misread as misread:
            raise Fault(f"gives an answer that cannot be read: {misread}") from misread

    def _said(self, asked: list[prompt.Message], *, spelled: bool = False) -> str:
        """The words of an answer; `spelled` puts the schema into the question even where the server is to enforce it."""
        return content(self._answered(asked, spelled))

    def _answered(self, asked: list[prompt.Message], spelled: bool) -> dict[str, Any]:
        """Go down the forms from the one that worked last: a schema that is enforced, any JSON object, plain text."""
        for form in range(self.form, len(FORMS)):
            try:
                found = self._tried(asked, form, spelled)
            except Refused:
                if form + 1 == len(FORMS):
                    raise
            else:
                self.form = form
                return found
        raise AssertionError("the last form either answers or raises")

    def _tried(self, asked: list[prompt.Message], form: int, spelled: bool) -> dict[str, Any]:
        """Ask in one form; a parameter that the server complains of by name is left out."""
        while True:
            body = self._body(asked, form, spelled)
            try:
                return self.server.ask(body)
            except Refused as refused:
                named = next((name for name in OPTIONAL if name in body and name in str(refused)), None)
                if named is None:
                    raise
                self.left_out.add(named)

    def _body(self, asked: list[prompt.Message], form: int, spelled: bool) -> dict[str, Any]:
        said = prompt.with_schema(asked, answer.schema()) if form or spelled else asked
        parameters = {"temperature": 0, "seed": 0, "max_tokens": self.longest}
        kept = {name: value for name, value in parameters.items() if name not in self.left_out}
        return {"model": self.server.model, "messages": said, "stream": False, **kept, **FORMS[form]}


FORMS: tuple[dict[str, Any], ...] = (
    {"response_format": {"type": "json_schema", "json_schema": {"name": "facts", "strict": True, "schema": answer.schema()}}},
    {"response_format": {"type": "json_object"}},
    {},
)


def content(answered: dict[str, Any]) -> str:
    """Give the words of an answer; one that was cut off or refused is an error, because half a list is no list.

    >>> content({"choices": [{"finish_reason": "stop", "message": {"content": "{}"}}]})
    '{}'
    """
    choices = answered.get("choices")
    choice = choices[0] if isinstance(choices, list) and choices else None
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(choice, dict) or not isinstance(message, dict):
        raise Fault("answers in no form that is known: it has no choices")
    if choice.get("finish_reason") == "length":
        raise Fault("gives an answer that is cut off (--set max_tokens=NUMBER)")
    if message.get("refusal") or choice.get("finish_reason") == "content_filter":
        raise Fault("refuses to answer")
    said = message.get("content")
    if said is not None and not isinstance(said, str):
        raise Fault("answers in no form that is known: its content is no text")
    return said or ""
