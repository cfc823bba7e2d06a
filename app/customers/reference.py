"""Read the reference tables that ship with the program."""

from __future__ import annotations

import zlib
from pathlib import Path

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"


def read_packed(name: str) -> bytes:
    """The unpacked bytes of `resources/<name>`, written by `app.customers.pack_reference`."""
    return zlib.decompress((_RESOURCES / name).read_bytes())


def read_lines(name: str) -> list[str]:
    """The lines of a plain table in `resources/`, without comments and empty ones."""
    lines = (_RESOURCES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
