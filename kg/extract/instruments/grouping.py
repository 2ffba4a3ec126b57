"""Which mentions mean one instrument: the title's and the body's, "the memorandum" and the memorandum."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.matching import Phrases, fold
from kg.model import Mention
from kg.reading import Reading

STEM = 5
SHARE = 0.5
APART = ("joint_body", "partnership")
BROAD = "agreement"


@dataclass(slots=True)
class Group:
    """One instrument of the article: its type and mentions; `open` while only a bare word has named it."""

    type: str
    mentions: list[Mention] = field(default_factory=list)
    words: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    plural: bool = False
    generic: bool = False

    @property
    def open(self) -> bool:
        """Whether nothing has said yet what the instrument is about."""
        return not self.words


def group(reading: Reading) -> tuple[Group, ...]:
    """Put the mentions of each instrument together, in the order of the text."""
    groups: list[Group] = []
    for mention in reading.mentions("instrument"):
        words, countries = _content(reading, mention), _countries(reading, mention)
        found = _antecedent(groups, mention, words, countries)
        if found is None:
            found = Group(mention.value, plural="plural" in mention.attributes, generic="generic" in mention.attributes)
            groups.append(found)
        found.mentions.append(mention)
        found.words |= words
        found.countries |= countries
    return tuple(groups)


def _content(reading: Reading, mention: Mention) -> set[str]:
    """The stems of what a name is about: its words without the head, links and countries."""
    countries = [(m.start, m.end) for m in reading.mentions("country", within=reading.sentence(mention))]
    skip: Phrases[str] = reading.language.phrases("instruments", "name")
    head = {t for t in fold(mention.attributes.get("head", "")).split()}
    return {
        t.norm[:STEM] for t in reading.sentence(mention).tokens
        if mention.start <= t.start < mention.end and t.norm not in head and (len(t.norm) > 2 and t.norm.isalnum() or t.text.isupper())
        and skip.at((t,), 0) is None and not any(a <= t.start < b for a, b in countries)
    }


def _countries(reading: Reading, mention: Mention) -> set[str]:
    return {m.value for m in reading.mentions("country", within=reading.sentence(mention)) if mention.start <= m.start < mention.end}


def _antecedent(groups: Sequence[Group], mention: Mention, words: set[str], countries: set[str]) -> Group | None:
    """The instrument that a mention means, if it was named before."""
    attributes = mention.attributes
    plural = "plural" in attributes
    if "generic" in attributes:
        return None if plural else _last(g for g in groups if g.type not in APART)
    same = [g for g in groups if g.type == mention.value and not g.generic and g.plural == plural and not _differ(g.countries, countries)]
    if words:
        return _last(g for g in same if _agree(g.words, words)) or _last(g for g in same if g.open)
    if "indefinite" in attributes:
        return None
    if same:
        return same[-1]
    if "definite" in attributes and mention.value == BROAD:
        return _last(g for g in groups if g.type not in APART and not g.plural)
    return None


def _last(groups: object) -> Group | None:
    found = list(groups)  # type: ignore[call-overload]
    return found[-1] if found else None


def _agree(a: set[str], b: set[str]) -> bool:
    """Whether two names may be of one instrument: one says no more than the other, or they share half their words."""
    common = len(a & b)
    return common > 0 and (common == min(len(a), len(b)) or common / len(a | b) >= SHARE)


def _differ(a: set[str], b: set[str]) -> bool:
    return bool(a and b and not a & b)
