"""Dates as people write them: solar or lunar, with or without the year."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import date, time, timedelta

from app.customers.numbers.cells import Cell, as_text, is_number, shortened
from app.errors import UserError
from app.lunar import PartialDate, is_known, leap_month
from db.models.customers import BirthCalendar

_FIGURES = {figure: str(value) for value, figure in enumerate("〇一二三四五六七八九")} | {"零": "0", "○": "0"}
_FIGURES |= {"元": "1", "正": "1", "壹": "1", "贰": "2", "叁": "3", "两": "2"}
_LUNAR_WORD = re.compile(r"[（(]?(?:农历|阴历|旧历|夏历|农|阴|(?i:lunar))[）)]?[:：]?")
_LEAP_WORD = re.compile(r"(?i:(?<![\s-])[\s-]*\bleap\s*)")  # not begun anew within a run of dashes
_SOLAR_WORD = re.compile(r"[（(]?(?:公历|阳历|新历|西历|公元|阳)[）)]?[:：]?")
_LUNAR_SIGN = re.compile("[闰初廿卅正腊冬]")
_TIME_TAIL = re.compile(r"[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$")
_WEEKDAY_TAIL = re.compile(r"\s*[（(]?(?:星期|周|礼拜)[一二三四五六日天][）)]?$")
_YMD = re.compile(r"(\d{4})[-/.,\s]+(\d{1,2})[-/.,\s]+(\d{1,2})\.?")
_SHORT_YMD = re.compile(r"'?(\d{2})[-/.](\d{1,2})[-/.](\d{1,2})")
_YEAR_LAST = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{4}")
_MD = re.compile(r"(?:--)?(\d{1,2})[-/.](\d{1,2})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_COMPACT_MD = re.compile(r"(\d{2})(\d{2})")
_WORDS = re.compile(r"(?:([^年月日]{1,6})年)?(闰)?([^年月日闰]{1,3})月(闰)?([^年月日]{1,3}?)([日号]?)")
_EXCEL_EPOCH = date(1899, 12, 30)
_EXCEL_LAST = 2_958_465


def parse_date(
    value: Cell, *, excel_serial: bool = False, two_digits_until: int | None = None
) -> PartialDate:
    """A date from a field or a cell: 2024-1-5, 2024年1月5日, 20240105, 08-15, 农历八月十五, 闰五月初一,
    lunar 1990 leap 5-1.

    `excel_serial` lets a bare number below 100,000 be a spreadsheet's day count (45866); `two_digits_until`
    lets 90.3.5 be the latest such year not after it. A year-less 02-29 is a day. Raises UserError:
    date-empty, date-unclear, date-not-a-day, date-year-short, date-year-last, date-impossible,
    date-which-calendar, date-no-such-leap-month.
    """
    if isinstance(value, time):
        raise UserError("date-not-a-day", given=str(value))
    if isinstance(value, date):
        return PartialDate(calendar=BirthCalendar.SOLAR, year=value.year, month=value.month, day=value.day)
    if excel_serial and isinstance(value, float) and 1 <= value <= _EXCEL_LAST:
        value = int(value)
    text = as_text(value, "date-unclear")
    if not text:
        raise UserError("date-empty")
    if excel_serial and text.isdecimal() and (is_number(value) or len(text) == 5) and int(text) < 100_000:
        return _from_serial(int(text))
    return _from_text(text, two_digits_until)


def parse_day(value: Cell, *, excel_serial: bool = False, year: int | None = None) -> date:
    """A solar day with its year, such as an expected purchase; `year` is meant where none is given.

    Raises as `parse_date`, and date-needs-year, date-lunar.
    """
    found = parse_date(value, excel_serial=excel_serial)
    if found.calendar is BirthCalendar.LUNAR:
        raise UserError("date-lunar", given=shortened(str(value)))
    of = found.year or year
    if of is None:
        raise UserError("date-needs-year", given=shortened(str(value)))
    if (found.month, found.day) == (2, 29) and not isleap(of):
        raise UserError("date-impossible", given=shortened(str(value)))
    return date(of, found.month, found.day)


def parse_birth_date(value: Cell, *, today: date, excel_serial: bool = False) -> PartialDate:
    """A birthday: 90.3.5 is 1990, and nobody is born tomorrow or over 130 years ago.

    Raises as `parse_date`, and birth-in-future, birth-too-long-ago.
    """
    found = parse_date(value, excel_serial=excel_serial, two_digits_until=today.year)
    if found.year is None:
        return found
    given = shortened(str(value))
    if found.year < today.year - 130:
        raise UserError("birth-too-long-ago", given=given, year=found.year)
    is_solar = found.calendar is BirthCalendar.SOLAR
    if found.year > today.year or (is_solar and date(found.year, found.month, found.day) > today):
        raise UserError("birth-in-future", given=given, year=found.year)
    return found


def _from_serial(serial: int) -> PartialDate:
    """Excel counts from 1900-01-00 and believes in 1900-02-29: day 60 never was, those before are one off."""
    if not 1 <= serial <= _EXCEL_LAST or serial == 60:
        raise UserError("date-impossible", given=str(serial))
    day = _EXCEL_EPOCH + timedelta(days=serial + (serial < 60))
    return PartialDate(calendar=BirthCalendar.SOLAR, year=day.year, month=day.month, day=day.day)


def _from_text(text: str, two_digits_until: int | None) -> PartialDate:
    plain = _WEEKDAY_TAIL.sub("", _TIME_TAIL.sub("", text))
    rest = _LUNAR_WORD.sub("", plain)
    is_lunar = rest != plain
    rest = _SOLAR_WORD.sub("", rest)
    says_solar = not is_lunar and rest != plain
    rest = rest.strip()
    if _YEAR_LAST.fullmatch(rest):
        raise UserError("date-year-last", given=shortened(text))
    calendar = BirthCalendar.LUNAR if is_lunar else BirthCalendar.SOLAR
    figures, leaps = _LEAP_WORD.subn("-", rest)
    if numbers := _in_figures(figures.removeprefix("-") if leaps else rest, text, two_digits_until):
        return _checked(text, calendar, *numbers, is_leap=leaps > 0)
    return _in_words(rest.replace(" ", ""), text, calendar, says_solar=says_solar, until=two_digits_until)


def _in_figures(rest: str, given: str, until: int | None) -> tuple[int | None, int, int] | None:
    if found := _YMD.fullmatch(rest) or _COMPACT.fullmatch(rest):
        return int(found[1]), int(found[2]), int(found[3])
    if found := _SHORT_YMD.fullmatch(rest):
        return _four_digits(int(found[1]), given, until), int(found[2]), int(found[3])
    if found := _MD.fullmatch(rest) or _COMPACT_MD.fullmatch(rest):
        return None, int(found[1]), int(found[2])
    return None


def _in_words(
    rest: str, given: str, calendar: BirthCalendar, *, says_solar: bool, until: int | None
) -> PartialDate:
    found = _WORDS.fullmatch(rest)
    if not found:
        raise UserError("date-unclear", given=shortened(given))
    year_text, leap_before, month_text, leap_after, day_text, day_word = found.groups()
    is_leap = bool(leap_before or leap_after)
    year = _year(year_text, given, until) if year_text else None
    if not says_solar and _LUNAR_SIGN.search(rest.partition("年")[2] or rest):
        calendar = BirthCalendar.LUNAR
    elif calendar is BirthCalendar.SOLAR and not (
        says_solar or day_word or year_text or day_text.isdecimal()
    ):
        raise UserError("date-which-calendar", given=shortened(given))
    month, day = (
        _count({"腊": "12", "冬": "11"}.get(month_text, month_text)),
        _count(day_text.removeprefix("初")),
    )
    if month is None or day is None:
        raise UserError("date-unclear", given=shortened(given))
    return _checked(given, calendar, year, month, day, is_leap=is_leap)


def _checked(
    given: str, calendar: BirthCalendar, year: int | None, month: int, day: int, *, is_leap: bool = False
) -> PartialDate:
    if calendar is BirthCalendar.LUNAR:
        possible = 1 <= month <= 12 and 1 <= day <= 30 and (year is None or 1800 <= year <= 2200)
        if possible and is_leap and year is not None and is_known(year) and leap_month(year) != month:
            raise UserError("date-no-such-leap-month", given=shortened(given), year=year, month=month)
    else:
        possible = not is_leap and _is_day(2000 if year is None else year, month, day)
    if not possible:
        raise UserError("date-impossible", given=shortened(given))
    return PartialDate(calendar=calendar, year=year, month=month, day=day, leap=is_leap)


def _is_day(year: int, month: int, day: int) -> bool:
    try:
        return date(year, month, day).year >= 1800
    except ValueError:
        return False


def _year(text: str, given: str, until: int | None) -> int:
    figures = "".join(_FIGURES.get(sign, sign) for sign in text)
    if not (figures.isascii() and figures.isdecimal()) or len(figures) not in {2, 4}:
        raise UserError("date-unclear", given=shortened(given))
    return int(figures) if len(figures) == 4 else _four_digits(int(figures), given, until)


def _four_digits(short: int, given: str, until: int | None) -> int:
    if until is None:
        raise UserError("date-year-short", given=shortened(given))
    return until - (until - short) % 100


def _count(text: str) -> int | None:
    """A number up to 39 in figures or words: 15, 十五, 廿三, 二十, 卅."""
    if text.isascii() and text.isdecimal():
        return int(text)
    words = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = words.rpartition("十")
    tens_value = _FIGURES.get(tens, "1" if ten and not tens else "0" if not ten else "")
    ones_value = _FIGURES.get(ones, "" if ones else "0")
    return int(tens_value + ones_value) if tens_value and ones_value and words else None
