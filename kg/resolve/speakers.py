"""Says who speaks in which sentence: the person beside a verb of speech, or whoever spoke last where a pronoun or an open quotation goes on."""

from __future__ import annotations

from bisect import bisect
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.model import Sentence, Token
from kg.reading import Cast, Person, Reading, Saying

QUOTE = '"'
NEAR = 60  # characters between a verb of speech and its speaker's name or office
BESIDE = 1  # characters between two words
WORDS_OF_A_QUOTE = 3


def resolve(reading: Reading, cast: Cast) -> None:
    """Add to the cast who says what."""
    named = _named(cast)
    sayings: list[Saying] = []
    waiting: list[Sentence] = []  # quoted sentences before the one that names their speaker
    last: Saying | None = None
    for sentence in reading.sentences:
        waiting = [s for s in waiting if s.paragraph == sentence.paragraph]
        speaker = _speaker(reading, named.get(sentence.index, ()), sentence, _meant(reading, named, sentence, last))
        if speaker is None and _is_quoted(sentence):
            goes_on = last is not None and last.sentence == sentence.index - 1 and last.paragraph == sentence.paragraph
            speaker = last.person if last is not None and goes_on else None
            waiting = waiting if speaker else [*waiting, sentence]
        if speaker is not None:
            sayings += [_saying(reading, s, speaker) for s in (*waiting, sentence)]
            waiting, last = [], sayings[-1]
    cast.sayings = tuple(sayings)


def _saying(reading: Reading, sentence: Sentence, speaker: Person) -> Saying:
    quote = _longest_quote(sentence)
    start, end = (quote[0].end, quote[-1].start) if quote else (sentence.start, sentence.end)
    return Saying(speaker, sentence.index, sentence.paragraph, "direct" if quote else "reported", reading.text(start, end).strip(" ,"))


Named = tuple[int, int, Person]


def _named(cast: Cast) -> dict[int, list[Named]]:
    """Where each person is named, by sentence."""
    named: dict[int, list[Named]] = defaultdict(list)
    for person in cast.people:
        for mention in person.mentions:
            named[mention.sentence].append((mention.start, mention.end, person))
    return named


def _meant(reading: Reading, named: Mapping[int, Sequence[Named]], sentence: Sentence, last: Saying | None) -> Person | None:
    """Whom "he said" means: the last speaker, unless a new paragraph has begun with somebody: the one named first in its last sentence that names any."""
    if last is None or last.paragraph != sentence.paragraph:
        for before in reversed(reading.sentences[: sentence.index]):
            if before.paragraph != sentence.paragraph or before.is_title:
                break
            if found := named.get(before.index):
                return min(found, key=lambda item: item[:2])[2]
    return last.person if last else None


def _speaker(reading: Reading, named: Sequence[Named], sentence: Sentence, last: Person | None) -> Person | None:
    """The person nearest to a verb of speech, outside quotation marks; a pronoun there means the last speaker."""
    outside = _outside_quotes(sentence)
    verbs = [(outside[m.first].start, outside[m.last - 1].end) for m in reading.language.phrases("speech", "verb").find(outside)]
    if verbs and (near := [item for item in _gaps(_with_offices(reading, sentence, named), verbs, outside) if item[0] <= NEAR]):
        nearest = min(near, key=lambda item: item[:3])
        return last if last is not None and nearest[1] > verbs[0][0] and _begins_with_pronoun(reading, outside, verbs) else nearest[3]
    pronoun = any(True for _ in reading.language.phrases("speech", "self").find(outside)) or (
        bool(verbs) and any(True for _ in reading.language.phrases("speech", "pronoun").find(outside))
    )
    return last if pronoun else None


def _begins_with_pronoun(reading: Reading, outside: Sequence[Token], verbs: Sequence[tuple[int, int]]) -> bool:
    """Whether the first verb of speech has a pronoun right before it, so that the name after it is talked of: "He added that Minister Rahman was ill"."""
    pronouns = reading.language.phrases("speech", "pronoun").find(outside)
    return any(0 < verbs[0][0] - outside[m.last - 1].end <= BESIDE for m in pronouns)


def _with_offices(reading: Reading, sentence: Sentence, named: Sequence[Named]) -> list[Named]:
    """The names, and once more each with the office right before it."""
    offices = {p.end + gap: p.start for p in reading.mentions("post", within=sentence) for gap in range(3)}
    return [*named, *((offices[start], end, person) for start, end, person in named if start in offices)]


def _gaps(spans: Sequence[Named], verbs: Sequence[tuple[int, int]], outside: Sequence[Token]) -> Iterator[tuple[int, int, str, Person]]:
    """How many characters lie between each name outside quotation marks and the verb nearest to it."""
    begins, own = [verb[0] for verb in verbs], {token.start for token in outside}
    for start, end, person in spans:
        at = bisect(begins, start)
        gaps = [max(start - b, a - end, 0) for a, b in verbs[max(at - 1, 0) : at + 1]]
        if start in own and gaps:
            yield min(gaps), start, person.name, person


def _outside_quotes(sentence: Sentence) -> tuple[Token, ...]:
    """The words that are the reporter's own."""
    quoted = {token for quote in _quotes(sentence) for token in quote}
    return tuple(token for token in sentence.tokens if token not in quoted)


def _quotes(sentence: Sentence) -> list[Sequence[Token]]:
    """The quotations of a sentence of more than a few words, marks included; a name in quotation marks is none."""
    marks = [i for i, token in enumerate(sentence.tokens) if token.norm == QUOTE]
    if len(marks) % 2:
        marks = [-1, *marks] if _closes(sentence.tokens, marks[0]) else [*marks, len(sentence.tokens) - 1]
    pairs = zip(marks[::2], marks[1::2], strict=True)
    return [sentence.tokens[max(a, 0) : b + 1] for a, b in pairs if b - a > WORDS_OF_A_QUOTE]


def _closes(tokens: Sequence[Token], position: int) -> bool:
    """Whether a mark ends a quotation that began in a sentence before: it touches the word before it."""
    return position > 0 and tokens[position - 1].end == tokens[position].start


def _longest_quote(sentence: Sentence) -> Sequence[Token]:
    return max(_quotes(sentence), key=len, default=())


def _is_quoted(sentence: Sentence) -> bool:
    """Whether most of a sentence is a quotation."""
    return len(_longest_quote(sentence)) * 2 > len(sentence.tokens)
