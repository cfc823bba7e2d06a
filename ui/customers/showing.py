"""Stored values as people read them: dates, birthdays of both calendars, money, regions, choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.customers import regions
from app.customers.fields import FIELD, Field, Part, Value
from app.customers.numbers import PartialDate
from app.lists import ChoiceRecord
from app.states import BirthCalendar, ChoiceList, Gender
from ui.i18n import Language
from ui.labels import label
from ui.widgets.typed import money_text

Choices = Mapping[ChoiceList, tuple[ChoiceRecord, ...]]

_FIGURES = "〇一二三四五六七八九十"
_MONTHS = ("正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊")
_HISTORY_FEN = 100  # the history keeps amounts as they are stored, in whole fen


@dataclass(frozen=True, kw_only=True, slots=True)
class Showing:
    """Knows the code lists and the language of the screen."""

    choices: Choices
    language: Language

    def value(self, field: Field, value: object) -> str:
        """A stored value in the writing its editor shows and its check reads again."""
        if value is None or value == "":
            return ""
        if field.choices is not None:
            return self.choice(field.choices, str(value))
        if field.value is Value.REGION:
            return regions.full_name(str(value)) or str(value)
        if isinstance(value, PartialDate):
            return birthday_text(value)
        return plain_text(value)

    def choice(self, name: ChoiceList, code: str) -> str:
        """An entry of a code list; a code that left the list is shown as it is."""
        language = "en" if self.language is Language.ENGLISH else "zh"
        for entry in self.choices.get(name, ()):
            if entry.code == code:
                return entry.text(language)
        return code

    def past(self, part: Part, column: str, stored: str | None) -> str:
        """A value of the history, which is kept as the text of its column."""
        if stored is None or stored == "":
            return QCoreApplication.translate("customers", "(empty)")
        field = FIELD.get((part, column))
        if field is None:
            calendars = {BirthCalendar.SOLAR: "公历", BirthCalendar.LUNAR: "农历"}
            return calendars.get(BirthCalendar(stored), stored) if column == "birth_calendar" else stored
        if field.value is Value.MONEY and stored.lstrip("-").isdigit():
            return money_text(Decimal(stored) / _HISTORY_FEN)
        if field.value is Value.FLAG:
            return plain_text(stored.lower() in {"1", "true", "t"})
        if field.value is Value.GENDER and stored in set(Gender):
            return label(Gender(stored))
        return self.value(field, stored)


def plain_text(value: object) -> str:
    """A value that needs no code list."""
    if isinstance(value, bool):
        translate = QCoreApplication.translate
        return translate("customers", "yes") if value else translate("customers", "no")
    if isinstance(value, Decimal):
        return money_text(value)
    if isinstance(value, Enum):
        return label(value)
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:,}" if isinstance(value, int) else str(value)


def birthday_text(value: PartialDate) -> str:
    """1990-06-23, 06-23, 农历1990年闰五月初一: all of them can be typed in again."""
    if value.calendar is BirthCalendar.SOLAR:
        day = f"{value.month:02}-{value.day:02}"
        return day if value.year is None else f"{value.year:04}-{day}"
    year = "" if value.year is None else f"{value.year}年"
    leap = "闰" if value.leap else ""
    return f"农历{year}{leap}{_MONTHS[value.month - 1]}月{lunar_day(value.day)}"


def lunar_day(day: int) -> str:
    """初一 to 三十."""
    if day in (10, 20, 30):
        return {10: "初十", 20: "二十", 30: "三十"}[day]
    return ("初", "十", "廿")[day // 10] + _FIGURES[day % 10]


def moment_text(at: datetime, *, now: datetime | None = None) -> str:
    """A local time: 10:32 today, 11-20 10:32 this year, 2025-11-20 before."""
    local = at.astimezone()
    present = (now or datetime.now(local.tzinfo)).astimezone()
    if local.date() == present.date():
        return local.strftime("%H:%M")
    if local.year == present.year:
        return local.strftime("%m-%d %H:%M")
    return local.strftime("%Y-%m-%d")


def size_text(size: int) -> str:
    """120 KB, 3.4 MB."""
    if size < 1_000_000:
        return f"{max(size // 1000, 1)} KB"
    return f"{size / 1_000_000:.1f} MB"


def digits_of(shown: str) -> str:
    """A phone as it goes to the clipboard: only what is dialled."""
    return "".join(sign for sign in shown if sign.isdigit() or sign == "+")
