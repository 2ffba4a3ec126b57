"""What adding many articles costs with one process and with two, and whether memory grows with their number.

    python tests/benchmarks/add.py [--articles 10000] [--jobs 2] [--json]

Generated: the texts of `data/gold/dev` again and again, each time of other people and instruments
and in other years (`retelling.py`), one file each. Each run is a process of its own
(`kg add DIR --jobs N` into a new store); wall time, and the peak memory of the writing process. Printed: articles per second with one job and with several,
their ratio, and the peak memory beside that of a tenth of the articles.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from kg.resources import folder

sys.path.insert(0, str(Path(__file__).parent))
from retelling import written_anew

PROGRAM = "import resource, sys\nfrom kg.cli import app\ntry:\n    app()\nfinally:\n    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"


def main() -> None:
    """Generate, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        few, many = Path(place) / "few", Path(place) / "many"
        generate(few, max(asked.articles // 10, 1))
        generate(many, asked.articles)
        runs = {"few": run(few, asked.jobs), "one": run(many, 1), "several": run(many, asked.jobs)}
    one, several = asked.articles / runs["one"][0], asked.articles / runs["several"][0]
    result = {
        "articles": asked.articles, "jobs": asked.jobs, "one_per_s": one, "several_per_s": several, "ratio": several / one,
        "peak_mb": runs["several"][1], "peak_mb_of_a_tenth": runs["few"][1], "growth": runs["several"][1] / runs["few"][1],
    }
    if asked.json:
        print(json.dumps(result, indent=1))
        return
    print(f"{asked.articles} articles: one job {one:.1f} articles/s, {asked.jobs} jobs {several:.1f} articles/s: {result['ratio']:.2f} times")
    print(f"peak memory of the writer: {result['peak_mb']:.0f} MB, with a tenth of the articles {result['peak_mb_of_a_tenth']:.0f} MB: {result['growth']:.2f} times")


def generate(place: Path, number: int) -> None:
    """Write so many different articles."""
    place.mkdir()
    written = [(path.read_text("utf-8"), json.loads(path.with_suffix(".json").read_text("utf-8"))) for path in sorted((folder("data") / "gold" / "dev").glob("*.txt"))]
    for i in range(number):
        (place / f"{i:06}.md").write_text(written_anew(*written[i % len(written)], i // len(written)), "utf-8")


def run(place: Path, jobs: int) -> tuple[float, float]:
    """Seconds of adding a folder with so many jobs, and the peak memory of the writer in megabytes."""
    with tempfile.TemporaryDirectory() as store:
        began = time.perf_counter()
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, "add", str(place), "--jobs", str(jobs), "--store", f"{store}/graph", "--json"], capture_output=True, text=True, check=False,
        )
        took = time.perf_counter() - began
    if done.returncode:
        sys.exit(f"kg add failed: {done.stderr[-500:]}")
    return took, int(done.stderr.strip().splitlines()[-1]) / 1024


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
