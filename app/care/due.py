"""When a car is due for its next service: the earlier of so many months and so many kilometres (A8)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

FARTHEST_DAYS: Final = 36_500
"""A car that hardly moves reaches its mileage in no time anybody plans for."""


class DueBasis(StrEnum):
    """Which of the two made the day: months, or kilometres at the pace of the last readings."""

    MONTHS = "months"
    MILEAGE = "mileage"


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What the mileage counter showed on a day."""

    on: date
    km: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Intervals:
    """A service is due every so many months or kilometres; `most_a_day` caps the pace in km a day."""

    months: int
    km: int
    most_a_day: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Due:
    """When a service is due and how that came about.

    `counted_from` is the last service or, before the first one, the purchase; None where neither is known, and then
    nothing is due. `before` and `after` are the two readings the pace is taken from; `km_a_day` is rounded for
    reading, the days are counted exactly.
    """

    on: date | None = None
    basis: DueBasis | None = None
    counted_from: date | None = None
    is_from_purchase: bool = False
    months: int = 0
    km: int = 0
    by_months_on: date | None = None
    by_mileage_on: date | None = None
    before: Reading | None = None
    after: Reading | None = None
    km_a_day: int | None = None
    is_capped: bool = False


def next_due(
    served_on: date | None, bought_on: date | None, readings: Sequence[Reading], intervals: Intervals
) -> Due:
    """The earlier of last date + months and last date + interval km / average km a day.

    The average is that of the last two readings on different days, at most `intervals.most_a_day`; without two
    readings, or where the car did not move between them, the months alone count.
    """
    base = served_on or bought_on
    if base is None:
        return Due(months=intervals.months, km=intervals.km)
    before, after = last_two(readings)
    by_months = add_months(base, intervals.months)
    days, pace, is_capped = _days_to_drive(before, after, intervals)
    by_mileage = None if days is None else base + timedelta(days=days)
    is_mileage = by_mileage is not None and (by_months is None or by_mileage < by_months)
    on = by_mileage if is_mileage else by_months
    basis = DueBasis.MILEAGE if is_mileage else DueBasis.MONTHS
    return Due(
        on=on,
        basis=None if on is None else basis,
        counted_from=base,
        is_from_purchase=served_on is None,
        months=intervals.months,
        km=intervals.km,
        by_months_on=by_months,
        by_mileage_on=by_mileage,
        before=before,
        after=after,
        km_a_day=pace,
        is_capped=is_capped,
    )


def last_two(readings: Sequence[Reading]) -> tuple[Reading | None, Reading | None]:
    """The last two readings on different days; of one day the highest counts."""
    by_day: dict[date, int] = {}
    for reading in readings:
        by_day[reading.on] = max(reading.km, by_day.get(reading.on, 0))
    days = sorted(by_day)[-2:]
    found = [Reading(on=day, km=by_day[day]) for day in days]
    return (found[0], found[1]) if len(found) == 2 else (None, found[0] if found else None)


def _days_to_drive(
    before: Reading | None, after: Reading | None, intervals: Intervals
) -> tuple[int | None, int | None, bool]:
    """Whole days until the interval is driven, the pace in km a day, and whether it was capped."""
    if before is None or after is None or after.km <= before.km:
        return None, None, False
    driven, span = after.km - before.km, (after.on - before.on).days
    is_capped = driven > intervals.most_a_day * span
    days = intervals.km // intervals.most_a_day if is_capped else intervals.km * span // driven
    pace = intervals.most_a_day if is_capped else round(driven / span)
    return (days if days <= FARTHEST_DAYS else None), pace, is_capped


def add_months(day: date, months: int) -> date | None:
    """The same day so many calendar months on, the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
