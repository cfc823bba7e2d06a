"""The working calendar: which hours of which days a branch is open, and how working days are counted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Final

from app.errors import UserError
from app.worktime.hours import DAY_MICROSECONDS, Span, Week, checked
from db.models.days import DayKind

EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND: Final = timedelta(microseconds=1)
ONE_DAY: Final = timedelta(days=1)
SEARCH_YEARS: Final = 2
"""Whoever has no opening hour in the rest of this year and these many more has none at all."""
LAST_YEAR: Final = 9990
MOST_DAYS: Final = 100_000


class LocalZone(tzinfo):
    """The clock on the wall of this computer, with the rules the system knows for every year."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _moment: datetime | None) -> timedelta | None:
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: datetime) -> datetime:
        wall = moment.replace(tzinfo=UTC).astimezone()
        first = wall.replace(tzinfo=self, fold=0)
        return first if first.utcoffset() == wall.utcoffset() else first.replace(fold=1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """What is special about a day; `spans` are its own hours where it has them."""

    kind: DayKind
    name_zh: str
    name_en: str
    spans: tuple[Span, ...] | None = None

    def name(self, language: str) -> str:
        """In "zh" or "en"."""
        return (self.name_en or self.name_zh) if language == "en" else self.name_zh


@dataclass(frozen=True, slots=True)
class _Year:
    """The open stretches of a year as instants (microseconds since 1970), and the working time before each."""

    start: int
    over: int
    begins: list[int]
    ends: list[int]
    before: list[int]
    total: int

    def worked_until(self, instant: int) -> int:
        """Working time of this year up to an instant."""
        at = bisect_right(self.begins, instant) - 1
        if at < 0:
            return 0
        return self.before[at] + min(instant, self.ends[at]) - self.begins[at]

    def reached(self, worked: int) -> int:
        """The first instant by which this much of the year's working time has passed; `worked` is above 0."""
        at = bisect_right(self.before, worked - 1) - 1
        return self.begins[at] + worked - self.before[at]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class WorkCalendar:
    """Opening hours by weekday (Monday first), special days, and the clock on the wall they are meant by.

    `known_years` are those whose holidays are known; a deadline beyond them may still move.
    Raises UserError `hours-wrong` for hours that overlap or end before they start.
    """

    week: Week
    days: Mapping[date, Day]
    zone: tzinfo
    known_years: frozenset[int] = frozenset()
    _years: dict[int, _Year] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        if len(self.week) != 7:
            raise UserError("hours-wrong", given=str(len(self.week)))
        object.__setattr__(self, "week", tuple(checked(spans) for spans in self.week))
        for day in self.days.values():
            checked(day.spans or ())

    # Days ----------------------------------------------------------------------------------------

    def spans_on(self, day: date) -> tuple[Span, ...]:
        """The hours of a day, in their order.

        A make-up day keeps the hours of its weekday; where that is closed, it has those of the first open weekday.
        """
        special, usual = self.days.get(day), self.week[day.weekday()]
        if special is None:
            return usual
        if special.spans is not None:
            return tuple(sorted(special.spans))
        if special.kind is DayKind.WORKDAY:
            return usual or next((spans for spans in self.week if spans), ())
        return usual if special.kind is DayKind.SHORT else ()

    def is_working_day(self, day: date) -> bool:
        """Whether there are any hours on it."""
        return bool(self.spans_on(day))

    def name_of(self, day: date, language: str) -> str:
        """The name of a special day in "zh" or "en"; "" for an ordinary one."""
        special = self.days.get(day)
        return "" if special is None else special.name(language)

    def is_known(self, year: int) -> bool:
        """Whether the holidays of a year are known."""
        return year in self.known_years

    def next_working_day(self, day: date) -> date:
        """The day itself when it is one, else the next. Raises UserError `working-hours-none`."""
        return self._working_day(day, ONE_DAY)

    def previous_working_day(self, day: date) -> date:
        """The day itself when it is one, else the one before. Raises UserError `working-hours-none`."""
        return self._working_day(day, -ONE_DAY)

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`th working day after a day, which itself does not count; before it for a negative count.

        0 is the day itself, or the next working day.
        Raises UserError `working-hours-none`, `duration-too-long`.
        """
        if abs(count) > MOST_DAYS:
            raise UserError("duration-too-long")
        if count == 0:
            return self.next_working_day(day)
        step = ONE_DAY if count > 0 else -ONE_DAY
        for _ in range(abs(count)):
            day = self._working_day(day + step, step)
        return day

    def _working_day(self, day: date, step: timedelta) -> date:
        for _ in range(366 * SEARCH_YEARS):
            if not 1 < day.year <= LAST_YEAR:
                raise UserError("duration-too-long")
            if self.is_working_day(day):
                return day
            day += step
        raise UserError("working-hours-none", day=day)

    # Moments -------------------------------------------------------------------------------------

    def is_open(self, moment: datetime) -> bool:
        """Whether a moment falls into opening hours; the closing time itself does not."""
        instant = instant_of(moment)
        year = self.year(self.year_of(instant))
        at = bisect_right(year.begins, instant) - 1
        return at >= 0 and instant < year.ends[at]

    def next_opening(self, moment: datetime) -> datetime:
        """The moment itself when it is open, else the next opening. Raises UserError `working-hours-none`."""
        instant = instant_of(moment)
        first = self.year_of(instant)
        for number in range(first, first + SEARCH_YEARS + 1):
            year = self.year(number)
            at = max(bisect_right(year.begins, instant) - 1, 0)
            for begin, end in zip(year.begins[at : at + 2], year.ends[at : at + 2], strict=True):
                if instant < end:
                    return moment_of(max(begin, instant))
        raise UserError("working-hours-none", day=moment.astimezone(self.zone).date())

    def local_day(self, moment: datetime) -> date:
        """The day a moment falls on by the branch's clock."""
        return moment.astimezone(self.zone).date()

    def begin_of(self, day: date, clock: int = 0) -> int:
        """The first instant at which the branch's clock has reached a time (in microseconds) of a day.

        When clocks go forward over that time, it is the instant they do; when they go back, the first of the two.
        """
        wall = datetime.combine(day, datetime.min.time()) + timedelta(microseconds=clock)
        early, late = (
            instant_of(wall.replace(tzinfo=self.zone, fold=fold).astimezone(UTC)) for fold in (0, 1)
        )
        if early <= late:
            return early
        return self._jump(late, early)

    def _jump(self, before: int, after: int) -> int:
        """The instant within which the clocks go forward (PEP 495: inside the gap, fold 1 is the earlier one)."""
        offset = moment_of(before).astimezone(self.zone).utcoffset()
        while after - before > 1:
            middle = (before + after) // 2
            if moment_of(middle).astimezone(self.zone).utcoffset() == offset:
                before = middle
            else:
                after = middle
        return after

    # Years, for the deadlines ----------------------------------------------------------------------

    def year_of(self, instant: int) -> int:
        """The year an instant falls into by the branch's clock."""
        number = moment_of(instant).year
        year = self.year(number)
        return number - (instant < year.start) + (instant >= year.over)

    def year(self, number: int) -> _Year:
        """The open stretches of a year, laid out once. Raises UserError `duration-too-long` past the last year."""
        found = self._years.get(number)
        if found is None:
            if not 1 < number <= LAST_YEAR:
                raise UserError("duration-too-long")
            found = self._years[number] = self._lay_out(number)
        return found

    def stretches_on(self, day: date) -> list[tuple[int, int]]:
        """Opening and closing instants of a day; hours that a change of the clocks swallows are left out."""
        found = []
        for start, end in (span.bounds for span in self.spans_on(day)):
            closing = (day + ONE_DAY, 0) if end == DAY_MICROSECONDS else (day, end)
            stretch = self.begin_of(day, start), self.begin_of(*closing)
            if stretch[0] < stretch[1]:
                found.append(stretch)
        return found

    def _lay_out(self, number: int) -> _Year:
        first, last = date(number, 1, 1).toordinal(), date(number + 1, 1, 1).toordinal()
        stretches = [
            stretch
            for ordinal in range(first, last, 7)
            for stretch in self._stretches_of(ordinal, min(7, last - ordinal))
        ]
        before, total = [], 0
        for begin, end in stretches:
            before.append(total)
            total += end - begin
        return _Year(
            start=self.begin_of(date.fromordinal(first)),
            over=self.begin_of(date.fromordinal(last)),
            begins=[begin for begin, _ in stretches],
            ends=[end for _, end in stretches],
            before=before,
            total=total,
        )

    def _stretches_of(self, ordinal: int, count: int) -> Iterator[tuple[int, int]]:
        """Those of a few days in a row; days without a change of the clocks are reckoned from the first midnight."""
        days = [date.fromordinal(ordinal + number) for number in range(count)]
        midnight = self.begin_of(days[0])
        is_steady = self.begin_of(days[-1] + ONE_DAY) - midnight == count * DAY_MICROSECONDS
        for day in days:
            if not is_steady:
                yield from self.stretches_on(day)
                continue
            for start, end in (span.bounds for span in self.spans_on(day)):
                yield midnight + start, midnight + end
            midnight += DAY_MICROSECONDS


def instant_of(moment: datetime) -> int:
    """Microseconds since 1970. A moment without a zone is a mistake of the program."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return (moment - EPOCH) // MICROSECOND


def moment_of(instant: int) -> datetime:
    """The moment of an instant, in UTC."""
    return EPOCH + timedelta(microseconds=instant)
