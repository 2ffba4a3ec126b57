"""Which files are done: a small database in the store's folder, so that a run that was stopped goes on where it was."""

from __future__ import annotations

import sqlite3
from importlib.metadata import version
from pathlib import Path

from kg.bulk.work import How
from kg.errors import StoreError
from kg.tables import fingerprint

FILE = "kg-added.sqlite"
TABLE = "CREATE TABLE IF NOT EXISTS done (source TEXT, how TEXT, stamp TEXT NOT NULL, pieces INTEGER NOT NULL, whole INTEGER NOT NULL, PRIMARY KEY (source, how))"


class Journal:
    """What was read of which file; a file that changed since, or is read otherwise, by another version or with other tables, counts as new."""

    def __init__(self, folder: Path | None, how: How) -> None:
        """Open the journal of a store's folder; without a folder nothing is remembered after this run."""
        self._how = repr((version("diplokg"), how, *filter(None, [fingerprint()])))
        try:
            self._db = sqlite3.connect(":memory:" if folder is None else folder / FILE, isolation_level=None, timeout=30)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._db.execute(TABLE)
        except sqlite3.Error as error:
            raise StoreError(f"{folder}/{FILE}: cannot be opened ({error}); delete it to begin anew") from error

    def pieces(self, path: Path) -> int | None:
        """How many pieces of a file were stored by an earlier run; None where all of it was."""
        row = self._db.execute("SELECT pieces, whole FROM done WHERE source = ? AND how = ? AND stamp = ?", (str(path.absolute()), self._how, _stamp(path))).fetchone()
        return 0 if row is None else None if row[1] else int(row[0])

    def note(self, path: Path, pieces: int, *, whole: bool) -> None:
        """Write down how much of a file is stored."""
        self._db.execute("INSERT OR REPLACE INTO done VALUES (?, ?, ?, ?, ?)", (str(path.absolute()), self._how, _stamp(path), pieces, whole))

    def close(self) -> None:
        """Let go of the journal."""
        self._db.close()



def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except OSError:
        return "missing"
    return f"{found.st_size}/{found.st_mtime_ns}"
