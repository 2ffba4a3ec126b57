"""The folder of an embedded store: made once, with the version of its format in a file; every refusal in one clear line.

By `os` and not by `pathlib`, which takes as long to import as the engine to open a store.
"""

from __future__ import annotations

import os

from kg.errors import StoreError, StoreInUse

VERSION_FILE, VERSION = "kg-format", 1


def check(path: str, *, create: bool) -> None:
    """Make sure that the path is a store of this format; make an empty one where it may be made."""
    if os.path.exists(path) and not os.path.isdir(path):
        raise StoreError(f"{path}: is a file, not the folder of a store")
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
