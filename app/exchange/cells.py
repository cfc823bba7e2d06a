"""The value of one cell as it crossed from a file, and the text it stands for."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

Cell = str | float | bool | date | datetime | time | None

# A double holds every whole number up to 2**53 (about 9.007e15): beyond, digits are gone for good.
EXACT_WHOLE = 2**53
SURE_DECIMALS = 7
_SCIENTIFIC = re.compile(r"[+-]?\d(?:\.\d+)?E\+?\d{1,3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it stands in the file; `number` is the row in Excel or the line of a text file."""

    number: int
    cells: tuple[Cell, ...]


def is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def cell_text(cell: Cell) -> str:
    """The cell as a person reads it: whole floats without point, dates as 1990-03-05, no 0:00."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, (int, float)):
        return number_text(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    return cell.isoformat()


def number_text(value: float) -> str:
    """A whole number without point and exponent, else the shortest text that gives the number back."""
    if math.isfinite(value) and value == int(value):
        return str(int(value))
    return repr(value)


def lost_digits(cell: Cell) -> bool:
    """Whether digits of a number are gone: too long for a double, or shortened to 1.38E+10.

    Excel shows at most five decimals before E; programs that print seven or more (1.3800138E10 for 13800138000)
    print every digit there is, and the number can be restored.
    """
    if isinstance(cell, bool):
        return False
    if isinstance(cell, (int, float)):
        return not math.isfinite(cell) or abs(cell) >= EXACT_WHOLE
    return isinstance(cell, str) and is_scientific(cell) and restored(cell) is None


def is_scientific(text: str) -> bool:
    return ("E" in text or "e" in text) and _SCIENTIFIC.fullmatch(text.strip()) is not None


def restored(text: str) -> str | None:
    """The plain digits of a scientific text, or None when digits are missing."""
    text = text.strip()
    try:
        value = Decimal(text)
    except InvalidOperation:
        return None
    decimals = len(text.upper().partition("E")[0].partition(".")[2])
    if value != value.to_integral_value() or value.adjusted() > 15 or decimals < SURE_DECIMALS:
        return None
    return format(value.to_integral_value(), "f")


def to_wire(cell: Any) -> Any:
    """What JSON can carry: text, number, truth, or a tagged pair for dates."""
    if cell is None or isinstance(cell, (str, bool)):
        return cell
    if isinstance(cell, (int, float)):
        return float(cell) if math.isfinite(cell) else str(cell)
    if isinstance(cell, datetime):
        return ["datetime", cell.isoformat()]
    if isinstance(cell, date):
        return ["date", cell.isoformat()]
    if isinstance(cell, time):
        return ["time", cell.isoformat()]
    return str(cell)


def from_wire(value: Any) -> Cell:
    """The inverse of `to_wire`; anything else than what it writes is refused with ValueError."""
    if value is None or isinstance(value, (str, bool, float)):
        return value
    if isinstance(value, int):
        return float(value)
    if isinstance(value, list) and len(value) == 2:
        kind, text = value
        if kind == "datetime":
            return datetime.fromisoformat(text)
        if kind == "date":
            return date.fromisoformat(text)
        if kind == "time":
            return time.fromisoformat(text)
    raise ValueError("not a cell")
