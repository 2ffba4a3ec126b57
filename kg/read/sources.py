"""Which reader reads which source: a file by its ending, a folder file by file, `-` for standard input."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from kg.errors import UnreadableArticle
from kg.model import Article
from kg.read import markdown, page, text

Reader = Callable[..., Article]
READERS: Mapping[str, Reader] = {
    ".txt": text.parse, ".text": text.parse, ".html": page.parse, ".htm": page.parse, ".xhtml": page.parse, ".md": markdown.parse,
}
STANDARD_INPUT = "-"
MARKUP = (b"<!doctype html", b"<html", b"<?xml")


def read(source: str | Path, *, lang: str | None = None) -> Iterator[Article]:
    """Give the articles of a source: one for a file or for standard input (`-`), one for each file of a folder.

    `lang` is taken for granted where given; otherwise the text tells. Raises `UnreadableArticle` at the first file that gives no
    article; who wants to go on past it reads the files of `expand` one by one.
    """
    for path in expand([source]):
        yield _read_one(path, lang)


def expand(sources: Iterable[str | Path]) -> list[Path]:
    """List the files that sources stand for, each once: a folder gives its articles, sorted; anything else stands for itself."""
    files: dict[Path, None] = {}
    for source in sources:
        path = Path(source)
        files.update(dict.fromkeys(_articles_below(path) if path.is_dir() else (path,)))
    return list(files)


def _articles_below(folder: Path) -> list[Path]:
    files = (p for p in folder.rglob("*") if p.suffix.lower() in READERS and p.is_file() and not p.is_symlink())
    found = sorted(p for p in files if not _hidden(p, folder))
    if not found:
        raise UnreadableArticle(f"{folder}: no article in this folder; expected files ending in {', '.join(READERS)}")
    return found


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _read_one(path: Path, lang: str | None) -> Article:
    if str(path) == STANDARD_INPUT:
        return _standard_input(lang)
    reader = READERS.get(path.suffix.lower())
    if reader is None and path.exists():
        raise UnreadableArticle(f"{path}: {path.suffix or 'no ending'} is no article; expected {', '.join(READERS)}")
    return (reader or text.parse)(_bytes(path), name=path.stem, where=str(path), lang=lang)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UnreadableArticle(f"{path}: there is no such file or folder") from None
    except OSError as error:
        raise UnreadableArticle(f"{path}: cannot be read: {error.strerror or error}") from error


def _standard_input(lang: str | None) -> Article:
    """What comes through a pipe is a page where it begins like one, front matter where it begins with `---`, else plain text."""
    data = sys.stdin.buffer.read()
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    reader: Reader = page.parse if start.startswith(MARKUP) else markdown.parse if start.startswith(b"---\n") else text.parse
    return reader(data, name="stdin", where="standard input", lang=lang)
