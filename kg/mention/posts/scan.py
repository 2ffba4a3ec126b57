"""A sentence seen as the finder of offices needs it: which token begins a country, a body, a portfolio, a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kg.gazetteer import country_of_place
from kg.mention.posts.words import Words
from kg.model import Mention, Sentence, Token
from kg.reading import Reading

FINAL = frozenset('.:;»"”)')
LONGEST_PLACE = 3  # words
LONG = 8  # letters
OPEN = frozenset({"organization.head", "organization.introduced"})  # bodies found by the word before or at their start: where they end is a guess
WHOLE = frozenset({"organization.complete", "organization.known"})


@dataclass(slots=True)
class Scan:
    """One sentence's tokens, with the countries and bodies that were found in it by the number of their first token."""

    reading: Reading
    sentence: Sentence
    words: Words
    located: frozenset[str] = frozenset()
    countries: dict[int, tuple[int, Mention]] = field(default_factory=dict)
    bodies: dict[int, tuple[int, Mention]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Place the mentions found so far among the tokens."""
        self.countries = dict(self._placed("country"))
        self.bodies = dict(self._placed("organization"))

    def _placed(self, kind: str) -> Iterator[tuple[int, tuple[int, Mention]]]:
        first = {t.start: i for i, t in enumerate(self.tokens)}
        last = {t.end: i + 1 for i, t in enumerate(self.tokens)}
        for mention in self.reading.mentions(kind, within=self.sentence):
            if mention.start in first and mention.end in last:
                yield first[mention.start], (last[mention.end], mention)

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The sentence's tokens."""
        return self.sentence.tokens

    def token(self, position: int) -> Token | None:
        """The token at a position, if there is one."""
        return self.tokens[position] if 0 <= position < len(self.tokens) else None

    def norm(self, position: int) -> str:
        """The folded form of the token at a position; empty beyond the sentence."""
        token = self.token(position)
        return token.norm if token else ""

    def is_capital(self, position: int) -> bool:
        """Whether a word with a capital letter stands here."""
        token = self.token(position)
        return token is not None and token.text[0].isupper()

    def is_acronym(self, position: int) -> bool:
        """Whether a word in capitals stands here, in a sentence that is not all in capitals."""
        token = self.token(position)
        if token is None or len(token.text) < 2 or not token.text.isupper() or not token.text.isalpha():  # noqa: PLR2004
            return False
        return any(t.text[0].islower() for t in self.tokens)

    def is_in_a_body(self, position: int) -> bool:
        """Whether a word is a part of a body's whole name that begins before it: "Sekretariat | Presiden"."""
        before = range(max(0, position - LONGEST_PLACE), position)
        return any(self.bodies[i][0] > position and self.bodies[i][1].rule in WHOLE for i in before if i in self.bodies)

    def is_half(self, position: int) -> bool:
        """Whether a word is one half of a name with a hyphen: "Amir-Abdollahian"."""
        after, part = self.token(position + 1), self.token(position + 2)
        if after is None or part is None or after.norm != "-" or not self.is_capital(position) or not part.text[0].isupper():
            return False
        return self.tokens[position].end == after.start and after.end == part.start and self.words.heads.at(self.tokens, position + 2) is None

    @property
    def is_headline(self) -> bool:
        """Whether nearly every long word has a capital letter, so that capitals say nothing."""
        if "sentence" in self.reading.language.values("language", "headlines", "case"):
            return False
        words = [t for t in self.tokens if len(t.text) > 3 and t.text.isalpha()]  # noqa: PLR2004
        told = any(a.text.islower() and b.text.islower() for a, b in pairwise(words))  # "It was signed by Minister Ann Cole and Minister Juan Soto"
        return self.tokens[-1].text not in FINAL and len(words) > 3 and sum(t.text[0].isupper() for t in words) >= 0.75 * len(words) and not told  # noqa: PLR2004

    def known(self, position: int) -> int:
        """Where a phrase that is no personal name ends, if one begins here; else the position itself."""
        ends = [m.last for phrases in (self.words.portfolio, self.words.noun, self.words.body)
                if (m := phrases.at(self.tokens, position)) is not None]
        if position in self.countries:
            ends.append(self.countries[position][0])
        if position in self.bodies and self.bodies[position][1].rule not in OPEN:
            ends.append(self.bodies[position][0])
        if self._is_adjective(position) or self.is_abstract(position):
            ends.append(position + 1)
        if self.is_acronym(position) and len(self.tokens[position].text) <= 5:  # noqa: PLR2004
            ends.append(position + 1)
        return max(ends, default=position)

    def is_abstract(self, position: int) -> bool:
        """Whether a capitalised word is made like a noun for an action or a state, as no name is: "Keprotokolan", "Penyelenggaraan"."""
        word = self.norm(position)
        return self.is_capital(position) and len(word) >= LONG and any(word.startswith(a) and word.endswith(b) for a, b in self.words.circumfixes)

    def _is_adjective(self, position: int) -> bool:
        """Whether a capitalised adjective leads on to a common noun: «губернатора Приморского края»."""
        after = self.token(position + 1)
        if not self.words.endings or after is None or not self.is_capital(position) or not after.text[0].islower():
            return False
        if after.norm.endswith(self.words.verbs):
            return False  # «Владимир Макей провел»
        return self.norm(position).endswith(self.words.adjectives) and after.norm.endswith(self.words.endings) and len(after.norm) > 2  # noqa: PLR2004

    def is_place(self, position: int) -> bool:
        """Whether the article elsewhere says that this word is a place, or the gazetteer does."""
        return self.place_end(position) > position

    def place_end(self, position: int) -> int:
        """Where a place ends that begins here, as far as the article or the gazetteer knows it: "Kuala Lumpur"; else the position itself."""
        for last in range(min(position + LONGEST_PLACE, len(self.tokens)), position, -1):
            if self.is_capital(last - 1) and country_of_place(self.reading.text(self.tokens[position].start, self.tokens[last - 1].end)) is not None:
                return last
        token = self.token(position)
        return position + (token is not None and token.norm in self.located)


def located_words(reading: Reading) -> frozenset[str]:
    """The words that follow "in", "at", "from" and the like somewhere in the article."""
    locative = reading.language.phrases("places", "locative")
    found: set[str] = set()
    for sentence in reading.sentences:
        for match in locative.find(sentence.tokens):
            if match.last < len(sentence.tokens) and sentence.tokens[match.last].text[0].isupper():
                found.add(sentence.tokens[match.last].norm)
    return frozenset(found)
