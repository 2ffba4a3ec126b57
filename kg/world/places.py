"""Where something was, so that it can be compared across languages."""

from __future__ import annotations

from functools import cache, lru_cache

from kg.gazetteer import city, codes, label
from kg.institutions import folded
from kg.vocabulary import LANGUAGES


@lru_cache(maxsize=5_000)
def place(name: str) -> str:
    """A place as it is compared: a well-known city and a country are the same in every language, another place goes by its name.

    >>> place("Москва") == place("Moskow") == place("Moscow") != place("Kazan")
    True
    >>> place("Алма-Ата") == place("Almaty"), place("Rusia"), place("Nowhere")
    (True, 'RU', 'nowhere')
    """
    found = city(name)
    return f"{found.code} {found.name}" if found else _countries().get(folded(name), folded(name))


def elsewhere(one: str, other: str) -> bool:
    """Whether two places, as they are compared, are two; what is in a country may be any place of it.

    >>> elsewhere(place("Rusia"), place("Moscow")), elsewhere(place("Kazan"), place("Moscow")), elsewhere("", place("Moscow"))
    (False, True, False)
    """
    return bool(one and other) and one != other and not f"{one} ".startswith(f"{other} ") and not f"{other} ".startswith(f"{one} ")


@cache
def _countries() -> dict[str, str]:
    """The countries by their usual names."""
    return {folded(label(code, lang)): code for lang in LANGUAGES for code in codes()}
