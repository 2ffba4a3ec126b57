"""The table of ministries: one organization through all its names, in every language that reports it.

A row is one name of one institution: `since` is the first day that it bore the name, `until` the day it gave it up (the next name's `since`).
A date may be a year, a month or a day; an empty one is unknown and is read as "always" by the checks of overlap.
"""

import csv
import re
from collections import defaultdict
from itertools import combinations
from pathlib import Path

import pytest

# The closed list of portfolios. A ministry of several has the first one that its name gives, unless its weight lies elsewhere.
PORTFOLIOS = """
administration agriculture cabinet communication cooperatives coordination creative-economy culture defence economy education emergencies energy environment
finance fisheries foreign-affairs forestry health housing human-rights immigration industry infrastructure interior investment justice labour land planning
regions religious-affairs science social state-enterprises tourism trade transport villages women youth-sport
"""

HEADER = ["id", "country", "portfolio", "since", "until", "en", "id_names", "ru", "own", "source"]
COUNTRIES = """
ID BN KH LA MM MY PH SG TH VN TL CN JP KR IN PK BD LK AU NZ PG FJ US CA BR AR CL MX PE GB DE FR NL IT ES BE CH NO SE DK FI PL HU CZ
RU BY UA KZ UZ AZ TR SA AE QA KW OM JO IR IQ EG MA DZ TN ZA NG ET KE TZ
"""
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
LINES = list(csv.reader((Path(__file__).parent.parent / "data" / "ministries.csv").read_text(encoding="utf-8").splitlines()))
ROWS = [dict(zip(HEADER, line, strict=False)) for line in LINES[1:]]


def before(first: str, second: str) -> bool:
    """True when the first date is no later than the second, as far as both are known: 2014 and 2014-10 meet."""
    common = min(len(first), len(second))
    return not common or first[:common] <= second[:common]


def meet(first: dict[str, str], second: dict[str, str]) -> bool:
    """True when two periods overlap: one that ends when the other begins does not, an unknown end is open."""
    apart = [earlier["until"] and later["since"] and before(earlier["until"], later["since"]) for earlier, later in ((first, second), (second, first))]
    return not any(apart)


def names(row: dict[str, str]) -> list[str]:
    """Every wording of a row, in any language."""
    return [name for column in ("en", "id_names", "ru", "own") for name in row[column].split(";") if name]


@pytest.mark.parametrize(("first", "second", "expected"), [
    (("2004", "2014-10-27"), ("2014-10-27", ""), False), (("", "2014"), ("2014-10", ""), False), (("2004", "2015"), ("2014-10", ""), True),
    (("", ""), ("2014", "2019"), True), (("2014", ""), ("", "2014"), False), (("2019", "2024"), ("2014", "2019-10"), False),
])
def test_periods_meet_only_inside(first, second, expected):
    assert meet(*(dict(zip(("since", "until"), period, strict=True)) for period in (first, second))) is expected


def test_every_line_has_the_columns_of_the_header():
    assert LINES[0] == HEADER
    assert [line for line in LINES[1:] if len(line) != len(HEADER)] == []


def faults(row: dict[str, str]) -> list[str]:
    """What is wrong with the form of a row, said in the names of its columns."""
    wordings = {column: row[column].split(";") if row[column] else [] for column in ("en", "id_names", "ru", "own")}
    wrong = [column for column, found in wordings.items() if len(found) != len(set(found)) or any(w != " ".join(w.split()) or not w for w in found)]
    wrong += [column for column in ("since", "until") if row[column] and not DATE.fullmatch(row[column])]
    wrong += [column for column in ("en", "source") if not row[column]]
    wrong += ["id"] * (not re.fullmatch(row["country"] + "(-[a-z0-9]+)+", row["id"]))
    wrong += ["country"] * (not re.fullmatch("[A-Z]{2}", row["country"]))
    wrong += ["portfolio"] * (row["portfolio"] not in PORTFOLIOS.split())
    return wrong + ["since after until"] * (not before(row["since"], row["until"]))


def test_every_row_is_well_formed():
    assert [(row["id"], row["since"], faults(row)) for row in ROWS if faults(row)] == []


@pytest.mark.parametrize(("change", "expected"), [
    ({}, []), ({"since": "2014-13"}, ["since"]), ({"since": "2020", "until": "2019-05"}, ["since after until"]), ({"portfolio": "magic"}, ["portfolio"]),
    ({"en": "Ministry of Trade;"}, ["en"]), ({"ru": "Минторг;Минторг"}, ["ru"]), ({"id": "MY-trade"}, ["id"]), ({"source": ""}, ["source"]),
])
def test_a_fault_of_form_is_seen(change, expected):
    sound = dict.fromkeys(HEADER, "") | {"id": "ID-trade", "country": "ID", "portfolio": "trade", "en": "Ministry of Trade", "source": "invented"}
    assert faults(sound | change) == expected


@pytest.mark.parametrize(("column", "alphabet"), [("ru", "[А-Яа-яЁё]"), ("id_names", "[A-Za-z]"), ("en", "[A-Za-z]")])
def test_a_wording_stands_in_the_column_of_its_script(column, alphabet):
    assert [w for row in ROWS for w in row[column].split(";") if w and not re.search(alphabet, w)] == []
    assert column == "ru" or [w for row in ROWS for w in row[column].split(";") if re.search("[А-Яа-яЁё]", w)] == []


def test_rows_stand_in_order():
    keys = [(row["country"], row["id"], row["since"]) for row in ROWS]
    assert keys == sorted(keys)
    assert len(keys) == len(set(keys))


def test_an_institution_bears_one_full_name_at_a_time():
    by_id = defaultdict(list)
    for row in ROWS:
        by_id[row["id"]].append(row)
    assert [(a["id"], a["en"], b["en"]) for rows in by_id.values() for a, b in combinations(rows, 2) if meet(a, b)] == []
    assert [i for i, rows in by_id.items() if len({row["country"] for row in rows}) > 1] == []


def test_a_wording_means_one_institution_of_a_country_at_a_time():
    by_name = defaultdict(list)
    for row in ROWS:
        for name in set(map(str.casefold, names(row))):
            by_name[row["country"], name.replace("ё", "е")].append(row)
    assert [(n, a["id"], b["id"]) for n, rows in by_name.items() for a, b in combinations(rows, 2) if a["id"] != b["id"] and meet(a, b)] == []


@pytest.mark.parametrize("country", COUNTRIES.split())
def test_every_country_has_a_foreign_ministry_in_three_languages(country):
    foreign = [row for row in ROWS if row["country"] == country and row["portfolio"] == "foreign-affairs"]
    assert foreign
    assert all(row["en"] and row["id_names"] and row["ru"] for row in foreign)


@pytest.mark.parametrize(("country", "day", "wording", "expected"), [
    ("ID", "2019", "Kominfo", "ID-communication"), ("ID", "2025-03", "Komdigi", "ID-communication"), ("ID", "2006", "Depkominfo", "ID-communication"),
    ("ID", "2025-03", "Kemenkum", "ID-law"), ("RU", "2016", "Минкомсвязь", "RU-digital-development"), ("RU", "2022", "Минцифры", "RU-digital-development"),
    ("RU", "2015", "Минобрнауки", "RU-education-science"), ("RU", "2023", "Минобрнауки", "RU-science-higher-education"),
    ("ID", "2016", "Kementerian Pariwisata", "ID-tourism"), ("ID", "2025", "Kementerian Pariwisata", "ID-tourism"),
])
def test_old_and_new_names_lead_to_the_institution(country, day, wording, expected):
    when = {"since": day, "until": day}
    assert [row["id"] for row in ROWS if row["country"] == country and wording in names(row) and before(row["since"], day) and meet(row, when)] == [expected]
