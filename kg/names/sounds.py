"""How a word of a name sounds, whichever script and spelling it is written in.

Sounds are letters of one alphabet: `S` is the sh of Shoigu, `Z` the zh of Zhukov, `C` the ch of Chernov, `J` the j of Joko, `T` the ts of Fritz.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kg.names.tables import ABROAD, Rules, known, letters, near
from kg.names.words import REMEMBERED, Word

MOST_FORMS = 16
LONGEST_WORD = 40
LONGEST_GROUP = 7  # letters that a rule reads at once
VOWELS = frozenset("aeiou")
GLIDES = ((re.compile(r"[iy]+(?=[aou])"), "y"), (re.compile(r"(?<=[aeou])[iy]+(?=e)"), ""), (re.compile(r"^y(?=[ei])"), ""),
          (re.compile(r"i[iy]+(?=e)"), "i"), (re.compile(r"(.)\1+"), r"\1"))
COARSE = str.maketrans({**dict.fromkeys("zSZTCJ", "s"), "g": "k", "w": "v", **dict.fromkeys("aeiouyh")})
ALLOWED = 0.11  # of the length of a word, in the costs of `near.csv`
LEAST_ALLOWED = 0.2
SHORT = 4  # letters from which on a word may be spelled in several ways within one script
SAME_ENDINGS = frozenset({"ei", "ie", "ou"})
SILENT, GLIDE, INITIAL_H, SYLLABLE, OTHER = 0.1, 0.35, 0.4, 0.8, 9.0


def coarse(form: str) -> str:
    """The consonants of a form in few classes; a word of vowels alone is `-`.

    >>> coarse("Jinping"), coarse("io")
    ('snpn', '-')
    """
    return re.sub(r"(.)\1+", r"\1", form.replace("ng", "n").translate(COARSE)) or "-"


@lru_cache(maxsize=REMEMBERED)
def forms(word: str, *, abroad: bool = False) -> tuple[str, ...]:
    """The ways a word may sound, the usual one first; those who write another script hear more (`abroad`).

    >>> forms("soekarno")[0], forms("sukarno"), forms("сукарно")
    ('sukarno', ('sukarno',), ('sukarno',))
    >>> "yani" in forms("jani"), "havier" in forms("javier"), "havier" in forms("javier", abroad=True)
    (True, False, True)
    """
    found = [""]
    for sounds in _sounds(word[:LONGEST_WORD], letters(Word(word).script + ABROAD * abroad)):
        found = [form + sound for sound in sounds for form in found][:MOST_FORMS]
    return tuple(dict.fromkeys(map(_smooth, found if abroad or len(word) >= SHORT else found[:1])))


def _sounds(word: str, rules: Rules) -> Iterator[tuple[str, ...]]:
    """The sounds of each group of letters from left to right, the longest group first."""
    at = 0
    while at < len(word):
        size, sounds = 1, rules.get(word[at], (word[at],))
        for length in range(min(LONGEST_GROUP, len(word) - at), 0, -1):
            group = word[at : at + length]
            marked = (("^" + group,) if not at else ()) + ((group + "$",) if at + length == len(word) else ()) + (group,)
            if (key := next((m for m in marked if m in rules), None)) is not None:
                size, sounds = length, rules[key]
                break
        yield sounds
        at += size


def _smooth(form: str) -> str:
    """One way to write glides and doubled sounds: Mariya is Maria, Tokayev is Tokaev."""
    for pattern, by in GLIDES:
        form = pattern.sub(by, form)
    return form


@lru_cache(maxsize=REMEMBERED)
def alike(word: str, other: str) -> float:
    """How surely two words are one: 1 the same letters, 0.95 known spellings, less across scripts, 0 different.

    >>> alike("andrey", "andrei"), alike("lavrov", "лавров"), alike("lavrova", "лавров")
    (0.95, 0.95, 0.0)
    >>> 0.8 < alike("trump", "трамп") < 0.95
    True
    """
    if word == other:
        return 1.0
    names, others = known(word), known(other)
    if names and others:
        return 0.95 if names & others else 0.0
    if not set(forms(word)).isdisjoint(forms(other)):
        return 0.95
    if Word(word).script == Word(other).script:
        return 0.0
    return _across(*((word, other) if Word(word).script == "latin" else (other, word)))


def _across(latin: str, cyrillic: str) -> float:
    """How near a Latin spelling is to a Cyrillic one: consonants must meet, vowels may be those of another language."""
    costs = [_cost(a, b) / max(len(a), len(b)) for a in forms(latin, abroad=True) for b in forms(cyrillic) if coarse(a) == coarse(b) and _allowed(a, b)]
    return 0.95 - min(costs) if costs else 0.0


def _allowed(a: str, b: str) -> bool:
    return _cost(a, b) <= max(LEAST_ALLOWED, ALLOWED * max(len(a), len(b)))


@lru_cache(maxsize=REMEMBERED)
def _cost(a: str, b: str) -> float:
    """The cheapest way from the form of a Latin spelling to that of a Cyrillic one, sound by sound."""
    latin, cyrillic = ([_left_out(form, at, silent) for at in range(len(form))] for form, silent in ((a, "h"), (b, "")))
    line = [0.0]
    for out in cyrillic:
        line.append(line[-1] + out)
    for i, sound in enumerate(a):
        before, line = line, [line[0] + latin[i]]
        for j, other in enumerate(b):
            last = i == len(a) - 1 and j == len(b) - 1
            line.append(min(before[j] + _change(sound, other, last), before[j + 1] + latin[i], line[j] + cyrillic[j]))
    return line[-1]


def _left_out(form: str, at: int, silent: str) -> float:
    """What it costs to leave a sound out: little for a mute one, more for a syllable; the end that tells Ivanov from Ivanova is never left out."""
    sound, before, after = form[at], form[at - 1 : at], form[at + 1 : at + 2]
    if sound == "e" and not after:
        return SILENT
    if sound == "y":
        return GLIDE if before else OTHER
    if sound in silent:
        return INITIAL_H if not before else OTHER if before in VOWELS and after in VOWELS and after else SILENT
    if sound not in VOWELS or not before or not after:
        return OTHER
    return GLIDE if sound in "ei" and (before in VOWELS or after in VOWELS) else SYLLABLE


def _change(sound: str, other: str, last: bool) -> float:
    if sound == other:
        return 0.0
    if last and sound in VOWELS and sound + other not in SAME_ENDINGS:
        return OTHER
    return near().get((sound, other), OTHER)
