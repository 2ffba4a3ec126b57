"""The object that makes a verb an event: a guest who is received, goods that are handed over, works that begin."""

from __future__ import annotations

from collections.abc import Sequence

from kg.languages import Language
from kg.matching import Match
from kg.mention.events.clause import AFTER, STOPS, word
from kg.model import Mention, Sentence, Token
from kg.reading import Reading

NOUNS = {"handover": "gift", "arrive": "gift", "begin": "works", "celebrate": "anniversary", "restore": "restored", "come": "visitor"}  # needed beside the verb
RECEIVED, GIVEN = 5, 10  # tokens from the verb to its object
WORKS, VISIT = "works", "visit"
COUNTED = 2  # "received 24 technicians" is no meeting
PARTNER, NEARBY = 8, 3  # tokens from the noun or the verb to "with"
LONG_NAME = 20  # tokens


def has_object(reading: Reading, sentence: Sentence, verb: Match[str]) -> bool:
    """Whether a verb has the object that makes it an event: a guest, goods, works."""
    if verb.value in ("receive", "greet", "speak"):
        return _has_guest(reading, sentence, verb.last)
    if verb.value == "due":
        before = sentence.tokens[max(0, verb.first - AFTER) : verb.first]
        return _has_official(reading, sentence, before) or has_noun(reading.language, sentence, "visitor", verb.first - AFTER, verb.first)
    if verb.value == "discuss":
        return is_with_somebody(reading, sentence, verb.last, NEARBY)
    return has_noun(reading.language, sentence, NOUNS[verb.value], verb.last, verb.last + GIVEN) or has_noun(
        reading.language, sentence, NOUNS[verb.value], verb.first - AFTER, verb.first)


def _has_guest(reading: Reading, sentence: Sentence, first: int) -> bool:
    """Whether somebody stands right behind a verb: a person, an office, a delegation."""
    tokens = sentence.tokens[first : first + RECEIVED]
    if not tokens or any(t.text[0].isdigit() for t in tokens[:COUNTED]):
        return False
    people = reading.mentions("person", "post", "organization", within=sentence)
    things = reading.mentions("instrument", within=sentence)
    guests = [m for m in people if m.start >= tokens[0].start]
    guest = min((m.start for m in guests), default=tokens[-1].end)
    named = guest < tokens[-1].end and not any(tokens[0].start <= m.start < guest for m in things) and not _owns(reading, sentence, first, guests)
    return named or has_noun(reading.language, sentence, "visitor", first, first + RECEIVED)


def _owns(reading: Reading, sentence: Sentence, first: int, guests: Sequence[Mention]) -> bool:
    """Whether something of theirs is meant: "welcomed Prime Minister Mori's words"."""
    end = guests[0].start
    for guest in guests:
        end = max(end, guest.end) if guest.start <= end + 1 else end
    behind = next((i for i in range(first, min(first + LONG_NAME, len(sentence.tokens))) if sentence.tokens[i].start >= end), None)
    return behind is not None and word(reading.language, sentence, "owner", "after", behind) is not None


def is_with_somebody(reading: Reading, sentence: Sentence, last: int, reach: int = PARTNER) -> bool:
    """Whether somebody stands behind a word for "with" not far after a verb or noun."""
    for i in range(last, min(last + reach, len(sentence.tokens) - 1)):
        if sentence.tokens[i].norm in STOPS:
            return False
        if word(reading.language, sentence, "between", "after", i):
            near = sentence.tokens[min(i + RECEIVED, len(sentence.tokens) - 1)].end
            return any(sentence.tokens[i].end <= m.start < near for m in reading.mentions("person", "post", within=sentence))
    return False


def is_of_a_law(reading: Reading, sentence: Sentence, verb: Match[str]) -> bool:
    """Whether what is signed is a law of one's own: "signed an executive order"."""
    if verb.value != "signing" or not has_noun(reading.language, sentence, "law", verb.last, verb.last + AFTER):
        return False
    end = sentence.tokens[min(verb.last + AFTER, len(sentence.tokens)) - 1].end
    return not any(sentence.tokens[verb.first].start <= m.start < end for m in reading.mentions("instrument", within=sentence))


def is_of_a_crowd(reading: Reading, sentence: Sentence, type_: str, first: int, last: int) -> bool:
    """Whether tourists come, and nobody who stands for a state: "1,9 juta wisatawan datang ke", «посетили 1,9 млн туристов»."""
    if type_ != VISIT:
        return False
    crowds = reading.language.phrases("events", "crowd")
    found = [m for i in crowds.starts(sentence.tokens) if first - AFTER <= i < last + AFTER for m in crowds.all_at(sentence.tokens, i)]
    units = {m.last for m in found if m.value == "unit"}
    for m in (m for m in found if m.value == "it"):
        between = sentence.tokens[m.last : first] if m.last <= first else sentence.tokens[last : m.first]
        counted = m.last <= first or any(i in units or sentence.tokens[i - 1].text[0].isdigit() for i in range(max(last + 1, m.first - 1), m.first + 1))
        if counted and not any(t.norm in STOPS for t in between) and not _has_official(reading, sentence, between):
            return True
    return False


def _has_official(reading: Reading, sentence: Sentence, tokens: Sequence[Token]) -> bool:
    return bool(tokens) and any(tokens[0].start <= m.start <= tokens[-1].start for m in reading.mentions("person", "post", within=sentence))


def has_noun(language: Language, sentence: Sentence, noun: str, first: int, last: int) -> bool:
    """Whether a noun of this group begins in a range of tokens; works at which something else is opened are only its place."""
    nouns, tokens = language.phrases("events", "noun"), sentence.tokens
    return any(m.value == noun and not (noun == WORKS and _is_place(language, sentence, i)) for i in nouns.starts(tokens) if first <= i < last
               for m in nouns.all_at(tokens, i))


def _is_place(language: Language, sentence: Sentence, position: int) -> bool:
    """Whether a preposition of place stands right before a noun: "opened the forum at the museum"."""
    here = language.phrases("places", "locative")
    near = (here.at(sentence.tokens, i) for i in range(max(0, position - 2), position))
    return any(m is not None and m.value == "at" and m.last >= position - 1 for m in near)
