"""Dates in the forms people and spreadsheets write."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.customers.numbers import PartialDate, parse_birth_date, parse_date, parse_day
from app.errors import UserError
from db.models.customers import BirthCalendar
from tests.app.customers.refusals import code_of

TODAY = date(2026, 11, 23)


def solar(year: int | None, month: int, day: int) -> PartialDate:
    return PartialDate(calendar=BirthCalendar.SOLAR, year=year, month=month, day=day)


def lunar(year: int | None, month: int, day: int, *, leap: bool = False) -> PartialDate:
    return PartialDate(calendar=BirthCalendar.LUNAR, year=year, month=month, day=day, leap=leap)


@pytest.mark.parametrize(
    "written",
    [
        "1990-3-5",
        "1990/03/05",
        "1990.3.5",
        "1990年3月5日",
        "1990年03月05号",
        "1990 年 3 月 5 日",
        "一九九〇年三月五日",
        "19900305",
        19900305,
        19900305.0,
        "１９９０．３．５",
        "1990-03-05 00:00:00",
        "1990-03-05T14:30",
        "1990年3月5日 星期一",
        "公历1990年3月5日",
        date(1990, 3, 5),
        datetime(1990, 3, 5, 14, 30),  # noqa: DTZ001 - a cell knows no zone
    ],
)
def test_a_solar_day_in_its_many_forms(written: Any) -> None:
    assert parse_date(written) == solar(1990, 3, 5)


@pytest.mark.parametrize(
    "written", ["08-15", "8/15", "8.15", "8月15日", "八月十五日", "0815", "--08-15", "公历八月十五"]
)
def test_a_solar_day_without_its_year(written: Any) -> None:
    assert parse_date(written) == solar(None, 8, 15)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("农历八月十五", lunar(None, 8, 15)),
        ("农历8月15日", lunar(None, 8, 15)),
        ("(农)8.15", lunar(None, 8, 15)),
        ("阴历 1990-5-1", lunar(1990, 5, 1)),
        ("闰五月初一", lunar(None, 5, 1, leap=True)),
        ("1990年闰五月初一", lunar(1990, 5, 1, leap=True)),
        ("一九九〇年五月廿三", lunar(1990, 5, 23)),
        ("正月初一", lunar(None, 1, 1)),
        ("冬月初十", lunar(None, 11, 10)),
        ("腊月三十", lunar(None, 12, 30)),
        ("腊月廿九", lunar(None, 12, 29)),
        ("农历十二月三十", lunar(None, 12, 30)),
        ("lunar 08-15", lunar(None, 8, 15)),
        ("Lunar 1990-5-1", lunar(1990, 5, 1)),
        ("lunar leap 05-01", lunar(None, 5, 1, leap=True)),
        ("lunar 1990 leap 05-01", lunar(1990, 5, 1, leap=True)),
    ],
)
def test_lunar_days(written: Any, expected: Any) -> None:
    assert parse_date(written) == expected


@pytest.mark.parametrize(
    ("serial", "day"),
    [
        (1, date(1900, 1, 1)),
        (59, date(1900, 2, 28)),
        (61, date(1900, 3, 1)),
        (45866, date(2025, 7, 28)),
        (32937.75, date(1990, 3, 5)),
        ("32937", date(1990, 3, 5)),
    ],
)
def test_a_spreadsheets_day_count_is_read_when_asked(serial: Any, day: Any) -> None:
    assert parse_date(serial, excel_serial=True) == solar(day.year, day.month, day.day)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "date-empty"),
        (None, "date-empty"),
        ("不详", "date-unclear"),
        ("1990年", "date-unclear"),
        (45866, "date-unclear"),
        (time(9, 30), "date-not-a-day"),
        ("1990-13-40", "date-impossible"),
        ("0000-00-00", "date-impossible"),
        ("2023-02-29", "date-impossible"),
        ("农历八月三十一", "date-impossible"),
        ("15/08/1990", "date-year-last"),
        ("90.3.5", "date-year-short"),
        ("八月十五", "date-which-calendar"),
        ("1991年闰五月初一", "date-no-such-leap-month"),
    ],
)
def test_what_is_wrong_with_a_date_is_said(written: Any, code: Any) -> None:
    with pytest.raises(UserError) as refused:
        parse_date(written)
    assert refused.value.code == code


def test_the_day_that_only_excel_believes_in_is_refused() -> None:
    with pytest.raises(UserError, match="date-impossible"):
        parse_date(60, excel_serial=True)


@pytest.mark.parametrize(
    ("written", "year"), [("90.3.5", 1990), ("05-3-5", 2005), ("26-3-5", 2026), ("27-3-5", 1927)]
)
def test_a_short_year_of_birth_is_the_latest_that_can_be(written: Any, year: Any) -> None:
    assert parse_birth_date(written, today=TODAY) == solar(year, 3, 5)


@pytest.mark.parametrize(
    ("written", "code"), [("2026-11-24", "birth-in-future"), ("1895-1-1", "birth-too-long-ago")]
)
def test_nobody_is_born_tomorrow_or_in_another_century(written: Any, code: Any) -> None:
    with pytest.raises(UserError, match=code):
        parse_birth_date(written, today=TODAY)


@pytest.mark.parametrize(
    ("written", "code"), [("08-15", "date-needs-year"), ("农历2026年八月十五", "date-lunar")]
)
def test_a_plain_day_wants_a_solar_year(written: Any, code: Any) -> None:
    with pytest.raises(UserError, match=code):
        parse_day(written)


@given(st.dates(date(1800, 1, 1), date(9999, 12, 31)))
def test_every_day_reads_back_from_each_form(day: Any) -> None:
    expected = solar(day.year, day.month, day.day)
    for form in (
        day.isoformat(),
        f"{day.year}年{day.month}月{day.day}日",
        day.isoformat().replace("-", ""),
        day,
    ):
        assert parse_date(form) == expected
    assert parse_day(day.isoformat()) == day


@given(st.dates(date(1900, 3, 1), date(2150, 12, 31)))
def test_every_day_reads_back_from_its_count(day: Any) -> None:
    assert parse_day((day - date(1899, 12, 30)) // timedelta(days=1), excel_serial=True) == day


@given(
    st.one_of(
        st.text(), st.text("0123456789-/年月日闰初廿十一二农历. ", max_size=14), st.floats(), st.integers()
    ),
    st.booleans(),
)
def test_nothing_but_a_refusal_comes_of_arbitrary_text(value: Any, excel_serial: Any) -> None:
    code = code_of(parse_birth_date, value, today=TODAY, excel_serial=excel_serial)
    assert code.startswith(("date-", "birth-", "accepted"))
