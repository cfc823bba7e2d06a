"""Refusals of appointments, how they recur, and calendar files."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "appointment-changed": QT_TRANSLATE_NOOP(
        "errors", "{by} changed “{title}” meanwhile; look at it again, then repeat your change."
    ),
    "appointment-ends-first": QT_TRANSLATE_NOOP("errors", "It ends before it starts; check day and time."),
    "appointment-in-past": QT_TRANSLATE_NOOP(
        "errors", "It would be over on {given} already; choose today or a later day."
    ),
    "appointment-time-missing": QT_TRANSLATE_NOOP("errors", "Say on which day, and from when."),
    "appointment-title-empty": QT_TRANSLATE_NOOP("errors", "Say what it is about."),
    "appointment-too-long": QT_TRANSLATE_NOOP(
        "errors", "An appointment takes {most} days at most; enter the parts one by one."
    ),
    "appointment-year-wrong": QT_TRANSLATE_NOOP(
        "errors", "{given} is no day of this calendar, which goes from {first} to {last}; check the year."
    ),
    "recurrence-count-wrong": QT_TRANSLATE_NOOP(
        "errors", "It can take place 1 to {most} times, not {given}; enter another number."
    ),
    "recurrence-day-wrong": QT_TRANSLATE_NOOP(
        "errors", "A month has no day {given}; choose 1 to 31 or the last."
    ),
    "recurrence-edit-needed": QT_TRANSLATE_NOOP(
        "errors",
        "How this one recurs came from a file and cannot be moved to another day by itself; open it and say anew how "
        "it recurs, or move this one occurrence only.",
    ),
    "recurrence-ends-first": QT_TRANSLATE_NOOP(
        "errors", "It recurs until {until}, but starts on {first}; choose a later end."
    ),
    "recurrence-every-wrong": QT_TRANSLATE_NOOP(
        "errors", "The distance is 1 to {most}, not {given}; enter another number."
    ),
    "recurrence-floods": QT_TRANSLATE_NOOP(
        "errors",
        "{part}: more than once a day, over 366 times a year, would flood the calendar; choose days.",
    ),
    "recurrence-never": QT_TRANSLATE_NOOP(
        "errors", "There is no day on which it would take place; check day, month and end."
    ),
    "recurrence-unknown": QT_TRANSLATE_NOOP(
        "errors", "{part} of its recurrence is not known here; enter it by hand with another recurrence."
    ),
    "recurrence-weekdays-missing": QT_TRANSLATE_NOOP("errors", "Choose at least one weekday."),
    "recurrence-wrong": QT_TRANSLATE_NOOP("errors", "“{given}” is no recurrence; it was not read."),
}
