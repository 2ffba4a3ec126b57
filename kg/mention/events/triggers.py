"""The words that report an event, from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.languages import Language
from kg.matching import starts
from kg.mention.events.clause import stands_before, word
from kg.mention.events.objects import has_object, is_of_a_crowd, is_of_a_law
from kg.model import Sentence
from kg.reading import Reading

FORMS = ("act", "name")
QUOTED = 2  # tokens
SUBJECTS = frozenset({"project", "training", "exercise"})  # what documents are about
STANDING = frozenset({"joint_body", "partnership", "contract"})  # a contract to build something tells of the project
OBJECTS = {
    "receive": "meeting", "greet": "meeting", "discuss": "meeting", "speak": "call", "handover": "aid", "arrive": "aid", "begin": "project", "celebrate": "other",
    "restore": "other", "come": "visit", "due": "visit"}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger: its half-open range of tokens, the type of the event, and how strong it is."""

    first: int
    last: int
    type: str
    form: str


def triggers(reading: Reading, sentence: Sentence) -> Iterator[Trigger]:
    """Give the triggers of a sentence from left to right, the longest at each place."""
    past, excluded = 0, reading.language.phrases("events", "hidden")
    for position in starts(sentence.tokens, excluded, *(reading.language.phrases("events", table) for table in (*FORMS, "object"))):
        if position < past:
            continue
        hidden = excluded.at(sentence.tokens, position)
        trigger = _at(reading, sentence, position)
        if hidden and (trigger is None or hidden.last >= trigger.last):
            past = hidden.last
        elif trigger:
            named = _is_in_a_name(reading, sentence, trigger) or _is_in_a_document(reading, sentence, trigger)
            if not named and not is_of_a_crowd(reading, sentence, trigger.type, trigger.first, trigger.last):
                yield trigger
            past = trigger.last


def _is_in_a_name(reading: Reading, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is a part of a name: "Deputy Minister for Trade Negotiations", "Negev Forum"."""
    if trigger.form != "name":
        return False
    if trigger.type == "conference" and stands_before(reading.language, sentence, "aside", trigger.first):
        return True  # "met on the sidelines of the summit" tells of the meeting
    start, end = sentence.tokens[trigger.first].start, sentence.tokens[trigger.last - 1].end
    return any(m.start <= start and end <= m.end for m in reading.mentions("organization", "post", within=sentence))


def _is_in_a_document(reading: Reading, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a document's name only says what it is about: "an agreement on joint exercises", "nota kesepahaman mengenai produksi bersama"."""
    start, end = sentence.tokens[trigger.first].start, sentence.tokens[trigger.last - 1].end
    near = sentence.tokens[max(0, trigger.first - QUOTED) : trigger.first]
    money = () if any(t.norm == '"' for t in near) else ("financing",)  # a loan for a project tells of it, a grant for "The Project for …" does not
    documents = (m for m in reading.mentions("instrument", within=sentence) if m.value not in (*STANDING, *money))
    return trigger.type in SUBJECTS and any(m.start < start and end <= m.end for m in documents)


def _at(reading: Reading, sentence: Sentence, position: int) -> Trigger | None:
    words = ((form, reading.language.phrases("events", form).at(sentence.tokens, position)) for form in FORMS)
    found = [Trigger(match.first, match.last, match.value, form) for form, match in words if match and not is_of_a_law(reading, sentence, match)]
    verbs = reading.language.phrases("events", "object").all_at(sentence.tokens, position)
    found.extend(Trigger(m.first, m.last, OBJECTS[m.value], "greeting" if m.value == "greet" else "object") for m in verbs if has_object(reading, sentence, m))
    return max(found, key=lambda t: (t.last, t.type == "aid"), default=None)  # what arrives with a load is no visitor


def without_asides(language: Language, sentence: Sentence, found: Sequence[Trigger]) -> Sequence[Trigger]:
    """Leave out the margins on which something else happens that the sentence tells: "signed a memorandum on the sidelines of the summit"."""
    asides = [t for t in found if word(language, sentence, "aside", "before", t.first)]
    return [t for t in found if t not in asides] if any(t.form != "name" for t in found if t not in asides) else found
