"""A brief as Markdown: plain lines, and for each of them the sentences with their sources as footnotes.

What an article says is escaped, so that neither a headline nor a name can become markup, a link or a script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kg.pages.instruments import Against, Instrument, Report
from kg.pages.meetings import Meeting, Person
from kg.pages.naming import Thing
from kg.pages.posts import Tenure
from kg.pages.proofs import Proof, Source
from kg.pages.sayings import Saying
from kg.pages.section import Section
from kg.pages.view import View
from kg.pages.words import Words

if TYPE_CHECKING:
    from kg.pages.pair import Field, Pair

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&!^])")
OPENING = re.compile(r"^(\s*)([-+=]|\d+[.)])")
MOST = 3  # sentences that prove a line


def plain(text: str) -> str:
    r"""A text as one line in which nothing is markup.

    >>> plain("<script>*x*")
    '\\<script\\>\\*x\\*'
    """
    return OPENING.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", " ".join(text.split())))


def markdown(title: str, sections: Sequence[Section], pair: Pair, view: View) -> str:
    """The brief as Markdown, its footnotes at the end."""
    notes, w = Notes(view.words), view.words
    since = f" · {w['since']} {w.day(pair.since)}. {w['since_note']}" if pair.since else ""
    lines = [f"# {w['brief']}: {plain(title)}", "", f"{w['as_of']} {w.day(view.at)}{since}", ""]
    lines += [line for section in sections for line in _section(section, notes, w)] or [w["nothing_known"], ""]
    return "\n".join([*lines, *notes.written(), "", w["footer"], ""])


class Notes:
    """The footnotes: each sentence of each article once, in the order in which they are first needed."""

    def __init__(self, words: Words) -> None:
        self.words, self.numbers = words, dict[tuple[str, str], int]()
        self.texts: list[str] = []

    def of(self, proofs: Iterable[Proof]) -> str:
        """The marks of some sentences."""
        return "".join(f"[^{self._number(proof)}]" for proof in list(proofs)[:MOST])

    def written(self) -> Iterator[str]:
        """The notes themselves."""
        yield from (f"[^{number}]: {text}" for number, text in enumerate(self.texts, 1))

    def _number(self, proof: Proof) -> int:
        key = proof.source.iri, proof.sentence
        if key not in self.numbers:
            copies = f" ({self.words['copies']}: {len(proof.copies)})" if proof.copies else ""
            self.texts.append(f"“{plain(proof.sentence)}” — {cited(proof.source, self.words)}{copies}")
            self.numbers[key] = len(self.texts)
        return self.numbers[key]


def cited(source: Source, words: Words) -> str:
    """A source: headline, publisher, date, whether it is invented, address."""
    note = words["invented"] if source.invented else ""
    parts = [plain(source.headline.text or words["untitled"]), plain(source.publisher), words.day(source.published), note, address(source.url or source.iri)]
    return ", ".join(part for part in parts if part)


def address(url: str) -> str:
    """An address as a link.

    >>> address("https://example.org/a b>")
    '<https://example.org/a%20b%3E>'
    """
    return f"<{''.join(f'%{ord(c):02X}' if c in '<> ' or not c.isprintable() else c for c in url)}>"


def _section(section: Section, notes: Notes, w: Words) -> Iterator[str]:
    about = f": {plain(section.about)}" if section.about else ""
    yield from (f"## {w['headings'][section.key]}{about}", "")
    yield from (f"- {line}" for one in section.lines for line in [LINES[section.show](one, notes, w)] if line)
    if section.is_cut:
        yield f"- {w['cut']}: {len(section.lines)} / {section.total}"
    yield ""


def _names(things: Iterable[Thing]) -> str:
    return ", ".join(plain(thing.name.text) for thing in things)


def _meeting(one: Meeting, notes: Notes, w: Words) -> str:
    kind = one.matter.type.name.text if one.matter.type else one.thing.name.text
    where = f", {plain(' / '.join(one.matter.places))}" if one.matter.places else ""
    people = ": " + "; ".join(_person(person) for person in one.people) if one.people else ""
    differing = f" ({w['differing']}: {' / '.join(map(w.day, one.differing))})" if one.differing else ""
    return f"**{w.day(one.date) or w['undated']}** {plain(kind)}{where}{people}{differing}{notes.of(one.proofs)}"


def _person(person: Person) -> str:
    return plain(person.thing.name.text) + (f" ({plain(person.post.text)})" if person.post else "")


def _instrument(one: Instrument, notes: Notes, w: Words) -> str:
    kind = f" ({plain(one.matter.type.name.text)})" if one.matter.type else ""
    by = f"; {w['proposed_by']} {_names(one.matter.people)}" if one.matter.people else ""
    reports = "; ".join(_report(report, notes, w) for report in one.reports)
    new = f", {w['new']}" if one.is_new else ""
    return f"**{w['outcomes'][one.outcome]}{new}** {plain(one.thing.name.text)}{kind}{by} — {reports}"


def _report(report: Report, notes: Notes, w: Words) -> str:
    when = w.day(report.date) if report.is_dated else f"{w['reported']} {w.day(report.date)}" if report.date else w["undated"]
    by = f" {w['said_by']} {_names(report.by)}" if report.by else ""
    return f"{plain(report.status.name.text)}, {when}{by}{notes.of(report.proofs)}"


def _contradiction(one: Instrument, notes: Notes, w: Words) -> str:
    found = [f"{_report(report, notes, w)} – {_against(one, other, notes, w)}" for report in one.reports for other in report.against]
    return f"{plain(one.thing.name.text)}: {'; '.join(found)}"


def _against(one: Instrument, other: Against, notes: Notes, w: Words) -> str:
    proved = (notes.of(report.proofs) for report in one.reports if (report.date, report.status) == (other.date, other.status))
    return f"{w['contradicts'][other.kind]} {plain(other.status.name.text)}, {w.day(other.date)}{''.join(proved)}"


def _tenure(one: Tenure, notes: Notes, w: Words) -> str:
    body = f" ({plain(one.body.name.text)})" if one.body else ""
    return f"{plain(one.post.text)}{body}: **{plain(one.person.name.text)}**, {w['reported']} {w.day(one.last)}{notes.of(one.proofs[-1:])}"


def _saying(one: Saying, notes: Notes, w: Words) -> str:
    by = f"**{plain(one.by.name.text)}**, " if one.by else ""
    return f"{by}{w.day(one.proof.source.published) or w['undated']}: “{plain(one.words.text)}”{notes.of([one.proof])}"


def _field(one: Field, notes: Notes, w: Words) -> str:
    return f"**{plain(one.thing.name.text)}**, {w['sources']}: {one.sources}{notes.of(one.proofs)}"


def _article(one: Source, _: Notes, w: Words) -> str:
    return cited(one, w)


LINES: dict[str, Callable[[Any, Notes, Words], str]] = {
    "meetings": _meeting, "instruments": _instrument, "contradictions": _contradiction, "tenures": _tenure, "sayings": _saying, "fields": _field,
    "articles": _article,
}
