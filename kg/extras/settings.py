"""What an extra is told: `--set NAME=VALUE`, else the environment, else its own default."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping

from kg.errors import ExtractorError
from kg.vocabulary import nearest


class Settings:
    """Values by name; remembers which names were asked for, so that a misspelt one is not passed over in silence."""

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        """Take what the user gave."""
        self._given = dict(given or {})
        self._asked: set[str] = set()

    def text(self, name: str, *, env: str = "", default: str = "") -> str:
        """Give a setting as text.

        >>> Settings({"url": "http://localhost"}).text("url", env="KG_LLM_URL")
        'http://localhost'
        """
        self._asked.add(name)
        return (self._given.get(name) or (os.environ.get(env, "") if env else "") or default).strip()

    def number(self, name: str, default: float, *, least: float = 0, most: float) -> float:
        """Give a setting as a number within its limits.

        >>> Settings({"timeout": "soon"}).number("timeout", 120, most=3600)
        Traceback (most recent call last):
            ...
        kg.errors.ExtractorError: timeout='soon' is no number from 0 to 3600
        """
        written = self.text(name, default=str(default))
        try:
            value = float(written)
        except ValueError:
            value = float("nan")
        if not least <= value <= most:
            raise ExtractorError(f"{name}={written!r} is no number from {least} to {most}")
        return value

    def refuse_others(self) -> None:
        """Refuse what was given and nobody asked for.

        >>> Settings({"ulr": "x"}).refuse_others()
        Traceback (most recent call last):
            ...
        kg.errors.ExtractorError: nothing here takes the setting 'ulr'
        """
        for name in self._given:
            if name not in self._asked:
                raise ExtractorError(f"nothing here takes the setting {name!r}{nearest(name, sorted(self._asked))}")


def parse(written: Iterable[str]) -> dict[str, str]:
    """Read settings as they are written on the command line.

    >>> parse(["url=http://localhost:8000/v1?a=b"])
    {'url': 'http://localhost:8000/v1?a=b'}
    >>> parse(["url"])
    Traceback (most recent call last):
        ...
    kg.errors.ExtractorError: a setting is written NAME=VALUE, not 'url'
    """
    found = {}
    for setting in written:
        name, equals, value = setting.partition("=")
        if not name.strip() or not equals:
            raise ExtractorError(f"a setting is written NAME=VALUE, not {setting!r}")
        found[name.strip()] = value
    return found
