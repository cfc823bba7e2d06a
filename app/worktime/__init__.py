"""The one calendar engine for every deadline: opening hours, holidays, make-up days, "why this deadline"."""

from app.worktime.days import Day, LocalZone, WorkCalendar
from app.worktime.deadlines import Deadline, Pause, deadline, share_used, warning_at, worked_between
from app.worktime.hours import Span, Week, hours_text, read_hours
from app.worktime.steps import Step, StepKind
from db.models.days import DayKind

__all__ = [
    "Day",
    "DayKind",
    "Deadline",
    "LocalZone",
    "Pause",
    "Span",
    "Step",
    "StepKind",
    "Week",
    "WorkCalendar",
    "deadline",
    "hours_text",
    "read_hours",
    "share_used",
    "warning_at",
    "worked_between",
]
