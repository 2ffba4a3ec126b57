"""Lines of a page that their make gives away, whatever they say: buttons in a row, menus whose spaces were lost, credits of agencies."""

from __future__ import annotations

import re
from functools import cache

from kg.languages import language
from kg.matching import fold
from kg.read import publishers
from kg.read.stamps import is_update

GLUED = re.compile(r"(?<=[a-zа-яё])[A-ZА-ЯЁ](?=[a-zа-яё])")
MOST_GLUED = 2  # "LinkedIn", "YouTube": names that are written so
BUTTONS = ("whole", "label", "heading")
BUTTON_RULES = ("menu", "share", "teaser", "rubric")
SPACES = re.compile(r"[\s|/·•,&+]+")
FEWEST_BUTTONS = 2
LONGEST = 160
STOPS = '.!?:…"”»)'
# Somebody of a paper, in brackets or not: Rina Sari / Kompas.com; Rina Sari (The Jakarta Post); a file picture by Rina Sari/Reuters
CREDIT = re.compile(
    r"[(\[]?(?:[^\W\d_]{3,12}: )?(?:[^\W\d_][\w.'’-]{0,25} ){0,3}[^\W\d_][\w.'’-]{0,25}\s?(?:[/|,(]|[-–—] )\s?(?P<agency>[^()\[\]/|,]{2,40})[)\]]?\.?",
)


def rule(text: str, lang: str) -> str | None:
    """Give the rule of a line of furniture, None for any other line.

    >>> rule("facebook twitter whatsapp telegram", "id"), rule("Rina Sari / Kompas.com", "id"), rule("Menlu bertemu Dubes", "id")
    ('share', 'credit', None)
    """
    if len(text) > LONGEST:
        return "menu" if _is_glued(text) else None
    if _is_glued(text):
        return "menu"
    if _are_buttons(text, lang):
        return "share"
    if _is_credit(text):
        return "credit"
    return "date" if is_update(text, language(lang)) else None


def _is_glued(text: str) -> bool:
    """Whether names follow each other without a space: `Tentang KamiPedoman Media SiberKebijakan PrivasiIklanKarir`."""
    return text[-1] not in STOPS and len(GLUED.findall(text)) > MOST_GLUED


def _are_buttons(text: str, lang: str) -> bool:
    """Whether every word of a line is a button or a heading of a menu; a single one is what the list of words decides about."""
    words = [word for word in SPACES.split(fold(text)) if word]
    return len(words) >= FEWEST_BUTTONS and all(word in _buttons(lang) for word in words)


def _is_credit(text: str) -> bool:
    """Whether a line is somebody's name and the agency or paper that they work for."""
    match = CREDIT.fullmatch(text)
    return match is not None and publishers.known(match.group("agency")) is not None and text[0] not in STOPS


@cache
def _buttons(lang: str) -> frozenset[str]:
    tables = [language(code).table("noise") for code in dict.fromkeys((lang, "en"))]
    return frozenset(
        fold(word) for table in tables for name in BUTTON_RULES for place in BUTTONS for word in table.get(name, {}).get(place, ()) if " " not in word
    )
