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
from app.lunar import day_name, month_name
from app.states import BirthCalendar, ChoiceList, Gender, LeapPolicy
from app.wording import birth_calendar_word
from ui.i18n import Language
from ui.labels import label
from ui.widgets.typed import money_text

Choices = Mapping[ChoiceList, tuple[ChoiceRecord, ...]]

_TRUE = {"1", "true", "t"}
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
            return birthday_text(value, self.language)
        return plain_text(value)

    def choice(self, name: ChoiceList, code: str) -> str:
        """An entry of a code list; a code that left the list is shown as it is."""
        for entry in self.choices.get(name, ()):
            if entry.code == code:
                return entry.text(self._code)
        return code

    @property
    def _code(self) -> str:
        return "en" if self.language is Language.ENGLISH else "zh"

    def past(self, part: Part, column: str, stored: str | None) -> str:
        """A value of the history, which is kept as the text of its column."""
        if stored is None or stored == "":
            return QCoreApplication.translate("customers", "(empty)")
        field = FIELD.get((part, column))
        if field is None:
            if column == "birth_leap":
                return plain_text(stored.lower() in _TRUE)
            is_calendar = column == "birth_calendar"
            return birth_calendar_word(BirthCalendar(stored), self._code) if is_calendar else stored
        if field.value is Value.MONEY and stored.lstrip("-").isdigit():
            return money_text(Decimal(stored) / _HISTORY_FEN)
        if field.value is Value.FLAG:
            return plain_text(stored.lower() in _TRUE)
        if field.value is Value.LEAP and stored in set(LeapPolicy):
            return label(LeapPolicy(stored))
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


def birthday_text(value: PartialDate, language: Language) -> str:
    """1990-06-23, 06-23, 农历1990年闰五月初一, lunar 1990 leap 05-01: all of them can be typed in again."""
    day = f"{value.month:02}-{value.day:02}"
    if value.calendar is BirthCalendar.SOLAR:
        return day if value.year is None else f"{value.year:04}-{day}"
    if language is Language.CHINESE:
        year = "" if value.year is None else f"{value.year}年"
        return f"农历{year}{month_name(value.month, value.leap)}{day_name(value.day)}"
    if value.leap:
        return f"lunar leap {day}" if value.year is None else f"lunar {value.year} leap {day}"
    return f"lunar {day}" if value.year is None else f"lunar {value.year:04}-{day}"


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
