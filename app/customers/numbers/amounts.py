"""Amounts of money as people write them, in yuan."""

from __future__ import annotations

import re
from decimal import Decimal

from app.customers.numbers.cells import Cell, as_text, shortened
from app.errors import UserError

_UNITS = {
    "": 1,
    "百": 100,
    "千": 1_000,
    "k": 1_000,
    "万": 10_000,
    "w": 10_000,
    "千万": 10_000_000,
    "百万": 1_000_000,
}
_UNITS |= {"十万": 100_000, "亿": 100_000_000}
_LARGEST = Decimal("1e15")
_LONGEST = 60
_DECORATION = re.compile(r"人民币|RMB|CNY|[¥￥]", re.IGNORECASE)
_TAIL = re.compile(r"(?:元整?|块钱?|圆整?)?(?:左右|上下)?$")
_FOREIGN = re.compile(r"[$€£₩]|美元|美金|欧元|日元|港币|港元|英镑|USD|EUR|HKD|JPY|GBP", re.IGNORECASE)
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(百万|千万|十万|[百千万亿kKwW]?)")
_GROUPED = re.compile(r"(?<=\d)[,，'](?=\d{3}(?!\d))")
_RANGE = re.compile(r"(.+?)(?:[-~～—–－至到]+)(.+)")
_UP_TO = re.compile(r"(.+?)(?:以内|以下|之内)|(?:不超过|最多|<=?|≤)(.+)")
_AT_LEAST = re.compile(r"(.+?)(?:以上|起)|(?:至少|最少|>=?|≥)(.+)")


def parse_amount(value: Cell) -> Decimal:
    """Yuan with two decimals: 12.5万, ¥1,200.50, 5千, 500万人民币.

    Raises UserError: amount-empty, amount-currency, amount-unclear, amount-too-large.
    """
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        return _rounded(_from_number(value), str(value))
    text = as_text(value, "amount-unclear")
    if not text:
        raise UserError("amount-empty")
    if len(text) > _LONGEST:
        raise UserError("amount-unclear", given=shortened(text))
    return _rounded(_from_text(text), text)


def parse_amount_range(value: Cell) -> tuple[Decimal | None, Decimal | None]:
    """Least and most of a budget: 10-15万, 20万以内, 30万以上; one amount is both.

    Raises as `parse_amount`, and amount-order.
    """
    text = as_text(value, "amount-unclear") if isinstance(value, str) else ""
    if len(text) > _LONGEST:
        raise UserError("amount-unclear", given=shortened(text))
    bare = _TAIL.sub("", text.replace(" ", ""))
    if found := _UP_TO.fullmatch(bare):
        return None, parse_amount(found[1] or found[2])
    if found := _AT_LEAST.fullmatch(bare):
        return parse_amount(found[1] or found[2]), None
    if found := _RANGE.fullmatch(bare):
        return _between(found[1], found[2], text)
    amount = parse_amount(value)
    return amount, amount


def _between(low: str, high: str, given: str) -> tuple[Decimal, Decimal]:
    """In 10-15万 the unit stands once and counts for both."""
    most = parse_amount(high)
    unit = re.search(r"[百千万亿kKwW]+(?=元|$)", high)
    least = parse_amount(low + unit[0] if unit and low[-1:].isdigit() else low)
    if least > most:
        raise UserError("amount-order", given=shortened(given))
    return least, most


def _from_number(value: float | Decimal) -> Decimal:
    exact = Decimal(str(value))
    if not exact.is_finite() or exact < 0:
        raise UserError("amount-unclear", given=str(value))
    return exact


def _from_text(text: str) -> Decimal:
    if _FOREIGN.search(text):
        raise UserError("amount-currency", given=shortened(text))
    bare = _GROUPED.sub("", _DECORATION.sub("", text).replace(" ", ""))
    found = _NUMBER.fullmatch(_TAIL.sub("", bare))
    if not found:
        raise UserError("amount-unclear", given=shortened(text))
    return Decimal(found[1]) * _UNITS[found[2].lower()]


def _rounded(amount: Decimal, given: str) -> Decimal:
    if amount >= _LARGEST:
        raise UserError("amount-too-large", given=shortened(given))
    return amount.quantize(Decimal("0.01"))
