"""The surname tables are whole and lead to the right cut."""

from __future__ import annotations

import pytest

from app.customers.surnames import given_also, surname_length, surname_readings


def test_every_reading_has_a_syllable_for_each_character() -> None:
    for name, readings in surname_readings().items():
        assert readings
        assert {len(reading) for reading in readings} == {len(name)}
        assert all(syllable.isascii() and syllable.isalpha() for reading in readings for syllable in reading)


def test_other_readings_of_given_names_are_single_syllables() -> None:
    assert given_also()["乐"] == "yue"
    assert all(len(sign) == 1 and reading.isalpha() for sign, reading in given_also().items())


@pytest.mark.parametrize("surname", [name for name in surname_readings() if len(name) > 1])
def test_a_compound_surname_is_taken_whole_where_a_given_name_follows(surname: str) -> None:
    assert surname_length(surname + "明") == len(surname)
    assert surname_length(surname) < len(surname)
