"""Refusals of what is typed into the list of today."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "typed-no-line": QT_TRANSLATE_NOOP("errors", "There is no line {given}; the last one is {most}."),
    "typed-nothing-to-record": QT_TRANSLATE_NOOP(
        "errors", "Line {number}, {name}, takes no result; type the number alone to open it."
    ),
    "typed-line-done": QT_TRANSLATE_NOOP("errors", "Line {number}, {name}, is done already: {said}"),
}
