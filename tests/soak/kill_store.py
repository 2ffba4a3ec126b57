"""Kills a process that adds, replaces, deletes and imports articles, one by one and many at once, again and again; after each kill the store must be whole.

    python tests/soak/kill_store.py [times]        1,000 times if not given

Whole means: the world is exactly what the article graphs give, no article is half there, every article whose adding was acknowledged is there as it was
acknowledged (and none whose deletion was), and a search finds what the graphs say.
"""

from __future__ import annotations

import importlib.util
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]
FACTORY = PROJECT / "tests" / "store" / "factory.py"
sys.path.insert(0, str(PROJECT))

from kg.store import embedded, open_store  # noqa: E402 - runs from a checkout
from kg.store.exchange import export, import_into  # noqa: E402
from kg.store.quads import article_quads  # noqa: E402
from kg.store.terms import node, rows  # noqa: E402

embedded.MANY = 100  # quads that are written as files of their own: as few as these small articles have together
IMPORT, SHARE_OF_IMPORTS = "import", 0.2
WRITER = """
import importlib.util, itertools, json, sys
from pathlib import Path
spec = importlib.util.spec_from_file_location("kill_store", {soak!r})
soak = sys.modules["kill_store"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(soak)
print("ready", flush=True)
if {imported!r}:
    for n in itertools.count():
        soak.bring(Path({path!r}), Path({imported!r}))
        print(json.dumps(["import", n, 0]), flush=True)
store = soak.open_store({path!r})
for n in itertools.count({start}):
    if n % 4 == 1:
        together = [(number, 5 + (n + number) % 20) for number in range(len(soak.drafts()))]
        store.put_graphs(soak.graph(number, said) for number, said in together)
        for number, said in together:
            print(json.dumps(["put", number, said]), flush=True)
    for number, draft in enumerate(soak.drafts()):
        said = 5 + n % 20
        store.put_article(draft.article, draft.statements[:said])
        print(json.dumps(["put", number, said]), flush=True)
        if n % 3 == 0:
            store.delete_article(draft.article.key)
            print(json.dumps(["delete", number, 0]), flush=True)
"""


def drafts() -> Any:
    """The articles that are written, with hand-made statements."""
    if "store_factory" not in sys.modules:
        spec = importlib.util.spec_from_file_location("store_factory", FACTORY)
        assert spec is not None
        assert spec.loader is not None
        module = sys.modules["store_factory"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules["store_factory"].drafts()


def graph(number: int, said: int) -> Any:
    """An article graph with so many statements, and its name."""
    draft = drafts()[number]
    return node(draft.article.key), rows(article_quads(draft.article, draft.statements[:said]))


def bring(path: Path, file: Path) -> None:
    """Import a file into the store, which is new every second time."""
    if path.exists() and random.random() < 1 / 2:
        shutil.rmtree(path.with_name("old"), ignore_errors=True)
        path.rename(path.with_name("old"))
        shutil.rmtree(path.with_name("old"))
    import_into(str(path), [file])


def kill(path: Path, times: int) -> int:
    """Kill a writer so many times at random moments; gives how often the store was whole afterwards."""
    chance, whole = random.Random(7), 0
    file = path.with_name("all.nq")
    with open_store("memory:") as store, file.open("wb") as stream:
        for draft in drafts():
            store.put_article(draft.article, draft.statements)
        export(store, stream)
    known: dict[int, int] = {}
    for number in range(times):
        importing = chance.random() < SHARE_OF_IMPORTS
        program = WRITER.format(soak=__file__, path=str(path), start=number, imported=str(file) if importing else "")
        said = _killed(program, chance.uniform(0, 0.4 if importing else 0.1))
        before = dict(known)
        for what, which, statements in said:
            known.update(dict.fromkeys(range(len(drafts())), -1) if what == IMPORT else {which: statements if what == "put" else 0})
        whole += is_whole(path, before, known, importing=importing)
    return whole


def _killed(program: str, after: float) -> list[tuple[str, int, int]]:
    """Run a writer for a while and kill it; gives what it had acknowledged."""
    environment = {**os.environ, "PYTHONPATH": str(PROJECT)}
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(after)
        process.kill()
        lines = process.stdout.read().splitlines()
    assert process.returncode == -signal.SIGKILL, f"the writer ended by itself with {process.returncode}"
    return [tuple(json.loads(line)) for line in lines if line.endswith("]")]


def is_whole(path: Path, before: dict[int, int], known: dict[int, int], *, importing: bool = False) -> bool:
    """Whether the world is that of the article graphs, and each article is as it was acknowledged last, or as the change after that made it."""
    if not path.exists():  # the writer had begun to put a new store in its place
        known.clear()
        return importing
    with open_store(str(path)) as store:
        if store.rebuild_world():
            return False
        found = {number: store.article_graph(draft.article.key) for number, draft in enumerate(drafts())}
        sound = all(_is_one_of(found[number], draft) for number, draft in enumerate(drafts()))
        kept = all(bool(found[number]) == bool(said) for number, said in known.items() if before.get(number) == said and not importing)
        hits = {hit.article for hit in store.search("Indonesia", limit=100)}
        return sound and kept and hits <= {quad.graph_name.value for quads in found.values() for quad in quads[:1]}


def _is_one_of(quads: Any, draft: Any) -> bool:
    """Whether an article graph is nothing, or exactly what one of the acknowledged calls would write."""
    possible = [draft.statements[:said] for said in range(5, 25)] + [draft.statements]
    return not quads or any(quads == article_quads(draft.article, said) for said in possible)


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as folder:
        survived = kill(Path(folder) / "graph", asked)
    print(f"{survived} of {asked} kills left a whole store")
    sys.exit(survived != asked)
