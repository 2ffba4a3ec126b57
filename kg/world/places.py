"""Where something was, so that it can be compared across languages."""

from __future__ import annotations

from functools import lru_cache

from kg.gazetteer import capital, country_of_place
from kg.institutions import folded
from kg.vocabulary import LANGUAGES


@lru_cache(maxsize=20_000)
def place(name: str) -> str:
    """A place as it is compared: a capital is the same in every language, another place goes by its name.

    >>> place("Москва") == place("Moskow") == place("Moscow") != place("Kazan")
    True
    """
    code = country_of_place(name)
    capitals = {capital(code, lang) for lang in LANGUAGES} if code else set()
    return str(code) if name in capitals else folded(name)
