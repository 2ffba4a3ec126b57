"""An article being read: its language, its sentences, and the mentions found in them so far.

`Reading` is what every finder (`mention/`), resolver (`resolve/`) and extractor (`extract/`) is given. Finders run in a
fixed order and see what earlier ones found. `Cast` is what the resolvers make of the mentions: who and what the
article is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from kg.languages import Language
from kg.model import Article, Entity, Evidence, Mention, Sentence, Token, digest


@dataclass(slots=True)
class Reading:
    """One article with its sentences (noise left out) and mentions; mentions are sorted by place."""

    article: Article
    language: Language
    sentences: tuple[Sentence, ...]
    _mentions: dict[str, tuple[Mention, ...]] = field(default_factory=dict)
    _by_sentence: dict[str, dict[int, list[Mention]]] = field(default_factory=dict)

    def add(self, mentions: Iterable[Mention]) -> None:
        """Take in what a finder found, each mention once."""
        by_kind: dict[str, list[Mention]] = {}
        for mention in mentions:
            by_kind.setdefault(mention.kind, []).append(mention)
        for kind, found in by_kind.items():
            kept = {*self._mentions.get(kind, ()), *found}
            self._mentions[kind] = tuple(sorted(kept, key=lambda m: (m.start, m.end, m.value, m.rule)))
            self._by_sentence[kind] = {}
            for mention in self._mentions[kind]:
                self._by_sentence[kind].setdefault(mention.sentence, []).append(mention)

    def mentions(self, *kinds: str, within: Sentence | None = None) -> tuple[Mention, ...]:
        """Mentions of these kinds, in the order of the text; in one sentence or in all."""
        found = [m for kind in kinds for m in self._of(kind, within)]
        return tuple(sorted(found, key=lambda m: (m.start, -m.end, m.kind))) if len(kinds) > 1 else tuple(found)

    def _of(self, kind: str, within: Sentence | None) -> Iterable[Mention]:
        if within is None:
            return self._mentions.get(kind, ())
        return self._by_sentence.get(kind, {}).get(within.index, ())

    def sentence(self, mention: Mention) -> Sentence:
        """The sentence that a mention stands in."""
        return self.sentences[mention.sentence]

    def evidence(self, sentence: Sentence | int) -> Evidence:
        """The sentence as the proof of a statement."""
        s = self.sentences[sentence] if isinstance(sentence, int) else sentence
        return Evidence(s.start, s.end, self.article.text[s.start : s.end], s.index)

    def text(self, start: int, end: int) -> str:
        """A stretch of the article."""
        return self.article.text[start:end]

    def entity(self, kind: str, *parts: str) -> Entity:
        """An entity of this article, named by its content."""
        return Entity(kind, f"{self.article.key}/{kind.lower()}/{digest(kind, *parts)}")


@dataclass(frozen=True, slots=True)
class Organization:
    """A body that the article is about; `implied` where only somebody's office names it."""

    entity: Entity
    name: str
    type: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    implied: bool = False
    mentions: tuple[Mention, ...] = ()
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who acts or speaks in the article: name, wording of the office (`role`) and whether it is left (`former`), rank, country, employer."""

    entity: Entity
    name: str
    rank: str = "other"
    aliases: tuple[str, ...] = ()
    role: str | None = None
    country: str | None = None
    organization: Entity | None = None
    mentions: tuple[Mention, ...] = ()
    role_sentence: int | None = None
    rule: str = ""
    confidence: float = 1.0
    former: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """A country that acts in the article, with the sentences that show it."""

    code: str
    sentences: tuple[int, ...]
    rule: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says in one sentence: word for word (`direct`) or as the article reports it (`reported`)."""

    person: Person
    sentence: int
    paragraph: int
    mode: str
    content: str


@dataclass(slots=True)
class Cast:
    """Who and what the article is about, as resolved; resolvers fill it in a fixed order."""

    parties: tuple[Party, ...] = ()
    organizations: tuple[Organization, ...] = ()
    people: tuple[Person, ...] = ()
    sayings: tuple[Saying, ...] = ()

    def people_in(self, sentence: Sentence) -> tuple[Person, ...]:
        """The people mentioned in a sentence, in the order of the text."""
        found = [(min(m.start for m in p.mentions if m.sentence == sentence.index), p) for p in self.people
                 if any(m.sentence == sentence.index for m in p.mentions)]
        return tuple(person for _, person in sorted(found, key=lambda pair: pair[0]))

    def speaker(self, sentence: Sentence | int) -> Person | None:
        """Who speaks in a sentence."""
        index = sentence if isinstance(sentence, int) else sentence.index
        return next((saying.person for saying in self.sayings if saying.sentence == index), None)

    @property
    def codes(self) -> tuple[str, ...]:
        """The parties' country codes, in the order of the text."""
        return tuple(party.code for party in self.parties)


Finder = Callable[[Reading], Iterator[Mention]]
Resolver = Callable[[Reading, Cast], None]


def tokens_between(sentence: Sentence, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of a sentence that lie within a stretch of text."""
    return tuple(t for t in sentence.tokens if t.start >= start and t.end <= end)
