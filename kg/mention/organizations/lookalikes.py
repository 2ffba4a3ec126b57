"""What only looks like a body: a maker's name for what it makes, where another body sits, half of a compound."""

from __future__ import annotations

from kg.mention.organizations.line import FILE, Line
from kg.mention.organizations.parts import begins_another


def is_product(line: Line, first: int, last: int) -> bool:
    """Whether a maker's name stands for what it makes: "pesawat Boeing", "Airbus helicopters"."""
    phrases = (line.around or line.words).phrases(FILE, "product")
    after = phrases.at(line.tokens, last)
    before = (phrases.at(line.tokens, i) for i in range(max(0, first - 2), first))
    return (after is not None and after.value == "after") or any(m is not None and m.value == "before" and m.last == first for m in before)


def is_compounded(line: Line, first: int) -> bool:
    """Whether a hyphen makes the head a part of the word before it: «пресс-служба МИД»."""
    return line.touches(first) and line.touches(first - 1) and line.tokens[first - 1].text == "-"


def is_seat(line: Line, first: int) -> bool:
    """Whether the head is only where another body sits: "Kantor | Kementerian Perhubungan", "Kantor Pusat | Kemenkes", "Kampus | UGM"."""
    match = line.phrase("seat", first)
    return match is not None and (begins_another(line, match.last) or (line.is_capital(match.last) and line.is_in("contraction", match.last)))
