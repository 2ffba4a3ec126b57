"""`kg review`: what the program is unsure of, and what a curator decides."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import DEFAULT_STORE, AsJson, DecisionsOption, StoreOption, say, told, writable

if TYPE_CHECKING:
    from kg.curate import Ledger
    from kg.curate.answers import Curator
    from kg.curate.questions import Question
    from kg.store import Store
    from kg.world.decisions import Decision

EXAMPLE = "Example:  kg review    |    kg review --json > open.jsonl    |    kg review --apply answers.jsonl --who Wulan    |    kg review --undo 3"
KEYS = {"s": "same", "d": "different", "w": "wrong", "r": "right", "v": "value"}


def run(
    apply: Annotated[Path | None, typer.Option("--apply", metavar="FILE", help="Take in answers, all or none: decisions, questions with a kind, or same A B.")] = None,
    undo: Annotated[int | None, typer.Option("--undo", metavar="N", min=1, help="Take back decision N of --decided.")] = None,
    decided: Annotated[bool, typer.Option("--decided", help="List the decisions and their numbers.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, help="How many questions.")] = 20,
    least: Annotated[float, typer.Option("--below", min=0, max=1, metavar="CONFIDENCE", help="Ask about statements less sure than this.")] = 0.6,
    who: Annotated[str, typer.Option("--who", envvar="KG_CURATOR", metavar="NAME", help="Who decides.")] = "",
    why: Annotated[str, typer.Option("--why", metavar="TEXT", help="Why it is decided so.")] = "",
    decisions: DecisionsOption = None,
    store: StoreOption = DEFAULT_STORE,
    as_json: AsJson = False,
) -> None:
    """Show what the program is unsure of, most useful first, and take the answers: same, different, wrong, right, or another value."""
    from kg.store import open_store

    ledger = _ledger(store, decisions)
    with told():
        if decided:
            _list(ledger, as_json)
        elif apply is not None or undo is not None:
            with writable(store, decisions) as opened:
                _decide(opened, ledger, apply, undo, _curator(who, why), as_json)
        elif as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
            with open_store(store, read_only=True) as opened:
                _show(_questions(opened, least)[:limit], as_json)
        else:
            with writable(store, decisions) as opened:
                _talk(opened, ledger, _questions(opened, least)[:limit], _curator(who, why))


def _ledger(store: str, given: Path | None) -> Ledger:
    from kg.curate import ledger_of
    from kg.errors import InvalidData

    ledger = ledger_of(store, given)
    if ledger is None:
        raise InvalidData(f"{store}: has no folder for decisions; say where they are with --decisions FILE")
    return ledger


def _curator(who: str, why: str) -> Curator:
    from datetime import UTC, datetime
    from getpass import getuser

    from kg.curate.answers import Curator

    return Curator(who or getuser(), datetime.now(UTC).date().isoformat(), why)


def _questions(store: Store, least: float) -> list[Question]:
    from kg.curate.questions import questions

    return questions(store, least, store.decisions())


def _list(ledger: Ledger, as_json: bool) -> None:
    for number, entry in enumerate(ledger.entries(), 1):
        one = entry.decision
        typer.echo(json.dumps({"number": number, **json.loads(one.record)}, ensure_ascii=False) if as_json else f"{number:>4}  {_said(one)}")


def _said(one: Decision) -> str:
    why = f": {one.why}" if one.why else ""
    return f"{one.when} {one.who}: {one.says}{why}"


def _decide(store: Store, ledger: Ledger, source: Path | None, undo: int | None, by: Curator, as_json: bool) -> None:
    from kg.curate.answers import apply, take

    new: list[Decision] = []
    undone: list[Decision] = []
    if undo is not None:
        undone = [ledger.undo(undo)]
        take(store, ledger, ())
    if source is not None:
        new = apply(store, ledger, source, by)
    if as_json:
        typer.echo(json.dumps({"decided": [json.loads(one.record) for one in new], "undone": [json.loads(one.record) for one in undone]}, ensure_ascii=False))
        return
    for one in undone:
        typer.echo(f"undone: {_said(one)}")
    if source is not None:
        typer.echo(f"{ledger.path}: {len(new)} decisions more")


def _show(found: list[Question], as_json: bool) -> None:
    for one in found:
        typer.echo(json.dumps(one.facts(), ensure_ascii=False) if as_json else _written(one))
    if not found and not as_json:
        typer.echo("nothing to decide")


def _hanging(number: int) -> str:
    return "1 statement hangs on it" if number == 1 else f"{number} statements hang on it"


def _written(one: Question) -> str:
    lines = [f"{one.about}: {one.says}  ({_hanging(one.weight)})"]
    for side in one.sides:
        lines += [f"    {side.name}", *(f"      “{sentence}”" for sentence in side.sentences)]
    return "\n".join(lines)


def _talk(store: Store, ledger: Ledger, found: list[Question], by: Curator) -> None:
    """Ask question by question; an answer is written down at once, and holds in the graph at the end."""
    from kg.curate.answers import answered, take
    from kg.errors import InvalidData

    if not found:
        typer.echo("nothing to decide")
    for one in found:
        typer.echo(_written(one))
        if (answer := _answer(one)) is None:
            break
        if answer:
            try:
                ledger.append([answered(store, {**one.decision, **answer}, by)])
                ledger.entries()
            except InvalidData as error:
                say([str(error)])
    take(store, ledger, ())


def _answer(one: Question) -> dict[str, str] | None:
    """What the curator says: an answer, nothing (to pass over), or None (to stop)."""
    offered = {key: kind for key, kind in KEYS.items() if kind in one.answers}
    asked = "  ".join(f"{key}={kind}" for key, kind in offered.items())
    while True:
        key = typer.prompt(f"  {asked}  Enter=later  q=stop", default="", show_default=False).strip().lower()
        if key in ("", "q"):
            return None if key else {}
        if key in offered:
            return {"kind": offered[key], **({"correct": typer.prompt("  the right value").strip()} if key == "v" else {})}
