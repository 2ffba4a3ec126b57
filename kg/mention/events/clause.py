"""What the clause of an event says: that it is denied, hoped for, told again; and the words near it."""

from __future__ import annotations

from collections.abc import Iterator

from kg.dates import Line
from kg.languages import Language
from kg.matching import Match
from kg.model import Sentence

REACH = {"not": 3, "hope": 9, "invite": 10, "relative": 3, "aside": 8, "earlier": 8, "light": 5, "off": 8}
MOODS = {"not": "negated", "off": "negated", "hope": "hoped", "invite": "invited", "relative": "adnominal", "earlier": "earlier"}
AFTER = 7  # tokens
AGAIN = 2  # tokens
AHEAD = 14  # tokens
SAID = 5  # tokens
CARRIED = 7  # tokens from the noun to its verb
ENDS = ';:"!?(),'
STOPS = ';:"!?()'


def modality(language: Language, sentence: Sentence, first: int, last: int) -> dict[str, str]:
    """Say what the clause does to the event: denies it, hopes for it, invites to it, or mentions it by the way."""
    found = {name: "true" for table, name in MOODS.items() if stands_before(language, sentence, table, first)}
    for table in ("not", "earlier"):
        near = is_near(language, sentence, table, last, last + AFTER)
        if near and any(word(language, sentence, table, "after", i) for i in _clause_after(sentence, last)):
            found[MOODS[table]] = "true"
    return found


def is_told_again(language: Language, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a word beside it or at its end points back to it: "this meeting", "dalam pertemuan tersebut"."""
    if any(word(language, sentence, "again", "after", i) for i in (last - 1, last)):
        return True
    before = (word(language, sentence, "again", "before", i) for i in range(max(0, first - AGAIN), first + 1))
    return any(word is not None and first in (word.first, word.last) for word in before)


def is_around(language: Language, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a phrase only says that something happened around it: "after the talks"."""
    found = word(language, sentence, "around", "before", first)
    return found is not None and found.last < last


def is_carried(language: Language, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb that says little but that it happened carries a noun: "held in-depth talks", "pertemuan itu berlangsung"."""
    near = is_near(language, sentence, "light", last, last + CARRIED)
    after = range(last, min(last + CARRIED, len(sentence.tokens))) if near else ()
    return stands_before(language, sentence, "light", first) or any(
        word(language, sentence, "light", "after", i) for i in after if not any(t.norm in ENDS for t in sentence.tokens[last : i]))


def is_before_a_plan(language: Language, sentence: Sentence, first: int, last: int) -> bool:
    """Whether something is told as what a plan comes after, so that it is to come, too: "after the signing, the ministers will hold talks"."""
    following = language.phrases("events", "following")
    after = any(m.last in (first, first + 1) for i in range(max(0, first - 2), first) for m in following.all_at(sentence.tokens, i))
    if not after:
        return False
    line, speech = Line(sentence.tokens, language), language.phrases("speech", "verb")
    for i in range(last, min(len(sentence.tokens), last + AHEAD)):
        if line.label(i, "future"):
            return True
        if line.is_past(i) or speech.at(sentence.tokens, i) is not None:
            return False
    return False


def stands_before(language: Language, sentence: Sentence, table: str, first: int) -> bool:
    """Whether a word of a table stands before the trigger, within its reach and the clause."""
    if not is_near(language, sentence, table, first - REACH[table], first):
        return False
    for i in range(first - 1, max(-1, first - 1 - REACH[table]), -1):
        if sentence.tokens[i].norm in STOPS or (table == "not" and sentence.tokens[i].norm == ","):
            return False
        if (match := word(language, sentence, table, "before", i)) and match.last <= first:
            return not _is_reported(language, sentence, table, i)
    return False


def _is_reported(language: Language, sentence: Sentence, table: str, i: int) -> bool:
    """Whether a word begins what somebody says: "said on Monday that they will meet"."""
    if word(language, sentence, table, "reported", i) is None:
        return False
    verbs = language.phrases("speech", "verb")
    return any(verbs.at(sentence.tokens, k) is not None for k in range(max(0, i - SAID), i))


def _clause_after(sentence: Sentence, last: int) -> Iterator[int]:
    for i in range(last, min(last + AFTER, len(sentence.tokens))):
        if sentence.tokens[i].norm in STOPS or sentence.tokens[i].norm == ",":
            return
        yield i


def is_near(language: Language, sentence: Sentence, table: str, first: int, last: int) -> bool:
    """Whether a phrase of a table may begin in a range of tokens: it seldom does, so that the rest is seldom looked at."""
    return any(first <= i < last for i in language.phrases("events", table).starts(sentence.tokens))


def word(language: Language, sentence: Sentence, table: str, side: str, i: int) -> Match[str] | None:
    """The phrase of a table that begins at this token and stands on this side of an event."""
    matches = language.phrases("events", table).all_at(sentence.tokens, i)
    return next((m for m in matches if m.value == side), None)
