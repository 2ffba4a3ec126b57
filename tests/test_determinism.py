"""The same article gives the same bytes, in any process and under any hash seed."""

import os
import subprocess
import sys


def extracted(source, hash_seed):
    run = subprocess.run(
        [sys.executable, "-c", "from kg.cli import main; main()", "extract", str(source), "--format", "nquads"],
        capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": hash_seed},
    )
    return run.stdout


def test_two_processes_give_the_same_bytes(seed_file):
    first, second = extracted(seed_file, "1"), extracted(seed_file, "4242")
    assert first == second
    assert first.count(b"\n") > 100


def test_the_store_and_a_process_of_its_own_give_the_same_article_graph(seed, seed_file, seed_store):
    from kg.store.serialize import serialize

    stored = serialize(seed_store.article_graph(seed.article.key), "nquads")
    assert stored == extracted(seed_file, "7")
