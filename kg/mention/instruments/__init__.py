"""Finds the agreements, memoranda, joint bodies and other instruments between states that an article names.

A mention spans the instrument's name as the text gives it ("nota kesepahaman tentang layanan pos"); its attributes are
`head` (the head word), `definite` or `indefinite`, `plural` and `number` ("17 documents"), `generic` ("the document"), `weak`
(an instrument only under a verb), `named` (a proper name), `inside` (it stands in the name of another instrument), `listed` (it opens a line of a
list; the number of the sentence that the list stands under), `nth` ("the third memorandum"), `inner` (another begins at this character of its name),
`lead` (it shares the head of the one that starts at this character).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.mention.denial import denials, is_denied_at, is_told_absent
from kg.mention.instruments.heads import Head, heads, stem
from kg.mention.instruments.lists import mark_lists
from kg.mention.instruments.names import Name, names
from kg.mention.instruments.parted import parted
from kg.mention.instruments.quantity import determination, number_first, quantity
from kg.mention.instruments.sharing import shares
from kg.model import Mention, Sentence
from kg.reading import Reading

AMENDS, MONEY, BODY = "protocol", "financing", "joint_body"
DOCUMENTS = ("agreement", "mou")
APART = (BODY, "partnership")
BROAD = "agreement"
GAP = 3
UNSURE = ("weak", "vague", "proper", "money")


def find(reading: Reading) -> Iterator[Mention]:
    """Give the instruments that the article names."""
    bodies: set[str] = set()
    yield from mark_lists(reading, {s.index: tuple(_in_sentence(reading, s, bodies)) for s in reading.sentences})


def _in_sentence(reading: Reading, sentence: Sentence, bodies: set[str]) -> Iterator[Mention]:
    """One mention per name; a head inside another's name is part of it, unless that one amends it and it has a proper name."""
    covered, outer, denied = 0, "", -GAP
    countries = frozenset(m.start for m in reading.mentions("country", within=sentence))
    found = names(reading, sentence, _last_of_compounds(reading, tuple(heads(reading.language, sentence, bodies, countries))))
    bodies |= {stem(sentence.tokens[head.last - 1]) for head, _ in found if head.type == BODY}
    about, posts = _parted(reading, sentence, found), reading.mentions("post", within=sentence)
    offices = frozenset(i for i, t in enumerate(sentence.tokens) if any(m.start <= t.start < m.end for m in posts))
    for position, (head, span) in enumerate(found):
        inside = head.first < covered
        if head.first in offices and head.type == AMENDS:
            continue  # "Deputi Bidang | Protokol"
        if head.type == BODY and head.first in about:
            continue  # "a memorandum was signed for political consultations"
        if inside and not (outer == AMENDS and head.type in DOCUMENTS and _is_named(sentence, head, span)):
            continue
        determined = "absent" if _is_denied(reading, sentence, head, span) else determination(reading.language, sentence, span)
        if not inside:
            covered, outer = span.last, head.type
        if determined == "absent" or (position and span.first - denied < GAP):
            denied = span.last
        elif not _is_of_another(reading, sentence, found, position):
            money = head.type in DOCUMENTS and any(h.type == MONEY and h.first < span.last for h, _ in found[position + 1 :])
            within = next((sentence.tokens[h.first].start for h, _ in found[position + 1 :] if h.last <= span.last and h.type not in APART), None)
            marks = {**_as_attribute(determined), **({"inside": "true"} if inside else {}), **({"inner": str(within)} if within is not None else {})}
            kind = MONEY if money else _kind(sentence, head, [h for h, _ in found[position + 1 :] if h.last <= span.last])
            whole = _mention(reading, sentence, (replace(head, type=kind), span), marks)
            following = next((h.first for h, _ in found[position + 1 :] if h.type not in APART), len(sentence.tokens))
            mentions = _one_by_one(reading, sentence, whole, span, following)
            if mentions:
                covered = sum(1 for t in sentence.tokens if t.start < mentions[-1].end)
            yield from mentions or (whole,)


def _parted(reading: Reading, sentence: Sentence, found: Sequence[tuple[Head, Name]]) -> frozenset[int]:
    """The tokens at which begins what a bare document is about that its verb stands before."""
    bare = (span.last for head, span in found if head.type in DOCUMENTS and head.rule == "type")
    return frozenset(first for last in bare for first, end in (parted(reading.language, sentence.tokens, last),) if first < end)


def _is_denied(reading: Reading, sentence: Sentence, head: Head, span: Name) -> bool:
    """Whether only a rumour that is denied tells of it, or that there is none: "denied reports of a treaty", «соглашения не будет»."""
    if is_told_absent(reading.language, sentence, head.last):
        return True
    rumours = [d for d in denials(reading.language, sentence) if d.is_report and d.first <= head.first < d.last]
    told = bool(rumours) or is_denied_at(reading.language, sentence, span.first, span.last)
    return told and determination(reading.language, sentence, span) != "definite"


def _kind(sentence: Sentence, head: Head, inner: Sequence[Head]) -> str:
    """Give the type of a name; an agreement has that of the proper name right behind the word: "perjanjian Indonesia-Peru Free Trade Agreement"."""
    last = inner[0] if inner and head.type == BROAD and inner[0].type not in (BROAD, *APART) else None
    proper = last is not None and all(t.text[0].isupper() or not t.text[0].isalpha() for t in sentence.tokens[head.last : last.last])
    return last.type if last is not None and proper else head.type


def _last_of_compounds(reading: Reading, found: tuple[Head, ...]) -> tuple[Head, ...]:
    """Give the heads without those that only modify the next, where names end with their head: a "strategic partnership agreement" is an agreement."""
    if "capitals" not in reading.language.values("instruments", "name", "before"):
        return found
    kept = (h for h, after in pairwise(found) if h.last != after.first or after.rule in UNSURE or after.rule == "again")
    return (*kept, *found[-1:])


def _one_by_one(reading: Reading, sentence: Sentence, whole: Mention, span: Name, following: int) -> tuple[Mention, ...]:
    """Give a mention for each of the names that share a head, if they end before the next head: "memoranda on fisheries and on ports"."""
    said = whole.attributes
    ranges = shares(reading, sentence, span.complement, said.get("number", ""), "plural" in said) if whole.value not in APART else ()
    if not ranges or ranges[-1][1] > following:
        return ()
    tokens = sentence.tokens
    starts = (whole.start, *(tokens[first].start for first, _ in ranges[1:]))
    return tuple(replace(whole, start=start, end=tokens[last - 1].end, rule="instrument.shared",
                         attributes={"head": said["head"]} if start == whole.start else {"head": "", "lead": str(whole.start)})
                 for start, (_, last) in zip(starts, ranges, strict=True))


def _is_of_another(reading: Reading, sentence: Sentence, found: Sequence[tuple[Head, Name]], position: int) -> bool:
    """Whether a word for any document only says that another is on paper: "naskah nota kesepahaman", not "the documents include a treaty"."""
    head, span = found[position]
    following = found[position + 1][0].first if position + 1 < len(found) else len(sentence.tokens)
    among = reading.language.phrases("statuses", "among")
    return head.rule == "generic" and position + 1 < len(found) and following - span.last <= GAP and not any(
        True for _ in among.find(sentence.tokens[span.last : following]))


def _as_attribute(determined: str) -> Mapping[str, str]:
    return {determined: "true"} if determined else {}


def _mention(reading: Reading, sentence: Sentence, found: tuple[Head, Name], marks: Mapping[str, str]) -> Mention:
    (head, span), tokens = found, sentence.tokens
    counted = {} if _is_dated(reading, sentence, span) else quantity(reading.language, sentence, span)
    first = number_first(reading.language, sentence, span) if "plural" in counted else span.first
    attributes = {
        "head": reading.text(tokens[head.first].start, tokens[head.last - 1].end),
        **marks, **counted,
        **({"named": "true"} if _is_named(sentence, head, span) else {}),
        **({head.rule: "true"} if head.rule in ("again", "vague") else {}),
        **({"generic": "true"} if head.rule == "generic" else {"weak": "true"} if head.rule in UNSURE else {}),
    }
    return Mention("instrument", tokens[first].start, tokens[span.last - 1].end, head.type, sentence.index, f"instrument.{head.rule}",
                   attributes=attributes)


def _is_dated(reading: Reading, sentence: Sentence, span: Name) -> bool:
    """Whether the number before a name is of a date: "the March 25 joint statement" is one."""
    before = sentence.tokens[span.first - 1] if span.first else None
    return before is not None and before.norm.isdigit() and any(
        d.start <= before.start < d.end for d in reading.mentions("date", within=sentence))


def _is_named(sentence: Sentence, head: Head, span: Name) -> bool:
    """Whether the name is a proper one: its head has a capital inside a sentence, and so have half of its longer words."""
    tokens = [t for t in sentence.tokens[span.first : span.last] if len(t.text) > 3 or t.text.isupper()]  # noqa: PLR2004
    capitals = sum(1 for t in tokens if t.text[0].isupper())
    return span.first > 0 and sentence.tokens[head.first].text[0].isupper() and capitals * 2 >= len(tokens)
