"""Which office a person holds in the article, and for which country."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.languages import Language
from kg.matching import fold
from kg.mention.people.cases import adjectives
from kg.model import Mention
from kg.reading import Organization, Reading
from kg.resolve.people.clusters import Cluster
from kg.resolve.people.settling import Office, settle
from kg.resolve.people.states import leader

NEAR = 8  # words between a name and the country that its bearer represents
KNOWN = "organization.known"
OVER_PLACES = frozenset({"other", "agency_head"})
ENVOYS = frozenset({"ambassador"})


def posts_by_place(reading: Reading) -> dict[str, Mention]:
    """The offices found, by their place in the text."""
    return {f"{p.start}-{p.end}": p for p in reading.mentions("post")}


def offices(reading: Reading, people: Sequence[Cluster], bodies: Sequence[Organization] = ()) -> list[Office]:
    """Say for each person which office they hold."""
    posts = posts_by_place(reading)
    states = {str(m.start): o.country for o in bodies for m in o.mentions if o.country is not None}
    places = sorted((m.start, number) for number, p in enumerate(people) for m in p.mentions)
    found: list[Office] = []
    for person in people:
        found.append(_office(reading, person, posts, states, _nearest(person, places, found)))
    return settle(reading, [p.name for p in people], found)


def _nearest(person: Cluster, places: Sequence[tuple[int, int]], found: Sequence[Office]) -> Office | None:
    """The office of whoever a counterpart is the counterpart of: of the one named last before who holds any, else of the last person."""
    counterpart = next((m for m in person.mentions if m.attributes.get("counterpart")), None)
    if counterpart is None or not found:
        return None
    before = (number for _, number in reversed(places[: bisect_left(places, (counterpart.start, 0))]))
    return next((found[n] for n in before if n < len(found) and found[n].role is not None), found[-1])


def _office(reading: Reading, person: Cluster, posts: dict[str, Mention], bodies: Mapping[str, str], before: Office | None) -> Office:
    linked = [(m, posts[m.attributes["post"]]) for m in person.mentions if m.attributes.get("post") in posts]
    best = max(person.mentions, key=lambda m: m.confidence)
    if linked:
        mention, post = _chief(reading, linked)
        order = int(mention.attributes.get("order", "0"))
        country = next((c for m, p in linked if (c := _named(reading, p, int(m.attributes.get("order", "0"))))), None)
        worded = " ".join(w for w in (wording(reading, post, order), mention.attributes.get("of", "")) if w)
        behind = next((c for m, _ in linked if (c := _behind(reading, m))), None)
        country = country or behind or bodies.get(post.attributes["organization_start"])
        return Office(worded, post.value, country, post.sentence, post, mention.rule, mention.confidence, order)
    counterpart = next((m for m in person.mentions if m.attributes.get("counterpart")), None)
    if counterpart is not None and before is not None:
        role, country = _counterpart(reading, counterpart)
        return Office(role, before.rank, country, counterpart.sentence, None, "person.counterpart", counterpart.confidence)
    return Office(None, "other", leader(person.name), best.sentence, None, best.rule, best.confidence)


def _behind(reading: Reading, mention: Mention) -> str | None:
    """The country right behind a name: "Prime Minister Jacinda Ardern of New Zealand", "…, representing the Philippines"."""
    sentence = reading.sentence(mention)
    after = next((c for c in reading.mentions("country", within=sentence) if c.start > mention.end), None)
    if after is None:
        return None
    between = [t for t in sentence.tokens if mention.end <= t.start and t.end <= after.start]
    stands_for = reading.language.phrases("people", "represents")
    is_of = bool(mention.attributes.get("of")) and after.start < int(mention.attributes["of_end"])
    return after.value if is_of or (len(between) <= NEAR and any(stands_for.find(between))) else None


def _fullness(reading: Reading, post: Mention) -> int:
    return len(reading.text(post.start, post.end).split())


def _chief(reading: Reading, linked: Sequence[tuple[Mention, Mention]]) -> tuple[Mention, Mention]:
    """The first office that a person is given; a fuller wording of the same rank replaces one without a portfolio or country."""
    body = [pair for pair in linked if not reading.sentence(pair[1]).is_title]
    if body and any(pair[1].value == linked[0][1].value for pair in body):
        linked = [pair for pair in body if pair[1].value == linked[0][1].value]
    first = linked[0]
    same = [pair for pair in linked if pair[1].value == first[1].value]
    return max(same or [first], key=lambda pair: (_fullness(reading, pair[1]), -pair[0].start))


def wording(reading: Reading, post: Mention, order: int = 0) -> str:
    """The role as the text words it, on one line and in the nominative; of a shared office, with the holder's own country."""
    written, position = "", post.start
    for form in post.attributes["forms"].split(";"):
        start, end, nominative = form.split(":", 2)
        text = reading.text(int(start), int(end))
        between = reading.text(position, int(start))
        written += adjectives(reading.language, between, post.attributes.get("case", "")) if nominative and not written else between
        written += _cased(nominative, text) if nominative else text
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
    start = post.attributes.get("organization_start")
    body = next((o for o in reading.mentions("organization", within=reading.sentence(post)) if str(o.start) == start), None)
    of_body = body.attributes.get("country") if body else None
    if body and of_body and body.rule == KNOWN and len(countries) == 1 and body.start < post.end and post.value not in ENVOYS:
        return of_body  # "Chief Representative of the JICA Malawi Office" is Japanese
    if post.attributes.get("country"):
        return post.attributes["country"]
    return of_body or _place(reading, post)


def _place(reading: Reading, post: Mention) -> str | None:
    """The country of a city that the office is over: "Mayor of Davao"."""
    places = (p for p in reading.mentions("place", within=reading.sentence(post)) if post.start <= p.start and p.end <= post.end)
    return next((p.attributes["country"] for p in places if p.attributes.get("country")), None) if post.value in OVER_PLACES else None


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
    return _as_named(reading.language, " ".join(reading.text(start, end).split())), country.value if country else None


def _as_named(language: Language, wording: str) -> str:
    """A counterpart in the nominative: «с японским коллегой» → «японский коллега»."""
    words = wording.split(" ")
    for case, forms in language.table("people", "counterpart", "form").items():
        head = next((i for i, w in enumerate(words) if fold(w) in forms["word"]), None)
        if head is not None:
            return " ".join((*(adjectives(language, w, case) for w in words[:head]), *forms["nominative"], *words[head + 1 :]))
    return wording


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
