"""Whether an organization acts in the article or is only mentioned: what speaks for and against it is added up, in one place, once all is known.

No single sign decides. Each adds its weight (in logits: `confidence` turns the sum into how probable it is that a careful reader would
write the body down), so that a name by the way ("at the UN summit") falls out and one that signs, hosts or employs stays.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp

from kg.matching import Phrases
from kg.model import Mention, Token
from kg.reading import Cast, Organization, Reading

FILE = "organizations"
REACH, BRACKET, GAP = 4, 4, 2
MANY, EARLY = 3, 3
WEIGHTS: Mapping[str, float] = {
    "named": 0.75,
    "of another country": -5.0,  # a rival bidder, a third state's agency
    "a ministry": 1.25,
    "a company": 0.25,
    "a agency": -0.25,
    "a military": -0.5,
    "a other": -0.5,
    "an international": -0.25,
    "employs somebody": 1.0,
    "acts": 0.5,
    "a partner": 0.75,
    "an agent": 0.5,
    "beside a document": 0.5,
    "begins a sentence": 0.75,
    "abbreviated": 0.25,
    "often": 0.5,
    "a unit": -1.5,
    "an attribute": -1.0,
    "in passing": -0.25,
    "only in offices": -0.5,
    "a rank's force": -3.0,  # "Letjen TNI" is a lieutenant general, whoever acts
}
ENOUGH = -0.2


@dataclass(frozen=True, slots=True)
class Place:
    """A mention among the tokens of its sentence: the half-open range that it covers, with its acronym in brackets."""

    mention: Mention
    tokens: tuple[Token, ...]
    first: int
    last: int


def weigh(reading: Reading, cast: Cast, organization: Organization) -> float:
    """Add up the evidence for an organization."""
    return sum(WEIGHTS.get(name, 0.0) for name in evidence(reading, cast, organization))


def confidence(weight: float) -> float:
    """How probable it is that a body of this weight takes part.

    >>> round(confidence(0.0), 2), round(confidence(2.0), 2)
    (0.5, 0.88)
    """
    return round(1 / (1 + exp(-weight)), 2)


def evidence(reading: Reading, cast: Cast, organization: Organization) -> Iterator[str]:
    """Name what speaks for and against a body; each name is a key of `WEIGHTS`."""
    yield "named"
    yield f"an {organization.type}" if organization.type == "international" else f"a {organization.type}"
    places = [p for m in organization.mentions if (p := _place(reading, m)) is not None]
    yield from _of_its_owner(reading, cast, organization, places)
    yield from _of_its_places(reading, cast, organization)
    if places:
        yield from _of_its_wording(reading, places)


def _of_its_owner(reading: Reading, cast: Cast, organization: Organization, places: list[Place]) -> Iterator[str]:
    if organization.country in cast.codes:
        yield "of a party"
    elif organization.country is not None:
        yield "of another country"
    if any(person.organization == organization.entity for person in cast.people):
        yield "employs somebody"
    if organization.mentions and all(_in_office(reading, m) for m in organization.mentions):
        yield "only in offices"
    if organization.mentions and all(_in_rank(reading, m) for m in organization.mentions):
        yield "a rank's force"
    if places and all(reading.language.phrases(FILE, "unit").at(p.tokens, p.first) for p in places):
        yield "a unit"


def _of_its_places(reading: Reading, cast: Cast, organization: Organization) -> Iterator[str]:
    sentences = {m.sentence for m in organization.mentions}
    if len(sentences) == 1:
        yield "once"
    if len(sentences) >= MANY:
        yield "often"
    if any(reading.sentences[s].is_title for s in sentences):
        yield "in the title"
    if min(sentences, default=0) <= EARLY:
        yield "early"
    if any(reading.mentions("instrument", within=reading.sentences[s]) for s in sentences):
        yield "beside a document"
    if any(reading.mentions("event", within=reading.sentences[s]) for s in sentences):
        yield "beside an event"
    quoted = {s.sentence for s in cast.sayings if s.mode == "direct"}
    if sentences and sentences <= quoted:
        yield "only quoted"
    if any(m.attributes.get("acronym") for m in organization.mentions):
        yield "abbreviated"


def _of_its_wording(reading: Reading, places: list[Place]) -> Iterator[str]:
    party = "parties"
    if any(_acts(reading, p) for p in places):
        yield "acts"
    if any(_follows(reading.language.phrases(party, "partner"), p) for p in places):
        yield "a partner"
    if any(_follows(reading.language.phrases(FILE, "agent"), p) for p in places):
        yield "an agent"
    if any(_is_listed(reading, p) for p in places):
        yield "beside another body"
    if any(_follows(reading.language.phrases(FILE, "led"), p) for p in places):
        yield "has a head"
    if all(_follows(reading.language.phrases(party, "located"), p) for p in places):
        yield "only a place"
    if all(_follows(reading.language.phrases(FILE, "passing"), p) or _follows(reading.language.phrases(party, "passing"), p) for p in places):
        yield "in passing"
    if all(_is_attribute(reading, p) for p in places):
        yield "an attribute"
    if all(p.mention.rule == "organization.common" for p in places):
        yield "in common words"
    if any(p.first == 0 for p in places):
        yield "begins a sentence"


def _place(reading: Reading, mention: Mention) -> Place | None:
    tokens = reading.sentence(mention).tokens
    first = next((i for i, t in enumerate(tokens) if t.start == mention.start), None)
    last = next((i + 1 for i, t in enumerate(tokens) if t.end == mention.end), None)
    if first is None or last is None:
        return None
    return Place(mention, tokens, first, _past_bracket(tokens, last))


def _past_bracket(tokens: tuple[Token, ...], position: int) -> int:
    """The token after what stands in brackets here."""
    if position < len(tokens) and tokens[position].text == "(":
        return next((i + 1 for i in range(position + 1, min(position + BRACKET, len(tokens))) if tokens[i].text == ")"), position)
    return position


def is_only_in_offices(reading: Reading, organization: Organization) -> bool:
    """Whether only somebody's office names a ministry: "Menteri ESDM"."""
    return organization.type == "ministry" and bool(organization.mentions) and all(_in_office(reading, m) for m in organization.mentions)


def _in_office(reading: Reading, mention: Mention) -> bool:
    sentence = reading.sentence(mention)
    return any(p.start <= mention.start and mention.end <= p.end for p in reading.mentions("post", within=sentence))


def _in_rank(reading: Reading, mention: Mention) -> bool:
    """Whether the name only stands in a soldier's or policeman's rank."""
    sentence = reading.sentence(mention)
    return any(p.start <= mention.start and mention.end <= p.end and _ends_in_rank(p, mention) for p in reading.mentions("post", within=sentence))


def _ends_in_rank(post: Mention, mention: Mention) -> bool:
    """Whether a name in an office stands after the wording of the office itself, where a form of address follows."""
    end = post.attributes.get("role_end")
    return bool(post.attributes.get("title")) or (bool(end) and mention.start >= int(str(end)))


def _acts(reading: Reading, place: Place) -> bool:
    """Whether a verb of acting stands shortly after the name, with no stop between."""
    verbs, speech = reading.language.phrases("parties", "act"), reading.language.phrases("people", "speech")
    for i in range(place.last, min(place.last + REACH, len(place.tokens))):
        if verbs.at(place.tokens, i) or speech.at(place.tokens, i):
            return True
        if place.tokens[i].text in ".;:":
            break
    return False


def _follows(phrases: Phrases[str], place: Place) -> bool:
    """Whether one of these phrases ends right before the name."""
    return any((m := phrases.at(place.tokens, i)) is not None and m.last == place.first for i in range(max(0, place.first - REACH), place.first))


def _is_listed(reading: Reading, place: Place) -> bool:
    """Whether another body stands right before or after it, with one word or mark between."""
    sentence = reading.sentence(place.mention)
    ends = {t.end: i + 1 for i, t in enumerate(place.tokens)}
    starts = {t.start: i for i, t in enumerate(place.tokens)}
    for other in reading.mentions("organization", within=sentence):
        if other.start > place.mention.end and 0 < starts.get(other.start, 0) - place.last <= GAP:
            return True
        if other.end < place.mention.start and 0 < place.first - _past_bracket(place.tokens, ends.get(other.end, 0)) <= GAP:
            return True
    return False


def _is_attribute(reading: Reading, place: Place) -> bool:
    """Whether the name only says of what kind the next noun is: "FDA certificates", "USTR's report", "KTT ASEAN"."""
    before, after = reading.language.phrases(FILE, "before_attribute"), reading.language.phrases(FILE, "after_attribute")
    return after.at(place.tokens, place.last) is not None or _follows(before, place)
