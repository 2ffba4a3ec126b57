"""What each sentence shows: who is in it, which parties, whether somebody speaks it. Looked up once for the whole article."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.dates import DAY
from kg.model import Sentence
from kg.reading import Cast, Person, Reading


@dataclass(slots=True)
class Scenes:
    """The sentences of an article with their people and parties."""

    reading: Reading
    cast: Cast
    _people: Mapping[int, tuple[Person, ...]] = field(init=False)
    _bodies: Mapping[int, set[str | None]] = field(init=False)
    _spoken: Mapping[int, set[str]] = field(init=False)
    centre: str | None = field(init=False)
    today: str | None = field(init=False)

    def __post_init__(self) -> None:
        """Sort the people, the bodies and the sayings of the article by sentence."""
        starts: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, person in enumerate(self.cast.people):
            for mention in person.mentions:
                starts[mention.sentence].append((mention.start, number))
        self._people = {i: distinct(self.cast.people[n] for _, n in sorted(found)) for i, found in starts.items()}
        bodies: dict[int, set[str | None]] = defaultdict(set)
        for body in self.cast.organizations:
            for mention in body.mentions:
                bodies[mention.sentence].add(body.country)
        self._bodies = bodies
        spoken: dict[int, set[str]] = defaultdict(set)
        for saying in self.cast.sayings:
            spoken[saying.sentence].add(saying.mode)
        self._spoken = spoken
        self.centre = self._most_named()
        days = (m.value for m in self.reading.mentions("date") if len(m.value) == DAY and "future" not in m.attributes)
        self.today = self.reading.article.published or next(days, None)  # unpublished: the first day that it names

    def _most_named(self) -> str | None:
        """The party that most sentences name: the one that all others deal with."""
        named = Counter(code for sentence in self.reading.sentences for code in self.parties(sentence.index))
        return max(self.cast.codes, key=lambda code: named[code], default=None)

    def people(self, sentence: int) -> tuple[Person, ...]:
        """The people whom a sentence names, in the order of the text."""
        return self._people.get(sentence, ())

    def parties(self, sentence: int) -> tuple[str, ...]:
        """The parties of the article that a sentence names, by themselves, by their people or their bodies."""
        named = {m.value for m in self.reading.mentions("country", within=self.reading.sentences[sentence])}
        acting = {*named, *self._bodies.get(sentence, ()), *(p.country for p in self.people(sentence))}
        return tuple(code for code in self.cast.codes if code in acting)

    def is_spoken(self, sentence: int) -> bool:
        """Whether somebody says what a sentence tells."""
        return sentence in self._spoken

    def is_quoted(self, sentence: int) -> bool:
        """Whether somebody says it word for word."""
        return "direct" in self._spoken.get(sentence, ())

    def around(self, sentence: Sentence, reach: int) -> Sequence[Sentence]:
        """The sentences of the same paragraph, no farther away than `reach`."""
        near = self.reading.sentences[max(0, sentence.index - reach) : sentence.index + reach]
        return [s for s in near if s.paragraph == sentence.paragraph]


def distinct(people: Iterable[Person]) -> tuple[Person, ...]:
    """The same people, each once."""
    return tuple({person.entity.key: person for person in people}.values())


def keys(people: Iterable[Person]) -> set[str]:
    """The names of these people in the graph."""
    return {person.entity.key for person in people}
