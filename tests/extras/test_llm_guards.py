"""What the checks cost: a model that answers what annotators wrote, each fact with its sentence, is believed almost wholly."""

import json
from pathlib import Path

import pytest

pytest.importorskip("pydantic", reason="NO PYDANTIC: the llm extra was not run; pip install -e '.[llm]'")

from kg.evaluate import read_gold, score
from kg.extract.facts import facts
from kg.extras.llm.answer import read as read_answer
from kg.extras.llm.checking import check
from kg.extras.llm.statements import Writer
from kg.languages import language
from kg.mention import find_all
from kg.read import read
from kg.read.sentences import sentences
from kg.reading import Reading

GOLD = Path(__file__).parent.parent.parent / "data" / "gold" / "dev"
FLOOR = 0.97  # measured: 0.976 of a mean F1 of 1


def answered(gold, lines):
    """The annotation as a model's answer; the quotation is a sentence that holds the name, else the first."""
    def proved(fact, *names):
        return {**fact, "quote": next((line for name in names if name for line in lines if name in line), lines[0])}

    return {
        "parties": [proved({"country": code}) for code in gold["parties"]],
        "organizations": [proved(o, o["name"], *o["aliases"]) for o in gold["organizations"] if not o.get("implied")],
        "people": [proved(p, p["name"], *p["aliases"]) for p in gold["people"]],
        "sectors": [proved({"code": code}) for code in gold["sectors"]],
        "instruments": [proved(i, i["name"]) for i in gold["instruments"]],
        "events": [proved(e, e["place"]) for e in gold["events"]],
    }


def test_a_perfect_model_loses_little():
    annotated, found = read_gold(GOLD), {}
    for key, gold in annotated.items():
        article = next(iter(read(GOLD / f"{key}.txt")))
        words = language(article.lang)
        reading = Reading(article, words, sentences(article, words))
        find_all(reading)
        lines = [line for s in reading.sentences if 40 <= len(line := reading.text(s.start, s.end)) <= 900]
        kept = check(reading, read_answer(json.dumps(answered(gold, lines))).answer)
        writer = Writer(reading, "llm.oracle")
        found[article.id] = facts(article, tuple(writer.statements(kept, writer.cast(kept))))
    whole, _ = score(annotated, found)
    assert whole.mean_f1 >= FLOOR, whole.figures()
