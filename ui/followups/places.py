"""Places in the calendar: where something is dropped, created or pointed at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.followups.records import Item

HALF_HOUR = 30


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """A day, or a half hour of it, that something is dropped on or created at."""

    on: date
    minute: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """What lies under the pointer."""

    place: Place
    item: Item | None = None
    is_more: bool = False
    is_head: bool = False
