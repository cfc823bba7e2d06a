"""The names inside an OLE container (the old Office file), to tell a workbook from a letter."""

from __future__ import annotations

import struct
from pathlib import Path

SECTOR_SIZES = {9: 512, 12: 4096}
ENTRY_BYTES = 128
NO_MORE_SECTORS = 0xFFFFFFFA


def ole_names(path: Path) -> frozenset[str]:
    """Lower-case names of all streams and storages; empty when the container is broken.

    Follows the directory chain of MS-CFB section 2.6 with bounds, so that a chain bent into a ring ends.
    """
    contents = path.read_bytes()
    if len(contents) < 512:
        return frozenset()
    size = SECTOR_SIZES.get(struct.unpack_from("<H", contents, 30)[0])
    if size is None:
        return frozenset()
    names: set[str] = set()
    table = _allocation_table(contents, size)
    sector = struct.unpack_from("<I", contents, 48)[0]
    seen: set[int] = set()
    while sector < NO_MORE_SECTORS and sector not in seen:
        seen.add(sector)
        start = (sector + 1) * size
        names.update(_entry_names(contents[start : start + size]))
        sector = table[sector] if sector < len(table) else NO_MORE_SECTORS
    return frozenset(names)


def _allocation_table(contents: bytes, size: int) -> list[int]:
    """The FAT: the 109 entries of the header (6.8 MB of 512-byte sectors) and then its chain."""
    places = list(struct.unpack_from("<109I", contents, 76))
    following, count = struct.unpack_from("<II", contents, 68)
    while following < NO_MORE_SECTORS and count > 0:
        start = (following + 1) * size
        if start + size > len(contents):
            break
        block = struct.unpack_from(f"<{size // 4}I", contents, start)
        places.extend(block[:-1])
        following, count = block[-1], count - 1
    table: list[int] = []
    for place in places:
        start = (place + 1) * size
        if place >= NO_MORE_SECTORS or start + size > len(contents):
            break
        table.extend(struct.unpack_from(f"<{size // 4}I", contents, start))
    return table


def _entry_names(block: bytes) -> list[str]:
    names: list[str] = []
    for start in range(0, len(block) - ENTRY_BYTES + 1, ENTRY_BYTES):
        length, kind = struct.unpack_from("<HB", block, start + 64)
        if kind in (1, 2, 5) and 2 < length <= 64:
            names.append(block[start : start + length - 2].decode("utf-16-le", errors="replace").lower())
    return names
