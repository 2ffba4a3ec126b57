"""Finds the words that report an event: a meeting, a visit, a signing, a delivery of aid.

A mention spans the trigger; its value is the type. Attributes: `form` says how strong the trigger is (`act`: a verb or phrase that
reports the event; `name`: a noun for it; `object`: a verb that reports it together with its object; `greeting`: one that only says who is
welcomed); `negated`, `hoped`, `invited`
say that the clause denies it, only wishes for it, only invites to it; `adnominal` that a relative clause mentions it by the way;
`future` that it is still to come; `again` that it was told before; `earlier` that it was before what the story is about;
`talk` that its noun may mean a call as well as a meeting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.dates import FUTURE, Line, tense_of
from kg.languages import Language
from kg.matching import Match, starts
from kg.model import Mention, Sentence
from kg.reading import Reading

FORMS = ("act", "name")
OBJECTS = {
    "receive": "meeting", "greet": "meeting", "discuss": "meeting", "speak": "call", "handover": "aid", "begin": "project", "celebrate": "other",
    "restore": "other", "come": "visit"}
NOUNS = {"handover": "gift", "begin": "works", "celebrate": "anniversary", "restore": "restored", "come": "visitor"}  # what the verb needs behind it or before it
RECEIVED, GIVEN = 5, 10  # tokens from the verb to its object
REACH = {"not": 3, "hope": 9, "invite": 10, "relative": 3, "aside": 8, "earlier": 8, "light": 5}
AFTER = 7
AUXILIARY = 3  # tokens
AGAIN = 2  # tokens
COUNTED = 2  # "received 24 technicians" is no meeting
TOGETHER = frozenset({"meeting", "call"})
PARTNER, NEARBY = 8, 3  # tokens from the noun or the verb to "with"
SAID = 5  # tokens
LONG_NAME = 20  # tokens
CARRIED = 4  # tokens from the noun to its verb
ENDS = ';:".!?(),'
STOPS = ';:".!?()'


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger: its half-open range of tokens, the type of the event, and how strong it is."""

    first: int
    last: int
    type: str
    form: str


def find(reading: Reading) -> Iterator[Mention]:
    """Give the words of the article that report an event."""
    for sentence in reading.sentences:
        if found := _without_asides(reading.language, sentence, list(triggers(reading, sentence))):
            line = Line(sentence.tokens, reading.language)
            for trigger in found:
                yield _mention(reading, sentence, trigger, line)


def _without_asides(language: Language, sentence: Sentence, found: Sequence[Trigger]) -> Sequence[Trigger]:
    """Leave out the margins on which something else happens that the sentence tells: "signed a memorandum on the sidelines of the summit"."""
    asides = [t for t in found if _word(language, sentence, "aside", "before", t.first)]
    return [t for t in found if t not in asides] if any(t.form != "name" for t in found if t not in asides) else found


def _mention(reading: Reading, sentence: Sentence, trigger: Trigger, line: Line) -> Mention:
    start, end, language = sentence.tokens[trigger.first].start, sentence.tokens[trigger.last - 1].end, reading.language
    future = {"future": "true"} if _is_to_come(line, trigger) else {}
    by_the_way = {"adnominal": "true"} if _is_participle(reading, sentence, trigger) else {}
    talk = {"talk": "true"} if any(_word(language, sentence, "talk", "it", i) for i in range(trigger.first, trigger.last)) else {}
    again = {"again": "true"} if _is_told_again(language, sentence, trigger) else {}
    is_told = trigger.form == "name" and (_is_carried(language, sentence, trigger) or _names_a_partner(reading, sentence, trigger))
    form = "act" if is_told else trigger.form
    attributes = {"form": form, **modality(language, sentence, trigger), **by_the_way, **future, **again, **talk}
    return Mention("event", start, end, trigger.type, sentence.index, f"event.{form}", attributes=attributes)


def _is_carried(language: Language, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a verb that says little but that it happened carries a noun: "held in-depth talks", "pertemuan itu berlangsung"."""
    near = _is_near(language, sentence, "light", trigger.last, trigger.last + CARRIED)
    after = range(trigger.last, min(trigger.last + CARRIED, len(sentence.tokens))) if near else ()
    return _stands_before(language, sentence, "light", trigger.first) or any(
        _word(language, sentence, "light", "after", i) for i in after if not any(t.norm in ENDS for t in sentence.tokens[trigger.last : i]))


def _names_a_partner(reading: Reading, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun names whom one meets: "pertemuan Menlu dengan Menteri Mori"."""
    return trigger.type in TOGETHER and _is_with_somebody(reading, sentence, trigger)


def _is_with_somebody(reading: Reading, sentence: Sentence, trigger: Trigger | Match[str], reach: int = PARTNER) -> bool:
    """Whether somebody stands behind a word for "with" not far after a verb or noun."""
    for i in range(trigger.last, min(trigger.last + reach, len(sentence.tokens) - 1)):
        if sentence.tokens[i].norm in STOPS:
            return False
        if _word(reading.language, sentence, "between", "after", i):
            near = sentence.tokens[min(i + RECEIVED, len(sentence.tokens) - 1)].end
            return any(sentence.tokens[i].end <= m.start < near for m in reading.mentions("person", "post", within=sentence))
    return False


def _is_told_again(language: Language, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a word beside it or at its end points back to it: "this meeting", "dalam pertemuan tersebut"."""
    if any(_word(language, sentence, "again", "after", i) for i in (trigger.last - 1, trigger.last)):
        return True
    before = (_word(language, sentence, "again", "before", i) for i in range(max(0, trigger.first - AGAIN), trigger.first + 1))
    return any(word is not None and trigger.first in (word.first, word.last) for word in before)


def _is_to_come(line: Line, trigger: Trigger) -> bool:
    """Whether the event is still to come; a participle has the tense of its auxiliary: "will be signed", «будет подписан»."""
    for i in range(trigger.first - 1, max(-1, trigger.first - 1 - AUXILIARY), -1):
        if line.tokens[i].norm in STOPS or line.is_past(i):
            break
        if line.label(i, "future"):
            return True
    return tense_of(line, trigger.first, trigger.last) == FUTURE


def _is_participle(reading: Reading, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a participle only says which document is meant: "the agreement signed in 2006", «соглашение, подписанное в мае»."""
    kind = _word(reading.language, sentence, "relative", "self", trigger.first)
    if kind is not None or sentence.is_title:
        return kind is not None
    before = trigger.first - (1 if trigger.first and sentence.tokens[trigger.first - 1].norm == "," else 0)
    after_a_name = any(m.end == sentence.tokens[before - 1].end for m in reading.mentions("instrument", within=sentence)) if before else False
    return after_a_name and _word(reading.language, sentence, "relative", "after_name", trigger.first) is not None


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
            if not _is_in_a_name(reading, sentence, trigger):
                yield trigger
            past = trigger.last


def _is_in_a_name(reading: Reading, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun is a part of a name: "Deputy Minister for Trade Negotiations", "Negev Forum"."""
    if trigger.form != "name":
        return False
    if trigger.type == "conference" and _stands_before(reading.language, sentence, "aside", trigger.first):
        return True  # "met on the sidelines of the summit" tells of the meeting
    start, end = sentence.tokens[trigger.first].start, sentence.tokens[trigger.last - 1].end
    return any(m.start <= start and end <= m.end for m in reading.mentions("organization", "post", within=sentence))


def _at(reading: Reading, sentence: Sentence, position: int) -> Trigger | None:
    words = ((form, reading.language.phrases("events", form).at(sentence.tokens, position)) for form in FORMS)
    found = [Trigger(match.first, match.last, match.value, form) for form, match in words if match and not _is_of_a_law(reading, sentence, match)]
    verbs = reading.language.phrases("events", "object").all_at(sentence.tokens, position)
    found.extend(Trigger(m.first, m.last, OBJECTS[m.value], "greeting" if m.value == "greet" else "object") for m in verbs if _has_object(reading, sentence, m))
    return max(found, key=lambda t: t.last, default=None)


def _is_of_a_law(reading: Reading, sentence: Sentence, verb: Match[str]) -> bool:
    """Whether what is signed is a law of one's own: "signed an executive order"."""
    if verb.value != "signing" or not _has_noun(reading.language, sentence, "law", verb.last, verb.last + AFTER):
        return False
    end = sentence.tokens[min(verb.last + AFTER, len(sentence.tokens)) - 1].end
    return not any(sentence.tokens[verb.first].start <= m.start < end for m in reading.mentions("instrument", within=sentence))


def _has_object(reading: Reading, sentence: Sentence, verb: Match[str]) -> bool:
    """Whether a verb has the object that makes it an event: a guest, goods, works."""
    if verb.value in ("receive", "greet", "speak"):
        return _has_guest(reading, sentence, verb.last)
    if verb.value == "discuss":
        return _is_with_somebody(reading, sentence, verb, NEARBY)
    return _has_noun(reading.language, sentence, NOUNS[verb.value], verb.last, verb.last + GIVEN) or _has_noun(
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
    return named or _has_noun(reading.language, sentence, "visitor", first, first + RECEIVED)


def _owns(reading: Reading, sentence: Sentence, first: int, guests: Sequence[Mention]) -> bool:
    """Whether something of theirs is meant: "welcomed Prime Minister Mori's words"."""
    end = guests[0].start
    for guest in guests:
        end = max(end, guest.end) if guest.start <= end + 1 else end
    behind = next((i for i in range(first, min(first + LONG_NAME, len(sentence.tokens))) if sentence.tokens[i].start >= end), None)
    return behind is not None and _word(reading.language, sentence, "owner", "after", behind) is not None


def _has_noun(language: Language, sentence: Sentence, noun: str, first: int, last: int) -> bool:
    nouns = language.phrases("events", "noun")
    return any(m.value == noun for i in nouns.starts(sentence.tokens) if first <= i < last for m in nouns.all_at(sentence.tokens, i))


def modality(language: Language, sentence: Sentence, trigger: Trigger) -> dict[str, str]:
    """Say what the clause does to the event: denies it, hopes for it, invites to it, or mentions it by the way."""
    names = {"not": "negated", "hope": "hoped", "invite": "invited", "relative": "adnominal", "earlier": "earlier"}
    found = {name: "true" for table, name in names.items() if _stands_before(language, sentence, table, trigger.first)}
    for table in ("not", "earlier"):
        if _is_near(language, sentence, table, trigger.last, trigger.last + AFTER) and any(_word(language, sentence, table, "after", i) for i in _clause_after(sentence, trigger.last)):
            found[names[table]] = "true"
    return found


def _stands_before(language: Language, sentence: Sentence, table: str, first: int) -> bool:
    """Whether a word of a table stands before the trigger, within its reach and the clause."""
    if not _is_near(language, sentence, table, first - REACH[table], first):
        return False
    for i in range(first - 1, max(-1, first - 1 - REACH[table]), -1):
        if sentence.tokens[i].norm in STOPS or (table == "not" and sentence.tokens[i].norm == ","):
            return False
        if (match := _word(language, sentence, table, "before", i)) and match.last <= first:
            return not _is_reported(language, sentence, table, i)
    return False


def _is_reported(language: Language, sentence: Sentence, table: str, i: int) -> bool:
    """Whether a word begins what somebody says: "said on Monday that they will meet"."""
    if _word(language, sentence, table, "reported", i) is None:
        return False
    verbs = language.phrases("speech", "verb")
    return any(verbs.at(sentence.tokens, k) is not None for k in range(max(0, i - SAID), i))


def _clause_after(sentence: Sentence, last: int) -> Iterator[int]:
    for i in range(last, min(last + AFTER, len(sentence.tokens))):
        if sentence.tokens[i].norm in STOPS or sentence.tokens[i].norm == ",":
            return
        yield i


def _is_near(language: Language, sentence: Sentence, table: str, first: int, last: int) -> bool:
    """Whether a phrase of a table may begin in a range of tokens: it seldom does, so that the rest is seldom looked at."""
    return any(first <= i < last for i in language.phrases("events", table).starts(sentence.tokens))


def _word(language: Language, sentence: Sentence, table: str, side: str, i: int) -> Match[str] | None:
    matches = language.phrases("events", table).all_at(sentence.tokens, i)
    return next((m for m in matches if m.value == side), None)
