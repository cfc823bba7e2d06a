"""Days ahead as people type them: 明天, 周五, 3天后, 12-03."""

from __future__ import annotations

from datetime import date

from app.followups.typed_days import read_day
from ui.customers.slots import local_today
from ui.widgets.date_field import DateField
from ui.widgets.field import Side


def day_field(name: str, label: str, *, side: Side = Side.TOP, required: bool = False) -> DateField[date]:
    """A day to come, with a calendar for the mouse."""
    return DateField(
        name,
        label,
        parse=lambda typed: read_day(typed, local_today()),
        show=date.isoformat,
        to_date=lambda day: day,
        from_date=lambda day: day,
        side=side,
        required=required,
    )
