"""The country of a body that no sentence gives one: that of its official, of the other side of a pair, of the state that the article speaks from."""

from __future__ import annotations

from collections.abc import Iterator

from kg.matching import tokenize
from kg.model import Mention, Sentence
from kg.reading import Cast, Organization, Person, Reading

FILE = "organizations"
PAIR, GAP, FAR = 2, 24, 60  # characters between the two names of a pair: " (DSTA) of Singapore and the ", " signed an agreement with "
WORDED = frozenset({"organization.head", "organization.tail", "organization.weak"})


def country_of(reading: Reading, cast: Cast, organization: Organization, member: Person | None, here: str | None) -> str | None:
    """Say where a body belongs that the text names without a country."""
    if organization.type == "international":
        return None
    if member is not None and member.country:
        return member.country
    hints = (_opposite(reading, cast, organization), _abroad(reading, cast, organization, here), _around(reading, cast, organization, here))
    return next((code for code in hints if code), here)


def _opposite(reading: Reading, cast: Cast, organization: Organization) -> str | None:
    """Of two parties the one that the body's partner in a document is not of: "nota kesepahaman antara BNN dan Policía Nacional"."""
    two = _two(reading, cast, organization)
    partners = [c for c in _partners(reading, cast, organization) if c in two]
    return next((code for code in two if partners and code != partners[0]), None)


def _two(reading: Reading, cast: Cast, organization: Organization) -> tuple[str, ...]:
    """The two parties: of the article or, in a digest of several stories, of the body's own paragraph; else none."""
    if len(cast.codes) == PAIR:
        return cast.codes
    paragraphs = {reading.sentence(m).paragraph for m in organization.mentions}
    told = {c.value for c in reading.mentions("country") if reading.sentence(c).paragraph in paragraphs}
    named = tuple(code for code in cast.codes if code in told)
    return named if len(named) == PAIR else ()


def _partners(reading: Reading, cast: Cast, organization: Organization) -> Iterator[str]:
    """The countries of the bodies that it is joined with in a sentence about a document."""
    for mention in organization.mentions:
        sentence = reading.sentence(mention)
        if not reading.mentions("instrument", within=sentence) and not _is_about_a_deal(reading, sentence):
            continue
        for other in cast.organizations:
            near = any(m.sentence == sentence.index and _are_paired(reading, *sorted((mention, m), key=lambda x: x.start)) for m in other.mentions)
            if other.entity != organization.entity and other.country and near:
                yield other.country


def _around(reading: Reading, cast: Cast, organization: Organization, here: str | None) -> str | None:
    """The only party that the body's own sentences name, in an article that speaks from none of the parties."""
    if here is not None:
        return None
    named = {m.value for o in organization.mentions for m in reading.mentions("country", within=reading.sentence(o))} & set(cast.codes)
    return next(iter(named)) if len(named) == 1 else None


def _is_about_a_deal(reading: Reading, sentence: Sentence) -> bool:
    """Whether a sentence tells of a common work or of signing, without naming a document."""
    tables = (reading.language.phrases("parties", "deal"), reading.language.phrases(FILE, "signs"))
    return any(next(iter(table.find(sentence.tokens)), None) is not None for table in tables)


def _are_paired(reading: Reading, first: Mention, second: Mention) -> bool:
    """Whether "and" or "with" alone stands between two names, beside an acronym in brackets or a country; a comma makes it a longer row."""
    between = [t for t in reading.sentence(first).tokens if first.end <= t.start and t.end <= second.start]
    words = [t for t in between if t.text.isalpha()]
    joins, partners = reading.language.phrases(FILE, "join").find(between), list(reading.language.phrases("parties", "partner").find(between))
    reach = FAR if any(m.last == len(between) for m in partners) else GAP
    if reach == GAP and not partners and _have_a_partner(reading, second):
        return False
    return second.start - first.end <= reach and bool(words) and bool([*joins, *partners]) and not any(t.text in ",;" for t in between)


def _have_a_partner(reading: Reading, mention: Mention) -> bool:
    """Whether a body or a country stands after "with" behind a name, so that what is joined with the name is on its side: "A and B signed it with C"."""
    sentence = reading.sentence(mention)
    after = [t for t in sentence.tokens if t.start >= mention.end]
    sides = {m.start for kind in ("organization", "country") for m in reading.mentions(kind, within=sentence)}
    return any(m.last < len(after) and after[m.last].start in sides for m in reading.language.phrases("parties", "partner").find(after))


def _abroad(reading: Reading, cast: Cast, organization: Organization, here: str | None) -> str | None:
    """A body whose name is in another language than the article is not at home there: of two parties it belongs to the other."""
    if len(cast.codes) != PAIR or here is None or organization.rule not in WORDED or not reading.language.values(FILE, "foreign", "languages"):
        return None
    tokens = tokenize(organization.name)
    own = any(reading.language.phrases(FILE, table).starts(tokens) for table in ("head", "complete", "common", "tail"))
    return None if own else next(code for code in cast.codes if code != here)
