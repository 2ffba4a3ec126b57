"""The country of a body that its name does not say: what stands right after it, the body that it is part of, the row that it stands in, who is introduced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from kg.matching import Phrases
from kg.model import Mention, Token
from kg.reading import Reading

FILE = "organizations"
STATE = frozenset({"ministry", "agency", "parliament", "military"})
BRACKET, APART, APPOSITION = 4, 3, 7


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with its bodies and countries by the tokens that they cover."""

    reading: Reading
    tokens: tuple[Token, ...]
    bodies: tuple[tuple[int, int, Mention], ...]
    countries: Mapping[int, tuple[int, str]]

    def phrases(self, table: str) -> Phrases[str]:
        """A table of the language's `organizations.toml`."""
        return self.reading.language.phrases(FILE, table)

    def skip(self, table: str, position: int) -> int:
        """The token after a phrase of a table that may stand here."""
        match = self.phrases(table).at(self.tokens, position) if position < len(self.tokens) else None
        return match.last if match else position

    def ends(self, table: str, position: int) -> bool:
        """Whether a phrase of a table ends right before this token."""
        return any((m := self.phrases(table).at(self.tokens, i)) is not None and m.last == position for i in range(max(0, position - APART), position))

    def past_bracket(self, position: int) -> int:
        """The token after what stands in brackets here."""
        if position < len(self.tokens) and self.tokens[position].text == "(":
            return next((i + 1 for i in range(position + 1, min(position + BRACKET, len(self.tokens))) if self.tokens[i].text == ")"), position)
        return position


def stated(reading: Reading) -> dict[Mention, str]:
    """Give the country of every mention of a body that its sentence says."""
    found: dict[Mention, str] = {}
    for row in _rows(reading):
        inherited: dict[Mention, bool] = {}
        for number, (first, last, mention) in enumerate(row.bodies):
            code = mention.attributes.get("country") or (next((c for c in _signs(row, first, last, mention) if c), "") if mention.value != "international" else "")
            led = bool(code) and (_stands_before(row, first, last, code) or row.ends("including", first))
            if not code and number:
                before = row.bodies[number - 1]
                alike = before[2].value == mention.value or {before[2].value, mention.value} <= STATE
                if inherited.get(before[2]) and alike and _in_a_row(row, before[1], first):
                    code, led = found[before[2]], True
            if code:
                found[mention], inherited[mention] = code, led
    return found | _parts(reading, found)


def _rows(reading: Reading) -> Iterator[Row]:
    for sentence in reading.sentences:
        bodies = reading.mentions("organization", within=sentence)
        if bodies:
            starts = {t.start: i for i, t in enumerate(sentence.tokens)}
            ends = {t.end: i + 1 for i, t in enumerate(sentence.tokens)}
            spans = tuple((starts[m.start], ends[m.end], m) for m in bodies if m.start in starts and m.end in ends)
            named = reading.mentions("country", within=sentence)
            yield Row(reading, sentence.tokens, spans, {starts[m.start]: (ends[m.end], m.value) for m in named if m.start in starts and m.end in ends})


def _signs(row: Row, first: int, last: int, mention: Mention) -> Iterator[str]:
    """Codes that the words of and around a name give it, the surest first."""
    yield next((m.value for m in row.phrases("owned").find(row.tokens[first:last])), "")
    after = row.past_bracket(last)
    if after > last or mention.value not in STATE:
        yield row.countries.get(row.skip("origin", after), (0, ""))[1] if row.skip("origin", after) > after or after > last else ""
    yield _beside(row, last, after)
    yield _introduced(row, first)


def _beside(row: Row, last: int, after: int) -> str:
    """A country alone in brackets or between commas after a name: "Huawei (Tiongkok)", "Dalanj University, Sudan.", or "X, Government of Y"."""
    end, code = row.countries.get(last + 1, (0, ""))
    if code and row.tokens[last].text == "(" and end < len(row.tokens) and row.tokens[end].text == ")":
        return code
    if (government := row.skip("government", after)) > after and government in row.countries:
        return row.countries[government][1]
    end, code = row.countries.get(after + 1, (0, ""))
    if code and row.tokens[after].text == "," and (end >= len(row.tokens) or row.tokens[end].text in ",.;)"):
        return code
    return ""


def _introduced(row: Row, first: int) -> str:
    """As in "Hungary's electricity provider, MVM"."""
    if first == 0 or not (row.tokens[first - 1].text == "," or row.ends("including", first)):
        return ""
    low = max(0, first - APPOSITION)
    nouns = [i for i in row.phrases("introducer").starts(row.tokens[:first]) if i >= low]
    if not nouns or any(t.text == "," for t in row.tokens[nouns[0] : first - 1]):
        return ""
    return next((code for i, (end, code) in row.countries.items() if low - APART <= i < nouns[-1] and not any(t.text in ",.;" for t in row.tokens[end : first - 1])), "")


def _stands_before(row: Row, first: int, last: int, code: str) -> bool:
    """Whether the country of a body stands before its name or begins it, so that it may be said of a whole row."""
    return any(value == code and (first - APART <= start <= first) and end <= last for start, (end, value) in row.countries.items())


def _in_a_row(row: Row, last: int, first: int) -> bool:
    """Whether only words that join stand between two names."""
    position, join = row.past_bracket(last), row.phrases("join")
    while position < first and (match := join.at(row.tokens, position)) is not None:
        position = match.last
    return last < position and first - row.skip("article", position) <= 0


def _parts(reading: Reading, found: Mapping[Mention, str]) -> dict[Mention, str]:
    """The country of a body whose name is followed by that of the one it belongs to: "the Bureau of … of the US Department of State"."""
    parts: dict[Mention, str] = {}
    for row in _rows(reading):
        for (_, last, part), (first, _, whole) in pairwise(row.bodies):
            link = row.skip("link", last)
            if part not in found and whole in found and part.value in STATE and whole.value in STATE and _belongs(row, last, link, first):
                parts[part] = found[whole]
    return parts


def _belongs(row: Row, last: int, link: int, first: int) -> bool:
    """Whether the second name follows the first directly, or after "of the" and its country."""
    position = row.past_bracket(last) if link == last else link
    return position == first or (link > last and row.countries.get(position, (0, ""))[0] == first)
