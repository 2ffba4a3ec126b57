"""What one mention of an instrument says of its status: the cue that governs it in its clause, and the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kg.extract.instruments.cues import Clauses, Cue, clauses, cues
from kg.extract.instruments.lifecycle import status
from kg.model import Mention, Sentence
from kg.reading import Reading

PER_WORD = 0.4
WRONG_SIDE = {"right": 12.0, "left": 7.0, "either": 0.0}
WEAK = {"in_force": 2.5, "drafted": 2.0, "proposed": 0.5, "agreed": 0.5, "refused": 1.0}
LIMIT = 26.0
DATE_LIMIT = 12.0


@dataclass(frozen=True, slots=True)
class Assertion:
    """A status of an instrument as one sentence says it."""

    status: str
    sentence: int
    cost: float
    date: str | None = None
    modal: str = ""
    is_title: bool = False


@dataclass(slots=True)
class Scene:
    """A sentence prepared for looking up what governs what: its cues and clause boundaries."""

    sentence: Sentence
    bounds: Clauses
    cues: tuple[Cue, ...]


def scene(reading: Reading, sentence: Sentence) -> Scene:
    """Prepare a sentence; cues inside an instrument's own name are part of the name."""
    bounds = clauses(reading.language, sentence)
    named = [(m.start, m.end) for m in reading.mentions("instrument", within=sentence)]
    found = tuple(c for c in cues(reading.language, sentence, bounds)
                  if not any(a <= sentence.tokens[c.first].start < b for a, b in named))
    return Scene(sentence, bounds, found)


def assertion(reading: Reading, scene: Scene, mention: Mention) -> Assertion | None:
    """Give what the sentence says of this mention, if it says anything."""
    first, last = _range(scene.sentence, mention)
    weighed = [(cost, cue, meant) for cue in scene.cues
               if (meant := status(mention.value, cue.status, cue.modal)) and (cost := _cost(scene, cue, first, last)) < LIMIT]
    if not weighed:
        return None
    cost, cue, meant = min(weighed, key=lambda w: (w[0], w[1].first))
    day = None if cue.modal in ("hope", "will", "wait") else _date(reading, scene, cue, mention)
    return Assertion(meant, scene.sentence.index, cost, day, cue.modal, scene.sentence.is_title)


def _range(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    inside = [i for i, t in enumerate(sentence.tokens) if mention.start <= t.start < mention.end]
    return inside[0], inside[-1] + 1


def _cost(scene: Scene, cue: Cue, first: int, last: int) -> float:
    """How far a cue is from an instrument: words, boundaries, and the price of standing on the wrong side."""
    before = cue.last <= first
    words = first - cue.last if before else max(0, cue.first - last)
    bounds = scene.bounds.between(cue.last, first) if before else scene.bounds.between(last, cue.first)
    wrong = (cue.side == "left") if before else (cue.side == "right")
    return PER_WORD * words + bounds + (WRONG_SIDE[cue.side] if wrong else 0.0) + WEAK.get(cue.status, 0.0)


def _date(reading: Reading, scene: Scene, cue: Cue, mention: Mention) -> str | None:
    """The date nearest to the cue; a date that belongs to the name itself only if there is no other."""
    weighed = sorted(_dates(reading, scene, cue, mention))
    return weighed[0][1] if weighed and weighed[0][0] < DATE_LIMIT else None


def _dates(reading: Reading, scene: Scene, cue: Cue, mention: Mention) -> Iterator[tuple[float, str]]:
    for day in reading.mentions("date", within=scene.sentence):
        first, last = _range(scene.sentence, day)
        words = first - cue.last if first >= cue.last else cue.first - last
        bounds = scene.bounds.between(cue.last, first) if first >= cue.last else scene.bounds.between(last, cue.first)
        own = mention.start <= day.start < mention.end or 0 <= day.start - mention.end < 5
        yield PER_WORD * max(0, words) * 0.6 + bounds + (8.0 if own else 0.0), day.value
