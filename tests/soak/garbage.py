"""A megabyte of any nonsense ends in bounded time and memory: each kind in a process of its own, with its processor time and peak memory.

    python tests/soak/garbage.py [--bytes 1000000] [--seconds 120] [--megabytes 2000] [--lang en]

Fails (exit 1) where one is stopped by the bounds. `tests/quality/test_hostile_text.py` runs the same kinds, shorter, in CI.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
from collections.abc import Callable

REPEATED = {
    "one word": "x", "dots": ".", "brackets": "(", "quotes": '"', "hyphens": "a-", "initials": "A. ", "lines": "\n", "commas": "a,", "capitals": "Aaaa Bbbb ", "numbers": "1,000 ",
    "mixed scripts": "aб漢ا😀 ", "a sentence without end": "Menteri Luar Negeri Indonesia bertemu Menteri Rusia dan ", "speakers": "President Joko Widodo said, ",
    "memoranda": "memorandum of understanding on ", "ministries": "Министерство иностранных дел России и ", "dates": "15 April 2025 ", "countries": "Indonesia, Russia, Cuba, ",
    "addresses": "http://a.b/", "meetings": "He met Ivan Petrov in Moscow on Monday. ", "signings": "They signed an MoU on trade. ",
}
RANDOM = {"random letters": "abcdefghij klmnop qrstuv wxyz ABCDEF", "random characters": "aбc漢字ابج अआ가 \u200b\u202e…—“”'’.,;:!?()[]{}0123456789\n"}
CODE = """
import resource, sys
from kg.build import understand
from kg.model import Article
found = understand(Article("x", sys.stdin.buffer.read().decode(), sys.argv[1]))
used = resource.getrusage(resource.RUSAGE_SELF)
print(f"{used.ru_utime + used.ru_stime:.1f} s, {used.ru_maxrss / 1024:.0f} MB, {len(found.statements)} statements")
"""


def text(kind: str, size: int) -> str:
    """A text of about this many characters; the random ones are the same each time."""
    if kind in REPEATED:
        return REPEATED[kind] * (size // len(REPEATED[kind]))
    return "".join(random.Random(kind).choices(RANDOM[kind], k=size))


def run(kind: str, size: int, lang: str, bound: Callable[[], None]) -> subprocess.CompletedProcess[bytes]:
    """Understand one text in a process that is stopped at its bounds."""
    return subprocess.run([sys.executable, "-c", CODE, lang], input=text(kind, size).encode(), capture_output=True, preexec_fn=bound, check=False)


def bounds(seconds: int, megabytes: int) -> Callable[[], None]:
    """Set the bounds of the process that calls it."""

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 1_000_000, megabytes * 1_000_000))

    return bound


def main() -> None:
    """Try every kind and say how it ended."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bytes", type=int, default=1_000_000)
    parser.add_argument("--seconds", type=int, default=120)
    parser.add_argument("--megabytes", type=int, default=2000)
    parser.add_argument("--lang", default="en")
    asked = parser.parse_args()
    failed = 0
    for kind in (*REPEATED, *RANDOM):
        done = run(kind, asked.bytes, asked.lang, bounds(asked.seconds, asked.megabytes))
        failed += done.returncode != 0
        print(f"{kind}: {done.stdout.decode().strip() or f'stopped, exit {done.returncode} {done.stderr.decode()[-200:]}'}", flush=True)
    sys.exit(failed > 0)


if __name__ == "__main__":
    main()
