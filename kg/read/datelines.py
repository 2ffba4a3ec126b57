"""The stretch before a report's first words: where it was sent from, when, by which agency (`MOSKWA, 3 Apr (TASS) – …`)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.gazetteer import country_names, country_of_place
from kg.languages import Language
from kg.matching import tokenize
from kg.read import publishers
from kg.read.stamps import dates

LONGEST = 110
LONG_PARAGRAPH = 170
MOST_WORDS = 4
# Where a dateline may end: a dash between spaces, a full stop, a colon, a bracket or slash that closes.
CLOSES = re.compile(r"\s?[-–—]{1,3}\s+|(?<=\))[-–—]{1,2}(?=[\"“«A-ZА-ЯЁ])|[.:]\s+|[)/][.:]?\s?[-–—:]*\s+|[»”][.:]?\s+[-–—]*\s*")
PIECES = re.compile(
    r"\((?P<round>[^()]{1,60})\)|/(?P<slash>[^/]{1,60})/|[«“\"](?P<quoted>[^«»“”\"]{1,40})[»”\"]|"
    r"(?P<plain>[^,()/«»“”\"–—|]+?)(?=\s+[-–—]|[,()/«»“”\"–—|]|(?<=\w{5})\.\s|\.\s(?!\d)|:\s|[.:]?\s*$)",
)
DOMAIN = re.compile(r"[\w-]+(?:\.[\w-]+){0,2}\.(?:com|co|net|org|id|ru|my|tv|news|info|kz|by|uz|online|press)", re.IGNORECASE)
QUOTED = re.compile(r"[«“\"]([^«»“”\"]{2,40})[»”\"]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says; `end` is where the report's own words begin. `day` is ISO, its year None where it gives none."""

    end: int
    place: str | None = None
    day: str | None = None
    agency: str | None = None
    start: int = 0


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    text: str
    known: bool = False


def find(text: str, start: int, end: int, language: Language, year: int | None = None) -> Dateline | None:
    """Give the dateline with which a paragraph begins, the longest that makes sense; `year` is that of a day that gives none."""
    best: Dateline | None = None
    for match in CLOSES.finditer(text, start, min(end, start + LONGEST)):
        if match.end() < end and (best is None or (not text[match.end()].islower() and _goes_on(text[best.end : match.start()] + match.group().strip(), language))):
            best = _understand(text[start : match.start()], match.group(), match.end(), language, year) or best
        if best is None and match.group().strip() == ":" and end - start >= LONG_PARAGRAPH and is_city(text[start : match.start()].strip()):
            best = Dateline(match.end(), text[start : match.start()].strip())  # "Bali: Menteri Luar Negeri …" as Metro TV writes it; no headline is as long
    return replace(best, start=start) if best else None


def _goes_on(stretch: str, language: Language) -> bool:
    """Whether what follows a dateline can belong to it, too: an agency, a place or a day, and not `Menteri Luar Negeri (Menlu)`."""
    kinds = [_classified(m, language) for m in PIECES.finditer(stretch) if m.group().strip(" .-–—")]
    if stretch.endswith(")") and [piece.kind for piece in kinds[-2:]] == ["agency", "agency"]:
        return False  # "Kementerian Pertahanan (Kemhan) RI …": no dash ends it, so it is what the report begins with
    return all(piece.kind in ("city", "date", "capitals") or (piece.kind == "agency" and (piece.known or len(kinds) == 1)) for piece in kinds)


def _understand(stretch: str, close: str, end: int, language: Language, year: int | None) -> Dateline | None:
    whole = stretch + close.strip() if close.strip()[:1] in tuple(")/»”") else stretch
    if whole.count("(") > whole.count(")"):
        return None
    pieces = [_classified(m, language) for m in PIECES.finditer(whole) if m.group().strip(" .-–—")]
    kinds = [piece.kind for piece in pieces]
    if not pieces or "other" in kinds or kinds[0] == "country" or _spells_out(pieces) or not _convinces(pieces, close):
        return None
    places = [p.text for p in pieces if p.kind in ("city", "capitals")]
    agencies = [p.text for p in pieces if p.kind == "agency"]
    if not agencies and len(places) > 1 and (named := [p.text for p in pieces if p.kind == "city"]):
        agencies = [p.text for p in pieces if p.kind == "capitals"]
        places = named
    days = dates(stretch, language, year)
    titled = [p.text for p in pieces if p.kind == "titled"]
    place = next(iter(places or (titled if agencies or days else [])), None)
    if not agencies and titled and "city" in kinds:
        agencies = titled
    return Dateline(end, _cased(place), days[0].iso if days else None, next(iter(agencies), None))


def _classified(match: re.Match[str], language: Language) -> _Piece:
    """What a piece of a dateline is: an agency, a city, words in capitals, a date, a title-cased name, or something else."""
    kind, text = match.lastgroup, (match.group(match.lastgroup or 0)).strip(" .-–—")
    if kind == "slash":
        quoted = QUOTED.search(text)
        return _Piece("agency", _known_at_end(text) or (quoted.group(1) if quoted else text))
    if (name := publishers.signed(text)) or DOMAIN.fullmatch(text):
        return _Piece("agency", name or text, known=True)
    if country_of_place(text):
        return _Piece("city", text)
    if kind == "round" and not text[:1].isdigit():
        return _Piece("capitals" if text.isupper() and len(text) > LONGEST_ACRONYM else "agency", text)
    if kind == "quoted":
        return _Piece("agency", text)
    if not text or text[0].isdigit() or dates(text, language, DEFAULT_YEAR):
        return _Piece("date", text) if _is_date(text, language) else _Piece("other", text)
    words = text.split()
    if len(words) > MOST_WORDS or not text[0].isupper():
        return _Piece("date", text) if _is_date(text, language) else _Piece("other", text)
    if text.isupper():
        return _Piece("country" if is_country(text, language) else "capitals", text)
    if _is_date(text, language):
        return _Piece("date", text)
    if is_country(text, language):
        return _Piece("country", text)
    return _Piece("titled" if all(w[0].isupper() for w in words) else "other", text)


def _spells_out(pieces: list[_Piece]) -> bool:
    """Whether a bracket only abbreviates the name before it: "Medan - Tentara Nasional Indonesia (TNI) menggelar" is not by TNI."""
    return any(
        second.kind in ("agency", "capitals") and not second.known and "".join(w[0] for w in first.text.split() if w[0].isupper()) == second.text
        for first, second in pairwise(pieces)
    )


def _known_at_end(text: str) -> str | None:
    """The publisher that ends a credit: `Корр. БЕЛТА`."""
    words = text.split()
    return next((name for i in range(len(words)) if (name := publishers.signed(" ".join(words[i:])))), None)


DEFAULT_YEAR = 2000
LONGEST_ACRONYM = 6
SHORTEST_NAME = 3
YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
TIME = re.compile(r"\d{1,2}[:.]\d{2}|\d{4}|\(?\d{1,2}/\d{1,2}\)?")


def _is_date(text: str, language: Language) -> bool:
    found = dates(text, language, DEFAULT_YEAR)
    rest = text[: found[0].start] + text[found[0].end :] if found else text
    rest = TIME.sub("", rest).strip(" .,()-–—")
    return not rest or rest.casefold() in _weekdays(language)


def _weekdays(language: Language) -> frozenset[str]:
    terms = language.table("dates", "term")
    return frozenset(word for key, words in terms.items() if key.startswith("weekday") for word in words)


def _convinces(pieces: list[_Piece], close: str) -> bool:
    """Whether the pieces together can only be a dateline: an agency or a date beside a place, or a place before a dash."""
    kinds = [p.kind for p in pieces]
    dashed = any(c in close for c in "-–—")
    if "agency" in kinds:
        # "Menteri Kehutanan (Menhut) Raja …" is no dateline: brackets alone convince only beside a city, capitals or a day.
        return (len(kinds) > 1 and (dashed or bool({"city", "capitals", "date"} & set(kinds)))) or (dashed and pieces[0].known)
    if kinds == ["date"]:
        return dashed and YEAR.search(pieces[0].text) is not None
    if "date" in kinds:
        return kinds[0] != "date" and ("titled" not in kinds or dashed)
    if kinds == ["capitals"]:
        name = pieces[0].text
        return (dashed and len(name) > SHORTEST_NAME) or (close.strip() in (".", ":") and is_city(name))
    if kinds[0] == "city" or ("city" in kinds and kinds[0] in ("capitals", "titled")):
        return dashed or (len(kinds) == 1 and pieces[0].text.isupper())
    return False


def is_country(text: str, language: Language) -> bool:
    """Say whether a text is nothing but the name of a country."""
    tokens = tokenize(text)
    match = country_names(language.code).at(tokens, 0)
    return match is not None and match.last == len(tokens) and match.value.form != "capital"


def _cased(place: str | None) -> str | None:
    """`BANDAR SERI BEGAWAN` as a name is written."""
    if place is None or not place.isupper():
        return place
    return " ".join(word if len(word) < SHORTEST_NAME else word.title() for word in place.split())


def is_city(text: str) -> bool:
    """Say whether a name is that of a well-known city."""
    return country_of_place(text) is not None
