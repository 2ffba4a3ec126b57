"""Free text over headlines, names and sentences (SQLite FTS5), beside the quads of an embedded store and always in step with them.

Before an article's quads are changed, its key is noted as due; after the change its words are indexed and the note is struck. A process that is killed
between the two leaves the note, and the next search indexes that article from its quads. An index that is missing or older is made anew.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError
from kg.world.terms import Row, plain, term

FILE = "kg-search.sqlite"
VERSION = 1
KINDS = {"headline": ("schema:headline",), "name": ("foaf:name", "rdfs:label", "skos:prefLabel", "skos:altLabel"), "sentence": ("oa:exact",)}
TABLES = f"""
CREATE VIRTUAL TABLE words USING fts5 (text, kind UNINDEXED, about UNINDEXED, article UNINDEXED, tokenize = "unicode61 remove_diacritics 2");
CREATE TABLE due (article TEXT PRIMARY KEY);
CREATE TABLE held (article TEXT PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL);
PRAGMA user_version = {VERSION};
"""
WORD = re.compile(r"\w+")
MARK = ("\x02", "\x03")


@dataclass(frozen=True, slots=True)
class Hit:
    """Where words stand: in a headline, a name or a sentence of an article; `marked` has them between the marks 2 and 3 of ASCII."""

    article: str
    kind: str
    about: str
    text: str
    marked: str


class Index:
    """The words of an embedded store."""

    def __init__(self, folder: Path) -> None:
        """Open the index of a store's folder, made if missing."""
        self._path = folder / FILE
        try:
            self._db = sqlite3.connect(self._path, isolation_level=None, timeout=30)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
        except sqlite3.Error as error:
            raise StoreError(f"{self._path}: cannot be opened ({error})") from error

    @classmethod
    def beside(cls, folder: Path, *, empty: bool) -> Index | None:
        """The index of a store that is written to: made where the store is empty; none where it has articles that were never indexed."""
        if not empty and not (folder / FILE).exists():
            return None
        index = cls(folder)
        if not index.is_current():
            if not empty:
                index.close()
                return None
            index.begin()
        return index

    def is_current(self) -> bool:
        """Whether the index is of this version; a missing one is not."""
        try:
            return bool(self._db.execute("PRAGMA user_version").fetchone()[0] == VERSION)
        except sqlite3.DatabaseError:
            return False

    def begin(self) -> None:
        """Make the tables anew, empty."""
        try:
            with closing(self._db.cursor()) as cursor:
                for name in ("words", "due", "held"):
                    cursor.execute(f"DROP TABLE IF EXISTS {name}")
                cursor.executescript(TABLES)
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{self._path}: is damaged ({error}); delete it, and the next search makes it anew") from error

    def note(self, articles: Iterable[str]) -> None:
        """Write down that articles are about to change."""
        self._db.executemany("INSERT OR IGNORE INTO due VALUES (?)", [(article,) for article in articles])

    def due(self) -> list[str]:
        """The articles whose change was begun and not yet indexed."""
        return [row[0] for row in self._db.execute("SELECT article FROM due ORDER BY article")]

    def put(self, article: str, said: Iterable[Row]) -> None:
        """Index what an article says now, in the place of what it said before; nothing for one that is gone."""
        rows = sorted(_texts(said))
        cursor = self._db.cursor()
        cursor.execute("BEGIN IMMEDIATE")
        try:
            held = cursor.execute("SELECT first, last FROM held WHERE article = ?", (article,)).fetchone()
            if held is not None:
                cursor.execute("DELETE FROM words WHERE rowid BETWEEN ? AND ?", held)
                cursor.execute("DELETE FROM held WHERE article = ?", (article,))
            if rows:
                first = (cursor.execute("SELECT max(rowid) FROM words").fetchone()[0] or 0) + 1
                numbered = ((first + i, text, kind, about, article) for i, (kind, about, text) in enumerate(rows))
                cursor.executemany("INSERT INTO words (rowid, text, kind, about, article) VALUES (?, ?, ?, ?, ?)", numbered)
                cursor.execute("INSERT INTO held VALUES (?, ?, ?)", (article, first, first + len(rows) - 1))
            cursor.execute("DELETE FROM due WHERE article = ?", (article,))
            cursor.execute("COMMIT")
        except BaseException:
            cursor.execute("ROLLBACK")
            raise
        finally:
            cursor.close()

    def count(self) -> int:
        """How many articles are indexed."""
        return int(self._db.execute("SELECT count(*) FROM held").fetchone()[0])

    def search(self, words: str, *, kinds: Collection[str] = (), limit: int = 20) -> Iterator[Hit]:
        """Where all of the words stand, the best places first; the last word may be only begun."""
        asked = expression(words)
        if not asked:
            return
        rows = self._db.execute(
            "SELECT article, kind, about, text, highlight(words, 0, ?, ?) FROM words WHERE words MATCH ? "
            "AND kind IN (SELECT value FROM json_each(?)) ORDER BY rank, rowid LIMIT ?",
            (*MARK, asked, json.dumps(sorted(kinds or KINDS)), limit),
        )
        yield from (Hit(*row) for row in rows)

    def close(self) -> None:
        """Let go of the index."""
        self._db.close()


def expression(words: str) -> str:
    """What SQLite is asked: every word of the user, none of the language in which SQLite is asked.

    >>> expression('nota "kesepah OR')
    '"nota" "kesepah" "OR"*'
    """
    found = WORD.findall(words)
    return " ".join(f'"{word}"' for word in found) + ("*" if found else "")


def _texts(said: Iterable[Row]) -> set[tuple[str, str, str]]:
    """The texts of an article graph, each with its kind and what it is of."""
    of = {term(name): kind for kind, names in KINDS.items() for name in names}
    return {(of[predicate], plain(subject), plain(value)) for subject, predicate, value in said if predicate in of and value.startswith('"')}
