"""Postcodes with and without the zero a spreadsheet ate."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.numbers import parse_postcode
from app.errors import UserError
from tests.app.customers.refusals import code_of


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("610041", "610041"),
        (610041, "610041"),
        (10020.0, "010020"),
        ("６１００４１", "610041"),
        ("999077", "999077"),
    ],
)
def test_a_postcode_is_mended(written: Any, code: Any) -> None:
    assert parse_postcode(written) == code


@pytest.mark.parametrize("written", ["61004", "6100411", "000000", "901234", "61004a", 1.5, "٦١٠٠٤١"])
def test_what_is_no_postcode_is_refused(written: Any) -> None:
    with pytest.raises(UserError, match="postcode-wrong"):
        parse_postcode(written)


def test_an_empty_field_says_so() -> None:
    with pytest.raises(UserError, match="postcode-empty"):
        parse_postcode(" ")


@given(st.one_of(st.text(), st.floats(), st.integers()))
def test_nothing_but_a_refusal_comes_of_arbitrary_text(value: Any) -> None:
    assert code_of(parse_postcode, value).startswith(("postcode-", "accepted"))
