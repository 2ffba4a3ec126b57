"""A small cut of `tests/benchmarks/serve.py`: many clients read while one `kg add` runs."""

import importlib.util
from pathlib import Path

PROJECT = Path(__file__).parents[2]


def test_many_read_while_articles_are_added(tmp_path):
    spec = importlib.util.spec_from_file_location("serve_benchmark", PROJECT / "tests" / "benchmarks" / "serve.py")
    benchmark = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(benchmark)
    store = tmp_path / "kg"
    benchmark.filled(store, PROJECT / "seeds")
    with benchmark.ours(store) as address, benchmark.adding(store, tmp_path / "copies"):
        found = benchmark.load(address, dict(benchmark.asked_of_library(store)), 8, 3, store)
    assert set(found["statuses"]) <= {200, 503} and found["statuses"][200] > 0
    assert found["torn"] == 0 and found["added"] > 0
