"""The parties of an article in a language without words: the countries that it names first or again and again."""

from __future__ import annotations

from kg.reading import Party, Reading

HEAD = 2  # sentences, the title among them
OFTEN = 2  # sentences
UNSURE = 0.5


def prominent(reading: Reading) -> tuple[Party, ...]:
    """Give the countries of the first sentences, and those that at least two sentences name; one alone is none."""
    named: dict[str, dict[int, None]] = {}
    for mention in reading.mentions("country"):
        named.setdefault(mention.value, {})[mention.sentence] = None
    chosen = [Party(code, tuple(where), "party.named", UNSURE) for code, where in named.items() if min(where) < HEAD or len(where) >= OFTEN]
    return tuple(chosen) if len(chosen) > 1 else ()
