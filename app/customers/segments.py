"""Where a mobile number was issued, by its first seven digits (table of December 2023).

A hint and nothing more: numbers move with people and between carriers.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache

from app.customers.reference import read_packed

UNASSIGNED = 0xFFFF


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
    count: int
    places: tuple[tuple[str, str, str, str], ...]
    carriers: tuple[str, ...]
    packed: bytes
    start: int

    def place(self, position: int) -> int:
        return self._at(self.start + 2 * position)

    def carrier(self, position: int) -> int:
        return self._at(self.start + 2 * (self.count + position))

    def _at(self, offset: int) -> int:
        return int.from_bytes(self.packed[offset : offset + 2], "little")


def segment_of(number: str) -> Segment | None:
    """The segment of a mobile number of eleven digits, or of its first seven; None if the table has none."""
    if len(number) < 7 or not (number.isascii() and number[:7].isdecimal()):
        return None
    table = _table()
    position = int(number[:7]) - table.first
    place = table.place(position) if 0 <= position < table.count else UNASSIGNED
    if place == UNASSIGNED:
        return None
    province, city, area_code, region_code = table.places[place]
    carrier = table.carriers[table.carrier(position)]
    return Segment(
        province=province, city=city, area_code=area_code, region_code=region_code, carrier=carrier
    )


@lru_cache(maxsize=1)
def _table() -> _Table:
    packed = read_packed("segments/mobile.bin")
    start = packed.index(b"\n") + 1
    facts = json.loads(packed[:start])
    places = tuple(tuple(place) for place in facts["places"])
    return _Table(facts["first"], facts["count"], places, tuple(facts["carriers"]), packed, start)
