"""How much memory another process holds, as far as the system tells."""

from __future__ import annotations

import mmap
import sys
from pathlib import Path


def resident_bytes(pid: int) -> int | None:
    """Resident memory of the process in bytes; None where it is gone or the system does not say (macOS)."""
    if sys.platform == "win32":
        from app.exchange.process_memory_windows import committed_bytes

        return committed_bytes(pid)
    else:  # noqa: RET505 - so that the type checker sees one platform at a time
        return _proc(pid)


def _proc(pid: int) -> int | None:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError, ValueError):
        return None
    return pages * mmap.PAGESIZE
