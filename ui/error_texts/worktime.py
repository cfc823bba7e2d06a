"""Refusals of opening hours, special days and limits in working time."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
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
