"""What speaks for an event and against it."""

from kg.build import understand
from kg.extract.events.chronicle import Chronicle
from kg.extract.events.weighing import ENOUGH, WEIGHTS, confidence, evidence, weigh
from kg.model import Article


def _candidates(text, code="en"):
    done = understand(Article("x", text, code, title=text.splitlines()[0], published="2025-06-05"))
    chronicle = Chronicle(done.reading, done.cast)
    return chronicle.scenes, chronicle.candidates()


HEAD = "Kenya and Norway\n\nKenya and Norway are friends.\n\nThey trade.\n\n"


def test_only_known_evidence_is_named_and_added_up():
    scenes, found = _candidates(HEAD + "Foreign Minister John Otieno of Kenya met Foreign Minister Kari Berg of Norway in Oslo on 3 June 2025.")
    assert [e.type for e in found] == ["meeting"]
    named = list(evidence(scenes, found[0]))
    assert "dated and placed" in named and "in company" in named and "between countries" in named
    assert weigh(scenes, found[0]) == sum(WEIGHTS[name] for name in named) > 1


def test_a_noun_by_itself_is_too_little():
    scenes, found = _candidates(HEAD + "Talks are good for both countries.")
    assert [(e.type, weigh(scenes, e) < ENOUGH) for e in found] == [("meeting", True)]


def test_a_document_named_by_its_signing_is_only_cited():
    scenes, found = _candidates(HEAD + "Trade rests on the Agreement on Fisheries signed in 2006.")
    assert [e.type for e in found] == ["signing"]
    assert {"by the way", "an earlier signing somewhere"} <= set(evidence(scenes, found[0]))
    assert weigh(scenes, found[0]) < ENOUGH


def test_confidence_grows_with_the_weight():
    assert confidence(-1) < confidence(0) == 0.5 < confidence(1)
