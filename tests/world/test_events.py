"""Reports of one meeting are one event; two meetings of one day stay two."""

from __future__ import annotations

from kg.world.events import EVENT

MEETING = {"type": "meeting", "parties": ["ID", "RU"], "date": "2025-04-15", "place": "", "people": ["ID Budi Santosa", "RU Ivan Petrov"]}


def likeness(**changed):
    one, other = MEETING, {**MEETING, **changed}
    assert EVENT.likeness(one, other) == EVENT.likeness(other, one)
    return EVENT.likeness(one, other)


def test_a_report_in_another_script_is_of_the_same_meeting():
    assert likeness(people=["RU Иван Петров"]) >= 0.7


def test_people_and_place_may_be_missing():
    assert likeness(people=[]) >= 0.7


def test_ministers_and_presidents_met_apart_on_one_day():
    assert likeness(people=["ID Agus Wiratama", "RU Oleg Smirnov"]) == 0.0


def test_other_parties_kinds_and_later_days_are_other_events():
    assert [likeness(parties=["ID", "SG"]), likeness(type="visit"), likeness(date="2025-04-17")] == [0.0, 0.0, 0.0]


def test_a_report_that_is_a_day_off_needs_somebody_in_both():
    assert likeness(date="2025-04-16") >= 0.7
    assert likeness(date="2025-04-16", people=[]) == 0.0
