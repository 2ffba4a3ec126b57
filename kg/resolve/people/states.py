"""For which state somebody holds an office that names none: what stands around it decides, else the state that the article speaks from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.gazetteer import country_names, leaders
from kg.matching import tokenize
from kg.model import Mention, Sentence
from kg.reading import Reading
from kg.resolve.parties.home import home

NUMBER = re.compile(r"\d+[.)]\s+")  # of a list: "3. Korea Selatan"
CLOSE = 30  # characters between a country's adjective and the office that it belongs to
ENVOYS = frozenset({"ambassador"})
CHIEFS = frozenset({"head_of_state", "head_of_government", "royal"})
CLAUSE = frozenset({";", ":", '"', "."})
SOLDIERS = frozenset({"military", "other"})


@dataclass(frozen=True, slots=True)
class States:
    """What an article says about whose officials it means without saying so."""

    reading: Reading
    own: str | None
    order: tuple[str, ...]
    ranked: tuple[str, ...]
    candidates: tuple[str, ...]
    sent: tuple[str, str] | None
    sure: bool
    paragraphs: Mapping[int, Sentence]

    @classmethod
    def of(cls, reading: Reading) -> States:
        """Look at the article as a whole: its home, its countries from the most named on, its publisher abroad."""
        paragraphs = {s.paragraph: s for s in reversed(reading.sentences)}
        counts = Counter(c.value for c in reading.mentions("country"))
        own, _ = home(reading)
        first = list(dict.fromkeys(c.value for c in reading.mentions("country")))
        ranked = tuple(sorted(first, key=lambda code: (-counts[code], first.index(code))))
        order = tuple(sorted(ranked[:2], key=first.index))
        speaks = own or (order[0] if order else None)
        places = (p.attributes["country"] for p in reading.mentions("place") if p.attributes.get("country"))
        spoken = reading.language.values("parties", "home", "spoken")
        candidates = tuple(dict.fromkeys((*([speaks] if speaks else ()), *ranked, *places, *spoken)))
        return cls(reading, speaks, order, ranked, candidates, _embassy(reading), own is not None, paragraphs)

    @property
    def other(self) -> str | None:
        """The country named most beside the article's own."""
        return next((code for code in self.order if code != self.own), None)

    def recent(self, post: Mention) -> str | None:
        """The foreign country that the text named last before an office, in its sentence or the one before."""
        for index in (post.sentence, post.sentence - 1):
            named = self.reading.mentions("country", within=self.reading.sentences[index]) if index >= 0 else ()
            if found := [c.value for c in named if c.start < post.start and c.value != self.own]:
                return found[-1]
        return None

    def around(self, post: Mention) -> str | None:
        """The country that the surroundings of an office give it."""
        sentence = self.reading.sentences[post.sentence]
        hints = (self._counterpart(sentence, post), self._delegation(sentence, post), self._adjective(sentence, post), self._lead(sentence, post))
        return next((code for code in hints if code), None)

    def default(self, post: Mention | None) -> str | None:
        """The state of an office that nothing near it gives one; an embassy abroad speaks of its hosts."""
        if self.sent is None or post is None:
            return self.own
        return self.sent[0] if post.value in ENVOYS else self.sent[1]

    def shared(self, post: Mention, order: int) -> str | None:
        """The country of one of several holders: "Presidents A and B", in the order in which the sentence or the article names two."""
        near = list(dict.fromkeys(c.value for c in self.reading.mentions("country", within=self.reading.sentence(post)) if c.start < post.start))
        pair = near if len(near) == 2 else list(self.order)  # noqa: PLR2004
        return pair[order] if order < len(pair) else None

    def heading(self, post: Mention) -> list[str]:
        """The countries that the paragraph begins with, as a digest does: "FIJI / INDIA. …"."""
        paragraph = self.reading.sentences[post.sentence].paragraph
        first = self.paragraphs.get(paragraph)
        if first is None or first.index == 0:
            return []
        countries = self.reading.mentions("country", within=first)
        number = NUMBER.match(self.reading.text(first.start, first.end))
        start = first.start + (number.end() if number else 0)
        if not countries or countries[0].start != start:
            return []
        is_heading = bool(number) or self.reading.text(start, countries[0].end).isupper()
        return list(dict.fromkeys(c.value for c in countries)) if is_heading else []

    def _counterpart(self, sentence: Sentence, post: Mention) -> str | None:
        """As in "His Ghanaian colleague, Commodore …"."""
        tokens = [t for t in sentence.tokens if t.end <= post.start]
        matches = list(self.reading.language.phrases("people", "counterpart").find(tokens))
        if not matches or post.start - tokens[matches[-1].last - 1].end > 3:  # noqa: PLR2004
            return None
        start = tokens[matches[-1].first].start
        return next((c.value for c in reversed(self.reading.mentions("country", within=sentence)) if start - 3 <= c.end and c.end <= post.start), None)

    def _delegation(self, sentence: Sentence, post: Mention) -> str | None:
        """As in "Delegasi Maroko dipimpin Wakil Ketua …", "from the Chinese side"."""
        words = list(self.reading.language.phrases("people", "delegation").find(sentence.tokens))
        spans = [(sentence.tokens[m.first].start, sentence.tokens[m.last - 1].end) for m in words]
        sides = [c for c in self.reading.mentions("country", within=sentence) if c.end <= post.start and any(_touch(c, s) for s in spans)]
        return sides[-1].value if sides else None

    def _adjective(self, sentence: Sentence, post: Mention) -> str | None:
        """«Индийскую роту привёл полковник …»."""
        if post.value not in SOLDIERS:
            return None
        near = (c for c in self.reading.mentions("country", within=sentence) if c.attributes.get("form") == "adjective" and 0 <= post.start - c.end <= CLOSE)
        return next((c.value for c in reversed(list(near))), None)

    def _lead(self, sentence: Sentence, post: Mention) -> str | None:
        """The country that a sentence begins with: "In Gabon, Mr. Finer met with President …"."""
        locative = self.reading.language.phrases("places", "locative")
        if len(sentence.tokens) < 2 or locative.at(sentence.tokens, 0) is None:  # noqa: PLR2004
            return None
        start = sentence.tokens[1].start
        named = (m.value if m.kind == "country" else m.attributes.get("country") for m in self.reading.mentions("country", "place", within=sentence)
                 if m.start == start and m.start < post.start)
        return next((code for code in named if code), None)


def _touch(country: Mention, span: tuple[int, int]) -> bool:
    return country.start - span[1] in (0, 1) or span[0] - country.end in (0, 1)


def _embassy(reading: Reading) -> tuple[str, str] | None:
    """The two countries of a mission that publishes: the one that sends it and the one that it is in."""
    found = list(dict.fromkeys(_named(reading, reading.article.publisher or "")))
    return (found[0], found[1]) if len(found) == 2 else None  # noqa: PLR2004


def _named(reading: Reading, text: str) -> Iterator[str]:
    return (m.value.code for m in country_names(reading.article.lang).find(tokenize(text)))


def leader(name: str) -> str | None:
    """The country of a leader whom everybody knows."""
    return next((m.value for m in leaders().find(tokenize(name))), None)


def heirs(posts: Sequence[Mention | None], countries: Sequence[str | None], reading: Reading, number: int) -> str | None:
    """The country of the official named right before in a list, of another office: "Menteri Perdagangan AS X dan Wakil Menteri Keuangan Y"."""
    post = posts[number]
    if post is None or number == 0:
        return None
    before, country = posts[number - 1], countries[number - 1]
    if before is None or country is None or before.sentence != post.sentence or _same_office(before, post):
        return None
    between = [t for t in reading.sentences[post.sentence].tokens if before.end <= t.start and t.end <= post.start]
    if not between or any(t.norm in CLAUSE for t in between):
        return None
    last = between[-1]
    joint, listed = reading.language.phrases("people", "joint"), reading.language.phrases("people", "listed")
    return country if last.norm == "," or joint.at([last], 0) is not None or any(m.last == len(between) for m in listed.find(between)) else None


def _same_office(one: Mention, other: Mention) -> bool:
    """Whether two offices may be those of two states: of one rank and portfolio, or both a chief's."""
    if one.value in CHIEFS and other.value in CHIEFS:
        return True
    return one.value == other.value and one.attributes.get("portfolio") == other.attributes.get("portfolio")
