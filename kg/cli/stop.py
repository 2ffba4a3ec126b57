"""Ctrl-C that loses no count: what is in hand is finished and told, then the work stops; a second one does not wait."""

from __future__ import annotations

import signal
from collections.abc import Iterable, Iterator
from types import FrameType, TracebackType
from typing import Self, TypeVar

from kg.cli.options import say

Piece = TypeVar("Piece")


class Stop:
    """While this is entered, a first Ctrl-C is only noted; a second one interrupts as usual."""

    def __init__(self) -> None:
        """Nothing is asked yet."""
        self.asked = False

    def until(self, work: Iterable[Piece]) -> Iterator[Piece]:
        """Go through some work until its end, or until a stop is asked for."""
        for piece in work:
            yield piece
            if self.asked:
                return

    def _note(self, _: int, __: FrameType | None) -> None:
        if self.asked:
            raise KeyboardInterrupt
        self.asked = True
        say(["stopping after what is in hand (Ctrl-C again to stop at once)"])

    def __enter__(self) -> Self:
        """Listen for Ctrl-C."""
        self._before = signal.signal(signal.SIGINT, self._note)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Leave Ctrl-C as it was."""
        signal.signal(signal.SIGINT, self._before)
