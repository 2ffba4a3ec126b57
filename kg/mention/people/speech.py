"""Names without an office: beside a verb of speech or of meeting, after "counterpart", before a colon."""

from __future__ import annotations

from collections.abc import Iterator

from kg.gazetteer import leaders
from kg.matching import fold
from kg.mention.people.apposition import Titled
from kg.mention.people.names import Line, Name, is_headline, name_at, words_in

ACRONYM = range(3, 5)  # letters
JOINT = frozenset({"person.speech", "person.meeting"})  # verbs that two may share
PAIRED = frozenset({"person.counterpart", "person.meeting"})  # "talks of A and B"


def speakers(line: Line) -> Iterator[Titled]:
    """Give the names that a verb of speech or of meeting, or a word such as "counterpart", stands beside."""
    if is_headline(line):
        return
    position, joined, rule, case = 0, -1, "", ""
    before: Name | None = None  # "A | and B met"
    while position < len(line.tokens):
        name = name_at(line, position)
        if name is None:
            position += 1
            continue
        if name.first == joined:  # "their Indonesian counterparts, A and B"
            yield Titled(name, None, rule, 0.6, case=case, counterpart=rule == "person.counterpart")
            joined = -1
        elif not _has_acronym(line, name) and (found := _named_by(line, name.first, name.last, words_in(line, name))):
            rule, confidence = found
            case = (_agreeing(line, name) if rule == "person.counterpart" else "") or governed(line, name)
            joined = name.last + 1 if rule in PAIRED and line.phrase("joint").at(line.tokens, name.last) else -1
            if before is not None and rule in JOINT and _are_joined(line, before, name):
                yield Titled(before, None, "person.joined", confidence)
            yield Titled(name, None, rule, confidence, case=case, counterpart=rule == "person.counterpart")
        before = name if words_in(line, name) > 1 and not _has_acronym(line, name) else None
        position = name.last


def _are_joined(line: Line, one: Name, other: Name) -> bool:
    """Whether nothing but "and" stands between two names."""
    match = line.phrase("joint").at(line.tokens, one.last)
    return match is not None and match.last == other.first


def governed(line: Line, name: Name) -> str:
    """The case that the word before a name asks for."""
    match = line.phrase("governs").at(line.tokens, name.first - 1) if name.first else None
    return match.value if match and match.last == name.first else ""


def _agreeing(line: Line, name: Name) -> str:
    """The case of "counterpart" before a name, which the name shares: «с белорусским коллегой Владимиром Макеем»."""
    words = {t.norm for t in line.tokens[max(name.first - 5, 0) : name.first]}
    cases = line.reading.language.table("people", "counterpart").get("form", {})
    return next((case for case, forms in cases.items() if not words.isdisjoint(map(fold, forms["word"]))), "")


def _has_acronym(line: Line, name: Name) -> bool:
    """Whether a word in capitals stands in a name that is no surname so written ("TANAKA"): a ship's or a body's."""
    return any(t.text.isupper() and t.text.isalpha() and len(t.text) in ACRONYM for t in line.tokens[name.first : name.last])


def _named_by(line: Line, first: int, last: int, words: int) -> tuple[str, float] | None:
    """Which word beside the name says that it is a person's."""
    if _ends_near(line, "counterpart", first, 5):
        return "person.counterpart", 0.85
    if words == 1 and _is_leader(line, first, last):
        words += 1  # "Путин провел телефонный разговор с …"
    if words > 1 and (_ends(line, "speech", "inverse", first) or _begins(line, "speech", last)):
        return "person.speech", 0.7
    if words > 1 and (_ends(line, "meeting", "inverse", first) or _begins(line, "meeting", last)):
        return "person.meeting", 0.6
    if line.norm(last) == ":" and first == 0 and words > 1:
        return "person.label", 0.7
    if words > 1 and _ends(line, "honorific", "honorific", first):
        return "person.honorific", 0.65
    if words > 1 and (joint := line.phrase("joint").at(line.tokens, last)) and any(a == joint.last for a, _, _ in line.posts):
        return "person.joined", 0.6
    return None


def _is_leader(line: Line, first: int, last: int) -> bool:
    """Whether a name is one of a leader's whom reports give without an office."""
    match = leaders().at(line.tokens, first)
    return match is not None and match.last == last


def _ends(line: Line, table: str, key: str, stop: int) -> bool:
    """Whether a phrase of the table ends right before a token."""
    matches = (line.phrase(table).at(line.tokens, p) for p in range(max(stop - 5, 0), stop))
    return any(m is not None and m.last == stop and m.value == key for m in matches)


def _ends_near(line: Line, table: str, stop: int, reach: int) -> bool:
    """Whether a phrase of the table ends a few words before, with nothing but a country or a comma between."""
    for start in range(max(stop - reach - 3, 0), stop):
        match = line.phrase(table).at(line.tokens, start)
        if match and match.last <= stop and stop - match.last <= reach:
            of = line.phrase("of").at(line.tokens, match.last)  # "counterpart from Eritrea, …"
            between = range(of.last if of else match.last, stop)
            if all(p in line.taken or line.norm(p) in {",", "-"} for p in between):
                return True
    return False


def _begins(line: Line, table: str, position: int) -> bool:
    """Whether a phrase of the table begins right after a name, or after the comma and an aside that follow it."""
    return line.phrase(table).at(line.tokens, position) is not None
