"""Opening hours inside one day: spans of the clock, read from what people type and from settings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import time
from typing import Final

from app.customers.cleaning import mend
from app.errors import UserError

MIDNIGHT: Final = time(0)
DAY_MICROSECONDS: Final = 86_400_000_000
CLOSED_WORDS: Final = frozenset({"", "-", "0", "closed", "none", "休", "休息", "不营业", "关门", "无"})

_CLOCK: Final = r"(\d{1,2})(?:[:.点時时]?(\d{2})分?|[点時时])?"
_SPAN: Final = re.compile(rf"{_CLOCK}-{_CLOCK}")
_DASHES: Final = re.compile(r"\s*(?:[-–—―−~～〜至到]|--)\s*")
_PARTS: Final = re.compile(r"[\s,;/、，；和]+")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Open from `start` to just before `end`; an `end` of 00:00 is 24:00, the end of the day."""

    start: time
    end: time

    @property
    def bounds(self) -> tuple[int, int]:
        """Start and end in microseconds of the clock since 00:00."""
        return _microseconds(self.start), _microseconds(self.end) or DAY_MICROSECONDS


Week = tuple[tuple[Span, ...], ...]
"""The hours of seven weekdays, Monday first."""


def _microseconds(at: time) -> int:
    return ((at.hour * 60 + at.minute) * 60 + at.second) * 1_000_000 + at.microsecond


def checked(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in their order. Raises UserError `hours-wrong` where one ends before it starts or two overlap."""
    ordered = tuple(sorted(spans))
    last = 0
    for span in ordered:
        start, end = span.bounds
        if start < last or end <= start:
            raise UserError("hours-wrong", given=hours_text(ordered))
        last = end
    return ordered


def read_hours(typed: str) -> tuple[Span, ...]:
    """Opening hours as people type them: "9:00-12:00 13:00-18:00", "9-12，13-18", "24小时", "休息".

    Raises UserError `hours-wrong`, with what was typed.
    """
    text = mend(typed).replace("：", ":").strip().casefold()
    if text in CLOSED_WORDS:
        return ()
    if text in {"24小时", "24h", "全天"}:
        return (Span(MIDNIGHT, MIDNIGHT),)
    parts = [part for part in _PARTS.split(_DASHES.sub("-", text)) if part]
    found = [_SPAN.fullmatch(part) for part in parts]
    try:
        spans = [
            Span(_clock(part[1], part[2]), _clock(part[3], part[4])) for part in found if part is not None
        ]
        if len(spans) < len(parts):
            raise ValueError(typed)
        return checked(spans)
    except (ValueError, UserError):
        raise UserError("hours-wrong", given=mend(typed)) from None


def hours_text(spans: Sequence[Span]) -> str:
    """Opening hours as they are shown and may be typed again; "" for none."""
    return "  ".join(f"{_shown(span.start)}–{_shown(span.end, is_end=True)}" for span in spans)


def spans_from(stored: object) -> tuple[Span, ...]:
    """Hours as settings and rows keep them: [["09:00", "12:00"], …].

    Raises UserError `hours-wrong` for anything else, so that a row of another program cannot bend a deadline.
    """
    if not isinstance(stored, list) or not all(isinstance(pair, list) and len(pair) == 2 for pair in stored):
        raise UserError("hours-wrong", given=str(stored))
    return read_hours(" ".join(f"{start}-{end}" for start, end in stored))


def stored_spans(spans: Iterable[Span]) -> list[list[str]]:
    """The same, to be kept."""
    return [[_shown(span.start), _shown(span.end, is_end=True)] for span in spans]


def week_from(stored: object) -> Week:
    """Seven lists of hours as the setting keeps them. Raises UserError `hours-wrong`."""
    if not isinstance(stored, list) or len(stored) != 7:
        raise UserError("hours-wrong", given=str(stored))
    return tuple(spans_from(day) for day in stored)


def is_week(stored: object) -> bool:
    """Whether a setting holds the hours of a week."""
    try:
        week_from(stored)
    except UserError:
        return False
    return True


def stored_week(week: Week) -> list[list[list[str]]]:
    """The same, to be kept."""
    return [stored_spans(spans) for spans in week]


def _clock(hour: str, minute: str | None) -> time:
    hours, minutes = int(hour), int(minute or 0)
    return MIDNIGHT if (hours, minutes) == (24, 0) else time(hours, minutes)


def _shown(at: time, *, is_end: bool = False) -> str:
    return "24:00" if is_end and at == MIDNIGHT else at.strftime("%H:%M")
