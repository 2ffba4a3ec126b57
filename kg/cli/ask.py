"""`kg ask`: ask the graph question after question."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.options import DEFAULT_STORE, StoreOption, say
from kg.cli.output import on_terminal, show
from kg.cli.query import Format, Language

if TYPE_CHECKING:
    from kg.query.session import Session

EXAMPLE = "Example:  kg ask    |    echo 'instruments a=ID b=RU' | kg ask --format csv"
PROMPT, GOES_ON = "kg> ", "  > "
HISTORY = "history"


def run(
    form: Annotated[Format, typer.Option("--format", "-f", help="How to write answers, at first.")] = Format.auto,
    lang: Annotated[Language, typer.Option(help="The language of questions and names, at first.")] = Language.en,
    store: StoreOption = DEFAULT_STORE,
) -> None:
    r"""Ask question after question: queries of the library (instruments a=ID b=RU), SPARQL over several lines, or \help; from a pipe, too."""
    from kg.query.session import Session
    from kg.store import open_store

    with open_store(store, read_only=True) as opened:
        session = Session(opened, lambda line: say([line]), form.value, lang.value, links=on_terminal())
        failed = _talk(session) if sys.stdin.isatty() and on_terminal() else _read(session)
    if failed:
        raise typer.Exit(1)


def _read(session: Session) -> bool:
    """Answer what is piped in; tells whether something went wrong."""
    from kg.query.session import questions

    outcomes: list[bool] = []
    for text in questions(sys.stdin.read()):
        outcome = _answered(session, text, paged=False)
        if outcome is None:
            break
        outcomes.append(outcome)
    return not all(outcomes)


def _answered(session: Session, text: str, *, paged: bool | None = None) -> bool | None:
    """Answer one question; whether it could be answered, nothing where it was the last one."""
    from kg.errors import KGError
    from kg.query.session import Finished

    try:
        show(session.respond(text), paged=paged)
    except Finished:
        return None
    except KGError as error:
        typer.secho(f"kg: {error}", fg="red", err=True)
        return False
    return True


def _talk(session: Session) -> bool:
    """Ask at a prompt, until Ctrl-D; Ctrl-C cancels a line or a pager."""
    prompt = _prompt(session)
    typer.echo("\\help says what can be written; Tab completes, Ctrl-D ends")
    while True:
        try:
            if _answered(session, prompt.prompt(PROMPT)) is None:
                return False
        except KeyboardInterrupt:
            continue
        except EOFError:
            return False


def _prompt(session: Session) -> Any:
    """A prompt with history, completion, and lines until a question is whole."""
    from prompt_toolkit import PromptSession
    from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
    from prompt_toolkit.completion import Completer, Completion
    from prompt_toolkit.history import FileHistory, InMemoryHistory
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

    from kg.query.session import is_whole

    class Suggested(Completer):
        """What the session suggests."""

        def get_completions(self, document: Any, complete_event: Any) -> Iterator[Completion]:  # noqa: ARG002 - prompt_toolkit's interface
            for found in session.suggestions(document.text_before_cursor):
                yield Completion(found.text, -found.instead, display_meta=found.meaning)

    keys = KeyBindings()

    @keys.add("enter")
    def _enter(event: KeyPressEvent) -> None:
        """Ask what is whole; go on in a new line with what is not."""
        buffer = event.current_buffer
        if is_whole(buffer.text) or buffer.document.current_line.strip() == "":
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    path = history_file()
    kept = FileHistory(str(path)) if path else InMemoryHistory()
    return PromptSession[str](
        history=kept, completer=Suggested(), complete_while_typing=False, multiline=True, key_bindings=keys,
        prompt_continuation=GOES_ON, auto_suggest=AutoSuggestFromHistory(), enable_history_search=True,
    )


def history_file() -> Path | None:
    """Where questions are kept between conversations: in the user's state folder (`XDG_STATE_HOME`); nowhere if it cannot be written."""
    home = Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "kg"
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        (home / HISTORY).touch(mode=0o600)
    except OSError:
        return None
    return home / HISTORY
