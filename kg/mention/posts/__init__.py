"""Finds offices in an article, each as the whole role that the text words: "Wakil Menteri … Rusia", "Ambassador of Japan to Malawi".

A mention's value is the rank; its attributes are `head` (the words that begin the office), `case` and `plural` (of a language
that tells them), `portfolio`, `country` (a code or empty), `countries`, `accredited` (the country an ambassador is sent to),
`forms` (each head's place, and its nominative where the text has another case), `organization_start` and `organization_end` (the
body it names), `form` (the kind of government that has such an office), `title` where it is a form of address alone (a soldier's
rank), `former` where it is said to be held no longer, `bloc` and `state` where the office is one of many states or of one only, and `role_end`, where the wording ends.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.matching import starts
from kg.mention.posts.extent import complement, past_bracket
from kg.mention.posts.leading import lead
from kg.mention.posts.office import DEPUTY, Extent, conjunctions
from kg.mention.posts.scan import Scan, located_words
from kg.mention.posts.words import Head, words_of
from kg.model import Mention
from kg.reading import Reading

LONGEST_LIST = 5  # states that one official deals with
OVER_COUNTRIES = frozenset({"director", "other", "deputy_minister", "agency_head", "spokesperson"})
ENDS = frozenset({"", ",", ".", ";", '"', ")"})
ORDER = (
    "head_of_state", "head_of_government", "minister", "royal", "deputy_minister", "ambassador", "agency_head", "legislator", "executive",
    "spokesperson", "director", "other", "military",
)


def find(reading: Reading) -> Iterator[Mention]:
    """Give the offices that the article names, each with its rank."""
    words = words_of(reading.language.code)
    located = located_words(reading)
    for sentence in reading.sentences:
        scan = Scan(reading, sentence, words, located)
        yield from (_mention(scan, group) for group in _groups(scan, list(_extents(scan))))


def _extents(scan: Scan) -> Iterator[Extent]:
    """Offices from left to right, none overlapping another."""
    past, free = 0, 0
    for position in starts(scan.tokens, scan.words.heads, scan.words.deputy):
        extent = _extent_at(scan, position) if position >= past and not scan.is_half(position) and not scan.is_in_a_body(position) else None
        if extent is not None and scan.norm(extent.head_last) == "'" and scan.norm(extent.head_last + 1) == "s" and scan.is_capital(extent.head_last + 2):
            continue  # "the Prime Minister's Office"
        if extent is None or _is_part_of_a_name(scan, extent, free):
            continue
        lead(scan, extent)
        extent.first = max(extent.first, min(position, free))
        complement(scan, extent, past)
        yield extent
        past = extent.last
        free = past_bracket(scan, past) + (scan.norm(past) == ")")


def _is_part_of_a_name(scan: Scan, extent: Extent, free: int) -> bool:
    """Whether a title such as "Raja" right after another office or after a name belongs to the name that follows."""
    position = extent.head_first
    if position and scan.words.place_named.at(scan.tokens, position - 1) is not None:
        return True  # "Bandara | Sultan Iskandar Muda"
    goes_on = scan.is_capital(extent.head_last) or scan.words.particle.at(scan.tokens, extent.head_last) is not None
    if scan.words.name.at(scan.tokens, position) is None or not goes_on or extent.head_last in scan.countries:
        return False
    after_office = free == position > 0
    return after_office or (position > 1 and scan.is_capital(position - 1) and position - 1 >= free > 0)


def _extent_at(scan: Scan, position: int) -> Extent | None:
    """The office whose head begins here: the longer of "deputy" + head and head."""
    head = scan.words.heads.at(scan.tokens, position)
    deputy = scan.words.deputy.at(scan.tokens, position)
    if deputy and (main := scan.words.heads.at(scan.tokens, deputy.last)) and (head is None or main.last > head.last):
        rank = main.value.rank if main.value.leader else DEPUTY.get(main.value.rank, main.value.rank)
        case = deputy.value.case or main.value.case
        nominative = f"{deputy.value.nominative} {scan.reading.text(scan.tokens[deputy.last].start, scan.tokens[main.last - 1].end)}"
        head_ = Head(rank, case, main.value.leader, main.value.portfolio, nominative if deputy.value.nominative else "")
        return Extent(head_, position, position, main.last, main.last, deputy=True)
    return Extent(head.value, position, position, head.last, head.last) if head else None


def _groups(scan: Scan, extents: list[Extent]) -> Iterator[list[Extent]]:
    """Offices of one holder, joined: "Jaksa Agung merangkap Menteri Kehakiman", "Crown Prince and Prime Minister"."""
    group: list[Extent] = []
    for extent in extents:
        if group and not _joined(scan, group[-1], extent):
            yield group
            group = []
        group.append(extent)
    if group:
        yield group


def _joined(scan: Scan, one: Extent, other: Extent) -> bool:
    """Whether two offices next to each other are held by one person."""
    if _is_title(scan, other) and other.first in (one.last, past_bracket(scan, one.last)):
        return not one.head.plural
    if one.first and scan.is_capital(one.first - 1) and one.first - 1 not in scan.countries:
        return False  # a name stands right before: the card of an official, "Лавров Сергей Викторович Министр …"
    if other.first == one.last:
        agree = one.head.case == other.head.case or not (one.head.case and other.head.case)  # «встречи Султана Омана Президентом России»
        return agree and scan.words.joint.at(scan.tokens, one.last) is None and one.head.rank != "royal"
    match = scan.words.joint.at(scan.tokens, one.last)
    if match is None:
        return scan.norm(one.last) == "," and one.last + 1 == other.first and not other.head.plural
    if match.last != other.first or one.head.plural:
        return False
    ends = scan.norm(other.last) in ENDS if scan.norm(one.first - 1) == "," else scan.norm(other.last) == ","
    return match.value == "joint" or scan.is_capital(other.last) or ends


def _mention(scan: Scan, group: list[Extent]) -> Mention:
    start, end = scan.tokens[group[0].first].start, scan.tokens[group[-1].last - 1].end
    offices = [e for e in group if not _is_title(scan, e)] or group
    ranks = [_rank(scan, extent) for extent in offices]
    rank = min(ranks, key=lambda r: ORDER.index(r) if r in ORDER else len(ORDER))
    attributes = _attributes(scan, offices, ranks.index(rank))
    attributes["title"] = "1" if _is_title(scan, offices[0]) else ""
    return Mention("post", start, end, rank, scan.sentence.index, "post.head", 0.95, attributes)


def _is_title(scan: Scan, extent: Extent) -> bool:
    """Whether an office is a form of address alone, which another office outweighs: "Kapolda Kaltara, Irjen Pol …"."""
    match = scan.words.title.at(scan.tokens, extent.first)
    return match is not None and extent.last <= match.last


def _rank(scan: Scan, extent: Extent) -> str:
    """The rank; a leader's is that of the body which is named next to the head."""
    rank = extent.head.rank
    ranks = _ranks_of_bodies(scan, extent)
    if not extent.head.leader:
        led = scan.words.body_led.at(scan.tokens, extent.head_first) is not None
        return _led_rank(scan, extent, ranks) if led else rank
    if rank == "minister" and extent.portfolio:  # "Energy Secretary", but the secretary of a committee
        return DEPUTY.get(rank, rank) if extent.deputy else rank
    if rank == "director":
        return "executive" if "executive" in ranks or _body_type(scan, extent) == "company" else rank
    found = "legislator" if "legislator" in ranks else ranks[0] if ranks else BODY_RANK.get(_body_type(scan, extent), "other" if extent.last > extent.head_last else rank)
    return DEPUTY.get(found, found) if extent.deputy else found


def _led_rank(scan: Scan, extent: Extent, ranks: list[str]) -> str:
    """The rank of a president: that of the body; of a body that nobody knows, a company's; of a state, the highest."""
    if ranks:
        return ranks[0]
    names_state = any(p in scan.countries for p in range(extent.first, extent.last))
    if names_state:
        return extent.head.rank
    return BODY_RANK.get(_body_type(scan, extent), "executive" if extent.unknown else extent.head.rank)


def _ranks_of_bodies(scan: Scan, extent: Extent) -> list[str]:
    """The ranks that the bodies in an office give its holder, those after the head first; a state's own name is none."""
    state = {p for a, (b, _) in scan.countries.items() for p in range(a, b)}
    places = (*range(extent.head_last, extent.last), *range(extent.first, extent.head_first))
    return [m.value for p in places if p not in state and (m := scan.words.body.at(scan.tokens, p))]


BODY_RANK = {
    "ministry": "minister", "agency": "agency_head", "parliament": "legislator", "military": "military", "company": "executive",
    "international": "director", "university": "other", "fund": "executive",
}


def _body(scan: Scan, extent: Extent) -> Mention | None:
    return next((scan.bodies[p][1] for p in range(extent.first, extent.last) if p in scan.bodies), None)


def _body_type(scan: Scan, extent: Extent) -> str:
    body = _body(scan, extent)
    return body.value if body else ""


def _attributes(scan: Scan, group: list[Extent], chief: int) -> dict[str, str]:
    """What the office names: portfolio, country, the country of accreditation, body."""
    main = group[chief]
    countries = [scan.countries[p][1].value for e in group for p in range(e.first, e.last) if p in scan.countries and not _is_subject(scan, e, p)]
    sent = [scan.countries[p][1].value for e in group for p in range(e.head_last, e.last) if p in scan.countries and _follows(scan, p, "accredited")]
    own = [c for c in countries if c not in sent]
    body = next((b for e in (main, *group) if (b := _body(scan, e))), None)
    bloc = any(scan.words.bloc.at(scan.tokens, p) is not None for e in group for p in range(e.first, e.last))
    only = scan.words.state.at(scan.tokens, main.head_first)
    form = scan.words.form.at(scan.tokens, main.head_last - 1) or scan.words.form.at(scan.tokens, main.head_first)
    return {
        "form": form.value if form else "",
        "bloc": "1" if bloc and not own else "", "state": only.value if only and not own and not bloc else "",
        "head": scan.reading.text(scan.tokens[main.head_first].start, scan.tokens[main.head_last - 1].end),
        "former": "1" if main.former else "",
        "head_start": str(scan.tokens[main.head_first].start), "head_end": str(scan.tokens[main.head_last - 1].end),
        "case": main.head.case, "plural": "1" if main.head.plural else "",
        "portfolio": main.head.portfolio or _portfolio(scan, main),
        "country": own[0] if own else "", "countries": " ".join(countries), "accredited": sent[0] if sent else "",
        "organization_start": str(body.start) if body else "", "organization_end": str(body.end) if body else "",
        "forms": ";".join(f"{scan.tokens[e.head_first].start}:{scan.tokens[e.head_last - 1].end}:{_nominative(e)}" for e in group),
        "role_end": str(scan.tokens[group[-1].last - 1].end),
    }


def _nominative(extent: Extent) -> str:
    """The head in the nominative, where the text has another case."""
    return extent.head.nominative.replace("=", "") if extent.head.case not in ("", "nominative") else ""


def _is_subject(scan: Scan, extent: Extent, position: int) -> bool:
    """Whether the country here is what an office deals with, not whose it is: "Senior Director for China", «спецпредставитель по Украине»."""
    return extent.head.rank in OVER_COUNTRIES and position >= extent.head_last and any(_follows(scan, p, "about") for p in _list_before(scan, position))


def _list_before(scan: Scan, position: int) -> Iterator[int]:
    """The place itself, and those of the words before it in a list: "for Russia and Central Asia"."""
    yield position
    for before in range(position - 2, max(position - 2 * LONGEST_LIST, 0), -2):
        if scan.norm(before + 1) not in conjunctions(scan) or not scan.is_capital(before):
            break
        yield before


def _follows(scan: Scan, position: int, link: str) -> bool:
    """Whether a country stands after a link of this kind: "untuk Kolombia", "to the Republic of Malawi"."""
    words = scan.reading.language.values("posts", "link", link)
    before = " ".join(scan.norm(p) for p in range(max(position - 2, 0), position))
    return any(before == a or before.endswith(" " + a) for a in words)


def _portfolio(scan: Scan, extent: Extent) -> str:
    """The portfolio as the text words it, from its first word to its last."""
    if not extent.portfolio:
        return ""
    first, last = min(a for a, _ in extent.portfolio), max(b for _, b in extent.portfolio)
    while first > extent.head_last and _is_adjective(scan, first - 1):
        first -= 1  # «министр горнорудной | промышленности»
    if last + 1 < extent.last and _is_adjective(scan, last) and scan.tokens[last + 1].text[0].islower():
        last += 2  # «министр развития | сельских районов»
    nouns = scan.reading.language.phrases("organizations", "charge_noun")
    while last < extent.last and (scan.is_abstract(last) or (scan.is_capital(last) and nouns.at(scan.tokens, last) is not None)):
        last += 1  # "Menteri Pembangunan | Pedesaan", "Minister of Water | Management"
    return scan.reading.text(scan.tokens[first].start, scan.tokens[last - 1].end)


def _is_adjective(scan: Scan, position: int) -> bool:
    """Whether a word in small letters belongs to the noun after it, in a language with cases."""
    return scan.tokens[position].text.islower() and bool(scan.words.adjectives) and scan.norm(position).endswith(scan.words.adjectives)
