"""Where a mobile number was issued, by its first seven digits (table of December 2023).

A hint and nothing more: numbers move with people and between carriers.
"""

from __future__ import annotations

import json
import sys
from array import array
from dataclasses import dataclass
from functools import lru_cache

from app.customers.reference import read_packed

_UNASSIGNED = 0xFFFF


@dataclass(frozen=True, kw_only=True, slots=True)
class Segment:
    """The place and carrier a prefix was given to; `region_code` as in `app.customers.regions`."""

    province: str
    city: str
    area_code: str
    region_code: str
    carrier: str


@dataclass(frozen=True, slots=True)
class _Table:
    first: int
    places: tuple[tuple[str, str, str, str], ...]
    carriers: tuple[str, ...]
    place_column: array[int]
    carrier_column: array[int]


def segment_of(number: str) -> Segment | None:
    """The segment of a mobile number of eleven digits, or of its first seven; None if the table has none."""
    if len(number) < 7 or not (number.isascii() and number[:7].isdecimal()):
        return None
    table = _table()
    position = int(number[:7]) - table.first
    if not 0 <= position < len(table.place_column) or table.place_column[position] == _UNASSIGNED:
        return None
    province, city, area_code, region_code = table.places[table.place_column[position]]
    carrier = table.carriers[table.carrier_column[position]]
    return Segment(
        province=province, city=city, area_code=area_code, region_code=region_code, carrier=carrier
    )


@lru_cache(maxsize=1)
def _table() -> _Table:
    header, _, columns = read_packed("segments/mobile.bin").partition(b"\n")
    facts = json.loads(header)
    size = 2 * facts["count"]
    place_column, carrier_column = array("H", columns[:size]), array("H", columns[size:])
    if sys.byteorder == "big":
        place_column.byteswap()
        carrier_column.byteswap()
    return _Table(
        facts["first"],
        tuple(tuple(place) for place in facts["places"]),
        tuple(facts["carriers"]),
        place_column,
        carrier_column,
    )
