"""The tables of reference data are whole, and a user's own are read beside them, or told what is wrong with them."""

import csv
import os
import re
import subprocess
import sys
from collections import Counter

import pytest

from kg.bulk.journal import Journal
from kg.bulk.work import How
from kg.gazetteer import codes
from kg.institutions import institution, wikidata
from kg.resources import folder
from kg.tables import MORE, TABLES, faults, fingerprint, rows, table

LINKS = list(table("wikidata.csv"))


@pytest.fixture
def theirs(tmp_path, monkeypatch):
    """Write a user's table; the next reading takes it in."""

    def written(name, text):
        (tmp_path / name).write_text(text, "utf-8")
        monkeypatch.setenv(MORE, str(tmp_path))
        fingerprint.cache_clear()
        return tmp_path / name

    yield written
    fingerprint.cache_clear()


@pytest.mark.parametrize("name", TABLES)
def test_our_tables_keep_to_what_is_asked_of_a_users(name):
    with (folder("data") / name).open(encoding="utf-8", newline="") as file:
        assert next(csv.reader(file)) == list(TABLES[name])
    kinds = TABLES[name].values()
    assert [cells for cells in rows(name) if len(cells) != len(kinds) or not all(kind.fits(cell) for kind, cell in zip(kinds, cells, strict=True))] == []


def test_a_body_is_called_by_one_name_only_once():
    named = Counter((row["country"], name) for row in table("organizations.csv") for column in ("names", "id", "ru") for name in dict.fromkeys(row[column].split(";")) if name)
    again = {key for key, number in named.items() if number > 1}
    several = [key for key in again if len([1 for row in table("organizations.csv") if row["country"] == key[0] and key[1] in ";".join(row[c] for c in ("names", "id", "ru")).split(";")]) > 1]
    assert several == []


def test_every_country_has_its_item_in_wikidata():
    assert {row["country"] for row in LINKS if not row["name"]} == set(codes())


def test_items_of_wikidata_are_unique_and_well_formed():
    items = [row["wikidata"] for row in LINKS]
    assert [item for item in items if not re.fullmatch(r"Q[1-9]\d*", item)] == []
    assert [item for item, number in Counter(items).items() if number > 1] == []
    assert len({(row["country"], row["name"]) for row in LINKS}) == len(LINKS)


def test_every_linked_institution_is_one_that_the_tables_know():
    assert [row["name"] for row in LINKS if row["name"] and institution(row["country"], row["name"]) is None] == []
    assert len(wikidata()) == sum(bool(row["name"]) for row in LINKS)


@pytest.mark.parametrize(("country", "names"), [
    ("ID", ("BNPB", "Badan Nasional Penanggulangan Bencana", "National Disaster Management Agency", "Национальное агентство по ликвидации последствий стихийных бедствий")),
    ("ID", ("BRIN", "Badan Riset dan Inovasi Nasional", "National Research and Innovation Agency", "Национальное агентство исследований и инноваций")),
    ("ID", ("BMKG", "Badan Meteorologi, Klimatologi, dan Geofisika", "Агентство по метеорологии, климатологии и геофизике")),
    ("ID", ("KPK", "Komisi Pemberantasan Korupsi", "Corruption Eradication Commission", "Комиссия по искоренению коррупции")),
    ("MY", ("Ministry of Plantation and Commodities", "Kementerian Perladangan dan Komoditi", "Министерство плантаций и сырьевых товаров")),
    ("", ("ASEAN", "Perhimpunan Bangsa-Bangsa Asia Tenggara", "АСЕАН")),
])
def test_an_institution_is_one_in_every_language(country, names):
    meant = {institution(country, name, "2025-03-01") for name in names}
    assert len(meant) == 1
    assert None not in meant


@pytest.mark.parametrize(("name", "text", "told"), [
    ("ministries.csv", "id,country,portfolio,en,source\nID-moon,ID,science,Ministry of the Moon,ours\nID-sun,Indonesia,science,x,y\n",
     "ministries.csv:3: country is 'Indonesia'; expected a country's ISO 3166-1 code such as ID"),
    ("ministries.csv", "id,country,portfolio,since,source\nID-sun,ID,science,21.10.2024,y\n", "ministries.csv:2: since is '21.10.2024'; expected 2024-10-21, 2024-10, 2024 or nothing"),
    ("organizations.csv", "type,country,names\nagencyy,ID,X\n", "organizations.csv:2: type is 'agencyy'; expected a code of the scheme of organization types such as agency"),
    ("wikidata.csv", "country,wikidata,source\nID,252,y\n", "wikidata.csv:2: wikidata is '252'; expected an item of Wikidata such as Q252"),
    ("places.csv", "code,lang,name,forms\nID,id,Kota\n", "places.csv:2: 3 columns; expected 4 (code,lang,name,forms)"),
    ("leaders.csv", "code,latin,greek\nID,X,Y\n", "leaders.csv:1: columns: found 'greek'; expected code,latin,cyrillic"),
    ("ministries.csv", "id,country,portfolio\n", "ministries.csv:1: columns: missing 'source'; expected id,country,portfolio,since,until,en,id_names,ru,own,source"),
    ("publishers.csv", 'name\n"open\n', "publishers.csv: cannot be read: unexpected end of data"),
])
def test_a_row_that_cannot_be_understood_is_told_in_one_line(theirs, name, text, told):
    theirs(name, text)
    (fault,) = faults()
    assert fault.endswith(told)
    assert "\n" not in fault


def test_a_folder_that_is_not_there_or_empty_is_told(monkeypatch, tmp_path):
    monkeypatch.setenv(MORE, str(tmp_path / "nowhere"))
    assert list(faults()) == [f"{tmp_path / 'nowhere'}: there is no such folder (it was named as the folder of tables)"]
    monkeypatch.setenv(MORE, str(tmp_path))
    assert [fault.partition(": found none of the tables")[0] for fault in faults()] == [str(tmp_path)]


def test_the_users_rows_come_after_ours_in_the_order_of_our_columns(theirs):
    theirs("leaders.csv", "latin,code\nArjuna Merapi,ID\n")
    assert [*rows("leaders.csv")][-1] == ["ID", "Arjuna Merapi", ""]
    assert len([*rows("leaders.csv")]) > 50


def test_the_content_of_the_users_tables_tells_readings_apart(theirs):
    before = fingerprint()
    theirs("leaders.csv", "latin,code\nArjuna Merapi,ID\n")
    first = fingerprint()
    theirs("leaders.csv", "latin,code\nArjuna Merapi,MY\n")
    assert len({before, first, fingerprint()}) == 3
    assert before == ""


def test_a_file_is_read_again_when_the_users_tables_changed(theirs, tmp_path):
    (tmp_path / "store").mkdir()
    read = tmp_path / "report.txt"
    read.write_text("Sebuah laporan.", "utf-8")
    due = []
    for name in ("Arjuna Merapi", "Arjuna Merapi", "Sekar Merapi"):
        theirs("leaders.csv", f"latin,code\n{name},ID\n")
        journal = Journal(tmp_path / "store", How())
        due.append(journal.pieces(read))
        journal.note(read, 1, whole=True)
        journal.close()
    assert due == [0, None, 0]


def test_an_article_is_read_with_the_users_tables(tmp_path):
    (tmp_path / "organizations.csv").write_text("type,country,names\nagency,ID,Balai Bulan Purnama;BBP\n", "utf-8")
    text = "Indonesia dan Jepang menandatangani nota kesepahaman. BBP dan Kementerian Perdagangan Jepang hadir di Tokyo."
    found = {}
    for told in ((), ("--data", tmp_path)):
        command = [sys.executable, "-m", "kg", *map(str, told), "extract", "-", "--format", "facts"]
        found[bool(told)] = subprocess.run(command, input=text, capture_output=True, text=True, encoding="utf-8", check=True, env={**os.environ, "PYTHONIOENCODING": "utf-8"}).stdout
    assert '"BBP"' not in found[False]
    assert '"BBP"' in found[True]


def test_the_command_line_tells_all_faults_and_stops(tmp_path):
    (tmp_path / "leaders.csv").write_text("code,latin\nIDN,X\nindo,Y\nID,Z\n", "utf-8")
    ran = subprocess.run([sys.executable, "-m", "kg", "query", "--list"], capture_output=True, text=True, encoding="utf-8", check=False, env={**os.environ, MORE: str(tmp_path)})
    assert (ran.returncode, ran.stdout) == (1, "")
    assert [line.partition("leaders.csv:")[2][:16] for line in ran.stderr.splitlines()] == ["2: code is 'IDN'", "3: code is 'indo"]
