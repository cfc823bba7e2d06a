"""Write `tables.py` from the library lunar_python: `python -m app.lunar.pack_tables`, by hand, hardly ever.

Where the library and GB/T 33661-2017 (true new moon and true solar longitude at 120°E) disagree, the standard
wins; the moments were computed from the ephemeris DE405.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from textwrap import wrap

from lunar_python import Lunar, LunarYear, Solar

from app.lunar.terms import TERM_NAMES

FIRST, LAST = 1899, 2100
_TARGET = Path(__file__).with_name("tables.py")

# 2097: new moon on 08-08 at 00:02:58 TT+8h, the 7th only if the Earth fell back 178 s by then (now: 69 s).
_MONTH_STARTS = {date(2097, 8, 7): date(2097, 8, 8)}
# 2084: equinox on 03-20 at 00:01:53 TT+8h; the 19th would need 114 s.
_TERM_DAYS = {date(2084, 3, 19): date(2084, 3, 20)}


def month_starts() -> Iterator[tuple[date, int, int]]:
    """First day, lunar year and month of every month, leap months negative."""
    for year in range(FIRST, LAST + 1):
        for month in LunarYear.fromYear(year).getMonths():
            if month.getYear() == year:
                start = _day(Solar.fromJulianDay(month.getFirstJulianDay()))
                yield _MONTH_STARTS.get(start, start), year, month.getMonth()


def term_days(year: int) -> list[date]:
    """The days of the 24 solar terms of a solar year, 小寒 first."""
    found: dict[str, date] = {}
    latin = {"XIAO_HAN": "小寒", "DA_HAN": "大寒", "DONG_ZHI": "冬至"}
    for lunar_year in (year - 1, year, year + 1):
        for name, moment in Lunar.fromYmd(lunar_year, 6, 1).getJieQiTable().items():
            day = _day(moment)
            if day.year == year:
                found[latin.get(name, name)] = _TERM_DAYS.get(day, day)
    return [found[name] for name in TERM_NAMES]


def packed_months() -> tuple[date, str]:
    """The first day, and five hexadecimal figures a year: leap month, then a bit for each month of 30 days."""
    starts = list(month_starts())
    after = Solar.fromJulianDay(LunarYear.fromYear(LAST + 1).getMonth(1).getFirstJulianDay())
    ends = [start for start, _, _ in starts[1:]] + [_day(after)]
    years: dict[int, int] = dict.fromkeys(range(FIRST, LAST + 1), 0)
    place: dict[int, int] = dict.fromkeys(years, 0)
    for (start, year, month), end in zip(starts, ends, strict=True):
        years[year] |= ((end - start).days - 29) << place[year]
        place[year] += 1
        if month < 0:
            years[year] |= -month << 13
    return starts[0][0], "".join(f"{value:05X}" for value in years.values())


def packed_terms() -> tuple[list[int], str]:
    """The earliest day of each term, and twelve hexadecimal figures a year: two bits a term after that day."""
    days = [[day.day for day in term_days(year)] for year in range(FIRST + 1, LAST + 1)]
    earliest = [min(column) for column in zip(*days, strict=True)]
    rows = []
    for row in days:
        value = 0
        for place, (day, first) in enumerate(zip(row, earliest, strict=True)):
            if day - first > 3:
                raise ValueError(f"day {day} of term {place} needs more than two bits")
            value |= (day - first) << (2 * place)
        rows.append(f"{value:012X}")
    return earliest, "".join(rows)


def source() -> str:
    """The whole text of `tables.py`."""
    first_day, months = packed_months()
    earliest, terms = packed_terms()
    return "\n".join(
        [
            '"""The lunar years and solar terms, packed; written by `pack_tables.py`, never by hand."""',
            "",
            "from __future__ import annotations",
            "",
            "from datetime import date",
            "from typing import Final",
            "",
            f"FIRST_YEAR: Final = {FIRST}",
            f"LAST_YEAR: Final = {LAST}",
            f"FIRST_DAY: Final = date({first_day.year}, {first_day.month}, {first_day.day})",
            "",
            "# Five hexadecimal figures a lunar year: the leap month, then from the lowest bit a 1 for 30 days.",
            *_literal("MONTHS", months),
            "",
            f"FIRST_TERM_YEAR: Final = {FIRST + 1}",
            f"EARLIEST: Final = {tuple(earliest)}",
            "# Twelve hexadecimal figures a solar year: from the lowest bits two for each term, days after EARLIEST.",
            *_literal("TERMS", terms),
            "",
        ]
    )


def _literal(name: str, figures: str) -> list[str]:
    lines = [f'    "{line}"' for line in wrap(figures, 100)]
    return [f"{name}: Final = (", *lines, ")"]


def _day(moment: Solar) -> date:
    return date(moment.getYear(), moment.getMonth(), moment.getDay())


if __name__ == "__main__":
    _TARGET.write_text(source(), encoding="utf-8")
