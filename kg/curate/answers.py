"""Answers of curators, from a terminal or a file, made into decisions: what they are about is looked up in the store and written down with them.

A line of a file is a decision, or a question of `kg review --json` whose decision was given a `kind`, or just `same A B` with the keys or IRIs of two things.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kg.curate.ledger import Entry, Faults, Ledger, conflicts
from kg.errors import InvalidData, StoreError
from kg.query.asking import ask
from kg.store import Store
from kg.store.contents import named
from kg.store.terms import rows
from kg.vocabulary import BASE
from kg.world.corrections import matches
from kg.world.decisions import IDENTITIES, Correction, Decision, decision, written
from kg.world.terms import by_subject, node, plain


class Curator(NamedTuple):
    """Who decides, on which day, and why."""

    who: str
    when: str
    why: str = ""


def answered(store: Store, about: Mapping[str, Any], by: Curator) -> Decision:
    """The decision that an answer makes. Raises `InvalidData` where it is about nothing that the store knows."""
    told = {**about, "who": about.get("who") or by.who, "when": about.get("when") or by.when}
    if why := about.get("why") or by.why:
        told["why"] = why
    if told.get("kind") in IDENTITIES and isinstance(told.get("of"), list):
        told["of"] = [str(key).removeprefix(BASE) for key in told["of"]]
        if "features" not in told:
            told["features"] = [_features(store, key) for key in told["of"]]
    made = decision(written(told))
    if isinstance(made, Correction) and not matches(by_subject(rows(store.article_graph(named(plain(made.article)).value))), made):
        says = f"{made.subject!r} {made.predicate} {made.value!r}" if made.predicate else repr(made.subject)
        raise InvalidData(f"{plain(made.article).removeprefix(BASE)} does not say: {says}")
    return made


def apply(store: Store, ledger: Ledger, source: Path, by: Curator) -> list[Decision]:
    """Take in a file of answers, whole or not at all. Raises `Faults` with a line for everything that is wrong with it."""
    made, faults = list[Entry](), list[str]()
    for number, line in enumerate(_lines(source), 1):
        if line.strip() and not line.startswith("#"):
            try:
                made += [Entry(number, one) for one in _read(store, line, by)]
            except InvalidData as error:
                faults.append(f"{source}:{number}: {error}")
    before = ledger.entries()
    if not faults:
        faults = [f"{source}:{fault}" for fault in conflicts([*(Entry(-entry.line, entry.decision) for entry in before), *made])]
    if faults:
        raise Faults(_positive(fault, ledger) for fault in faults)
    held = {entry.decision for entry in before}
    new = [one for one in dict.fromkeys(entry.decision for entry in made) if one not in held]
    take(store, ledger, new)
    return new


def take(store: Store, ledger: Ledger, new: Iterable[Decision]) -> None:
    """Write decisions down and let them hold in the store."""
    ledger.append(new)
    store.decide(ledger.decisions())


def _positive(fault: str, ledger: Ledger) -> str:
    """A fault in which a line of the ledger itself is named as such."""
    return fault.replace("in line -", f"in {ledger.path}:").replace(":-", ":")


def _read(store: Store, line: str, by: Curator) -> list[Decision]:
    kind, *words = line.split()
    if kind in IDENTITIES:
        if not words[1:]:
            raise InvalidData(f"{kind} needs two things")
        return [answered(store, {"kind": kind, "of": words[:2], "why": " ".join(words[2:])}, by)]
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        raise InvalidData(f"neither a JSON object nor {' or '.join(IDENTITIES)} with two keys") from None
    about = told.get("decision", told) if isinstance(told, dict) else None
    if not isinstance(about, dict):
        raise InvalidData("not a decision")
    if "decision" in told and "kind" not in about:
        return []  # A question that was left open.
    return [answered(store, about, by)]


def _features(store: Store, key: str) -> Any:
    """What is known of a candidate."""
    try:
        found = [str(value) for (value,) in ask(store, f"SELECT ?f WHERE {{ {named(key)} kg:features ?f }}")]
    except (ValueError, SyntaxError):
        found = []
    if not found:
        known = ask(store, f"ASK {{ ?x kg:denotes {node(key)} }}").boolean if key.replace("/", "").isalnum() else False
        raise InvalidData(f"{key}: {'has too little said of it to be compared with others' if known else 'the graph does not speak of it'}")
    return json.loads(plain(found[0]))


def _lines(source: Path) -> list[str]:
    try:
        return source.read_bytes().decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        raise Faults([f"{source}: not in utf-8 (byte {error.start}); save it as utf-8"]) from None
    except OSError as error:
        raise StoreError(f"{source}: cannot be read: {error.strerror or error}") from error
