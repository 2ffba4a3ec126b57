"""Rows of an answer up to a limit, so that what is left is still well-formed: a client never gets half a row, or JSON without an end."""

from __future__ import annotations

import re

from pyoxigraph import QueryResultsFormat

# Where a row ends in what pyoxigraph writes. In JSON and XML the characters of a value are escaped, so that none of these can stand inside one.
ROW_END = {
    QueryResultsFormat.JSON: re.compile(rb'\}(?=,\{"\w+":\{"type")|\}(?=\]\}\}\s*\Z)'),
    QueryResultsFormat.XML: re.compile(rb"</result>|<result/>"),
    QueryResultsFormat.CSV: re.compile(rb'(?:[^"\n]++|"[^"]*+")*+\n'),
    QueryResultsFormat.TSV: re.compile(rb"\n"),
}
HEAD_END = {
    QueryResultsFormat.JSON: re.compile(rb'"bindings":\['),
    QueryResultsFormat.XML: re.compile(rb"<results>"),
    QueryResultsFormat.CSV: re.compile(rb"\n"),
    QueryResultsFormat.TSV: re.compile(rb"\n"),
}
END = {QueryResultsFormat.JSON: b"]}}", QueryResultsFormat.XML: b"</results></sparql>", QueryResultsFormat.CSV: b"", QueryResultsFormat.TSV: b""}
SMALLEST = 3  # bytes of a row


class Full(Exception):
    """The limit of bytes is reached."""


class Sink:
    """Takes what the engine writes, and stops it when it is too much."""

    def __init__(self, limit: int) -> None:
        """Take so many bytes at most."""
        self._limit = limit
        self.kept, self.full = bytearray(), False

    def write(self, piece: bytes) -> int:
        """Take a piece; raises `Full` where it is too much, and again when the engine writes what it still had."""
        if self.full:
            raise Full
        if len(self.kept) + len(piece) > self._limit:
            self.kept += piece[: self._limit - len(self.kept)]
            self.full = True
            raise Full
        self.kept += piece
        return len(piece)

    def flush(self) -> None:
        """Nothing waits to be written."""


def cut(sink: Sink, form: QueryResultsFormat, rows: int) -> tuple[bytes | None, int]:
    """The first rows as a whole answer, and how many they are; None where nothing has to be left out."""
    if not sink.full and len(sink.kept) <= rows * SMALLEST:
        return None, 0
    head = HEAD_END[form].search(sink.kept)
    begin = head.end() if head is not None else 0
    end, count = begin, 0
    # A row of CSV is followed from its begin: from within a quoted field, the next line would look like one.
    following = ROW_END[form].match if form == QueryResultsFormat.CSV else ROW_END[form].search
    while (match := following(sink.kept, end)) is not None:
        if count == rows:
            return bytes(sink.kept[:end]) + END[form], count
        end, count = match.end(), count + 1
    return (bytes(sink.kept[:end]) + END[form], count) if sink.full else (None, count)
