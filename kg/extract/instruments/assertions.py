"""What one mention of an instrument says of its status: the cue that governs it in its clause, and the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.extract.instruments.cues import WILLED, Cue
from kg.extract.instruments.days import UNDATED, anniversary, day_of, is_by_the_way, is_to_come
from kg.extract.instruments.lifecycle import CITED, status
from kg.extract.instruments.scenes import LIST_GAP, Scene, is_joined, nearest_of_list, tokens_of
from kg.model import Mention
from kg.reading import Reading

PER_WORD = 0.4
WRONG_SIDE = {"right": 12.0, "left": 7.0, "either": 0.0}
WEAK = {"cited": 3.0, "drafted": 0.6, "proposed": 0.5, "agreed": 0.5, "finished": 0.5, "refused": 1.0}
LIMIT = 26.0
NEXT = 6
BETWEEN = 6.0
PER_ITEM = 0.4
LATER = ("ratified", "in_force", "extended", "suspended", "terminated")
OVER = ("signed", "agreed")
FARTHEST, NEAR = 14.0, 8.0
NEAREST = {"joint_body": {"agreed": 8.0}, "partnership": {"proposed": 1.5, "in_force": 5.0, "agreed": 5.0, "terminated": 5.0, "suspended": 5.0}}
BEFORE = ("signed", "in_force", "established")  # what stands while a further act is only agreed
GOVERNED, JUST = 3, 3
OPENING, BESIDE = 3, 3
JUBILEE = ("signed", "in_force", "established")
MONEY = "financing"
FATE, AFTERWARDS = 8, ("not", "will", "wait")
FATES = {"negotiating": "talk", "drafted": "talk", "proposed": "hope", "agreed": "agree"}
FOUNDED = ("joint_body", "partnership")
ELLIPTIC = ("signed", "ratified", "terminated", "extended", "in_force", "suspended", "convened")


@dataclass(frozen=True, slots=True)
class Assertion:
    """A status of an instrument as one sentence says it."""

    status: str
    sentence: int
    cost: float
    date: str | None = None
    modal: str = ""
    is_title: bool = False
    is_news: bool = False
    is_just: bool = False
    is_draft: bool = False
    is_cited: bool = False


def assertions(reading: Reading, scene: Scene, mention: Mention) -> tuple[Assertion, ...]:
    """Give what the sentence says of this mention: its governing cue, and later acts ("signed in 2019, has been ratified")."""
    first, last = tokens_of(scene.sentence, mention)
    if (act := _governing_act(reading, scene, first)) is not None:
        act = replace(act, modal=act.modal or _fate(reading, scene, last))
        if meant := status(mention.value, act.status, act.modal):
            return (_assert(reading, replace(scene, cues=(act,)), mention, (_cost(scene, act, first, last), act, meant)),)
    weighed = [(cost, cue, meant) for cue in scene.cues if (meant := _meant(reading, scene, cue, mention))
               and (cost := _cost(scene, cue, first, last)) < NEAREST.get(mention.value, {}).get(meant, LIMIT)]
    takers = [] if "weak" in mention.attributes else [c for c in scene.cues if _takes(c, first)]
    weighed = [w for w in weighed if not _is_of_other_thing(mention, w[1], last) and not _is_parted(w[1], takers, first)]
    weighed = [w for w in weighed if w[1].status != "in_force" or not _is_planned(reading, scene, first)]
    weighed.sort(key=lambda w: (not _is_talked_of(w[1], first), w[0], w[1].first))
    reach = min((start for start, _ in scene.names if start >= last), default=len(scene.sentence.tokens))
    # "signed a treaty on wheat and renewed the memorandum on visas, which had expired": what follows another name is said of that one.
    weighed[1:] = [w for w in weighed[1:] if w[1].first < reach]
    if weighed and weighed[0][2] == "negotiating":
        return tuple(_assert(reading, scene, mention, w) for w in _ended(weighed, last) or weighed[:1])
    told = weighed[0][2] if weighed else ""
    later = [w for w in weighed[1:] if w[1].side != "right" and w[1].first >= last and w[0] < FARTHEST and _follows(told, w)]
    return tuple(_assert(reading, scene, mention, w) for w in (*weighed[:1], *later))


def _governing_act(reading: Reading, scene: Scene, first: int) -> Cue | None:
    """Give the noun of an act right before a name: what is told after it is told of the act, "ratification of the treaty was discussed"."""
    near = (c for c in scene.cues if c.side == "right" and c.last <= first <= c.last + BESIDE and _act(reading, scene, c)
            and not any(c.last <= other.first < first for other in scene.cues))
    return next(near, None)


def _fate(reading: Reading, scene: Scene, last: int) -> str:
    """Say what becomes of an act, by the words after its instrument: "is under way", "was discussed", «состоится»."""
    modals = reading.language.phrases("statuses", "modal")
    end = min(last + FATE, len(scene.sentence.tokens))
    for position in range(last, end):
        if scene.bounds.between(last, position + 1) > 0:
            break
        match = modals.at(scene.sentence.tokens, position)
        if match is not None and match.value in AFTERWARDS:
            return match.value
    told = next((c for c in scene.cues if c.side != "right" and last <= c.first < end and scene.bounds.between(last, c.first + 1) == 0), None)
    return FATES.get(told.status, told.modal) if told else ""


def _meant(reading: Reading, scene: Scene, cue: Cue, mention: Mention) -> str:
    """Say what a cue means for this instrument; a loan that is not known yet is extended to somebody, not for longer."""
    lent = mention.value == MONEY and cue.status == "extended" and cue.side == "right" and "definite" not in mention.attributes
    lends = lent and reading.language.phrases("statuses", "lend").at(scene.sentence.tokens, cue.first) is not None
    if cue.status == "negotiating" and cue.modal in WILLED and scene.finishes:
        return status(mention.value, cue.status, "")  # talks hoped to be over are under way
    founds = cue.status == "established" and not cue.modal and mention.value not in FOUNDED
    if founds and reading.language.phrases("statuses", "founding").at(scene.sentence.tokens, cue.first) is not None:
        return ""
    return status(mention.value, "agreed" if lends else cue.status, cue.modal)


def _is_of_other_thing(mention: Mention, cue: Cue, last: int) -> bool:
    """Whether a verb after a document says what it founds: "the agreement with Kenya established a mechanism"."""
    return cue.side == "right" and cue.status == "established" and cue.first >= last and mention.value not in FOUNDED


def _is_talked_of(cue: Cue, first: int) -> bool:
    """Whether talks stand right before what they are about: what is told then is told of the talks, "talks on the treaty were launched"."""
    return cue.status == "negotiating" and cue.side == "right" and cue.last <= first <= cue.last + BESIDE


def _is_planned(reading: Reading, scene: Scene, first: int) -> bool:
    """Whether the noun of a plan stands right before an instrument: what goes ahead is the plan, "rencana perjanjian itu tetap berjalan"."""
    plans = reading.language.phrases("statuses", "plan")
    return any(match.last == first for match in plans.find(scene.sentence.tokens[:first]))


def _takes(cue: Cue, first: int) -> bool:
    """Whether a word right before an instrument only cites it: "under the treaty", "to implement the memorandum"."""
    return cue.status == CITED and cue.side == "right" and cue.last <= first <= cue.last + GOVERNED


def _is_parted(cue: Cue, takers: Sequence[Cue], first: int) -> bool:
    """Whether another word takes the instrument of a verb before it: what is "agreed to be implemented under the treaty" is not the treaty."""
    return cue.side == "right" and cue.status != CITED and cue.last <= first and any(cue.last <= c.first for c in takers)


def _follows(told: str, later: tuple[float, Cue, str]) -> bool:
    """Whether an act told after another adds to it: the same with its day, a later one, or, right there, when a cited text was signed."""
    cost, cue, meant = later
    if told == "signed" and cue.status == "extended" and cue.modal == "hope":
        return False  # "signed for five years with the possibility of extension"
    if told == CITED and meant == "signed":
        return cost < BETWEEN
    return meant == told or (meant in LATER and not (told == "extended" and meant == "terminated"))


def _ended(weighed: Sequence[tuple[float, Cue, str]], last: int) -> tuple[tuple[float, Cue, str], ...]:
    """Give the cue that says that talks are over: "negotiations on the treaty were concluded" leave it agreed, not signed."""
    ends = (w for w in weighed[1:] if w[1].side != "right" and w[1].first >= last and w[2] in OVER and not w[1].modal and w[0] < NEAR)
    return tuple((cost, replace(cue, status="agreed"), "agreed") for cost, cue, _ in ends)[:1]


def _assert(reading: Reading, scene: Scene, mention: Mention, weighed: tuple[float, Cue, str]) -> Assertion:
    cost, cue, meant = weighed
    day = anniversary(reading, scene.sentence) if meant in JUBILEE else None
    cited = is_by_the_way(reading, scene, cue, mention)
    day = day or day_of(reading, scene, cue, meant, mention)
    if day is not None and is_to_come(reading, day):
        meant = meant if cue.status == "terminated" and cue.side != "left" else status(mention.value, cue.status, "will") or meant
        return Assertion(meant, scene.sentence.index, cost, None, "will", scene.sentence.is_title)
    modal = "will" if cue.modal == "agree" and meant != cue.status and meant in BEFORE else cue.modal
    day = None if modal == "will" and cue.modal == "agree" else day
    is_news = cue.status == "established" and meant not in UNDATED
    is_draft = cue.status == "drafted" and not modal
    return Assertion(meant, scene.sentence.index, cost, day, modal, scene.sentence.is_title, is_news, _is_just(reading, scene, cue), is_draft, cited)


def _is_just(reading: Reading, scene: Scene, cue: Cue) -> bool:
    """Whether an act was done a moment ago: "the treaty we have just signed", «подписанное только что»."""
    near = scene.sentence.tokens[max(0, cue.first - JUST) : cue.last + JUST]
    return any(True for _ in reading.language.phrases("statuses", "just").find(near))


def elliptic(reading: Reading, scene: Scene, mention: Mention) -> Assertion | None:
    """Give what a sentence that begins with a cue says of the instrument named in the one before: "Ratified unanimously"."""
    first = scene.cues[0].first if scene.cues else OPENING
    opens = first == 0 or (first == 1 and scene.sentence.tokens[0].norm in reading.language.values("statuses", "article", "words"))
    if opens and (named := _act(reading, scene, scene.cues[0])):
        return _acted(reading, scene, mention, named)
    for cue in scene.cues if scene.sentence.tokens[-1].norm != "?" else ():
        meant = status(mention.value, cue.status, cue.modal)
        alone = cue.first <= 1 or cue.last - cue.first > 1  # "Ratified in May", "They disbanded it", not "the sides denounced the attacks"
        if cue.first < OPENING and alone and cue.side != "right" and meant in ELLIPTIC:
            day = day_of(reading, scene, cue, meant, None)
            return Assertion(meant, scene.sentence.index, NEXT, day, cue.modal, scene.sentence.is_title)
    return None


def _act(reading: Reading, scene: Scene, cue: Cue) -> Cue | None:
    """Give a cue that is the noun of an act: "The signing took place on Tuesday", «Подписание состоялось»."""
    acts = reading.language.phrases("statuses", "act")
    return cue if any(acts.at(scene.sentence.tokens, i) is not None for i in range(cue.first, cue.last)) else None


def _acted(reading: Reading, scene: Scene, mention: Mention, cue: Cue) -> Assertion | None:
    """Give the act that a noun names, if its sentence tells a day that has been."""
    meant = status(mention.value, cue.status, cue.modal)
    day = day_of(reading, scene, cue, meant, None) if meant in ELLIPTIC else None
    told = day is not None and not is_to_come(reading, day)
    return Assertion(meant, scene.sentence.index, NEXT, day, cue.modal, scene.sentence.is_title) if told else None


def _cost(scene: Scene, cue: Cue, first: int, last: int) -> float:
    """How far a cue is from an instrument: words, boundaries, and the price of standing on the wrong side; one of a list is as far as its nearest."""
    before = cue.last <= first
    start, end, items = nearest_of_list(scene, cue, first, last)
    words = start - cue.last if before else max(0, cue.first - end)
    bounds = scene.bounds.between(cue.last, start) if before else scene.bounds.between(end, cue.first)
    wrong = (cue.side == "left") if before else (cue.side == "right")
    bounds += BETWEEN * (_others(scene, cue.last, start) if before else _others(scene, end, cue.first) + _is_of_the_next(scene, end, cue)) + PER_ITEM * items
    return PER_WORD * words + bounds + (WRONG_SIDE[cue.side] if wrong else 0.0) + WEAK.get(cue.status, 0.0)


def _is_of_the_next(scene: Scene, end: int, cue: Cue) -> bool:
    """Whether another name, that no list joins to this one, stands right before a cue: "the loan followed an exchange of notes signed in May"."""
    near = [start for start, last in scene.names if end < start and last == cue.first]
    return bool(near) and not is_joined(scene, end, near[0])


def _others(scene: Scene, start: int, end: int) -> int:
    """How many other instruments stand between a cue and a name, outside a list: "the treaty builds on the accord, signed in 1996"."""
    between = [n for n in scene.names if start <= n[0] and n[1] <= end]
    edges = [*between, (end, end)]
    return sum(1 for (_, last), (following, _) in pairwise(edges)
               if following - last > LIST_GAP or any(last <= c.first < following and c.side == "right" for c in scene.cues))


def dated(said: Assertion, day: str | None) -> Assertion:
    """Give the same assertion with another day."""
    return replace(said, date=day)
