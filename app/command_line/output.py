"""What a command prints: plain lines for people, one JSON value for programs."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path
from unicodedata import east_asian_width
from uuid import UUID


def tell(value: object, lines: Iterable[str], *, as_json: bool) -> None:
    """Print `value` as JSON or the lines; a terminal that lacks a character shows it as \\u escape."""
    if as_json:
        escaped = not _encoding().startswith("utf")
        sys.stdout.write(json.dumps(value, ensure_ascii=escaped, default=_plain) + "\n")
        return
    for line in lines:
        sys.stdout.write(line.encode(_encoding(), "backslashreplace").decode(_encoding()) + "\n")


def _encoding() -> str:
    return (sys.stdout.encoding or "utf-8").lower()


def columns(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows as aligned columns; a Chinese character takes two places."""
    widths = [max(_width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _width(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID | Decimal | Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in the output")
