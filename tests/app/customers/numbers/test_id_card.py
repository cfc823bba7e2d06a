"""Identity numbers are proved, never repaired."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.numbers import parse_id_card
from app.customers.numbers.id_card import id_card_check_digit
from app.errors import UserError
from tests.app.customers.refusals import code_of

TODAY = date(2026, 11, 23)
KNOWN = "11010519491231002X"


@pytest.mark.parametrize(
    "written", [KNOWN, KNOWN.lower(), "110105 19491231 002X", "１１０１０５１９４９１２３１００２Ｘ"]
)
def test_the_standards_own_example_is_read(written: Any) -> None:
    card = parse_id_card(written, today=TODAY)
    assert (card.number, card.birth, card.is_male) == (KNOWN, date(1949, 12, 31), False)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "id-card-empty"),
        (1.1010519491231e17, "id-card-lossy"),
        (110105194912310021, "id-card-lossy"),
        ("1.10105E+17", "id-card-lossy"),
        ("110105491231002", "id-card-old"),
        ("1101051949123100", "id-card-length"),
        ("1101051949123100A2", "id-card-character"),
        ("00010519491231002X", "id-card-province"),
        ("11010519491331002X", "id-card-birth"),
        ("11010520491231002X", "id-card-birth"),
        ("110105194912310021", "id-card-check-digit"),
    ],
)
def test_what_is_wrong_is_said(written: Any, code: Any) -> None:
    with pytest.raises(UserError) as refused:
        parse_id_card(written, today=TODAY)
    assert refused.value.code == code


@given(
    st.dates(date(1900, 1, 1), TODAY),
    st.from_regex("[0-9]{3}", fullmatch=True),
    st.integers(0, 17),
    st.integers(1, 9),
)
def test_a_merged_countys_card_is_valid_and_any_wrong_figure_is_noticed(
    birth: Any, serial: Any, position: Any, change: Any
) -> None:
    body = f"510199{birth:%Y%m%d}{serial}"
    number = body + id_card_check_digit(body)
    assert parse_id_card(number, today=TODAY).birth == birth
    old = "X0123456789".index(number[position]) if position == 17 else int(number[position]) + 1
    new = "X0123456789"[(old + change) % 11]
    if position < 17 and new == "X":
        return
    with pytest.raises(UserError):
        parse_id_card(number[:position] + new + number[position + 1 :], today=TODAY)


@given(st.one_of(st.text(), st.from_regex("[0-9]{17}[0-9X]", fullmatch=True), st.floats(), st.integers()))
def test_nothing_but_a_refusal_comes_of_arbitrary_text(value: Any) -> None:
    assert code_of(parse_id_card, value, today=TODAY).startswith(("id-card-", "accepted"))
