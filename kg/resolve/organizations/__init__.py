"""Says which organizations the mentions of an article mean: one body for all its wordings, with the country that it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from kg.gazetteer import place_names
from kg.matching import fold, tokenize
from kg.model import Mention
from kg.reading import Cast, Organization, Reading
from kg.resolve.organizations.countries import stated

JOINT = "joint_body"
NAMED = frozenset({"organization.known", "organization.contraction", "organization.acronym"})
NOTHING: Mapping[Mention, str] = MappingProxyType({})


@dataclass(slots=True)
class Cluster:
    """The mentions that mean one body."""

    mentions: list[Mention] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)
    type: str = ""
    country: str = ""


def resolve(reading: Reading, cast: Cast) -> None:
    """Add the organizations to the cast."""
    clusters = merge(_standing_alone(reading), stated(reading))
    cast.organizations = (*cast.organizations, *(_organization(reading, c) for c in clusters))


def _standing_alone(reading: Reading) -> list[Mention]:
    """The mentions of bodies; words of no known kind and country inside an instrument's name ("Komisi … Masyarakat Digital") are part of that name.

    A joint body of states is an instrument and no body of one of them: "Высший | Межгосударственный совет".
    """
    named = [(i.start, i.end) for i in reading.mentions("instrument")]
    joint = [i.start + max(0, reading.text(i.start, i.end).find(i.attributes.get("head", ""))) for i in reading.mentions("instrument") if i.value == JOINT]
    alone = [m for m in reading.mentions("organization") if m.value != "other" or m.attributes.get("country") or not any(a <= m.start and m.end <= b for a, b in named)]
    return [m for m in alone if m.rule in NAMED or not any(m.start <= head < m.end for head in joint)]


def merge(mentions: Iterable[Mention], codes: Mapping[Mention, str] = NOTHING) -> list[Cluster]:
    """Put together the mentions that share a wording and do not contradict each other in kind and country."""
    clusters: list[Cluster] = []
    by_key: dict[str, list[Cluster]] = {}
    for mention in mentions:
        keys = _keys(mention)
        cluster = next((c for key in keys for c in by_key.get(key, ()) if _agree(c, mention, _code(codes, mention))), None)
        if cluster is None:
            cluster = Cluster(type=mention.value)
            clusters.append(cluster)
        cluster.mentions.append(mention)
        cluster.country = cluster.country or _code(codes, mention)
        for key in keys:
            if key not in cluster.keys:
                cluster.keys.add(key)
                by_key.setdefault(key, []).append(cluster)
    return clusters


def _code(codes: Mapping[Mention, str], mention: Mention) -> str:
    return codes.get(mention) or mention.attributes.get("country", "")


def _keys(mention: Mention) -> tuple[str, ...]:
    """The wordings that a mention shares with others of the same body."""
    wordings = [mention.attributes.get(a, "") for a in ("name", "short", "acronym", "full", "body")]
    if mention.value == "company" and mention.rule == "organization.tail":
        wordings.append(wordings[0].rpartition(" ")[0])  # "Microsoft Corporation" is Microsoft
    return tuple(dict.fromkeys(_folded(w) for w in wordings if w))


def _folded(wording: str) -> str:
    return " ".join(fold(wording).split())


def _agree(cluster: Cluster, mention: Mention, country: str) -> bool:
    same_kind = cluster.type == mention.value or _is_name_of(cluster, mention.attributes.get("acronym", "")) or _is_defined(cluster, mention)
    return same_kind and (not country or not cluster.country or country == cluster.country)


def _is_name_of(cluster: Cluster, acronym: str) -> bool:
    """Whether a body that is known by this acronym is already there."""
    return bool(acronym) and any(m.attributes.get("body") and _folded(acronym) in _keys(m) for m in cluster.mentions)


def _is_defined(cluster: Cluster, mention: Mention) -> bool:
    """Whether a known body's name is one that the article has put in brackets after a full name: "Export Import Bank (EXIM)"."""
    return bool(mention.attributes.get("body")) and any(m.attributes.get("acronym") == mention.attributes.get("name") for m in cluster.mentions)


def _organization(reading: Reading, cluster: Cluster) -> Organization:
    """The body with its fullest wording as its name and the others as aliases."""
    wordings = _wordings(cluster.mentions)
    name, aliases = wordings[0], [*wordings[1:], *_with_country(reading, cluster.mentions)]
    best = max(cluster.mentions, key=lambda m: m.confidence)
    country = cluster.country or _seat(reading, cluster, name)
    entity = reading.entity("Organization", name, country or "")
    kind = next((m.value for m in cluster.mentions if m.attributes.get("body")), cluster.type)
    return Organization(entity, name, kind, tuple(aliases), country, mentions=tuple(cluster.mentions), rule=best.rule, confidence=best.confidence)


def _with_country(reading: Reading, mentions: Sequence[Mention]) -> list[str]:
    """The wordings with the country that stands before the name, where that is how the language says it: "U.S. Coast Guard"."""
    if not reading.language.table("organizations", "tail"):
        return []
    return list(dict.fromkeys(" ".join(reading.text(c.start, m.end).split()) for m in mentions for c in reading.mentions("country", within=reading.sentence(m))
                              if c.end + 1 == m.start and reading.text(c.end, m.start).isspace()))


def _seat(reading: Reading, cluster: Cluster, name: str) -> str | None:
    """The country of the city in a body's name: "Universiti Negeri Samarkand"."""
    if cluster.type == "international":
        return None
    return next((m.value.code for m in place_names(reading.article.lang).find(tokenize(name))), None)


def _wordings(mentions: Sequence[Mention]) -> list[str]:
    """The wordings of a body, the first full one first; an acronym is a name only where there is no other."""
    full = [m.attributes[a] for m in mentions for a in ("name", "short") if m.attributes.get(a)]
    acronyms = [m.attributes[a] for m in mentions for a in ("acronym", "full") if m.attributes.get(a)]
    fullest = sorted(dict.fromkeys(full), key=lambda w: (len(w.split()) == 1, full.index(w)))
    return list(dict.fromkeys([*fullest, *acronyms]))
