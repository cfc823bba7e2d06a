"""Computes `tests/files/lunar/*.txt` from the sky: `python -m tests.app.lunar.make_golden`, by hand.

Needs `pip install jplephem de405 numpy astronomy-engine`, which no test needs. New moons and solar longitudes come
from the ephemeris DE405 with light time, aberration, precession and nutation; the calendar from the rules of
GB/T 33661-2017 at UTC+8, which holds since 1929. Nothing here knows of a calendar library.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path

import astronomy
import de405
import numpy as np
from jplephem import Ephemeris

FIRST, LAST = 1929, 2100
FOLDER = Path(__file__).parents[2] / "files" / "lunar"
SKY = Ephemeris(de405)
LIGHT = 299_792.458 * 86_400  # km a day
MONTH = 29.530588861
YEAR = 365.2422
# Seconds that terrestrial time is ahead of the clock; from 2027 by Stephenson, Morrison et al. (2016, 2021).
AHEAD = [(1929, 24.0), (1940, 24.5), (1950, 29.2), (1960, 33.2), (1970, 40.2), (1980, 50.5), (1990, 56.9)]
AHEAD += [(2000, 63.8), (2010, 66.1), (2017, 68.8), (2026, 69.2), (2057, 73.4), (2089, 82.0), (2105, 87.0)]


def earth(moment: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Position and speed of the Earth, and the Moon seen from it."""
    place, speed = SKY.position_and_velocity("earthmoon", moment)
    moon, moon_speed = SKY.position_and_velocity("moon", moment)
    share = 1 / (1 + SKY.EMRAT)
    return place - moon * share, speed - moon_speed * share, moon


def sun_longitude(moment: float) -> float:
    """Apparent longitude in degrees of the true equinox of date."""
    here, speed, _ = earth(moment)
    seen = SKY.position("sun", moment) - here
    for _ in range(2):
        seen = SKY.position("sun", moment - float(np.linalg.norm(seen)) / LIGHT) - here
    return _longitude(seen / np.linalg.norm(seen) + speed / LIGHT, moment)


def moon_longitude(moment: float) -> float:
    """Apparent longitude in degrees of the true equinox of date."""
    here, speed, moon = earth(moment)
    then, _, moon_then = earth(moment - float(np.linalg.norm(moon)) / LIGHT)
    seen = then + moon_then - here
    return _longitude(seen / np.linalg.norm(seen) + speed / LIGHT, moment)


def _longitude(direction: np.ndarray, moment: float) -> float:
    x, y, z = (float(value) for value in direction.ravel())
    time = astronomy.Time.FromTerrestrialTime(moment - 2_451_545.0)
    turned = astronomy.RotateVector(astronomy.Rotation_EQJ_ECT(time), astronomy.Vector(x, y, z, time))
    return math.degrees(math.atan2(turned.y, turned.x)) % 360


def _zero(angle: Callable[[float], float], near: float, speed: float) -> float:
    for _ in range(12):
        step = ((angle(near) + 180) % 360 - 180) / speed
        near -= step
        if abs(step) < 1e-7:
            break
    return near


def day_of(moment: float) -> date:
    """The day in China of a moment of terrestrial time."""
    year = 2000 + (moment - 2_451_545.0) / 365.25
    place = max(bisect_right(AHEAD, (year, 0.0)) - 1, 0)
    (start, low), (end, high) = AHEAD[place], AHEAD[place + 1]
    ahead = low + (high - low) * (year - start) / (end - start)
    return date(2000, 1, 1) + timedelta(days=math.floor(moment - 2_451_544.5 + 8 / 24 - ahead / 86_400))


def new_moons() -> Iterator[date]:
    moment = 2_451_550.1 + MONTH * round((FIRST - 1 - 2000) * YEAR / MONTH)
    while moment < 2_451_545 + (LAST + 1.1 - 2000) * YEAR:
        moment = _zero(lambda time: moon_longitude(time) - sun_longitude(time), moment, 360 / MONTH)
        yield day_of(moment)
        moment += MONTH


def _sun_past(degrees: float, moment: float) -> float:
    return sun_longitude(moment) - degrees


def terms(year: int) -> list[date]:
    """The 24 solar terms of a year from 小寒 at 285 degrees on."""
    start = 2_451_544.5 + (date(year, 1, 5) - date(2000, 1, 1)).days
    days = []
    for place in range(24):
        near = start + place * YEAR / 24
        days.append(day_of(_zero(partial(_sun_past, 285 + 15 * place), near, 360 / YEAR)))
    return days


def months(terms_of: dict[int, list[date]]) -> Iterator[tuple[date, int, bool]]:
    """First day, number and leap mark: the winter solstice is in month 11; of 13 months the first without a middle
    term repeats the number before it."""
    starts = list(new_moons())
    middles = sorted(day for days in terms_of.values() for day in days[1::2])
    eleventh = {bisect_right(starts, days[23]) - 1 for days in terms_of.values()}
    for first, after in pairwise(sorted(eleventh)):
        number, is_leap_due = 11, after - first == 13
        for place in range(first, after):
            has_middle = any(starts[place] <= day < starts[place + 1] for day in middles)
            is_leap = is_leap_due and not has_middle and place > first
            if is_leap:
                is_leap_due = False
            elif place > first:
                number = number % 12 + 1
            yield starts[place], number, is_leap


def write() -> None:
    terms_of = {year: terms(year) for year in range(FIRST - 1, LAST + 1)}
    FOLDER.mkdir(exist_ok=True)
    lines = [f"{year} " + " ".join(str(day.day) for day in terms_of[year]) for year in range(FIRST, LAST + 1)]
    (FOLDER / "terms.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    lines = [
        f"{start} {number}{'+' * leap}" for start, number, leap in months(terms_of) if start.year >= FIRST
    ]
    (FOLDER / "months.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
