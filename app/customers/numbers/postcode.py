"""Postal codes of China."""

from __future__ import annotations

import re

from app.customers.numbers.cells import Cell, as_text, is_number, shortened
from app.errors import UserError

_POSTCODE = re.compile(r"(?:0[1-9]|[1-8]\d)\d{4}|99907[78]")


def parse_postcode(value: Cell) -> str:
    """Six digits (GB/T 2260 regions 01 to 89; 999077 Hong Kong, 999078 Macau).

    A number from a spreadsheet gets its leading zero back. Raises UserError: postcode-empty, postcode-wrong.
    """
    text = as_text(value, "postcode-wrong").replace(" ", "").replace("-", "")
    if not text:
        raise UserError("postcode-empty")
    code = text.zfill(6) if is_number(value) and len(text) == 5 else text
    if not code.isascii() or not _POSTCODE.fullmatch(code):
        raise UserError("postcode-wrong", given=shortened(text))
    return code
