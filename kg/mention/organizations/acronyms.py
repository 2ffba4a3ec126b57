"""Acronyms that an article introduces in brackets, and their later use alone: "Badan Siber dan Sandi Negara (BSSN)"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.matching import Phrases
from kg.mention.organizations.line import OPENING, Found, Line
from kg.model import Mention

LONGEST_ACRONYM = 12
Read = Sequence[tuple[Line, tuple[Found, ...]]]


def apply(found: Read) -> Iterator[Mention]:
    """Give every name of the article its acronym, and every acronym its name."""
    defined = [(line, tuple(_defined(line, f) for f in names)) for line, names in found]
    owners = {f.acronym: f for _, names in reversed(defined) for f in names if f.acronym and f.rule != "contraction"}
    acronyms = Phrases(((f"={acronym}", acronym) for acronym in owners), lasting=False)
    for line, names in defined:
        covered = {i for f in names for i in range(f.first, f.last)}
        yield from (_mention(line, f) for f in names)
        for match in acronyms.find(line.tokens) if owners else ():
            if covered.isdisjoint(range(match.first, match.last)):
                yield _mention(line, replace(owners[match.value], first=match.first, last=match.last, rule="acronym"))


def common_words(read: Sequence[Line]) -> frozenset[str]:
    """The acronyms that an article makes of common words, which name no body: "pekerja migran Indonesia (PMI)", "artificial intelligence, or AI"."""
    return frozenset(t.text for line in read for i, t in enumerate(line.tokens) if t.text.isupper() and t.text.isalpha() and _is_of_common_words(line, i))


def _is_of_common_words(line: Line, position: int) -> bool:
    """Whether the words right before an acronym begin with its letters, the first of them a small one."""
    end = position - 1
    if not (line.is_in("abbreviated", end) or (end > 0 and line.tokens[end].text == "(")):
        return False
    words = line.tokens[max(0, end - len(line.tokens[position].text)) : end]
    joint = any(True for _ in line.words.phrases("instruments", "type").find(words))  # "Defence Policy Dialogue (DPD)"
    return len(words) > 1 and (words[0].text[0].islower() or joint) and "".join(w.text[0] for w in words).upper() == line.tokens[position].text


def _defined(line: Line, found: Found) -> Found:
    """The name with the acronym that stands in brackets after it."""
    position = found.last
    for _ in range(2):
        if position + 2 < len(line.tokens) and line.tokens[position].text == "(":
            inner = position + 1
            if line.tokens[inner].text in OPENING or line.is_in("abbreviated", inner):
                inner += 1
            token, closing = line.tokens[inner], next((i for i in range(inner + 1, min(inner + 4, len(line.tokens))) if line.tokens[i].text == ")"), None)
            if line.is_in("legal_form", inner) and closing is not None:
                position = closing + 1
                continue
            if closing is not None and token.text[0].isupper() and token.text.isalpha() and len(token.text) <= LONGEST_ACRONYM and inner not in line.countries:
                return replace(found, acronym=token.text)
        return found
    return found


def _mention(line: Line, found: Found) -> Mention:
    first, last = line.tokens[found.first], line.tokens[found.last - 1]
    attributes = {"name": found.name, "short": found.short, "acronym": found.acronym, "country": found.country, "body": found.body}
    if found.rule == "contraction":
        attributes |= {"acronym": "", "full": found.acronym}
    return Mention("organization", first.start, last.end, found.type, line.sentence.index, f"organization.{found.rule}", found.confidence, attributes)
