"""What a change of calendar or limits moved on the complaint desk, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

import ui.complaints.labels  # noqa: F401 - the clocks are named there
from app.complaints.reworking import TicketMoved
from ui.complaints.words import moment_words
from ui.labels import label

NAMED: Final = 3
translate = QCoreApplication.translate


def moved_words(moved: Sequence[TicketMoved]) -> str:
    """How many limits moved, and where the first ones went; empty for none."""
    if not moved:
        return ""
    head = translate("complaints", "%n limit(s) of tickets moved:", "", len(moved))
    shown = [_one(one) for one in moved[:NAMED]]
    more = ["…"] if len(moved) > NAMED else []
    return "  ".join([head, *shown, *more])


def _one(one: TicketMoved) -> str:
    after = translate("complaints", "paused") if one.after is None else moment_words(one.after)
    return f"{one.number} {label(one.clock)} {moment_words(one.before)} → {after}"
