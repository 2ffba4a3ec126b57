"""Which mentions of people mean one person: "Nezar Patria", "Patria"; «Владимир Путин», «В. Путин»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.languages import Language
from kg.matching import fold
from kg.mention.people.cases import index_key, same_name
from kg.model import Mention
from kg.reading import Reading

LONGEST_INITIAL = 3  # "Дж."
BLENDED = 2  # letters at least of each name: "Jo|ko Wi|dodo"


@dataclass(slots=True)
class Cluster:
    """The mentions that mean one person, and the fullest form of the name."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    nicknames: set[str] = field(default_factory=set)


def clusters(reading: Reading) -> list[Cluster]:
    """Put the mentions together, the fullest names first; a short form that fits several means the one named last before it."""
    found: list[Cluster] = []
    index: dict[str, list[Cluster]] = defaultdict(list)
    mentions, blends = reading.mentions("person"), bool(reading.language.values("people", "blend", "words"))
    for mention in sorted(mentions, key=lambda m: (-_weight(m), m.start)):
        cluster = _nearest(_fitting(reading, index, mention), mention)
        if cluster is None:
            cluster = Cluster(mention.value)
            found.append(cluster)
            for word in _words(mention.value):
                index[index_key(reading.language, word)].append(cluster)
            if blends and len(words := _words(mention.value)) > 1:
                index[_blend_key(words[0])].append(cluster)
        cluster.mentions.append(mention)
        if nickname := mention.attributes.get("nickname"):
            cluster.nicknames.add(nickname)
            index[index_key(reading.language, nickname)].append(cluster)
    for cluster in found:
        cluster.mentions.sort(key=lambda m: m.start)
    return sorted(found, key=lambda c: c.mentions[0].start)


def _weight(mention: Mention) -> int:
    """How full a name is; one that stands with its office comes before one that does not."""
    words = mention.value.split()
    return 2 * sum(len(w.strip(".")) > 1 for w in words) + len(words) + (mention.attributes.get("post", "") != "")


def _words(name: str) -> list[str]:
    return [w for w in name.split() if len(w.strip(".")) > 1 and not w.endswith(".")]


def _fitting(reading: Reading, index: dict[str, list[Cluster]], mention: Mention) -> list[Cluster]:
    """The people whose name a mention may be a form or a part of."""
    seen: dict[int, Cluster] = {}
    for word in _words(mention.value):
        for cluster in index[index_key(reading.language, word)]:
            if id(cluster) not in seen and (mention.value in cluster.nicknames or is_part(reading.language, mention.value, cluster.name)):
                seen[id(cluster)] = cluster
    blended = (c for c in index.get(_blend_key(mention.value), ()) if not seen and _is_blend(mention.value, c.name))
    return list(seen.values()) or list(blended)


def _blend_key(word: str) -> str:
    return f"{fold(word)[:BLENDED]}…"


def _is_blend(word: str, name: str) -> bool:
    """Whether a word is the beginnings of somebody's first two names, as some languages make short names.

    >>> _is_blend("Jokowi", "Joko Widodo"), _is_blend("Zulhas", "Zulkifli Hasan"), _is_blend("Joko", "Joko Widodo")
    (True, True, False)
    """
    first, second, *_ = (*fold(name).split(), "", "")
    short = fold(word)
    parts = ((short[:i], short[i:]) for i in range(BLENDED, len(short) - BLENDED + 1))
    return any(first.startswith(a) and second.startswith(b) for a, b in parts)


def _nearest(fitting: Sequence[Cluster], mention: Mention) -> Cluster | None:
    """Of several people the one whose fullest mention stands last before this one."""
    return max(fitting, key=lambda c: (c.mentions[0].start <= mention.start, c.mentions[0].start), default=None)


def is_part(language: Language, part: str, whole: str) -> bool:
    """Whether the words of one name stand, in order or surname first, among those of the other; an initial means a word that begins so.

    >>> from kg.languages import language
    >>> is_part(language("id"), "Patria", "Nezar Patria"), is_part(language("ru"), "В. Путин", "Владимир Путин")
    (True, True)
    """
    rest = whole.split()
    for word in part.split():
        match = next((w for w in rest if _same(language, word, w)), None)
        if match is None:
            return False
        rest.remove(match)
    return True


def _same(language: Language, word: str, other: str) -> bool:
    if word.endswith(".") and len(word) <= LONGEST_INITIAL:
        return fold(other).startswith(fold(word[:-1]))
    return same_name(language, word, other)
