"""Days to come as people say and type them: 今天, 明天, 后天, 周五, 下周一, 3天后, 12-03."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from app.customers.cleaning import mend
from app.customers.numbers import parse_date, parse_day
from app.errors import UserError
from db.models.customers import BirthCalendar

_NAMED: Final = {
    "今天": 0, "今日": 0, "明天": 1, "明日": 1, "后天": 2, "大后天": 3, "today": 0, "tomorrow": 1,
}  # fmt: skip
_WEEKDAYS: Final = {sign: number for number, sign in enumerate("一二三四五六日")} | {"天": 6}
_ENGLISH: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY: Final = re.compile(r"(下*)(?:周|星期|礼拜)([一二三四五六日天])")
_AHEAD: Final = re.compile(r"(\d{1,3}) *(天|日|周|星期|个月|月|d|w|m)(?:后|以后|之后)?")
_FIGURES: Final = {sign: str(number) for number, sign in enumerate("零一二三四五六七八九")} | {"两": "2"}


def read_day(typed: str, today: date) -> date:
    """The day meant, which may be past; a weekday is the next one to come, 12-03 is of this year or the next.

    Raises UserError as `parse_day`.
    """
    text = mend(typed).lower().removesuffix("吧")
    if text in _NAMED:
        return today + timedelta(days=_NAMED[text])
    if found := _WEEKDAY.fullmatch(text):
        return _weekday(today, _WEEKDAYS[found[2]], len(found[1]))
    if text[:3] in _ENGLISH and text.isalpha():
        return _weekday(today, _ENGLISH.index(text[:3]), 0)
    figures = "".join(_FIGURES.get(sign, sign) for sign in text) if "后" in text else text
    if found := _AHEAD.fullmatch(figures):
        return _ahead(today, int(found[1]), found[2])
    return _dated(text, today)


def _weekday(today: date, wanted: int, weeks: int) -> date:
    """周五 is the next Friday; 下周五 that of the week after this one."""
    if weeks:
        return today + timedelta(days=7 * weeks - today.weekday() + wanted)
    return today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)


def _ahead(today: date, count: int, unit: str) -> date:
    if unit in ("天", "日", "d"):
        return today + timedelta(days=count)
    if unit in ("周", "星期", "w"):
        return today + timedelta(days=7 * count)
    month = today.month - 1 + count
    year, month = today.year + month // 12, month % 12 + 1
    for day in range(today.day, 0, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue  # the month is shorter: its last day
    raise UserError("date-impossible", given=str(count))


def _dated(text: str, today: date) -> date:
    found = parse_date(text)
    if found.year is not None or found.calendar is BirthCalendar.LUNAR:
        return parse_day(text)
    for year in range(today.year, today.year + 9):  # 02-29 comes at last
        day = (
            parse_day(f"{year}-{found.month}-{found.day}") if _exists(year, found.month, found.day) else None
        )
        if day is not None and day >= today:
            return day
    raise UserError("date-impossible", given=text)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
