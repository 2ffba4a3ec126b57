"""Subjects of instruments: their keys are sectors or narrower than one, and the languages know the same."""

import tomllib

import pytest

from kg.languages import FOLDER
from kg.vocabulary import notations

OF_NO_SECTOR = "economy"


def topics(code):
    return set(tomllib.loads((FOLDER / code / "topics.toml").read_text("utf-8"))["words"])


@pytest.mark.parametrize("code", sorted(path.parent.name for path in FOLDER.glob("*/topics.toml")))
def test_every_subject_lies_within_a_sector(code):
    sectors = {OF_NO_SECTOR, *notations("sector")}
    assert [key for key in topics(code) if key not in sectors and key.partition(".")[0] not in sectors] == []


def test_subjects_narrower_than_a_sector_are_known_in_english_indonesian_and_russian():
    narrow = [{key for key in topics(code) if "." in key and key not in notations("sector")} for code in ("en", "id", "ru")]
    assert narrow[0] == narrow[1] == narrow[2]
