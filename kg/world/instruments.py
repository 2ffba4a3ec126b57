"""Instruments across articles: one memorandum by type, parties, signers, field, name and dates, from the first hope to the ratification.

Two countries sign many a memorandum. So what differs in a field, in the words of its name in one language, in what its name is about in any, or in the day
of its signature is two; and what has nothing but a field in common with another is the same only where neither article knows a second one of the kind. Of
some documents two countries have but one (an extradition treaty): these are known by their form. A report whose act has a day is what the others are taken
for; two days of one signature are kept, as a contradiction, where the name or the signers leave no doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.names.sounds import alike
from kg.world.candidates import Features, Kind
from kg.world.signers import are_shared, may_be_one, signers
from kg.world.spans import BACK, DAYS_APART, FINE, SAME_DAY, day_of, ends_a_promise, gap, months, order, periods, skips_the_act, stages
from kg.world.terms import Said, Term, cls, is_iri, language, plain, term, text, values
from kg.world.wordings import Wording, wording

CERTAIN, LIKELY, POSSIBLE = 1.0, 0.85, 0.7  # a dated act and a name; a dated act and a field; neither has a dated act
SOUND = 0.9  # from which on two words sound alike
HALF = 0.5  # names are one where they share more than this of the words of the shorter
DISTINCT, UNMISTAKABLE = 2, 3  # words by which a name is known again though it went backwards, or was signed on another day
SLIP, WEEK, YEAR = 3, 7, 365  # days that reports of one act may differ in: by what they have in common
LONG, LONGEST = 24, 36  # months between reports without a common name, and with one
BODY, MANY = "joint_body", ("contract", "financing")  # of the latter two countries have many in each field
GENERAL, ECONOMY = "commission", "economy"  # a commission of two states without a subject is that on their economy
NO_FIELD = "political"  # of a joint body it tells nothing


def _read(said: Said, me: Term, _: Mapping[Term, Term]) -> Features | None:
    """What is compared; nothing for what has neither a field nor a word of its own, or is not told apart from another in the article."""
    mine = _portrait(said, me)
    if not mine["sectors"] and not mine["words"] and not _is_well_known(mine):
        return None
    rivals = [rival for other in _others(said, me) if _may_be_confused(mine, rival := _portrait(said, other))]
    if any((rival["words"], rival["form"]) == (mine["words"], mine["form"]) for rival in rivals):
        return None
    told = sorted(_said(said, me))
    return {**mine, "beside": sorted({" ".join(rival["words"]) for rival in rivals}), "said": told, "signers": signers(said) if day_of(told) else []}


def _portrait(said: Said, me: Term) -> Features:
    names = values(said, me, "prefLabel")
    told = wording(plain(names[0]), language(names[0])) if names else Wording()
    kind = _code(text(said, me, "instrumentType"))
    return {
        "type": kind,
        "parties": sorted(_code(plain(party)) for party in values(said, me, "party") if is_iri(party)),
        "sectors": sorted(_subjects(kind, {_code(plain(sector)) for sector in values(said, me, "sector")}, told)),
        "lang": language(names[0]) if told.words else "",
        "words": list(told.words),
        "form": told.form,
        "about": list(told.about),
        "plain": told.plain,
    }


def _subjects(kind: str, sectors: set[str], told: Wording) -> set[str]:
    """Its fields, with what its name tells in any language; a joint commission that names none is on the economy."""
    found = sectors.union(told.fields) - ({NO_FIELD} if kind == BODY else set())
    return found or ({ECONOMY} if kind == BODY and told.form == GENERAL and not told.words else set())


def _others(said: Said, me: Term) -> list[Term]:
    """The other instruments that the article names."""
    kind = cls("Instrument")
    return [other for other, properties in said.items() if other != me and kind in properties.get(term("rdf:type"), ())]


def _may_be_confused(one: Features, other: Features) -> bool:
    """Whether a report of one of two instruments might be one of the other."""
    same = one["type"] == other["type"] and one["parties"] == other["parties"]
    return same and (not one["sectors"] or not other["sectors"] or _fields(one, other) > 0)


def _said(said: Said, me: Term) -> Iterator[str]:
    """Where the article leaves it: a status with its day, or with the month of the report (`signed 2025-06-19`, `signed ~2025-06`)."""
    for assertion in values(said, me, "hasStatus"):
        date, reported = text(said, assertion, "date"), text(said, assertion, "reported")
        yield f"{_code(text(said, assertion, 'status'))} {date or '~' * bool(reported) + reported[:7]}"


def _code(iri: str) -> str:
    return iri.rpartition("/")[2]


def _blocks(features: Features) -> Iterator[str]:
    """Instruments of one type and pair meet by their field within some years, or by the words of their name."""
    what = f"{features['type']} {' '.join(features['parties'])}"
    for top in sorted({sector.partition(".")[0] for sector in features["sectors"]}):
        yield from (f"{what} {top} {period}" for period in periods(features["said"]))
    if features["words"]:
        yield f"{what} {' '.join(features['words'])}"
    if _is_well_known(features):
        yield from (f"{what} {features['form']} {period}" for period in periods(features["said"]))


def _likeness(one: Features, other: Features) -> float:
    """How surely two are one instrument."""
    if _conflict(one, other):
        return 0.0
    named, fields = _named(one, other) > HALF, _fields(one, other)
    if not fields and not (one["words"] == other["words"] and one["words"]) and not _are_well_known(one, other):
        return 0.0
    if not named and not _alone(one, other, fields):
        return 0.0
    if not _timely(one, other, named=named):
        return 0.0
    return _sure(one, other, named=named)


def _conflict(one: Features, other: Features) -> bool:
    """Whether something tells the two apart, whatever their dates are."""
    if any(one[what] != other[what] for what in ("type", "parties")) or (one["form"] and other["form"] and one["form"] != other["form"]):
        return True
    if _are_well_known(one, other):
        return False
    if one["about"] and other["about"] and not {*one["about"]} & {*other["about"]}:
        return True
    if one["sectors"] and other["sectors"] and not _fields(one, other):
        return True
    if any(" ".join(a["words"]) in b["beside"] for a, b in ((one, other), (other, one)) if a["words"]):
        return True
    return bool(one["words"] and other["words"]) and one["lang"] == other["lang"] and _named(one, other) <= HALF


def _named(one: Features, other: Features) -> float:
    """How far two names are one: all of what is known by its form or, in another language, by its subject; else the share of the words of the shorter."""
    if _are_well_known(one, other):
        return 1.0
    if _in_two_languages(one, other):
        return 1.0 if {*one["about"]} & {*other["about"]} else _alike(one["words"], other["words"])
    fewest = min(len(one["words"]), len(other["words"]))
    return len({*one["words"]} & {*other["words"]}) / fewest if fewest else 0.0


def _in_two_languages(one: Features, other: Features) -> bool:
    return bool(one["words"] and other["words"]) and one["lang"] != other["lang"]


def _alike(some: list[str], others: list[str]) -> float:
    """The share of the fewer words that sound as one of the others: `vaksi`, `vacci`, `вакци`."""
    few, many = sorted((some, others), key=lambda words: (len(words), words))
    return sum(any(alike(a, b) >= SOUND for b in many) for a in few) / len(few)


def _is_well_known(features: Features) -> bool:
    """Whether it is a document of which two states have but one: an extradition treaty, a CEPA."""
    return bool(features["form"]) and features["type"] != BODY


def _are_well_known(one: Features, other: Features) -> bool:
    return _is_well_known(one) and one["form"] == other["form"]


def _fields(one: Features, other: Features) -> float:
    """The share of the fewer fields that the other has, too, be it as a wider or a narrower one."""
    few, many = sorted((one["sectors"], other["sectors"]), key=lambda sectors: (len(sectors), sectors))
    return sum(any(_holds(a, b) or _holds(b, a) for b in many) for a in few) / len(few) if few else 0.0


def _holds(wide: str, narrow: str) -> bool:
    return narrow == wide or narrow.startswith(f"{wide}.")


def _alone(one: Features, other: Features, fields: float) -> bool:
    """Whether a field is enough: all fields are shared, other people did not sign, and no article knows another instrument of this kind in it."""
    if fields < 1.0 or one["beside"] or other["beside"] or one["type"] in MANY or not may_be_one(one["signers"], other["signers"]):
        return False
    return not _in_two_languages(one, other) or _may_be_translated(one, other)


def _may_be_translated(one: Features, other: Features) -> bool:
    """Whether names of two languages may say the same: a word sounds alike, both tell only a field, or the same people signed both on one day.

    A subject that every language knows would have been found in both.
    """
    if _named(one, other) > 0 or (one["plain"] and other["plain"]):
        return True
    known = one["about"] or other["about"]
    return not known and order(one["said"], other["said"]) == SAME_DAY and are_shared(one["signers"], other["signers"])


def _timely(one: Features, other: Features, *, named: bool) -> bool:
    """Whether the dates of two reports allow that they are of one instrument; a name that cannot be mistaken outweighs what contradicts."""
    equal = len(one["words"]) if one["words"] == other["words"] else 0
    apart = months(one["said"], other["said"])
    if apart > (LONGEST if named else LONG) and not (one["type"] == BODY and equal >= DISTINCT):
        return False
    if skips_the_act(one["said"], other["said"]) and equal < DISTINCT:
        return False  # It may have been promised again after that act.
    if ends_a_promise(one["said"], other["said"]) and not named:
        return False
    found = order(one["said"], other["said"])
    if found == DAYS_APART:
        return gap(one["said"], other["said"]) <= _slip(one, other, named=named, equal=equal)
    return found != BACK or equal >= DISTINCT


def _slip(one: Features, other: Features, *, named: bool, equal: int) -> int:
    """How many days two reports of one act may differ in; without a common name in one language the same people must have signed."""
    if equal >= UNMISTAKABLE:
        return YEAR
    if named and not _in_two_languages(one, other):
        return WEEK if _named(one, other) == 1.0 else SLIP
    return SLIP if are_shared(one["signers"], other["signers"]) else 0


def _sure(one: Features, other: Features, *, named: bool) -> float:
    if order(one["said"], other["said"]) not in (FINE, SAME_DAY) or not (day_of(one["said"]) or day_of(other["said"])):
        return POSSIBLE
    return CERTAIN if named else LIKELY


def _apart(one: Features, other: Features) -> bool:
    """Whether two might be one but for the order in which they were told: one hoped for after the other was signed."""
    if one["type"] != other["type"] or one["parties"] != other["parties"] or _is_promise(one) == _is_promise(other):
        return False
    return order(one["said"], other["said"]) == BACK and not _conflict(one, other) and not _likeness(one, other)


def _is_promise(features: Features) -> bool:
    return not any(stage.is_done for stage in stages(features["said"]))


def _denied(one: Features, chosen: Features, apart: list[Features], _: list[Features]) -> bool:
    """Whether a promise is not the earlier one that it would be taken for, because that had been kept when this was made."""
    return _is_promise(one) and _is_promise(chosen) and any(_likeness(chosen, other) for other in apart)


def _rank(features: Features) -> tuple[Any, ...]:
    """A report with the exact day of an act is what the others are taken for; else the first of something done; else the first hope."""
    exact, told = len(day_of(features["said"])), stages(features["said"])
    done = [stage for stage in told if stage.is_done]
    first = [-ord(c) for c in min((stage.when for stage in done or told if stage.when), default="")]
    return exact, bool(done), first, len(features["words"]), len(features["sectors"]), " ".join(features["words"])


INSTRUMENT = Kind(_read, _blocks, _likeness, _rank, _apart, _denied)
