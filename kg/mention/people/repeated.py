"""Later mentions of people found: the whole name again, or a part of it ("Patria", "Mr. Sullivan")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.mention.people.cases import index_key, same_name
from kg.mention.people.names import Line, Name, after_honorifics, name_at, spelling
from kg.model import Mention
from kg.reading import Reading


def find(reading: Reading, read: Sequence[Line], found: Sequence[Mention]) -> Iterator[Mention]:
    """Give every further place where a word of a name found stands; its value is the text's own wording."""
    index = _by_word(reading, found)
    covered = {(m.sentence, p) for m in found for p in range(m.start, m.end)}
    for line in read:
        position = 0
        while position < len(line.tokens):
            name = name_at(line, position)
            if name is None:
                position += 1
                continue
            position = max(name.last, position + 1)
            start, end = line.tokens[name.first].start, line.tokens[name.last - 1].end
            if (line.sentence.index, start) in covered:
                continue
            if whole := _known(reading, spelling(line, name), index):
                yield _mention(line, name, start, end, whole)


def _by_word(reading: Reading, found: Sequence[Mention]) -> dict[str, dict[str, None]]:
    """The names found, by the beginning of each of their words."""
    index: dict[str, dict[str, None]] = defaultdict(dict)
    for mention in found:
        for name in filter(None, (mention.value, mention.attributes.get("nickname"))):
            for word in name.split():
                index[index_key(reading.language, word)][name] = None
    return index


def _known(reading: Reading, wording: str, index: dict[str, dict[str, None]]) -> str | None:
    """The name that a wording repeats a part of."""
    first = next((w for w in wording.split() if not w.endswith(".")), wording)
    for name in index.get(index_key(reading.language, first), ()):
        words, parts = name.split(), [w for w in wording.split() if not w.endswith(".")]
        for i in range(len(words) - len(parts) + 1):
            if same_name(reading.language, " ".join(words[i : i + len(parts)]), " ".join(parts)):
                return " ".join(words[i : i + len(parts)])
    return None


def _mention(line: Line, name: Name, start: int, end: int, whole: str) -> Mention:
    honoured = after_honorifics(line, name.first) > name.first
    return Mention("person", start, end, whole, line.sentence.index, "person.repeated", 0.8, {"post": "", "order": "0", "honoured": str(honoured)})
