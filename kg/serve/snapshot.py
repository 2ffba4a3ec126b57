"""The store as the processes of the server see it: frozen when it was opened, opened anew when another process has changed it.

Every change of the engine is a longer log (`*.log`), or new files that are entered in its manifest, so their names, sizes and times tell whether something
changed: some tens of microseconds, where opening the store takes tens of milliseconds.
"""

from __future__ import annotations

import os
import time
from hashlib import sha256

from kg.errors import StoreError
from kg.store import Store, open_store

TRIES, PAUSE = 20, 0.05


def state(folder: str) -> str:
    """A word that is another one after every change of a store; empty where there is no store at this moment."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.name.endswith(".log") or entry.name.startswith(("MANIFEST-", "CURRENT")):
                    stat = entry.stat()
                    found.append((entry.name, stat.st_size, stat.st_mtime_ns, stat.st_ino))
    except OSError:  # a file that the writer has just removed, or a store that is being put in the place of another
        return ""
    return sha256(repr(sorted(found)).encode()).hexdigest()[:16] if found else ""


class Snapshot:
    """A store that is read, as it was at a moment."""

    def __init__(self, folder: str) -> None:
        """Read the store of this folder, from the first question on."""
        self._folder, self._state = folder, ""
        self._store: Store | None = None

    def store(self, wanted: str) -> Store:
        """The store in the state that is wanted, or in a later one."""
        if self._store is None or wanted != self._state:
            self._refresh()
        if self._store is None:
            raise StoreError(f"{self._folder}: there is no store here at this moment")
        return self._store

    def _refresh(self) -> None:
        """Open the store anew if it has changed; the state is noted first, so that what is read is never older."""
        for _ in range(TRIES):
            found = state(self._folder)
            if found and found == self._state:
                return
            # A store whose folder is just being replaced is not opened: opening would repair what looks like an interrupted change.
            if found:
                self._close()
                self._store, self._state = open_store(self._folder, read_only=True), found
                return
            time.sleep(PAUSE)
        raise StoreError(f"{self._folder}: there is no store here at this moment")

    def _close(self) -> None:
        """Let go of the store as it was: two of them would take twice the memory."""
        if self._store is not None:
            self._store.close()
        self._store, self._state = None, ""
