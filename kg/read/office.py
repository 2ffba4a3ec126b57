"""Press releases as PDF and DOCX become articles (extra `office`)."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from kg.errors import UnreadableArticle
from kg.model import Article
from kg.read.assemble import Metadata, assemble
from kg.read.source import Read, Source

MOST_PAGES = 300
HYPHEN = re.compile(r"(?<=\w)-$")
NO_TITLE = re.compile(r"(?i)untitled|microsoft word|document\d*|.*\.(?:docx?|pdf|indd|rtf)\Z|\W*\Z")
FAR = 60  # points: lines further apart are not of one paragraph
SMALLER = 0.8  # the height of one line to another, from where on they are of different size
SHORT = 0.25  # of the page's width: a line that ends before the rest of it ends its paragraph


def pdf(source: Source) -> Read:
    """Give the article of a PDF file; a scan without text is an error that says so."""
    yield _article(source, *_pdf(source.data(), source.where))


def docx(source: Source) -> Read:
    """Give the article of a Word file; its dates are those of typing, so none is believed."""
    yield _article(source, *_docx(source.data(), source.where))


def _article(source: Source, text: str, known: Metadata) -> Article:
    return assemble(text, name=source.name, lang=source.lang, known=Metadata(known.title, known.published, known.publisher, source.url, known.author))


def _pdf(data: bytes, where: str) -> tuple[str, Metadata]:
    reader = _library("pypdfium2", where)
    try:
        with reader.PdfDocument(data) as document:
            if len(document) > MOST_PAGES:
                raise UnreadableArticle(f"{where}: {len(document)} pages; expected a press release of at most {MOST_PAGES}")
            pages = [_page(document, number) for number in range(len(document))]
            told = document.get_metadata_dict(skip_empty=True)
    except reader.PdfiumError as error:
        raise UnreadableArticle(f"{where}: a PDF that cannot be opened ({error}); expected one without password") from None
    text = "\n\n".join(filter(None, (_flow(page) for page in pages)))
    if not text:
        raise UnreadableArticle(f"{where}: a PDF without text, such as a scan; expected one whose text can be selected")
    return text, Metadata(title=_title(told.get("Title"), text), author=told.get("Author"))


@dataclass(slots=True)
class _Line:
    """A line of a page: its text and where it stands, in points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def _page(document: Any, number: int) -> list[_Line]:
    """The lines of a page in the order in which they were written, from the boxes that the text stands in."""
    page = document[number]
    text_page = page.get_textpage()
    lines: list[_Line] = []
    try:
        for index in range(text_page.count_rects()):
            left, bottom, right, top = text_page.get_rect(index)
            text = " ".join(text_page.get_text_bounded(left, bottom, right, top).split())
            if not text:
                continue
            if lines and bottom < (lines[-1].top + lines[-1].bottom) / 2 < top and left >= lines[-1].left:
                last = lines[-1]
                lines[-1] = _Line(f"{last.text} {text}", last.left, min(last.bottom, bottom), max(last.right, right), max(last.top, top))
            else:
                lines.append(_Line(text, left, bottom, right, top))
    finally:
        text_page.close()
        page.close()
    return lines


def _flow(lines: Sequence[_Line]) -> str:
    """The lines of a page as paragraphs: a gap, a line much shorter than the widest, or a change of size ends one."""
    if not lines:
        return ""
    edge = max(line.right for line in lines)
    width = edge - min(line.left for line in lines)
    gaps = sorted(a.bottom - b.bottom for a, b in pairwise(lines) if 0 < a.bottom - b.bottom < FAR)
    usual = gaps[(len(gaps) - 1) // 4] if gaps else 0  # most lines follow one of their own paragraph, but not in a short release
    blocks = [lines[0].text]
    for before, line in pairwise(lines):
        apart = before.bottom - line.bottom > 1.3 * usual or before.bottom < line.bottom
        full = edge - before.right < width * SHORT
        same = SMALLER < (before.top - before.bottom + 1) / (line.top - line.bottom + 1) < 1 / SMALLER
        if apart or not full or not same:
            blocks.append(line.text)
        else:
            blocks[-1] = blocks[-1][:-1] + line.text if HYPHEN.search(blocks[-1]) and line.text[0].islower() else f"{blocks[-1]} {line.text}"
    return "\n\n".join(blocks)


def _title(told: str | None, text: str) -> str | None:
    """The title that the file names, where it is one and stands in the text."""
    title = " ".join((told or "").split())
    return title if title and not NO_TITLE.match(title) and title in " ".join(text[:2000].split()) else None


def _docx(data: bytes, where: str) -> tuple[str, Metadata]:
    reader = _library("docx", where)
    try:
        document = reader.Document(io.BytesIO(data))
        blocks = [_text(block) for block in document.iter_inner_content()]
    except Exception as error:  # noqa: BLE001  (a broken archive, XML or part: the library raises what its parts raise)
        raise UnreadableArticle(f"{where}: a Word file that cannot be opened ({error.__class__.__name__}: {error}); expected .docx") from None
    text = "\n\n".join(filter(None, blocks))
    if not text:
        raise UnreadableArticle(f"{where}: a Word file without text; expected an article")
    told = document.core_properties
    author = None
    with suppress(ValueError):
        author = told.author or None
    return text, Metadata(title=_title(told.title, text), author=author)


def _text(block: Any) -> str:
    """A paragraph, or the cells of a table row by row."""
    if hasattr(block, "rows"):
        return "\n\n".join(filter(None, (" ".join(cell.text.split()) for row in block.rows for cell in row.cells)))
    return " ".join(str(block.text).split())


def _library(name: str, where: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError:
        raise UnreadableArticle(f"{where}: reading this needs the extra 'office': pip install 'diplokg[office]'") from None
