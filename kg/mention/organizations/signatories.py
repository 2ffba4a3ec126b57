"""Names that nothing introduces, known by what they do: "L3 Harris and 4iG signed an MOU", "kesepakatan dengan Inver3 SAS".

A capitalised name that is no person, place or country, in a sentence about a document, is a company where it stands in a row of names that signs,
or between which or with which something is signed. It is looked for after people and places, so that these are known.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kg.matching import Phrases, tokenize
from kg.mention.organizations.headlines import is_headline
from kg.mention.organizations.line import CLOSING, FILE, OPENING, Line, lines
from kg.model import Mention
from kg.reading import Reading

TAKEN = ("person", "country", "place", "date", "post", "organization")
LONGEST_RUN, SHORTEST, REACH, FAR = 4, 2, 2, 8
DASHES = frozenset({"-", ":"})
DOCUMENT = "document"  # "Memorandum of | Understanding"


@dataclass(frozen=True, slots=True)
class Item:
    """One name of a row: the tokens it covers, and whether it is a body that is found already."""

    first: int
    last: int
    known: bool


def find(reading: Reading) -> Iterator[Mention]:
    """Give the companies that sign or are signed with, by their place in the sentence alone."""
    documents = (reading.language.phrases("instruments", "type"), reading.language.phrases(FILE, "signs"))
    people = {word for m in reading.mentions("person") for word in m.value.split()}
    found: dict[str, None] = {}
    read = lines(reading)
    for line in read:
        if is_headline(line):
            continue
        about = any(next(iter(table.find(line.tokens)), None) is not None for table in documents)
        rows = [row for row in _rows(reading, line) if (about and _signs(reading, line, row)) or _heads_an_entry(line, row)] if about or _is_entry(line) else []
        found.update({_inner(line, item): None for row in rows for item in row if not item.known and line.write(item.first, item.last) not in people})
    yield from _everywhere(reading, read, found)


def _inner(line: Line, item: Item) -> str:
    """A name without its quotes."""
    return line.write(item.first + 1, item.last - 1) if line.tokens[item.first].text in OPENING else line.write(item.first, item.last)


def _everywhere(reading: Reading, read: Sequence[Line], names: Collection[str]) -> Iterator[Mention]:
    """Every place at which the article uses the names found."""
    if not names:
        return
    known = Phrases(((" ".join(f"={t.text}" for t in tokenize(name)), name) for name in names), lasting=False)
    for line in read:
        bodies = reading.mentions("organization", within=line.sentence)
        for match in known.find(line.tokens):
            start, end = line.tokens[match.first].start, line.tokens[match.last - 1].end
            if not any(m.start < end and start < m.end for m in bodies):
                attributes = {"name": match.value, "short": "", "acronym": "", "country": "", "body": ""}
                yield Mention("organization", start, end, "company", line.sentence.index, "organization.signatory", 0.6, attributes)


def _rows(reading: Reading, line: Line) -> Iterator[list[Item]]:
    """Names joined by commas and "and", found bodies among them."""
    row: list[Item] = []
    for item in _items(reading, line):
        if row and not _joined(line, row[-1].last, item.first):
            yield row
            row = []
        row.append(item)
    if row:
        yield row


def _joined(line: Line, last: int, first: int) -> bool:
    """Whether only words that join stand between two names."""
    position = _past_bracket(line, last)
    if position + 1 == first and line.tokens[position].norm == "-":
        return line.touches(position) and line.touches(first)
    while position < first and line.is_in("join", position):
        position = line.phrase("join", position).last  # type: ignore[union-attr]
    return first - REACH <= last < position == first or position == first > last


def _past_bracket(line: Line, position: int) -> int:
    if position < len(line.tokens) and line.tokens[position].text == "(":
        return next((i + 1 for i in range(position, min(position + 4, len(line.tokens))) if line.tokens[i].text == ")"), position)
    return position


def _items(reading: Reading, line: Line) -> Iterator[Item]:
    """The bodies found and the names that are nothing else, from left to right."""
    starts = {t.start: i for i, t in enumerate(line.tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(line.tokens)}
    taken: dict[int, tuple[int, str]] = {}
    for kind in TAKEN:
        for m in reading.mentions(kind, within=line.sentence):
            if m.start in starts and m.end in ends:
                taken.update(dict.fromkeys(range(starts[m.start], ends[m.end]), (ends[m.end], kind)))
    for match in reading.language.phrases("instruments", "type").find(line.tokens):
        taken.update({i: (match.last, DOCUMENT) for i in range(match.first, match.last) if i not in taken})
    position = 0
    while position < len(line.tokens):
        if position in taken:
            last, kind = taken[position]
            if kind == "organization":
                yield Item(position, last, known=True)
            position = max(last, position + 1)
        elif end := _name_end(line, position, taken):
            yield Item(position, end, known=False)
            position = end
        else:
            position += 1


def _name_end(line: Line, position: int, taken: dict[int, tuple[int, str]]) -> int | None:
    """The end of a proper name that begins here."""
    if line.tokens[position].text in OPENING and position + 1 < len(line.tokens) and _is_name(line, position + 1, taken):
        end = _run_end(line, position + 1, taken)
        return end + 1 if end < len(line.tokens) and line.tokens[end].text in CLOSING else None
    if not _is_name(line, position, taken) or (line.words.values(FILE, "grammar", "endings") and not line.tokens[position].text.isascii()):
        return None
    end = _run_end(line, position, taken)
    if taken.get(end, (0, ""))[1] == "country" and line.is_after_partner(position):
        return taken[end][0]
    return end if _is_whole(line, position, end, taken) and not any(line.is_in("portfolio", i) for i in range(position, end)) else None


def _is_whole(line: Line, first: int, last: int, taken: dict[int, tuple[int, str]]) -> bool:
    """Whether a run of capitalised words is a name by itself, and no part of a longer one ("de Barberi", "Provinsi Bali", "the Independent State")."""
    if (first and line.tokens[first - 1].text == "(") or _is_in_a_degree(line, first):
        return False
    if any(taken.get(i, (0, DOCUMENT))[1] != DOCUMENT for i in (first - 1, last)) or line.is_in("article", first - 1) or line.is_in("possessive", last):
        return False
    if line.around_phrase("people", "particle", first - 1):
        return False
    return not any(line.is_capital(i) and line.tokens[i].text.isalpha() for i in (first - 1, last))


def _is_in_a_degree(line: Line, position: int) -> bool:
    """Whether a full stop without a space makes a word part of an abbreviation: "M.Pd."."""
    return position > 0 and line.tokens[position - 1].text == "." and line.touches(position)


def _run_end(line: Line, position: int, taken: dict[int, tuple[int, str]]) -> int:
    end = position
    while end < len(line.tokens) and end - position < LONGEST_RUN and _is_name(line, end, taken):
        end += 1
    return end


def _is_name(line: Line, position: int, taken: dict[int, tuple[int, str]]) -> bool:
    """Whether a token looks like a word of a proper name and is nothing else."""
    token = line.tokens[position]
    if position in taken or len(token.text) < SHORTEST or not token.text.isalnum() or token.text.isdigit():
        return False
    if not any(c.isupper() for c in token.text) or line.is_stop(position) or line.is_in("head", position):
        return False
    return line.words.phrases("instruments", "type").at(line.tokens, position) is None


def _is_entry(line: Line) -> bool:
    """Whether a line may be an entry of a list: "PLN dan Vestas – studi bersama"."""
    return any(t.norm in DASHES for t in line.tokens)


def _heads_an_entry(line: Line, row: Sequence[Item]) -> bool:
    """Whether an entry of a list begins with a row of names, some of them bodies, and says after a dash what they agreed."""
    before, last = line.tokens[: row[0].first], _past_bracket(line, row[-1].last)
    begins = len(before) <= REACH and not any(t.text.isalpha() for t in before)
    return begins and len(row) > 1 and any(item.known for item in row) and last < len(line.tokens) and line.tokens[last].norm in DASHES


def _follows_a_deal(reading: Reading, line: Line, first: int) -> bool:
    """Whether what is done with somebody is a document or a common work: "kesepakatan dengan X", "signed with X", not "coordinates with X"."""
    near = line.tokens[max(0, first - FAR) : first]
    tables = (reading.language.phrases("instruments", "type"), reading.language.phrases("parties", "deal"), reading.language.phrases(FILE, "signs"))
    return any(next(iter(table.find(near)), None) is not None for table in tables)


def _is_beside_somebody(reading: Reading, line: Line, row: Sequence[Item]) -> bool:
    """Whether "and" joins a lone name to somebody's, so that it is somebody's, too: "antara Jokowi dan Mahathir"."""
    ends = {t.end: i + 1 for i, t in enumerate(line.tokens)}
    starts = {t.start: i for i, t in enumerate(line.tokens)}
    people = reading.mentions("person", "post", within=line.sentence)
    before = any(m.end in ends and _joined(line, ends[m.end], row[0].first) for m in people if m.kind == "person")
    return before or any(m.start in starts and _joined(line, row[-1].last, starts[m.start]) for m in people)


def _signs(reading: Reading, line: Line, row: Sequence[Item]) -> bool:
    """Whether a row of names signs something, or something is signed with it; one word that begins a sentence is capitalised anyway."""
    if not any(item.known for item in row) and _is_beside_somebody(reading, line, row):
        return False
    first, last = row[0].first, _past_bracket(line, row[-1].last)
    begins = first == 0 or line.tokens[first - 1].text in OPENING
    if len(row) == 1 and begins and row[0].last == first + 1 and line.tokens[first].text[1:].islower():
        return False
    verbs = reading.language.phrases(FILE, "signs")
    if any(a.last + 1 == b.first and line.tokens[a.last].norm == "-" for a, b in pairwise(row)):
        return any(item.known for item in row)  # "PLN-Halliburton", not "Asia-Pacific"
    if line.is_after_partner(first):
        return _follows_a_deal(reading, line, first)
    if any(verbs.at(line.tokens, i) is not None for i in range(last, min(last + REACH, len(line.tokens)))):
        return True
    return any((m := verbs.at(line.tokens, i)) is not None and m.last == first for i in range(max(0, first - REACH), first))
