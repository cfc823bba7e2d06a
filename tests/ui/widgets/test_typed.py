"""Reading plain typing: amounts, whole numbers, full-width marks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import UserError
from ui.widgets.typed import LARGEST, mended, money_from, money_text, whole_number


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("12000", "12000"),
        ("12,000.50", "12000.50"),
        ("１２，０００", "12000"),
        ("¥ 12000元", "12000"),
        ("1.2万", "12000"),
        ("18w", "180000"),
        ("3亿", "300000000"),
        ("0", "0"),
    ],
)
def test_amounts_as_people_write_them(typed: str, amount: str) -> None:
    assert money_from(typed) == Decimal(amount)


@pytest.mark.parametrize("typed", ["十八万", "1.2.3", "", "万", "NaN", "Infinity", "1e5x", "12 元 3"])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="money-invalid"):
        money_from(typed)


def test_amounts_have_bounds() -> None:
    with pytest.raises(UserError, match="money-negative"):
        money_from("-1")
    with pytest.raises(UserError, match="money-too-large"):
        money_from(str(LARGEST + 1))


@given(st.decimals(min_value=0, max_value=LARGEST, places=2))
def test_an_amount_shown_reads_back_as_itself(amount: Decimal) -> None:
    assert money_from(money_text(amount)) == amount


@given(st.integers(min_value=0, max_value=10**12))
def test_a_whole_number_shown_reads_back_as_itself(number: int) -> None:
    assert whole_number(f"{number:,}") == number


@pytest.mark.parametrize("typed", ["", "12.5", "-3", "١٢", "一百"])
def test_what_is_no_whole_number_is_refused(typed: str) -> None:
    with pytest.raises(UserError, match="number-invalid"):
        whole_number(typed)


@given(st.text())
def test_mending_twice_changes_nothing_more(text: str) -> None:
    assert mended(mended(text)) == mended(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1))
def test_mending_leaves_chinese_alone(text: str) -> None:
    assert mended(text) == text


def test_mending_keeps_chinese_punctuation() -> None:
    assert mended("（成都）贸易，有限公司") == "（成都）贸易，有限公司"
