"""Finds the words that report an event: a meeting, a visit, a signing, a delivery of aid.

A mention spans the trigger; its value is the type. Attributes: `form` says how strong the trigger is (`act`: a verb or phrase that
reports the event; `name`: a noun for it; `object`: a verb that reports it together with its object; `greeting`: one that only says who is
welcomed); `negated`, `hoped`, `invited` say that the clause denies it, only wishes for it, only invites to it; `adnominal` that a
relative clause mentions it by the way;
`future` that it is still to come; `again` that it was told before; `earlier` that it was before what the story is about;
`talk` that its noun may mean a call as well as a meeting; `around` that the phrase has no tense.

`triggers` goes through a sentence, `objects` says whether a verb has the object that makes it an event, `clause` what stands around it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.dates import FUTURE, Line, tense_of
from kg.languages import Language
from kg.mention.denial import denials
from kg.mention.events.clause import STOPS, is_around, is_before_a_plan, is_carried, is_told_again, modality, word
from kg.mention.events.objects import is_with_somebody
from kg.mention.events.triggers import Trigger, triggers, without_asides
from kg.model import Mention, Sentence
from kg.reading import Reading

AUXILIARY = 3  # tokens
TOGETHER = frozenset({"meeting", "call"})
HELD = frozenset({"meeting", "conference"})  # what is told with a noun, more often than with a verb


def find(reading: Reading) -> Iterator[Mention]:
    """Give the words of the article that report an event."""
    for sentence in reading.sentences:
        if found := without_asides(reading.language, sentence, list(triggers(reading, sentence))):
            line = Line(sentence.tokens, reading.language)
            for trigger in found:
                yield _mention(reading, sentence, trigger, line)


def _mention(reading: Reading, sentence: Sentence, trigger: Trigger, line: Line) -> Mention:
    start, end, language = sentence.tokens[trigger.first].start, sentence.tokens[trigger.last - 1].end, reading.language
    future = {"future": "true"} if _is_to_come(language, sentence, line, trigger) or word(language, sentence, "next", "after", trigger.last) else {}
    by_the_way = {"adnominal": "true"} if _is_participle(reading, sentence, trigger) else {}
    talk = {"talk": "true"} if any(word(language, sentence, "talk", "it", i) for i in range(trigger.first, trigger.last)) else {}
    again = {"again": "true"} if is_told_again(language, sentence, trigger.first, trigger.last) else {}
    around = {"around": "true"} if is_around(language, sentence, trigger.first, trigger.last) else {}
    is_told = trigger.form == "name" and (is_carried(language, sentence, trigger.first, trigger.last) or _names_a_partner(reading, sentence, trigger))
    form = "act" if is_told else trigger.form
    denied = {"negated": "true"} if any(d.first <= trigger.first < d.last for d in denials(language, sentence)) else {}
    attributes = {"form": form, **modality(language, sentence, trigger.first, trigger.last), **denied, **by_the_way, **future, **again, **talk, **around}
    return Mention("event", start, end, trigger.type, sentence.index, f"event.{form}", attributes=attributes)


def _names_a_partner(reading: Reading, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a noun names whom one meets: "pertemuan Menlu dengan Menteri Mori"."""
    return trigger.type in TOGETHER and is_with_somebody(reading, sentence, trigger.last)


def _is_to_come(language: Language, sentence: Sentence, line: Line, trigger: Trigger) -> bool:
    """Whether the event is still to come; a participle has the tense of its auxiliary: "will be signed", «будет подписан»."""
    if is_before_a_plan(language, sentence, trigger.first, trigger.last):
        return True
    for i in range(trigger.first - 1, max(-1, trigger.first - 1 - AUXILIARY), -1):
        if line.tokens[i].norm in STOPS or line.is_past(i):
            break
        if line.label(i, "future"):
            return True
    return tense_of(line, trigger.first, trigger.last) == FUTURE or ((trigger.form == "name" or trigger.type in HELD) and _is_announced(line, trigger.last))


def _is_announced(line: Line, last: int) -> bool:
    """Whether a word of the future stands right behind a noun: "pertemuan itu akan digelar", «заседание состоится»."""
    near = line.tokens[last : last + AUXILIARY]
    end = next((i for i, token in enumerate(near) if not token.norm.isalpha()), len(near))
    return any(line.label(i, "future") for i in range(last, last + end))


def _is_participle(reading: Reading, sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a participle only says which document is meant: "the agreement signed in 2006", «соглашение, подписанное в мае»."""
    kind = word(reading.language, sentence, "relative", "self", trigger.first)
    if kind is not None or sentence.is_title:
        return kind is not None
    before = trigger.first - (1 if trigger.first and sentence.tokens[trigger.first - 1].norm == "," else 0)
    after_a_name = any(m.end == sentence.tokens[before - 1].end for m in reading.mentions("instrument", within=sentence)) if before else False
    return after_a_name and word(reading.language, sentence, "relative", "after_name", trigger.first) is not None
