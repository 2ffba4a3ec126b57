"""A curator at work, with real stores: questions, answers from a file, undone; a store made anew; why a thing is what it is."""

import json

import pytest
from typer.testing import CliRunner

from kg.cli import app
from kg.store import open_store

TEXTS = {
    "satu": "JAKARTA - Menteri Perdagangan Indonesia Rusdi Hartawan bertemu dengan Menteri Perdagangan Vietnam Nguyen Van Binh di Jakarta pada 12 April 2025. "
    "Indonesia dan Vietnam menandatangani nota kesepahaman tentang perdagangan digital.\n",
    "dua": "HANOI - Menteri Perdagangan Indonesia R. Hartawan bertemu dengan Menteri Perdagangan Vietnam Nguyen Van Binh di Hanoi pada 20 Mei 2025. "
    "Kedua negara membahas kerja sama pertanian.\n",
    "tiga": "JAKARTA - Duta Besar Indonesia untuk Vietnam Melati Kusumo bertemu dengan Menteri Pertanian Vietnam Tran Van Duc di Jakarta pada 3 Juni 2025.\n",
}
NAME = "SELECT DISTINCT ?o ?n { ?o a kg:Official ; foaf:name|skos:altLabel ?n }"


@pytest.fixture
def store(tmp_path):
    for name, text in TEXTS.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    made = kg("add", *(tmp_path / f"{name}.txt" for name in TEXTS), "--store", tmp_path / "graph")
    assert made.exit_code == 0, made.output
    return tmp_path / "graph"


def kg(*arguments, **more):
    return CliRunner().invoke(app, [str(one) for one in arguments], **more)


def dump(store):
    with open_store(str(store), read_only=True) as opened:
        assert opened.unlike() == (0, 0)
        return opened.dump()


def iri(store, name):
    """The present IRI of who is called this."""
    from kg.query import ask

    with open_store(str(store), read_only=True) as opened:
        return {who.value for who, called in ask(opened, NAME) if called.value == name}


def of(store, name):
    (found,) = iri(store, name)
    return found


def faults(result):
    assert result.exit_code == 1
    return result.stderr.strip().splitlines()


def test_answers_from_a_file_hold_and_undone_leave_no_trace(store, tmp_path):
    before = dump(store)
    answers = tmp_path / "answers"
    answers.write_text(f"# who is who\nsame {of(store, 'Rusdi Hartawan')} {of(store, 'Melati Kusumo')} one desk\n", encoding="utf-8")
    done = kg("review", "--apply", answers, "--who", "Wulan", "--store", store)
    assert done.exit_code == 0, done.output
    assert "1 decisions more" in done.output
    assert iri(store, "Rusdi Hartawan") == iri(store, "Melati Kusumo")
    shown = kg("why", "Melati Kusumo", "--store", store).output
    assert "Wulan decided same" in shown
    assert "one desk" in shown
    listed = kg("review", "--decided", "--store", store).output
    assert "1  " in listed
    assert "Wulan" in listed
    assert "same" in listed
    again = kg("review", "--apply", answers, "--who", "Wulan", "--store", store)
    assert "0 decisions more" in again.output
    undone = kg("review", "--undo", "1", "--store", store)
    assert undone.exit_code == 0, undone.output
    assert dump(store) == before
    assert (store / "decisions.jsonl").read_text() == ""


def test_what_is_listed_can_be_answered_as_it_is(store, tmp_path):
    listed = kg("review", "--json", "--below", "1", "--limit", "500", "--store", store)
    assert listed.exit_code == 0, listed.output
    asked = [json.loads(line) for line in listed.stdout.splitlines()]
    assert asked == sorted(asked, key=lambda one: -one["weight"])
    assert all(side["sentences"] for one in asked for side in one["sides"])
    for one in asked:
        one["decision"]["kind"] = one["answers"][-1] if one["about"] == "same" else "right"
    (tmp_path / "answers").write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in asked), encoding="utf-8")
    done = kg("review", "--apply", tmp_path / "answers", "--store", store)
    assert done.exit_code == 0, done.output
    assert not kg("review", "--json", "--below", "1", "--store", store).stdout


def test_a_wrong_statement_leaves_and_a_corrected_value_comes(store, tmp_path):
    asked = [json.loads(line)["decision"] for line in kg("review", "--json", "--below", "1", "--limit", "500", "--store", store).stdout.splitlines()]
    sector = next(one for one in asked if one.get("predicate") == "sector")
    (tmp_path / "answers").write_text(json.dumps({**sector, "kind": "value", "correct": "concept/sector/education"}), encoding="utf-8")
    assert kg("review", "--apply", tmp_path / "answers", "--store", store).exit_code == 0
    assert b"concept/sector/education>" in dump(store)


def test_a_rebuild_gives_the_same_bytes_and_replays_the_decisions(store, tmp_path):
    answers = tmp_path / "answers"
    answers.write_text(f"same {of(store, 'Rusdi Hartawan')} {of(store, 'Melati Kusumo')}\n", encoding="utf-8")
    assert kg("review", "--apply", answers, "--store", store).exit_code == 0
    before = dump(store)
    done = kg("rebuild", "--store", store, "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout) == {"articles": 3, "decisions": 1, "changed": [], "kept": {}}
    assert dump(store) == before
    assert (store / "decisions.jsonl").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["answers", "dua.txt", "graph", "satu.txt", "tiga.txt"]
    assert kg("add", tmp_path / "tiga.txt", "--store", store).output.startswith("tiga: already there")


def test_a_rebuild_says_what_says_something_else_now(store):
    from kg.store.contents import named
    from kg.store.terms import rows

    good = dump(store)
    with open_store(str(store)) as opened:
        key = opened.keys()[0]
        kept = [row for row in rows(opened.article_graph(key)) if "schema.org" in row[1] or ("#type" in row[1] and "Article>" in row[2])]
        opened.put_graphs([(named(key), kept)])
    done = json.loads(kg("rebuild", "--store", store, "--json").stdout)
    assert [said["article"] for said in done["changed"]] == [key]
    assert done["changed"][0]["come"] > 10
    assert dump(store) == good


def test_decisions_hold_before_anything_is_added(store, tmp_path):
    answers = tmp_path / "answers"
    answers.write_text(f"same {of(store, 'Rusdi Hartawan')} {of(store, 'Melati Kusumo')}\n", encoding="utf-8")
    assert kg("review", "--apply", answers, "--store", store).exit_code == 0
    other = tmp_path / "other"
    made = kg("add", *(tmp_path / f"{name}.txt" for name in reversed(TEXTS)), "--store", other, env={"KG_DECISIONS": str(store / "decisions.jsonl")})
    assert made.exit_code == 0
    assert dump(other) == dump(store)


@pytest.mark.parametrize(("text", "says"), [
    ("nonsense\n", ["1: neither a JSON object"]),
    ("same official/1 official/2\n\nsame official/1\n", ["1: official/1: the graph does not speak of it", "3: same needs two things"]),
    ('same <a> "b\n', ["1: "]),
    ('{"kind": "wrong", "article": "article/ffff", "subject": "Nobody"}\n', ["1: article/ffff does not say: 'Nobody'"]),
    ("same {a} {b}\ndifferent {b} {a}\n", ["2: ", "are different here, and the same by other lines"]),
    ("same {a} {a}\n", ["1: ", "expected two things of one kind"]),
    ("\xff", ["not in utf-8"]),
])
def test_a_broken_file_is_told_line_by_line_and_nothing_holds(store, tmp_path, text, says):
    before = dump(store)
    a, b = of(store, "Rusdi Hartawan"), of(store, "Melati Kusumo")
    answers = tmp_path / "answers"
    answers.write_bytes(text.replace("{a}", a).replace("{b}", b).encode("latin-1"))
    told = faults(kg("review", "--apply", answers, "--store", store))
    assert all(any(part in line for line in told) for part in says), told
    assert all(line.startswith(f"kg: {answers}:") for line in told)
    assert dump(store) == before
    assert not (store / "decisions.jsonl").exists()


def test_a_ledger_that_was_badly_merged_stops_everything_in_one_line(store, tmp_path):
    before = dump(store)
    ledger = store / "decisions.jsonl"
    ledger.write_text("<<<<<<< HEAD\n=======\n", encoding="utf-8")
    assert [line.partition(": ")[2] for line in faults(kg("review", "--decided", "--store", store))] == [f"{ledger}:1: not a JSON object", f"{ledger}:2: not a JSON object"]
    assert len(faults(kg("rebuild", "--store", store))) == 2
    assert kg("add", tmp_path / "satu.txt", "--store", store).exit_code == 1
    assert dump(store) == before


def test_contradicting_answers_to_one_statement_are_refused_also_across_files(store, tmp_path):
    asked = [json.loads(line)["decision"] for line in kg("review", "--json", "--below", "1", "--limit", "500", "--store", store).stdout.splitlines()]
    one = next(about for about in asked if about.get("predicate") == "party")
    for name, kind in (("first", "right"), ("second", "wrong")):
        (tmp_path / name).write_text(json.dumps({**one, "kind": kind}), encoding="utf-8")
    assert kg("review", "--apply", tmp_path / "first", "--store", store).exit_code == 0
    (fault,) = faults(kg("review", "--apply", tmp_path / "second", "--store", store))
    assert f"wrong contradicts right in {store / 'decisions.jsonl'}:1" in fault
    assert len((store / "decisions.jsonl").read_text().splitlines()) == 1


def test_undo_of_what_is_not_there(store):
    (fault,) = faults_of_error(kg("review", "--undo", "4", "--store", store))
    assert "there is no decision 4" in fault


def faults_of_error(result):
    """The line that `main` would print."""
    assert result.exit_code == 1
    return [str(result.exception)]
