"""Refusals of limits typed in the settings."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "clock-wrong": QT_TRANSLATE_NOOP("errors", "“{given}” is no time of day; type it as 18:00."),
    "edition-wrong": QT_TRANSLATE_NOOP("errors", "An edition has 1 to {most} characters, such as 2026-1."),
    "limit-code-unknown": QT_TRANSLATE_NOOP(
        "errors", "“{given}” is not in the list; known are {known}. Part several with commas."
    ),
    "limit-out-of-range": QT_TRANSLATE_NOOP(
        "errors", "{given} is out of range; choose between {least} and {most}."
    ),
    "limit-whole-wrong": QT_TRANSLATE_NOOP("errors", "“{given}” is not a whole number; type figures only."),
}
