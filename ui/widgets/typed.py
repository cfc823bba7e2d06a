"""Reads what people type into plain fields: full-width figures, stray spaces, amounts."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from app.errors import UserError

FULL_WIDTH = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
FULL_WIDTH |= {code: code - 0xFEE0 for code in range(0xFF41, 0xFF5B)}
INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD))
SPACES = dict.fromkeys((0x3000, 0x00A0, 0x0009), " ")
MENDING = FULL_WIDTH | INVISIBLE | SPACES

UNITS = {"万": Decimal(10_000), "千": Decimal(1_000), "亿": Decimal(100_000_000)}
UNITS |= {"k": Decimal(1_000), "w": Decimal(10_000)}
LARGEST = Decimal("999999999999.99")


def mended(text: str) -> str:
    """Full-width letters and figures made narrow, invisible marks dropped, spaces evened. Chinese
    punctuation stays, for it belongs to names and addresses."""
    return " ".join(text.translate(MENDING).split())


def money_from(text: str) -> Decimal:
    """An amount in yuan, two decimals. Raises UserError money-invalid, -negative, -too-large."""
    plain = mended(text).translate(str.maketrans("，．。－", ",..-"))
    bare = plain.removeprefix("¥").removeprefix("￥").removesuffix("元").replace(",", "").replace(" ", "")
    factor = UNITS.get(bare[-1:].lower(), Decimal(1))
    if factor != 1:
        bare = bare[:-1]
    try:
        amount = Decimal(bare) * factor
    except InvalidOperation:
        raise UserError("money-invalid", given=text) from None
    if not amount.is_finite():
        raise UserError("money-invalid", given=text)
    if amount < 0:
        raise UserError("money-negative", given=text)
    if amount > LARGEST:
        raise UserError("money-too-large", given=text, limit=f"{LARGEST:,}")
    return amount.quantize(Decimal("0.01"))


def money_text(amount: Decimal) -> str:
    """12,000 or 12,000.50: the fraction only where there is one."""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


def whole_number(text: str) -> int:
    """A whole number with or without separators. Raises UserError number-invalid."""
    bare = mended(text).replace("，", "").replace(",", "").replace(" ", "")
    if not bare.isascii() or not bare.isdigit():
        raise UserError("number-invalid", given=text)
    return int(bare)
