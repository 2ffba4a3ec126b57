"""What the report says in its own words, in the curator's language (`words.toml`); the shapes bring their messages along."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

ENGLISH = "en"


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))


def languages() -> tuple[str, ...]:
    """List the languages in which a report can be written.

    >>> languages()
    ('en', 'id', 'ru')
    """
    return tuple(_words())


def say(key: str, lang: str = ENGLISH, **values: object) -> str:
    """Say something in a language, in English where the language is not known.

    >>> say("no_article", "id"), say("other_words", "tr", start=0, end=4)
    ('tanpa artikel', 'The text has other words at [0, 4)')
    """
    return _words().get(lang, _words()[ENGLISH])[key].format(**values)
