"""Licence plates of the mainland, GA 36-2018."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from app.customers.numbers.cells import Cell, as_text, shortened
from app.errors import UserError

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


class PlateKind(StrEnum):
    """What the plate tells about the vehicle."""

    ORDINARY = "ordinary"
    NEW_ENERGY = "new_energy"
    TRAILER = "trailer"
    LEARNER = "learner"
    POLICE = "police"
    HONG_KONG = "hong_kong"
    MACAU = "macau"
    EMBASSY = "embassy"
    CONSULATE = "consulate"
    EMERGENCY = "emergency"
    ARMED_POLICE = "armed_police"


@dataclass(frozen=True, kw_only=True, slots=True)
class Plate:
    """A checked plate: `number` compares, `shown` has the dot of the real plate."""

    kind: PlateKind
    number: str
    shown: str


_HEAD = f"[{PROVINCES}][A-HJ-Z]"
_FREE = "[A-HJ-NP-Z0-9]"
_AT_MOST_TWO_LETTERS = r"(?=(?:[0-9]*[A-Z]){0,2}[0-9]*$)"
_PATTERNS = (
    (PlateKind.EMERGENCY, re.compile(f"[{PROVINCES}][XS]" + r"[0-9]{4}应急")),
    (PlateKind.TRAILER, re.compile(_HEAD + _FREE + "{4}挂")),
    (PlateKind.LEARNER, re.compile(_HEAD + _FREE + "{4}学")),
    (PlateKind.POLICE, re.compile(_HEAD + _FREE + "{4}警")),
    (PlateKind.HONG_KONG, re.compile("粤Z" + _FREE + "{4}港")),
    (PlateKind.MACAU, re.compile("粤Z" + _FREE + "{4}澳")),
    (PlateKind.EMBASSY, re.compile(r"使[0-9]{6}|[0-9]{6}使")),
    (PlateKind.CONSULATE, re.compile(r"领[0-9]{6}|[0-9]{6}领|" + _HEAD + r"[0-9]{4}领")),
    (PlateKind.ARMED_POLICE, re.compile(f"WJ[{PROVINCES}]?" + r"[0-9]{4}[0-9A-Z]")),
    # Small ones have A-K after the office letter, big ones at the end (A-E electric, F-K hybrid).
    (PlateKind.NEW_ENERGY, re.compile(_HEAD + r"(?:[A-HJK][A-HJ-NP-Z0-9][0-9]{4}|[0-9]{5}[A-HJK])")),
    (PlateKind.ORDINARY, re.compile(_HEAD + _AT_MOST_TWO_LETTERS + _FREE + "{5}")),
)
_SEPARATORS = re.compile(r"[\s\-‐-―·•・‧∙．.。_/]+")
_MISTAKEN = {"I": "1", "O": "0"}


def parse_plate(value: Cell) -> Plate:
    """A plate in its one form, `川A12345`; case, full width and the dot are mended.

    Raises UserError: plate-empty, plate-lossy, plate-province, plate-office, plate-mistaken-letter,
    plate-length, plate-shape.
    """
    text = as_text(value, "plate-lossy")
    number = _SEPARATORS.sub("", text).upper()
    if not number:
        raise UserError("plate-empty")
    for kind, pattern in _PATTERNS:
        if pattern.fullmatch(number):
            return Plate(kind=kind, number=number, shown=_shown(number))
    raise _refusal(number)


def _shown(number: str) -> str:
    return f"{number[:2]}·{number[2:]}" if number[0] in PROVINCES else number


def _refusal(number: str) -> UserError:
    given = shortened(number)
    if number[0] not in PROVINCES:
        return UserError("plate-province", given=given, character=number[0])
    if len(number) > 1 and not re.match("[A-HJ-Z]", number[1]):
        return UserError("plate-office", given=given, character=number[1])
    if len(number) not in {7, 8}:
        return UserError("plate-length", given=given, found=len(number))
    for position, letter in enumerate(number[2:], start=3):
        if letter in _MISTAKEN:
            return UserError(
                "plate-mistaken-letter",
                given=given,
                position=position,
                character=letter,
                meant=_MISTAKEN[letter],
            )
    return UserError("plate-shape", given=given)
