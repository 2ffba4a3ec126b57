"""Are statements as sure as they say? Each one that annotated articles can judge, with its confidence and whether it is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from kg.evaluate import same
from kg.evaluate.gold import Facts
from kg.evaluate.score import CODES, FIELDS, SAME, pairs
from kg.extract.confidence import claim
from kg.extract.facts import facts
from kg.model import Article, Entity, Statement

OWNED = {"holds": "Post", "hasStatus": "StatusAssertion"}
CLASSES = {"people": "Official", "organizations": "Organization", "instruments": "Instrument", "events": "Event"}
BINS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9)


class Judged(NamedTuple):
    """A claim: its kind, how sure it was said to be, whether it is right."""

    claim: str
    confidence: float
    is_right: bool


def judge(article: Article, statements: Iterable[Statement], gold: Facts) -> Iterator[Judged]:
    """Judge each entity's claims once: that it is a fact of the article, and its attributes."""
    said = tuple(statements)
    truth = {owner: pair for name in FIELDS for owner, pair in _truth(name, facts(article, said), gold, said)}
    owners = {s.value: s.subject for s in said if s.predicate in OWNED and isinstance(s.value, Entity)}
    seen: set[tuple[Entity, str, str]] = set()
    for s in said:
        kind, owner = claim(s), owners.get(s.subject, s.subject)
        code = s.value.key.rpartition("/")[2] if isinstance(s.value, Entity) else s.value
        key = (owner, kind or "", code if owner.kind == "Article" else "")
        subject: Entity | str = f"{kind}/{code}" if owner.kind == "Article" else owner
        if kind is not None and key not in seen and subject in truth:
            seen.add(key)
            yield Judged(kind, s.confidence, _is_right(kind, truth[subject]))


Pair = tuple[dict[str, Any], dict[str, Any]] | None


def _truth(name: str, found: Facts, gold: Facts, said: tuple[Statement, ...]) -> Iterator[tuple[Entity | str, Pair]]:
    """What each found fact of a field is paired with: the gold's fact and itself, or nothing."""
    given = [{"name": value} for value in found[name]] if name in CODES else found[name]
    golds = [{"name": value} for value in gold.get(name, ())] if name in CODES else gold.get(name, [])
    paired = {id(other): (one, other) for one, other in pairs(golds, given, SAME[name], best=name in ("instruments", "events"))}
    if name in CODES:
        yield from ((f"{name.removesuffix('s').replace('partie', 'party')}/{fact['name']}", paired.get(id(fact))) for fact in given)
    else:
        entities = dict.fromkeys(s.subject for s in said if s.subject.kind == CLASSES[name])
        yield from ((entity, paired.get(id(fact))) for entity, fact in zip(entities, given, strict=True) if not (fact.get("implied") and id(fact) not in paired))


def _is_right(kind: str, pair: Pair) -> bool:
    """Whether a claim agrees with the gold; an attribute of something that is no fact of the article is wrong."""
    if pair is None:
        return False
    gold, found = pair
    attribute = kind.partition(".")[2]
    return not attribute or (same.role(gold, found) if attribute == "role" else gold.get(attribute) == found.get(attribute))


def steps(judged: Iterable[Judged], least: int) -> Iterator[tuple[str, float, float, int]]:
    """For each kind of claim the steps `(claim, from, share, of)` of a rising curve: the more sure, the more often right (isotonic regression).

    A share is drawn towards one half by one right and one wrong claim of its own; a step rests on at least `least` claims.
    """
    by_claim: dict[str, list[Judged]] = defaultdict(list)
    for one in judged:
        by_claim[one.claim].append(one)
    for name, claims in sorted(by_claim.items()):
        for start, right, total in _pooled(sorted(claims, key=lambda one: one.confidence), least):
            yield name, start, round((right + 1) / (total + 2), 2), total


def _pooled(claims: list[Judged], least: int) -> list[tuple[float, int, int]]:
    """Blocks of claims of rising confidence, joined until each is right more often than the one before and large enough."""
    blocks: list[tuple[float, int, int]] = []
    for confidence, is_right in ((one.confidence, one.is_right) for one in claims):
        if blocks and blocks[-1][0] == confidence:
            start, right, total = blocks.pop()
            blocks.append((start, right + is_right, total + 1))
        else:
            blocks.append((confidence, int(is_right), 1))
    return _merged(blocks, lambda a, b: a[1] * b[2] >= b[1] * a[2] or min(a[2], b[2]) < least)


def _merged(blocks: list[tuple[float, int, int]], join: Callable[[tuple[float, int, int], tuple[float, int, int]], bool]) -> list[tuple[float, int, int]]:
    kept: list[tuple[float, int, int]] = []
    for block in blocks:
        merged = block
        while kept and join(kept[-1], merged):
            start, right, total = kept.pop()
            merged = (start, right + merged[1], total + merged[2])
        kept.append(merged)
    return kept


def bins(judged: Iterable[Judged]) -> Mapping[float, tuple[int, int, float]]:
    """For each bin of stated confidence: how many were right, of how many, and how sure they said to be on the mean."""
    filled: dict[float, list[Judged]] = {start: [] for start in BINS}
    for one in judged:
        filled[max(start for start in BINS if start <= one.confidence)].append(one)
    return {start: (sum(o.is_right for o in of), len(of), sum(o.confidence for o in of) / len(of)) for start, of in filled.items() if of}
