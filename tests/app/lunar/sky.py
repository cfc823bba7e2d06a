"""The moments of new moons and solar terms by the series of Meeus, Astronomical Algorithms, chapters 25 and 49."""

from __future__ import annotations

from datetime import datetime, timedelta
from math import radians, sin

# Days, power of the eccentricity, multiples of the Sun's anomaly, the Moon's anomaly, the argument of latitude.
_MOON = [
    (-0.40720, 0, 0, 1, 0),
    (0.17241, 1, 1, 0, 0),
    (0.01608, 0, 0, 2, 0),
    (0.01039, 0, 0, 0, 2),
    (0.00739, 1, -1, 1, 0),
    (-0.00514, 1, 1, 1, 0),
    (0.00208, 2, 2, 0, 0),
    (-0.00111, 0, 0, 1, -2),
    (-0.00057, 0, 0, 1, 2),
    (0.00056, 1, 1, 2, 0),
    (-0.00042, 0, 0, 3, 0),
    (0.00042, 1, 1, 0, 2),
    (0.00038, 1, 1, 0, -2),
    (-0.00024, 1, -1, 2, 0),
    (-0.00007, 0, 2, 1, 0),
    (0.00004, 0, 0, 2, -2),
    (0.00004, 0, 3, 0, 0),
    (0.00003, 0, 1, 1, -2),
    (0.00003, 0, 0, 2, 2),
    (-0.00003, 0, 1, 1, 2),
    (0.00003, 0, -1, 1, 2),
]
# Days, degrees, degrees a lunation.
_PLANETS = [
    (-0.00017, 124.7746, -1.56375588),
    (0.000325, 299.77, 0.107408),
    (0.000165, 251.88, 0.016321),
    (0.000164, 251.83, 26.651886),
    (0.000126, 349.42, 36.412478),
    (0.000110, 84.66, 18.206239),
    (0.000062, 141.74, 53.303771),
    (0.000060, 207.14, 2.453732),
    (0.000056, 154.84, 7.306860),
    (0.000047, 34.52, 27.261239),
    (0.000042, 207.19, 0.121824),
    (0.000040, 291.34, 1.844379),
    (0.000037, 161.72, 24.198154),
    (0.000035, 239.56, 25.513099),
]
# What terrestrial time is ahead of the clock, to 15 seconds from 1929 to 2100.
_AHEAD = timedelta(seconds=60)


def new_moon(lunation: int) -> datetime:
    """The time in China, to about 45 seconds, of a new moon; number 0 is that of January 2000."""
    k = float(lunation)
    t = k / 1236.85
    e = 1 - 0.002516 * t
    sun = 2.5534 + 29.10535670 * k
    moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
    latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
    days = 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t
    days += sum(
        size * e**power * sin(radians(a * sun + b * moon + c * latitude)) for size, power, a, b, c in _MOON
    )
    days += sum(size * sin(radians(start + speed * k)) for size, start, speed in _PLANETS)
    return _china(days)


def sun_longitude(moment: datetime) -> float:
    """The Sun's apparent longitude in degrees, to about 0.01, at a time in China."""
    days = (moment - timedelta(hours=8) + _AHEAD - datetime(2000, 1, 1, 12)) / timedelta(days=1)  # noqa: DTZ001
    t = days / 36_525
    mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
    anomaly = radians(357.52911 + 35_999.05029 * t - 0.0001537 * t * t)
    centre = (1.914602 - 0.004817 * t) * sin(anomaly)
    centre += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000289 * sin(3 * anomaly)
    return (mean + centre - 0.00569 - 0.00478 * sin(radians(125.04 - 1934.136 * t))) % 360


def _china(days: float) -> datetime:
    return datetime(2000, 1, 1, 12) + timedelta(days=days - 2_451_545, hours=8) - _AHEAD  # noqa: DTZ001
