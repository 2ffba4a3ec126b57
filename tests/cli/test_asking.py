"""`kg query` and `kg ask` as a shell and a terminal meet them."""

import json
import os
import pty
import re
import select
import subprocess
import sys
import time

import pytest
from typer.testing import CliRunner

from kg.cli import app

KG = [sys.executable, "-c", "import sys; sys.argv[0] = 'kg'; from kg.cli import main; main()"]
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>]")


def kg(*arguments, stdin=None, env=None):
    return subprocess.run([*KG, *map(str, arguments)], capture_output=True, text=True, encoding="utf-8", input=stdin, check=False, env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})})


@pytest.fixture(scope="module")
def stored(tmp_path_factory, seed_file):
    from kg.build import add
    from kg.store import open_store

    path = tmp_path_factory.mktemp("asking") / "graph"
    with open_store(str(path)) as store:
        list(add(store, [str(seed_file)]))
    return str(path)


class Terminal:
    """A process at a terminal of 24 lines and 100 columns."""

    def __init__(self, *arguments, env=None):
        self.master, slave = pty.openpty()
        self.process = subprocess.Popen(
            [*KG, *arguments], stdin=slave, stdout=slave, stderr=slave, close_fds=True,
            env={**os.environ, "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "24", "PAGER": "cat", **(env or {})},
        )
        os.close(slave)
        self.seen = ""

    def type(self, keys):
        os.write(self.master, keys.encode())

    def expect(self, words, seconds=20):
        """What was shown until these words."""
        end = time.monotonic() + seconds
        while words not in ESCAPES.sub("", self.seen):
            assert time.monotonic() < end, ESCAPES.sub("", self.seen)
            if select.select([self.master], [], [], 0.1)[0]:
                self.seen += self._read()
        self.raw, self.seen = self.seen, ""
        return ESCAPES.sub("", self.raw)

    def _read(self):
        text = os.read(self.master, 65536).decode("utf-8", "replace")
        if "\x1b[6n" in text:  # where the cursor is
            os.write(self.master, b"\x1b[1;1R")
        return text

    def close(self):
        self.process.kill()
        self.process.wait()
        os.close(self.master)


@pytest.fixture
def terminal(stored, tmp_path):
    opened = Terminal("ask", "--store", stored, env={"XDG_STATE_HOME": str(tmp_path / "state")})
    yield opened
    opened.close()


def test_a_conversation_at_a_terminal(terminal, tmp_path):
    terminal.expect("kg>")
    terminal.type("instr\t")
    terminal.type("\x03")  # Ctrl-C cancels the line
    terminal.expect("kg>")
    terminal.type("SELECT (COUNT(*) AS ?n) {\r")
    terminal.type("  ?i a kg:Instrument\r}\r")
    assert "(1 row)" in terminal.expect("(1 row)")
    terminal.type("\\format csv\r")
    terminal.expect("format csv")
    terminal.type("instruments a=ID b=RU\r")
    terminal.expect("Komisi Bersama")
    terminal.type("instrumnts\r")
    terminal.expect("the nearest is 'instruments'")
    terminal.expect("kg>")
    terminal.type("\x04")  # Ctrl-D ends
    assert terminal.process.wait(10) == 0
    history = tmp_path / "state" / "kg" / "history"
    assert "+instruments a=ID b=RU" in history.read_text("utf-8")
    assert history.stat().st_mode & 0o077 == 0


def test_questions_from_a_pipe(stored):
    done = kg("ask", "--store", stored, "--format", "csv", stdin="parties\nASK {\n ?a a kg:Article\n}\n\n\\format table\nASK { ?a a kg:Nonsens };\n\\quit\nparties\n")
    assert done.returncode == 1  # a yes has no CSV
    assert done.stdout.splitlines()[0] == "a,b,sources,articles,last"
    assert done.stdout.count("a,b,sources") == 1
    assert "the answer is yes or no: choose json" in done.stderr
    assert "kg:Nonsens is not a term" in done.stderr
    assert "\x1b" not in done.stdout
    assert kg("ask", "--store", stored, stdin="parties\n").returncode == 0


def test_a_slip_is_warned_of_and_the_answer_still_given(stored):
    done = kg("query", "SELECT ?i { ?i kg:hasParty ?p }", "--store", stored)
    assert done.returncode == 0
    assert done.stdout == "(no rows)\n"
    assert done.stderr == "kg: kg:hasParty is not a term; did you mean kg:party?\n"
    assert kg("query", "instruments", "--store", stored).stderr == ""


@pytest.mark.parametrize("form", ["auto", "table", "records", "markdown", "csv", "tsv", "json", "xml"])
def test_every_form_is_written(stored, form):
    done = CliRunner().invoke(app, ["query", "instruments", "-p", "a=ID", "--format", form, "--limit", "2", "--store", stored], env={"COLUMNS": "160"})
    assert done.exit_code == 0, done.output
    assert "Komisi Bersama" in done.stdout
    if form == "json":
        assert len(json.loads(done.stdout)["results"]["bindings"]) == 2


def test_a_part_of_the_rows_and_names_in_a_language(stored):
    every = kg("query", "instruments", "--format", "csv", "--lang", "ru", "--store", stored).stdout.splitlines()
    part = kg("query", "instruments", "--format", "csv", "--lang", "ru", "--limit", "1", "--offset", "1", "--store", stored).stdout.splitlines()
    assert part == [every[0], every[2]]
    assert "Индонезия" in every[1]


def test_a_question_is_listed_with_its_parameters_and_its_answer():
    listed = kg("query", "instruments", "--list", "--lang", "id").stdout
    assert "negara yang menjadi pihak" in listed
    assert "-[ 1 ]-" in listed
    assert "Siapa bertemu siapa" in kg("query", "--list", "--lang", "id").stdout


def test_an_explanation_instead_of_rows(stored):
    shown = kg("query", "parties", "--explain", "--store", stored).stdout
    assert "SELECT" in shown
    assert "Indonesia" not in shown


def completed(shell, line, words):
    """What a shell is offered for a line, as its script asks for it."""
    asks = {"zsh": {"_TYPER_COMPLETE_ARGS": line}, "fish": {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"},
            "bash": {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}}[shell]
    return kg(env={"_KG_COMPLETE": f"complete_{shell}", **asks}).stdout


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_names_parameters_and_values(shell):
    assert "instruments-by-status" in completed(shell, "kg query instr", ["kg", "query", "instr"])
    assert "status=" in completed(shell, "kg query instruments -p st", ["kg", "query", "instruments", "-p", "st"])
    offered = completed(shell, "kg query instruments -p a=RU", ["kg", "query", "instruments", "-p", "a", "=", "RU"])
    assert ("RU" if shell == "bash" else "a=RU") in offered
    if shell == "bash":  # it replaces only what stands after the sign
        assert offered.split() == ["RU"]


def test_a_terminal_gets_links_and_a_pipe_gets_none(stored):
    opened = Terminal("query", "instruments", "--store", stored)
    try:
        opened.expect("rows)")
        assert "\x1b]8;;https://w3id.org/diplokg/instrument/" in opened.raw
    finally:
        opened.close()
    assert "\x1b]8;;" not in kg("query", "instruments", "--store", stored).stdout
