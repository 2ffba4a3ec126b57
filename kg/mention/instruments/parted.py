"""What a document is about, where its verb stands between: "a memorandum was signed | on fisheries"."""

from __future__ import annotations

from kg.languages import Language
from kg.matching import Phrases
from kg.model import Token

PARTED, LONGEST_COMPLEMENT = 4, 8


def parted(language: Language, tokens: tuple[Token, ...], last: int) -> tuple[int, int]:
    """The tokens that say what the bare name which ends at `last` is about; an empty range where nothing does."""
    return _after_verb(language, tokens, last, language.phrases("instruments", "about"))


def partners(language: Language, tokens: tuple[Token, ...], last: int) -> tuple[int, int]:
    """The tokens that say whose a bare name is: "a memorandum signed between | India and Peru"; an empty range where nothing does."""
    return _after_verb(language, tokens, last, language.phrases("parties", "partner"))


def _after_verb(language: Language, tokens: tuple[Token, ...], last: int, links: Phrases[str]) -> tuple[int, int]:
    acts = [language.phrases("statuses", side) for side in ("left", "either")]
    verb = next((m.last for i in range(last, min(last + PARTED, len(tokens))) for act in acts if (m := act.at(tokens, i))), None)
    if verb is None or (link := links.at(tokens, verb)) is None:
        return last, last
    stop = next((i for i in range(link.last, len(tokens)) if not (tokens[i].norm.isalnum() or tokens[i].norm == "-")), len(tokens))
    return link.last, min(stop, link.last + LONGEST_COMPLEMENT)
