"""Gives each office its state: the one it names, the one that stands around it, else the article's own or the other one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.matching import fold
from kg.model import Mention
from kg.reading import Reading
from kg.resolve.people.governments import has, is_below_minister
from kg.resolve.people.states import States, heirs, leader

UNIQUE = frozenset({"head_of_state", "head_of_government", "minister", "ambassador"})


@dataclass(frozen=True, slots=True)
class Office:
    """What a person is in the article: the role as worded, the rank, the country, the sentence that says so."""

    role: str | None
    rank: str
    country: str | None
    sentence: int | None
    post: Mention | None
    rule: str
    confidence: float
    order: int = 0


def settle(reading: Reading, names: Sequence[str], found: Sequence[Office]) -> list[Office]:
    """Give each office without a country the one that its surroundings say; a second holder of one office has the other state's."""
    states = States.of(reading)
    given = [o.country or (None if _is_of_a_bloc(o) else leader(name)) for name, o in zip(names, found, strict=True)]
    settled = Settled.of(found, given)
    for number, office in enumerate(found):
        country = given[number]
        if country is None and not _is_of_a_bloc(office):
            country = _country(states, office, number, settled)
        settled.take(office, country)
    return [replace(o, country=c, rank=_rank(o, c)) for o, c in zip(found, settled.countries, strict=True)]


def _rank(office: Office, country: str | None) -> str:
    """The rank, of which a secretary's depends on the state."""
    form = office.post.attributes.get("form", "") if office.post else ""
    return "deputy_minister" if office.rank == "minister" and is_below_minister(country, form) else office.rank


@dataclass(slots=True)
class Settled:
    """The offices so far with their countries, by sentence and by office, so that each is looked up and none searched for."""

    posts: list[Mention | None]
    countries: list[str | None]
    given_in: dict[int | None, set[str]]
    rivals: dict[tuple[str, str], set[str]]
    named_in: dict[int, list[str | None]]

    @classmethod
    def of(cls, found: Sequence[Office], given: Sequence[str | None]) -> Settled:
        """Begin with the countries that the offices themselves name."""
        settled = cls([o.post for o in found], [], defaultdict(set), defaultdict(set), defaultdict(list))
        for office, country in zip(found, given, strict=True):
            if country is not None:
                settled.given_in[office.sentence].add(country)
                settled._rival(office, country)
        return settled

    def take(self, office: Office, country: str | None) -> None:
        """Remember the next office's country."""
        self.countries.append(country)
        if office.post is not None:
            self.named_in[office.post.sentence].append(country)
        if country is not None:
            self._rival(office, country)

    def _rival(self, office: Office, country: str) -> None:
        if key := _key(office):
            self.rivals[key].add(country)


def _key(office: Office) -> tuple[str, str] | None:
    """The rank and portfolio of an office that a state has only once."""
    if office.post is None or office.rank not in UNIQUE:
        return None
    return office.rank, fold(office.post.attributes.get("portfolio", ""))


def _country(states: States, office: Office, number: int, settled: Settled) -> str | None:
    if office.rule == "person.counterpart":
        return states.other or states.own
    post = office.post
    if post is None:
        return states.default(None)
    if post.attributes.get("plural") and office.rank in UNIQUE and (shared := _in_heading(states, post, office.order) or states.shared(post, office.order)):
        return shared
    form = post.attributes.get("form", "")
    near = states.around(post) or heirs(settled.posts, settled.countries, states.reading, number)
    if near and has(near, form):
        return near
    if heading := states.heading(post):
        return next((code for code in heading if code not in settled.named_in[post.sentence]), heading[0])
    own = states.default(post)
    if not has(own, form):
        return next((code for code in states.ranked if has(code, form)), own)
    if not states.sure and own in settled.given_in[office.sentence]:
        return states.other
    key = _key(office)
    return states.other if key and own in settled.rivals[key] and states.other else own


def _is_of_a_bloc(office: Office) -> bool:
    """Whether the office is one of a body of many states."""
    return office.post is not None and bool(office.post.attributes.get("bloc"))


def _in_heading(states: States, post: Mention, order: int) -> str | None:
    heading = states.heading(post)
    return heading[order] if order < len(heading) else None
