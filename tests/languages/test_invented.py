"""A language that nobody speaks, added by a folder of words and no line of Python, as a contributor would add one."""

import json
import os
import subprocess
import sys

import pytest

WORDS = {
    "language": """
        code = "qna"
        name = "Naru"
        function_words = ["vi", "ni", "oni", "ke", "pri", "lo"]
    """,
    "countries": """
        [name]
        ID = ["Indoneza"]
        CU = ["Kubalo"]
        [adjective]
        CU = ["kubali"]
    """,
    "posts": """
        [rank]
        minister = ["mirosten"]
        [link]
        link = ["dal"]
        [portfolio]
        portfolio = ["keru"]
    """,
    "people": """
        [speech]
        inverse = ["dirta"]
        verb = ["dirta"]
    """,
    "parties": """
        [act]
        verb = ["mevalu", "sinjalu"]
        [deal]
        noun = ["memoran"]
        [organ]
        organ = ["mirosten"]
        [both]
        states = ["ambau landi"]
    """,
    "instruments": """
        [type]
        mou = ["memoran kompren"]
    """,
    "statuses": """
        [right]
        signed = ["sinjalu"]
    """,
    "events": """
        [act]
        meeting = ["mevalu"]
        signing = ["sinjalu"]
    """,
    "sectors": """
        [words]
        postal = ["postali"]
    """,
    "dates": """
        order = "dmy"
        [term]
        "month.6" = ["lumo"]
    """,
}
TEXT = """Indoneza ke Kubalo sinjalu lo memoran

Mirosten dal Keru Indoneza Budi Hartono mevalu Mirosten dal Keru Kubalo Juan Ortega vi Jakarta ni 3 Lumo 2025. Oni sinjalu lo memoran kompren pri postali.
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    home = tmp_path_factory.mktemp("languages")
    (home / "qna").mkdir()
    for name, words in WORDS.items():
        (home / "qna" / f"{name}.toml").write_text("\n".join(line.strip() for line in words.splitlines()), "utf-8")
    (home / "report.txt").write_text(TEXT, "utf-8")

    def start(article=home / "report.txt"):
        environment = {**os.environ, "KG_LANGUAGES": str(home)}
        return subprocess.run([sys.executable, "-c", "from kg.cli import main; main()", "extract", str(article)], env=environment, capture_output=True, text=True, check=False)

    return start


def test_the_language_is_recognised_and_read(run):
    done = run()
    assert done.returncode == 0, done.stderr
    said = json.loads(done.stdout)
    assert said["lang"] == "qna"
    assert said["parties"] == ["ID", "CU"]
    assert [(p["name"], p["rank"], p["country"]) for p in said["people"]] == [("Budi Hartono", "minister", "ID"), ("Juan Ortega", "minister", "CU")]
    assert [(i["type"], i["status"], i["date"], i["sectors"]) for i in said["instruments"]] == [("mou", "signed", "2025-06-03", ["postal"])]
    assert {(e["type"], e["date"]) for e in said["events"]} == {("meeting", "2025-06-03"), ("signing", "2025-06-03")}
    assert said["sectors"] == ["postal"]


def test_what_it_has_no_words_for_is_said(run):
    assert "the language 'qna' has no words for organizations, places, figures, speech: these were not read" in run().stderr


def test_a_language_without_a_folder_gives_countries_only(run, tmp_path):
    article = tmp_path / "german.txt"
    article.write_text(
        "Deutschland und Ghana unterzeichnen Absichtserklärung\n\nDie Bundesministerin traf am Montag ihren Amtskollegen in Accra. Deutschland und Ghana wollen auch "
        "weiterhin eng zusammenarbeiten, sagte sie nach dem Gespräch.\n", "utf-8")
    done = run(article)
    said = json.loads(done.stdout)
    assert (said["lang"], said["parties"], said["people"], said["instruments"]) == ("de", ["DE", "GH"], [], [])
    assert "the language 'de' has no words here: only the countries were read" in done.stderr
