"""The day of a status: which of a sentence's dates belongs to the act that a cue names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.instruments.cues import Cue
from kg.extract.instruments.scenes import Scene, tokens_of
from kg.mention.events.clause import word
from kg.model import Mention, Sentence
from kg.reading import Reading

PER_WORD_TO_DATE = 0.25
DATE_LIMIT = 30.0
OWN_DATE = 8.0
ACTS = ("signed", "ratified", "in_force", "extended", "suspended", "terminated", "established")
VAGUE = {4: 2.0, 7: 1.0}
COUNT = re.compile(r"\d+")
DONE_ONCE = ("signed", "agreed", "ratified", "extended", "convened")
UNDATED = ("proposed", "negotiating", "refused")
STILL_TO_COME = ("hope", "will", "wait", "not")
LONGEST_LIFE, TERM = 200, 5
INNER, BESIDE = 1, 3


def anniversary(reading: Reading, sentence: Sentence) -> str | None:
    """Give the year that a sentence counts from: "25 years since the signing", "60-летие", read in the year of publication."""
    published = reading.article.published
    since, numbers = reading.language.phrases("statuses", "anniversary"), reading.language.phrases("instruments", "number")
    for match in since.find(sentence.tokens) if published else ():
        near = sentence.tokens[max(0, match.first - 2) : match.last]
        if any(True for _ in reading.language.phrases("statuses", "term").find(sentence.tokens[max(0, match.first - TERM) : match.first])):
            continue  # "valid for three years after it is signed"
        said = [m.value for m in numbers.find(near)] + [d.group() for t in near if (d := COUNT.match(t.norm))]
        if published and (years := next((int(n) for n in said if n.isdigit() and int(n) < LONGEST_LIFE), 0)):
            return str(int(published[:4]) - years)
    return None


def is_to_come(reading: Reading, day: str) -> bool:
    """Whether a date lies after the day of publication."""
    published = reading.article.published
    return published is not None and day[: len(published)] > published[: len(day)]


def is_by_the_way(reading: Reading, scene: Scene, cue: Cue, mention: Mention | None) -> bool:
    """Whether a participle right after a name only says which document is meant: "approved the memorandum signed between Ghana and Peru"."""
    if mention is None or scene.sentence.is_title or tokens_of(scene.sentence, mention)[1] != cue.first:
        return False
    return word(reading.language, scene.sentence, "relative", "after_name", cue.first) is not None


def day_of(reading: Reading, scene: Scene, cue: Cue, meant: str, mention: Mention | None) -> str | None:
    """Give the date nearest to the cue; one that belongs to the name itself only if there is no other."""
    if cue.modal in STILL_TO_COME or meant in UNDATED:
        return None
    if mention is not None and (own := _gapped(reading, scene, cue, mention)):
        return own
    weighed = sorted(_dates(reading, scene, cue, meant, mention))
    return weighed[0][1] if weighed and weighed[0][0] < DATE_LIMIT else None


def _gapped(reading: Reading, scene: Scene, cue: Cue, mention: Mention) -> str | None:
    """Give the day right after a name that shares its verb with one before it: "signed a treaty in 1996 and a protocol in 2001"."""
    first, last = tokens_of(scene.sentence, mention)
    if not any(cue.last <= start and end <= first for start, end in scene.names):
        return None
    for day in reading.mentions("date", within=scene.sentence):
        start, _ = tokens_of(scene.sentence, day)
        between = scene.sentence.tokens[last:start] if start >= last else ()
        near = last <= start and len(between) <= BESIDE and not any(t.norm == "," for t in between)
        if near and not is_term(reading, scene.sentence, day) and not any(last <= c.first < start for c in scene.cues):
            return day.value
    return None


def _dates(reading: Reading, scene: Scene, cue: Cue, meant: str, mention: Mention | None) -> Iterator[tuple[float, str]]:
    cited = is_by_the_way(reading, scene, cue, mention)
    for day in reading.mentions("date", within=scene.sentence):
        if cited and mention is not None and day.end <= mention.start:
            continue
        span = tokens_of(scene.sentence, day)
        cost = _distance(scene, cue, span)
        since = meant in DONE_ONCE and _is_since(reading, scene.sentence, span)
        taken = any((far := _distance(scene, other, span)) < cost or (far == cost and span[0] < cue.first) for other in scene.cues
                    if (since or other.status in ACTS) and other.first != cue.first and other.last <= span[0])
        own = mention is not None and mention.start <= day.start < mention.end
        inner = own and mention is not None and is_of_inner(mention, day)
        if not (taken or inner or is_term(reading, scene.sentence, day) or _is_of_a_noun(reading, scene.sentence, span)):
            yield cost + (OWN_DATE if own else 0.0) + VAGUE.get(len(day.value), 0.0), day.value


def _distance(scene: Scene, cue: Cue, day: tuple[int, int]) -> float:
    """How far a date is from a cue; a date after an act ("signed in 2019") goes to the act that stands nearest."""
    low, high = (cue.last, day[0]) if day[0] >= cue.last else (day[1], cue.first)
    return PER_WORD_TO_DATE * max(0, high - low) + scene.bounds.between(low, high)


def is_of_inner(mention: Mention, day: Mention) -> bool:
    """Whether a date belongs to an instrument that stands in another's name: "a protocol to the agreement of 1996"."""
    inner = mention.attributes.get("inner")
    return inner is not None and int(inner) < day.start <= mention.end + INNER


def is_term(reading: Reading, sentence: Sentence, day: Mention) -> bool:
    """Whether a date is when something will end or what it is for ("until 2027", "на 2025–2027 годы"), not when it was done."""
    before = [t for t in sentence.tokens if t.end <= day.start][-1:]
    return "period" in day.attributes or bool(before and reading.language.phrases("statuses", "term").at(before, 0))


def _is_of_a_noun(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether a date stands between an article and a noun: "the April 2022 visit" says when they visited, not when they signed."""
    article = sentence.tokens[max(0, span[0] - 1) : span[0]]
    after = sentence.tokens[span[1] : span[1] + 1]
    return bool(article) and article[0].norm in reading.language.values("statuses", "article", "words") and bool(after and after[0].text.isalpha())


def _is_since(reading: Reading, sentence: Sentence, span: tuple[int, int]) -> bool:
    """Whether something began on a date and went on: "negotiated since 2021" says not when it was signed."""
    since = reading.language.phrases("statuses", "since")
    return span[0] > 0 and since.at(sentence.tokens, span[0] - 1) is not None
