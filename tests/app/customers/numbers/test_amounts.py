"""Amounts and budgets in yuan."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.numbers import parse_amount, parse_amount_range
from app.errors import UserError
from tests.app.customers.refusals import code_of


@pytest.mark.parametrize(
    ("written", "yuan"),
    [
        ("12万", "120000.00"),
        ("12.5万元", "125000.00"),
        ("¥1,200.50", "1200.50"),
        ("￥１２，０００", "12000.00"),
        ("5千", "5000.00"),
        ("500万人民币", "5000000.00"),
        ("3百万", "3000000.00"),
        ("1.2亿", "120000000.00"),
        ("10w", "100000.00"),
        ("20万左右", "200000.00"),
        ("RMB 300 元整", "300.00"),
        (1200.5, "1200.50"),
        (0.1, "0.10"),
        (100, "100.00"),
    ],
)
def test_amounts_as_people_write_them(written: Any, yuan: Any) -> None:
    assert str(parse_amount(written)) == yuan


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "amount-empty"),
        ("很多", "amount-unclear"),
        ("-5", "amount-unclear"),
        (-5, "amount-unclear"),
        (float("inf"), "amount-unclear"),
        ("1,2", "amount-unclear"),
        ("1.2E+7", "amount-unclear"),
        ("$100", "amount-currency"),
        ("500万美元", "amount-currency"),
        (1e15, "amount-too-large"),
        (10**400, "amount-too-large"),
        ("9" * 40, "amount-too-large"),
    ],
)
def test_what_is_no_amount_is_refused_with_its_reason(written: Any, code: Any) -> None:
    with pytest.raises(UserError) as refused:
        parse_amount(written)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("written", "least", "most"),
    [
        ("10-15万", 100_000, 150_000),
        ("10万~15万", 100_000, 150_000),
        ("10到15万元", 100_000, 150_000),
        ("20万以内", None, 200_000),
        ("不超过20万", None, 200_000),
        ("30万以上", 300_000, None),
        ("至少5万", 50_000, None),
        ("15万", 150_000, 150_000),
        (100000, 100_000, 100_000),
    ],
)
def test_budgets(written: Any, least: Any, most: Any) -> None:
    assert parse_amount_range(written) == (least, most)


def test_a_budget_the_wrong_way_round_is_refused() -> None:
    with pytest.raises(UserError, match="amount-order"):
        parse_amount_range("15-10万")


@given(st.decimals(0, 10**12, places=2))
def test_every_amount_reads_back(amount: Any) -> None:
    assert parse_amount(f"¥{amount:,}") == amount


@given(st.one_of(st.text(), st.text("0123456789.,-~万千元以内上至", max_size=12), st.floats(), st.integers()))
def test_nothing_but_a_refusal_comes_of_arbitrary_text(value: Any) -> None:
    assert code_of(parse_amount_range, value).startswith(("amount-", "accepted"))
