"""Writes calendar files (RFC 5545) that Outlook, Apple and Android read: UTF-8, CRLF, folded, zones written out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import icalendar

PRODUCT: Final = "-//BranchDesk//BranchDesk//ZH"
SEEN: Final = "X-BRANCHDESK-SEEN"
_ZONES_UNTIL: Final = date(2038, 1, 1)
"""How far summer time is written out for a series without end; calendars know the usual zones by name anyway."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CalendarEvent:
    """One event, or with `recurrence_on` one changed occurrence of the series with this uid.

    Days where it is all day (`last_on` included), else moments on the clock of `zone`. `rule` is an RRULE whose UNTIL
    is a day, `excluded` the days left out of it. `seen` says where it lay when the file was written. `problems` are
    names of properties that could not be read.
    """

    uid: str
    title: str
    sequence: int = 0
    modified_at: datetime | None = None
    note: str = ""
    place: str = ""
    categories: tuple[str, ...] = ()
    first_on: date | None = None
    last_on: date | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    zone: str = "UTC"
    rule: str = ""
    excluded: tuple[date, ...] = ()
    recurrence_on: date | None = None
    recurrence_at: datetime | None = None
    alarm: timedelta | None = None
    is_cancelled: bool = False
    is_busy: bool = True
    seen: str = ""
    problems: tuple[str, ...] = ()


def write_calendar(name: str, events: Iterable[CalendarEvent], *, at: datetime) -> bytes:
    """The content of a file; `at` is the moment it is written."""
    calendar = icalendar.Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", name)
    written = list(events)
    for zone in sorted({event.zone for event in written if event.starts_at is not None} - {"UTC"}):
        calendar.add_component(_zone(zone, written))
    for event in written:
        calendar.add_component(_event(event, at))
    return bytes(calendar.to_ical())


def _zone(name: str, events: list[CalendarEvent]) -> Any:
    """The rules of a zone over the years its events take place."""
    starts = [event.starts_at for event in events if event.zone == name and event.starts_at is not None]
    first = date(min(starts).year - 1, 1, 1)
    last = max(date(max(starts).year + 2, 1, 1), _ZONES_UNTIL)
    made = icalendar.Timezone.from_tzinfo(ZoneInfo(name), name, first, last)
    made.pop("COMMENT", None)
    return made


def _event(event: CalendarEvent, at: datetime) -> Any:
    made = icalendar.Event()
    made.add("uid", event.uid)
    made.add("dtstamp", at.astimezone(UTC))
    made.add("sequence", event.sequence)
    if event.modified_at is not None:
        made.add("last-modified", event.modified_at.astimezone(UTC))
    made.add("summary", event.title)
    for name, text in (("description", event.note), ("location", event.place)):
        if text:
            made.add(name, text)
    _add_times(made, event)
    if event.categories:
        made.add("categories", list(event.categories))
    made.add("status", "CANCELLED" if event.is_cancelled else "CONFIRMED")
    made.add("transp", "OPAQUE" if event.is_busy else "TRANSPARENT")
    if event.seen:
        made.add(SEEN, event.seen)
    if event.alarm is not None:
        alarm = icalendar.Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", event.title)
        alarm.add("trigger", event.alarm)
        made.add_component(alarm)
    return made


def _add_times(made: Any, event: CalendarEvent) -> None:
    zone = UTC if event.zone == "UTC" else ZoneInfo(event.zone)
    if event.starts_at is None:
        assert event.first_on is not None
        made.add("dtstart", event.first_on)
        made.add("dtend", (event.last_on or event.first_on) + timedelta(days=1))
    else:
        made.add("dtstart", event.starts_at.astimezone(zone))
        made.add("dtend", (event.ends_at or event.starts_at).astimezone(zone))
    wall = None if event.starts_at is None else event.starts_at.astimezone(zone).time()
    if event.rule:
        made.add("rrule", icalendar.vRecur.from_ical(_moment_until(event.rule, wall, zone)))
    for day in event.excluded:
        made.add("exdate", day if wall is None else datetime.combine(day, wall, zone))
    if event.recurrence_at is not None:
        made.add("recurrence-id", event.recurrence_at.astimezone(zone))
    elif event.recurrence_on is not None:
        made.add("recurrence-id", event.recurrence_on)


def _moment_until(rule: str, wall: time | None, zone: Any) -> str:
    """UNTIL must be a moment in UTC where the event starts at one: that of its last occurrence."""
    head, sign, until = rule.partition("UNTIL=")
    if not sign or wall is None:
        return rule
    day = datetime.strptime(until[:8], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
    last = datetime.combine(day, wall, zone).astimezone(UTC)
    return f"{head}UNTIL={last:%Y%m%dT%H%M%SZ}{until[8:]}"
