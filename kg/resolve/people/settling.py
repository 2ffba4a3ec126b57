"""Gives each office its state: the one it names, the one that stands around it, else the article's own or the other one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.matching import fold
from kg.model import Mention
from kg.reading import Reading
from kg.resolve.people.governments import has, is_below_minister
from kg.resolve.people.origins import origins
from kg.resolve.people.states import ENVOYS, States, heirs, leader

UNIQUE = frozenset({"head_of_state", "head_of_government", "minister", "ambassador"})
# How much speaks for a country: what is written there; the one state that has such an office, though the article does not name it; the state that
# it speaks from, or seems to; the one named most beside it; the one named last; that of the official listed before; a name that is typical of it.
# Against it: somebody else holds the office; its envoys are abroad.
WRITTEN, STATE, HOME, GUESS, OTHER, RECENT, LISTED, NAME, RIVAL, ABROAD = 4.0, 1.5, 1.0, 0.6, 0.2, 0.2, 1.0, 2.0, 1.5, 1.0


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
            country = _country(states, office, names[number], number, settled)
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


def _country(states: States, office: Office, name: str, number: int, settled: Settled) -> str | None:
    """The country for which most speaks; of equals the one that the article speaks from, then the one named most."""
    points: dict[str, float] = defaultdict(float)
    for code, weight in _clues(states, office, name, number, settled):
        points[code] += weight
    form = office.post.attributes.get("form", "") if office.post else ""
    fitting = [code for code in dict.fromkeys((*states.candidates, *points)) if has(code, form)]
    return max(fitting, key=lambda code: points[code], default=None)


def _clues(states: States, office: Office, name: str, number: int, settled: Settled) -> Iterator[tuple[str, float]]:
    """What speaks for or against each country."""
    own, other, post = states.default(office.post), states.other, office.post
    if own:
        yield own, HOME if states.sure else GUESS
    if other:
        yield other, OTHER
    typical = origins(name)
    yield from ((code, NAME * typical[code]) for code in states.candidates if code in typical)
    if key := _key(office):
        yield from ((code, -RIVAL) for code in sorted(settled.rivals.get(key, ())))
    if own and not states.sure and own in settled.given_in.get(office.sentence, ()):
        yield own, -RIVAL
    if own and (office.rule == "person.counterpart" or (post is not None and post.value in ENVOYS and states.sure and states.sent is None)):
        yield own, -ABROAD
    if post is not None:
        yield from _written(states, office, post, number, settled)


def _written(states: States, office: Office, post: Mention, number: int, settled: Settled) -> Iterator[tuple[str, float]]:
    """What stands around an office and gives it its country."""
    if post.attributes.get("plural") and office.rank in UNIQUE and (shared := _in_heading(states, post, office.order) or states.shared(post, office.order)):
        yield shared, 2 * WRITTEN
    if state := post.attributes["state"]:
        yield state, WRITTEN if state in states.candidates else STATE
    if near := states.around(post):
        yield near, WRITTEN
    if same := heirs(settled.posts, settled.countries, states.reading, number):
        yield same, LISTED
    if heading := states.heading(post):
        yield next((code for code in heading if code not in settled.named_in[post.sentence]), heading[0]), WRITTEN
    if recent := states.recent(post):
        yield recent, RECENT


def _is_of_a_bloc(office: Office) -> bool:
    """Whether the office is one of a body of many states."""
    return office.post is not None and bool(office.post.attributes.get("bloc"))


def _in_heading(states: States, post: Mention, order: int) -> str | None:
    heading = states.heading(post)
    return heading[order] if order < len(heading) else None
