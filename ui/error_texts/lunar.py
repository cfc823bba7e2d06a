"""Refusals of the Chinese calendar."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "lunar-out-of-range": QT_TRANSLATE_NOOP(
        "errors",
        "The lunar calendar is known here from {first} to {last}; {given} lies outside. Choose a day within.",
    ),
    "lunar-day-unknown": QT_TRANSLATE_NOOP(
        "errors",
        "The lunar year {year} has no such day: month {month}, day {day}. Check month, leap mark and day.",
    ),
    "term-unknown": QT_TRANSLATE_NOOP(
        "errors", "There is no solar term “{given}”; write one of the 24 names, such as 清明."
    ),
    "festival-day-unknown": QT_TRANSLATE_NOOP(
        "errors", "A festival needs a month and a day that exist, or the name of a solar term."
    ),
}
