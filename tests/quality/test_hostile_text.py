"""Any text at all: what is said of it points into it, is the same each time, and is said within bounds of time and memory."""

import runpy
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.build import understand
from kg.languages import codes
from kg.model import Article

# Pieces that the rules look for, so that random texts reach deep into them.
PIECES = [
    "Menteri Luar Negeri", "Foreign Minister", "министр иностранных дел", "Nezar Patria", "A. B. Ivanov", "Иван Петров", "Indonesia", "Rusia", "Россия", "Kuba", "the two sides",
    "MoU", "nota kesepahaman", "memorandum of understanding", "меморандум", "joint commission", "komisi bersama", "bertemu", "met", "встретился", "menandatangani", "signed",
    "подписали", "15 April 2025", "Selasa (15/4)", "15 апреля", "last month", "di bidang pos", "on trade", "Kementerian Perdagangan", "Ministry of Health", "Минобороны",
    "US$ 20 million", "Baca juga:", "Read also:", "(ANTARA)", "Jakarta", "\n\n", "\n", ". ", ", ", "; ", ": ", '"', "«", "»", "(", ")", "-", "–", "…", "\u200b", "\u202e", "e\u0301", "漢字", "😀", "\x00",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=60).map(" ".join)


@given(text=TEXTS, lang=st.sampled_from([*codes(), "und"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_statement_points_at_its_words_and_is_said_again(text, lang):
    article = Article("x", text, lang)
    said = understand(article).statements
    assert said == understand(article).statements
    for statement in said:
        assert 0 < statement.confidence <= 1
        if statement.evidence is not None:
            assert text[statement.evidence.start : statement.evidence.end] == statement.evidence.quote != ""


GARBAGE = runpy.run_path(str(Path(__file__).parents[1] / "soak" / "garbage.py"))
# A wall that a quadratic rule runs into (50 kB at a microsecond a pair: 40 minutes), far above what a linear one takes.
SIZE, SECONDS, MEGABYTES = 50_000, 20, 1_000


@pytest.mark.parametrize("kind", [*GARBAGE["REPEATED"], *GARBAGE["RANDOM"]])
def test_a_long_text_of_nonsense_ends_within_bounds(kind):
    done = GARBAGE["run"](kind, SIZE, "en" if len(kind) % 2 else "ru", GARBAGE["bounds"](SECONDS, MEGABYTES))
    assert done.returncode == 0, done.stderr[-500:]
    assert b"statements" in done.stdout
