"""Who published an article and when, as its first and last lines, its dateline and its copyright tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kg.gazetteer import country_names, country_of_place
from kg.languages import Language
from kg.matching import fold, tokenize
from kg.model import Noise
from kg.read import publishers
from kg.read.datelines import DOMAIN
from kg.read.lines import Line
from kg.read.stamps import Stamp, dates, stamp
from kg.read.titles import is_rubric, office

COPYRIGHT = re.compile(r"(?:©|\([cC]\)|[Cc]opyright|COPYRIGHT|[Hh]ak [Cc]ipta)\s*(?:©|\([cC]\))?\s*(?P<rest>[^\n]{0,60})")
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
SIGNATURE = re.compile(r"[-–—]{1,3}\s*(?P<name>[^\W\d_][^.!?:;]{1,40}?)(?:, (?P<year>(?:19|20)\d{2}))?")
BYLINE = re.compile(r"[^\W\d_][\w.' ]{2,40} [-–|] (?P<name>[\w.]{3,30}(?: [\w.]{2,20})?)")
NAME_OF_SITE = re.compile(r"\s(?:live|LIVE|Live)$")
LOOK_AFTER_LABEL = 60
LONGEST_UNIT = 14  # words
LONGEST_NAME = 4
OFFICE = re.compile(r"\s\([^()\d]{3,60}\)$")  # "Марина Иванова (Редактор отдела)"
LONGEST_CREDIT = 120
LONGEST_LABELLED = 250
CREDITED = re.compile(r"[:/()|,]|\s[-–—]\s")


def labelled_day(text: str, cut: Sequence[Noise], language: Language) -> str | None:
    """Give the date after `Дата публикации:` or the like in the page's furniture."""
    labels = [f"{label}:" for label in language.values("noise", "published", "label")]
    for noise in cut:
        stretch = text[noise.start : noise.end]
        for label in labels:
            place = stretch.casefold().find(label)
            if place >= 0 and (found := dates(stretch[place + len(label) : place + len(label) + LOOK_AFTER_LABEL], language)):
                return found[0].iso
    return None


def headed_day(head: Sequence[Line], language: Language) -> str | None:
    """Give the date that a label names in a line above the report which holds more than a date: `By Office of …     Date 8 December 2023`."""
    labels = "|".join(sorted((re.escape(label) for label in language.values("noise", "published", "label")), key=lambda label: (-len(label), label)))
    for line in head:
        for match in re.finditer(rf"\b(?:{labels})\b\s?:?\s{{0,3}}(?=\S)", line.text[:LONGEST_LABELLED], re.IGNORECASE) if labels else ():
            found = dates(line.text[match.end() : match.end() + LOOK_AFTER_LABEL], language)
            if found and found[0].start == 0:
                return found[0].iso
    return None


def furniture_day(cut: Sequence[str], language: Language) -> str | None:
    """Give the date of a credit or menu that is little more than a date: `Source: Xinhua | 2025-05-06 10:30:15 | Editor: …`."""
    return next((found.iso for line in cut if (found := stamp(line, language))), None)


def copyright_year(foot: Sequence[Line]) -> int | None:
    """Give the year of the copyright, or of the line that signs the report."""
    for line in reversed(foot):
        match = COPYRIGHT.search(line.text) or SIGNATURE.fullmatch(line.text)
        year = YEAR.search(match.group()) if match else None
        if year:
            return int(year.group())
    return None


def publisher(
    text: str, *, masthead: Line | None, stamps: Sequence[Stamp], head: Sequence[Line], foot: Sequence[Line], agency: str | None, language: Language,
    signatures: Sequence[str] = (), captions: Sequence[str] = (),
) -> str | None:
    """Give the name of who published the article, from the surest sign to the weakest."""
    signs = (
        _agency(agency, masthead, text),
        _headed(masthead.text.split("|")[0].strip(), text) if masthead else None,
        next(_beside_dates(stamps, text, language), None),
        next(_bylines(head), None),
        next((name for line in head if (name := office(line.text, language))), None),
        next(_signed(foot), None),
        next(_departments(foot, language), None),
        next(_credited(signatures), None),
        next((name for name in _credited(captions) if not publishers.supplies_others(name)), None),
        next(_told(text, language), None),
    )
    return next((sign for sign in signs if sign), None)


def _agency(agency: str | None, masthead: Line | None, text: str) -> str | None:
    """The agency of the dateline; where a masthead spells its letters out, the masthead says more."""
    if agency is None or (masthead and agency.isupper() and _initials(masthead.text.split("|")[0]).startswith(agency)):
        return None
    return publishers.signed(agency) or _written(agency, text)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _beside_dates(stamps: Sequence[Stamp], text: str, language: Language) -> Iterator[str]:
    """Names that stand in the line of the date: the known, the addresses, then what the text names again, then any that is alone."""
    parts = [NAME_OF_SITE.sub("", part) for stamp in stamps for part in stamp.rest if not is_rubric(part, language)]
    yield from (name for part in parts if (name := publishers.signed(part)))
    yield from (part for part in parts if DOMAIN.fullmatch(part))
    yield from (part for part in parts if text.count(part) > 1)
    yield from (part for part in parts if _is_name(part) and len(parts) == 1 and not country_of_place(part))


def _is_name(part: str) -> bool:
    """Words with capital letters and without digits; one word alone has more than one capital (`iNUSA`)."""
    words = part.split()
    several = all(word[0].isupper() for word in words) if len(words) > 1 else sum(c.isupper() for c in part) > 1
    return several and not any(c.isdigit() for c in part)


def is_byline(text: str) -> bool:
    """Say whether a line is a name and, after a dash or bar, who the name writes for: `Rina Sari - Warta Bahari`."""
    match = BYLINE.fullmatch(text)
    return match is not None and (publishers.signed(match.group("name")) is not None or _all_capitalised(text))


def are_writers(text: str, language: Language) -> bool:
    """Say whether a line between title and report is nothing but people's names: `Yohana Kristiani, Bagus Prabandaru`.

    A country or city in it shows that it is none.
    """
    names = [name.split() for name in OFFICE.sub("", text).split(", ")]
    if len(text) > LONGEST_CREDIT or text.isupper() or any(not 1 < len(name) <= LONGEST_NAME for name in names):
        return False
    people = all(word[0].isupper() and word.replace(".", "").replace("-", "").replace("'", "").isalpha() for name in names for word in name)
    return people and not country_names(language.code).starts(tokenize(text)) and not any(country_of_place(" ".join(name)) for name in names)


def _all_capitalised(text: str) -> bool:
    return all(word[0].isupper() for word in text.split() if word[0].isalpha())


def _bylines(head: Sequence[Line]) -> Iterator[str]:
    """`Adrian Fauzan - detikNews`, or a line that is only a publisher's name or address."""
    for line in head:
        match = BYLINE.fullmatch(line.text)
        name = publishers.signed(match.group("name")) if match else publishers.signed(line.text)
        if match and not name and _all_capitalised(line.text):
            name = match.group("name")
        if name or DOMAIN.fullmatch(line.text):
            yield name or line.text


def _signed(foot: Sequence[Line]) -> Iterator[str]:
    """The holder of the copyright; `-- BERNAMA`, `– Media Permata, 2025`; the name beside the date of the last line."""
    for line in reversed(foot):
        match = COPYRIGHT.search(line.text)
        if match and (name := YEAR.sub("", match.group("rest")).strip(" .,-–|")):
            yield publishers.signed(name) or name
        if whole := publishers.signed(line.text):
            yield whole
        signature = SIGNATURE.fullmatch(line.text)
        if signature and (signature.group("year") or publishers.signed(signature.group("name"))):
            yield publishers.signed(signature.group("name")) or signature.group("name")


def _departments(foot: Sequence[Line], language: Language) -> Iterator[str]:
    """The office whose press department signs the last lines: `Biro Humas Kementerian Perdagangan`, `Pusat Data BNPB`."""
    units = tuple(fold(word) + " " for word in language.values("noise", "masthead", "unit"))
    opens = tuple(fold(word) for word in language.values("noise", "masthead", "opens"))
    for line in reversed(foot):
        words = line.text.split()
        if not units or len(words) > LONGEST_UNIT or line.text[-1] in ".!?:" or not fold(line.text).startswith(units):
            continue
        first = next((i for i, word in enumerate(words) if i and fold(word) in opens), None)
        if first is not None:
            yield " ".join(words[first:])
        elif words[-1].isupper() and len(words[-1]) > 1:
            yield words[-1]


def _credited(cut: Sequence[str]) -> Iterator[str]:
    """A known publisher in the credits that were cut: `Foto: Okezone.com/Pertamina`, `Reporter: Yohanes Rusdi/KBR`, `Sumber: ANTARA`."""
    for credit in cut:
        if len(credit) <= LONGEST_CREDIT:
            parts = [part.strip() for part in CREDITED.split(credit) if part.strip()]
            yield from (name for part in parts[1:] if (name := publishers.signed(part)))


def _told(text: str, language: Language) -> Iterator[str]:
    """The paper that the report says something was told to: `keterangan tertulis yang diterima Republika`."""
    cues = "|".join(re.escape(cue) for cue in language.values("noise", "published", "told_to"))
    for match in re.finditer(rf"\b(?:{cues}) (?P<name>[^\W\d_a-zа-яё][\w.]{{2,20}}(?: [^\W\d_a-zа-яё][\w.]{{2,20}})?)", text) if cues else ():
        words = match.group("name").split()
        name = publishers.signed(match.group("name")) or publishers.signed(words[0])
        if name and not publishers.is_office(name):
            yield name


def _headed(name: str, text: str) -> str | None:
    """The name at the head of a page, in capitals or not; one word in capitals is a rubric (`DIPLOMACY`), unless the text names it again."""
    written = _written(name, text)
    told = not name.isupper() or written != name or len(name.split()) > 1 or "." in name or publishers.known(name)
    return written if told or len(re.findall(rf"\b{re.escape(name)}\b", text)) > 1 else None


def _written(name: str, text: str) -> str:
    """A name in capitals as the text writes it elsewhere, where it does: `NAVAL NOTES` is `Naval Notes`."""
    if not name.isupper() or (len(name.split()) == 1 and "." not in name):
        return name
    found = next((m.group() for m in re.finditer(re.escape(name), text, re.IGNORECASE) if not m.group().isupper()), None)
    return found if found and found[0].isupper() and fold(found) == fold(name) else name
