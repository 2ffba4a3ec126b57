"""The prompt, the schema and the models are of one mind; and whatever an answer is, it is read or refused, never more."""

import json

import pytest

pytest.importorskip("pydantic", reason="NO PYDANTIC: the llm extra was not run; pip install -e '.[llm]'")

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extras.llm.answer import Answer, Misread, read, schema
from kg.extras.llm.checking import check
from kg.extras.llm.prompt import rules
from kg.extras.llm.statements import Writer
from kg.languages import language
from kg.mention import find_all
from kg.model import Article
from kg.read.sentences import sentences
from kg.reading import Reading
from kg.vocabulary import notations

SCHEMES = ("rank", "organization-type", "instrument-type", "status", "event-type", "sector")
TEXT = "Menteri Sari Wulandari dari Indonesia bertemu utusan Jepang di Bandung pada 3 Maret 2025. Kedua negara menandatangani perjanjian dagang."


@pytest.fixture(scope="module")
def reading():
    article = Article("a", TEXT, "id", published="2025-03-04")
    found = Reading(article, language("id"), sentences(article, language("id")))
    find_all(found)
    return found


def test_the_example_of_the_prompt_has_the_fields_of_the_models():
    example = json.loads(rules()[rules().index('{"parties"') : rules().index("\n\nRules")])
    assert list(example) == list(Answer.model_fields)
    for name, (fact,) in example.items():
        (model,) = Answer.model_fields[name].annotation.__args__
        assert set(fact) == set(model.model_fields), name
    assert read(json.dumps(example)).misshapen == 0


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_prompt_and_the_schema_know_every_code(scheme):
    assert all(f"\n{code}: " in rules() for code in notations(scheme))
    assert json.dumps(list(notations(scheme))) in json.dumps(schema())


def test_the_schema_is_one_that_servers_enforce():
    def walk(node):
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert node["additionalProperties"] is False
                assert sorted(node["required"]) == sorted(node["properties"])
            assert not {"default", "title", "pattern", "maxLength"} & {key for key, value in node.items() if not isinstance(value, dict)}
        for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
            walk(child)

    walk(schema())


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.sampled_from([*Answer.model_fields, "quote", "name"]), inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None)
@given(st.text(max_size=80) | JSON.map(json.dumps) | JSON.map(lambda said: f"```json\n{json.dumps(said)}\n```"))
def test_any_answer_is_read_or_refused(content):
    try:
        found = read(content)
    except Misread as misread:
        assert str(misread).startswith(("it is ", "none of "))
    else:
        assert found.misshapen >= 0


QUOTES = st.sampled_from([TEXT, *TEXT.split(". "), "Menteri Sari Wulandari", "Jepang menolak Indonesia.", ""]) | st.text(max_size=30)
NAMES = st.sampled_from(["Sari Wulandari", "Sari", "Budi", "perjanjian dagang", "Bandung", "\ud800", "-"]) | st.text(max_size=6)
CODES = st.sampled_from(["ID", "JP", "FR", "XX", "id"])
DATES = st.sampled_from([None, "2025-03-03", "2025-03", "2025", "2024", "2025-99-99", "soon"])


def items(**fields):
    return st.lists(st.fixed_dictionaries({"quote": QUOTES, **fields}), max_size=3)


ANSWERS = st.fixed_dictionaries({
    "parties": items(country=CODES),
    "organizations": items(name=NAMES, type=st.just("company"), country=CODES | st.none()),
    "people": items(name=NAMES, aliases=st.lists(NAMES, max_size=2), role=NAMES | st.none(), rank=st.just("minister"), country=CODES),
    "sectors": items(code=st.sampled_from(["trade", "nothing"])),
    "instruments": items(type=st.just("agreement"), name=NAMES, parties=st.lists(CODES, max_size=2), status=st.just("signed"), date=DATES),
    "events": items(type=st.just("meeting"), date=DATES, place=NAMES | st.none(), parties=st.lists(CODES, max_size=2), people=st.lists(NAMES, max_size=2)),
})


@settings(deadline=None)
@given(ANSWERS)
def test_no_statement_survives_whose_proof_or_name_is_not_in_the_article(reading, answer):
    try:
        found = read(json.dumps(answer))
    except Misread:
        return
    writer, kept = Writer(reading, "llm.x"), check(reading, found.answer)
    for statement in writer.statements(kept, writer.cast(kept)):
        proof = statement.evidence
        assert TEXT[proof.start : proof.end] == proof.quote
        if statement.predicate in ("name", "prefLabel", "altLabel", "label", "placeName"):
            assert statement.value in TEXT
        if statement.predicate in ("party", "country"):
            assert statement.value.key in ("country/ID", "country/JP")
        if statement.predicate == "date":
            assert "2025-03-03".startswith(statement.value)
