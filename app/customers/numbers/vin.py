"""Vehicle identification numbers, GB 16735-2019 (ISO 3779 with the check digit)."""

from __future__ import annotations

import re

from app.customers.numbers.cells import Cell, as_text, shortened
from app.errors import UserError

_VALUES = dict(
    zip("0123456789ABCDEFGHJKLMNPRSTUVWXYZ", map(int, "012345678912345678123457923456789"), strict=True)
)
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_LENGTH = 17
_MISTAKEN = {"I": "1", "O": "0", "Q": "0"}
_SEPARATORS = re.compile(r"[\s\-‐-―·.*]+")


def vin_check_digit(vin: str) -> str:
    """The ninth character: weighted sum modulo 11, X for ten (GB 16735-2019, 5.2.3)."""
    total = sum(_VALUES[letter] * weight for letter, weight in zip(vin, _WEIGHTS, strict=True))
    return "0123456789X"[total % 11]


def parse_vin(value: Cell, *, imported: bool = False) -> str:
    """Seventeen checked characters, upper case.

    Cars sold new in China carry the check digit and end in four figures by GB 16735; European cars brought in
    privately (`imported=True`, a first letter other than L) may carry neither. Raises UserError: vin-empty,
    vin-lossy, vin-length, vin-mistaken-letter, vin-character, vin-tail, vin-check-digit (position from 1).
    """
    given = as_text(value, "vin-lossy")
    vin = _SEPARATORS.sub("", given).upper()
    if not vin:
        raise UserError("vin-empty")
    if len(vin) != _LENGTH:
        raise UserError("vin-length", given=shortened(vin), found=len(vin), needed=_LENGTH)
    for position, letter in enumerate(vin, start=1):
        if letter not in _VALUES:
            meant = _MISTAKEN.get(letter, "")
            name = "vin-mistaken-letter" if meant else "vin-character"
            raise UserError(name, given=vin, position=position, character=letter, meant=meant)
    if imported and not vin.startswith("L"):
        return vin
    if not vin[13:].isdigit():
        raise UserError("vin-tail", given=vin, tail=vin[13:])
    if vin_check_digit(vin) != vin[8]:
        raise UserError("vin-check-digit", given=vin, character=vin[8])
    return vin
