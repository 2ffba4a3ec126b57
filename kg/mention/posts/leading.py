"""What stands before the head of an office and belongs to it: "mantan", "Rwandan ICT" (Minister), "Export Import Bank (EXIM)" (Chair)."""

from __future__ import annotations

from dataclasses import replace

from kg.mention.posts.office import DEPUTY, LED, Extent, conjunctions
from kg.mention.posts.scan import Scan

OFFICES = frozenset({"minister", "deputy_minister"})
FARTHEST = 9  # tokens from the country to the office


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
            extent.former = extent.former or match.value.rank == "former"
            return first
        if scan.words.country_before and first in scan.countries and scan.countries[first][0] in (stop, _possessive(scan, stop)) and _may_own(scan, first):
            return first
        if scan.words.portfolio_before and _body_before(scan, first, stop):
            return first
        if scan.words.portfolio_before and (_portfolio_before(scan, extent, first, stop) or _deputy_before(scan, extent, first, stop)):
            return first
    if scan.words.portfolio_before and (first := _from_country(scan, extent, stop)) < stop:
        return first
    return _stacked(scan, extent, stop) if scan.words.portfolio_before else stop


def _may_own(scan: Scan, first: int) -> bool:
    """Whether a country here can be an office's own: where words have endings only its adjective can, "визит в Узбекистан | Президента Казахстана"."""
    return not scan.words.adjectives or scan.countries[first][1].attributes.get("form") != "name"


def _from_country(scan: Scan, extent: Extent, stop: int) -> int:
    """Where the country's adjective stands before a portfolio that no table has: "Danish Blue Growth and Harbours" (Minister); else the office's own first token."""
    if scan.is_headline or extent.head.rank not in OFFICES or not scan.is_capital(extent.head_first) or not scan.is_capital(stop - 1):
        return stop
    ends = {last: first for first, (last, _) in scan.countries.items()}
    position = stop
    while position > max(0, stop - FARTHEST) and position not in ends:
        joins = scan.norm(position - 1) in conjunctions(scan) and scan.is_capital(position - 2)
        if scan.words.heads.at(scan.tokens, position - 1) is not None or not (scan.is_capital(position - 1) or joins):
            return stop
        position -= 1
    own = scan.norm(position - 1) not in conjunctions(scan)
    if position not in ends or position == stop or not own or not scan.is_capital(position):
        return stop
    last = extent.portfolio[-1][1] if extent.portfolio else stop
    extent.portfolio.insert(0, (position, max(stop, last) if extent.portfolio else stop))
    return ends[position]


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
    noun = scan.words.noun.at(scan.tokens, match.last)
    last = noun.last if noun is not None and scan.is_capital(match.last) else match.last  # "Water Management"
    for end in (match.last, last):
        joined = extent.portfolio and extent.portfolio[0][0] == stop and _is_joined(scan, extent, first, end)
        if end == stop or joined:
            extent.portfolio.insert(0, (first, end))
            return True
    return False


def _is_joined(scan: Scan, extent: Extent, first: int, last: int) -> bool:
    """Whether "and", a comma in a longer list or (after a capital) both stand between two portfolios: "Agriculture, Food, and Rural Affairs" (Minister)."""
    stop = extent.first
    both = last == stop - 2 and scan.norm(last) == "," and scan.is_capital(first)
    listed = scan.norm(stop - 1) != "," or len(extent.portfolio) > 1 or _has_two(scan, extent.portfolio[0])  # "the Ministry of Defence, Defence Minister Cole"
    return (last == stop - 1 or both) and listed and scan.norm(stop - 1) in conjunctions(scan)


def _has_two(scan: Scan, portfolio: tuple[int, int]) -> bool:
    """Whether one portfolio already joins two: "Economy, | Trade and Industry" (Minister)."""
    return any(scan.norm(i) in conjunctions(scan) for i in range(*portfolio))


def _deputy_before(scan: Scan, extent: Extent, first: int, stop: int) -> bool:
    """Whether "Deputy" ends here, before a portfolio: "Deputy Defence Minister"."""
    match = scan.words.deputy.at(scan.tokens, first)
    if match is None or match.last != stop or extent.deputy or not extent.portfolio or extent.portfolio[0][0] != stop:
        return False
    extent.deputy, extent.head = True, replace(extent.head, rank=DEPUTY.get(extent.head.rank, extent.head.rank))
    return True
