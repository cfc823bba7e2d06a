"""How occasions, states and reasons of the care room read on screen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

import ui.customers.labels  # noqa: F401 - the ways of contact are named there
from app.care.allowed import WhyNot
from app.care.answers import Stop
from app.care.due import Due, DueBasis
from app.care.records import CareGroup, CareKey, CareLine, LastTime
from app.states import CareHow, FestivalCalendar, MessageState, Occasion
from ui.i18n import Language
from ui.labels import label, register
from ui.marked import QT_TRANSLATE_NOOP

register(
    Occasion,
    {
        Occasion.BIRTHDAY: QT_TRANSLATE_NOOP("labels", "Birthday"),
        Occasion.FESTIVAL: QT_TRANSLATE_NOOP("labels", "Festival"),
        Occasion.MAINTENANCE: QT_TRANSLATE_NOOP("labels", "Service due"),
        Occasion.SERVICE: QT_TRANSLATE_NOOP("labels", "After a service"),
        Occasion.EVENT: QT_TRANSLATE_NOOP("labels", "Event"),
        Occasion.THANKS: QT_TRANSLATE_NOOP("labels", "Thanks"),
        Occasion.OTHER: QT_TRANSLATE_NOOP("labels", "Other occasion"),
    },
)
register(
    WhyNot,
    {
        WhyNot.GONE: QT_TRANSLATE_NOOP("labels", "no longer on record"),
        WhyNot.DO_NOT_CONTACT: QT_TRANSLATE_NOOP("labels", "asked not to be contacted"),
        WhyNot.UNDER_AGE: QT_TRANSLATE_NOOP("labels", "a child"),
        WhyNot.WITHDRAWN: QT_TRANSLATE_NOOP("labels", "consent withdrawn"),
        WhyNot.NO_CONSENT: QT_TRANSLATE_NOOP("labels", "no consent yet"),
        WhyNot.NO_MOBILE: QT_TRANSLATE_NOOP("labels", "no mobile number"),
        WhyNot.NO_PHONE: QT_TRANSLATE_NOOP("labels", "no phone number"),
        WhyNot.NO_EMAIL: QT_TRANSLATE_NOOP("labels", "no e-mail address"),
        WhyNot.NO_WECHAT: QT_TRANSLATE_NOOP("labels", "no WeChat"),
        WhyNot.NO_ADDRESS: QT_TRANSLATE_NOOP("labels", "no address"),
    },
)
register(
    CareHow,
    {
        CareHow.MESSAGE: QT_TRANSLATE_NOOP("labels", "Message"),
        CareHow.GIFT: QT_TRANSLATE_NOOP("labels", "Gift"),
        CareHow.CALL: QT_TRANSLATE_NOOP("labels", "Called"),
        CareHow.SKIPPED: QT_TRANSLATE_NOOP("labels", "Passed over"),
    },
)
register(
    MessageState,
    {
        MessageState.DRAFT: QT_TRANSLATE_NOOP("labels", "Draft"),
        MessageState.HANDED: QT_TRANSLATE_NOOP("labels", "Handed over"),
        MessageState.SENT: QT_TRANSLATE_NOOP("labels", "Sent"),
        MessageState.FAILED: QT_TRANSLATE_NOOP("labels", "Failed"),
        MessageState.ANSWERED: QT_TRANSLATE_NOOP("labels", "Answered"),
    },
)
register(
    FestivalCalendar,
    {
        FestivalCalendar.SOLAR: QT_TRANSLATE_NOOP("labels", "Solar day"),
        FestivalCalendar.LUNAR: QT_TRANSLATE_NOOP("labels", "Lunar day"),
        FestivalCalendar.EVE: QT_TRANSLATE_NOOP("labels", "New Year's Eve"),
        FestivalCalendar.TERM: QT_TRANSLATE_NOOP("labels", "Solar term"),
    },
)
register(
    Stop,
    {
        Stop.NOTHING: QT_TRANSLATE_NOOP("labels", "Nothing"),
        Stop.MARKETING: QT_TRANSLATE_NOOP("labels", "Greetings and advertising"),
        Stop.EVERYTHING: QT_TRANSLATE_NOOP("labels", "Any contact"),
    },
)


def comma() -> str:
    """What stands between the parts of a list in the language of the program."""
    return QCoreApplication.translate("errors", ", ")


def day_text(day: date, today: date | None = None) -> str:
    """A day with its weekday; today and tomorrow by name."""
    weekday = QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
    plain = f"{day:%m-%d} {weekday}" if today is None or day.year == today.year else f"{day} {weekday}"
    if today is not None and day == today:
        return QCoreApplication.translate("care", "Today {day}").format(day=plain)
    if today is not None and (day - today).days == 1:
        return QCoreApplication.translate("care", "Tomorrow {day}").format(day=plain)
    return plain


def group_title(group: CareGroup, language: Language) -> str:
    """The name of an occasion: the festival's own, else what sort it is."""
    own = group.title_en if language is Language.ENGLISH else group.title_zh
    return own or label(group.key.occasion)


def about_text(key: CareKey, line: CareLine) -> str:
    """What the occasion means for somebody: the age, the lunar day, the car and when it is due."""
    if key.occasion is Occasion.MAINTENANCE:
        due = "" if line.due_on is None else line.due_on.isoformat()
        return "  ".join(part for part in (due, line.car) if part)
    parts = []
    if line.age is not None:
        parts.append(QCoreApplication.translate("care", "turns {age}").format(age=line.age))
    if line.lunar:
        parts.append(QCoreApplication.translate("care", "lunar {day}").format(day=line.lunar))
    return " · ".join(parts)


def state_text(line: CareLine) -> str:
    """What keeps somebody out, or what was done; empty where they wait."""
    if line.done_how is not None and line.done_on is not None:
        return f"{label(line.done_how)} {line.done_on:%m-%d}"
    return label(line.why_not) if line.why_not is not None else ""


def last_time_text(last: LastTime | None) -> str:
    """What was done the year before."""
    if last is None:
        return ""
    return " ".join(part for part in (f"{last.on:%Y}", label(last.how), last.what) if part)


def due_text(due: Due) -> str:
    """How the day a car is due came about, in one sentence."""
    if due.on is None or due.counted_from is None:
        return QCoreApplication.translate(
            "care", "Neither a service nor the day of purchase is on record, so nothing is due yet."
        )
    start = (
        QCoreApplication.translate("care", "Bought {day}")
        if due.is_from_purchase
        else QCoreApplication.translate("care", "Last service {day}")
    ).format(day=due.counted_from)
    months = QCoreApplication.translate("care", "+ {count} months = {day}").format(
        count=due.months, day=due.by_months_on
    )
    if due.by_mileage_on is None:
        return f"{start} {months}"
    pace = QCoreApplication.translate("care", "+ {km} km at {pace} km a day = {day}").format(
        km=f"{due.km:,}", pace=due.km_a_day, day=due.by_mileage_on
    )
    if due.is_capped:
        pace += QCoreApplication.translate("care", " (pace capped)")
    first, second = (pace, months) if due.basis is DueBasis.MILEAGE else (months, pace)
    later = QCoreApplication.translate("care", "the other would be {sum}").format(sum=second)
    return f"{start} {first}; {later}"
