"""The unified social credit code (统一社会信用代码), GB 32100-2015."""

from __future__ import annotations

import re

from app.customers.numbers.cells import Cell, as_text, shortened
from app.errors import UserError

_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_LENGTH = 18
# The letters the code leaves out, and what they are mistaken for.
_MISTAKEN = {"I": "1", "O": "0", "Z": "2", "S": "5", "V": "U"}
_DEPARTMENTS = "123456789ANY"
_SEPARATORS = re.compile(r"[\s\-‐-―·.]+")


def uscc_check_digit(code: str) -> str:
    """The eighteenth character: 31 minus the weighted sum of the first seventeen, modulo 31 (annex A)."""
    total = sum(_LETTERS.index(letter) * weight for letter, weight in zip(code[:17], _WEIGHTS, strict=True))
    return _LETTERS[-total % 31]


def parse_uscc(value: Cell) -> str:
    """Eighteen checked characters, upper case.

    Unlike python-stdnum it knows the letters of newer registering departments (N villages' economic
    organisations, A military, Y others). Raises UserError: uscc-empty, uscc-lossy, uscc-length,
    uscc-mistaken-letter, uscc-character, uscc-department, uscc-region (position from 1), uscc-check-digit.
    """
    given = as_text(value, "uscc-lossy")
    code = _SEPARATORS.sub("", given).upper()
    if not code:
        raise UserError("uscc-empty")
    if len(code) != _LENGTH:
        raise UserError("uscc-length", given=shortened(code), found=len(code), needed=_LENGTH)
    for position, letter in enumerate(code, start=1):
        if letter not in _LETTERS:
            meant = _MISTAKEN.get(letter, "")
            name = "uscc-mistaken-letter" if meant else "uscc-character"
            raise UserError(name, given=code, position=position, character=letter, meant=meant)
    if code[0] not in _DEPARTMENTS:
        raise UserError("uscc-department", given=code, character=code[0])
    if not code[2:8].isdigit():
        position = next(place for place, letter in enumerate(code[2:8], start=3) if not letter.isdigit())
        raise UserError("uscc-region", given=code, position=position, character=code[position - 1])
    if uscc_check_digit(code) != code[17]:
        raise UserError("uscc-check-digit", given=code, last=code[17])
    return code
