"""Real servers on loopback, started by the command: one that only reads, one for articles, one for any graphs."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from pathlib import Path

import httpx
import pytest

from kg.store import open_store

PROJECT = Path(__file__).parents[2]
TOKEN = "a-token-for-the-tests-only"
ADDRESS = re.compile(r"at (http://\S+/)")


class Server:
    """A `kg serve` in a process of its own."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder, self.lines = folder, []
        environment = {**os.environ, "PYTHONPATH": str(PROJECT), "KG_TOKEN": TOKEN}
        command = [sys.executable, "-m", "kg", "serve", "--port", "0", "--store", str(folder), *options]
        self.process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True, cwd=folder.parent)
        self.url = self._address()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self.host, self.port = "127.0.0.1", int(self.url.rstrip("/").rpartition(":")[2])
        self.client = httpx.Client(base_url=self.url, timeout=60, trust_env=False)

    def _address(self) -> str:
        for line in self.process.stderr:
            self.lines.append(line)
            if found := ADDRESS.search(line):
                return found[1]
        pytest.fail("the server did not begin: " + "".join(self.lines))

    def _read(self) -> None:
        self.lines.extend(self.process.stderr)

    def ask(self, query: str, **fields):
        return self.client.get("sparql", params={"query": query, **fields})

    def rows(self, query: str):
        return [{name: value["value"] for name, value in row.items()} for row in self.ask(query).raise_for_status().json()["results"]["bindings"]]

    def change(self, update: str):
        return self.client.post("sparql", content=update.encode(), headers={"Content-Type": "application/sparql-update", **self.authorized})

    @property
    def authorized(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {TOKEN}"}

    def stop(self, sent: int = signal.SIGTERM) -> int:
        self.client.close()
        self.process.send_signal(sent)
        ended = self.process.wait(30)
        self._reader.join(10)
        self.process.stderr.close()
        return ended


@pytest.fixture(scope="session")
def fill(factory):
    """Fills a store with hand-made articles."""

    def filled(folder, drafts=None):
        with open_store(str(folder)) as store:
            for draft in drafts or factory.drafts():
                store.put_article(draft.article, draft.statements)
        return folder

    return filled


@pytest.fixture(scope="session")
def serving():
    """The class of a server."""
    return Server


@pytest.fixture
def started():
    """Starts servers that are stopped at the end of the test."""
    running = []

    def start(folder, *options):
        running.append(Server(folder, *options))
        return running[-1]

    yield start
    for server in running:
        server.stop()


@pytest.fixture(scope="session")
def reading(tmp_path_factory, fill):
    """A server that only reads, with three articles; its limits are small."""
    server = Server(fill(tmp_path_factory.mktemp("reading") / "kg"), "--processes", "2", "--row-limit", "1000", "--body-time", "1.5")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def keeping(tmp_path_factory, fill):
    """A server that takes articles from who has the token."""
    server = Server(fill(tmp_path_factory.mktemp("keeping") / "kg"), "--processes", "1", "--writable")
    yield server
    server.stop()


@pytest.fixture(scope="session")
def any_graphs(tmp_path_factory):
    """A server that keeps graphs as they stand, with none at first."""
    server = Server(tmp_path_factory.mktemp("raw") / "kg", "--processes", "1", "--writable", "--raw")
    yield server
    server.stop()
