"""Resident identity numbers (公民身份号码), GB 11643-1999.

The county is not checked: merged counties vanish from every current table while their cards stay valid.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from app.customers.numbers.cells import Cell, as_text, is_number, shortened
from app.errors import UserError

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
# Provinces of GB/T 2260, and 91-99 of the foreigner's permanent residence card of 2023.
_PROVINCE = re.compile(r"1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|9\d")


@dataclass(frozen=True, kw_only=True, slots=True)
class IdCard:
    """A checked number and what it tells."""

    number: str
    birth: date
    is_male: bool


def parse_id_card(value: Cell, *, today: date) -> IdCard:
    """Eighteen characters with date of birth and check digit proved.

    A number cell is refused: spreadsheets keep fifteen digits, the last three are gone for ever. Raises
    UserError: id-card-empty, id-card-lossy, id-card-old, id-card-length, id-card-character, id-card-province,
    id-card-birth, id-card-check-digit.
    """
    if is_number(value):
        raise UserError("id-card-lossy", given=str(value))
    number = re.sub(r"[\s\-‐-―]+", "", as_text(value, "id-card-lossy")).upper()
    if not number:
        raise UserError("id-card-empty")
    if not number.isascii() or not re.fullmatch(r"\d*[\dX]", number):
        raise UserError("id-card-character", given=shortened(number))
    if len(number) == 15:
        raise UserError("id-card-old", given=number)
    if len(number) != 18:
        raise UserError("id-card-length", given=shortened(number), found=len(number), needed=18)
    if not _PROVINCE.match(number):
        raise UserError("id-card-province", given=number, province=number[:2])
    birth = _birth(number, today)
    if id_card_check_digit(number) != number[17]:
        raise UserError("id-card-check-digit", given=number, last=number[17])
    return IdCard(number=number, birth=birth, is_male=int(number[16]) % 2 == 1)


def id_card_check_digit(number: str) -> str:
    """The eighteenth character: ISO 7064 MOD 11-2 over the first seventeen, X for ten."""
    total = sum(int(figure) * weight for figure, weight in zip(number[:17], _WEIGHTS, strict=True))
    return "10X98765432"[total % 11]


def _birth(number: str, today: date) -> date:
    try:
        birth = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        raise UserError("id-card-birth", given=number, birth=number[6:14]) from None
    if not birth.year >= 1850 or birth > today:
        raise UserError("id-card-birth", given=number, birth=number[6:14])
    return birth
