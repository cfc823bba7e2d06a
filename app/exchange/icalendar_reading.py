"""Reads calendar files from outside, event by event: a broken event costs itself, a hostile file is refused.

Read in this process and not in the confined child, since nothing but text is parsed, by Python: size, lines and depth
are bounded before the library sees anything, and no rule is expanded here.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

import icalendar
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from app.errors import UserError
from app.exchange.icalendar import SEEN, CalendarEvent

FILE_BYTES: Final = 20 * 1024 * 1024
LINE_CHARACTERS: Final = 64 * 1024
EVENTS_MOST: Final = 50_000
EVENT_LINES: Final = 2_000
DEPTH: Final = 8
UID_MOST: Final = 500
_FOLD: Final = re.compile(rb"(?:\r\n|\n|\r)[ \t]")
_HEAVY: Final = ("ATTACH", "X-ALT-DESC", "IMAGE", "ATTENDEE", "X-APPLE-STRUCTURED-LOCATION", "CONFERENCE")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_YEARS: Final = range(1900, 2400)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Zones:
    """Names a file uses for its zones, and the zones we know for them."""

    floating: str
    own: dict[str, str]

    def name(self, tzid: str) -> str | None:
        """A name we know for the file's; None where nothing fits."""
        plain = tzid.strip().strip('"')
        tail = "/".join(plain.split("/")[-2:])
        for candidate in (plain, WINDOWS_TO_OLSON.get(plain), tail, self.own.get(plain)):
            if candidate and _is_zone(candidate):
                return candidate
        return None


def read_events(content: bytes, *, floating: str) -> Iterator[CalendarEvent]:
    """The events of a file, in its order; what cannot be read of one stands in its `problems`.

    `floating` is the zone of times without one. Raises UserError `calendar-too-large`, `calendar-too-many`,
    `calendar-encoding`, `calendar-no-file`.
    """
    if len(content) > FILE_BYTES:
        raise UserError("calendar-too-large", megabytes=FILE_BYTES // 1024 // 1024)
    text = _decoded(content)
    if not re.search(r"^BEGIN:VCALENDAR\s*$", text[:100_000], re.IGNORECASE | re.MULTILINE):
        raise UserError("calendar-no-file")
    blocks = list(_blocks(text))
    if len(blocks) > EVENTS_MOST:
        raise UserError("calendar-too-many", count=len(blocks), most=EVENTS_MOST)
    own = {name: zone for kind, lines in blocks if kind == "VTIMEZONE" for name, zone in _own_zone(lines)}
    zones = _Zones(floating=floating, own=own)
    cancelled = re.search(r"^METHOD:CANCEL\s*$", text, re.IGNORECASE | re.MULTILINE) is not None
    for kind, lines in blocks:
        if kind == "VEVENT":
            yield _read(lines, zones, cancelled=cancelled)


def _decoded(content: bytes) -> str:
    """Text without folds; a fold may stand between the bytes of one character."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        codecs = ["utf-16"]
    else:
        content = _FOLD.sub(b"", content)
        codecs = ["utf-8-sig", "gb18030"]
    for codec in codecs:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        text = re.sub(r"\r\n?", "\n", text)
        return text.replace("\n ", "").replace("\n\t", "") if codec == "utf-16" else text
    raise UserError("calendar-encoding")


def _blocks(text: str) -> Iterator[tuple[str, list[str]]]:
    """VEVENT and VTIMEZONE with all their lines; alarms inside an event are left out."""
    stack: list[str] = []
    lines: list[str] = []
    for line in text.splitlines():
        word = line.strip().upper()
        if word.startswith("BEGIN:"):
            stack.append(word[6:])
            if len(stack) > DEPTH:
                raise UserError("calendar-no-file")
            if len(stack) == 2:
                lines = []
        is_part = len(stack) == 2 or (len(stack) == 3 and stack[1] == "VTIMEZONE")
        if is_part and not word.startswith(_HEAVY) and len(lines) < EVENT_LINES:
            lines.append(line[:LINE_CHARACTERS])
        if word.startswith("END:") and stack and stack[-1] == word[4:]:
            if len(stack) == 2:
                yield stack[1], lines
            stack.pop()


def _own_zone(lines: list[str]) -> Iterator[tuple[str, str]]:
    """A zone a file describes itself, by the one offset it has; with summer time a name must tell which it is."""
    text = "\n".join(lines)
    name = re.search(r"^TZID[^:\n]*:(.+)$", text, re.MULTILINE)
    offsets = set(re.findall(r"^TZOFFSETTO:([+-]\d{4})", text, re.MULTILINE))
    if name is None or len(offsets) != 1:
        return
    offset = offsets.pop()
    if offset == "+0800":
        yield name[1].strip(), "Asia/Shanghai"
    elif offset.endswith("00"):
        hours = -int(offset[:3])
        yield name[1].strip(), f"Etc/GMT{hours:+d}" if hours else "UTC"


def _read(lines: list[str], zones: _Zones, *, cancelled: bool) -> CalendarEvent:
    text = "\r\n".join(lines)
    try:
        event: Any = icalendar.Event.from_ical(text)
        return _record(event, zones, text, cancelled=cancelled)
    except (
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        OSError,
        RecursionError,
        OverflowError,
    ):
        # OSError: the library looks a zone up as a file of that name
        return CalendarEvent(
            uid=_CONTROL.sub("", _line_of(text, "UID"))[:UID_MOST] or _made_uid(text),
            title=_line_of(text, "SUMMARY"),
            problems=("VEVENT",),
        )


def _record(event: Any, zones: _Zones, text: str, *, cancelled: bool) -> CalendarEvent:
    problems = [
        str(name)
        for name, _ in event.errors
        if name in ("DTSTART", "DTEND", "RRULE", "EXDATE", "RECURRENCE-ID")
    ]
    problems += [name for name in ("RDATE", "EXRULE") if name in event]
    zone, first, starts = _place(event, "DTSTART", zones)
    if zone is None or (first is None and starts is None):
        problems.append("DTSTART")
    last, ends = _end(event, zones, first, starts)
    recurrence_zone, recurrence_on, recurrence_at = _place(event, "RECURRENCE-ID", zones)
    rules = _all(event, "RRULE")
    if len(rules) > 1 or recurrence_zone is None:
        problems.append("RRULE" if len(rules) > 1 else "RECURRENCE-ID")
    local = ZoneInfo(zone or "UTC")
    return CalendarEvent(
        uid=(_CONTROL.sub("", str(event.get("UID", ""))).strip() or _made_uid(text))[:UID_MOST],
        title=str(event.get("SUMMARY", "")),
        sequence=_number(event.get("SEQUENCE")),
        modified_at=_moment(event.get("LAST-MODIFIED")),
        note=str(event.get("DESCRIPTION", "")),
        place=str(event.get("LOCATION", "")),
        first_on=first,
        last_on=last,
        starts_at=starts,
        ends_at=ends,
        zone=zone or "UTC",
        rule=rules[0].to_ical().decode() if rules else "",
        excluded=tuple(sorted({day for one in _all(event, "EXDATE") for day in _days(one, local)})),
        recurrence_on=recurrence_on if recurrence_at is None else recurrence_at.astimezone(local).date(),
        recurrence_at=recurrence_at,
        is_cancelled=cancelled or str(event.get("STATUS", "")).upper() == "CANCELLED",
        seen=_line_of(text, SEEN),
        problems=tuple(problems),
    )


def _place(event: Any, name: str, zones: _Zones) -> tuple[str | None, date | None, datetime | None]:
    """The zone and either the day or the moment of a property; no zone where its name is not known."""
    found = event.get(name)
    value = _value(found)
    if isinstance(value, datetime):
        if value.year not in _YEARS:
            return None, None, None
        tzid = str(found.params.get("TZID", ""))
        own = zones.floating if value.tzinfo is None else "UTC"
        zone = zones.name(tzid) if tzid else own
        if zone is None:
            return None, None, None
        return zone, None, value.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    if isinstance(value, date) and value.year in _YEARS:
        return zones.floating, value, None
    return (None if found is not None else zones.floating), None, None


def _end(
    event: Any, zones: _Zones, first: date | None, starts: datetime | None
) -> tuple[date | None, datetime | None]:
    """The last day, included, or the moment it ends; a day or nothing long where the file does not say."""
    duration = _value(event.get("DURATION"))
    _, end_on, end_at = _place(event, "DTEND", zones)
    if first is not None:
        if isinstance(duration, timedelta):
            end_on = first + duration
        return (first if end_on is None else max(first, end_on - timedelta(days=1))), None
    if starts is None:
        return None, None
    if end_at is None:
        end_at = starts + duration if isinstance(duration, timedelta) else starts
    return None, end_at


def _all(event: Any, name: str) -> list[Any]:
    found = event.get(name, [])
    return found if isinstance(found, list) else [found]


def _days(excluded: Any, zone: ZoneInfo) -> Iterator[date]:
    for one in getattr(excluded, "dts", ()):
        value = one.dt
        if isinstance(value, datetime):
            yield value.date() if value.tzinfo is None else value.astimezone(zone).date()
        elif isinstance(value, date):
            yield value


def _moment(found: Any) -> datetime | None:
    value = _value(found)
    if isinstance(value, datetime):
        return value if value.tzinfo is not None else value.replace(tzinfo=UTC)
    return datetime.combine(value, time(), UTC) if isinstance(value, date) else None


def _value(found: Any) -> Any:
    """The date or time of a property; None where the file has none, or writes something else."""
    try:
        return getattr(found, "dt", None)
    except icalendar.BrokenCalendarProperty:
        return None


def _number(found: object) -> int:
    return min(max(int(found), 0), 1_000_000) if isinstance(found, int) else 0


def _line_of(text: str, name: str) -> str:
    found = re.search(rf"^{name}[^:\r\n]*:([^\r\n]*)", text, re.IGNORECASE | re.MULTILINE)
    return found[1].strip() if found else ""


def _made_uid(text: str) -> str:
    """The same event without a uid is the same the next time, too."""
    lines = sorted(
        line for line in text.splitlines() if not line.upper().startswith(("DTSTAMP", "LAST-MODIFIED"))
    )
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogatepass")).hexdigest()[:40] + "@file"


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return False
    return True
