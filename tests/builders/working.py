"""Working calendars for tests: the shipped week, random hours, and hours counted cell by cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from app.worktime import Day, DayKind, Pause, Span, Week, WorkCalendar, read_hours

SHANGHAI = ZoneInfo("Asia/Shanghai")
OFFICE: Week = (*(read_hours("9:00-12:00 13:00-18:00"),) * 5, (), ())
CELL = timedelta(minutes=5)
FIRST = date(2026, 3, 20)
"""Between it and the end of the window Berlin, New York and Lord Howe change their clocks."""
WINDOW = 22


def at(text: str, zone: tzinfo = SHANGHAI) -> datetime:
    """A moment of the branch's clock, such as "2026-02-13 17:30"."""
    return datetime.fromisoformat(text).replace(tzinfo=zone)


def special(kind: DayKind, name: str = "春节", hours: str | None = None) -> Day:
    return Day(
        kind=kind, name_zh=name, name_en=f"{name}.en", spans=None if hours is None else read_hours(hours)
    )


def office(days: Mapping[date, Day] | None = None, zone: tzinfo = SHANGHAI) -> WorkCalendar:
    """The shipped week with some special days."""
    return WorkCalendar(week=OFFICE, days=days or {}, zone=zone, known_years=frozenset({2026}))


def _spans(cells: Iterable[int]) -> tuple[Span, ...]:
    points = sorted(cells)
    clocks = [time(point * 5 // 60 % 24, point * 5 % 60) for point in points]
    return tuple(Span(start, end) for start, end in zip(clocks[::2], clocks[1::2], strict=False))


hours = st.lists(st.integers(0, 288), unique=True, max_size=6).map(
    lambda cells: _spans(sorted(cells)[: len(cells) // 2 * 2])
)
special_days = st.builds(
    Day,
    kind=st.sampled_from(DayKind),
    name_zh=st.just("节"),
    name_en=st.just("day"),
    spans=st.none() | hours,
)
zones = st.sampled_from(
    ["Asia/Shanghai", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "America/Nuuk"]
).map(ZoneInfo)
calendars = st.builds(
    WorkCalendar,
    week=st.tuples(*(hours,) * 6, hours.filter(bool)),
    days=st.dictionaries(
        st.integers(-3, WINDOW + 3).map(lambda number: FIRST + timedelta(days=number)),
        special_days,
        max_size=8,
    ),
    zone=zones,
    known_years=st.just(frozenset({2026})),
)
"""Any hours, open on Sundays at least, any special days, clocks that change or not."""
cells = st.integers(0, 7 * 288)
pauses = st.lists(st.tuples(cells, cells), max_size=4).map(
    lambda pairs: [Pause(start=moment(min(pair)), end=moment(max(pair))) for pair in pairs]
)


def moment(cell: int) -> datetime:
    """The moment a cell of the window begins."""
    return datetime(FIRST.year, FIRST.month, FIRST.day, tzinfo=UTC) + cell * CELL


def _hours_of(calendar: WorkCalendar, day: date) -> tuple[Span, ...]:
    """Said a second time and otherwise: what a day's row means."""
    usual = calendar.week[day.weekday()]
    row = calendar.days.get(day)
    if row is None or (row.kind is DayKind.SHORT and row.spans is None):
        return usual
    if row.spans is not None:
        return row.spans
    if row.kind is not DayKind.WORKDAY:
        return ()
    return usual or next(spans for spans in calendar.week if spans)


def open_cells(calendar: WorkCalendar) -> list[bool]:
    """Whether each five minutes of the window are open, counted one by one on the branch's clock.

    A clock that goes back shows a time again that was over: what had closed stays closed.
    """
    found = []
    reached = moment(-288).replace(tzinfo=None)
    for cell in range(WINDOW * 288):
        reached = max(reached, moment(cell).astimezone(calendar.zone).replace(tzinfo=None))
        clock, midnight = reached.time(), time(0)
        found.append(
            any(
                span.start <= clock and (clock < span.end or span.end == midnight)
                for span in _hours_of(calendar, reached.date())
            )
        )
    return found


def paused_cells(spans: Iterable[Pause]) -> set[int]:
    """The cells in any of the pauses."""
    begin = moment(0)
    return {
        cell
        for pause in spans
        for cell in range(
            (pause.start - begin) // CELL, ((pause.end or moment(WINDOW * 288)) - begin) // CELL
        )
    }
