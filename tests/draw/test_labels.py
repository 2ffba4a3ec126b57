"""Texts are measured generously and made to fit."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.draw.labels import shortened, text_width, wrapped

TEXTS = st.text(st.sampled_from("abc Wij-Жщй東京e\u0301 "), max_size=60)


@given(TEXTS, st.integers(40, 300))
def test_a_wrapped_text_is_never_wider_than_asked(text, width):
    lines = wrapped(text, 12, width)
    assert len(lines) <= 2
    assert all(text_width(line, 12) <= width for line in lines)


@given(TEXTS)
def test_a_text_that_fits_is_kept_whole(text):
    assert "".join(wrapped(text, 12, 10_000)) == " ".join(text.split())


@pytest.mark.parametrize("text", ["Министерство цифрового развития", "Kementerian Komunikasi dan Digital", "Ministère de l’Économie", "外交部"])
def test_no_text_is_wider_in_a_wide_face_than_it_is_taken_for(text):
    font = pytest.importorskip("PIL.ImageFont")
    wide = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
    if not wide.exists():
        pytest.skip("DejaVu Sans is not installed")
    assert font.truetype(str(wide), 100).getlength(text) <= text_width(text, 100)


def test_a_mark_is_not_parted_from_its_letter():
    text = "e\u0301" * 9
    assert shortened(text, 10, 30) == "e\u0301" * 3 + "…"


def test_a_long_word_is_cut_and_chinese_is_broken_anywhere():
    assert wrapped("Donaudampfschifffahrt", 10, 60) == ("Donaudam", "pfschifffa…")
    assert wrapped("外交部部长会谈", 10, 45) == ("外交部部", "长会谈")
