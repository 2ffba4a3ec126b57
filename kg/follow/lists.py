"""The plain file of what is followed: an address a line, then what is known of it; people may edit it, and their comments stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InvalidData

KINDS = ("feed", "sitemap", "section")
FIELDS = ("kind", "lang")
HEAD = "# What `kg follow run` takes news from: an address a line; kind=feed|sitemap|section and lang=CODE may follow it.\n"


@dataclass(frozen=True, slots=True)
class Followed:
    """A feed, a sitemap or a page of links; its kind and language are found out where they are not given."""

    url: str
    kind: str | None = None
    lang: str | None = None

    def __str__(self) -> str:
        """The line of the file."""
        return " ".join([self.url, *(f"{name}={value}" for name in FIELDS if (value := getattr(self, name)))])


def listed(path: Path) -> list[Followed]:
    """What the file lists, in its order; nothing where there is no file. Raises `InvalidData` for a line that is none."""
    if not path.exists():
        return []
    lines = path.read_text("utf-8").splitlines()
    return list(dict.fromkeys(_read(line, f"{path}: line {number}") for number, line in enumerate(lines, start=1) if _tells(line)))


def add(path: Path, new: Sequence[Followed]) -> list[Followed]:
    """Write down what is not yet listed; gives what was new."""
    known = {followed.url for followed in listed(path)}
    fresh = [followed for followed in dict.fromkeys(new) if followed.url not in known]
    if fresh:
        text = path.read_text("utf-8") if path.exists() else HEAD
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, text.rstrip("\n") + "\n" + "".join(f"{followed}\n" for followed in fresh))
    return fresh


def remove(path: Path, url: str) -> bool:
    """Strike an address from the list; tells whether it was on it."""
    lines = path.read_text("utf-8").splitlines(keepends=True) if path.exists() else []
    kept = [line for line in lines if not _tells(line) or line.split()[0] != url]
    if len(kept) == len(lines):
        return False
    _write(path, "".join(kept))
    return True


def _tells(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _read(line: str, where: str) -> Followed:
    url, *rest = line.split()
    fields = dict(part.partition("=")[::2] for part in rest)
    if not url.startswith(("http://", "https://")):
        raise InvalidData(f"{where}: {url[:80]!r} is no address; expected http:// or https://")
    if wrong := [name for name in fields if name not in FIELDS]:
        raise InvalidData(f"{where}: {wrong[0]!r}; expected kind=… or lang=…")
    if (kind := fields.get("kind")) is not None and kind not in KINDS:
        raise InvalidData(f"{where}: kind={kind}; expected one of {', '.join(KINDS)}")
    return Followed(url, kind, fields.get("lang") or None)


def _write(path: Path, text: str) -> None:
    """Put a text in the place of a file: all of it or nothing."""
    new = path.with_name(f".{path.name}.new")
    new.write_text(text, "utf-8")
    new.replace(path)
