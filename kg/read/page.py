"""A web page becomes an article (HTML): the report by trafilatura and what belongs to it, the facts by what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from kg.errors import UnreadableArticle
from kg.languages import codes, language
from kg.matching import fold
from kg.model import Article
from kg.read import body, headline, markup, publishers
from kg.read.assemble import Metadata, assemble
from kg.read.blocks import Block, blocks
from kg.read.declared import DATE, Declared
from kg.read.decode import decode
from kg.read.detect import detect
from kg.read.fragment import paragraphs
from kg.read.head import describe
from kg.read.headline import LONGEST_HOUSE
from kg.read.stamps import Stamp, stamp

LETTERHEAD = 10  # lines above the title in which its office may be named
ABOVE, BELOW = 4, 6  # lines around the title in which the page says when it appeared
HOST_ONLY = re.compile(r"[\w-]+(?:\.[\w-]+)+")
SPARE = "en"  # builders sign in English in any language
PERSON = re.compile(r"[A-ZА-ЯЁ][\w.’'-]*(?: (?:[A-ZА-ЯЁ][\w.’'-]*|bin|binti|de|van|al)){0,5}(?=$|[\s,|•·–—-])")
SAMPLE = 2000
NEITHER = re.compile(r"\d|://|@")


@dataclass(frozen=True, slots=True)
class _Report:
    """The report in a page: its title, its text, and the days that lines around the title name."""

    title: str | None
    house: str | None
    text: str
    around: tuple[str, ...]
    above: tuple[str, ...]
    part: Any


def parse(data: bytes, *, name: str, where: str, lang: str | None = None, url: str | None = None) -> Article:
    """Read the bytes of a page; `where` names it in errors. Raises `UnreadableArticle` for a page without text."""
    root = markup.tree(decode(data, where, markup=True))
    if root is None:
        raise UnreadableArticle(f"{where}: a page without an article; expected paragraphs of text")
    declared = Declared(root)
    declared.read()
    told = _told_by_trafilatura(root)
    report = _report(root, declared)
    if not report.text:
        raise UnreadableArticle(f"{where}: a page without an article; expected paragraphs of text")
    text = report.text if not report.title or report.text.startswith(report.title) else f"{report.title}\n\n{report.text}"
    code = lang or _language(text, declared.lang)
    address = _canonical(declared.address, url)
    published = _published(declared, report, code)
    known = Metadata(report.title, published, _publisher(declared, report, told, address), address, _author(declared, told, report.around, code))
    article = assemble(text, name=name, lang=code, known=known)
    return replace(article, published=article.published or _guessed(told), publisher=article.publisher or _letterhead(report, code) or _head(declared, report))


def _head(declared: Declared, report: _Report) -> str | None:
    """The title in the page's head, where it is not that of the report: old pages have only the name of their house there."""
    head = declared.head
    return head if head and len(head.split()) <= LONGEST_HOUSE and fold(head) != fold(report.title or "") else None


def _letterhead(report: _Report, code: str) -> str | None:
    """The office that the lines above the title name."""
    if not report.above:
        return None
    lines = [*reversed(report.above), report.title or "", report.text[:SAMPLE]]
    return describe("\n\n".join(lines), language(code)).publisher


def _report(root: Any, declared: Declared) -> _Report:
    """Find the report in a page; what is not of it is taken out of the page."""
    markup.prune(root)
    shown = blocks(root)
    found = headline.find(declared, shown)
    part = body.part(shown, found.block)
    at = found.block
    chosen = _chosen(root, shown, at, part)
    text = body.joined(chosen)
    if declared.body and 2 * len(text) < len(declared.body) and not any(block.is_prose for block in chosen):
        text = "\n\n".join(line for line in paragraphs(declared.body).split("\n") if line.strip())
    above = () if at is None else tuple(b.text for b in reversed(shown[:at]) if not b.is_link)
    around = () if at is None else (*_below(shown[at + 1 : at + 1 + BELOW]), *above[:ABOVE])
    return _Report(found.title, found.house, text, around, above[:LETTERHEAD], root if part is None else part)


def _below(shown: Sequence[Block]) -> Iterator[str]:
    """The lines below the title, up to the second paragraph (the first may be a summary)."""
    told = 0
    for block in shown:
        told += block.is_prose
        if told > 1:
            return
        yield block.text


def _chosen(root: Any, shown: Sequence[Block], at: int | None, part: Any | None) -> list[Block]:
    """The blocks of the report: first only those of its part of the page, all where that part has none."""
    if part is None:
        return body.choose(shown, at, body.extracted(root))
    inside = blocks(part)
    first = next((number for number, block in enumerate(inside) if at is not None and block.text == shown[at].text), None)
    return body.choose(inside, first, body.extracted(part))


def _language(text: str, declared: str | None) -> str:
    """The language that the text tells; between sister languages that a short text does not tell apart, the one that the page names."""
    told = detect(text)
    if declared in codes() and told in codes() and declared and _root(declared) == _root(told):
        return declared
    return told


def _root(code: str) -> str:
    return str(language(code).table("language").get("extends") or code)


def _published(declared: Declared, report: _Report, code: str) -> str | None:
    """The day as the page writes it: that which it names for machines, unless it names it in Greenwich time and shows the day beside it."""
    shown = _shown(report.around, code)
    if declared.published:
        day, greenwich = declared.published
        return shown if shown and greenwich and _are_neighbours(day, shown) else day
    return shown or declared.address_day or _timed(report.part)


def _shown(around: Sequence[str], code: str) -> str | None:
    """The day in the lines around the title: that with a label, else that of the nearest line, those below the title first."""
    found = [s for line in around if (s := _stamp(line, code)) and len(s.iso) == len("2025-04-15")]
    return next((s.iso for s in found if s.labelled), None) or next((s.iso for s in found), None)


def _stamp(line: str, code: str) -> Stamp | None:
    return stamp(line, language(code))


def _are_neighbours(day: str, other: str) -> bool:
    try:
        return abs((date.fromisoformat(day) - date.fromisoformat(other)).days) == 1
    except ValueError:
        return False


def _timed(part: Any) -> str | None:
    """The day of the first time element in the report's part of the page."""
    found = (DATE.match(element.get("datetime", "")) for element in part.iter("time"))
    return next(("-".join(match.groups()) for match in found if match), None)


def _told_by_trafilatura(root: Any) -> dict[str, str | None]:
    """What trafilatura finds out of a page about its author, house and day; its guesses stand behind what the page says itself."""
    from trafilatura.metadata import extract_metadata

    document: Any = None if body.is_too_large(root) else extract_metadata(root)
    return {key: getattr(document, key, None) or None for key in ("date", "sitename", "author")}


def _guessed(told: dict[str, str | None]) -> str | None:
    match = DATE.match(told["date"] or "")
    return "-".join(match.groups()) if match else None


def _author(declared: Declared, told: dict[str, str | None], around: Sequence[str], code: str) -> str | None:
    """Who wrote the article, by what the page says of itself."""
    first = (told["author"] or "").split(";")[0].strip()
    guessed = _signed(first, code) or first
    signed = next((name for line in around if (name := _signed(line, code))), None)
    return declared.author or signed or (guessed if guessed and not NEITHER.search(guessed) else None)


def _signed(line: str, code: str) -> str | None:
    """The name in a byline, such as `By Anna Kostyra | 4 May 2021`."""
    for label in dict.fromkeys(label for spoken in (code, SPARE) for label in language(spoken).values("noise", "credit", "name")):
        rest = line[len(label) :].lstrip(": ")
        if fold(line[: len(label) + 1]) in (f"{label} ", f"{label}:") and (match := PERSON.match(rest)):
            return _without_day(match.group(), code)
    return None


def _without_day(name: str, code: str) -> str:
    """A name without what says that a date follows it: `Humas Published On`."""
    labels = (label for spoken in (code, SPARE) for label in language(spoken).values("noise", "published", "label"))
    ends = [place for label in labels if (place := fold(name).find(f" {label}")) > 0]
    return name[: min(ends, default=len(name))]


def _canonical(told: str | None, url: str | None) -> str | None:
    """The address that the page gives itself; where it was fetched from another host, that one, because a page may not speak for others.

    >>> _canonical("https://news.example/a", "https://www.news.example/a?share=1"), _canonical("https://bank.example/", "https://news.example/a")
    ('https://news.example/a', 'https://news.example/a')
    """
    if url is None or told is None:
        return told or url
    return told if _host(told) == _host(url) else url


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    except ValueError:
        return ""


def _publisher(declared: Declared, report: _Report, told: dict[str, str | None], url: str | None) -> str | None:
    """The name by which the publisher is known; a bare address (`example.com`) is taken only where nothing else is known."""
    names = [declared.publisher, report.house, told["sitename"]]
    name = next((name for name in names if name and not HOST_ONLY.fullmatch(name)), None) or next(filter(None, names), None)
    return (publishers.of_address(url) if url else None) or (publishers.known(name) or name if name else None)

