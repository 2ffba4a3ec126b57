"""A Markdown file with front matter becomes an article."""

from __future__ import annotations

import re
from collections.abc import Mapping

from kg.model import Article
from kg.read.assemble import Metadata, assemble
from kg.read.decode import decode

FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
HEADING = re.compile(r"\s*#[ \t]+(\S.*?)[ \t#]*(?=\n|\Z)")
FIELD = re.compile(r"(\w[\w-]*):(?:[ \t]+(.*))?")
ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))")
TRUE = "true"
DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def parse(data: bytes, *, name: str, where: str, lang: str | None = None, url: str | None = None) -> Article:
    """Read the bytes of a Markdown file; the front matter's `title`, `date`, `url` or `source_url`, `publisher`, `author`, `lang` and `invented` are believed.

    Without a title there, a first line with `#` is the headline.
    """
    whole = decode(data, where).lstrip("\n")
    head = FRONT_MATTER.match(whole)
    fields = _fields(head.group(1)) if head else {}
    date = DATE.match(fields.get("date") or fields.get("published") or "")
    known = Metadata(
        title=fields.get("title"), published=date.group() if date else None,
        publisher=fields.get("publisher"), url=fields.get("url") or fields.get("source_url") or url, author=fields.get("author"),
        invented=fields.get("invented", "").lower() == TRUE,
    )
    body = whole[head.end() :] if head else whole
    if first := HEADING.match(body):
        body = first[1] + body[first.end() :]
    return assemble(body, name=name, lang=lang or fields.get("lang"), known=known)


def _fields(head: str) -> Mapping[str, str]:
    r"""The plain fields of front matter; a value may go on in indented lines, and stand in quotes.

    >>> _fields('title: "One\\\n  \\ two"\ndate: \'2025-01-02\'')
    {'title': 'One two', 'date': '2025-01-02'}
    """
    found: dict[str, list[str]] = {}
    key = ""
    for line in head.split("\n"):
        field = FIELD.fullmatch(line.rstrip())
        if field:
            key = field.group(1)
            found[key] = [field.group(2) or ""]
        elif key and line.startswith((" ", "\t")):
            found[key].append(line.strip())
    return {name: value for name, parts in found.items() if (value := _value(parts))}


def _unescaped(match: re.Match[str]) -> str:
    """The character that an escape of a double-quoted value stands for."""
    if code := match.group(1) or match.group(2):
        return chr(int(code, 16))
    return {"n": " ", "t": " ", "_": " "}.get(match.group(3), match.group(3))


def _value(parts: list[str]) -> str:
    joined = parts[0]
    for part in parts[1:]:
        joined = joined[:-1] + part if joined.endswith("\\") else f"{joined} {part}"
    joined = joined.strip()
    if joined[:1] == joined[-1:] == '"' and len(joined) > 1:
        return " ".join(ESCAPED.sub(_unescaped, joined[1:-1]).split())
    if joined[:1] == joined[-1:] == "'" and len(joined) > 1:
        return joined[1:-1].replace("''", "'")
    return joined
