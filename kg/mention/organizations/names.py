"""Names with a head noun: before the rest ("Kementerian Perdagangan", «Министерство обороны») or after it ("Coast Guard")."""

from __future__ import annotations

from collections.abc import Iterator

from kg.bodies import Naming, named_at, namings
from kg.matching import Match
from kg.mention.organizations.extent import extend
from kg.mention.organizations.line import FILE, Found, Line
from kg.mention.organizations.lookalikes import is_compounded, is_product, is_seat
from kg.mention.organizations.parts import begins_another
from kg.mention.organizations.wording import nominative

LONGEST_RUN, LONGEST_APPOSITION = 8, 4
INTERNATIONAL = "international"


def known(line: Line) -> Iterator[Found]:
    """Bodies that the gazetteer knows."""
    for first in namings(line.words.code).starts(line.tokens):
        match = named_at(line.tokens, first, line.words.code)
        if match is None or _is_anothers(line, match) or line.is_in("ambiguous", first):
            continue
        body = match.value.body
        if body.type != "company" or not is_product(line, match.first, match.last):
            yield Found(match.first, match.last, body.type, match.value.wording, "known", 0.9, body.country, body=body.name)


def _is_anothers(line: Line, match: Match[Naming]) -> bool:
    """Whether a name of several words is said to be that of another country: "Kenya's National Disaster Management Agency"."""
    owner = country_before(line, match.first)
    return match.value.body.country not in ("", owner) and owner != "" and match.last - match.first > 1


def contractions(line: Line) -> Iterator[Found]:
    """Ministries by their short names, which the language makes itself: Kemlu, Минобороны."""
    for match in line.words.phrases(FILE, "contraction").find(line.tokens):
        if not line.is_capital(match.first):
            continue
        end, country = line.countries.get(match.last, (match.last, ""))
        name = nominative(line, match.first, match.first, match.last)
        yield Found(match.first, end, "ministry", name, "contraction", 0.9, country, short=name, acronym=match.value)


def head_first(line: Line) -> Iterator[Found]:
    """Names that begin with their head."""
    for first in line.starts("head", "complete"):
        if first in line.inside or line.is_in("rank", first - 1) or is_compounded(line, first) or is_seat(line, first):
            continue
        match = line.phrase("head", first)
        whole = line.phrase("complete", first)
        if whole is not None and (match is None or (whole.last >= match.last and not _goes_beyond(line, whole.last))):
            yield from _complete(line, first, whole.last, whole.value)
        elif match is not None:
            yield from _headed(line, first, match.last, match.value)


def _goes_beyond(line: Line, position: int) -> bool:
    """Whether a whole name is only the beginning of a longer one: "Kementerian Luar Negeri | dan Kerja Sama Internasional"."""
    join = line.phrase("join", position) if position < len(line.tokens) else None
    if join is None or line.tokens[join.last - 1].text == ",":
        return False
    return line.is_capital(position - 1) and line.is_capital(join.last) and line.is_in("portfolio", join.last)


def _complete(line: Line, first: int, last: int, kind: str) -> Iterator[Found]:
    """A head that is a whole name: only a country may follow."""
    before = _adjectives(line, first)
    after = _link_to_country(line, last)
    end, country = line.countries.get(after, (last, ""))
    country = country or country_before(line, before)
    if line.is_capital(before) or country:
        yield _found(line, before, first, end, kind, "complete", country, last)


def _headed(line: Line, first: int, after_head: int, kind: str) -> Iterator[Found]:
    """A head with the words that follow it."""
    before = _adjectives(line, first)
    grammar = line.words.table(FILE, "grammar")
    needs_country = not line.is_capital(before) and kind not in grammar.get("lowercase", ())
    if needs_country and kind not in grammar.get("lowercase_with_country", ()):
        return
    links = grammar.get("after_head", ())
    if links and not line.is_in("bare", first) and not (after_head < len(line.tokens) and line.tokens[after_head].norm in links):
        return
    extent = extend(line, first, after_head, kind, led=before < first)
    if (extent.words == 0 and before == first) or (needs_country and not extent.country):
        return
    country = extent.country or country_before(line, before)
    yield _found(line, before, first, extent.position, kind, "head", country, extent.short)


def _found(line: Line, before: int, head: int, end: int, kind: str, rule: str, country: str, short: int) -> Found:
    if line.is_in("organ", head) and any((b := named_at(line.tokens, i, line.words.code)) and b.value.body.type == INTERNATIONAL for i in range(head + 1, end)):
        kind, country = INTERNATIONAL, ""  # "Sekretariat ASEAN"
    name = nominative(line, before, head, end)
    cut = nominative(line, before, head, short) if head < short < end else ""
    if not line.words.values(FILE, "grammar", "endings"):  # no cases: what stands there is the name, and the other a full wording of it
        name, cut = line.write(before, end), name if name != line.write(before, end) else cut
    return Found(before, end, kind, name, rule, 0.8, country, short=cut)


def _adjectives(line: Line, head: int) -> int:
    """Where the name begins: adjectives before the head belong to it back to the capitalised one («Саудовский фонд развития»)."""
    endings = line.words.values(FILE, "grammar", "adjectives")
    position = head
    while line.is_capital(position - 1) and position - 1 not in line.inside and line.is_in("qualifier", position - 1):
        position = head = position - 1
    while endings and position > 0 and head - position < LONGEST_APPOSITION and _is_adjective(line, position - 1, endings):
        position -= 1
        while position > 1 and line.tokens[position - 1].text == "-" and line.touches(position) and line.touches(position - 1):
            position -= 2  # "Контрольно-счётная"
        if line.is_capital(position):
            return position
    return head


def _is_adjective(line: Line, position: int, endings: tuple[str, ...]) -> bool:
    """Whether a word may belong to the head after it: no "Председателем", and no praise ("Хороший центр")."""
    return line.tokens[position].norm.endswith(endings) and not line.is_in("epithet", position)


def country_before(line: Line, first: int) -> str:
    """The country whose adjective or possessive stands right before a name."""
    for gap in (0, 1, 2):
        if first - gap in line.ends and (gap == 0 or line.is_in("possessive", first - gap)):
            return line.ends[first - gap][1]
    return ""


def _link_to_country(line: Line, position: int) -> int:
    """The token after "of", "of the" where a country follows it."""
    match = line.phrase("link", position) if position < len(line.tokens) else None
    return match.last if match is not None and match.last in line.countries else position


def head_last(line: Line) -> Iterator[Found]:
    """Names that end in their head: capitalised words before it, or the adjective of a country."""
    for position in line.starts("tail"):
        match = line.phrase("tail", position)
        if match is None or position == 0 or line.tokens[position].text[0].islower() or _goes_on(line, match.last):
            continue
        first = _run_before(line, position)
        if first < position and not (match.value == "company" and _is_charge(line, first, match.last)):
            after = _link_to_country(line, match.last)
            end, country = line.countries.get(after, (match.last, "")) if after > match.last else (match.last, "")
            country = country or next((line.countries[i][1] for i in range(first, position) if i in line.countries), "") or country_before(line, first)
            yield Found(first, end, match.value, line.write(first, end), "tail", 0.75, country)


def _is_charge(line: Line, first: int, last: int) -> bool:
    """Whether a name has no word but what ministries are in charge of: "(Minister of) Energy and Mineral Resources" is no company."""
    while first < last:
        found = max((m.last for table in ("portfolio", "join") if (m := line.phrase(table, first))), default=0)
        if not found:
            return False
        first = found
    return first == last


def weak_last(line: Line) -> Iterator[Found]:
    """Companies whose last word is also a common one: "PLN Indonesia Power", "GE Healthcare"."""
    for position in line.starts("weak_tail"):
        match = line.phrase("weak_tail", position)
        if match is None or not all(map(line.is_capital, range(position, match.last))) or line.is_capital(match.last):
            continue
        first = _name_before(line, position)
        if first < position and not any(line.is_in("portfolio", i) for i in range(first, position)):
            last = _past_ampersand(line, match.last)
            country = next((line.countries[i][1] for i in range(first, position) if i in line.countries), "")
            parent = next((b.value.body.country for i in range(first, position) if (b := named_at(line.tokens, i, line.words.code))), "")
            yield Found(first, last, match.value, line.write(first, last), "weak", 0.6, country or parent)


def _past_ampersand(line: Line, position: int) -> int:
    """The token after "& Marine" and the like, which go on with a company's name; the position itself where no such thing follows."""
    while position + 1 < len(line.tokens) and line.tokens[position].text == "&" and line.is_capital(position + 1) and not begins_another(line, position + 1):
        position += 2
    return position


def _name_before(line: Line, position: int) -> int:
    """Where the proper name begins that a common word ends: it is no country alone, and an acronym or a word that no dictionary has."""
    first = _run_before(line, position)
    while first < position and (first in line.inside or line.tokens[first].text.isdigit()):
        first += 1
    own = [i for i in range(first, position) if i not in line.inside]
    return first if any(line.tokens[i].text.isupper() or named_at(line.tokens, i, line.words.code) is not None for i in own) else position


def _goes_on(line: Line, position: int) -> bool:
    """Whether a hyphen makes the word before it part of another: "Co-Chairs"."""
    return line.touches(position) and line.touches(position + 1) and line.tokens[position].text == "-"


def _run_before(line: Line, position: int) -> int:
    """Where the capitalised words before a head begin."""
    first = position
    while first > 0 and position - first < LONGEST_RUN:
        if line.is_capital(first - 1) and not line.is_stop(first - 1):
            first -= 1
        elif first < position and line.is_capital(first) and line.is_capital(first - 2) and _joins(line, first - 1):
            first -= 2
        else:
            break
    return first


def _joins(line: Line, position: int) -> bool:
    """Whether a word between capitalised ones belongs to the name: "Food and Drug", "Asia-Pacific", not "Estonia and Rwanda"."""
    if line.tokens[position].text == "-":
        return line.touches(position) and line.touches(position + 1)
    return line.is_in("join", position) and line.tokens[position].text != "," and line.is_in("portfolio", position - 1)


def lowercase(line: Line) -> Iterator[Found]:
    """Bodies in common words with their country: "the Sri Lankan foreign ministry"."""
    for position in line.starts("common"):
        match = line.phrase("common", position)
        if match is None:
            continue
        end, country = (match.last, "") if line.tail_first else line.countries.get(match.last, (match.last, ""))
        country = country or country_before(line, position)
        if country:
            yield Found(position, end, match.value, line.write(position, end), "common", 0.7, country)
