"""Which date and which place of a sentence belong to which of its events."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from kg.dates import DAY
from kg.model import Mention, Sentence
from kg.reading import Reading

Pair = tuple[Mention | None, Mention | None]
PLACES = {"visit": ("to", "at")}
CLAUSE = 4  # tokens
SIGNING = "signing"
FAR = 40  # tokens
CROWD = 8  # triggers of a sentence that are weighed against each other, so that a long one takes linear time
COMMA = 2
WEEK = dt.timedelta(days=7)
BESIDE = 2  # tokens between a verb of speech and its date: "said on Monday"


def circumstances(reading: Reading, sentence: Sentence, triggers: Sequence[Mention]) -> Iterator[tuple[Mention, list[Pair]]]:
    """Give each trigger of a sentence with its dates and places: one pair, or several where one noun names several events.

    "Their meetings in London on 9 June and in Stockholm on 28 July" gives two pairs.
    """
    dates = _dates(reading, sentence)
    places = [p for p in reading.mentions("place", within=sentence) if not _ends_before(reading, sentence, "about", p)]
    for trigger in triggers:
        mine = _own(sentence, trigger, triggers, [d for d in dates if not _is_of_something_else(reading, sentence, trigger, d)])
        there = _own(sentence, trigger, triggers, [p for p in places if _fits(trigger, p) and not _is_of_a_statement(reading, sentence, trigger, p)])
        yield trigger, _pairs(sentence, trigger, mine, there)


def _is_of_something_else(reading: Reading, sentence: Sentence, trigger: Mention, date: Mention) -> bool:
    """Whether a date says when something else was."""
    tests = (_begins_a_term, _is_since, _is_of_the_saying, _is_of_the_wish)
    return _is_outside(sentence, trigger, date) or any(test(reading, sentence, trigger, date) for test in tests)


def _is_of_the_saying(reading: Reading, sentence: Sentence, trigger: Mention, date: Mention) -> bool:
    """Whether a date is when somebody tells of what is to come: "they will sign it in May, the minister said Sunday", "kata X di Jakarta, Kamis"."""
    if not _is_of_these_days(reading, date):
        return False
    if "future" not in trigger.attributes:
        return _is_of_a_statement(reading, sentence, trigger, date)
    at, first, last = _index(sentence, trigger.start), _index(sentence, date.start), _index(sentence, date.end)
    offset = max(0, min(at, first) - BESIDE)
    for begins, ends in _sayings(reading, sentence, offset, max(at, first)):
        if at < begins and ends <= first:
            return True
        if first < at and ((last <= begins <= last + BESIDE and ends <= at) or first - BESIDE <= ends <= first):
            return True
    return False


def _is_of_a_statement(reading: Reading, sentence: Sentence, trigger: Mention, thing: Mention) -> bool:
    """Whether a day or a place after a quotation is that of the statement: '"The talks went well," the minister said in Oslo on Friday'."""
    at, first = _index(sentence, trigger.start), _index(sentence, thing.start)
    closing = next((i for i in range(at, first) if sentence.tokens[i].norm == '"'), None)
    if closing is None or not any(t.norm == '"' for t in sentence.tokens[:at]):
        return False
    return any(at < begins and ends <= first for begins, ends in _sayings(reading, sentence, closing, first))


def _is_of_the_wish(reading: Reading, sentence: Sentence, trigger: Mention, date: Mention) -> bool:
    """Whether a date of the past before it is when somebody wished for something or approved it: "the cabinet last week approved the signing"."""
    published = reading.article.published
    if published is None or "hoped" not in trigger.attributes or "future" in date.attributes or date.value >= published[: len(date.value)]:
        return False
    between = sentence.tokens[_index(sentence, date.end) : _index(sentence, trigger.start)]
    return any(True for _ in reading.language.phrases("events", "hope").find(between))


def _is_of_these_days(reading: Reading, date: Mention) -> bool:
    """Whether a date is a day before publication, or one of the week around it, as weekdays are ("said Sunday")."""
    published = reading.article.published
    if published is None or len(published) < DAY or len(date.value) < DAY:
        return False
    is_named = any(c.isdigit() for c in reading.text(date.start, date.end))  # "12 November", no weekday
    is_near = "relative" in date.attributes and abs(dt.date.fromisoformat(date.value) - dt.date.fromisoformat(published)) <= WEEK
    return date.value <= published or (not is_named and is_near)


def _sayings(reading: Reading, sentence: Sentence, first: int, last: int) -> Iterator[tuple[int, int]]:
    """The verbs of speech in a range of tokens: where each begins and ends."""
    for table in ("verb", "self"):
        for match in reading.language.phrases("speech", table).find(sentence.tokens[first:last]):
            yield match.first + first, match.last + first


def _is_outside(sentence: Sentence, trigger: Mention, date: Mention) -> bool:
    """Whether a date is not that of an event which is only mentioned: "ratified on Monday the treaty that was signed in Oslo".

    The same goes for one told before: "before we begin our talks, let me congratulate you on the holiday of 21 March".
    """
    far = _distance(sentence, trigger, date) > CLAUSE
    return far and ("again" in trigger.attributes or ("adnominal" in trigger.attributes and date.end <= trigger.start))


def _is_since(reading: Reading, sentence: Sentence, trigger: Mention, date: Mention) -> bool:
    """Whether a date is that of something else since which so much time went by: "the first visit since she took office in 2021"."""
    first, last = _index(sentence, trigger.end), _index(sentence, date.start)
    phrases = reading.language.phrases("events", "deadline")
    near = sentence.tokens[first : last if trigger.value != SIGNING else max(first, last - 1)]
    return last - first < FAR and any(m.value == "since" for m in phrases.find(near))


def _pairs(sentence: Sentence, trigger: Mention, dates: Sequence[Mention], places: Sequence[Mention]) -> list[Pair]:
    if len(dates) > 1 and len(places) > 1:
        return [(date, _nearest(sentence, date, places)) for date in dates]
    return [(_most_exact(_nearest(sentence, trigger, dates), dates), _nearest(sentence, trigger, places))]


def _most_exact(date: Mention | None, dates: Sequence[Mention]) -> Mention | None:
    """The day that a sentence names beside its year or month: "this year they met, on 8 May"."""
    return date and max((d for d in dates if d.value.startswith(date.value)), key=lambda d: len(d.value))


def _fits(trigger: Mention, place: Mention) -> bool:
    return place.attributes.get("relation") in PLACES.get(trigger.value, ("at",))


def _own(sentence: Sentence, trigger: Mention, triggers: Sequence[Mention], things: Sequence[Mention]) -> list[Mention]:
    """The dates or places that stand nearer to this trigger than to any other; else one before the first of them that no other takes."""
    rivals = [t for t in triggers if t is not trigger]
    if mine := _nearer(sentence, trigger, rivals, things):
        return mine
    first = min(t.start for t in triggers)
    before = [x for x in things if x.end <= first]
    taken = [_nearest(sentence, t, _nearer(sentence, t, triggers, things)) for t in rivals] if len(before) > 1 and len(triggers) <= CROWD else []
    return [x for x in before if x not in taken][-1:] or before[-1:]


def _nearer(sentence: Sentence, trigger: Mention, rivals: Sequence[Mention], things: Sequence[Mention]) -> list[Mention]:
    """What stands nearer to this trigger than to any other."""
    return [x for x in things if (d := _distance(sentence, trigger, x)) < FAR and all(d <= _distance(sentence, t, x) for t in rivals)]


def _nearest(sentence: Sentence, trigger: Mention, things: Sequence[Mention]) -> Mention | None:
    return min(things, key=lambda x: _distance(sentence, trigger, x), default=None)


def _distance(sentence: Sentence, trigger: Mention, thing: Mention) -> int:
    """Tokens between two spans, commas counting more; a date in front of its verb is farther than one behind it."""
    left, right = (trigger, thing) if trigger.start <= thing.start else (thing, trigger)
    first, last = _index(sentence, left.end), _index(sentence, right.start)
    between = sentence.tokens[first : min(last, first + FAR)]
    commas = sum(1 for t in between if t.norm in ",;:")
    return max(0, last - first) + COMMA * commas + (left is thing)


def _index(sentence: Sentence, offset: int) -> int:
    starts: Callable[[int], int] = lambda i: sentence.tokens[i].start  # noqa: E731
    return bisect_left(range(len(sentence.tokens)), offset, key=starts)


def _dates(reading: Reading, sentence: Sentence) -> list[Mention]:
    """The dates on which something happens: no spans of years, no ends of terms, no dates of documents."""
    names = reading.mentions("instrument", within=sentence)
    return [d for d in reading.mentions("date", within=sentence)
            if "period" not in d.attributes and not _is_limit(reading, sentence, d) and not any(_is_of(n, d, sentence) for n in names)]


def _is_limit(reading: Reading, sentence: Sentence, date: Mention) -> bool:
    """Whether a word before a date makes it the end of a term: until."""
    return "before" in _ending_before(reading, sentence, "deadline", date)


def _begins_a_term(reading: Reading, sentence: Sentence, trigger: Mention, date: Mention) -> bool:
    """Whether a word before a date makes it the beginning of a term: since. "Signed since 2012" can only mean the signing."""
    signed = trigger.value == SIGNING and trigger.end <= date.start and _distance(sentence, trigger, date) <= CLAUSE
    return not signed and "since" in _ending_before(reading, sentence, "deadline", date)


def _ends_before(reading: Reading, sentence: Sentence, table: str, thing: Mention) -> bool:
    return bool(_ending_before(reading, sentence, table, thing))


def _ending_before(reading: Reading, sentence: Sentence, table: str, thing: Mention) -> set[str]:
    """What the phrases of a table say that end right before a date or a place."""
    at = _index(sentence, thing.start)
    phrases = reading.language.phrases("events", table)
    return {m.value for i in range(max(0, at - 4), at) if (m := phrases.at(sentence.tokens, i)) is not None and m.last == at}


def _is_of(instrument: Mention, date: Mention, sentence: Sentence) -> bool:
    """Whether a date belongs to a document's name: "the memorandum of 6 January 2022", "Perjanjian 2008", "their 6 January statement"."""
    inside = date.start < instrument.end and instrument.start < date.end
    between = _index(sentence, date.start) - _index(sentence, instrument.end)
    return inside or (0 <= between <= 1 and len(date.value) < len("2025-04") and date.start >= instrument.end)
