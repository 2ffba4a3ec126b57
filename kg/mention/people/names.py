"""What a personal name looks like: capitalised words, initials and particles that are no country, body, office or month."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from kg.languages import Language
from kg.matching import Phrases
from kg.mention.people.cases import same_name
from kg.model import Mention, Sentence, Token
from kg.reading import Reading

LONGEST = 7
INTRODUCED = "organization.introduced"  # only the word before says that it is a body
FINAL = frozenset('.:;»"”)')
FILE = "people"
JOINED = frozenset({"-", "'"})
LONGEST_INITIAL = 2  # "Дж."
MIXED = re.compile(r"[A-Z][a-z][A-Z]s?|[A-Z]{2,}s")  # "MoU", "MoUs", "IoT", "NGOs"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as a half-open range of tokens of one sentence."""

    first: int
    last: int


@dataclass(slots=True)
class Line:
    """A sentence as the finder of people needs it: which tokens are already something else, and what may be a name."""

    reading: Reading
    sentence: Sentence
    common: frozenset[str]
    taken: set[int] = field(default_factory=set)
    posts: list[tuple[int, int, Mention]] = field(default_factory=list)
    tokens: tuple[Token, ...] = ()
    openings: frozenset[int] = frozenset()
    countries: dict[int, int] = field(default_factory=dict)
    bodies: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Mark the tokens that countries, bodies, dates and offices cover."""
        self.tokens = self.sentence.tokens
        joined = (i + 1 for i, t in enumerate(self.tokens) if t.norm in JOINED)
        capital = (i for i, t in enumerate(self.tokens) if t.text[0].isupper())
        self.openings = frozenset((*self.phrase("honorific").starts(self.tokens), *capital, *joined))
        first = {t.start: i for i, t in enumerate(self.tokens)}
        last = {t.end: i + 1 for i, t in enumerate(self.tokens)}
        offices = self.reading.mentions("post", within=self.sentence)
        for mention in (*self.reading.mentions("country", "organization", "date", within=self.sentence), *offices):
            if mention.start in first and mention.end in last:
                a, b = first[mention.start], last[mention.end]
                if mention.rule == INTRODUCED and any(p.start < mention.start and 0 <= mention.start - p.end <= 1 for p in offices):
                    continue  # "Chairman Lippo Group | James Riady": a name follows an office
                if mention.kind == "organization":  # its end is a guess: the office knows better
                    b = min((last[p.end] for p in offices if p.end in last and p.start <= mention.start < p.end < mention.end), default=b)
                    self.bodies[a] = b
                self.taken.update(range(a, b))
                if mention.kind == "country":
                    self.countries[a] = b
                if mention.kind == "post":
                    self.posts.append((a, b, mention))

    def phrase(self, table: str, key: str = "") -> Phrases[str]:
        """A table of the language's `people.toml`."""
        return self.reading.language.phrases(FILE, table, *([key] if key else []))

    def norm(self, position: int) -> str:
        """The folded token at a position; empty beyond the sentence."""
        return self.tokens[position].norm if 0 <= position < len(self.tokens) else ""

    def touches(self, position: int) -> bool:
        """Whether a token stands right against the one before it."""
        return 0 < position < len(self.tokens) and self.tokens[position - 1].end == self.tokens[position].start


def lines(reading: Reading) -> Iterator[Line]:
    """Each sentence of the article, ready for names."""
    common = common_words(reading)
    for sentence in reading.sentences:
        yield Line(reading, sentence, common)


def common_words(reading: Reading) -> frozenset[str]:
    """The words that the article also writes without a capital letter: they begin no name at the start of a sentence."""
    return frozenset(t.norm for s in reading.sentences for t in s.tokens if t.text[0].islower())


def is_headline(line: Line) -> bool:
    """Whether nearly every long word of a sentence has a capital letter, as in a headline."""
    if "sentence" in line.reading.language.values("language", "headlines", "case"):
        return False
    words = [t for t in line.tokens if len(t.text) > 3 and t.text.isalpha()]  # noqa: PLR2004
    counts = Counter(t.text[0].isupper() for t in words)
    told = any(a.text.islower() and b.text.islower() for a, b in pairwise(words))  # an entry of a list, full of names and offices: "It was signed by Minister …"
    return line.tokens[-1].text not in FINAL and len(words) > 3 and counts[True] >= 0.75 * len(words) and not told  # noqa: PLR2004


def name_at(line: Line, position: int) -> Name | None:
    """The name that begins here, without the honorifics before it."""
    if position not in line.openings:
        return None
    first = after_honorifics(line, position)
    last = _end(line, first)
    if last <= first or (line.norm(first - 1) == "-" and line.touches(first) and not line.tokens[first].text[0].isupper()):
        return None
    return Name(first, last) if _counts(line, first, last) else None


def after_honorifics(line: Line, position: int) -> int:
    """Where the name itself begins, after "Bapak", "H.E. Mr.", "Dr."."""
    while match := line.phrase("honorific").at(line.tokens, position):
        position = match.last + (line.norm(match.last) == "." and len(line.tokens[match.last - 1].text) <= 4)  # noqa: PLR2004
    return position


def _end(line: Line, first: int) -> int:
    """Where the name ends: the last capitalised word of the run."""
    position = last = first
    while position < len(line.tokens) and position - first < 2 * LONGEST:
        step = _word(line, position, first)
        if step == position or _begins_again(line, first, position):
            break
        position = step
        if line.norm(position - 1) in JOINED:
            continue
        if not _is_particle(line, position - 1) or line.tokens[position - 1].text[0].isupper():
            last = position
    return last


def _begins_again(line: Line, first: int, position: int) -> bool:
    """Whether a word of the name comes again, as where an official's card follows it: «Юрий Ушаков Ушаков Юрий Викторович»."""
    language, word = line.reading.language, line.tokens[position].text
    if not language.table(FILE, "case") or position == first or not word[0].isupper() or line.norm(position + 1) == ".":
        return False
    return any(same_name(language, t.text, word) for t in line.tokens[first:position] if t.text[0].isupper())


def _word(line: Line, position: int, first: int) -> int:
    """Where the next part of a name ends: a word, an initial, a particle, a part after a hyphen or an apostrophe."""
    token = line.tokens[position]
    if token.text in {"-", "'", "’", "ʻ", "‘", "`"} or token.norm in JOINED:
        joins = position > first and line.touches(position) and line.touches(position + 1)
        part = line.tokens[position + 1].text if joins and token.norm in JOINED else ""
        return position + 1 if part and part[0].isalpha() and part != "s" else position
    if position > first and _is_particle(line, position) and not token.text[0].isupper():
        after = position + 1
        while after < len(line.tokens) and (line.norm(after) in JOINED or _is_particle(line, after)):
            after += 1
        return position + 1 if after < len(line.tokens) and _is_word(line, after) else position
    if _is_last_initial(line, position, first):
        return position + 2
    if not _is_word(line, position):
        return position
    if _is_initial(line, position):
        return position + 2
    return position + 1


def _is_particle(line: Line, position: int) -> bool:
    return 0 <= position < len(line.tokens) and line.phrase("particle").at(line.tokens, position) is not None


def _is_word(line: Line, position: int) -> bool:
    """Whether a capitalised word that is nothing else stands here."""
    if position >= len(line.tokens) or position in line.taken:
        return False
    text = line.tokens[position].text
    if MIXED.fullmatch(text):
        return False
    if not text[0].isupper() or not text.isalpha():
        return line.norm(position - 1) in JOINED and line.touches(position) and text.isalpha()
    if _is_initial(line, position):
        return True
    if position and line.tokens[position - 1].text[0].isalpha() and line.phrase("pronoun").at(line.tokens, position) is not None:
        return True  # "He Lifeng": a pronoun has no capital letter within a sentence
    return line.phrase("stop").at(line.tokens, position) is None


def _is_initial(line: Line, position: int) -> bool:
    """Whether "К." stands here, and a capitalised word or another initial after it."""
    token = line.tokens[position]
    if len(token.text) > LONGEST_INITIAL or line.norm(position + 1) != "." or not line.touches(position + 1):
        return False
    return position + 2 < len(line.tokens) and line.tokens[position + 2].text[0].isupper()


def _is_last_initial(line: Line, position: int, first: int) -> bool:
    """Whether initials that follow a surname end here: «депутат Савельев Д. И.»."""
    token = line.tokens[position]
    if position == first or len(token.text) > 1 or not token.text.isupper() or line.norm(position + 1) != "." or not line.touches(position + 1):
        return False
    return line.norm(position - 1) == "."


def _counts(line: Line, first: int, last: int) -> bool:
    """Whether a range is a name at all: it has a real word that the article does not use as a common word."""
    words = [t for t in line.tokens[first:last] if len(t.text) > 1 and t.text[0].isupper()]
    if not words:
        return False
    if all(t.text.isupper() for t in words) and not is_initialled(line, first, last):
        return False
    return len(words) > 1 or words[0].norm not in line.common


def is_initialled(line: Line, first: int, last: int) -> bool:
    """Whether a name begins with an initial: "А. К. Турсунбаев"."""
    return last - first > 1 and line.norm(first + 1) == "." and len(line.tokens[first].text) <= LONGEST_INITIAL


def words_in(line: Line, name: Name) -> int:
    """How many words a name has; an initial counts as one."""
    return sum(t.text[0].isalpha() for t in line.tokens[name.first:name.last])


def spelling(line: Line, name: Name) -> str:
    """The name as the text writes it, with single spaces and a space after each initial."""
    start, end = line.tokens[name.first].start, line.tokens[name.last - 1].end
    return initials_apart(" ".join(line.reading.text(start, end).split()))


def initials_apart(name: str) -> str:
    """Write "В.Путин" as "В. Путин".

    >>> initials_apart("А.К.Турсунбаев")
    'А. К. Турсунбаев'
    """
    spaced = name.replace(".", ". ")
    return " ".join(spaced.split())


def has_names(language: Language) -> bool:
    """Whether the language has words about names at all."""
    return bool(language.table(FILE, "speech"))
