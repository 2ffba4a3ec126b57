"""What is known by name before any article: countries, their capitals, well-known cities; found by any of their names.

A language folder may bring its own in `countries.toml` (a table for each form of name, a list for each country's code); the rest
are in tables: `data/countries.csv` (four languages, with adjectives, demonyms, nicknames, abbreviations and capitals),
`data/country_names.csv` (plain names in all other languages) and `data/places.csv` (cities). Each is read once, and
only the part of the language asked for is compiled.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kg.errors import InvalidLanguage
from kg.languages import language
from kg.matching import Phrases, fold
from kg.tables import rows, table

SPARE = "en"
NO_COUNTRY = "-"
NEVER = "never"  # the table of a language folder with names of countries that are ordinary words there: `Reunión`, a meeting
FORMS = ("name", "adjective", "demonym", "abbreviation", "nickname", "capital", NEVER)


@dataclass(frozen=True, slots=True)
class CountryName:
    """What a name stands for: a country's ISO 3166-1 alpha-2 code, and the form of the name.

    `form` is `name`, `adjective`, `demonym`, `abbreviation`, `nickname` or `capital`; a name that is written with a
    capital letter (`capitalized`) is not one without it. The code `-` marks a phrase that only looks like a country.
    """

    code: str
    form: str
    capitalized: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A well-known city: its name in the nominative, and the country in which it lies."""

    name: str
    code: str


def place_names(lang: str) -> Phrases[Place]:
    """The names of cities in a language, in all their cases; English names too where a text in that script may use them.

    >>> from kg.matching import tokenize
    >>> [m.value for m in place_names("ru").find(tokenize("в Гааге"))]
    [Place(name='Гаага', code='NL')]
    """
    return _places(lang)


def country_names(lang: str) -> Phrases[CountryName]:
    """The names of all countries in a language; plain English names where the language is not known.

    >>> from kg.matching import tokenize
    >>> [m.value.code for m in country_names("id").find(tokenize("RI dan Negeri Sakura"))]
    ['ID', 'JP']
    """
    return _compiled(_known(lang))


def label(code: str, lang: str) -> str:
    """The usual name of a country in a language, or its code.

    >>> label("RS", "ru"), label("CN", "id"), label("JP", "de"), label("CG", "en")
    ('Сербия', 'Tiongkok', 'Japan', 'Republic of the Congo')
    """
    return _labels(_known(lang)).get(code, code)


def capital(code: str, lang: str) -> str | None:
    """The seat of a country's government in a language.

    >>> capital("RU", "id"), capital("NL", "en")
    ('Moskow', 'The Hague')
    """
    return next((names[0] for c, kind, names in _rows(_known(lang)) if c == code and kind == "capital"), None)


def wikidata(code: str) -> str:
    """A country's item in Wikidata, where the table has one.

    >>> wikidata("ID"), wikidata("ZZ")
    ('Q252', '')
    """
    return _items().get(code, "")


@cache
def codes() -> tuple[str, ...]:
    """All countries' codes, in order.

    >>> len(codes()) > 240
    True
    """
    return tuple(sorted(_labels(SPARE)))


def country_of_place(name: str) -> str | None:
    """The country in which a well-known city lies, by any of its names.

    >>> country_of_place("Jenewa"), country_of_place("Атлантида")
    ('CH', None)
    """
    found = city(name)
    return found.code if found else None


def city(name: str) -> Place | None:
    """The well-known city that is called so in any language or was called so once, by its first English name.

    >>> city("Алма-Ате") == city("Almaty") == city("Алматы"), city("Rangoon").name
    (True, 'Yangon')
    """
    return _cities().get(fold(name))


def place_label(name: str, lang: str) -> str:
    """What a place is called in a language: a well-known city by its name there (else its English one), any other as it is written.

    >>> place_label("Астана", "en"), place_label("Moscow", "ru"), place_label("Джакарте", "id"), place_label("Desa Baru", "en")
    ('Astana', 'Москва', 'Jakarta', 'Desa Baru')
    """
    found = city(name)
    return _city_names().get((found.name, lang), found.name) if found else name


@cache
def leaders() -> Phrases[str]:
    """The names of leaders and foreign ministers that reports give without their country, each standing for its code.

    >>> from kg.matching import tokenize
    >>> [m.value for m in leaders().find(tokenize("Presiden Prabowo bertemu Xi Jinping"))]
    ['ID', 'CN']
    """
    return Phrases((name, row[0]) for row in rows("leaders.csv") for column in row[1:] for name in column.split("|") if name)


@cache
def _compiled(lang: str) -> Phrases[CountryName]:
    return Phrases((name, CountryName(code, form, _has_capital(name))) for code, form, names in _rows(lang) for name in names)


def _has_capital(name: str) -> bool:
    """Whether a pattern is written with a capital letter (scripts without case have none)."""
    return name.removeprefix("=")[:1].isupper()


@cache
def _labels(lang: str) -> dict[str, str]:
    return {code: names[0].replace("?", "") for code, form, names in reversed(_rows(lang)) if form == "name"}  # "the?" may be left away in a text


@cache
def _rows(lang: str) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Code, form and names of every row of a language."""
    written = tuple((r[0], r[2], tuple(r[3].split("|"))) for r in rows("countries.csv") if r[1] == lang)
    tables = language(lang).table("countries")
    if unknown := [form for form in tables if form not in FORMS]:
        raise InvalidLanguage(f"{lang}/countries.toml: the table [{unknown[0]}] is none of {', '.join(FORMS)}")
    own = tuple((code, form, tuple(names)) for form, row in tables.items() if form != NEVER for code, names in row.items())
    if any(form == "name" for _, form, _ in (*own, *written)):
        return own + written
    words = tables.get(NEVER, {})
    return own + tuple((code, "name", (name,)) for language, code, name in rows("country_names.csv") if language == lang and name not in words.get(code, ()))


@cache
def _known(lang: str) -> str:
    """A language that has names of countries: this one, its base (`pt-BR` → `pt`), or English."""
    return next((known for known in (lang, lang.partition("-")[0]) if _rows(known)), SPARE)


@cache
def _places(lang: str) -> Phrases[Place]:
    wanted = {lang, SPARE}
    own = () if lang in _city_languages() else _rows(lang)
    capitals = [(code, lang, name, name) for code, form, names in own if form == "capital" for name in names]
    rows = [*capitals, *(row[:4] for row in _city_rows() if row[1] in wanted)]
    return Phrases((form, Place(name, code)) for code, _, name, forms in rows for form in forms.split("|"))


@cache
def _items() -> dict[str, str]:
    return {row["country"]: row["wikidata"] for row in table("wikidata.csv") if not row["name"]}


@cache
def _cities() -> dict[str, Place]:
    """Cities by all their folded names; of two cities of one name the first, a capital."""
    return {fold(form): Place(known, code) for code, _, _, forms, known in reversed(_city_rows()) for form in forms.split("|")}


@cache
def _city_names() -> dict[tuple[str, str], str]:
    """The name of each city (by its first English name) in each language that has one; what has more words is a part of it (Jakarta Pusat)."""
    return {(known, lang): name for _, lang, name, _, known in reversed(_city_rows()) if name == known or known not in name}


@cache
def _city_languages() -> frozenset[str]:
    return frozenset(row[1] for row in _city_rows())


@cache
def _city_rows() -> tuple[tuple[str, str, str, str, str], ...]:
    """Country, language, name, forms and first English name of every city."""
    return tuple((row[0], row[1], row[2], row[3], row[4] or row[2]) for row in rows("places.csv"))
