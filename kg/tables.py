"""The tables of reference data: ours in `data/`, and a user's own of the same names and columns beside them.

`KG_DATA` names the folder of a user's tables (several are parted as in `PATH`). Their rows come after ours; columns may stand in any order, and those that
may be empty may be missing. A row that cannot be understood is told in one line: where it stands, what was found, what was expected.
"""

from __future__ import annotations

import csv
import os
import re
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kg.errors import InvalidData
from kg.resources import folder
from kg.vocabulary import notations

MORE = "KG_DATA"


class Kind(NamedTuple):
    """What a cell must be like, as a pattern and in words; with a scheme one of its codes."""

    pattern: re.Pattern[str]
    meaning: str
    scheme: str = ""

    def fits(self, cell: str) -> bool:
        """Whether a cell is like this."""
        return bool(self.pattern.fullmatch(cell)) and (not self.scheme or cell in notations(self.scheme))


ANYTHING = Kind(re.compile(r".*", re.DOTALL), "anything")
TEXT = Kind(re.compile(r"(?=.*\w).*", re.DOTALL), "a text")
CODE = Kind(re.compile(r"[A-Z]{2}"), "a country's ISO 3166-1 code such as ID")
SOME_CODE = Kind(re.compile(r"([A-Z]{2})?"), "a country's ISO 3166-1 code such as ID, or nothing")
FORM_CODE = Kind(re.compile(r"[A-Z]{2}|-"), "a country's ISO 3166-1 code such as ID, or - for what is no country")
DATE = Kind(re.compile(r"(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?"), "2024-10-21, 2024-10, 2024 or nothing")
LANGUAGE = Kind(re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*"), "a language's code such as id")
TYPE = Kind(re.compile(r"[a-z]+"), "a code of the scheme of organization types such as agency", "organization-type")
WORD = Kind(re.compile(r"[a-z]+([_-][a-z]+)*"), "a word such as trade")
INSTITUTION = Kind(re.compile(r"[A-Z]{2}(-[a-z0-9]+)+"), "the country's code and words such as ID-trade")
ITEM = Kind(re.compile(r"Q[1-9]\d*"), "an item of Wikidata such as Q252")

TABLES: dict[str, dict[str, Kind]] = {
    "countries.csv": {"code": FORM_CODE, "lang": LANGUAGE, "kind": WORD, "names": TEXT},
    "country_names.csv": {"lang": LANGUAGE, "code": CODE, "name": TEXT},
    "places.csv": {"code": CODE, "lang": LANGUAGE, "name": TEXT, "forms": TEXT, "city": ANYTHING},
    "leaders.csv": {"code": CODE, "latin": ANYTHING, "cyrillic": ANYTHING},
    "ministries.csv": {
        "id": INSTITUTION, "country": CODE, "portfolio": WORD, "since": DATE, "until": DATE,
        "en": ANYTHING, "id_names": ANYTHING, "ru": ANYTHING, "own": ANYTHING, "source": TEXT,
    },
    "organizations.csv": {"type": TYPE, "country": SOME_CODE, "names": ANYTHING, "id": ANYTHING, "ru": ANYTHING},
    "publishers.csv": {"name": TEXT, "aliases": ANYTHING, "domains": ANYTHING, "kind": ANYTHING},
    "wikidata.csv": {"country": SOME_CODE, "name": ANYTHING, "wikidata": ITEM, "source": TEXT},
}


def table(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table by their columns, ours and then the user's. Raises `InvalidData` for a row of the user's that cannot be understood.

    >>> next(row["wikidata"] for row in table("wikidata.csv") if row["country"] == "ID")
    'Q252'
    """
    for cells in rows(name):
        yield dict(zip(TABLES[name], cells, strict=True))


def rows(name: str) -> Iterator[list[str]]:
    """The rows of a table as lists, in the order of our columns."""
    with (folder("data") / name).open(encoding="utf-8", newline="") as file:
        ours = csv.reader(file)
        next(ours, None)
        yield from ours
    for path in _theirs():
        if path.name == name:
            for found in _checked(path):
                if isinstance(found, str):
                    raise InvalidData(found)
                yield found


def faults() -> Iterator[str]:
    """What is wrong with the user's tables, a line for each row."""
    named = [Path(part) for part in os.environ.get(MORE, "").split(os.pathsep) if part]
    yield from (f"{path}: there is no such folder (it was named as the folder of tables)" for path in named if not path.is_dir())
    if named and not _theirs() and all(path.is_dir() for path in named):
        yield f"{os.pathsep.join(map(str, named))}: found none of the tables {', '.join(TABLES)}"
    yield from (found for path in _theirs() for found in _checked(path) if isinstance(found, str))


@cache
def fingerprint() -> str:
    """The content of the user's tables as a short code; nothing where there are none.

    >>> fingerprint()
    ''
    """
    contents = [path.name.encode() + b"\0" + path.read_bytes() for path in _theirs()]
    return sha256(b"\0".join(contents)).hexdigest()[:16] if contents else ""


def _theirs() -> list[Path]:
    """The user's tables, folder by folder."""
    folders = [Path(part) for part in os.environ.get(MORE, "").split(os.pathsep) if part]
    return [path / name for path in folders for name in TABLES if (path / name).is_file()]


def _checked(path: Path) -> Iterator[list[str] | str]:
    """The rows of a user's table, each as a list in the order of our columns or as what is wrong with it."""
    columns = TABLES[path.name]
    try:
        lines = csv.reader(path.read_bytes().decode("utf-8-sig").splitlines(keepends=True), strict=True)
        head = next(lines, [])
        if wrong := _of_head(head, columns):
            yield f"{path}:1: {wrong}"
            return
        for cells in lines:
            if any(cells):
                yield _row(cells, head, columns, f"{path}:{lines.line_num}")
    except UnicodeDecodeError as error:
        yield f"{path}: not in utf-8 (byte {error.start}); save it as utf-8"
    except (csv.Error, OSError) as error:
        yield f"{path}: cannot be read: {error}"


def _of_head(head: list[str], columns: dict[str, Kind]) -> str:
    """What is wrong with the names of the columns; nothing where they are right."""
    wrong = [f"{name!r}" for name in head if name not in columns or head.count(name) > 1]
    needed = [f"{name!r}" for name, kind in columns.items() if name not in head and not kind.fits("")]
    if not wrong and not needed:
        return ""
    told = [f"{word} {', '.join(dict.fromkeys(names))}" for word, names in (("found", wrong), ("missing", needed)) if names]
    return f"columns: {'; '.join(told)}; expected {','.join(columns)}"


def _row(cells: list[str], head: list[str], columns: dict[str, Kind], place: str) -> list[str] | str:
    """A row in the order of our columns, or what is wrong with it."""
    if len(cells) != len(head):
        return f"{place}: {len(cells)} columns; expected {len(head)} ({','.join(head)})"
    told = {name: cell.strip() for name, cell in zip(head, cells, strict=True)}
    wrong = next((name for name, cell in told.items() if not columns[name].fits(cell)), None)
    if wrong is not None:
        return f"{place}: {wrong} is {told[wrong]!r}; expected {columns[wrong].meaning}"
    return [told.get(name, "") for name in columns]
