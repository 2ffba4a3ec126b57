"""Files of graphs: their forms by their endings, packed or not; what is written is in its place only when it is whole."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, BinaryIO

from kg.errors import InvalidGraph, StoreError

PACKINGS = (".gz", ".zst")
ENDINGS = {".nq": "nquads", ".nquads": "nquads", ".trig": "trig", ".ttl": "turtle", ".jsonld": "jsonld", ".json": "jsonld"}


def form_of(path: Path) -> str:
    """The form that a file's ending stands for. Raises `InvalidGraph` for another.

    >>> form_of(Path("graph.nq.zst"))
    'nquads'
    """
    name = path.name.lower()
    for packing in PACKINGS:
        name = name.removesuffix(packing)
    ending = Path(name).suffix
    if ending not in ENDINGS:
        raise InvalidGraph(f"{path}: {ending or 'no ending'} is no form of a graph; expected {', '.join(ENDINGS)}, with {' or '.join(PACKINGS)} behind it or not")
    return ENDINGS[ending]


@contextmanager
def opened(path: Path, mode: str) -> Iterator[BinaryIO]:
    """Open a file for reading (`rb`) or writing (`wb`), unpacked on the way; what is written is in its place only when it is whole."""
    if mode == "rb":
        with _unpacked(path) as stream:
            yield stream
        return
    new = path.with_name(f".{path.name}.new")
    try:
        with new.open("wb") as raw, _packed(raw, path) as stream:
            yield stream
        new.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        new.unlink(missing_ok=True)


@contextmanager
def _unpacked(path: Path) -> Iterator[BinaryIO]:
    try:
        with path.open("rb") as raw:
            if path.suffix == ".zst":
                yield from _unpacked_zstd(path, raw)
            elif path.suffix == ".gz":
                yield gzip.GzipFile(fileobj=raw)  # type: ignore[misc]
            else:
                yield raw
    except FileNotFoundError:
        raise StoreError(f"{path}: there is no such file") from None


def _unpacked_zstd(path: Path, raw: BinaryIO) -> Iterator[BinaryIO]:
    import zstandard

    try:
        yield zstandard.ZstdDecompressor().stream_reader(raw)
    except zstandard.ZstdError as error:
        raise StoreError(f"{path}: cannot be unpacked ({error}); nothing was imported") from None


@contextmanager
def _packed(raw: IO[bytes], path: Path) -> Iterator[BinaryIO]:
    """Pack what is written; without a time of packing, so that the same content gives the same bytes."""
    if path.suffix == ".zst":
        import zstandard

        with zstandard.ZstdCompressor(level=9).stream_writer(raw, closefd=False) as stream:
            yield stream
    elif path.suffix == ".gz":
        with gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as stream:
            yield stream  # type: ignore[misc]
    else:
        yield raw  # type: ignore[misc]
