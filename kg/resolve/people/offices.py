"""Which office a person holds in the article, and for which country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.gazetteer import leaders
from kg.matching import fold, tokenize
from kg.model import Mention, Sentence
from kg.reading import Reading
from kg.resolve.parties.home import home
from kg.resolve.people.clusters import Cluster

UNIQUE = frozenset({"head_of_state", "head_of_government", "minister", "ambassador"})
LEAD = 3


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
        country = country or _lead(reading, reading.sentences[post.sentence], post)
        return Office(wording(reading, post, order), post.value, country, post.sentence, post, mention.rule, mention.confidence, order)
    counterpart = next((m for m in person.mentions if m.attributes.get("counterpart")), None)
    if counterpart is not None and before is not None:
        role, country = _counterpart(reading, counterpart)
        return Office(role, before.rank, country, counterpart.sentence, None, "person.counterpart", counterpart.confidence)
    return Office(None, "other", _leader(person.name), best.sentence, None, best.rule, best.confidence)


def _fullness(reading: Reading, post: Mention) -> int:
    return len(reading.text(post.start, post.end).split())


def _chief(reading: Reading, linked: Sequence[tuple[Mention, Mention]]) -> tuple[Mention, Mention]:
    """The first office that a person is given; a fuller wording of the same rank replaces one without a portfolio or country."""
    first = linked[0]
    if first[1].attributes.get("portfolio") or first[1].attributes.get("country"):
        return first
    same = [pair for pair in linked if pair[1].value == first[1].value]
    return max(same, key=lambda pair: (_fullness(reading, pair[1]), -pair[0].start))


def wording(reading: Reading, post: Mention, order: int = 0) -> str:
    """The role as the text words it, on one line and in the nominative; of a shared office, with the holder's own country."""
    head = post.attributes.get("nominative", "").replace("=", "")
    start, end = int(post.attributes["head_start"]), int(post.attributes["head_end"])
    before, text, after = reading.text(post.start, start), reading.text(start, end), reading.text(end, post.end)
    countries = [c for c in reading.mentions("country") if end <= c.start and c.end <= post.end]
    if post.attributes.get("plural") and len(countries) > 1:
        after = reading.text(end, countries[0].start) + reading.text(countries[min(order, len(countries) - 1)].start, countries[min(order, len(countries) - 1)].end)
    return " ".join(f"{before}{_cased(head, text) if head else text}{after}".replace(" ,", ",").split())


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
    bodies = (o for o in reading.mentions("organization") if str(o.start) == start)
    return next((o.attributes["country"] for o in bodies if o.attributes.get("country")), None)


def _lead(reading: Reading, sentence: Sentence, post: Mention) -> str | None:
    """The country that a sentence begins with: "In Gabon, Mr. Finer met with President …"."""
    locative = reading.language.phrases("places", "locative")
    if not sentence.tokens or locative.at(sentence.tokens, 0) is None:
        return None
    start = sentence.tokens[min(1, len(sentence.tokens) - 1)].start
    return next((c.value for c in reading.mentions("country", within=sentence) if c.start == start and c.start < post.start), None)


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


def _leader(name: str) -> str | None:
    """The country of a leader whom everybody knows."""
    return next((m.value for m in leaders().find(tokenize(name))), None)


def _settle(reading: Reading, people: Sequence[Cluster], found: Sequence[Office]) -> list[Office]:
    """Give the offices without a country one: the state that the article speaks from; a second holder of one office has the other's."""
    own, _ = home(reading)
    others = [code for code, _ in Counter(c.value for c in reading.mentions("country")).most_common() if code != own]
    other = others[0] if others else None
    settled: list[Office] = []
    for person, office in zip(people, found, strict=True):
        country = office.country or _leader(person.name)
        if country is None:
            taken = any(_same_post(o, office) and o.country == own for o in (*settled, *(f for f in found if f.country)) if o is not office)
            country = other if taken and other else own
            if office.rule == "person.counterpart":
                country = other or own
        settled.append(_with(office, country))
    return settled


def _same_post(one: Office, other: Office) -> bool:
    if one.post is None or other.post is None or one.rank != other.rank or other.rank not in UNIQUE:
        return False
    return fold(one.post.attributes.get("portfolio", "")) == fold(other.post.attributes.get("portfolio", ""))


def _with(office: Office, country: str | None) -> Office:
    return Office(office.role, office.rank, country, office.sentence, office.post, office.rule, office.confidence, office.order)


def bare_posts(reading: Reading, people: Sequence[Cluster], found: Sequence[Office]) -> Iterable[tuple[int, Mention]]:
    """Offices that stand alone later ("Wakil menteri", "The Minister") and the one person who holds them."""
    linked = {m.attributes.get("post") for c in people for m in c.mentions}
    for post in reading.mentions("post"):
        if f"{post.start}-{post.end}" in linked:
            continue
        fitting = [i for i, o in enumerate(found) if o.post is not None and _is_short_for(post, o) and o.post.start < post.start]
        if len(fitting) == 1:
            yield fitting[0], post


def _is_short_for(post: Mention, office: Office) -> bool:
    held = office.post
    if held is None or post.value != held.value or post.attributes.get("plural"):
        return False
    country, portfolio = post.attributes.get("country", ""), fold(post.attributes.get("portfolio", ""))
    return country in ("", office.country) and portfolio in ("", fold(held.attributes.get("portfolio", "")))
