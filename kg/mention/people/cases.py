"""Names in the nominative: "с Мехметом Арсланом" → "Мехмет Арслан", in a language that declines names (`people.toml` [case])."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.languages import Language, language
from kg.matching import fold

SHORTEST = 3
FILE = "people"


def nominative(words: Language, name: str, case: str) -> str:
    """Put a name that stands in this case into the nominative; a word that no rule of the case fits stays.

    >>> from kg.languages import language
    >>> nominative(language("ru"), "Мехметом Арсланом", "instrumental")
    'Мехмет Арслан'
    >>> nominative(language("ru"), "Меги Фицджеральд", "nominative")
    'Меги Фицджеральд'
    """
    rules: Sequence[Sequence[str]] = words.table(FILE, "case", case).get("rules", ())
    return " ".join(_word(part, rules) for part in name.split(" ")) if rules else name


def adjectives(language: Language, words: str, case: str) -> str:
    """Put the adjectives that stand before an office in this case into the nominative; a word that no rule fits stays.

    >>> from kg.languages import language
    >>> adjectives(language("ru"), "турецкого ", "genitive")
    'турецкий '
    """
    rules: Sequence[Sequence[str]] = language.table(FILE, "case", case).get("adjectives", ())
    return " ".join(_replaced(word, rules) for word in words.split(" ")) if rules else words


def _replaced(word: str, rules: Sequence[Sequence[str]]) -> str:
    fitting = ((old, new) for old, new in rules if word.endswith(old) and len(word) - len(old) >= SHORTEST)
    return next((word.removesuffix(old) + new for old, new in fitting), word)


def _word(word: str, rules: Sequence[Sequence[str]]) -> str:
    *parts, tail = word.split("-")
    if len(tail) <= SHORTEST or tail.endswith(".") or not tail[0].isupper():
        return word
    for old, new in rules:
        if tail == old or (tail.endswith(old) and len(tail) - len(old) >= SHORTEST - 1):
            return "-".join([*(_word(p, rules) for p in parts), tail.removesuffix(old) + new])
    return "-".join([*parts, tail])


def index_key(words: Language, word: str) -> str:
    """What all forms of a word of a name begin with; in a language without cases the word itself."""
    return fold(word)[:SHORTEST] if words.table(FILE, "case") else fold(word)


def same_name(words: Language, one: str, other: str) -> bool:
    """Whether two wordings may be forms of one name: word by word equal up to a case ending.

    >>> from kg.languages import language
    >>> same_name(language("ru"), "Путина", "Путин"), same_name(language("id"), "Rahman", "Rahma")
    (True, False)
    """
    a, b = fold(one).split(), fold(other).split()
    return len(a) == len(b) and all(_same_word(words, x, y) for x, y in zip(a, b, strict=True))


def _same_word(words: Language, one: str, other: str) -> bool:
    if one == other:
        return True
    if not words.table(FILE, "case"):
        return False
    stem = _common(one, other)
    endings = _endings(words.code)
    return stem >= SHORTEST and one[stem:] in endings and other[stem:] in endings


def _common(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@cache
def _endings(code: str) -> frozenset[str]:
    """All endings that a form of a name can have beyond the stem, the empty one included."""
    cases = language(code).table(FILE, "case").values()
    pairs = [pair for case in cases for pair in case.get("rules", ())]
    found = {""}
    for old, new in pairs:
        stem = _common(old, new)
        found.update((old[stem:], new[stem:]))
    return frozenset(found)
