"""Days to come as people say them: 明天, 下周三, 12-03, 3天后, 月底."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from app.customers.cleaning import mend
from app.customers.numbers import parse_date, parse_day
from app.errors import UserError
from app.followups.rules.times import add_months
from db.models.customers import BirthCalendar

NAMED: Final = {
    "今天": 0, "今日": 0, "today": 0, "明天": 1, "明日": 1, "tomorrow": 1, "tmr": 1,
    "后天": 2, "後天": 2, "大后天": 3,
}  # fmt: skip
WEEKDAYS: Final = {sign: number for number, sign in enumerate("一二三四五六")} | {
    "日": 6, "天": 6, "末": 5, "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6,
}  # fmt: skip
ENGLISH: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBER: Final = r"(\d{1,3}|[一二两三四五六七八九十]{1,3}|半)"
_WEEKDAY: Final = re.compile(r"(下下|下|本|这|这个|下个)?(?:周|星期|礼拜)([一二三四五六日天末1-7])?")
_AHEAD: Final = re.compile(rf"{_NUMBER}(天|日|周|星期|个星期|礼拜|个礼拜|个月|月)(?:以?后|之后)")
_AHEAD_SHORT: Final = re.compile(r"\+?(\d{1,3})d(?:ays?)?")
_DAY_ALONE: Final = re.compile(r"(\d{1,2})[号日]")
_MONTH_WORDS: Final = {"下月": 1, "下个月": 1, "下下月": 2, "下下个月": 2}
_LOOKS_LIKE_A_DATE: Final = re.compile(
    r"\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{8}|"
    r"(?:\d{2,4}年)?\d{1,2}月\d{1,2}[日号]?"
)
LATELY: Final = timedelta(days=31)
"""A day without a year that was so short a time ago is a slip, not a day of next year."""


def read_day(text: str, today: date) -> date:
    """The day a word names, the next one where it names no year.

    Raises UserError `day-unclear` (fact given), `day-just-past` for a day without a year that is past since lately,
    and those of `app.customers.numbers.parse_day`.
    """
    word = mend(text).lower().replace(" ", "")
    if not word:
        raise UserError("date-empty")
    try:
        found = _named(word, today) or _ahead(word, today) or _weekday(word, today) or _of_month(word, today)
        if found is None and _LOOKS_LIKE_A_DATE.fullmatch(word):
            found = _dated(word, today)
    except OverflowError:
        found = None
    if found is None:
        raise UserError("day-unclear", given=word[:20])
    return found


def is_day_word(text: str) -> bool:
    """Whether a word means a day, be it a possible one or not."""
    try:
        read_day(text, date(2026, 1, 1))
    except UserError as error:
        return error.code not in ("day-unclear", "date-empty")
    return True


def _named(word: str, today: date) -> date | None:
    if word in NAMED:
        return today + timedelta(days=NAMED[word])
    if word in ("月底", "月末"):
        return add_months(today.replace(day=1), 1) - timedelta(days=1)
    return add_months(today, _MONTH_WORDS[word]) if word in _MONTH_WORDS else None


def _ahead(word: str, today: date) -> date | None:
    short = _AHEAD_SHORT.fullmatch(word)
    if short is not None:
        return today + timedelta(days=int(short[1]))
    found = _AHEAD.fullmatch(word)
    if found is None:
        return None
    amount = _figure(found[1])
    if amount is None:
        return today + timedelta(days=15) if found[2] in ("个月", "月") else None
    if found[2] in ("个月", "月"):
        return add_months(today, amount)
    return today + timedelta(days=amount * (1 if found[2] in ("天", "日") else 7))


def _figure(text: str) -> int | None:
    """一 to 九十九 or a number; None for half a one."""
    if text.isdecimal():
        return int(text)
    if text == "半":
        return None
    ones = "零一二三四五六七八九"
    tens, ten, rest = text.replace("两", "二").partition("十")
    if not ten:
        return ones.find(text.replace("两", "二")) if len(text) == 1 else None
    if len(tens) > 1 or len(rest) > 1:
        return None
    return (ones.find(tens) if tens else 1) * 10 + (ones.find(rest) if rest else 0)


def _weekday(word: str, today: date) -> date | None:
    """A weekday alone is the next one to come; with 本 or 下 that of this week or the next, from Monday on."""
    english = [number for number, name in enumerate(ENGLISH) if len(word) >= 3 and name.startswith(word)]
    if english:
        return today + timedelta(days=(english[0] - today.weekday() - 1) % 7 + 1)
    found = _WEEKDAY.fullmatch(word)
    if found is None or (found[1] is None and found[2] is None):
        return None
    number = WEEKDAYS[found[2] or "一"]
    if found[1] is None:
        return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    weeks = {"下": 1, "下个": 1, "下下": 2}.get(found[1], 0)
    return today - timedelta(days=today.weekday()) + timedelta(days=number + 7 * weeks)


def _of_month(word: str, today: date) -> date | None:
    found = _DAY_ALONE.fullmatch(word)
    if found is None:
        return None
    number = int(found[1])
    for months in range(3):
        first = add_months(today.replace(day=1), months)
        last = add_months(first, 1) - timedelta(days=1)
        if 1 <= number <= last.day and first.replace(day=number) >= today:
            return first.replace(day=number)
    raise UserError("date-impossible", given=word)


def _dated(word: str, today: date) -> date:
    part = parse_date(word)
    if part.calendar is not BirthCalendar.SOLAR or part.year is not None:
        return parse_day(word)
    for year in range(today.year, today.year + 9):
        try:
            found = date(year, part.month, part.day)
        except ValueError:  # 02-29 waits for its year
            continue
        if found >= today:
            return found
        if today - found <= LATELY:
            raise UserError("day-just-past", given=found)
    raise UserError("date-impossible", given=word)
