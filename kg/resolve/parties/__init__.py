"""Says which countries act in an article: meet, sign, agree, offer, receive; not those only talked about.

Every mention of a country is weighed by what stands around it (`evidence`), and so are the officials beside whom none
stands (`officials`); the state that the article speaks from is weighed by its own unnamed institutions (`home`). Those with
enough weight are the parties, if there are at least two, or one and a body of many states.
"""

from __future__ import annotations

from kg.model import Sentence
from kg.reading import Cast, Reading
from kg.resolve.parties.evidence import Scene, scenes, signs
from kg.resolve.parties.home import home, home_signs
from kg.resolve.parties.officials import official_signs
from kg.resolve.parties.prominent import prominent
from kg.resolve.parties.tally import TWO, Tally

SURE_HOME = 1.1  # hints that make the home state a party beside two others
SPORT = 3  # sentences with words of a match


def resolve(reading: Reading, cast: Cast) -> None:
    """Add the parties to the cast."""
    if not reading.language.table("parties"):
        cast.parties = prominent(reading)
        return
    views = list(scenes(reading))
    found = [s for scene in views for s in signs(scene)]
    named = {s.code for s in found if s.state}
    found += [s for s in official_signs(cast, views) if s.code not in named]
    tally = Tally(found)
    code, hints = home(reading)
    if code and (len(tally.parties()) < TWO or hints >= SURE_HOME or code in tally.parties()):
        tally = Tally([*found, *home_signs(reading, code, views)])
    chosen = tally.parties()
    if len(chosen) < TWO and _speaks_of_both(reading):
        chosen = tally.strongest()
    if (len(chosen) >= TWO or _has_counterpart(reading, views)) and not _is_match(reading):
        cast.parties = tuple(tally.party(c) for c in chosen)


def _speaks_of_both(reading: Reading) -> bool:
    """Whether the article says "both countries", so that two of them must act."""
    both = reading.language.phrases("parties", "both")
    return any(m.value == "states" for s in reading.sentences for m in both.find(s.tokens))


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
