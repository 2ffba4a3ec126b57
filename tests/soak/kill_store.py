"""Kills a process that adds, replaces and deletes articles, again and again; after each kill the store must be whole.

Usage: ``python tests/soak/kill_store.py [times]`` (1,000 if not given).
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROJECT = Path(__file__).parents[2]
sys.path.insert(0, str(PROJECT))

from kg.store import open_store  # noqa: E402 - runs from a checkout

WRITER = """
import importlib.util, itertools, sys
from dataclasses import replace
from kg.store import open_store
spec = importlib.util.spec_from_file_location("store_factory", {factory!r})
factory = sys.modules["store_factory"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(factory)
store = open_store({path!r})
print("ready", flush=True)
for n in itertools.count({start}):
    for draft in factory.drafts():
        store.put_article(draft.article, draft.statements[: 5 + n % 20])
        if n % 3 == 0:
            store.delete_article(draft.article.key)
"""


def kill(path: Path, times: int) -> int:
    """Kill a writer so many times at random moments; gives how often the store was whole afterwards."""
    chance, whole = random.Random(7), 0
    for number in range(times):
        program = WRITER.format(factory=str(PROJECT / "tests" / "store" / "factory.py"), path=str(path), start=number)
        environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
        with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0, 0.05))
            process.kill()
        whole += is_whole(path)
    return whole


def is_whole(path: Path) -> bool:
    """Whether the world is exactly that of the article graphs."""
    with open_store(str(path)) as store:
        return not store.rebuild_world()


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        survived = kill(Path(folder) / "graph", asked)
    print(f"{survived} of {asked} kills left a whole store")
    sys.exit(survived != asked)
