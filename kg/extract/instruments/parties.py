"""Between which countries an instrument is: its name's own, else those of its clause and paragraph, else those of the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from kg.extract.instruments.grouping import Group
from kg.model import Mention, Sentence
from kg.reading import Cast, Reading

PAIR = 2
BACK, HIGH = 4, 12
BRIEF = 6
BESIDE = 6  # characters, for a preposition


class Circle:
    """Who acts where in one article; each sentence is looked at once."""

    def __init__(self, reading: Reading, cast: Cast) -> None:
        """Take an article's reading and cast."""
        self._reading, self._cast = reading, cast
        self._acting: dict[int, tuple[str, ...]] = {}
        self._home: str | None = None

    def parties(self, group: Group) -> tuple[str, ...]:
        """Give the country codes of an instrument's parties, in the order of the text."""
        codes = self._cast.codes
        named = _distinct(c for m in group.mentions for c in self._named(m) if c in codes)
        if (named or len(codes) > PAIR) and any(self._is_of_a_bloc(m) for m in group.mentions):
            return named or tuple(self._ranked()[:1])
        if len(named) >= PAIR:
            return named
        if len(codes) <= PAIR:
            return codes
        if not named and self._is_joint():
            return codes
        near = self._paired(self._near(group, named))
        if len(near) > PAIR and any(self._is_between_two(m) for m in group.mentions):
            return tuple(code for code in near if code in self._ranked(near)[:PAIR])
        return near

    def is_foreign(self, group: Group) -> bool:
        """Whether an instrument is one of states that do not act here: "the truce in Yemen", in a call between two others."""
        named = [m for mention in group.mentions for m in self._reading.mentions("country", within=self._reading.sentence(mention))
                 if mention.end <= m.start < mention.end + BESIDE]
        return bool(named) and not any(m.value in self._cast.codes for m in named)

    def _is_between_two(self, mention: Mention) -> bool:
        """Whether a name says that it is one of two ("the bilateral labour agreement")."""
        tokens = [t for t in self._reading.sentence(mention).tokens if mention.start <= t.start < mention.end]
        return any(True for _ in self._reading.language.phrases("instruments", "between_two").find(tokens))

    def _is_of_a_bloc(self, mention: Mention) -> bool:
        """Whether a union of states stands in an instrument's name: "the free trade agreement between Chile and the EU"."""
        tokens = [t for t in self._reading.sentence(mention).tokens if mention.start <= t.start < mention.end]
        return any(True for _ in self._reading.language.phrases("instruments", "bloc").find(tokens))

    def _named(self, mention: Mention) -> tuple[str, ...]:
        """Give the countries in an instrument's name, and those of the ministries and companies in it."""
        sentence = self._reading.sentence(mention)
        inside = [m.value for m in self._reading.mentions("country", within=sentence) if mention.start <= m.start < mention.end]
        bodies = [(m.start, o.country) for o in self._cast.organizations if o.country for m in o.mentions
                  if m.sentence == sentence.index and mention.start <= m.start < mention.end]
        return _distinct((*inside, *(country for _, country in sorted(bodies))))

    def _near(self, group: Group, named: tuple[str, ...]) -> tuple[str, ...]:
        """Give the countries that act around an instrument: in its sentences, else before them in its paragraph."""
        found = self._oftenest((*named, *(c for m in group.mentions for c in self.acting(m.sentence))))
        for before in self._before(group.mentions[0]):
            if len(found) >= PAIR:
                break
            found = _distinct((*found, *self.acting(before.index), *self._capitals(before)))
        return found if len(found) >= PAIR else _distinct((*found, *self._heading(group.mentions[0])))

    def _oftenest(self, seen: tuple[str, ...]) -> tuple[str, ...]:
        """Give the countries seen with an instrument; the two seen most often, where a third is seen less than they."""
        often = Counter(seen).most_common()
        if len(often) > PAIR and often[PAIR - 1][1] > often[PAIR][1]:
            return _distinct(code for code in seen if code in (often[0][0], often[1][0]))
        return _distinct(seen)

    def _capitals(self, line: Sentence) -> tuple[str, ...]:
        """Give the parties whose capitals a short line names: "Ереван – Тегеран."."""
        places = self._reading.mentions("place", within=line) if len(line.tokens) <= BRIEF else ()
        return tuple(code for m in places if (code := m.attributes.get("country")) in self._cast.codes and code)

    def _heading(self, mention: Mention) -> tuple[str, ...]:
        """Give the countries in the short line that a paragraph stands under: "2. Chile"."""
        here = self._reading.sentence(mention)
        above = [s for s in self._reading.sentences[max(0, here.index - HIGH) : here.index] if s.paragraph != here.paragraph]
        if not above or len(above[-1].tokens) > BRIEF or not above[-1].tokens[-1].norm.isalnum() or above[-1].is_title:
            return ()
        return tuple(m.value for m in self._reading.mentions("country", within=above[-1]))

    def _before(self, mention: Mention) -> Iterator[Sentence]:
        """Give the sentences before a mention in its paragraph, the nearest first."""
        here = self._reading.sentence(mention)
        for sentence in reversed(self._reading.sentences[max(0, here.index - BACK) : here.index]):
            if sentence.paragraph == here.paragraph:
                yield sentence

    def acting(self, index: int) -> tuple[str, ...]:
        """Give the parties of the article that a sentence names, or whose people and bodies it names."""
        if index not in self._acting:
            sentence = self._reading.sentences[index]
            named = [m.value for m in self._reading.mentions("country", within=sentence)]
            people = [p.country for p in self._cast.people_in(sentence) if p.country]
            bodies = [o.country for o in self._cast.organizations if o.country and any(m.sentence == index for m in o.mentions)]
            self._acting[index] = _distinct(c for c in (*named, *people, *bodies) if c in self._cast.codes)
        return self._acting[index]

    def _is_joint(self) -> bool:
        """Whether the article speaks of three or more countries acting together ("the three countries", "трёхсторонняя")."""
        together = self._reading.language.phrases("instruments", "together")
        return any(together.at(s.tokens, i) is not None for s in self._reading.sentences for i in together.starts(s.tokens))

    def _paired(self, found: tuple[str, ...]) -> tuple[str, ...]:
        """Add to the one country that is known the one at home in the article, or, if it is that one, the one spoken of most."""
        if len(found) >= PAIR:
            return found
        if not found:
            return self._cast.codes
        others = [code for code in self._ranked() if code not in found]
        return (*found, *others[:1])

    def _ranked(self, codes: tuple[str, ...] = ()) -> list[str]:
        """Give the parties of the article, or some of them, by how many of its sentences they act in."""
        often = Counter(code for s in self._reading.sentences for code in self.acting(s.index))
        return sorted(codes or self._cast.codes, key=lambda code: -often[code])


def _distinct(codes: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
