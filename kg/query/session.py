r"""A conversation with a store: questions one after another, and commands that begin with `\` and say how answers are written."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.errors import BadQuery
from kg.query.asking import answer, ask, prepared
from kg.query.cells import plain
from kg.query.completing import Suggestion, queries, question
from kg.query.explaining import explain
from kg.query.guard import FORMS, PROLOGUE
from kg.query.library import find
from kg.query.listing import details, overview
from kg.query.render import FORMATS, render
from kg.query.terms import doubts
from kg.query.tokens import tokens
from kg.query.why import render as told
from kg.query.why import why
from kg.store import Store
from kg.vocabulary import LANGUAGES, nearest

MARK = "\\"
ON, OFF = "on", "off"
SWITCH = (ON, OFF)
NAMED = 50_000  # names of things that are completed


class Finished(Exception):
    r"""Somebody said `\quit`."""


@dataclass
class Session:
    """Who asks: the store, and how answers are written; `doubt` is told what in a question may be a slip."""

    store: Store
    doubt: Callable[[str], None]
    format: str = "auto"
    lang: str = LANGUAGES[0]
    limit: int | None = None
    explains: bool = False
    width: int | None = None
    links: bool = False
    known: tuple[str, ...] | None = None

    @property
    def commands(self) -> dict[str, Command]:
        """The commands by their names."""
        return {command.name: command for command in COMMANDS}

    def names(self) -> tuple[str, ...]:
        """What the things of the store are called, looked up when first asked for."""
        if self.known is None:
            found = ask(self.store, f"SELECT DISTINCT ?n WHERE {{ ?e foaf:name|skos:prefLabel|schema:headline ?n }} LIMIT {NAMED}")
            self.known = tuple(sorted({plain(name) for (name,) in found}))
        return self.known

    def respond(self, text: str) -> str:
        r"""Answer a question, or do what a command says.

        >>> from kg.store import open_store
        >>> session = Session(open_store("memory:"), print)
        >>> session.respond("ASK { ?e a kg:Event }"), session.respond("\\format csv"), session.respond("parties")
        ('no\n', 'format csv\n', 'a,b,sources,articles,last\r\n')
        """
        said = text.strip().removesuffix(";").strip()
        if not said:
            return ""
        return self._command(said[1:]) if said.startswith(MARK) else self._answer(said)

    def _command(self, said: str) -> str:
        name, _, rest = said.partition(" ")
        if name not in self.commands:
            raise BadQuery(f"no command {MARK}{name}{nearest(name, self.commands)}; {MARK}help lists them")
        return self.commands[name].run(self, rest.strip())

    def _answer(self, said: str) -> str:
        asked, given = self._parts(said)
        for line in doubts(tokens(find(asked).text)):
            self.doubt(line)
        ready = prepared(self.store, asked, **given)
        if self.explains:
            return explain(self.store, ready, limit=self.limit)
        return render(answer(self.store, ready, limit=self.limit), self.format, self.width, links=self.links)

    def _parts(self, said: str) -> tuple[str, dict[str, str]]:
        """A question and its parameters: the name of a query and `name=value` for each, or SPARQL."""
        if is_sparql(said):
            return said, {}
        name, *rest = _words(said)
        given = pairs(rest)
        speaks = any(p.name == "lang" for p in find(name).parameters)
        return name, {**({"lang": self.lang} if speaks else {}), **given}

    def suggestions(self, written: str) -> Iterator[Suggestion]:
        """What can come next."""
        if not written.lstrip().startswith(MARK):
            yield from question(written, self.lang, self.names)
            return
        name, space, rest = written.lstrip()[1:].partition(" ")
        if not space:
            yield from (Suggestion(MARK + c.name, len(name) + 1, c.help) for c in self.commands.values() if c.name.startswith(name))
        elif name in self.commands:
            yield from self.commands[name].values(rest, self.lang)


@dataclass(frozen=True)
class Command:
    """A command: its name, what follows it, what it does."""

    name: str
    usage: str
    help: str
    run: Callable[[Session, str], str]
    choices: tuple[str, ...] = ()

    def values(self, written: str, lang: str) -> Iterator[Suggestion]:
        """What can follow the command."""
        yield from (Suggestion(choice, len(written)) for choice in self.choices if choice.startswith(written))
        if self.usage == "[NAME]":
            yield from queries(written, lang)


def pairs(given: list[str]) -> dict[str, str]:
    """Cut `name=value` pairs.

    >>> pairs(["a=ID", "name=Budi Santosa"])
    {'a': 'ID', 'name': 'Budi Santosa'}
    """
    found = {}
    for pair in given:
        name, sign, value = pair.partition("=")
        if not sign or not name:
            raise BadQuery(f"{pair!r}: expected NAME=VALUE")
        found[name] = value
    return found


def is_sparql(text: str) -> bool:
    """Whether a text is SPARQL, not the name of a query with its parameters.

    >>> is_sparql("instruments a=ID"), is_sparql("select ?x"), is_sparql("PREFIX a: <b:>")
    (False, True, True)
    """
    first = text.split(maxsplit=1)[:1]
    return "{" in text or any(word.upper() in (*FORMS, *PROLOGUE) or word.startswith("#") for word in first)


def is_whole(text: str) -> bool:
    r"""Whether a text can be asked as it stands: a line that is no SPARQL, or SPARQL whose braces are closed, or that ends with `;`.

    >>> is_whole("instruments a=ID"), is_whole("SELECT ?x {"), is_whole("SELECT ?x {\n}")
    (True, False, True)
    """
    said = text.strip()
    if said.startswith(MARK) or said.endswith(";") or not is_sparql(said):
        return True
    marks = [token.text for token in tokens(said) if token.kind == "mark"]
    return 0 < marks.count("{") <= marks.count("}")


def questions(text: str) -> Iterator[str]:
    r"""The questions of a text that was piped in: one a line, SPARQL until a line that is empty or ends with `;`.

    >>> list(questions("# all\nparties\n\nSELECT ?x {\n} \nORDER BY ?x\n\n\\quit"))
    ['parties', 'SELECT ?x {\n} \nORDER BY ?x', '\\quit']
    """
    waiting: list[str] = []
    for line in text.splitlines():
        if not waiting and (not line.strip() or line.lstrip().startswith("#")):
            continue
        waiting.append(line)
        if not is_sparql("\n".join(waiting)) or not line.strip() or line.rstrip().endswith(";"):
            yield "\n".join(waiting).strip()
            waiting = []
    if waiting:
        yield "\n".join(waiting).strip()


def _words(said: str) -> list[str]:
    try:
        return shlex.split(said)
    except ValueError as error:
        raise BadQuery(f"{said}: {str(error).lower()}") from error


def _choice(name: str, value: str, known: tuple[str, ...]) -> str:
    if value not in known:
        raise BadQuery(f"{MARK}{name} {value}: expected {', '.join(known)}")
    return value


def _help(session: Session, _rest: str) -> str:
    width = max(len(f"{c.name} {c.usage}") for c in session.commands.values())
    lines = [f"  {MARK}{f'{c.name} {c.usage}':<{width}}  {c.help}" for c in session.commands.values()]
    return "\n".join(("a query of the library (instruments a=ID b=RU), SPARQL, or a command:", *lines)) + "\n"


def _list(session: Session, rest: str) -> str:
    return details(find(rest), session.lang, session.width) if rest else overview(session.lang, session.width)


def _format(session: Session, rest: str) -> str:
    session.format = _choice("format", rest, FORMATS)
    return f"format {rest}\n"


def _limit(session: Session, rest: str) -> str:
    if rest != OFF and not (rest.isascii() and rest.isdigit()):
        raise BadQuery(f"{MARK}limit {rest}: expected a number, or {OFF}")
    session.limit = None if rest == OFF else int(rest)
    return f"limit {rest}\n"


def _lang(session: Session, rest: str) -> str:
    session.lang = _choice("lang", rest, LANGUAGES)
    return f"lang {rest}\n"


def _explain(session: Session, rest: str) -> str:
    session.explains = _choice("explain", rest, SWITCH) == ON
    return f"explain {rest}\n"


def _why(session: Session, rest: str) -> str:
    return told(why(session.store, rest))


def _quit(_session: Session, _rest: str) -> str:
    raise Finished


COMMANDS: tuple[Command, ...] = (
    Command("help", "", "what can be written", _help),
    Command("list", "[NAME]", "the queries of the library, or one of them with its parameters and an example", _list),
    Command("format", "FORMAT", f"how answers are written: {', '.join(FORMATS)}", _format, FORMATS),
    Command("limit", "NUMBER", f"so many rows at most; {OFF} for all", _limit, (OFF,)),
    Command("lang", "LANGUAGE", "the language of questions and names", _lang, LANGUAGES),
    Command("explain", "on|off", "show how a question is understood, sent and how long it takes, not its answer", _explain, SWITCH),
    Command("why", "NAME", "the sentences that something rests on", _why),
    Command("quit", "", "stop; Ctrl-D does it, too", _quit),
)
