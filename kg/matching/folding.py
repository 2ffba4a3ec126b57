"""Words as word lists know them, whatever capitals, accents, dashes and quotes a text writes."""

from __future__ import annotations

import unicodedata


def fold(word: str) -> str:
    """Write a word as word lists know it: lower case, without accents, one kind of dash and quote.

    >>> fold("Pärnamäe"), fold("—"), fold("Ёлка"), fold("Край")
    ('parnamae', '-', 'елка', 'край')
    """
    return word.casefold().translate(PLAIN)


class _Plain(dict[int, str]):
    """Each character without its accents, worked out once: Latin letters lose them, every other script stays as it is (й is a letter of its own)."""

    def __missing__(self, char: int) -> str:
        base = unicodedata.normalize("NFD", chr(char))
        self[char] = base[0] if len(base) > 1 and base[0].isascii() else chr(char)
        return self[char]


PLAIN = _Plain(str.maketrans({**dict.fromkeys("‐‑‒–—―−", "-"), **dict.fromkeys("“”„«»‟", '"'), **dict.fromkeys("’‘ʼ`´", "'"), "ё": "е"}))
