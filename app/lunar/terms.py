"""The 24 solar terms of a year, by day."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.errors import UserError
from app.lunar.tables import EARLIEST, FIRST_TERM_YEAR, LAST_YEAR, TERMS

TERM_NAMES: Final = (
    "小寒",
    "大寒",
    "立春",
    "雨水",
    "惊蛰",
    "春分",
    "清明",
    "谷雨",
    "立夏",
    "小满",
    "芒种",
    "夏至",
    "小暑",
    "大暑",
    "立秋",
    "处暑",
    "白露",
    "秋分",
    "寒露",
    "霜降",
    "立冬",
    "小雪",
    "大雪",
    "冬至",
)
_FIGURES: Final = 12


def solar_term(day: date) -> str:
    """The term that begins on this day, "" on the others and outside the table (1900-2100)."""
    if not FIRST_TERM_YEAR <= day.year <= LAST_YEAR:
        return ""
    for place in (2 * day.month - 2, 2 * day.month - 1):
        if _day_of_month(day.year, place) == day.day:
            return TERM_NAMES[place]
    return ""


def term_day(name: str, year: int) -> date:
    """The day of a term such as 清明. Raises UserError: term-unknown, lunar-out-of-range."""
    if name not in TERM_NAMES:
        raise UserError("term-unknown", given=name)
    if not FIRST_TERM_YEAR <= year <= LAST_YEAR:
        raise UserError("lunar-out-of-range", given=year, first=FIRST_TERM_YEAR, last=LAST_YEAR)
    place = TERM_NAMES.index(name)
    return date(year, place // 2 + 1, _day_of_month(year, place))


def _day_of_month(year: int, place: int) -> int:
    start = (year - FIRST_TERM_YEAR) * _FIGURES
    return EARLIEST[place] + (int(TERMS[start : start + _FIGURES], 16) >> (2 * place) & 3)
