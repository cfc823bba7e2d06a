"""What a check says to a value, as one word."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from app.errors import UserError


def code_of(check: Callable[..., object], *values: Any, **options: Any) -> str:
    """The code of the refusal, or "accepted"; any other exception is a fault and comes through."""
    try:
        check(*values, **options)
    except UserError as refusal:
        return refusal.code
    return "accepted"
