"""Very many articles on several machines: shards that are extracted anywhere and become files, with a manifest that `kg store import` takes.

Each shard is a pure function of its files, so it does not matter where, when and how often it is worked on; a machine that is lost costs its shard only,
and a run that is started again does what is missing.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from kg.bulk.work import How, Read, work
from kg.errors import KGError, StoreError
from kg.read import articles as read
from kg.read import expand, holds_many
from kg.read.source import LARGEST, Source

MANIFEST = "manifest.json"
VERSION = 1
SIZE = 500  # files of a shard


@dataclass(frozen=True, slots=True)
class Shard:
    """A shard that is done: its file, the digests of what went in and of what came out, and what of it could not be read."""

    file: str
    of: str
    sha256: str
    articles: int
    failed: tuple[str, ...] = ()


Runner = Callable[[Iterable[tuple[int, list[Any]]], How], Iterator[tuple[int, "list[Read] | str"]]]


def extract(sources: Iterable[str], folder: Path, *, how: How, runner: Runner, size: int = SIZE) -> Iterator[Shard | str]:
    """Extract sources into shards below a folder; gives each shard when its file is written, or why one was lost."""
    folder.mkdir(parents=True, exist_ok=True)
    known = {shard.file: shard for shard in manifest(folder).values()} if (folder / MANIFEST).exists() else {}
    shards: dict[int, Shard] = {}
    names: dict[int, str] = {}

    def wanted() -> Iterator[tuple[int, list[Any]]]:
        for number, pieces in enumerate(_pieces(sources, size)):
            names[number] = _digest(pieces, how)
            before = known.get(_file(number))
            if before is not None and before.of == names[number] and _sha256(folder / before.file) == before.sha256:
                shards[number] = before
            else:
                yield number, pieces

    for number, found in runner(wanted(), how):
        if isinstance(found, str):
            yield f"{_file(number)}: {found}; start again to do what is missing"
            continue
        shards[number] = _written(folder, number, names[number], found)
        _note(folder, shards)
        yield shards[number]
    _note(folder, shards)


def manifest(folder: Path) -> Mapping[int, Shard]:
    """The shards of a folder, by number. Raises `StoreError` where the manifest is none or of another version."""
    path = folder / MANIFEST
    try:
        found = json.loads(path.read_text("utf-8"))
        if found["version"] != VERSION:
            raise StoreError(f"{path}: of format {found['version']}; this program knows {VERSION}")
        return {int(number): Shard(**{**fields, "failed": tuple(fields["failed"])}) for number, fields in found["shards"].items()}
    except FileNotFoundError:
        raise StoreError(f"{path}: there is no manifest here; expected a folder that kg shard has written") from None
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError(f"{path}: is no manifest of shards ({error.__class__.__name__}: {error})") from None


def verified(folder: Path) -> list[Path]:
    """The files of a folder's shards, each as it was written. Raises `StoreError` for one that is missing or changed."""
    paths = []
    for _, shard in sorted(manifest(folder).items()):
        path = folder / shard.file
        if path.resolve().parent != folder.resolve() or not path.is_file() or _sha256(path) != shard.sha256:
            raise StoreError(f"{path}: is missing or not what the manifest says; run kg shard again")
        paths.append(path)
    return paths


def here(wanted: Iterable[tuple[int, list[Any]]], how: How) -> Iterator[tuple[int, list[Read] | str]]:
    """Shards in this process, one after another."""
    yield from ((number, work_on(pieces, how)) for number, pieces in wanted)


def on_ray(address: str | None, *, ahead: int = 4) -> Runner:
    """Shards on a Ray cluster: `auto` for the running one, an address, or None for one of this machine alone."""

    def run(wanted: Iterable[tuple[int, list[Any]]], how: How) -> Iterator[tuple[int, list[Read] | str]]:
        try:
            import ray
        except ImportError:
            raise KGError("a Ray cluster needs the extra 'ray': pip install 'diplokg[ray]'") from None
        began = not ray.is_initialized()
        if began:
            ray.init(address=address, include_dashboard=False, log_to_driver=False, logging_level=logging.ERROR)
        try:
            yield from _handed_out(ray, wanted, how, ahead)
        finally:
            if began:
                ray.shutdown()

    return run


def _handed_out(ray: Any, wanted: Iterable[tuple[int, list[Any]]], how: How, ahead: int) -> Iterator[tuple[int, list[Read] | str]]:
    task = ray.remote(max_retries=2, num_cpus=1)(work_on)
    limit = max(int(ray.cluster_resources().get("CPU", 1)), 1) + ahead
    waiting: dict[Any, int] = {}
    source = iter(wanted)
    while True:
        for number, pieces in islice(source, limit - len(waiting)):
            waiting[task.remote(pieces, how)] = number
        if not waiting:
            return
        (done,), _ = ray.wait(list(waiting), num_returns=1)
        number = waiting.pop(done)
        try:
            yield number, ray.get(done)
        except ray.exceptions.RayError as error:
            yield number, " ".join(str(error).split())[:200] or error.__class__.__name__


def work_on(pieces: list[Any], how: How) -> list[Read]:
    """Understand what a shard holds."""
    return [found for reads in work(pieces, how) for found in reads]


def _pieces(sources: Iterable[str], size: int) -> Iterator[list[Any]]:
    """What each shard holds: files with their bytes, so that a machine elsewhere needs no disk of ours; of containers the articles in them."""
    every = _each(sources)
    while taken := list(islice(every, size)):
        yield taken


def _each(sources: Iterable[str]) -> Iterator[tuple[str, Any]]:
    for source in sources:
        try:
            paths = expand([source])
        except KGError as error:
            yield source, error
            continue
        for path in paths:
            if holds_many(path) or path.stat().st_size > LARGEST:
                yield from ((str(path), article) for article in read(path))
            else:
                yield str(path), Source(path.stem, str(path), path.read_bytes())


def _digest(pieces: list[Any], how: How) -> str:
    seen = hashlib.sha256(repr(how).encode())
    for source, piece in pieces:
        seen.update(source.encode())
        seen.update(piece.data() if isinstance(piece, Source) else repr(piece).encode())
    return seen.hexdigest()


def _file(number: int) -> str:
    return f"shard-{number:06}.nq.zst"


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def _written(folder: Path, number: int, of: str, reads: list[Read]) -> Shard:
    import zstandard

    data = zstandard.ZstdCompressor(level=9).compress(b"".join(read.graph for read in reads))
    path = folder / _file(number)
    new = path.with_suffix(".new")
    new.write_bytes(data)
    new.replace(path)
    failed = tuple(read.error for read in reads if read.error)
    return Shard(path.name, of, hashlib.sha256(data).hexdigest(), len(reads) - len(failed), failed)


def _note(folder: Path, shards: Mapping[int, Shard]) -> None:
    path = folder / MANIFEST
    new = path.with_suffix(".new")
    new.write_text(json.dumps({"version": VERSION, "shards": {str(n): asdict(s) for n, s in sorted(shards.items())}}, ensure_ascii=False, indent=1) + "\n", "utf-8")
    new.replace(path)
