"""The file of decisions: one JSON object a line, appended at its end, so that git can diff and merge it.

Empty lines and lines that begin with # are passed over. A file is taken whole or not at all: one broken line, or two decisions that contradict each other,
and none of it holds.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kg.errors import InvalidData, StoreError
from kg.store import Store
from kg.store.folder import DECISIONS
from kg.vocabulary import BASE
from kg.world.decisions import Correction, Decision, Decisions, Identity, decision
from kg.world.settling import contradicted
from kg.world.terms import plain

ELSEWHERE = "KG_DECISIONS"


class Entry(NamedTuple):
    """A decision and the line of the file that it stands on."""

    line: int
    decision: Decision


class Faults(InvalidData):
    """What is wrong with a file of decisions: one line for each fault."""

    def __init__(self, faults: Iterable[str]) -> None:
        """Keep the faults; as one line it is the first, and how many there are besides."""
        self.lines = tuple(faults)
        more = f" (and {len(self.lines) - 1} more)" if len(self.lines) > 1 else ""
        super().__init__(f"{self.lines[0]}{more}")


class Ledger:
    """The decisions of one store, in a file."""

    def __init__(self, path: Path) -> None:
        """Keep decisions in this file; it may not exist yet."""
        self.path = path

    def entries(self) -> list[Entry]:
        """The decisions in their order. Raises `Faults` for what is broken or contradicts itself."""
        found, faults = list[Entry](), list[str]()
        for number, line in self._lines():
            try:
                found.append(Entry(number, decision(line)))
            except InvalidData as error:
                faults.append(f"{self.path}:{number}: {error}")
        faults += [f"{self.path}:{fault}" for fault in conflicts(found)] if not faults else []
        if faults:
            raise Faults(faults)
        return found

    def decisions(self) -> Decisions:
        """The decisions, in no order."""
        return Decisions(frozenset(entry.decision for entry in self.entries()))

    def append(self, decided: Iterable[Decision]) -> None:
        """Write decisions down at the end, all or none."""
        kept = self._text()
        self._write(kept + ("" if not kept or kept.endswith("\n") else "\n") + "".join(f"{one.record}\n" for one in decided))

    def undo(self, number: int) -> Decision:
        """Take back the decision with this number, counted from 1 as they stand. Raises `InvalidData` where there is none."""
        entries = self.entries()
        if not 1 <= number <= len(entries):
            raise InvalidData(f"{self.path}: there is no decision {number}; it holds {len(entries)}")
        undone = entries[number - 1]
        lines = self._text().split("\n")
        self._write("\n".join(lines[: undone.line - 1] + lines[undone.line :]))
        return undone.decision

    def _lines(self) -> Iterator[tuple[int, str]]:
        for number, line in enumerate(self._text().split("\n"), 1):
            if line.strip() and not line.startswith("#"):
                yield number, line

    def _text(self) -> str:
        try:
            return self.path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n") if self.path.exists() else ""
        except UnicodeDecodeError as error:
            raise Faults([f"{self.path}: not in utf-8 (byte {error.start}); save it as utf-8"]) from None
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be read: {error.strerror or error}") from error

    def _write(self, text: str) -> None:
        beside = self.path.with_name(f".{self.path.name}.writing")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(text, encoding="utf-8")
            beside.replace(self.path)
        except OSError as error:
            raise StoreError(f"{self.path}: cannot be written: {error.strerror or error}") from error


def ledger_of(descriptor: str, given: Path | None = None) -> Ledger | None:
    """The ledger of a store: the file that is given, or that `KG_DECISIONS` names, or the one in the store's folder; None for a store without a folder."""
    named = given or (Path(os.environ[ELSEWHERE]) if os.environ.get(ELSEWHERE) else None)
    if named is not None:
        return Ledger(named)
    return None if descriptor == "memory:" or "://" in descriptor else Ledger(Path(descriptor) / DECISIONS)


def replay(store: Store, ledger: Ledger | None) -> bool:
    """Let the decisions of the file hold in the store; tells whether that changed anything. Without a file it is written with those that the store has."""
    if ledger is None:
        return False
    if not ledger.path.exists():
        if held := store.decisions().every:
            ledger.append(sorted(held, key=lambda one: (one.when, one.record)))
        return False
    return store.decide(ledger.decisions())


def conflicts(entries: Iterable[Entry]) -> Iterator[str]:
    """Decisions that contradict an earlier one, each as `line: why`."""
    entries = list(entries)
    said: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        if isinstance(one := entry.decision, Correction):
            first = said.setdefault(one.statement, entry)
            if _answer(first.decision) != _answer(one):
                yield f"{entry.line}: {one.kind} contradicts {first.decision.kind} in line {first.line} (the same statement)"
    yield from _apart(entries)


def _answer(one: Decision) -> tuple[str, str]:
    return (one.kind, one.correct) if isinstance(one, Correction) else (one.kind, "")


def _apart(entries: list[Entry]) -> Iterator[str]:
    """Pairs that are different by one decision and the same by others."""
    pairs = set(contradicted(Decisions(frozenset(entry.decision for entry in entries))))
    for entry in entries:
        if isinstance(one := entry.decision, Identity) and one.kind == "different" and one.pair in pairs:
            names = " and ".join(plain(name).removeprefix(BASE) for name in one.pair)
            yield f"{entry.line}: {names} are different here, and the same by other lines"
