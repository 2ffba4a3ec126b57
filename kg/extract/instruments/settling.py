"""From mentions to a status: where the article leaves an instrument, and on which day."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from kg.extract.instruments.assertions import Assertion, assertions, dated, elliptic
from kg.extract.instruments.days import anniversary, is_of_inner, is_term
from kg.extract.instruments.grouping import Group
from kg.extract.instruments.lifecycle import CEILING, CITED, REFUSED, rank
from kg.extract.instruments.ranking import farness, is_recent
from kg.extract.instruments.scenes import Scene, scene
from kg.model import Mention, Sentence
from kg.reading import Reading

DAY = 10
HEADED = 4  # tokens that a title may have before "Joint Statement" ("U.S.-Canada Joint Statement")
LEAD = 12
NEAR = 5
BACK, FAR = 2, 10
YEAR = re.compile(r"\b(?:19|20)\d\d$")
WEAKEST, VAGUEST = 9.0, 1.0
CLOSE = 6.0
LATELY = 4
NEWS = ("signed", "agreed", "ratified", "extended", "established", "convened", "terminated", "suspended")
STANDING = {"joint_body": "established", "partnership": "in_force"}
ISSUED, PLAN = "declaration", "action_plan"
DEALS = ("contract", "financing")
DENIED, STANDS = ("not", "deny"), "in_force"
DONE = ("signed", "extended")
UNDONE = ("hope", "will", "wait", "not", "past")


class Settler:
    """Says where one article leaves its instruments; each sentence is prepared once."""

    def __init__(self, reading: Reading, groups: Sequence[Group] = ()) -> None:
        """Take the article's reading and instruments; nothing is prepared yet."""
        self._reading = reading
        self._scenes: dict[int, Scene] = {}
        self._groups = {m.start: g for g in groups for m in g.mentions}
        self._settled: dict[int, Assertion | None] = {}
        self._enumerated: dict[int, int] = {}

    def settle(self, group: Group) -> Assertion | None:
        """Give where the article leaves an instrument; None where it says too little to tell."""
        key = group.mentions[0].start
        if key not in self._settled:
            self._settled[key] = self._settle(group)
        return self._settled[key]

    def enumerated(self, group: Group) -> int:
        """How many of several documents the article was found to name one by one, whatever it calls them."""
        return self._enumerated.get(group.mentions[0].start, 0)

    def _settle(self, group: Group) -> Assertion | None:
        """Give the furthest status that its mentions give an instrument, or what it is if they give none."""
        said = [a for mention in group.mentions for a in self._said(mention)]
        if (issued := self._issued(group)) is not None and not any(a.status == "signed" and a.date and a.modal not in UNDONE for a in said):
            return issued
        farthest = VAGUEST if group.vague else WEAKEST if group.weak else math.inf
        told = [a for a in said if a.status != CITED and a.cost <= farthest and (not group.vague or a.status in DONE)]
        if group.weak and not group.words and not group.countries:
            return None
        if (heading := self._heading(group)) is not None and all(a.cost > CLOSE for a in told):
            return heading
        if not told:
            return self._one_of_several(group) or self._cited(group, said)
        if any(a.status == "extended" and a.modal not in UNDONE for a in told):
            told = [a for a in told if a.status != "terminated"]  # what is renewed had expired before, in whatever order it is told
        if any(a.status == "proposed" and not a.modal for a in told):
            told = [a for a in told if not a.is_draft]  # who offers a document may have written it already
        ceiling = min((rank(CEILING[a.status]) for a in told if a.modal in DENIED and a.status in CEILING), default=rank(REFUSED))
        if all(a.modal == DENIED[1] and a.status != STANDS for a in told):
            return None  # "denied that any treaty was signed", but not that it was cancelled
        plain = [a for a in told if a.modal not in DENIED]  # what is denied only sets a limit, where anything else is told
        best = max((a for a in plain or told if rank(a.status) <= ceiling), default=told[0], key=farness)
        whole = self._one_of_several(group, told=True)
        if whole is not None and whole.status == best.status and not best.date and best.modal not in UNDONE:
            return dated(best, whole.date)
        return whole if whole is not None and rank(whole.status) > rank(best.status) else self._dated(group, best)

    def _issued(self, group: Group) -> Assertion | None:
        """Give what a joint statement is that the title says the text to be: it was issued on the day of publication."""
        first = group.mentions[0]
        title = self._reading.sentence(first)
        if group.type != ISSUED or not title.is_title or any(t.end <= first.start for t in title.tokens[HEADED:]):
            return None
        return Assertion("signed", first.sentence, NEAR, self._reading.article.published, is_title=True)

    def _said(self, mention: Mention) -> Iterator[Assertion]:
        if "inside" in mention.attributes:
            return
        sentence = self._reading.sentence(mention)
        mention = self._lead(sentence, mention)
        yield from assertions(self._reading, self._scene(sentence), mention)
        for following in self._following(sentence, mention):
            if (more := elliptic(self._reading, self._scene(following), mention)) is not None:
                yield more

    def _lead(self, sentence: Sentence, mention: Mention) -> Mention:
        """Give the mention whose head it shares: what is said of the first of "two memoranda, on A and on B" is said of both."""
        lead = mention.attributes.get("lead")
        return next((m for m in self._reading.mentions("instrument", within=sentence) if str(m.start) == lead), mention) if lead else mention

    def _following(self, sentence: Sentence, mention: Mention) -> list[Sentence]:
        """Give the next sentences of the paragraph that begin with a cue, if the mention is the last of its own; up to one that names an instrument."""
        if self._reading.mentions("instrument", within=sentence)[-1] != mention:
            return []
        after = self._reading.sentences[sentence.index + 1 : sentence.index + 4]
        near = takewhile(lambda s: s.paragraph == sentence.paragraph and not self._reading.mentions("instrument", within=s), after)
        return [s for s in near if self._scene(s).cues and self._scene(s).cues[0].first < NEAR]

    def _scene(self, sentence: Sentence) -> Scene:
        if sentence.index not in self._scenes:
            self._scenes[sentence.index] = scene(self._reading, sentence)
        return self._scenes[sentence.index]

    def _dated(self, group: Group, said: Assertion) -> Assertion:
        """Give an act without a date the day in its instrument's name, or, where it is the article's news, the day of the news."""
        if said.date or said.modal in UNDONE:
            own = self._own_date(group) if said.status == "signed" and not said.date else None
            return dated(said, own) if own else said
        if (said.status not in NEWS and not said.is_news) or said.is_cited:
            own = self._own_date(group)
            return dated(said, own) if own and (said.status == "in_force" or said.is_cited) else said
        if (before := self._day_before(said.sentence)) is not None:
            return dated(said, before)
        if said.is_title or said.is_just or said.sentence <= LEAD:
            return self._dated_by_news(said)
        own = self._own_date(group)
        return dated(said, own) if own and said.status == "signed" else said

    def _day_before(self, index: int) -> str | None:
        """Give the last day named before a sentence in its own paragraph: "On 5 May they met. A treaty was signed"."""
        paragraph = self._reading.sentences[index].paragraph
        for sentence in reversed(self._reading.sentences[max(0, index - 3) : index]):
            days = [d.value for d in self._reading.mentions("date", within=sentence)
                    if len(d.value) == DAY and is_recent(d.value, self._reading.article.published)]
            if sentence.paragraph == paragraph and days:
                return days[-1]
        return None

    def _dated_by_news(self, said: Assertion) -> Assertion:
        return said if said.date or not (said.status in NEWS or said.is_news) or said.modal == "will" else dated(said, self._news_day())

    def _news_day(self) -> str | None:
        """Give the first full date among the article's first sentences, else the day it was published."""
        published = self._reading.article.published
        for day in self._reading.mentions("date"):
            if day.sentence <= LEAD and len(day.value) == DAY and is_recent(day.value, published):
                return day.value
        return published

    def _own_date(self, group: Group) -> str | None:
        """Give the date that stands in an instrument's name or right after it: "the agreement of 1971"."""
        for mention in group.mentions:
            sentence = self._reading.sentence(mention)
            for day in self._reading.mentions("date", within=sentence):
                if is_term(self._reading, sentence, day):
                    return None
                if is_of_inner(mention, day):
                    continue
                if mention.start <= day.start <= mention.end + NEAR or 0 <= mention.start - day.end <= 1:
                    return day.value
            if mention.value != PLAN and (year := YEAR.search(self._reading.text(mention.start, mention.end))) is not None:
                return year.group()
        return None

    def _heading(self, group: Group) -> Assertion | None:
        """Give what the line says that a list of documents stands under: "The following memoranda were signed:"."""
        mention = next((m for m in group.mentions if "listed" in m.attributes), None)
        if mention is None:
            return None
        above = self._reading.sentences[int(mention.attributes["listed"])]
        several = [m for m in self._reading.mentions("instrument", within=above) if "plural" in m.attributes or "generic" in m.attributes]
        said = [a for m in several for a in assertions(self._reading, self._scene(above), m) if a.status != CITED]
        if not said and several and (whole := self._whole(group, several[-1])) is not None:
            return replace(whole, sentence=mention.sentence)
        return replace(self._dated_by_news(said[0]), sentence=mention.sentence) if said else None

    def _whole(self, group: Group, heading: Mention) -> Assertion | None:
        """Give where the documents are that a heading without a verb speaks of: "They signed six agreements. The documents:"."""
        near = self._reading.sentences[max(0, heading.sentence - FAR) : heading.sentence]
        before = [m for s in near for m in self._reading.mentions("instrument", within=s) if "plural" in m.attributes]
        known = self._groups.get(before[-1].start) if before else None
        said = self.settle(known) if known is not None and known is not group else None
        return said if said is not None and said.status in DONE else None

    def _one_of_several(self, group: Group, *, told: bool = False) -> Assertion | None:
        """Give where the documents are that one is among: "They signed 13 documents. One of them is a treaty on …".

        Where something is told of the one itself (`told`), only the documents of its own sentence say more, and only of what they enumerate.
        """
        mention = group.mentions[0]
        here = self._reading.sentence(mention)
        among = [here.tokens[m.first].start for m in self._reading.language.phrases("statuses", "among").find(here.tokens)]
        nth = "nth" in mention.attributes
        near = [here] if told and not nth else self._reading.sentences[max(0, here.index - (FAR if nth else BACK)) : here.index + 1]
        whole = [m for s in near if nth or s.paragraph == here.paragraph for m in self._reading.mentions("instrument", within=s)
                 if m.start < mention.start and ("plural" in m.attributes or "generic" in m.attributes)]
        known = self._groups.get(whole[-1].start) if whole else None
        if known is None or known is group or (not nth and not any((whole[-1].end if told else 0) <= start < mention.start for start in among)):
            return None
        said = self.settle(known)
        key = known.mentions[0].start
        self._enumerated[key] = self._enumerated.get(key, 0) + 1
        return replace(said, sentence=mention.sentence) if said is not None and said.status not in (CITED, REFUSED) else None

    def _cited(self, group: Group, said: list[Assertion]) -> Assertion | None:
        """Say what an instrument is of which no act is told: a body or partnership stands, a dated text was signed."""
        first = group.mentions[0]
        if group.plural or group.generic or group.vague or (group.weak and not (said and _is_proper(group))):
            return None
        place = said[0] if said else Assertion(CITED, first.sentence, NEAR)
        if group.type == PLAN and not said and not group.dates and not any("named" in m.attributes for m in group.mentions):
            return None  # "discussed their plans of cooperation"
        if group.type in STANDING:
            stands = group.type == "partnership" or bool(group.words or group.countries or said)
            since = anniversary(self._reading, self._reading.sentences[place.sentence])
            return Assertion(STANDING[group.type], place.sentence, NEAR, since) if stands else None
        return self._older(group, place, told=bool(said))

    def _older(self, group: Group, place: Assertion, *, told: bool) -> Assertion | None:
        """Say what a text is that the article only cites: one with its date was signed, one that is worked under is in force.

        A day of the last weeks is the one on which it was spoken of.
        """
        own = self._own_date(group)
        published = self._reading.article.published
        if own and not (told and published and len(own) == DAY and is_recent(own, published, weeks=LATELY)):
            return Assertion("signed", group.mentions[0].sentence, NEAR, own)
        if ((group.words or len(group.countries) > 1) and group.type not in DEALS) or told or any("named" in m.attributes for m in group.mentions):
            return Assertion("in_force" if told and group.type != ISSUED else "signed", place.sentence, NEAR)
        return None


def _is_proper(group: Group) -> bool:
    """Whether a proper name with words of its own names an instrument: "under the Lima Ocean Framework"."""
    return any(m.rule == "instrument.proper" and "named" in m.attributes for m in group.mentions) and len(group.proper) > 1
