"""The words of a sentence that say what became of an instrument, and the words that change what they say.

A cue is a word such as "menandatangani", "was signed", "ратифицировано" with the side on which its instrument stands.
Its modal is the word before it that turns the act into a plan, a hope, a denial ("belum", "will", "рассчитывает").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.languages import Language
from kg.matching import Match, starts
from kg.mention.events.clause import is_before_a_plan
from kg.model import Sentence, Token

SIDES = ("right", "left", "either")
REACH = {"not": 3, "will": 4, "now": 2, "wait": 3, "hope": 12, "agree": 12, "deny": 40, "past": 4, "purpose": 10}
STRENGTH = ("deny", "not", "hope", "agree", "wait", "will", "now", "past")
AFTER = ("not", "wait")
HALT, COMMA = 6.0, 3.0
PURPOSE = "purpose"  # "so that it be signed": a hope, but not beyond a comma
TALKS, NEAR = ("negotiating",), 2
TALK = "talk"
NEIGHBOURS = 6  # cues before one that may govern it
PLAIN = ("", "now")
PREPARED = ("signed", "ratified", "extended")  # "are preparing to sign"
WILLED = ("hope", "will", "agree", "wait")


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue: its half-open range of tokens, the status it names, the side of its instrument, its modal."""

    first: int
    last: int
    status: str
    side: str
    modal: str = ""


@dataclass(frozen=True, slots=True)
class Clauses:
    """What it costs to go from one token of a sentence to another: words on the way, commas, conjunctions."""

    costs: tuple[float, ...]

    def between(self, a: int, b: int) -> float:
        """Give the cost of the boundaries from token `a` up to token `b`."""
        low, high = min(a, b), max(a, b)
        return self.costs[high] - self.costs[low]


JOINTS = {"strong": 8.0, "weak": 2.0}
MARKS = {";": 8.0, ":": 6.0, "-": 0.0, ",": 3.0, '"': 4.0, ".": 9.0, "?": 9.0, "!": 9.0, "|": 9.0}


def clauses(language: Language, sentence: Sentence) -> Clauses:
    """Measure a sentence's clause boundaries, as running sums over its tokens."""
    total, sums, tokens = 0.0, [0.0], sentence.tokens
    clause = language.phrases("statuses", "clause")
    for position, token in enumerate(tokens):
        match = clause.at(tokens, position)
        total += (0.0 if _is_glued(tokens, position) else MARKS.get(token.norm, 0.0)) + (JOINTS[match.value] if match else 0.0)
        if token.norm == "-" and tokens[position - 1].end != token.start and position:
            total += HALT
        sums.append(total)
    return Clauses(tuple(sums))


def _is_glued(tokens: tuple[Token, ...], position: int) -> bool:
    """Whether a mark stands inside a number or an abbreviation ("$3.2 million", "U.S.") and parts nothing."""
    token = tokens[position]
    if token.norm not in (".", ",") or not 0 < position < len(tokens) - 1:
        return False
    before, after = tokens[position - 1], tokens[position + 1]
    return before.end == token.start and (after.start == token.end or (len(before.text) == 1 and before.text.isupper()))


def cues(language: Language, sentence: Sentence, bounds: Clauses, named: frozenset[int]) -> tuple[Cue, ...]:
    """Give every cue of a sentence outside names, from left to right; a word that stands in two tables gives two."""
    found: list[Cue] = []
    past = 0
    modals = _modals(language, sentence, named)
    future = language.phrases("statuses", "future")
    conditional = any(True for _ in language.phrases("statuses", "condition").find(sentence.tokens))
    for position in starts(sentence.tokens, *(language.phrases("statuses", side) for side in SIDES)):
        if position < past or position in named:
            continue
        matches = [(side, match) for side in SIDES for match in _longest(language, side, sentence, position)]
        last = max((match.last for _, match in matches), default=position + 1)
        meant = modal(modals, bounds, position, last) or _purpose(language, sentence, bounds, modals, (position, last))
        meant = meant or ("will" if future.at(sentence.tokens, position) or _is_headline_plan(language, sentence, position) else "")
        if meant in WILLED and _is_past(language, sentence, position, last):
            meant = ""
        if not meant and is_before_a_plan(language, sentence, position, last):
            meant = "will"
        if meant == "agree" and _is_a_means(language, sentence, position):
            meant = ""
        if conditional and (meant == "will" or (not meant and _is_to_come(language, sentence, position, last))):
            meant = "hope"
        found.extend(Cue(m.first, m.last, m.value, side, meant) for side, m in matches if m.last == last and not _has_object(language, sentence, side, m))
        past = last
    return tuple(_under_talks(c, found[max(0, i - NEIGHBOURS) : i]) for i, c in enumerate(found) if not _is_about_working(c, found))


def _is_a_means(language: Language, sentence: Sentence, position: int) -> bool:
    """Whether an act is how something else was agreed: "menyepakati kerja sama melalui | penandatanganan MoU"."""
    means = language.values("statuses", "means", "words")
    return position > 0 and sentence.tokens[position - 1].norm in means


def _is_headline_plan(language: Language, sentence: Sentence, position: int) -> bool:
    """Whether a headline tells in the infinitive what is to come: "Kenya, Peru to sign wheat deal"."""
    return sentence.is_title and position > 0 and sentence.tokens[position - 1].norm in language.values("statuses", "headline", "plan")


def _under_talks(cue: Cue, cues: Sequence[Cue]) -> Cue:
    """An act that is only talked about: "talks on establishing a council", «переговоры по созданию», "negosiasi pembentukan"."""
    before = [c for c in cues if c.side == "right" and 0 <= cue.first - c.last <= 1] if cue.side == "right" and cue.modal in PLAIN else []
    if any(c.status in TALKS for c in before):
        return replace(cue, modal=TALK)
    prepared = cue.status in PREPARED and any(c.status == "drafted" for c in before)
    return replace(cue, modal="will") if prepared else cue


def _has_object(language: Language, sentence: Sentence, side: str, match: Match[str]) -> bool:
    """Whether a verb founds something else than the document to its left: "the agreement established a mechanism"."""
    after = sentence.tokens[match.last : match.last + 1]
    return side == "left" and match.value == "established" and bool(after) and after[0].norm in language.values("statuses", "article", "words")


def _is_about_working(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether talks are about how a thing that stands is carried out: "discussed implementing the agreement"."""
    return cue.status in TALKS and any(c.status == "cited" and 0 <= c.first - cue.last <= NEAR for c in cues)


def _is_past(language: Language, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb tells what was done, whatever is hoped before it: "agreed to waive visas and signed a road map"."""
    endings, passive = (language.values("statuses", "past", key) for key in ("endings", "passive"))
    words = [t.norm for t in sentence.tokens[max(0, first - 2) : last]]
    return bool(endings) and words[-1].endswith(endings) and not any(word in passive for word in words)


def _is_to_come(language: Language, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a verb without a modal tells what is not done: "если переговоры завершатся, мы подпишем"; only where the past is told by endings."""
    return bool(language.values("statuses", "past", "endings")) and not _is_past(language, sentence, first, last)


def _purpose(language: Language, sentence: Sentence, bounds: Clauses, modals: tuple[Match[str], ...], cue: tuple[int, int]) -> str:
    """Say how an infinitive is meant: as the last modal of its clause says, however far, else as a purpose ("просят подписать")."""
    endings = language.values("statuses", "infinitive", "endings")
    if sentence.tokens[cue[0]].norm in language.values("statuses", "infinitive", "words"):
        return _shared(sentence, modals, cue[0], language.values("instruments", "name", "and"))
    if not endings or not sentence.tokens[cue[0]].norm.endswith(endings):
        return ""
    before = [m.value for m in modals if m.last <= cue[0] and m.value in WILLED and bounds.between(m.last, cue[0]) < HALT]
    return before[-1] if before else WILLED[0]


def _shared(sentence: Sentence, modals: tuple[Match[str], ...], first: int, ands: Sequence[str]) -> str:
    """Say how a bare verb after "and" is meant: as the last modal of its sentence says ("will combine our efforts and establish a council")."""
    joined = first > 0 and not sentence.is_title and any(t.norm in (*ands, ",") for t in sentence.tokens[max(0, first - 2) : first])
    before = [m.value for m in modals if m.last <= first and m.value in WILLED] if joined else []
    return before[-1] if before else ""


def _longest(language: Language, side: str, sentence: Sentence, position: int) -> Iterator[Match[str]]:
    matches = list(language.phrases("statuses", side).all_at(sentence.tokens, position))
    last = max((m.last for m in matches), default=0)
    yield from (m for m in matches if m.last == last)


def _modals(language: Language, sentence: Sentence, named: frozenset[int]) -> tuple[Match[str], ...]:
    phrases = language.phrases("statuses", "modal")
    found = (phrases.at(sentence.tokens, start) for start in phrases.starts(sentence.tokens) if start not in named)
    return tuple(match for match in found if match is not None)


def modal(modals: tuple[Match[str], ...], bounds: Clauses, first: int, last: int) -> str:
    """Say how a cue is meant: the strongest modal before it that its reach and the clause allow, or a "not yet" right after it."""
    found: set[str] = set()
    for match in modals:
        if match.first == last and match.value in AFTER:
            found.add(match.value)
        if match.last > first or first - match.last >= REACH.get(match.value, 0):
            continue
        if match.value == PURPOSE and bounds.between(match.last, first) < COMMA:
            found.add(WILLED[0])
        elif match.value == "deny" or bounds.between(match.last, first) < HALT:
            found.add(match.value)
    return next((name for name in STRENGTH if name in found), "")
