"""What a text says about itself: its title, date and publisher, and which of its lines are not the article (first version)."""

from __future__ import annotations

from dataclasses import dataclass

from kg.languages import Language
from kg.model import Noise
from kg.read import noise
from kg.read.lines import lines


@dataclass(frozen=True, slots=True)
class Told:
    """What the lines of a text tell about it."""

    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    dateline: str | None = None
    noise: tuple[Noise, ...] = ()


def describe(text: str, language: Language, *, title: str | None = None, url: str | None = None) -> Told:
    """Ask the lines of a text."""
    read = tuple(lines(text))
    found = noise.find(text, read, language.code)
    return Told(title=title or read[0].text, noise=tuple(found))
