"""The stretches of a sentence that tell what is denied: rumours that are refuted, and what somebody says is not so.

Two kinds: a *report* that is denied or called false ("denied reports of a treaty", "kabar itu tidak benar", «опроверг сообщения о соглашении»), and a
*clause* that is ("denied that they would sign", "membantah bahwa", «опроверг, что»). The words are the table `[denial]` of `statuses.toml`:
`verb` (besides the modal `deny`), `that`, `report`, `false` (said of a report after it), `until` (where the report is over), `none` (said after a thing),
`nothing` ("no treaty", before its verb), `untrue` ("it is not true that").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.languages import Language
from kg.matching import Match
from kg.model import Sentence

FILE, TABLE = "statuses", "denial"
NEXT = 5  # tokens from the denying verb to what it denies
REPORTED = 40  # tokens from a report to the word that it is false
BESIDE = 3  # tokens from the verb to the thing that it denies
REACH = 10  # tokens from a thing to the word that there is none
STOPS = ';:"?!'
ENDS = STOPS + ".,"


@dataclass(frozen=True, slots=True)
class Denial:
    """A half-open range of tokens whose telling is denied, and whether all of it is only rumour: of a clause its verb tells what is denied."""

    first: int
    last: int
    is_report: bool


def denials(language: Language, sentence: Sentence) -> tuple[Denial, ...]:
    """Give what a sentence denies, in the order of its verbs; most sentences deny nothing."""
    table, modals = language.phrases(FILE, TABLE), language.phrases(FILE, "modal")
    marks = [m for i in table.starts(sentence.tokens) for m in table.all_at(sentence.tokens, i)]
    verbs = [m for m in marks if m.value == "verb"]
    verbs += [m for i in modals.starts(sentence.tokens) if (m := modals.at(sentence.tokens, i)) and m.value == "deny"]
    nothing = (Denial(m.last, m.last + NEXT, is_report=False) for m in marks if m.value == "nothing")
    if not verbs and not any(m.value in ("false", "nothing", "untrue") for m in marks):
        return ()
    untrue = (Denial(m.last, _end(language, sentence, m.last, [], is_clause=True), is_report=True) for m in marks if m.value == "untrue")
    return (*nothing, *untrue, *_of_verbs(language, sentence, verbs, marks), *_of_reports(language, sentence, marks))


def _of_verbs(language: Language, sentence: Sentence, verbs: list[Match[str]], marks: list[Match[str]]) -> Iterator[Denial]:
    """What follows a verb: "denied that …", "dismissed rumours of …"."""
    for verb in verbs:
        near = [m for m in marks if verb.last <= m.first < verb.last + NEXT and m.value in ("that", "report") and not _parted(sentence, verb.last, m.first)]
        that = next((m for m in near if m.value == "that"), None)
        report = next((m for m in near if m.value == "report"), None)
        begun = that or report
        if begun is not None:
            end = _end(language, sentence, begun.last, marks, is_clause=that is not None)
            yield Denial(begun.last, end, that is None and not _is_told_of(language, sentence, begun.last, end))


def _of_reports(language: Language, sentence: Sentence, marks: list[Match[str]]) -> Iterator[Denial]:
    """What stands between a report and the word that it is false: "reports that they met are untrue"."""
    for report in (m for m in marks if m.value == "report"):
        false = next((m for m in marks if m.value == "false" and report.last < m.first < report.last + REPORTED), None)
        if false is not None and false.first <= _end(language, sentence, report.last, [], is_clause=True):
            yield Denial(report.last, false.first, is_report=True)


def _parted(sentence: Sentence, first: int, last: int) -> bool:
    return any(t.norm in STOPS for t in sentence.tokens[first:last])


def _end(language: Language, sentence: Sentence, first: int, marks: list[Match[str]], *, is_clause: bool) -> int:
    """Where it is over: a mark, a "but"; for the mere name of a report also a comma, or "after", "during"."""
    clause = language.phrases(FILE, "clause")
    until = {m.first for m in marks if m.value == "until"}
    for i in range(first, len(sentence.tokens)):
        if sentence.tokens[i].norm in STOPS or ((m := clause.at(sentence.tokens, i)) and m.value == "strong"):
            return i
        if not is_clause and i > first and (i in until or sentence.tokens[i].norm == ","):
            return i
    return len(sentence.tokens)


def is_denied_at(language: Language, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a thing is itself what a verb right before it denies: "Kenya denies a deal with Peru", «опроверг соглашение».

    Where a verb follows that tells what became of it, that is denied: "menafikan memorandum itu telah ditamatkan".
    """
    if _is_told_of(language, sentence, last, min(last + REACH, len(sentence.tokens))):
        return False
    modals = language.phrases(FILE, "modal")
    near = (modals.at(sentence.tokens, i) for i in range(max(0, first - BESIDE), first))
    return any(m is not None and m.value == "deny" and m.last <= first and _is_plain(language, sentence, m.last, first) for m in near)


def _is_told_of(language: Language, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb tells here what became of a thing before it: of such, `kg.extract.instruments` says what its denial leaves."""
    return any(language.phrases(FILE, side).at(sentence.tokens, i) for side in ("left", "either") for i in range(first, last))


def _is_plain(language: Language, sentence: Sentence, first: int, last: int) -> bool:
    """Whether nothing but describing words stands here: no mark, no act ("denied signing a treaty") and no breach ("denied violating one")."""
    tables = [language.phrases(FILE, table) for table in ("right", "either", TABLE)]
    return all(sentence.tokens[i].norm.isalpha() and not any(t.at(sentence.tokens, i) for t in tables) for i in range(first, last))


def _is_dash(sentence: Sentence, i: int) -> bool:
    """Whether a dash parts two clauses here: «Мир нужен, договор – нет»."""
    return sentence.tokens[i].norm == "-" and i > 0 and sentence.tokens[i - 1].end < sentence.tokens[i].start


def is_told_absent(language: Language, sentence: Sentence, last: int) -> bool:
    """Whether the clause of a thing ends in the word that there is none: «Соглашения с Турцией не будет», "perjanjian itu tidak pernah ada"."""
    table = language.phrases(FILE, TABLE)
    for i in range(last, min(last + REACH, len(sentence.tokens))):
        if sentence.tokens[i].norm in ENDS or _is_dash(sentence, i):
            return False
        for match in table.all_at(sentence.tokens, i):
            if match.value == "none" and (match.last == len(sentence.tokens) or sentence.tokens[match.last].norm in ENDS):
                return True
    return False
