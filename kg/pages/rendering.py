"""Pages as HTML from the templates: everything that an article says is escaped, no page but the query page has a script, and links stay on the host."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg import vocabulary
from kg.pages.document import Document
from kg.pages.facts import Day, Outside
from kg.pages.naming import Name, Thing
from kg.pages.words import Words, languages
from kg.vocabulary import BASE

FOLDER = Path(__file__).parent
STATIC = FOLDER / "static"
STYLE = "pages.css"
HTML = "text/html"
SHOWN = 8  # lines of a list before it is folded
SAFE = "/:@!$&'()*+,;=~"  # what stands in a path as it is


def page(template: str, words: Words, path: str, *, query: Mapping[str, str] | None = None, alone: bool = False, **values: Any) -> Document:
    """A page of a template: `path` is its own, with its `query`; `alone` for a file that must be read without a server."""
    links = _Links(words.lang, path, dict(query or {}), alone)
    made = _templates().get_template(f"{template}.html").render(
        w=words, links=links, languages=languages(), style=Markup(style()) if alone else "", shown=SHOWN, **values,  # noqa: S704 - our own file
    )
    return Document(HTML, made.encode())


@cache
def style() -> str:
    """The one stylesheet of the pages."""
    return (STATIC / STYLE).read_text("utf-8")


class _Links:
    """Addresses as this page writes them: root-relative with the language, or whole where it stands alone."""

    def __init__(self, lang: str, path: str, query: dict[str, str], alone: bool) -> None:
        self.lang, self.path, self.query, self.alone = lang, path, query, alone

    def to(self, path: str, **query: str) -> str:
        """The address of a page by its path below the base."""
        if self.alone:
            return BASE + quote(path, safe=SAFE)
        return f"/{quote(path, safe=SAFE)}?{urlencode({**query, 'lang': self.lang})}"

    def here(self, lang: str) -> str:
        """The page in another language."""
        return f"/{quote(self.path, safe=SAFE)}?{urlencode({**self.query, 'lang': lang})}"

    def plain(self) -> str:
        """The page without its query, to which a form is sent."""
        return f"/{quote(self.path, safe=SAFE)}"

    def form(self, **query: str) -> str:
        """The page in another form, as a machine reads it."""
        return f"/{quote(self.path, safe=SAFE)}?{urlencode(query)}"


@cache
def _templates() -> Environment:
    made = Environment(loader=FileSystemLoader(FOLDER / "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    made.tests |= {"thing": lambda value: isinstance(value, Thing), "day": lambda value: isinstance(value, Day)}
    made.tests |= {"outside": lambda value: isinstance(value, Outside), "name": lambda value: isinstance(value, Name)}
    made.filters["label"] = vocabulary.label
    return made
