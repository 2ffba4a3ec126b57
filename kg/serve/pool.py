"""The processes that answer for the server: as many questions at once as there are processes, a bounded queue before them, and an end to what takes too long."""

from __future__ import annotations

import asyncio
import os
import pickle
import sys
from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar

from kg.serve.settings import Settings
from kg.serve.worker import LENGTH, Duty, Outcome, Task, packed
from kg.store import Store

P = ParamSpec("P")
T = TypeVar("T")

PROGRAM = "from kg.serve.worker import main; main()"
BUFFER = 1024 * 1024
PAUSE = 1.0  # seconds before it is tried again to start a process
STARTING = 60.0  # seconds in which a new process must be ready; on a machine with nothing to do it takes a third of one


class Refused(Exception):
    """A task was not done: the status of HTTP that says so, and why."""

    def __init__(self, status: int, reason: str, again: int | None = None) -> None:
        """Keep the status, the reason, and after how many seconds it is worth to come again."""
        super().__init__(reason)
        self.status, self.reason, self.again = status, reason, again


class Process:
    """One process that does one task after another."""

    def __init__(self, running: asyncio.subprocess.Process) -> None:
        """Speak with a process that has been started."""
        assert running.stdin is not None and running.stdout is not None  # noqa: PT018 - they are pipes
        self._running, self._input, self._output = running, running.stdin, running.stdout

    @classmethod
    async def begun(cls, duty: Duty) -> Process:
        """Start a process and wait until it is ready."""
        # -P: a file `kg.py` of the folder in which somebody starts the server is not our package.
        path = os.pathsep.join(part for part in sys.path if part)
        running = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-c", PROGRAM, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, limit=BUFFER, env={**os.environ, "PYTHONPATH": path},
        )
        process = cls(running)
        try:
            async with asyncio.timeout(STARTING):
                await process.tell(duty)
        except BaseException:
            await process.end()
            raise
        return process

    @property
    def gone(self) -> bool:
        """Whether it has ended by itself."""
        return self._running.returncode is not None

    async def tell(self, message: object) -> Outcome:
        """Send a message and wait for what comes of it; raises `EOFError` where the process ends instead."""
        try:
            self._input.write(packed(message))
            await self._input.drain()
            (length,) = LENGTH.unpack(await self._output.readexactly(LENGTH.size))
            outcome = pickle.loads(await self._output.readexactly(length))  # noqa: S301 - from our own process
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise EOFError from error
        assert isinstance(outcome, Outcome)
        return outcome

    async def end(self) -> None:
        """End the process at once, whatever it does."""
        if self._running.returncode is None:
            self._running.kill()
        self._input.close()
        await self._running.wait()


class Pool:
    """Processes that read the store, and one that writes to it, from the first change on."""

    def __init__(self, settings: Settings) -> None:
        """Have no process yet: `start` begins them."""
        self._settings = settings
        self._reading = Duty(settings.store, settings.memory_limit)
        self._idle: asyncio.Queue[Process] = asyncio.Queue()
        self._all: set[Process] = set()
        self._coming: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()
        self._writer: Process | None = None
        self.waiting = 0

    @property
    def ready(self) -> int:
        """How many processes there are."""
        return len(self._all)

    @property
    def busy(self) -> int:
        """How many of them have something to do."""
        return len(self._all) - self._idle.qsize()

    async def start(self) -> None:
        """Begin all processes."""
        await asyncio.gather(*(self._add() for _ in range(self._settings.processes)))

    async def run(self, state: str, function: Callable[Concatenate[Store, P], T], *arguments: P.args, **named: P.kwargs) -> T:
        """Do a task on the store in this state or a later one; what takes longer than the limit is stopped. Raises `Refused` and what the task raises."""
        process = await self._free()
        try:
            async with asyncio.timeout(self._settings.time_limit):
                outcome = await process.tell(Task(function, arguments, named, state))
        except TimeoutError:
            self._replace(process)
            raise Refused(504, f"stopped: it took longer than {self._settings.time_limit:g} seconds; ask for less, or with a LIMIT") from None
        except EOFError:
            self._replace(process)
            raise Refused(422, "stopped: it needed too much memory or is nested too deeply") from None
        except BaseException:
            self._replace(process)
            raise
        self._idle.put_nowait(process)
        value: T = _value(outcome)
        return value

    async def write(self, function: Callable[Concatenate[Store, P], T], *arguments: P.args, **named: P.kwargs) -> T:
        """Do a task that changes the store, one after another, in a process that holds the store open for writing only for this time."""
        async with self._turn:
            if self._writer is None:
                self._writer = await Process.begun(Duty(self._settings.store, self._settings.memory_limit, self._settings.write_wait))
            writer, self._writer = self._writer, None
            try:
                async with asyncio.timeout(self._settings.write_wait + self._settings.time_limit):
                    outcome = await writer.tell(Task(function, arguments, named))
                self._writer = writer
            except TimeoutError:
                raise Refused(504, "stopped: the change took too long; nothing was changed") from None
            except EOFError:
                raise Refused(422, "stopped: the change needed too much memory; nothing was changed") from None
            finally:
                if self._writer is None:
                    await writer.end()
        value: T = _value(outcome)
        return value

    async def close(self) -> None:
        """End all processes."""
        for task in self._coming:
            task.cancel()
        await asyncio.gather(*self._coming, return_exceptions=True)
        await asyncio.gather(*(process.end() for process in (*self._all, self._writer) if process is not None))
        self._all.clear()

    async def _free(self) -> Process:
        """A process that has nothing to do, after a wait in the queue."""
        if self._idle.empty() and self.waiting >= self._settings.queue:
            raise Refused(503, "too many questions at once", again=1)
        self.waiting += 1
        try:
            async with asyncio.timeout(self._settings.time_limit):
                while (process := await self._idle.get()).gone:
                    self._replace(process)
                return process
        except TimeoutError:
            raise Refused(503, "too many long questions at once", again=2) from None
        finally:
            self.waiting -= 1

    def _replace(self, process: Process) -> None:
        """Put another process in the place of one, without waiting for it."""
        self._all.discard(process)
        task = asyncio.ensure_future(self._instead(process))
        self._coming.add(task)
        task.add_done_callback(self._coming.discard)

    async def _instead(self, process: Process) -> None:
        await process.end()
        while True:
            try:
                return await self._add()
            except (OSError, EOFError, TimeoutError):  # a machine that is out of memory at this moment
                await asyncio.sleep(PAUSE)

    async def _add(self) -> None:
        process = await Process.begun(self._reading)
        self._all.add(process)
        self._idle.put_nowait(process)


def _value(outcome: Outcome) -> Any:
    if outcome.error is not None:
        raise outcome.error
    if outcome.fault:
        raise Refused(500, "something is wrong with the server; its log says what")
    return outcome.value
