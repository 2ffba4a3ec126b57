"""What a text says about itself: its title, date and publisher, and which of its lines are not the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.languages import Language
from kg.model import Noise
from kg.read import datelines, houses, imprint, noise, publishers, running, teasers, titles
from kg.read.datelines import Dateline
from kg.read.lines import Line
from kg.read.paragraphs import whole_lines
from kg.read.running import Running
from kg.read.stamps import Stamp, stamp
from kg.read.titles import Choice

LONGEST_HEAD = 14
LONGEST_FOOT = 10
OPENING = 4  # paragraphs in which the dateline is looked for
PROSE_WORDS = 14
LONGEST_TITLE = 250
FEW_WORDS = 3
DAY = len("2025-04-15")
SOME_YEAR = 2000
STAMPED = re.compile(r"(?P<date>date \d{4}-\d{2}(?:-\d{2})?)\s+(?=\S)")
CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.]\d{2}(?![\d.])")
FURNITURE = ("noise.credit", "noise.menu")


@dataclass(frozen=True, slots=True)
class Told:
    """What the lines of a text tell about it."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    dateline: str | None = None
    noise: tuple[Noise, ...] = ()


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a text as they are used: those above the report, its first, the last ones; and those that are a date."""

    head: tuple[Line, ...]
    first: Line | None
    early: tuple[Line, ...]
    foot: tuple[Line, ...]
    stamps: dict[Line, Stamp]


def describe(text: str, language: Language, *, url: str | None = None) -> Told:
    """Ask the lines of a text; the address, where it is known, tells the publisher."""
    read, stamped = _below_stamp(whole_lines(text))
    cut = noise.find(text, read, language.code)
    page = _page(text, read, cut, language)
    choice = titles.choose(page.head, page.stamps, language)
    run = running.find(text, read[0], language) if choice.line is None and read else None
    year = imprint.copyright_year(page.foot)
    dateline = _dateline(text, page, language, year)
    first = [Noise(*stamped, "noise.date")] if stamped else []
    found = [*first, *cut, *_found_above(page, choice, dateline, run, language), *_below(page), *_between(read, cut, choice, language)]
    fallback = text[slice(*stamped)].rsplit(maxsplit=1)[-1] if stamped else str(year) if year else None
    return Told(
        title=choice.title or (run.title if run else None) or _first_sentence(text, page, dateline),
        published=_published(text, page, cut, dateline, run, language) or fallback,
        publisher=_publisher(text, page, choice, dateline, url, cut, language) or _house(text, page, choice, run),
        dateline=dateline.place or (run.place if run else None) or _place_of_stamp(page),
        noise=tuple(noise.merge(found)),
    )


def _below_stamp(read: Sequence[Line]) -> tuple[Sequence[Line], tuple[int, int] | None]:
    """The lines without a date that a collection of pages has put before the first word: `date 2023-02-13 Bogor, MINA – …`."""
    match = STAMPED.match(read[0].text) if read else None
    if match is None:
        return read, None
    first = read[0]
    rest = Line(first.start + match.end(), first.end, first.text[match.end() :], first.block, first.number)
    return (rest, *read[1:]), (first.start, first.start + match.end("date"))


def _page(text: str, read: Sequence[Line], cut: Sequence[Noise], language: Language) -> _Page:
    cut_lines = {n.start: n.end for n in cut}
    kept = [line for line in read if cut_lines.get(line.start, -1) < line.end]
    first = next(_reports(text, kept, language), None)
    head = tuple(line for line in kept if first is None or line.start < first.start)[:LONGEST_HEAD]
    foot = tuple(read[-LONGEST_FOOT:])
    stamps = {line: s for line in head if (s := stamp(line.text, language))}
    later = [line for line in (*kept[:LONGEST_HEAD], *kept[-LONGEST_FOOT:]) if line not in head]
    stamps.update({line: s for line in later if (s := stamp(line.text, language)) and len(s.iso) == DAY and _words(s) <= FEW_WORDS})
    return _Page(head, first, tuple(kept[: LONGEST_HEAD + OPENING]), foot, stamps)


def _words(stamp: Stamp) -> int:
    return sum(len(part.split()) for part in stamp.rest)


def _reports(text: str, kept: Sequence[Line], language: Language) -> Iterator[Line]:
    """Lines that are the report itself: with a dateline, very long, or prose below a line that can be the title."""
    seen = False
    for line in kept[: LONGEST_HEAD + 1]:
        if stamp(line.text, language) or titles.is_rubric(line.text, language):
            continue
        told = seen and _is_prose(line.text)
        if told or len(line) > LONGEST_TITLE or datelines.find(text, line.start, line.end, language, SOME_YEAR):
            yield line
        else:
            seen = True


def _is_prose(text: str) -> bool:
    """Many words up to a stop, or more than one sentence."""
    return text[-1] in '.!?:…"”»)' and (len(text.split()) >= PROSE_WORDS or ". " in text)


def _dateline(text: str, page: _Page, language: Language, year: int | None) -> Dateline:
    """The dateline of the first paragraph, or, below a caption or a summary, that of one soon after it which an agency signs."""
    opening = [line for line in page.early if page.first and line.start >= page.first.start][:OPENING]
    found = [datelines.find(text, line.start, line.end, language, year) for line in opening]
    return next((d for d in found if d and (d is found[0] or d.agency)), None) or Dateline(0)


def _published(text: str, page: _Page, cut: Sequence[Noise], dateline: Dateline, run: Running | None, language: Language) -> str | None:
    """The day that a label names, else that of the first line that is a date, else that of the dateline."""
    labelled = imprint.labelled_day(text, cut, language) or next((s.iso for s in page.stamps.values() if s.labelled), None)
    before = {line: s.iso for line, s in page.stamps.items() if page.first is None or line.start < page.first.start}
    # A page's clock says the day, what an article carries says the hour as well.
    above = next((iso for line, iso in before.items() if CLOCK.search(line.text)), None) or next(iter(before.values()), None)
    anywhere = next((s.iso for s in page.stamps.values()), None)
    furniture = [text[n.start : n.end] for n in cut if n.rule in FURNITURE and n.end - n.start <= LONGEST_TITLE]
    told = labelled or above or imprint.headed_day(page.head, language) or dateline.day
    return told or (run.published if run else None) or anywhere or imprint.furniture_day(furniture, language)


def _publisher(
    text: str, page: _Page, choice: Choice, dateline: Dateline, url: str | None, cut: Sequence[Noise], language: Language,
) -> str | None:
    told = imprint.publisher(
        text, masthead=_masthead(choice, language), stamps=tuple(page.stamps.values()), foot=page.foot, agency=dateline.agency, language=language,
        head=tuple(line for line in page.head if line is not choice.line),
        signatures=tuple(text[n.start : n.end] for n in cut if n.rule != "noise.caption"),
        captions=tuple(text[n.start : n.end] for n in cut if n.rule == "noise.caption"),
    )
    linked = (publishers.of_address(word) for n in cut for word in text[n.start : n.end].split() if "/" in word and "." in word)
    return (publishers.of_address(url) if url else None) or told or next((name for name in linked if name), None)


def _masthead(choice: Choice, language: Language) -> Line | None:
    """The line at the head of the page that names its office; a country above it (`REPUBLIC OF FIJI`) is not who publishes."""
    above = [line for line in choice.above if choice.masthead and line.start >= choice.masthead.start]
    named = (line for line in sorted(above, key=lambda line: line.start) if not titles.is_rubric(line.text, language))
    return next((line for line in named if not datelines.is_country(line.text, language)), None)


def _house(text: str, page: _Page, choice: Choice, run: Running | None) -> str | None:
    """Whose style the page has, where nothing names the publisher."""
    stamps = [line.text for line in page.stamps] + [text[n.start : n.end] for n in (run.noise if run else ())]
    lines = [line.text for line in (*page.head, *page.foot)]
    return houses.recognise(text, title=choice.title or (run.title if run else None), lines=lines, stamps=stamps)


def _found_above(page: _Page, choice: Choice, dateline: Dateline, run: Running | None, language: Language) -> Iterator[Noise]:
    yield from (Noise(line.start, line.end, "noise.date") for line in page.stamps if line is not choice.line)
    yield from (Noise(line.start, line.end, "noise.masthead") for line in choice.above)
    below = [line for line in page.head if choice.line and line.start > choice.line.start]
    yield from (Noise(line.start, line.end, "noise.credit") for line in page.head if line is not choice.line and imprint.is_byline(line.text))
    yield from (Noise(line.start, line.end, "noise.credit") for line in below if imprint.are_writers(line.text, language))
    yield from run.noise if run else ()
    if page.first and dateline.end:
        yield Noise(dateline.start, dateline.end, "noise.dateline")


def _between(read: Sequence[Line], cut: Sequence[Noise], choice: Choice, language: Language) -> Iterator[Noise]:
    """Headlines of other stories among the paragraphs below the title."""
    cut_lines = {n.start: n.end for n in cut}
    top = choice.line.start if choice.line else -1
    return teasers.find([line for line in read if line.start >= top and cut_lines.get(line.start, -1) < line.end], language)


def _below(page: _Page) -> Iterator[Noise]:
    """Headlines that close a page under a heading in capitals, or in one line with bars: `MORE NEWS` / `DEPARTURES: … | …`."""
    kept = [line for line in page.foot if page.first is not None and line.start > page.first.start]
    for index, line in enumerate(kept):
        tail = kept[index:]
        if any(other.text[-1] in ".:;" or len(other) > LONGEST_TITLE for other in tail):
            continue
        listed = len(tail) > 1 and line.text.isupper() and all(len(other.text.split()) > FEW_WORDS for other in tail[1:])
        barred = len(tail) == 1 and " | " in line.text and line.text.split(" ")[0].isupper()
        if listed or barred:
            yield from (Noise(other.start, other.end, "noise.teaser") for other in tail)
            return


def _place_of_stamp(page: _Page) -> str | None:
    """`7 мая 2025 года 17:05 Москва, Кремль`: the first part that is a known city."""
    parts = (part for s in page.stamps.values() for part in s.rest)
    return next((part for part in parts if datelines.is_city(part)), None)


def _first_sentence(text: str, page: _Page, dateline: Dateline) -> str | None:
    """Where a report has no title, its first sentence stands for it, if it is as short as one."""
    if page.first is None:
        return None
    start = dateline.end or page.first.start
    sentence = text[start : page.first.end].split(". ", maxsplit=1)[0].strip()
    return sentence.rstrip(".") if len(sentence) <= LONGEST_TITLE else None
