"""Deadlines in working time: against counting minute by minute, their steps, and the first use of a calendar.

The rows are those a new database begins with; the clock is that of China.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from app.announced_days import announced_days
from app.worktime import Day, Pause, WorkCalendar, deadline, worked_between
from tests.builders.working import OFFICE, SHANGHAI

DEADLINES = 10_000
COUNTED = 20
"""As many are counted minute by minute; the figure for all is reckoned from them."""
EXPLAINED = 1_000
ROUNDS = 3
MINUTE = timedelta(minutes=1)

Case = tuple[datetime, timedelta, list[Pause]]


def calendar() -> WorkCalendar:
    """The shipped week with the announced days of 2025 and 2026."""
    days = {
        found.day: Day(kind=found.kind, name_zh=found.name_zh, name_en=found.name_en)
        for year in (2025, 2026)
        for found in announced_days(year)
    }
    return WorkCalendar(week=OFFICE, days=days, zone=SHANGHAI, known_years=frozenset({2025, 2026}))


def cases(count: int, seed: int = 11) -> list[Case]:
    """Limits of half an hour to 72 hours that began at any minute of 2026; every third waited for the customer."""
    chance = random.Random(seed)
    found: list[Case] = []
    for number in range(count):
        start = datetime(2026, 1, 1, tzinfo=UTC) + chance.randrange(350 * 1_440) * MINUTE
        amount = chance.choice((30, 60, 120, 240, 480, 1_440, 4_320)) * MINUTE
        waited = start + chance.randrange(600) * MINUTE
        pauses = (
            [Pause(start=waited, end=waited + chance.randrange(3_000) * MINUTE)] if number % 3 == 0 else []
        )
        found.append((start, amount, pauses))
    return found


def run() -> list[dict[str, Any]]:
    """Seconds for the deadlines, milliseconds for their steps and for a calendar nobody used yet."""
    ours = calendar()
    wanted = cases(DEADLINES)
    for start, amount, pauses in wanted[:COUNTED]:
        assert deadline(ours, start, amount, pauses).at == _counted(ours, start, amount, pauses)
    counted = _seconds(lambda: [_counted(ours, *case) for case in wanted[:COUNTED]]) * DEADLINES / COUNTED
    reckoned = _seconds(lambda: [deadline(ours, *case) for case in wanted])
    explained = _seconds(lambda: [deadline(ours, *case).steps for case in wanted[:EXPLAINED]])
    bare = _seconds(lambda: [deadline(ours, *case) for case in wanted[:EXPLAINED]])
    worked = _seconds(lambda: [worked_between(ours, s, s + 30 * a, p) for s, a, p in wanted])
    plain = _seconds(lambda: [(s.astimezone(SHANGHAI) + a).astimezone(UTC) for s, a, _ in wanted])
    return [
        _row(
            "10,000 deadlines, a third with a pause; against counting minute by minute",
            counted,
            reckoned,
            0.5,
        ),
        _row("10,000 deadlines; against adding the hours on the wall clock alone", plain, reckoned, 0.5),
        _row("10,000 times worked between two moments", plain, worked, 0.5),
        _row("1,000 deadlines with every step told; against the deadlines alone", bare, explained, 1.0),
        _row("a new calendar and its first deadline", None, _seconds(lambda: _first(wanted[0])), 0.02),
    ]


def _row(what: str, raw: float | None, own: float, budget: float) -> dict[str, Any]:
    return {"what": what, "raw": raw, "ours": own, "budget": budget, "unit": "s"}


def _first(case: Case) -> datetime | None:
    return deadline(calendar(), *case).at


def _counted(ours: WorkCalendar, start: datetime, amount: timedelta, pauses: list[Pause]) -> datetime:
    """The plain way: look at each minute of the clock whether it counts."""
    now, left = start, amount // MINUTE
    while left:
        wall = now.astimezone(SHANGHAI)
        clock = wall.time()
        is_open = any(
            span.start <= clock < span.end for span in ours.spans_on(wall.date()) if span.end != span.start
        )
        waits = any(pause.start <= now and (pause.end is None or now < pause.end) for pause in pauses)
        left -= is_open and not waits
        now += MINUTE
    return now


def _seconds(work: Callable[[], object]) -> float:
    best = float("inf")
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        best = min(best, time.process_time() - begin)
    return best


if __name__ == "__main__":
    for row in run():
        print(row)
