"""The line that a shell completes. Bash cuts words at `=`: `a=ID` comes as three, and only what stands after the sign is replaced."""

from __future__ import annotations

import io
from collections.abc import Callable, MutableMapping
from contextlib import redirect_stdout

ASKED, WANTED = "_KG_COMPLETE", "complete_bash"
WORDS, POSITION, BETWEEN = "COMP_WORDS", "COMP_CWORD", "\n"
LINE = "_TYPER_COMPLETE_ARGS"  # of the other shells
SIGN = "="


def is_completing(environ: MutableMapping[str, str]) -> bool:
    """Whether bash asks what could come next."""
    return environ.get(ASKED) == WANTED and WORDS in environ


def completed(app: Callable[[], object], environ: MutableMapping[str, str]) -> str:
    """What a program offers in the place of the last word, of which bash replaces only what stands after the sign."""
    join(environ)
    whole = environ[WORDS].split(BETWEEN)
    position = int(environ[POSITION])
    begun, sign, _ = whole[position].rpartition(SIGN) if position < len(whole) else ("", "", "")
    offered = io.StringIO()
    try:
        with redirect_stdout(offered):
            app()
    except SystemExit:
        pass  # how a program ends that was asked for completions
    return "".join(line.removeprefix(begun + sign) for line in offered.getvalue().splitlines(keepends=True))


def words(environ: MutableMapping[str, str]) -> list[str]:
    """The words of the line that a shell completes: what stands before an option that lacks its value is not parsed, so it is looked for here.

    >>> words({"_TYPER_COMPLETE_ARGS": "kg query parties -p "})
    ['kg', 'query', 'parties', '-p']
    """
    return (environ.get(WORDS) or environ.get(LINE) or "").split()


def join(environ: MutableMapping[str, str]) -> None:
    r"""Put words together again that bash has cut.

    >>> asked = {"COMP_WORDS": "kg\nquery\nparties\n-p\ncountry\n=\nR", "COMP_CWORD": "6"}
    >>> join(asked)
    >>> asked["COMP_WORDS"].split("\n"), asked["COMP_CWORD"]
    (['kg', 'query', 'parties', '-p', 'country=R'], '4')
    """
    cut = environ[WORDS].split(BETWEEN)
    whole: list[str] = []
    places: list[int] = []
    for number, word in enumerate(cut):
        if whole and (word == SIGN or (number and cut[number - 1] == SIGN)):
            whole[-1] += word
        else:
            whole.append(word)
        places.append(len(whole) - 1)
    position = int(environ.get(POSITION, len(cut)))
    environ[WORDS] = BETWEEN.join(whole)
    environ[POSITION] = str(places[position] if position < len(places) else len(whole))
