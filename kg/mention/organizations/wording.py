"""The name of a body as a dictionary would have it: head and adjectives in the nominative, the rest as the text words it."""

from __future__ import annotations

from kg.matching import fold
from kg.mention.organizations.line import FILE, Line


def nominative(line: Line, before: int, head: int, end: int) -> str:
    """Write a name in the nominative: the words before the head agree with it, the words after it stay."""
    match = line.phrase("nominative", head)
    if match is None or match.last > end:
        return line.write(before, end)
    base = match.value
    if line.tokens[head].text.isupper() and len(base) > 1:
        base = base.upper()
    adjectives = [_agree(line, line.tokens[i].text, match.value) for i in range(before, head)]
    start = adjectives[0] if adjectives else base
    capital = line.is_capital(before)
    words = [*adjectives, base.lower() if adjectives and not base.isupper() else base]
    words[0] = start if capital else start[0].lower() + start[1:]
    rest = [line.write(match.last, end)] if match.last < end else []
    return " ".join([*words, *rest])


def _agree(line: Line, word: str, noun: str) -> str:
    """An adjective in the nominative of the noun's gender, by the endings that the language lists for it."""
    genders = line.words.table(FILE, "gender")
    noun = next((w for w in noun.split() if not fold(w).endswith(line.words.values(FILE, "grammar", "adjectives"))), noun)  # "Академия" of "Академия наук"
    gender = next((g for g, endings in genders.items() if fold(noun).endswith(tuple(endings))), "masculine")
    changes = line.words.table(FILE, "agreement", gender)
    ending = max((e for e in changes if word.lower().endswith(e)), key=len, default=None)
    return word if ending is None else word[: len(word) - len(ending)] + str(changes[ending])
