"""Reports of one meeting are one event, though they disagree in a detail; two meetings stay two."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations

import pytest

from kg.world.candidates import Candidate
from kg.world.events import EVENT
from kg.world.forest import LEAST, meetings, parents
from kg.world.places import place

MEETING = {"type": "meeting", "parties": ["ID", "RU"], "date": "2025-04-15", "place": "", "people": ["ID Budi Santosa", "RU Ivan Petrov"], "beside": []}
SIGNING = {**MEETING, "type": "signing", "place": place("Tokyo")}
IN_APRIL = {**MEETING, "date": "2025-04"}


def likeness(report=MEETING, /, **changed):
    one, other = report, {**report, **changed}
    assert EVENT.likeness(one, other) == EVENT.likeness(other, one)
    return EVENT.likeness(one, other)


def number(*reports):
    """How many events a store knows that holds these reports."""
    found = {candidate.iri: candidate for candidate in (Candidate.of("Event", report) for report in reports)}
    return len(found) - len(parents(found.values()))


def test_a_report_in_another_script_is_of_the_same_meeting():
    assert likeness(people=["RU Иван Петров"]) >= LEAST


def test_people_and_place_may_be_missing():
    assert likeness(people=[]) >= LEAST


def test_ministers_and_presidents_met_apart_on_one_day():
    assert likeness(people=["ID Agus Wiratama", "RU Oleg Smirnov"]) == 0.0


def test_other_parties_kinds_and_later_days_are_other_events():
    assert [likeness(parties=["ID", "SG"]), likeness(type="visit"), likeness(date="2025-04-17")] == [0.0, 0.0, 0.0]


def test_a_report_that_is_a_day_off_needs_somebody_in_both():
    assert likeness(date="2025-04-16") >= LEAST
    assert likeness(date="2025-04-16", people=[]) == 0.0


def test_whom_a_meeting_is_about_is_no_party_of_another():
    assert likeness(parties=["ID", "PS", "RU"]) >= LEAST
    assert number(MEETING, {**MEETING, "parties": ["ID", "PS", "RU"]}) == 1
    assert likeness(parties=["ID", "PS", "RU"], people=[]) == 0.0
    assert likeness(parties=["ID", "PS", "RU"], people=["ID Budi Santosa", "PS Karim Nasser"]) == 0.0


def test_a_signing_may_be_reported_some_days_off_where_all_else_is_the_same():
    assert likeness(SIGNING, date="2025-04-17") >= LEAST
    assert number(SIGNING, {**SIGNING, "date": "2025-04-17"}) == 1
    assert likeness(SIGNING, date="2025-04-17", people=["ID Budi Santosa"]) == 0.0
    assert likeness(SIGNING, date="2025-04-17", place="") == 0.0
    assert likeness(SIGNING, date="2025-04-19") == 0.0


def test_a_month_is_that_of_the_only_such_event_in_it():
    assert likeness(date="2025-04", people=["ID Budi Santosa"]) >= LEAST
    assert likeness(date="2025-04", people=[]) == 0.0
    assert likeness(date="2025-05") == 0.0
    assert number(MEETING, IN_APRIL) == 1
    assert number(MEETING, {**MEETING, "date": "2025-04-28"}, IN_APRIL) == 3


def test_a_signing_in_a_month_and_a_place_needs_no_names():
    assert likeness(SIGNING, date="2025-04", people=[]) >= LEAST
    assert likeness({**MEETING, "place": place("Tokyo")}, date="2025-04", people=[]) == 0.0
    assert likeness(SIGNING, date="2025-04", people=[], place=place("Osaka")) == 0.0


@pytest.mark.parametrize("beside", ["2025-04-16 ", "2025-04-16 JP Osaka"])
def test_a_report_that_knows_both_tells_them_apart(beside):
    assert EVENT.likeness({**MEETING, "beside": [beside]}, {**MEETING, "date": "2025-04-16"}) == 0.0


def test_two_places_of_one_day_are_disputed_unless_one_report_names_both():
    here, there = {**MEETING, "place": place("Jakarta")}, {**MEETING, "place": place("Bogor")}
    assert EVENT.likeness(here, there) >= LEAST
    assert EVENT.likeness({**here, "beside": ["2025-04-15 ID Bogor"]}, there) == 0.0
    assert EVENT.likeness({**here, "people": []}, there) == 0.0


def test_a_city_is_one_in_every_script_and_a_country_holds_its_cities():
    assert likeness({**MEETING, "people": [], "place": place("Алма-Ата")}, place=place("Алматы")) >= LEAST
    assert likeness({**MEETING, "people": [], "place": place("Kazakhstan")}, place=place("Almaty")) >= LEAST
    assert place("Рангун") == place("Yangon") == place("Rangoon")
    assert len({place("Amsterdam"), place("The Hague"), place("Den Haag"), place("Putrajaya"), place("Kuala Lumpur"), place("Tel Aviv"), place("Yerusalem")}) == 6


def test_events_of_a_busy_pair_meet_only_those_of_their_week():
    days = [{**MEETING, "date": f"20{year:02}-{month:02}-{day:02}"} for year in range(10, 26) for month in range(1, 13) for day in range(1, 29)]
    met = meetings(Candidate.of("Event", report) for report in days)
    assert max(map(len, met.values())) == 8  # of the week, and the day before it


@pytest.mark.parametrize("kind", ["meeting", "signing"])
def test_whatever_may_be_one_meets(kind):
    first = date(2024, 1, 1)
    told = [{**MEETING, "type": kind, "place": place("Tokyo"), "date": (first + timedelta(days=n)).isoformat()} for n in range(120)]
    told += [{**told[0], "date": f"2024-0{month}"} for month in range(1, 5)]
    for one, other in combinations(told, 2):
        assert EVENT.likeness(one, other) < LEAST or not set(EVENT.blocks(one)).isdisjoint(EVENT.blocks(other))
