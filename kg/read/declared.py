"""What a page says of its report outside of the report: JSON-LD, meta elements, microdata, the title in its head and its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urljoin

from kg.read import linked
from kg.read.markup import NAMES

DATE = re.compile(r"\s*((?:19|20)\d{2})[-/.]?(0[1-9]|1[0-2])[-/.]?(0[1-9]|[12]\d|3[01])(?!\d)")
UTC = re.compile(r"\d(?:Z|[+-]00:?00)$")
IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.?-]|$)")
ABSOLUTE = re.compile(r"https?://[^\s<>\"]{3,2000}")
LONGEST_NAME = 120
MOST = 400  # elements of microdata that are looked at


@dataclass(frozen=True)
class Declared:
    """The facts of a page, asked one by one; each is None where the page does not say."""

    root: Any

    def read(self) -> None:
        """Ask for everything now, because the tree will be pruned."""
        for name, fact in vars(type(self)).items():
            if isinstance(fact, cached_property):
                getattr(self, name)

    @cached_property
    def linked(self) -> Mapping[str, Any]:
        """What its JSON-LD says."""
        return linked.article(self.root)

    @cached_property
    def meta(self) -> Mapping[str, str]:
        """Its meta elements by their names; of several of a name the first counts."""
        found: dict[str, str] = {}
        for element in self.root.iter("meta"):
            content = " ".join(element.get("content", "").split())
            for key in ("property", "name", "itemprop"):
                if content and element.get(key):
                    found.setdefault(element.get(key).strip().lower(), content)
        return found

    @cached_property
    def properties(self) -> Mapping[str, Any]:
        """Its elements of microdata by the names of their properties; what is said of another thing on the page does not count."""
        found: dict[str, Any] = {}
        for element in self.root.xpath(f"(//*[@itemprop])[position() <= {MOST}]"):
            for name in element.get("itemprop").lower().split():
                found.setdefault(name, element)
        return found

    @cached_property
    def published(self) -> tuple[str, bool] | None:
        """The day that it names for its machines, and whether that is a day of Greenwich, which may not be the page's own."""
        for told in self._told_dates():
            if match := DATE.match(told):
                return "-".join(match.groups()), UTC.search(told.strip()) is not None
        return None

    def _told_dates(self) -> Iterator[str]:
        yield linked.name_of(self.linked.get("datePublished")) or ""
        element = self.properties.get("datepublished")
        if element is not None:
            yield next((element.get(name) for name in ("content", "datetime", "title") if element.get(name)), "") or _text(element)
        yield from (self.meta[name] for name in NAMES["dates"] if name in self.meta)

    @cached_property
    def address_day(self) -> str | None:
        """The day in its address: `/2025/04/15/`."""
        match = IN_ADDRESS.search(self.address or "")
        return "-".join(match.groups()) if match else None

    @cached_property
    def address(self) -> str | None:
        """The address that it gives itself."""
        found = (urljoin(self._base or "", told.strip()) for told in self._told_addresses() if told and told.strip())
        return next((url for url in found if ABSOLUTE.fullmatch(url)), None) or self._base

    @cached_property
    def _base(self) -> str | None:
        element = self.root.find(".//base[@href]")
        return element.get("href") if element is not None and ABSOLUTE.fullmatch(element.get("href")) else None

    def _told_addresses(self) -> Iterator[str | None]:
        yield from (e.get("href") for e in self.root.iter("link") if "canonical" in e.get("rel", "").lower().split())
        yield from (self.meta.get(name) for name in NAMES["addresses"])
        main = self.linked.get("mainEntityOfPage")
        for told in (self.linked.get("url"), main.get("@id") if isinstance(main, Mapping) else main):
            yield told if isinstance(told, str) else None
        for name in ("url", "mainentityofpage"):
            element = self.properties.get(name)
            yield (element.get("href") or element.get("content")) if element is not None else None

    @cached_property
    def author(self) -> str | None:
        """Who wrote it."""
        element = self.properties.get("author")
        told = [linked.name_of(self.linked.get("author")), *(self.meta.get(name) for name in NAMES["authors"])]
        told.append(_name_in(element) if element is not None else None)
        return next((name for name in told if name and "://" not in name and len(name) <= LONGEST_NAME), None)

    @cached_property
    def publisher(self) -> str | None:
        """Whose page it is."""
        element = self.properties.get("publisher")
        told = [linked.name_of(self.linked.get("publisher")), *(self.meta.get(name) for name in NAMES["publishers"])]
        told.append(_name_in(element) if element is not None else None)
        return next((name for name in told if name and "://" not in name and len(name) <= LONGEST_NAME), None)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What it calls its report, the most careful first."""
        element = self.properties.get("headline")
        told = [linked.name_of(self.linked.get("headline")), _text(element) if element is not None else None]
        return tuple(t for t in (*told, *(self.meta.get(name) for name in NAMES["titles"])) if t)

    @cached_property
    def head(self) -> str | None:
        """The title in its head, mostly with the name of the house."""
        return next((text for e in self.root.iter("title") if (text := _text(e))), None)

    @cached_property
    def lang(self) -> str | None:
        """The language that it says it is in."""
        return self.root.get("lang", "").split("-")[0].split("_")[0].lower() or None

    @cached_property
    def body(self) -> str | None:
        """The report as JSON-LD has it."""
        told = self.linked.get("articleBody")
        return told if isinstance(told, str) else None


def _text(element: Any) -> str:
    return " ".join((element.get("content") or "".join(element.itertext())).split())


def _name_in(element: Any) -> str | None:
    """The name in an element of microdata: its `name`, or all of its text."""
    named = element.find(".//*[@itemprop='name']")
    return _text(element if named is None else named) or None
