"""Amounts as they stand on paper."""

from __future__ import annotations

from decimal import Decimal


def money(amount: Decimal | None) -> str:
    """Yuan with thousands separated and cents only where there are any; nothing for None."""
    if amount is None:
        return ""
    return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"


def money_range(least: Decimal | None, most: Decimal | None) -> str:
    """Two amounts as one figure: `180,000–220,000`, or the one that is known with its sign."""
    if least is not None and most is not None:
        return f"{money(least)}–{money(most)}" if least != most else money(least)
    if most is not None:
        return f"≤ {money(most)}"
    return f"≥ {money(least)}" if least is not None else ""
