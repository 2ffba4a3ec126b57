"""How many instruments a mention stands for, and whether it is one already known ("the memorandum", "17 documents")."""

from __future__ import annotations

from collections.abc import Mapping

from kg.languages import Language
from kg.matching import Phrases
from kg.mention.instruments.names import Name
from kg.model import Sentence, Token

LARGEST = 200
REACH = 4
DEFINITE, INDEFINITE = "definite", "indefinite"


def quantity(language: Language, sentence: Sentence, name: Name) -> Mapping[str, str]:
    """Say whether the name is in the plural, and how many there are where the text counts them."""
    number, _ = _number(language, sentence.tokens[max(0, name.first - REACH) : name.first])
    if _is_ordinal(language, sentence, name):
        number = ""
    plural = bool(number) or any(
        language.phrases("instruments", "plural").at(sentence.tokens, i) is not None for i in range(name.first, name.complement))
    nth = {"nth": "true"} if not plural and (_is_ordinal(language, sentence, name) or _is_nth(language, sentence, name)) else {}
    return {**({"plural": "true"} if plural else {}), **({"number": number} if number.isdigit() else {}), **nth}


def _is_ordinal(language: Language, sentence: Sentence, name: Name) -> bool:
    """Whether a word that counts all of several ("kedua") tells which of them it is: a name with its topic, that nothing points back to."""
    first = name.first - 1
    after = sentence.tokens[name.last : name.last + 1]
    definite = language.phrases("instruments", "determiner").at(after, 0)
    told = first >= 0 and language.phrases("instruments", "ordinal").at(sentence.tokens[first : name.first], 0) is not None
    return told and name.last > name.complement and (definite is None or definite.value != "definite")


def _is_nth(language: Language, sentence: Sentence, name: Name) -> bool:
    """Whether a word in the name or right after it tells which of several it is ("MoU kelima tentang …", "MoU kedua ditandatangani")."""
    near = (sentence.tokens[max(0, name.complement - 1) : name.complement], sentence.tokens[name.last : name.last + 1])
    whose = language.phrases("instruments", "determiner").at(sentence.tokens[name.last : name.last + 2], 0)
    ordinal = language.phrases("instruments", "ordinal")
    return any(ordinal.at(tokens, 0) is not None for tokens in near) and (whose is None or whose.value != DEFINITE)


def _counts_all(language: Language, sentence: Sentence, name: Name) -> bool:
    """Whether a word before a name means all of several that are known ("keempat MoU")."""
    before = sentence.tokens[max(0, name.first - 1) : name.first]
    counted = bool(before) and language.phrases("instruments", "ordinal").at(before, 0) is not None and bool(_number(language, before)[0])
    return counted and not _is_ordinal(language, sentence, name)


def number_first(language: Language, sentence: Sentence, name: Name) -> int:
    """Give the token that a counted name begins at: `17` in "17 documents"."""
    return name.first - _number(language, sentence.tokens[max(0, name.first - REACH) : name.first])[1]


def _number(language: Language, before: tuple[Token, ...]) -> tuple[str, int]:
    """Give the number right before a name and how many tokens back it stands: `17`, `empat`; `several` where it is not counted."""
    for start in range(len(before)):
        match = language.phrases("instruments", "number").at(before, start)
        if match is not None and all(t.text.isalpha() for t in before[match.last :]) and match.last >= len(before) - 1:
            return match.value, len(before) - start
    digits = before[-1].norm if before else ""
    nth = len(before) > 1 and before[-2].norm == "-" and before[-2].end == before[-1].start  # "ke-30"
    return (digits, 1) if digits.isdigit() and 1 < int(digits) < LARGEST and not nth else ("", 0)


def determination(language: Language, sentence: Sentence, name: Name) -> str:
    """Say how the name is introduced: `definite`, `indefinite`, `absent` ("no agreement") or nothing."""
    before, after = sentence.tokens[max(0, name.first - REACH) : name.first], sentence.tokens[name.last : name.last + 2]
    if _counts_all(language, sentence, name):
        return DEFINITE
    phrases = language.phrases("instruments", "determiner")
    if said := _closest(phrases, before):
        return said
    if name.complement > 0 and language.phrases("instruments", "ordinal").at(sentence.tokens[name.complement - 1 : name.complement], 0):
        return INDEFINITE
    match = phrases.at(after, 0)
    return match.value if match is not None and match.value != "absent" else ""


def _closest(phrases: Phrases[str], before: tuple[Token, ...]) -> str:
    """Say what the words that end right before the name say."""
    for start in range(len(before)):
        match = phrases.at(before, start)
        if match is not None and match.last == len(before):
            return match.value
    return ""
