"""Names beside offices: before ("Menteri X Nama"), after ("Name, Minister of X"), in pairs ("Presidents A and B")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.gazetteer import country_of_place
from kg.mention.people.cases import same_name
from kg.mention.people.held import is_shared, past_bodies, past_bracket, past_title
from kg.mention.people.names import Line, Name, is_headline, name_at, spelling, words_in
from kg.mention.posts.words import words_of
from kg.model import Mention

LENGTH_OF_BRACKET = 3
AFTER_COMMA = 2  # the comma, and an article


@dataclass(frozen=True, slots=True)
class Titled:
    """A name with the office that it holds; `order` counts the names that share one office."""

    name: Name
    post: Mention | None
    rule: str
    confidence: float
    order: int = 0
    case: str = ""
    counterpart: bool = False


def titled(line: Line) -> Iterator[Titled]:
    """Give the names that stand beside an office; each name once, each office with its nearest name."""
    if is_headline(line) and not _is_entry(line):
        return
    used: set[int] = set()
    waiting: list[tuple[int, int, Mention]] = []
    addressed: dict[Name, Titled] = {}  # names with a form of address only: "Vice Admiral Zeki Akturk, spokesman of …"
    for first, last, post in line.posts:
        found = list(_after(line, first, last, post, used))
        if not found:
            waiting.append((first, last, post))
        elif post.attributes.get("title"):
            addressed.update((t.name, t) for t in found)
        else:
            yield from found
            used.update(p for t in found for p in range(t.name.first, t.name.last))
    for first, last, post in waiting:
        found = list(_before(line, first, post, used)) or list(_after_comma(line, last, post, used))
        yield from found
        used.update(p for t in found for p in range(t.name.first, t.name.last))
    yield from (t for name, t in addressed.items() if name.first not in used)


def _is_entry(line: Line) -> bool:
    """Whether a line is an entry of a list of those present, which looks like a headline: "- Ann Cole, Secretary of Commerce"."""
    first = next((i for i, t in enumerate(line.tokens) if t.text[0].isalpha()), 0)
    name = name_at(line, first)
    if name is None or words_in(line, name) == 1 or line.norm(name.last) not in {",", "-", ":"}:
        return False
    return any(name.last < a <= name.last + AFTER_COMMA for a, _, _ in line.posts)


def _after(line: Line, first: int, last: int, post: Mention, used: set[int]) -> Iterator[Titled]:
    """The name right after the office, after its short form in brackets, or the names of several holders."""
    name = name_at(line, past_bracket(line, last))
    if name is None or name.first in used or _names_a_place(line, first, name):
        return
    case = post.attributes.get("case", "").removeprefix("plural").strip() or ("nominative" if post.attributes.get("case") else "")
    plural = is_shared(line, post)
    if plural and not post.attributes.get("plural"):
        case = ""
    if words_in(line, name) == 1 and _is_abbreviated(line, name.last):
        return
    yield Titled(name, post, "person.title", 0.95, 0, case)
    for order, after in enumerate(_sharing(line, name) if plural else (), 1):
        yield Titled(after, post, "person.title.shared", 0.9, order, case)
    if not plural and (match := line.phrase("joint").at(line.tokens, name.last)) and (stranger := _stranger(line, match.last)):
        yield Titled(stranger, None, "person.joined", 0.6)


def _names_a_place(line: Line, first: int, name: Name) -> bool:
    """Whether a name is that of a place or a cabinet ("Menteri Kabinet | Merah Putih"), and the word before it no part of the office itself ("Sekretaris Kabinet")."""
    words = words_of(line.reading.language.code)
    if words.place_named.at(line.tokens, name.first - 1) is None:
        return False
    heads = (words.heads.at(line.tokens, position) for position in range(first, name.first))
    return not any(head is not None and head.last == name.first for head in heads)


def _stranger(line: Line, position: int) -> Name | None:
    """The full name that "and" joins to an official's, without an office of its own."""
    name = name_at(line, position)
    return name if name and name.first == position and words_in(line, name) > 1 else None


def _is_abbreviated(line: Line, position: int) -> bool:
    """Whether a short form in brackets follows, as it does the name of a body: "Subsoil Use (ROSNEDRA)"."""
    end = past_bracket(line, position)
    return end == position + LENGTH_OF_BRACKET and line.tokens[position + 1].text.isupper()


def _sharing(line: Line, name: Name) -> Iterator[Name]:
    """The further holders of an office in the plural: "A of Peru, B of Chile and C"."""
    after: Name | None = name
    while after is not None:
        position = past_country(line, after.last)
        match = line.phrase("joint").at(line.tokens, position + (line.norm(position) == ","))
        after = name_at(line, match.last if match else position + 1) if match or line.norm(position) == "," else None
        if after is not None:
            yield after


def _body_end(line: Line, start: int) -> int | None:
    """Where a body ends that begins here or after an article: "Director Jane Roe of the Institute of Physics"."""
    links = line.phrase("apposition")
    article = links.at(line.tokens, start)
    return line.bodies.get(start) or (line.bodies.get(article.last) if article and article.last == start + 1 else None)


def past_country(line: Line, position: int) -> int:
    """After "of Peru", ", of Peru" or "(Peru)" behind a name, or the position itself."""
    of = line.phrase("of").at(line.tokens, position + (line.norm(position) == ","))
    if line.norm(position) == "," and (of is None or of.last not in line.countries):
        return position
    start = of.last if of else position + (line.norm(position) == "(")
    named = line.countries.get(start) or (_body_end(line, start) if of else None)
    end = named if named and start > position else position
    return end + (line.norm(position) == "(") if end > start else position


def _after_comma(line: Line, last: int, post: Mention, used: set[int]) -> Iterator[Titled]:
    """As in "Menteri Luar Negeri Oman, Sayyid Faisal,": a name of two words, or one that a comma closes."""
    position = past_bodies(line, past_bracket(line, last))
    if line.norm(position) not in {",", "-", ":"} or (line.touches(position + 1) and line.norm(position) == "-"):
        return
    name = name_at(line, past_title(line, position + 1))
    if name is None or name.first in used:
        return
    closed = line.norm(name.last) in {",", ")", ".", "-", ":"} or name.last >= len(line.tokens)
    if line.norm(position) == "," and not closed and _opens_a_clause(line, last):
        return
    if words_in(line, name) > 1 or (line.norm(name.last) in {",", ")", "."} and country_of_place(spelling(line, name)) is None):
        yield Titled(name, post, "person.title.comma", 0.9, 0, post.attributes.get("case", ""))
        for order, after in enumerate(_sharing(line, name) if is_shared(line, post) else (), 1):
            yield Titled(after, post, "person.title.shared", 0.9, order)


def _opens_a_clause(line: Line, last: int) -> bool:
    """Whether the comma ends what a sentence opens with, so that the name behind it is the subject: "While meeting the minister of Ghana, Ann Cole said …"."""
    opening = line.phrase("clause").at(line.tokens, 0)
    return opening is not None and not any(line.norm(i) == "," for i in range(opening.last, last))


def _before(line: Line, first: int, post: Mention, used: set[int]) -> Iterator[Titled]:
    """As in "Scott Bessent, Secretary of Treasury", "Sergei Krupin (Ambassador)", "… yang juga Ketua …"."""
    stop = _before_link(line, first)
    if stop == first:
        name = _on_card(line, stop) if _is_card(line, first - 1) else None
        if name is not None and name.first not in used:
            yield Titled(name, post, "person.apposition", 0.9)
        return
    if line.phrase("far").at(line.tokens, stop) is not None:
        stop = _subject(line, stop)
    for start in range(max(stop - 12, 0), stop):
        if start in used or (start and start - 1 not in line.taken and line.norm(start - 1) not in {"-", "'"} and _extends(line, start)):
            continue
        name = name_at(line, start)
        if name and name.last == stop and words_in(line, name) > 1:
            yield Titled(name, post, "person.apposition", 0.9)
            return


def _is_card(line: Line, position: int) -> bool:
    """Whether a full name ends here that its office follows without a comma: «Юрий Ушаков Ушаков Юрий Викторович помощник Президента»."""
    language = line.reading.language
    endings = language.values("people", "patronymic", "endings")
    if not endings or position < 2 or not line.tokens[position].text[0].isupper():  # noqa: PLR2004
        return False
    before = (t.text for t in line.tokens[max(position - 4, 0) : position - 1] if t.text[0].isupper())
    return line.norm(position).endswith(endings) or any(same_name(language, line.tokens[position].text, word) for word in before)


def _on_card(line: Line, stop: int) -> Name | None:
    """The last of the names that follow each other up to here."""
    position = max(stop - 12, 0)
    while position < stop:
        name = name_at(line, position)
        if name is not None and name.last == stop:
            return name
        position = name.last if name is not None else position + 1
    return None


def _subject(line: Line, stop: int) -> int:
    """Where the name ends that an office after "as" belongs to, a few words before: "X berkantor di Bogota sebagai …"."""
    for last in range(stop - 1, max(stop - 8, 0), -1):
        if line.norm(last) in {",", ".", ";", '"'} or any(a <= last < b for a, b, _ in line.posts):
            return stop
        if line.tokens[last].text[0].islower() and line.tokens[last - 1].text[0].isupper() and last - 1 not in line.taken:
            return last
    return stop


def _extends(line: Line, start: int) -> bool:
    """Whether a name that begins here would begin earlier still."""
    earlier = name_at(line, start - 1)
    return earlier is not None and earlier.first < start < earlier.last


def _before_link(line: Line, first: int) -> int:
    """Where the name before an office must end: before the comma, the bracket, the dash, "the", "selaku"."""
    stop = first
    links = line.phrase("apposition")
    for start in range(max(first - 4, 0), first):
        match = links.at(line.tokens, start)
        if match and match.last == first:
            stop = start
            break
    while stop and (line.norm(stop - 1) in {",", "(", "-"}):
        stop -= 1
        if (suffix := _suffix_before(line, stop)) < stop:
            stop = suffix
    return stop


def _suffix_before(line: Line, stop: int) -> int:
    """Before ", M.P.": the letters after a name."""
    suffixes = line.phrase("suffix")
    for start in range(max(stop - 6, 0), stop):
        match = suffixes.at(line.tokens, start)
        if match and match.last == stop:
            return start
    return stop
