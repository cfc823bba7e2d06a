"""What a field or a spreadsheet cell may hold, and how a number in it becomes exact text again."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal

from app.customers.cleaning import mend
from app.errors import UserError

Cell = str | int | float | Decimal | date | datetime | time | None

# 1.38E+10 of spreadsheets and 1.38E10 of other programs, but not 1E00000…, which a credit code may be.
_POWER_OF_TEN = re.compile(r"[+-]?\d+(?:\.\d+[eE][+-]?|[eE][+-])\d{1,3}")
_WHOLE_WITH_ZEROS = re.compile(r"(\d+)\.0+")
_EXACT_BELOW = 2**53


def as_text(value: Cell, lossy: str) -> str:
    """The value as mended text; whole floats lose their `.0`.

    Raises UserError(lossy) for what a spreadsheet has rounded: 1.38E+10, fractions, floats past 2**53.
    """
    if value is None:
        return ""
    if isinstance(value, float | Decimal):
        return _exact_digits(value, lossy)
    text = mend(str(value))
    if _POWER_OF_TEN.fullmatch(text):
        raise UserError(lossy, given=text)
    if whole := _WHOLE_WITH_ZEROS.fullmatch(text):
        return whole.group(1)
    return text.lstrip("'")


def is_number(value: Cell) -> bool:
    """Whether a spreadsheet kept the value as a number, so that leading zeros are gone."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def shortened(text: str) -> str:
    """At most 40 characters of what was given, for a sentence."""
    return text if len(text) <= 40 else text[:39] + "…"


def _exact_digits(value: float | Decimal, lossy: str) -> str:
    exact = Decimal(value)
    if not exact.is_finite() or exact != exact.to_integral_value() or abs(exact) >= _EXACT_BELOW:
        raise UserError(lossy, given=str(value))
    return str(int(exact))
