"""How much a file from outside may cost us; every number can be set by the caller."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """Bounds for looking at and reading one file.

    `ratio` only counts once the unpacked size is above `ratio_from_bytes`, since equal rows compress well.
    `seconds` is processor time of the reading child; `stall_seconds` is how long its parent waits for a word.
    `memory_bytes` is address space, of which the interpreter itself takes about 150 MB.
    """

    file_bytes: int = 100 * MEGABYTE
    unpacked_bytes: int = 700 * MEGABYTE
    ratio: int = 150
    ratio_from_bytes: int = 32 * MEGABYTE
    parts: int = 5_000
    rows: int = 1_000_000
    columns: int = 512
    cell_characters: int = 131_072
    seconds: int = 180
    stall_seconds: float = 60.0
    memory_bytes: int = 1_024 * MEGABYTE
