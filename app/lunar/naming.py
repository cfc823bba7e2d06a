"""Lunar months and days as Chinese writes them."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.errors import UserError
from app.lunar.years import lunar_of

_MONTHS: Final = "正二三四五六七八九十冬腊"
_FIGURES: Final = "〇一二三四五六七八九十"
_TENS: Final = {10: "初十", 20: "二十", 30: "三十"}


def month_name(month: int, leap: bool = False) -> str:
    """正月 to 腊月, 闰五月."""
    return f"{'闰' if leap else ''}{_MONTHS[month - 1]}月"


def day_name(day: int) -> str:
    """初一 to 三十."""
    return _TENS.get(day) or ("初", "十", "廿")[day // 10] + _FIGURES[day % 10]


def day_text(day: date) -> str:
    """What a month grid says under a day: 初二 to 三十, the month's name on its first; "" outside the table."""
    try:
        found = lunar_of(day)
    except UserError:
        return ""
    return month_name(found.month, found.leap) if found.day == 1 else day_name(found.day)
