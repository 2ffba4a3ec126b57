"""The ministries that only a minister's office names: "Wakil Menteri Perdagangan" stands for the Kementerian Perdagangan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.matching import fold
from kg.reading import Organization, Reading
from kg.resolve.parties.home import home
from kg.resolve.people.settling import Office

OFFICES = frozenset({"minister", "deputy_minister"})


def implied(reading: Reading, known: Sequence[Organization], offices: Sequence[Office]) -> Iterator[Organization | None]:
    """Give the ministry of each office, one that is known already where there is one; None for an office without a ministry."""
    held = list(known)
    for office in offices:
        ministry = _ministry(reading, held, office)
        if ministry is not None and ministry not in held:
            held.append(ministry)
        yield ministry


def _ministry(reading: Reading, known: Sequence[Organization], office: Office) -> Organization | None:
    name = ministry_name(reading, office)
    if name is None:
        return None
    short = short_name(reading, office)
    words = [set(fold(n).split()) for n in (name, short) if n]
    own, _ = home(reading)
    for o in known:
        fits = o.country == office.country or (o.country is None and (own is None or office.country in (own, None)))  # an article's "Kemlu" is not a guest's
        if o.type == "ministry" and fits and any(set(fold(n).split()) in words for n in (o.name, *o.aliases)):
            return o
    entity = reading.entity("Organization", name, office.country or "")
    aliases = (name,) if short else ()
    return Organization(entity, short or name, "ministry", aliases, office.country, implied=True, rule="organization.implied", confidence=0.8)


def short_name(reading: Reading, office: Office) -> str | None:
    """The ministry's name in the order in which the office is worded: the "Trade Ministry" of a "Trade Minister", not of a "Minister of Trade"."""
    table = reading.language.table("posts", "implied")
    pattern, post = table.get("before"), office.post
    if not pattern or post is None:
        return None
    portfolio = post.attributes.get("portfolio", "")
    short = table.get("shortened", {}).get(portfolio, portfolio)
    start, end = post.start, int(post.attributes.get("head_end") or post.start)
    wording = fold(reading.text(start, end))
    if fold(portfolio) in fold(reading.text(end, post.end)) or fold(short) not in wording or (fold(portfolio) in wording and fold(portfolio) != fold(short)):
        return None
    return str(pattern).format(portfolio=" ".join(w if w.casefold() in table.get("small", ()) else w[0].upper() + w[1:] for w in short.split()))


def ministry_name(reading: Reading, office: Office) -> str | None:
    """The ministry's name in the language of the article."""
    pattern = reading.language.table("posts", "implied").get("ministry")
    if office.post is None or office.rank not in OFFICES or not pattern:
        return None
    portfolio = office.post.attributes.get("portfolio", "")
    if not portfolio or fold(portfolio) in map(fold, reading.language.values("posts", "implied", "not")):
        return None
    return str(pattern).format(portfolio=_titled(portfolio) if office.post.attributes.get("head", "").islower() else portfolio)


def _titled(portfolio: str) -> str:
    """A portfolio as a name, where the text writes the office without capitals and the script has them by custom."""
    return portfolio if not portfolio.isascii() else " ".join(w if len(w) <= 3 else w[0].upper() + w[1:] for w in portfolio.split())  # noqa: PLR2004
