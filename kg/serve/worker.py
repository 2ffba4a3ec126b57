"""A process that answers for the server: it reads tasks from its standard input and writes what came of them to its standard output.

It can be killed at any moment, and that is how a question is stopped which takes too long: the engine has no other way. A task is a function of a module and
what it is given beside the store; task and outcome are pickled, with their length before them. Nobody but the server writes to the pipe.
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Any, BinaryIO

from kg.errors import KGError
from kg.serve.snapshot import Snapshot
from kg.store import open_store

LENGTH = struct.Struct(">Q")
STACK = 256 * 1024 * 1024  # a deeply nested question needs a deep stack; only what is used is ever taken


@dataclass(frozen=True, slots=True)
class Task:
    """What a process is to do: a function of the store, what it is given, and the state that the store must have reached."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    named: dict[str, Any]
    state: str = ""


@dataclass(frozen=True, slots=True)
class Duty:
    """What a process is for: the folder of the store, how many bytes it may take, and how long it waits for others if it writes (None if it reads)."""

    folder: str
    memory: int
    write_wait: float | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a task: a value, or an error that is meant for who asked; a fault of ours has neither."""

    value: Any = None
    error: KGError | None = None
    fault: bool = False


def packed(message: object) -> bytes:
    """A message with its length before it."""
    body = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    return LENGTH.pack(len(body)) + body


def main() -> None:
    """Do one task after another until the server closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which lets a running question finish
    tasks, output = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints, prints for a person
    duty = _read(tasks)
    _bound(duty.memory)
    waiting: SimpleQueue[Task] = SimpleQueue()
    threading.stack_size(STACK)
    threading.Thread(target=_serve, args=(duty, waiting, output), daemon=True).start()
    while (task := _read(tasks)) is not None:
        waiting.put(task)
    os._exit(0)  # the server is gone: nobody waits for a question that still runs


def _serve(duty: Duty, waiting: SimpleQueue[Task], output: BinaryIO) -> None:
    try:
        snapshot, outcome = Snapshot(duty.folder), Outcome()  # the first one says that the process is ready
        if duty.write_wait is None:
            _prepare(snapshot)
        while True:
            output.write(packed(outcome))
            output.flush()
            outcome = _done(duty, snapshot, waiting.get())
    finally:
        os._exit(1)  # by its end the server knows that there will be no answer


def _prepare(snapshot: Snapshot) -> None:
    """Load the pages and open the store while nobody waits for it."""
    import kg.serve.making  # noqa: F401

    with suppress(KGError):
        snapshot.store("")


def _done(duty: Duty, snapshot: Snapshot, task: Task) -> Outcome:
    try:
        if duty.write_wait is None:
            return Outcome(task.function(snapshot.store(task.state), *task.arguments, **task.named))
        with open_store(duty.folder, wait=duty.write_wait) as store:
            return Outcome(task.function(store, *task.arguments, **task.named))
    except KGError as error:
        # What led to it holds the store, and with it the lock of the engine.
        error.__cause__ = error.__context__ = None
        return Outcome(error=error.with_traceback(None))
    except Exception:  # noqa: BLE001 - the server goes on, whatever a task meets
        traceback.print_exc()
        return Outcome(fault=True)


def _read(stream: BinaryIO) -> Any:
    head = stream.read(LENGTH.size)
    return pickle.loads(stream.read(LENGTH.unpack(head)[0])) if len(head) == LENGTH.size else None  # noqa: S301 - from the server only


def _bound(memory: int) -> None:
    """Take no more memory than is allowed: a question that needs more ends this process, not the machine."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_DATA, (memory + STACK, memory + STACK))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
