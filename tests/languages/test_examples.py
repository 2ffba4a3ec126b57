"""Each language folder's own sentences (`examples.toml`): what is expected of them is found, and what is known to fail still does."""

import json
from dataclasses import replace

import pytest

from kg.build import understand
from kg.evaluate.same import folded, organization
from kg.extract.facts import facts
from kg.languages import codes, examples, language
from kg.read.assemble import Metadata, assemble
from kg.vocabulary import notations

ANY = "*"
GIVEN = {"text", "title", "published", "why"}
SCHEMES = {
    "people": (None, "rank", None),
    "organizations": (None, "organization-type", None),
    "instruments": ("instrument-type", None, "status", None),
    "events": ("event-type", None, None),
}
FIELDS = {"parties", "sectors", "absent", *SCHEMES}


def tables(kind):
    return [
        pytest.param(code, example, id=f"{code}-{number}-{example['text'].strip()[:40]}")
        for code in codes() for number, example in enumerate(examples(code).get(kind, ()), 1)
    ]


def parts(row):
    return [part.strip() for part in row.split("|")]


def said(code, example):
    """The facts of an example; its title stands above its text, as in a file, and a sentence without one is no headline."""
    text = "\n\n".join(filter(None, (example.get("title"), example["text"].strip())))
    read = assemble(text, name="example", lang=code, known=Metadata(published=example.get("published")))
    article = replace(read, title=example.get("title"))
    return facts(article, understand(article).statements)


def shown(field, fact):
    """A found fact, written as a row of the examples."""
    if field == "people":
        row = (fact["name"], fact["rank"], fact["country"])
    elif field == "organizations":
        row = (fact["name"], fact["type"], fact["country"])
    elif field == "instruments":
        row = (fact["type"], ",".join(sorted(fact["parties"])), fact["status"], fact["date"])
    else:
        row = (fact["type"], fact["date"], fact["place"])
    return " | ".join(value or "-" for value in row)


def expected(field, row):
    """A row of the examples in the order in which found facts are shown."""
    values = parts(row)
    if field == "instruments":
        values[1] = ",".join(sorted(code.strip() for code in values[1].split(",")))
    return " | ".join(values)


def matches(field, want, got):
    wanted, found = parts(want), parts(got)
    if field == "organizations":
        return organization({"name": wanted[0]}, {"name": found[0]}) and all(w in (ANY, f) for w, f in zip(wanted[1:], found[1:], strict=True))
    return all(w in (ANY, f) or folded(w) == folded(f) != "" for w, f in zip(wanted, found, strict=True))


def differences(code, example):
    """What an example expects and is not found, and what is found besides."""
    found = said(code, example)
    wrong = [
        f"{field}: expected {sorted(example[field])}, found {sorted(found[field])}"
        for field in example.keys() & {"parties", "sectors"} if set(example[field]) != set(found[field])
    ]
    for field in example.keys() & SCHEMES.keys():
        left = [shown(field, fact) for fact in found[field] if not fact.get("implied")]
        for want in (expected(field, row) for row in example[field]):
            match = next((got for got in left if matches(field, want, got)), None)
            if match is None:
                wrong.append(f"{field}: missing {want}")
            else:
                left.remove(match)
        wrong += [f"{field}: not expected: {got}" for got in left]
    named = [n for field in ("people", "organizations", "instruments") for fact in found[field] for n in (fact["name"], *fact.get("aliases", ())) if n]
    wrong += [f"absent: {name} was found in {n!r}" for name in example.get("absent", ()) for n in named if folded(name) in folded(n)]
    return sorted(wrong)


@pytest.mark.parametrize(("code", "example"), [*tables("example"), *tables("open")])
def test_expectations_use_the_words_of_the_ontology(code, example):
    assert not example.keys() - GIVEN - FIELDS, f"{code}: unknown keys {sorted(example.keys() - GIVEN - FIELDS)}"
    assert example.keys() & FIELDS, f"{code}: nothing is expected of {example['text']!r}"
    assert set(example.get("sectors", ())) <= {*notations("sector")}
    for field, schemes in SCHEMES.items():
        for row in example.get(field, ()):
            assert len(parts(row)) == len(schemes), f"{code}: {field} = {row!r} needs {len(schemes)} parts"
            wrong = [v for v, scheme in zip(parts(row), schemes, strict=True) if scheme and v != ANY and v not in notations(scheme)]
            assert not wrong, f"{code}: {row!r}: no such code: {wrong}"


@pytest.mark.parametrize(("code", "example"), tables("example"))
def test_example(code, example):
    wrong = differences(code, example)
    assert not wrong, "\n".join([example["text"].strip(), *wrong, json.dumps(said(code, example), ensure_ascii=False)])


@pytest.mark.parametrize(("code", "example"), tables("open"))
def test_what_is_known_to_be_read_wrongly_still_is(code, example):
    assert differences(code, example), f"{code}: this is read rightly now; move it from [[open]] to [[example]]:\n{example['text']}"


def test_examples_are_no_words():
    assert all("examples" not in language(code).files for code in codes())
