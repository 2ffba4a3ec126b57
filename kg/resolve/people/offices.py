"""Which office a person holds in the article, and for which country."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.matching import fold
from kg.model import Mention
from kg.reading import Reading
from kg.resolve.people.clusters import Cluster
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


def posts_by_place(reading: Reading) -> dict[str, Mention]:
    """The offices found, by their place in the text."""
    return {f"{p.start}-{p.end}": p for p in reading.mentions("post")}


def offices(reading: Reading, people: Sequence[Cluster]) -> list[Office]:
    """Say for each person which office they hold."""
    posts = posts_by_place(reading)
    found: list[Office] = []
    before: Office | None = None
    for person in people:
        office = _office(reading, person, posts, before)
        found.append(office)
        before = office
    return _settle(reading, people, found)


def _office(reading: Reading, person: Cluster, posts: dict[str, Mention], before: Office | None) -> Office:
    linked = [(m, posts[m.attributes["post"]]) for m in person.mentions if m.attributes.get("post") in posts]
    best = max(person.mentions, key=lambda m: m.confidence)
    if linked:
        mention, post = _chief(reading, linked)
        order = int(mention.attributes.get("order", "0"))
        country = next((c for m, p in linked if (c := _named(reading, p, int(m.attributes.get("order", "0"))))), None)
        role = " ".join(w for w in (wording(reading, post, order), mention.attributes.get("of", "")) if w)
        country = country or next((c for m, _ in linked if (c := _behind(reading, m))), None)
        return Office(role, post.value, country, post.sentence, post, mention.rule, mention.confidence, order)
    counterpart = next((m for m in person.mentions if m.attributes.get("counterpart")), None)
    if counterpart is not None and before is not None:
        role, country = _counterpart(reading, counterpart)
        return Office(role, before.rank, country, counterpart.sentence, None, "person.counterpart", counterpart.confidence)
    return Office(None, "other", leader(person.name), best.sentence, None, best.rule, best.confidence)


def _behind(reading: Reading, mention: Mention) -> str | None:
    """The country right behind a name: "Prime Minister Jacinda Ardern of New Zealand"."""
    if not mention.attributes.get("of"):
        return None
    return next((c.value for c in reading.mentions("country", within=reading.sentence(mention)) if c.start > mention.end), None)


def _fullness(reading: Reading, post: Mention) -> int:
    return len(reading.text(post.start, post.end).split())


def _chief(reading: Reading, linked: Sequence[tuple[Mention, Mention]]) -> tuple[Mention, Mention]:
    """The first office that a person is given; a fuller wording of the same rank replaces one without a portfolio or country."""
    first = linked[0]
    if first[1].attributes.get("portfolio") or first[1].attributes.get("country"):
        return first
    head = fold(first[1].attributes.get("head", ""))
    same = [pair for pair in linked if pair[1].value == first[1].value and head in fold(reading.text(pair[1].start, pair[1].end))]
    return max(same or [first], key=lambda pair: (_fullness(reading, pair[1]), -pair[0].start))


def wording(reading: Reading, post: Mention, order: int = 0) -> str:
    """The role as the text words it, on one line and in the nominative; of a shared office, with the holder's own country."""
    written, position = "", post.start
    for form in post.attributes["forms"].split(";"):
        start, end, nominative = form.split(":", 2)
        text = reading.text(int(start), int(end))
        written += reading.text(position, int(start)) + (_cased(nominative, text) if nominative else text)
        position = int(end)
    after = reading.text(position, int(post.attributes["role_end"]))
    countries = [c for c in reading.mentions("country", within=reading.sentence(post)) if position <= c.start and c.end <= post.end]
    if post.attributes.get("plural") and len(countries) > 1:
        own = countries[min(order, len(countries) - 1)]
        after = reading.text(position, countries[0].start) + reading.text(own.start, own.end)
    return " ".join(f"{written}{after}".replace(" ,", ",").split())


def _cased(head: str, text: str) -> str:
    """Write the nominative with the capitals that the text has."""
    capitals = [w[0].isupper() for w in text.split()]
    words = [w[0].upper() + w[1:] if i < len(capitals) and capitals[i] else w for i, w in enumerate(head.split())]
    return " ".join(words)


def _named(reading: Reading, post: Mention, order: int) -> str | None:
    """The country that the office names: each holder's own where several share it; else that of the body."""
    countries = post.attributes.get("countries", "").split()
    if post.attributes.get("plural") and len(countries) > 1:
        return countries[min(order, len(countries) - 1)]
    if post.attributes.get("country"):
        return post.attributes["country"]
    start = post.attributes.get("organization_start")
    if post.attributes.get("state"):
        return post.attributes["state"]
    bodies = (o for o in reading.mentions("organization", within=reading.sentence(post)) if str(o.start) == start)
    return next((o.attributes["country"] for o in bodies if o.attributes.get("country")), None)


def _counterpart(reading: Reading, mention: Mention) -> tuple[str | None, str | None]:
    """The wording of "his Cuban counterpart" and its country."""
    sentence = reading.sentences[mention.sentence]
    tokens = [t for t in sentence.tokens if t.end <= mention.start]
    match = next((m for m in reversed(list(reading.language.phrases("people", "counterpart").find(tokens)))), None)
    if match is None:
        return None, None
    start, end = tokens[match.first].start, tokens[match.last - 1].end
    near = [c for c in reading.mentions("country", within=sentence) if start - 25 <= c.start and c.end <= mention.start]
    country = near[-1] if near else None
    if country is not None and len(reading.text(min(country.end, end), max(country.start, start)).strip()) <= 1 + (end - start) * (country.end > end):
        start, end = min(start, country.start), max(end, country.end)
    return " ".join(reading.text(start, end).split()), country.value if country else None


def _settle(reading: Reading, people: Sequence[Cluster], found: Sequence[Office]) -> list[Office]:
    """Give each office without a country the one that its surroundings say; a second holder of one office has the other state's."""
    states = States.of(reading)
    given = [o.country or (None if _is_of_a_bloc(o) else leader(p.name)) for p, o in zip(people, found, strict=True)]
    settled = Settled.of(found, given)
    for number, office in enumerate(found):
        country = given[number]
        if country is None and not _is_of_a_bloc(office):
            country = _country(states, office, number, settled)
        settled.take(office, country)
    return [replace(office, country=country) for office, country in zip(found, settled.countries, strict=True)]


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
    if post.attributes.get("plural") and (shared := _in_heading(states, post, office.order) or states.shared(post, office.order)):
        return shared
    near = states.around(post) or heirs(settled.posts, settled.countries, states.reading, number)
    if near:
        return near
    if heading := states.heading(post):
        return next((code for code in heading if code not in settled.named_in[post.sentence]), heading[0])
    own = states.default(post)
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


def bare_posts(reading: Reading, people: Sequence[Cluster], found: Sequence[Office]) -> Iterable[tuple[int, Mention]]:
    """Offices that stand alone later ("Wakil menteri", "The Minister") and the one person who holds them."""
    linked = {m.attributes.get("post") for c in people for m in c.mentions}
    holders = _holders(found)
    for post in reading.mentions("post"):
        if f"{post.start}-{post.end}" in linked or post.attributes.get("plural"):
            continue
        fitting = [i for start, i in holders.get(_short(post), ()) if start < post.start]
        if len(fitting) == 1:
            yield fitting[0], post


def _short(post: Mention) -> tuple[str, str, str]:
    return post.value, post.attributes.get("country", ""), fold(post.attributes.get("portfolio", ""))


def _holders(found: Sequence[Office]) -> dict[tuple[str, str, str], list[tuple[int, int]]]:
    """The first two holders of each office, under every short form of it: two are enough to know that it is not one person's."""
    holders: dict[tuple[str, str, str], list[tuple[int, int]]] = defaultdict(list)
    held = sorted((o.post.start, i) for i, o in enumerate(found) if o.post is not None)
    for start, i in held:
        post = found[i].post
        rank, _, portfolio = _short(post) if post else ("", "", "")
        for form in {(rank, c, p) for c in ("", found[i].country or "") for p in ("", portfolio)}:
            if len(holders[form]) < 2:  # noqa: PLR2004
                holders[form].append((start, i))
    return holders
