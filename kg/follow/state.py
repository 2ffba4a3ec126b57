"""What was seen of the sources: which pages are stored, which wait, which failed and why (SQLite beside the list)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kg.errors import StoreError

TABLES = """
CREATE TABLE IF NOT EXISTS source (url TEXT PRIMARY KEY, etag TEXT, modified TEXT);
CREATE TABLE IF NOT EXISTS page (
  url TEXT PRIMARY KEY, source TEXT NOT NULL, stamp TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL DEFAULT 0, why TEXT, etag TEXT, modified TEXT
);
CREATE INDEX IF NOT EXISTS waiting ON page (source, state);
"""
VERSION = 1
MOST_TRIES = 4


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page that is still to be fetched."""

    url: str
    etag: str | None
    modified: str | None


class State:
    """The memory of `kg follow run`; every change is on disk when a method returns."""

    def __init__(self, path: Path) -> None:
        """Open the database, made if missing. Raises `StoreError` where it is none, or of a later version."""
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._db = sqlite3.connect(path, isolation_level=None, timeout=30)
            self._db.execute("PRAGMA journal_mode=WAL")
            version = self._db.execute("PRAGMA user_version").fetchone()[0]
            if version > VERSION:
                raise StoreError(f"{path}: written by a later version of kg (format {version}; this one knows {VERSION})")
            self._db.executescript(f"BEGIN; {TABLES} PRAGMA user_version={VERSION}; COMMIT;")
        except sqlite3.DatabaseError as error:
            raise StoreError(f"{path}: not the memory of kg follow ({error})") from error

    def asked(self, source: str) -> tuple[str | None, str | None]:
        """By which marks a source can be asked whether it changed."""
        found = self._db.execute("SELECT etag, modified FROM source WHERE url = ?", (source,)).fetchone()
        return (found[0], found[1]) if found else (None, None)

    def take(self, source: str, found: Iterable[tuple[str, str]], etag: str | None, modified: str | None) -> int:
        """Note which pages (address, stamp) a source lists now; gives how many are new or have another stamp than before."""
        with self._db:
            self._db.execute("BEGIN")
            before = self._db.total_changes
            self._db.executemany(
                "INSERT INTO page (url, source, stamp, state) VALUES (?, ?, ?, 'waiting') ON CONFLICT (url) DO UPDATE "
                "SET stamp = excluded.stamp, state = 'waiting', tries = 0 WHERE excluded.stamp <> page.stamp",
                [(url, source, stamp) for url, stamp in found],
            )
            new = self._db.total_changes - before
            self._db.execute("INSERT OR REPLACE INTO source VALUES (?, ?, ?)", (source, etag, modified))
        return new

    def waiting(self, source: str) -> list[Waiting]:
        """The pages of a source that are still to be fetched, in the order in which they were found."""
        rows = self._db.execute("SELECT url, etag, modified FROM page WHERE source = ? AND state = 'waiting' ORDER BY tries, rowid", (source,))
        return [Waiting(*row) for row in rows]

    def done(self, url: str, etag: str | None, modified: str | None) -> None:
        """Note that a page is stored."""
        self._db.execute("UPDATE page SET state = 'done', why = NULL, etag = ?, modified = ? WHERE url = ?", (etag, modified, url))

    def failed(self, url: str, why: str) -> None:
        """Note that a page could not be had; after a few tries it is given up."""
        self._db.execute(
            "UPDATE page SET tries = tries + 1, why = ?, state = CASE WHEN tries + 1 >= ? THEN 'failed' ELSE 'waiting' END WHERE url = ?", (why, MOST_TRIES, url),
        )

    def refused(self, url: str, why: str) -> None:
        """Note that a page is no article, or may not be fetched: it is not asked for again."""
        self._db.execute("UPDATE page SET state = 'failed', why = ? WHERE url = ?", (why, url))

    def counts(self, source: str) -> dict[str, int]:
        """How many pages of a source are stored, wait, and failed."""
        return dict(self._db.execute("SELECT state, count(*) FROM page WHERE source = ? GROUP BY state", (source,)).fetchall())

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()
