"""How a server is run: where it listens, what one question may cost, and who may write."""

from __future__ import annotations

import os
from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Settings:
    """The limits of a server. Times are seconds, sizes bytes."""

    store: str
    host: str = "127.0.0.1"
    port: int = 8321
    processes: int = max(4, os.cpu_count() or 1)  # that answer questions; a long one keeps one of them busy
    queue: int = 64  # questions that may wait for a process; the next one is told to come again
    time_limit: float = 30.0
    row_limit: int = 100_000
    byte_limit: int = 32 * MEGABYTE
    memory_limit: int = 2048 * MEGABYTE  # of one process that answers
    cache: int = 64 * MEGABYTE  # for answers to questions that were asked before
    question_limit: int = MEGABYTE  # the largest question
    upload_limit: int = 64 * MEGABYTE  # the largest graph
    body_time: float = 10.0  # in which the body of a request has to be here, and its head
    fresh: float = 5.0  # how old an answer may be beside a change by another process; what this server changes is seen at once
    write_wait: float = 30.0  # how long a change waits for another process that writes
    token: str = ""  # who has it may write; nobody where it is empty
    raw: bool = False  # whether graphs are changed as they stand, without the world following
    origin: str = "*"  # whose pages may read the answers
    log: bool = True

    @property
    def writable(self) -> bool:
        """Whether anybody may write."""
        return bool(self.token)
