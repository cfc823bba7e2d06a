"""How an appointment recurs, in plain words: every 2 weeks on Tuesday and Thursday, until 2027-01-31."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.followups.dates.recurrence import Recurrence, RecurrenceUnit
from ui.marked import QT_TRANSLATE_NOOP

_ONE: Final = {
    RecurrenceUnit.DAY: QT_TRANSLATE_NOOP("followups", "every day"),
    RecurrenceUnit.WEEK: QT_TRANSLATE_NOOP("followups", "every week"),
    RecurrenceUnit.MONTH: QT_TRANSLATE_NOOP("followups", "every month"),
    RecurrenceUnit.YEAR: QT_TRANSLATE_NOOP("followups", "every year"),
}
_SOME: Final = {
    RecurrenceUnit.DAY: QT_TRANSLATE_NOOP("followups", "every {n} days"),
    RecurrenceUnit.WEEK: QT_TRANSLATE_NOOP("followups", "every {n} weeks"),
    RecurrenceUnit.MONTH: QT_TRANSLATE_NOOP("followups", "every {n} months"),
    RecurrenceUnit.YEAR: QT_TRANSLATE_NOOP("followups", "every {n} years"),
}


def weekday_name(day: int, *, short: bool = True) -> str:
    """Monday is 0."""
    form = QLocale.FormatType.ShortFormat if short else QLocale.FormatType.LongFormat
    return QLocale().dayName(day + 1, form)


def recurrence_words(recurrence: Recurrence, first_on: date) -> str:
    """The whole rule in one line."""
    translate = QCoreApplication.translate
    texts = _ONE if recurrence.every == 1 else _SOME
    words = translate("followups", texts[recurrence.unit]).format(n=recurrence.every)
    day = _day_words(recurrence, first_on)
    if day:
        words = translate("followups", "{often} on {day}").format(often=words, day=day)
    if recurrence.count is not None:
        return translate("followups", "{often}, {n} times").format(often=words, n=recurrence.count)
    if recurrence.until is not None:
        return translate("followups", "{often}, until {day}").format(often=words, day=recurrence.until)
    return words


def nth_words(nth: int, weekday: int) -> str:
    """The 2nd Tuesday; the last Friday."""
    translate = QCoreApplication.translate
    name = weekday_name(weekday, short=False)
    if nth == -1:
        return translate("followups", "the last {weekday}").format(weekday=name)
    ordinal = (
        translate("followups", "1st"),
        translate("followups", "2nd"),
        translate("followups", "3rd"),
        translate("followups", "4th"),
        translate("followups", "5th"),
    )[nth - 1]
    return translate("followups", "the {nth} {weekday}").format(nth=ordinal, weekday=name)


def month_day_words(day: int) -> str:
    """Day 15; the last day."""
    translate = QCoreApplication.translate
    if day == -1:
        return translate("followups", "the last day")
    return translate("followups", "day {n}").format(n=day)


def skipped_words(recurrence: Recurrence, first_on: date) -> str:
    """What is passed over because a month or year lacks the day."""
    translate = QCoreApplication.translate
    day = recurrence.month_day or first_on.day
    if recurrence.unit is RecurrenceUnit.YEAR and (first_on.month, first_on.day) == (2, 29):
        return translate("followups", "Years without 29 February are passed over.")
    if recurrence.unit is not RecurrenceUnit.MONTH or (recurrence.nth or 0) not in (0, 5):
        return ""
    if recurrence.nth == 5:
        return translate("followups", "Months without a fifth one are passed over.")
    if day > 28:
        return translate("followups", "Months without day {n} are passed over.").format(n=day)
    return ""


def _day_words(recurrence: Recurrence, first_on: date) -> str:
    if recurrence.unit is RecurrenceUnit.WEEK:
        comma = QCoreApplication.translate("followups", ", ", "between weekdays")
        return comma.join(weekday_name(day) for day in recurrence.weekdays)
    if recurrence.unit is RecurrenceUnit.MONTH and recurrence.nth is not None:
        return nth_words(recurrence.nth, recurrence.weekday or 0)
    if recurrence.unit is RecurrenceUnit.MONTH:
        return month_day_words(recurrence.month_day or first_on.day)
    if recurrence.unit is RecurrenceUnit.YEAR:
        day = QDate(first_on.year, first_on.month, first_on.day)
        return QLocale().toString(day, QCoreApplication.translate("followups", "d MMMM"))
    return ""
