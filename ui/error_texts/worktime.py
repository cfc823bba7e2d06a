"""Refusals of opening hours, special days and limits in working time."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "all-branches-needed": QT_TRANSLATE_NOOP(
        "errors", "Only headquarters changes days for all branches; enter this one for your branch."
    ),
    "day-announced": QT_TRANSLATE_NOOP(
        "errors",
        "{day} is entered for all branches. Enter what holds for your branch instead, such as special hours; "
        "that comes first.",
    ),
    "day-changed-since": QT_TRANSLATE_NOOP(
        "errors", "{day} was changed again meanwhile and stays as it is now."
    ),
    "day-closed-hours": QT_TRANSLATE_NOOP(
        "errors", "A closed day has no hours; leave them empty or choose special hours."
    ),
    "day-hours-needed": QT_TRANSLATE_NOOP("errors", "Enter the hours of that day, such as 10:00-16:00."),
    "day-name-long": QT_TRANSLATE_NOOP("errors", "The name of a day has at most {most} characters."),
    "day-out-of-range": QT_TRANSLATE_NOOP("errors", "The calendar reaches from {first} to {last}."),
    "day-range-long": QT_TRANSLATE_NOOP("errors", "At most {most} days are entered at once."),
    "day-range-wrong": QT_TRANSLATE_NOOP("errors", "The last day, {last}, lies before the first, {first}."),
    "duration-negative": QT_TRANSLATE_NOOP("errors", "A time limit cannot be below zero."),
    "duration-too-long": QT_TRANSLATE_NOOP("errors", "This lies further ahead than the calendar reaches."),
    "hours-wrong": QT_TRANSLATE_NOOP(
        "errors",
        "“{given}” are no opening hours. Type them as 9:00-12:00 13:00-18:00, each ending later than it starts; "
        "24:00 is midnight.",
    ),
    "working-hours-none": QT_TRANSLATE_NOOP(
        "errors", "No opening hour is found for two years; enter the opening hours in the settings."
    ),
}
