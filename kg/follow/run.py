"""One run over what is followed: takes what is new, says what came, and leaves the rest for next time when it is stopped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from kg.build import Report, Understand, add_found, understand
from kg.errors import FetchError, KGError, UnreadableArticle
from kg.fetch import Document, Unchanged, Visitor
from kg.fetch.client import Busy
from kg.follow.links import listed
from kg.follow.lists import Followed
from kg.follow.state import State, Waiting
from kg.read import read_one
from kg.read.source import Source
from kg.store import Store

MOST = 100


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one source: how many pages are new to it, what became of those that were fetched, and how many still wait."""

    url: str
    new: int = 0
    reports: tuple[Report, ...] = ()
    waiting: int = 0
    error: KGError | None = None

    def __str__(self) -> str:
        """One line for a person."""
        if self.error is not None:
            return f"{self.url}: {self.error}"
        added, failed = sum(r.changed for r in self.reports), sum(r.error is not None for r in self.reports)
        parts = [f"{self.new} new", f"{added} added", *([f"{failed} failed"] if failed else []), *([f"{self.waiting} wait"] if self.waiting else [])]
        return f"{self.url}: {', '.join(parts)}"


def run(
    followed: Iterable[Followed], state: State, visitor: Visitor, store: Store, *, most: int = MOST, by: Understand = understand,
) -> Iterator[Report | Came]:
    """Take what is new: a `Report` for each article as it is stored, and a `Came` when a source is through; at most `most` pages of each."""
    for source in followed:
        came = _looked(source, state, visitor)
        reports: list[Report] = []
        if came.error is None or state.waiting(source.url):
            for report in _taken(source, state, visitor, store, most, by):
                reports.append(report)
                yield report
        yield replace(came, reports=tuple(reports), waiting=state.counts(source.url).get("waiting", 0))


def _looked(source: Followed, state: State, visitor: Visitor) -> Came:
    """Ask a source what it lists now."""
    etag, modified = state.asked(source.url)
    try:
        document = visitor.get(source.url, etag=etag, modified=modified)
        return Came(source.url, state.take(source.url, listed(document, source.kind, visitor.get), document.etag, document.modified))
    except Unchanged:
        return Came(source.url)
    except (FetchError, UnreadableArticle) as error:
        return Came(source.url, error=error)


def _taken(source: Followed, state: State, visitor: Visitor, store: Store, most: int, by: Understand) -> Iterator[Report]:
    """Fetch and store the pages of a source that wait; a host that is busy is left alone until next time."""
    for page in state.waiting(source.url)[:most]:
        try:
            document = visitor.get(page.url, etag=page.etag, modified=page.modified)
        except Unchanged:
            state.done(page.url, page.etag, page.modified)
            continue
        except Busy as error:
            yield Report(page.url, error=error)
            return
        except FetchError as error:
            state.failed(page.url, str(error))
            yield Report(page.url, error=error)
            continue
        yield from _stored(source, page, document, state, store, by)


def _stored(source: Followed, page: Waiting, document: Document, state: State, store: Store, by: Understand) -> Iterator[Report]:
    given = Source(PurePosixPath(urlsplit(page.url).path).stem or "page", page.url, document.body, source.lang, document.url)
    reports = list(add_found(store, page.url, read_one(given), by=by))
    errors = [report.error for report in reports if report.error is not None]
    if errors and len(errors) == len(reports):
        state.refused(page.url, str(errors[0]))
    else:
        state.done(page.url, document.etag, document.modified)
    yield from reports
