"""Finds amounts: a number with its scale and unit, such as US$4, 100 Mbps, 75 tahun, 3,5 млрд долл."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kg.model import Mention, Sentence, Token
from kg.reading import Reading

GROUP = 3
LONGEST_NUMBER = 15
FIRST_YEAR, LAST_YEAR = 1900, 2100


def find(reading: Reading) -> Iterator[Mention]:
    """Give each amount that has a unit; its value is a plain decimal number, its unit an attribute."""
    dates = {position for m in reading.mentions("date") for position in (m.start, m.end)}
    for sentence in reading.sentences:
        yield from (mention for mention in _in_sentence(reading, sentence) if mention.start not in dates and mention.end not in dates)


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Mention]:
    tokens, position = _loosened(sentence.tokens), 0
    while position < len(tokens):
        found = _amount(reading, tokens, position)
        if found is None:
            position += 1
            continue
        first, last, value, unit = found
        start, end = tokens[first].start, tokens[last - 1].end
        yield Mention("figure", start, end, value, sentence.index, "figure.amount", attributes={"unit": unit})
        position = last


def _loosened(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Tokens in which a currency stands apart from its number: `Rp2` as `Rp`, `2`."""
    if not any(t.text[-1].isdigit() and t.text[0].isalpha() for t in tokens):
        return tokens
    return tuple(piece for token in tokens for piece in _pieces(token))


def _pieces(token: Token) -> tuple[Token, ...]:
    letters = token.text.rstrip("0123456789")
    if not letters.isalpha() or letters == token.text:
        return (token,)
    middle = token.start + len(letters)
    return (
        Token(token.start, middle, letters, token.norm[: len(letters)]),
        Token(middle, token.end, token.text[len(letters) :], token.norm[len(letters) :]),
    )


def _amount(reading: Reading, tokens: Sequence[Token], position: int) -> tuple[int, int, str, str] | None:
    """The amount that begins at this token: where it ends, its value and its unit."""
    words = reading.language
    before = words.phrases("figures", "before").at(tokens, position)
    first = before.last if before else position
    last = _number_end(tokens, first)
    if last == first:
        return None
    scale = words.phrases("figures", "scale").at(tokens, last)
    after = words.phrases("figures", "unit").at(tokens, scale.last if scale else last)
    unit = after.value if after else before.value if before else None
    if unit is None or (unit == "year" and _is_a_year(tokens[first:last])):
        return None
    value = _value(tokens[first:last], str(words.table("figures").get("decimal", ".")), int(scale.value) if scale else 0)
    end = after.last if after else scale.last if scale else last
    return None if value is None else (position, end, value, unit)


def _number_end(tokens: Sequence[Token], first: int) -> int:
    """Where a number such as 1.234,5 ends: digits, joined by points or commas without spaces."""
    last = first
    while last < len(tokens) and last - first < LONGEST_NUMBER and tokens[last].text.isdecimal():
        last += 1
        joined = last + 1 < len(tokens) and tokens[last].text in ".," and tokens[last + 1].text.isdecimal()
        if not (joined and tokens[last - 1].end == tokens[last].start and tokens[last].end == tokens[last + 1].start):
            break
        last += 1
    return last


def _is_a_year(tokens: Sequence[Token]) -> bool:
    """`2030 tahun` or `2025 год` is a date, not a duration."""
    return len(tokens) == 1 and FIRST_YEAR <= int(tokens[0].text) <= LAST_YEAR


def _value(tokens: Sequence[Token], decimal: str, scale: int) -> str | None:
    """The number as plain digits, `2,9 triliun` as 2900000000000.

    >>> from kg.matching import tokenize
    >>> _value(tokenize("2,9"), ",", 12), _value(tokenize("9.312"), ",", 0), _value(tokenize("4.3"), ".", 6)
    ('2900000000000', '9312', '4300000')
    """
    text = "".join(token.text for token in tokens)
    grouping = "." if decimal == "," else ","
    parts = text.split(grouping)
    if any(len(part) != GROUP for part in parts[1:] if decimal not in part):
        text, decimal = text.replace(decimal, ""), grouping
    else:
        text = text.replace(grouping, "")
    whole, _, fraction = text.partition(decimal)
    if not whole.isdecimal() or (fraction and not fraction.isdecimal()):
        return None
    number = Decimal(f"{whole}.{fraction or '0'}") * 10**scale
    return f"{number.normalize():f}"
