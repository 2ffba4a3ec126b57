"""How far an office reaches in the text: "Wakil Menteri" … "Pengembangan Digital, Komunikasi, dan Massa Rusia", but not the name after it."""

from __future__ import annotations

from kg.matching import Match
from kg.mention.posts.office import LED, Extent, conjunctions
from kg.mention.posts.runs import capitals, whole
from kg.mention.posts.scan import Scan
from kg.model import Token

LONGEST_QUOTE = 12
LONGEST_BRACKET = 8
OF_STATES = frozenset({"head_of_state", "head_of_government", "royal", "minister"})
SUPERIOR = frozenset({"ministry", "agency"})  # bodies that an office's own body may belong to: "Director, Department of Trade, Ministry of Commerce"


def complement(scan: Scan, extent: Extent, past: int = 0) -> None:
    """Take in what follows the head: portfolio, body, country, "untuk …", "of …"; stop where a name or a clause begins. `past` is where the office before ends."""
    position = extent.last
    extent.apposed = _is_apposed(scan, extent.first) and not _has_office(scan, past, extent.first)
    while (step := _step(scan, extent, position)) > position:
        position = step
        if not extent.linked:
            extent.last = position


def _is_apposed(scan: Scan, position: int) -> bool:
    """Whether a name and a comma stand before, so that no name follows: ", President of Saigon Hi-Tech Park"."""
    while scan.words.article.at(scan.tokens, position - 1) is not None:
        position -= 1
    if not scan.words.portfolio_before and not (position > 2 and scan.is_capital(position - 3) and not _is_located(scan, position - 3)):  # noqa: PLR2004
        return False
    return position > 1 and scan.norm(position - 1) in {",", "(", "-"} and (scan.is_capital(position - 2) or scan.norm(position - 2) in {".", ")"})


def _is_located(scan: Scan, position: int) -> bool:
    """Whether "di" or "dari" stands before capitalised words, so that they are a place: "Di Nusa Dua, Kepala BNN …"."""
    while scan.is_capital(position - 1):
        position -= 1
    return position > 0 and scan.reading.language.phrases("places", "locative").at(scan.tokens, position - 1) is not None


def _has_office(scan: Scan, past: int, position: int) -> bool:
    """Whether the name before belongs to the office before it, so that a list goes on: "Minister Ann Cole, the Mayor of Belmopan John Usher"."""
    return 0 < past < position and all(t.text[0].isupper() for t in scan.tokens[past:position] if t.text[0].isalpha() and not _is_article(scan, t))


def _is_article(scan: Scan, token: Token) -> bool:
    return scan.words.article.at((token,), 0) is not None


def _step(scan: Scan, extent: Extent, position: int) -> int:
    """Where the office goes on to from here; the position itself where it ends."""
    token = scan.token(position)
    title = scan.words.title.at(scan.tokens, position)
    if token is None or scan.words.forename.at(scan.tokens, position) is not None or (title is not None and title.last > position + 1):
        return position
    if match := scan.words.portfolio.at(scan.tokens, position):
        extent.portfolio.append((position, match.last))
    if _begins_a_name(scan, extent, position):
        return position
    for end in (scan.known(position), _quoted(scan, position), _named_after(scan, position)):
        if end > position:
            extent.linked = False
            return end
    if end := _link(scan, extent, position):
        return end
    if scan.is_capital(position):
        return capitals(scan, extent, position)
    if token.norm == "-" and whole(scan, position - 1) > position:
        return whole(scan, position - 1)  # «Российско-катарской комиссии»
    if token.text == "(":
        return _bracket(scan, position)
    last = whole(scan, position)
    if token.text[0].islower() and _carries_on(scan, last - 1):  # «научно-технологического»
        extent.linked = False
        return last
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


def _named_after(scan: Scan, position: int) -> int:
    """Whom a body is named after: «университета имени Н. И. Пирогова»."""
    match = scan.words.named.at(scan.tokens, position)
    if match is None:
        return position
    end = match.last
    while scan.is_capital(end) and len(scan.tokens[end].text) == 1 and scan.norm(end + 1) == ".":
        end += 2
    return whole(scan, end) if scan.is_capital(end) else position


def _link(scan: Scan, extent: Extent, position: int) -> int:
    """A preposition or a conjunction inside the office; it counts only if the office goes on after it."""
    if scan.norm(position) == ",":
        if end := _government(scan, position + 1):
            return end
        follows = position + 1
        if (match := scan.words.link.at(scan.tokens, follows)) is not None:
            follows = match.last
        in_list = (bool(extent.portfolio) and extent.portfolio[-1][1] == position) or _ends_in_portfolio(scan, extent, position)
        if _is_list(scan, position) or _names_body(scan, extent, position + 1):
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
    if not (scan.known(match.last) > match.last or scan.is_capital(match.last) or _carries_on(scan, whole(scan, match.last) - 1)):
        return 0
    if extent.head.rank in OF_STATES and _is_abroad(scan, position, match.last):
        return 0
    conjunction = match.last == position + 1 and scan.norm(position) in conjunctions(scan)
    if conjunction and not scan.known(match.last) > match.last and not _carries_on(scan, match.last):
        return 0
    extent.linked = True
    return match.last


def _ends_in_portfolio(scan: Scan, extent: Extent, position: int) -> bool:
    """Whether the head itself ends here in a portfolio: "Minister of Foreign Affairs | , International Cooperation and Trade"."""
    if position != extent.head_last or not scan.words.portfolio_before:
        return False
    return any((m := scan.words.portfolio.at(scan.tokens, i)) is not None and m.last == position for i in range(extent.head_first + 1, position))


def _government(scan: Scan, position: int) -> int:
    """Where "Government of" with its country ends: "Minister of Power, | Government of India"; 0 where none begins."""
    match = scan.words.government.at(scan.tokens, position)
    return scan.countries[match.last][0] if match is not None and match.last in scan.countries else 0


def _names_body(scan: Scan, extent: Extent, position: int) -> bool:
    """Whether the body follows a comma: "President, Acme Steel Corporation"; or the one above it: "Director, Department of Trade, Ministry of Commerce"."""
    if not scan.words.portfolio_before or position not in scan.bodies or not scan.is_capital(extent.head_first):
        return False
    return position == extent.head_last + 1 or (extent.apposed and scan.bodies[position][1].value in SUPERIOR)


def _served(scan: Scan, extent: Extent, link: Match[str], last: int) -> int:
    """Where the office ends that this one serves: "Envoy of the President", "Head of the Prime Minister's Office"; 0 where it is somebody else's."""
    has_article = scan.words.article.at(scan.tokens, link.last - 1) is not None
    serves = " ".join(t.norm for t in scan.tokens[link.first : link.last]) in scan.reading.language.values("posts", "link", "person")
    if extent.head.rank not in LED or not serves or (scan.is_capital(last) and not has_article):
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
