"""The time zone of this computer by its name, and zones by theirs: a calendar file and a series need names."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

CHINA: Final = "Asia/Shanghai"
_LOCALTIME: Final = Path("/etc/localtime")


@cache
def zone_of(name: str) -> tzinfo:
    """The zone of a name, UTC where the name says nothing to us."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return UTC


def is_zone(name: str) -> bool:
    """Whether a zone of this name is known."""
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return False
    return True


def own_zone_name() -> str:
    """The zone on the wall: China's where the clock runs like China's, else what the system is set to.

    Windows names its zones in its own way; there a zone with the same offset stands in.
    """
    moment = datetime.now(UTC)
    offsets = {(moment + timedelta(days=days)).astimezone().utcoffset() for days in (0, 91, 182, 273)}
    if offsets == {timedelta(hours=8)}:
        return CHINA
    for name in (os.environ.get("TZ", "").lstrip(":"), _linked()):
        if name and is_zone(name):
            return name
    hours = round((moment.astimezone().utcoffset() or timedelta()) / timedelta(hours=1))
    return "UTC" if not hours else f"Etc/GMT{-hours:+d}"


def _linked() -> str:
    if sys.platform == "win32" or not _LOCALTIME.is_symlink():
        return ""
    return str(_LOCALTIME.readlink()).rpartition("zoneinfo/")[2]
