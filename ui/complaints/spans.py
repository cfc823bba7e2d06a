"""Spans of working time and moments as people say them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication


def span_words(minutes: int) -> str:
    """30 min, 4 h, 1 h 30 min; hours of working time, never days."""
    hours, rest = divmod(abs(minutes), 60)
    parts = []
    if hours:
        parts.append(QCoreApplication.translate("complaints", "{hours} h").format(hours=hours))
    if rest or not hours:
        parts.append(QCoreApplication.translate("complaints", "{minutes} min").format(minutes=rest))
    return " ".join(parts)


def moment_words(moment: datetime) -> str:
    """11-26 14:05; with the year where it is another one."""
    local = moment.astimezone()
    pattern = "%m-%d %H:%M" if local.year == datetime.now().astimezone().year else "%Y-%m-%d %H:%M"
    return local.strftime(pattern)
