"""Checked rows cross as JSON and come back the same."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.cells import Cell, RawRow
from app.exchange.checking import CheckRules, Checks, RowChecker
from app.exchange.choices import Choices
from app.exchange.headers import find_header
from app.exchange.mapping import guess
from app.exchange.reading import ListReader
from app.exchange.records import CheckedRow, ListedCustomer
from app.exchange.wire import checked_from_wire, checked_to_wire
from tests.builders import lists

RULES = CheckRules(today=dt.date(2026, 11, 23), choices=Choices())
WHOLE: dict[str, Cell] = {
    "姓名": "成都大有商贸有限公司",
    "手机": "13800138000/028-85551234",
    "生日": "农历1990年闰五月初一",
    "性别": "男",
    "地址": "成都市武侯区人民南路1号",
    "单位": "",
    "预算": "10-15万",
    "意向车型": "秦",
    "车牌": "川A12345",
    "车架号": "LSVAU2A34N2183294",
    "购车日期": dt.date(2023, 1, 1),
    "联系人": "李经理",
    "联系人电话": "13900139000",
    "跟进记录": "想看七座",
    "跟进人": "王小二",
    "跟进日期": "2024-03-05",
    "备注": "一\n二",
    "注册资本": "500万",
}
TITLES = tuple(WHOLE)


def checked(*rows: tuple[Cell, ...]) -> list[CheckedRow]:
    raw = [RawRow(n, cells) for n, cells in enumerate((TITLES, *rows), start=1)]
    return list(RowChecker(guess(find_header(raw), raw), RULES).check_all(raw))


def crossed(row: CheckedRow) -> CheckedRow:
    """The row after crossing, its packed cells put back in their place."""
    there = checked_from_wire(json.loads(json.dumps(checked_to_wire(row))))
    return replace(there, cells=there.original, packed="")


def test_a_row_with_everything_crosses_unchanged() -> None:
    (row,) = checked(tuple(WHOLE.values()))
    customer = row.customer
    assert customer is not None, row.flaws
    assert customer.vehicle
    assert customer.need
    assert customer.contact
    assert customer.entry
    assert crossed(row) == row
    (person,) = checked(tuple({**WHOLE, "姓名": "张三"}.values()))
    assert crossed(person) == person


cells = (
    st.none()
    | st.text(max_size=20)
    | st.sampled_from(list(WHOLE.values()))
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.dates()
)


@given(st.lists(cells, min_size=len(TITLES), max_size=len(TITLES)))
def test_any_checked_row_crosses_unchanged(row: list[Cell]) -> None:
    for one in checked(tuple(row)):
        assert crossed(one) == one


@pytest.mark.parametrize("value", [[], [1, [], "ready", None, []], [1, [], "sold", None, [], []], {"a": 1}])
def test_what_is_no_row_is_refused(value: object) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        checked_from_wire(value)


def prepared(customer: ListedCustomer) -> tuple[str, ...]:
    return (customer.name,)


def test_rows_are_checked_in_the_child_as_they_would_be_here() -> None:
    path = lists.FILES / "02_dates_mixed.xlsx"
    with ListReader(path) as reader:
        raw = [row for chunk in reader for row in chunk]
    mapping = guess(find_header(raw), raw)
    with ListReader(path, checks=Checks(mapping=mapping, rules=RULES, prepare=prepared)) as reader:
        there = [row for chunk in reader.checked_rows() for row in chunk]
    here = list(RowChecker(mapping, RULES).check_all(raw))
    assert [replace(row, prepared=(), cells=row.original, packed="") for row in there] == here
    assert [row.prepared for row in there] == [(row.customer.name,) for row in here if row.customer]
    assert len(there) == 14
