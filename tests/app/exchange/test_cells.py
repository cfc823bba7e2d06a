"""Cells as they cross from the child, and numbers that lost digits."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.cells import Cell, cell_text, from_wire, lost_digits, restored, to_wire

cells = (
    st.none()
    | st.text()
    | st.booleans()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates()
    | st.datetimes()
    | st.times()
)


@given(cells)
def test_every_cell_crosses_unchanged(cell: Cell) -> None:
    back = from_wire(json.loads(json.dumps(to_wire(cell))))
    assert (back, type(back)) == (cell, type(cell))


@pytest.mark.parametrize("value", [["code", "1"], {"a": 1}, [1, 2, 3]])
def test_what_is_no_cell_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="not a cell"):
        from_wire(value)


@given(st.integers(min_value=10**9, max_value=2**53 - 1))
def test_whole_numbers_a_double_holds_come_back_digit_by_digit(number: int) -> None:
    assert cell_text(float(number)) == str(number)
    assert not lost_digits(float(number))


@given(st.integers(min_value=10**17, max_value=10**18 - 1))
def test_eighteen_digits_as_a_number_are_lost(number: int) -> None:
    assert lost_digits(float(number))


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("1.3800138E+10", "13800138000"),
        ("1.3800138E10", "13800138000"),
        ("1.3800138001E+10", "13800138001"),
        ("1.38E+10", None),
        ("1.39E+10", None),
        ("1.10105E+17", None),
        ("1.38001E+10", None),
        ("1.5E+0", None),
    ],
)
def test_scientific_texts_are_restored_only_when_whole(text: str, digits: str | None) -> None:
    assert restored(text) == digits
    assert lost_digits(text) is (digits is None)


@given(st.integers(min_value=10_000_000_000, max_value=19_999_999_999))
def test_what_a_program_prints_of_a_phone_is_never_restored_wrongly(phone: int) -> None:
    for shortened in (f"{phone:.2E}", f"{phone:.5E}", f"{phone:g}", f"{phone:.6E}", f"{phone:.10E}"):
        found = restored(shortened)
        assert found is None or found == str(phone)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (12.0, "12"),
        (0.5, "0.5"),
        (True, "TRUE"),
        (None, ""),
        (dt.date(1990, 3, 5), "1990-03-05"),
        (dt.datetime.fromisoformat("1990-03-05 14:30"), "1990-03-05 14:30"),
        (dt.datetime.fromisoformat("1990-03-05"), "1990-03-05"),
        (dt.time(9, 30), "09:30"),
    ],
)
def test_cells_read_as_people_read_them(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text
