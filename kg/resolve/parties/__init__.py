"""Says which countries act in an article: meet, sign, agree, offer, receive; not those only talked about.

Every mention of a country is weighed by what stands around it (`evidence`); the state that the article speaks from is
weighed by its own unnamed institutions (`home`). Those with enough weight are the parties, if there are at least two,
or one and a body of many states.
"""

from __future__ import annotations

from collections import defaultdict

from kg.model import Sentence
from kg.reading import Cast, Party, Reading
from kg.resolve.parties.evidence import Scene, Sign, scenes, signs
from kg.resolve.parties.home import home, home_signs

ENOUGH = 1.3  # points that make a party
SHARE = 0.25  # of the points of the strongest party
MOST_OF_ONE_SENTENCE = 5.0
SURE_HOME = 1.5  # hints that make the home state a party beside two others
TWO = 2
SPORT = 3  # sentences with words of a match
BEST = 3  # sentences kept as evidence




def resolve(reading: Reading, cast: Cast) -> None:
    """Add the parties to the cast."""
    views = list(scenes(reading))
    found = [s for scene in views for s in signs(scene)]
    parties = _parties(found)
    code, hints = home(reading)
    if code and (len(parties) < TWO or hints >= SURE_HOME or code in {p.code for p in parties}):
        found += home_signs(reading, code, views)
        parties = _parties(found)
    together = len(parties) >= TWO or _has_counterpart(reading, views)
    cast.parties = tuple(parties) if together and not _is_match(reading) else ()


def _parties(found: list[Sign]) -> list[Party]:
    """The countries with enough evidence, in the order of the text."""
    best: dict[str, dict[int, Sign]] = defaultdict(dict)
    for sign in found:
        old = best[sign.code].get(sign.sentence)
        if old is None or old.points < sign.points:
            best[sign.code][sign.sentence] = sign
    totals = {code: sum(min(s.points, MOST_OF_ONE_SENTENCE) for s in by.values()) for code, by in best.items()}
    states = {s.code for s in found if s.state}

    least = max(ENOUGH, SHARE * max(totals.values(), default=0.0))
    kept = [code for code in totals if totals[code] >= least and code in states]
    return [_party(code, list(best[code].values()), totals[code]) for code in kept]


def _party(code: str, found: list[Sign], total: float) -> Party:
    strongest = sorted(found, key=lambda s: (-s.points, s.sentence))[:BEST]
    return Party(code, tuple(sorted(s.sentence for s in strongest)), strongest[0].rule, round(min(0.99, 0.5 + total / 20), 2))


def _is_match(reading: Reading) -> bool:
    """Whether the article is about sport, where countries play and do not act."""
    words = reading.language.phrases("parties", "sport")
    return sum(any(words.find(s.tokens)) for s in reading.sentences) >= SPORT


def _has_counterpart(reading: Reading, views: list[Scene]) -> bool:
    """Whether a body of many states does something together with the one country."""
    bodies = reading.language.phrases("parties", "counterpart")
    return any(scene.together and any(bodies.find(scene.tokens)) for scene in views)


def parties_in(reading: Reading, cast: Cast, sentence: Sentence) -> tuple[str, ...]:
    """Give the parties that act in a sentence: those it names, or all of them where it says "both countries"; else none."""
    named = {m.value for m in reading.mentions("country", within=sentence)}
    found = tuple(code for code in cast.codes if code in named)
    both = any(reading.language.phrases("parties", "both").find(sentence.tokens))
    return cast.codes if both and len(found) < TWO else found
