"""A sentence prepared for its instruments: the cues, the clause boundaries, the names and which of these form a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.extract.instruments.cues import Clauses, Cue, clauses, cues
from kg.model import Mention, Sentence, Token
from kg.reading import Reading

LIST_GAP = 5


@dataclass(slots=True)
class Scene:
    """A sentence prepared for looking up what governs what: its cues and clause boundaries."""

    sentence: Sentence
    bounds: Clauses
    cues: tuple[Cue, ...]
    names: tuple[tuple[int, int], ...] = ()
    lists: tuple[tuple[tuple[int, int], ...], ...] = ()
    ands: tuple[str, ...] = ()
    finishes: bool = False


def scene(reading: Reading, sentence: Sentence) -> Scene:
    """Prepare a sentence; cues inside an instrument's own name are part of the name."""
    bounds = clauses(reading.language, sentence)
    names = tuple(tokens_of(sentence, m) for m in reading.mentions("instrument", within=sentence))
    named = frozenset(i for first, last in names for i in range(first, last))
    found = cues(reading.language, sentence, bounds, named)
    return Scene(sentence, bounds, found, names, tuple(_lists(reading, sentence, names, found)), reading.language.values("instruments", "name", "and"),
                 any(c.status == "finished" for c in found))


def tokens_of(sentence: Sentence, mention: Mention) -> tuple[int, int]:
    """Give the half-open range of the tokens of a mention."""
    inside = [i for i, t in enumerate(sentence.tokens) if mention.start <= t.start < mention.end]
    return inside[0], inside[-1] + 1


def nearest_of_list(scene: Scene, cue: Cue, first: int, last: int) -> tuple[int, int, int]:
    """Give the range of the list's member that is nearest to a cue, and how many members away it is: "signed a treaty, a protocol and a plan"."""
    members = next((m for m in scene.lists if (first, last) in m), ())
    place = members.index((first, last)) if members else 0
    if cue.last <= first:
        nearer = [n for n in members[: place + 1] if cue.last <= n[0]]
        return (*nearer[0], len(nearer) - 1) if nearer else (first, last, 0)
    nearer = [n for n in members[place:] if n[1] <= cue.first]
    return (*nearer[-1], len(nearer) - 1) if nearer else (first, last, 0)


def _lists(reading: Reading, sentence: Sentence, names: Sequence[tuple[int, int]], found: Sequence[Cue]) -> Iterator[tuple[tuple[int, int], ...]]:
    """Give the names that a sentence lists: commas between them, and an "and" somewhere; a comma alone only explains a name by another."""
    ands = reading.language.values("instruments", "name", "and")
    run: list[tuple[int, int]] = []
    joined = False
    for name in (*names, (-1, -1)):
        gap = sentence.tokens[run[-1][1] : max(0, name[0])] if run else ()
        if run and name[0] >= run[-1][1] and 0 < len(gap) <= LIST_GAP and _is_joint(gap, ands) and not any(run[-1][1] <= c.first < name[0] for c in found):
            joined = joined or any(t.norm in ands for t in gap)
            run.append(name)
        elif not run or name[0] >= run[-1][1] or name[0] < 0:
            if joined:
                yield tuple(run)
            run, joined = [name], False


def is_joined(scene: Scene, first: int, last: int) -> bool:
    """Whether nothing, or a comma or an "and", begins the stretch between two names."""
    gap = scene.sentence.tokens[first:last]
    return not gap or _is_joint(gap, scene.ands)


def _is_joint(gap: Sequence[Token], ands: Sequence[str]) -> bool:
    return gap[0].norm == "," or any(t.norm in ands for t in gap[:2])
