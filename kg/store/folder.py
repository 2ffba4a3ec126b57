"""The folder of an embedded store: made once, with the version of its format in a file; every refusal in one clear line.

By `os` and not by `pathlib`, which takes as long to import as the engine to open a store.
"""

from __future__ import annotations

import os

from kg.errors import StoreError, StoreInUse

VERSION_FILE, VERSION = "kg-format", 1
DECISIONS = "decisions.jsonl"  # the file of curators in the folder of a store


def check(path: str, *, create: bool) -> None:
    """Make sure that the path is a store of this format; make an empty one where it may be made."""
    if os.path.exists(path) and not os.path.isdir(path):
        raise StoreError(f"{path}: is a file, not the folder of a store")
    recover(path)
    if not os.path.isfile(os.path.join(path, VERSION_FILE)):
        _begin(path, create=create)
    if (found := _version(path)) > VERSION:
        raise StoreError(f"{path}: made by a newer version (format {found}, this program knows {VERSION}); update the program")
    if found < VERSION:
        raise StoreError(f"{path}: made by an older version (format {found}, this program knows {VERSION}); kg store export with that version, then import here")


def _begin(path: str, *, create: bool) -> None:
    """Begin a store in an empty or missing folder; the version is written first, so that no store is without one."""
    if os.path.isdir(path) and os.listdir(path):
        raise StoreError(f"{path}: holds other files and is no store of this program")
    if not create:
        raise StoreError(f"{path}: there is no store here; add an article first")
    try:
        os.makedirs(path, exist_ok=True)
        mark(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be made: {error.strerror or error}") from error


def beside(path: str, what: str) -> str:
    """A hidden place beside the folder of a store: `importing` while a new one is built, `before` for the old one until the new one has its place."""
    parent, name = os.path.split(os.path.abspath(path))
    return os.path.join(parent, f".{name}.{what}")


def recover(path: str) -> None:
    """Put the old store back where a process was killed after it had put it aside and before the new one was in its place."""
    old = beside(path, "before")
    if not os.path.exists(path) and os.path.isfile(os.path.join(old, VERSION_FILE)):
        try:
            os.rename(old, path)
        except OSError as error:
            raise StoreError(f"{path}: an interrupted change left the store in {old}, which cannot be moved back: {error.strerror or error}") from error


def give_way(path: str) -> None:
    """Put a store aside in one step: deleted in its place, it would for a moment be half a store."""
    clear_away(path)
    if os.path.exists(path):
        os.rename(path, beside(path, "before"))


def clear_away(path: str) -> None:
    """Delete the old store, when the new one has its place."""
    if os.path.exists(old := beside(path, "before")):
        import shutil

        shutil.rmtree(old, ignore_errors=True)


def copy_decisions(path: str, target: str) -> None:
    """Copy the file of decisions along, where the store has one."""
    if os.path.isfile(written := os.path.join(path, DECISIONS)):
        import shutil

        shutil.copy2(written, os.path.join(target, DECISIONS))


def mark(path: str) -> None:
    """Write down of which format a store is."""
    with open(os.path.join(path, VERSION_FILE), "w", encoding="utf-8") as file:
        file.write(f"{VERSION}\n")


def clear(path: str) -> None:
    """Remove the files that a killed process was about to hand to the engine; only who holds the engine's lock may."""
    for name in os.listdir(path):
        if name.startswith("bulk-") and name.endswith(".sst"):
            os.remove(os.path.join(path, name))


def _version(path: str) -> int:
    with open(os.path.join(path, VERSION_FILE), encoding="utf-8", errors="replace") as file:
        written = file.read().strip()
    if not written.isascii() or not written.isdigit():
        raise StoreError(f"{path}: is damaged: {VERSION_FILE} says {written[:20]!r}, not a format version")
    return int(written)


def explain(path: object, error: Exception) -> StoreError:
    """Say in one line what the engine's error means."""
    detail = " ".join(str(error).split())
    lowered = detail.casefold()
    if "lock" in lowered:
        return StoreInUse(f"{path}: is in use by another process; close it there or wait")
    if "permission" in lowered:
        return StoreError(f"{path}: permission denied")
    if "space" in lowered and "no " in lowered:
        return StoreError(f"{path}: the disk is full; nothing was stored")
    return StoreError(f"{path}: is damaged or cannot be read: {detail[:200]}")
