"""How far an office reaches in the text: "Wakil Menteri" … "Pengembangan Digital, Komunikasi, dan Massa Rusia", but not the name after it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kg.matching import Match
from kg.mention.posts.scan import Scan
from kg.mention.posts.words import Head

PARTICLES = frozenset({"-", "'", "."})
LONGEST_QUOTE = 12
LONGEST_BRACKET = 8
ROMAN = re.compile(r"[IVX]+")
OF_STATES = frozenset({"head_of_state", "head_of_government", "royal", "minister"})
SUPERIOR = frozenset({"ministry", "agency"})  # bodies that an office's own body may belong to: "Director, Department of Trade, Ministry of Commerce"
LED = frozenset({"executive", "agency_head", "director", "other", "military", "legislator", "spokesperson"})  # what a body's name stands before


@dataclass(slots=True)
class Extent:
    """An office in a sentence as a range of tokens, with what was met in it."""

    head: Head
    first: int
    head_first: int
    head_last: int
    last: int
    portfolio: list[tuple[int, int]] = field(default_factory=list)
    linked: bool = False
    deputy: bool = False
    apposed: bool = False
    unknown: bool = False


def complement(scan: Scan, extent: Extent) -> None:
    """Take in what follows the head: portfolio, body, country, "untuk …", "of …"; stop where a name or a clause begins."""
    position = extent.last
    extent.apposed = scan.words.portfolio_before and _is_apposed(scan, extent.first)
    while (step := _step(scan, extent, position)) > position:
        position = step
        if not extent.linked:
            extent.last = position


def _is_apposed(scan: Scan, position: int) -> bool:
    """Whether a name and a comma stand before, so that no name follows: ", President of Saigon Hi-Tech Park"."""
    while scan.words.article.at(scan.tokens, position - 1) is not None:
        position -= 1
    return position > 1 and scan.norm(position - 1) in {",", "(", "-"} and (scan.is_capital(position - 2) or scan.norm(position - 2) in {".", ")"})


def _step(scan: Scan, extent: Extent, position: int) -> int:
    """Where the office goes on to from here; the position itself where it ends."""
    token = scan.token(position)
    if token is None:
        return position
    if match := scan.words.portfolio.at(scan.tokens, position):
        extent.portfolio.append((position, match.last))
    if _begins_a_name(scan, extent, position):
        return position
    for end in (scan.known(position), _quoted(scan, position)):
        if end > position:
            extent.linked = False
            return end
    if end := _link(scan, extent, position):
        return end
    if scan.is_capital(position):
        return _capitals(scan, extent, position)
    if token.norm == "-" and _whole(scan, position - 1) > position:
        return _whole(scan, position - 1)  # «Российско-катарской комиссии»
    if token.text == "(":
        return _bracket(scan, position)
    whole = _whole(scan, position)
    if token.text[0].islower() and _carries_on(scan, whole - 1):  # «научно-технологического»
        extent.linked = False
        return whole
    return position


def _begins_a_name(scan: Scan, extent: Extent, position: int) -> bool:
    """Whether a capitalised word right after the head is its holder's name, in a language that puts everything else before the head or after "of"."""
    if not scan.words.portfolio_before or extent.linked or not scan.is_capital(position) or scan.words.portfolio.at(scan.tokens, position):
        return False
    if position == extent.head_last:
        return position not in scan.bodies and position not in scan.countries
    return scan.is_acronym(position) and position not in scan.bodies and position not in scan.countries and scan.is_capital(position + 1)


def _quoted(scan: Scan, position: int) -> int:
    """A name in quotation marks: «Роснефть»."""
    if scan.norm(position) != '"' or position == 0:
        return position
    for end in range(position + 1, min(position + LONGEST_QUOTE, len(scan.tokens))):
        if scan.norm(end) == '"':
            return end + 1 if scan.is_capital(position + 1) else position
    return position


def _link(scan: Scan, extent: Extent, position: int) -> int:
    """A preposition or a conjunction inside the office; it counts only if the office goes on after it."""
    if scan.norm(position) == ",":
        follows = position + 1
        if (match := scan.words.link.at(scan.tokens, follows)) is not None:
            follows = match.last
        in_list = bool(extent.portfolio) and extent.portfolio[-1][1] == position
        if _is_list(scan, position) or (extent.apposed and position + 1 in scan.bodies and scan.bodies[position + 1][1].value in SUPERIOR):
            extent.linked = True
            return position + 1
        goes_on = in_list and scan.words.portfolio.at(scan.tokens, follows) is not None and scan.words.heads.at(scan.tokens, follows) is None
        extent.linked = extent.linked or goes_on
        return follows if goes_on else 0
    match = scan.words.link.at(scan.tokens, position)
    if match is None:
        return 0
    if (head := scan.words.heads.at(scan.tokens, match.last)) is not None:
        return _served(scan, extent, match, head.last)
    if not (scan.known(match.last) > match.last or scan.is_capital(match.last) or _carries_on(scan, match.last)):
        return 0
    if extent.head.rank in OF_STATES and _is_abroad(scan, position, match.last):
        return 0
    conjunction = match.last == position + 1 and scan.norm(position) in _conjunctions(scan)
    if conjunction and not scan.known(match.last) > match.last and not _carries_on(scan, match.last):
        return 0
    extent.linked = True
    return match.last


def _served(scan: Scan, extent: Extent, link: Match[str], last: int) -> int:
    """Where the office ends that this one serves: "Envoy of the President", "Head of the Prime Minister's Office"; 0 where it is somebody else's."""
    has_article = scan.words.article.at(scan.tokens, link.last - 1) is not None
    if extent.head.rank not in LED or link.value != "person" or (scan.is_capital(last) and not has_article):
        return 0
    if scan.norm(last) == "'" and scan.norm(last + 1) == "s" and scan.is_capital(last + 2):
        extent.linked = True
        return last + 2
    return last


def _is_abroad(scan: Scan, first: int, last: int) -> bool:
    """Whether a link leads on to where somebody is, and not to what he is of: «визит Султана Омана в Россию»."""
    if " ".join(scan.norm(p) for p in range(first, last)) not in scan.reading.language.values("posts", "link", "accredited"):
        return False
    return last in scan.countries or not scan.known(last) > last


def _is_list(scan: Scan, position: int) -> bool:
    """Whether a comma stands between two adjectives of one form: «по торговому, экономическому и …»."""
    before, after = scan.norm(position - 1), scan.norm(position + 1)
    return _carries_on(scan, position - 1) and _carries_on(scan, position + 1) and len(before) > 5 and before[-3:] == after[-3:]  # noqa: PLR2004


def _conjunctions(scan: Scan) -> tuple[str, ...]:
    return scan.reading.language.values("posts", "link", "portfolio")


def _capitals(scan: Scan, extent: Extent, position: int) -> int:
    """Within a run of capitalised words the office ends after the last word that is no part of a name."""
    if scan.is_headline:
        return position
    border, run = position, position
    if extent.apposed and extent.linked:
        extent.unknown = True
        return _whole_run(scan, extent, position)
    while scan.is_capital(run) or (scan.norm(run) in PARTICLES and run > position and scan.is_capital(run + 1)):
        if (title := scan.words.title.at(scan.tokens, run)) is not None and title.value.rank == "title":
            break
        known = run if _belongs_to_a_name(scan, run, border) else scan.known(run)
        if known > run:
            border = known
        elif _is_locality(scan, run - 1) and _words_of_run(scan, run) != 2:  # noqa: PLR2004  "мэр города Родион Чепцов"
            border = known = _whole(scan, run)
        elif border == run and (end := scan.place_end(run)) > run:
            border = known = end
        run = max(known, run + 1)
    if border > position:
        extent.linked = False
        return border
    return _unknown_capitals(scan, extent, position, run)


def _whole_run(scan: Scan, extent: Extent, position: int) -> int:
    """All capitalised words from here on: no name stands among them."""
    extent.linked = False
    while scan.is_capital(position) and scan.words.heads.at(scan.tokens, position) is None:
        position = max(scan.known(position), _whole(scan, position))
    return position


def _belongs_to_a_name(scan: Scan, position: int, border: int) -> bool:
    """Whether "II" or initials stand after a word of a name: "Raja Yordania Suhail II", "Menlu Retno LP Marsudi"."""
    if position == border or position in scan.countries or position in scan.bodies:
        return False
    return ROMAN.fullmatch(scan.tokens[position].text) is not None or (scan.is_acronym(position) and len(scan.tokens[position].text) == 2)  # noqa: PLR2004


def _is_locality(scan: Scan, position: int) -> bool:
    """Whether "Provinsi" stands here, so that the next word is a place."""
    return position >= 0 and scan.words.locality.at(scan.tokens, position) is not None


def _words_of_run(scan: Scan, position: int) -> int:
    """How many capitalised words follow each other here; a particle in lower case counts with the word after it."""
    words = 0
    while (token := scan.token(position)) is not None and (token.text[0].isupper() or scan.words.particle.at(scan.tokens, position) is not None):
        end = _whole(scan, position)
        words += any(t.text[0].isupper() for t in scan.tokens[position:end])
        position = end
    return words


def _whole(scan: Scan, position: int) -> int:
    """Where a word ends with all that a hyphen joins to it: "Jung-Gu"."""
    while scan.norm(position + 1) == "-" and (after := scan.token(position + 2)) and scan.tokens[position].end == after.start - 1:
        position += 2
    return position + 1


def _unknown_capitals(scan: Scan, extent: Extent, position: int, run: int) -> int:
    """Nothing in the run is known: after a preposition it is a place or a body, after the mayor of … its first word is."""
    over_place = scan.words.place.at(scan.tokens, extent.head_first) is not None and position == extent.head_last
    if extent.linked or over_place:
        extent.linked = False
        place = _whole(scan, position)
        extent.unknown = not over_place
        if run - place >= 2:  # noqa: PLR2004  "Wali Kota Bitung Jefry Lumantow"
            return place
        if over_place:
            return place if run == place and _names_after_comma(scan, run) else position
        return run
    return position


def _names_after_comma(scan: Scan, position: int) -> bool:
    """Whether the holder's name follows a comma, so that the one word before it is the place: "Gubernur Kumamoto, Kabashima Ikuo"."""
    return scan.norm(position) == "," and scan.is_capital(position + 1) and scan.is_capital(position + 2)


def _bracket(scan: Scan, position: int) -> int:
    """A short form in brackets, if the office goes on after it: "Menteri Luar Negeri (Menlu) RI"."""
    for end in range(position + 1, min(position + LONGEST_BRACKET, len(scan.tokens))):
        if scan.norm(end) == ")":
            return end + 1 if scan.known(end + 1) > end + 1 else position
    return position


def past_bracket(scan: Scan, position: int) -> int:
    """After a short form in brackets, or the position itself."""
    if scan.norm(position) != "(":
        return position
    return next((e + 1 for e in range(position + 1, min(position + LONGEST_BRACKET, len(scan.tokens))) if scan.norm(e) == ")"), position)


def _carries_on(scan: Scan, position: int) -> bool:
    """Whether a lower-case word belongs to the office, in a language whose offices go on in an oblique case."""
    token = scan.token(position)
    if token is None or not scan.words.endings or not token.text[0].islower() or len(token.norm) < 3:  # noqa: PLR2004
        return False
    if scan.words.name.at(scan.tokens, position) is not None:
        return False  # "наследного принца Кувейта шейха Фахда": the sheikh belongs to the name
    if scan.words.lower.at(scan.tokens, position) is not None or token.norm.endswith(scan.words.verbs):
        return False
    return token.norm.endswith(scan.words.endings)


def lead(scan: Scan, extent: Extent) -> None:
    """Take in what stands before the head: "mantan", "former", "Rwandan ICT" (Minister), "Russia's" (ambassador)."""
    while (first := _before(scan, extent)) < extent.first:
        extent.first = first


def _before(scan: Scan, extent: Extent) -> int:
    """Where a phrase that belongs to the office and ends right before it begins; else the office's own first token."""
    stop = extent.first
    for first in range(max(stop - 5, 0), stop):
        match = scan.words.before.at(scan.tokens, first)
        if match and match.last == stop:
            return first
        if scan.words.country_before and first in scan.countries and scan.countries[first][0] in (stop, _possessive(scan, stop)):
            return first
        if scan.words.portfolio_before and _body_before(scan, first, stop):
            return first
        if scan.words.portfolio_before and _portfolio_before(scan, extent, first, stop):
            return first
    return _stacked(scan, extent, stop) if scan.words.portfolio_before else stop


def _stacked(scan: Scan, extent: Extent, stop: int) -> int:
    """A capitalised word or a short form in brackets right before the office: "Export Import Bank (EXIM)" Chair, "Telkomsel" CEO."""
    if scan.norm(stop - 1) == ")" and scan.norm(stop - 3) == "(" and scan.is_acronym(stop - 2):
        return stop - 3
    if scan.is_headline or not scan.is_capital(extent.head_first):
        return stop
    if scan.norm(stop - 1) == "-" and stop == extent.first < extent.head_first and scan.is_capital(stop - 2):
        return stop - 2  # "Indo-Pacific Coordinator"
    if stop > 1 and scan.tokens[stop - 1].text[0].isdigit() and scan.is_capital(stop - 2):
        return stop - 1  # "14th District Commander"
    if not scan.is_capital(stop - 1):
        return stop
    known = scan.known(stop - 1) == stop
    led = extent.head.rank in LED or (scan.words.body_led.at(scan.tokens, extent.head_first) is not None and stop > 1)
    if known or not led or scan.words.no_noun.at(scan.tokens, stop - 1) is not None:
        return stop - (known and extent.head.rank in LED)
    extent.unknown = True
    return stop - 1


def _possessive(scan: Scan, stop: int) -> int:
    return stop - 2 if scan.norm(stop - 1) == "s" and scan.norm(stop - 2) == "'" else stop


def _body_before(scan: Scan, first: int, stop: int) -> bool:
    """Whether a body's name or short form ends here: "foreign ministry" (spokeswoman), "NATO" (Secretary-General)."""
    if first in scan.bodies:
        return scan.bodies[first][0] in (stop, _possessive(scan, stop))
    match = scan.words.body.at(scan.tokens, first)
    return (match is not None and match.last == stop) or (first == stop - 1 and scan.is_acronym(first))


def _portfolio_before(scan: Scan, extent: Extent, first: int, stop: int) -> bool:
    """Whether a portfolio ends here: "defence" minister, "Justice and" (Digital Affairs Minister)."""
    match = scan.words.portfolio.at(scan.tokens, first)
    if match is None:
        return False
    joined = extent.portfolio and extent.portfolio[0][0] == stop and match.last == stop - 1 and scan.norm(stop - 1) in _conjunctions(scan)
    if match.last == stop or joined:
        extent.portfolio.insert(0, (first, match.last))
        return True
    return False
