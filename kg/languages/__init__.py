"""One folder of words per language; this loader makes it a `Language`. The words are data, never code.

A folder holds TOML files, one per kind of thing (`posts.toml`, `instruments.toml`, ...). In each, a table maps
a key of the ontology (a `skos:notation`) or a key that the file's reader names to a list of patterns (`kg.matching`):
``words("events", "verb")`` is the table ``[verb]`` of ``events.toml``. A folder whose `language.toml` says
``extends = "id"`` begins with all the words of that language and adds its own. Further languages may stand in folders of the user's
own, which the environment variable `KG_LANGUAGES` names; a language of the same code there takes the place of ours.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from kg.errors import InvalidLanguage, UnknownLanguage
from kg.matching import Phrases

FOLDER = Path(__file__).parent
MORE = "KG_LANGUAGES"
EXAMPLES = "examples"  # the language's own tests, which are no words
KINDS = ("parties", "people", "posts", "organizations", "sectors", "instruments", "statuses", "events", "dates", "places", "figures", "speech")


@dataclass(frozen=True, slots=True)
class Language:
    """The words of one language: tables of patterns by file and table name, compiled once."""

    code: str
    files: Mapping[str, Mapping[str, Any]]
    _compiled: dict[tuple[str, tuple[str, ...]], Phrases[str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def unread(self) -> tuple[str, ...]:
        """The kinds of things that the language has no words for, so that they are not found.

        >>> language("id").unread, "people" in language("eo").unread
        ((), True)
        """
        return tuple(kind for kind in KINDS if kind not in self.files)

    def table(self, file: str, *path: str) -> Mapping[str, Any]:
        """A table of a file as it is written; an empty one where the language does not have it."""
        found: Any = self.files.get(file, {})
        for name in path:
            found = found.get(name, {})
        return found if isinstance(found, Mapping) else {}

    def values(self, file: str, *path: str) -> tuple[str, ...]:
        """A plain list of a file, such as ``values("language", "abbreviations")``."""
        found: Any = self.table(file, *path[:-1]).get(path[-1], ())
        return tuple(found)

    def phrases(self, file: str, *path: str) -> Phrases[str]:
        """The patterns of a table, each standing for the key it is listed under; compiled once.

        >>> language("id").phrases("no such file", "table").at((), 0) is None
        True
        """
        address = (file, path)
        compiled = self._compiled.get(address)
        if compiled is None:
            table = self.table(file, *path)
            compiled = self._compiled[address] = Phrases((pattern, key) for key, patterns in table.items() if isinstance(patterns, list) for pattern in patterns)
        return compiled


def codes() -> tuple[str, ...]:
    """The languages that have a folder.

    >>> "id" in codes()
    True
    """
    return tuple(sorted(_homes()))


@cache
def _homes() -> Mapping[str, Path]:
    """The folder of each language; the user's own before ours."""
    folders = [FOLDER, *(Path(folder) for folder in os.environ.get(MORE, "").split(os.pathsep) if folder)]
    return {path.parent.name: path.parent for folder in folders for path in sorted(folder.glob("*/language.toml"))}


@cache
def language(code: str) -> Language:
    """The language with this BCP 47 code; one without a folder has no words at all.

    >>> language("id").code
    'id'
    """
    return Language(code, _files(code) if code in codes() else {})


def examples(code: str) -> Mapping[str, Any]:
    """The language's own tests: sentences with the facts that they state, and which of them are still read wrongly.

    >>> examples("eo")
    {}
    """
    path = _homes()[code] / f"{EXAMPLES}.toml" if code in codes() else None
    return _read(path) if path and path.exists() else {}


def _files(code: str) -> dict[str, Mapping[str, Any]]:
    own: dict[str, Mapping[str, Any]] = {path.stem: _read(path) for path in sorted(_homes()[code].glob("*.toml")) if path.stem != EXAMPLES}
    parent = own.get("language", {}).get("extends")
    if parent is None:
        return own
    if parent not in codes():
        raise UnknownLanguage(f"{_homes()[code] / 'language.toml'}: extends = {parent!r}, which has no folder")
    inherited = _files(parent)
    return {name: _merge(inherited.get(name, {}), own.get(name, {})) for name in (*inherited, *own)}


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InvalidLanguage(f"{path}: {error}") from error


def _merge(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Own words after inherited ones: lists are joined, tables merged, anything else replaced."""
    merged: dict[str, Any] = dict(base)
    for key, value in own.items():
        old = merged.get(key)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            merged[key] = _merge(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = [*old, *(v for v in value if v not in old)]
        else:
            merged[key] = value
    return merged
