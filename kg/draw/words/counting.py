"""Numbers with what they count: a language writes as many forms as it has, and how many there are says which of them a number takes."""

from __future__ import annotations

from collections.abc import Sequence

ONE, FEW = 1, range(2, 5)
TEENS = range(11, 15)


def counted(forms: Sequence[str], number: int) -> str:
    """A number and the right form of what it counts; of one form, of two (one, many) or of three (1 or 21, 2 to 4 or 22, many).

    >>> counted(["{count} source", "{count} sources"], 1), counted(["{count} sumber"], 3)
    ('1 source', '3 sumber')
    >>> [counted(["{count} источник", "{count} источника", "{count} источников"], number) for number in (21, 3, 12)]
    ['21 источник', '3 источника', '12 источников']
    """
    return forms[_form(len(forms), number)].format(count=number)


def _form(forms: int, number: int) -> int:
    if forms <= len(("one", "many")):
        return 0 if number == ONE else forms - 1
    if number % 100 in TEENS:
        return 2
    return 0 if number % 10 == ONE else 1 if number % 10 in FEW else 2
