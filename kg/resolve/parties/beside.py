"""What stands beside a country in its sentence: words right before it, verbs soon after it, marks between."""

from __future__ import annotations

from collections.abc import Sequence

from kg.matching import Phrases
from kg.model import Token

NEAR, WIDE = 3, 12  # words between a country and its verb, participants and a long list of countries
LONGEST_LIST = 5  # more countries in one list are markets or members
STOPS = frozenset('.;:!?"()')


def joins(words: Phrases[str], token: Token) -> bool:
    """Whether a word is an "and", or an article."""
    match = words.at((token,), 0)
    return match is not None and match.value in {"joins", "article"}


def attends(words: Phrases[str], tokens: Sequence[Token], position: int, number: int) -> bool:
    """Whether a list is one of participants: "delegates from Kenya and Sudan"; of many also "delegates of African states, namely Kenya, …"."""
    ahead = tokens[max(0, position - WIDE) : position]
    return ends_at(words, tokens, position) or (number > LONGEST_LIST and not is_broken(ahead) and any(words.find(ahead)))


def ends_at(phrases: Phrases[str], tokens: Sequence[Token], position: int) -> bool:
    """Whether one of the phrases ends right before a token."""
    return any(any(m.last == position for m in phrases.all_at(tokens[:position], first)) for first in range(max(0, position - 4), position))


def starts_near(verbs: Phrases[str], tokens: Sequence[Token], position: int) -> bool:
    """Whether a verb of acting together begins soon after a country: "Jepang juga menawarkan"."""
    for first in range(position, min(position + NEAR, len(tokens))):
        if verbs.at(tokens, first):
            return True
        if not tokens[first].text.isalpha():
            return False
    return False


def is_around(words: Phrases[str], tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether words listed as `before` or `after` a country stand near it: "no agreement with Russia", "Russia's invasion"."""
    before = any((m := words.at(tokens, i)) and m.value == "before" and m.last <= first for i in range(max(0, first - NEAR), first))
    return before or any((m := words.at(tokens, i)) and m.value == "after" for i in range(last, min(last + 2 * NEAR, len(tokens)))
                         if not is_broken(tokens[last:i]))


def is_broken(between: Sequence[Token]) -> bool:
    """Whether a mark that ends a clause stands between two words."""
    return any(t.text in STOPS for t in between)
