"""Whether two names of people are one person's name: precision first, with the reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.names.sounds import alike, forms
from kg.names.syllables import agree, is_part, readings
from kg.names.words import Name, Word, letters_of, parse

ACCEPTED = 0.7
LETTERS, SPELLING, PART, INITIALS, NONE = "same letters", "another spelling", "a part of it", "initials", "different"
LEAST = 2  # words that must be the same where others are missing


class Likeness(NamedTuple):
    """How surely two names are the same person's name, from 0 to 1 (accepted from `ACCEPTED` on), and why."""

    score: float
    reason: str

    @property
    def accepted(self) -> bool:
        """Whether the names may be taken as one."""
        return self.score >= ACCEPTED


DIFFERENT = Likeness(0.0, NONE)
ONLY_A_PART = Likeness(0.5, PART)


class Meeting(NamedTuple):
    """Two words that are the same: their places in the two names, and how surely."""

    place: int
    other: int
    score: float


@lru_cache(maxsize=5_000)
def same(a: str, b: str) -> Likeness:
    """Say whether two names are the same person's name.

    >>> same("Незар Патриа", "Nezar Patria")
    Likeness(score=0.95, reason='another spelling')
    >>> same("Sri Mulyani", "Sri Widodo").reason, same("Kim Jong-un", "Ким Чен Ир").reason
    ('different', 'different')
    >>> same("В. Путин", "Vladimir Putin").reason, same("Putin", "Vladimir Putin")
    ('initials', Likeness(score=0.5, reason='a part of it'))
    """
    letters = letters_of(a)
    if letters and letters == letters_of(b):
        return Likeness(1.0, LETTERS)
    return _by_syllables(a, b) or _by_words(parse(a), parse(b))


def _by_syllables(a: str, b: str) -> Likeness | None:
    """Compare Chinese, Vietnamese and Korean names; nothing where one of the two is no such name."""
    one, two = readings(a), readings(b)
    shared = [language for language in one if language in two]
    if not shared:
        return None
    if len({w.script for name in (a, b) for w in parse(name).words}) == 1:
        shared = shared[:1]  # in one script a Chinese name is not read as a Korean one, too
    if any(agree(one[language], two[language]) for language in shared):
        return Likeness(0.95, SPELLING)
    if any(is_part(one[language], two[language]) or is_part(two[language], one[language]) for language in shared):
        return ONLY_A_PART
    return DIFFERENT


def _by_words(a: Name, b: Name) -> Likeness:
    """Compare names word by word."""
    xs, ys = _joined(a.words, b.words), _joined(b.words, a.words)
    if len(xs) > len(ys):
        a, b, xs, ys = b, a, ys, xs
    met = _meetings(xs, ys)
    if not xs or len(met) < len(xs) or _conflict(a, b, met):
        return DIFFERENT
    if not _enough(xs, ys, met, a.of_father or b.of_father) or a.generation != b.generation:
        return ONLY_A_PART
    return _likeness(xs, ys, met)


def _joined(words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Two words are written as one where the other name does so: Nur Hayati, Nurhayati."""
    whole = {form for w in others if not w.initial for form in forms(w.text)}
    found: list[Word] = []
    for word in words:
        if found and not word.initial and not found[-1].initial and not whole.isdisjoint(forms(found[-1].text + word.text)):
            word = Word(found.pop().text + word.text)  # noqa: PLW2901
        found.append(word)
    return tuple(found)


def _meetings(xs: Sequence[Word], ys: Sequence[Word]) -> list[Meeting]:
    """Which word of the shorter name is which of the longer: the surest first, then the nearest."""
    every = [Meeting(i, j, s) for i, x in enumerate(xs) for j, y in enumerate(ys) if (s := _word_likeness(x, y))]
    found: dict[int, Meeting] = {}
    taken: set[int] = set()
    for meeting in sorted(every, key=lambda m: (-m.score, abs(m.place - m.other), m)):
        if meeting.place not in found and meeting.other not in taken:
            found[meeting.place] = meeting
            taken.add(meeting.other)
    return [found[i] for i in sorted(found)]


def _word_likeness(x: Word, y: Word) -> float:
    if x.initial or y.initial:
        return 0.75 if _begins(x, y) else 0.0
    return alike(x.text, y.text)


def _begins(x: Word, y: Word) -> bool:
    """Whether an initial is that of the other word, in either script."""
    if x.text.startswith(y.text) or y.text.startswith(x.text):
        return True
    return not {f[:1] for f in forms(x.text)}.isdisjoint({f[:1] for f in forms(y.text)})


def _conflict(a: Name, b: Name, met: Sequence[Meeting]) -> bool:
    """Whether the order tells two people apart: the surname may stand first, but a son is not his father."""
    order = [m.other for m in met]
    turns = sum(x > y for x, y in zip(order, [*order[1:], order[0]], strict=True))
    turned = order != sorted(order)
    return turns > 1 or (turned and (a.of_father or b.of_father)) or bool(a.generation and b.generation and a.generation != b.generation)


def _enough(xs: Sequence[Word], ys: Sequence[Word], met: Sequence[Meeting], of_father: bool) -> bool:
    """Whether what is the same is enough where a name is longer than the other or has initials; who has a father's name is no son of his own."""
    full = [m for m in met if not (xs[m.place].initial or ys[m.other].initial)]
    if not any(len(full) == len(ys) or not xs[m.place].optional for m in full):
        return False
    missing = [j for j in range(len(ys)) if j not in {m.other for m in met}]
    if not missing:
        return True
    first = min(m.other for m in met)
    left_out_before = any(j < first and (of_father or not ys[j].optional) for j in missing)
    both_initials = any(ys[j].initial for j in missing) and any(x.initial for x in xs)
    return len(met) >= LEAST and not left_out_before and not both_initials


def _likeness(xs: Sequence[Word], ys: Sequence[Word], met: Sequence[Meeting]) -> Likeness:
    if any(xs[m.place].initial != ys[m.other].initial for m in met):
        return Likeness(0.75, INITIALS)
    if len(xs) < len(ys):
        return Likeness(0.8, PART)
    score = round(sum(m.score for m in met) / len(met), 2)
    return Likeness(score, LETTERS if score == 1 else SPELLING)
