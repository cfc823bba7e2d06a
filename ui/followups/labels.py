"""How items and days of the calendar read: on a chip, in full, and aloud."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

import ui.customers.labels  # noqa: F401 - registers how ways of contact read
from app.followups.dates.recurrence import RecurrenceUnit
from app.followups.records import Item, ItemKind
from app.states import ContactWay, DayKind, RuleBasis, StepState
from ui.followups.days_model import DayFacts, DayMark, last_day, minute_of
from ui.followups.periods import ViewKind
from ui.labels import label, register
from ui.marked import QT_TRANSLATE_NOOP

register(
    ItemKind,
    {
        ItemKind.STEP: QT_TRANSLATE_NOOP("labels", "Due by rule"),
        ItemKind.FOLLOWUP: QT_TRANSLATE_NOOP("labels", "Follow-up"),
        ItemKind.VISIT: QT_TRANSLATE_NOOP("labels", "Visit"),
        ItemKind.APPOINTMENT: QT_TRANSLATE_NOOP("labels", "Appointment"),
        ItemKind.CARE: QT_TRANSLATE_NOOP("labels", "Care"),
    },
)
register(
    ViewKind,
    {
        ViewKind.MONTH: QT_TRANSLATE_NOOP("labels", "Month"),
        ViewKind.WEEK: QT_TRANSLATE_NOOP("labels", "Week"),
        ViewKind.DAY: QT_TRANSLATE_NOOP("labels", "Day"),
        ViewKind.AGENDA: QT_TRANSLATE_NOOP("labels", "List"),
    },
)
register(
    DayMark,
    {
        DayMark.REST: QT_TRANSLATE_NOOP("labels", "off"),
        DayMark.WORK: QT_TRANSLATE_NOOP("labels", "work"),
        DayMark.CLOSED: QT_TRANSLATE_NOOP("labels", "shut"),
        DayMark.SHORT: QT_TRANSLATE_NOOP("labels", "short"),
    },
)
register(
    RuleBasis,
    {
        RuleBasis.CLASS: QT_TRANSLATE_NOOP("labels", "the last contact, by class"),
        RuleBasis.INTENT: QT_TRANSLATE_NOOP("labels", "the last contact, by intent level"),
        RuleBasis.NEW: QT_TRANSLATE_NOOP("labels", "the registration"),
        RuleBasis.SERVICE: QT_TRANSLATE_NOOP("labels", "the service"),
        RuleBasis.EVENT: QT_TRANSLATE_NOOP("labels", "the event"),
        RuleBasis.EXPECTED: QT_TRANSLATE_NOOP("labels", "the expected purchase"),
    },
)
register(
    RecurrenceUnit,
    {
        RecurrenceUnit.DAY: QT_TRANSLATE_NOOP("labels", "day(s)"),
        RecurrenceUnit.WEEK: QT_TRANSLATE_NOOP("labels", "week(s)"),
        RecurrenceUnit.MONTH: QT_TRANSLATE_NOOP("labels", "month(s)"),
        RecurrenceUnit.YEAR: QT_TRANSLATE_NOOP("labels", "year(s)"),
    },
)
MARK_OF = {
    DayKind.HOLIDAY: DayMark.REST,
    DayKind.WORKDAY: DayMark.WORK,
    DayKind.CLOSED: DayMark.CLOSED,
    DayKind.SHORT: DayMark.SHORT,
}
WAY_ICONS = {
    ContactWay.CALL: "phone",
    ContactWay.VISIT: "location",
    ContactWay.WECHAT: "chat",
    ContactWay.SMS: "chat",
    ContactWay.EMAIL: "mail",
    ContactWay.LETTER: "mail",
    ContactWay.COUNTER: "branch",
}
KIND_ICONS = {
    ItemKind.STEP: "phone",
    ItemKind.FOLLOWUP: "phone",
    ItemKind.VISIT: "location",
    ItemKind.APPOINTMENT: "calendar",
    ItemKind.CARE: "gift",
}


def icon_of(item: Item) -> str:
    """What became of an item, else how the customer is to be met, else what kind of thing it is."""
    if item.state is StepState.DONE:
        return "check"
    if item.state is StepState.CANCELLED:
        return "close"
    kind = item.key.kind
    if kind in (ItemKind.STEP, ItemKind.FOLLOWUP) and item.way is not None:
        return WAY_ICONS.get(item.way, KIND_ICONS[kind])
    return KIND_ICONS[kind]


def day_words(day: date) -> str:
    """A day of the present year as 11月26日 周四; with its year otherwise."""
    translate = QCoreApplication.translate
    pattern = (
        translate("followups", "ddd d MMM")
        if day.year == date.today().year  # noqa: DTZ011 - the wall's own year
        else translate("followups", "ddd d MMM yyyy")
    )
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def time_words(item: Item) -> str:
    """10:30, or nothing."""
    start = minute_of(item)
    return "" if start is None else clock(start)


def span_words(item: Item) -> str:
    """10:30–11:00, 10:30, or the days of an item that takes several."""
    start = minute_of(item)
    if last_day(item) > item.due_on:
        return f"{day_words(item.due_on)} – {day_words(last_day(item))}"
    if start is None:
        return ""
    return f"{clock(start)}–{clock(min(start + item.minutes, 1439))}" if item.minutes else clock(start)


def chip_words(item: Item) -> str:
    """What stands on a chip of the calendar: time, who, what."""
    return " ".join(part for part in (time_words(item), item.customer_name, item.title) if part)


def state_words(item: Item) -> str:
    """Overdue, done, called off; nothing for what is simply due."""
    translate = QCoreApplication.translate
    if item.state is StepState.DONE:
        return translate("followups", "done")
    if item.state is StepState.CANCELLED:
        return translate("followups", "called off")
    return translate("followups", "overdue") if item.is_overdue else ""


def spoken(item: Item) -> str:
    """Everything a chip shows by place, colour and shape, for a screen reader."""
    way = label(item.way) if item.way is not None else ""
    parts = (
        span_words(item),
        item.customer_name,
        item.title,
        label(item.key.kind),
        way,
        state_words(item),
        item.owner_name,
    )
    return "  ".join(part for part in parts if part)


def facts_words(facts: DayFacts) -> str:
    """Festival, holiday and lunar day in one line."""
    mark = mark_words(facts.mark) if facts.mark is not None else ""
    special = facts.special if facts.special != facts.festival else ""
    return "  ".join(part for part in (facts.festival, special, mark, facts.lunar) if part)


def mark_words(mark: DayMark) -> str:
    """In full what stands as one character at the day."""
    translate = QCoreApplication.translate
    return {
        DayMark.REST: translate("followups", "day off"),
        DayMark.WORK: translate("followups", "make-up working day"),
        DayMark.CLOSED: translate("followups", "branch closed"),
        DayMark.SHORT: translate("followups", "short day"),
    }[mark]


def spoken_day(day: date, count: int, facts: DayFacts) -> str:
    """A day with all that stands in its corner."""
    translate = QCoreApplication.translate
    words = translate("followups", "%n item(s)", "", count)
    return "  ".join(part for part in (day_words(day), facts_words(facts), words) if part)


def base_words(item: Item) -> str:
    """Why an item is due: the rule and the day it counts from."""
    translate = QCoreApplication.translate
    if not item.rule_name:
        return ""
    if item.basis is None or item.base_at is None:
        return item.rule_name
    return translate("followups", "{rule}, counted from {what} on {day}").format(
        rule=item.rule_name, what=label(item.basis), day=day_words(item.base_at.astimezone().date())
    )
