"""The words of visits on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.followups.visits.records import VisitGroup
from ui.marked import QT_TRANSLATE_NOOP

CONTEXT = "followups"
_GROUPS = {
    VisitGroup.TO_ENTER: QT_TRANSLATE_NOOP("followups", "To enter"),
    VisitGroup.PLANNED: QT_TRANSLATE_NOOP("followups", "Planned"),
    VisitGroup.INCOMPLETE: QT_TRANSLATE_NOOP("followups", "Incomplete"),
    VisitGroup.DONE: QT_TRANSLATE_NOOP("followups", "Done"),
    VisitGroup.CANCELLED: QT_TRANSLATE_NOOP("followups", "Called off"),
}
_ADVICE = {
    VisitGroup.TO_ENTER: QT_TRANSLATE_NOOP("followups", "Every visit that has taken place is entered."),
    VisitGroup.PLANNED: QT_TRANSLATE_NOOP("followups", "Plan a visit with Ctrl+N, or widen the period."),
    VisitGroup.INCOMPLETE: QT_TRANSLATE_NOOP("followups", "Every form entered has all its answers."),
    VisitGroup.DONE: QT_TRANSLATE_NOOP("followups", "Widen the period to see earlier visits."),
    VisitGroup.CANCELLED: QT_TRANSLATE_NOOP("followups", "No visit of this period was called off."),
}
_ANSWERS = {
    "needs": QT_TRANSLATE_NOOP("followups", "Customer's needs"),
    "competitor_advantage": QT_TRANSLATE_NOOP("followups", "Competitor's advantage"),
    "our_difference": QT_TRANSLATE_NOOP("followups", "Our difference"),
    "next_improvement": QT_TRANSLATE_NOOP("followups", "To improve next time"),
    "feedback": QT_TRANSLATE_NOOP("followups", "Customer's feedback"),
    "next_strategy": QT_TRANSLATE_NOOP("followups", "Strategy for next time"),
}
ORDER = tuple(_GROUPS)


def group_word(group: VisitGroup) -> str:
    """What is to be done about visits of a group."""
    return QCoreApplication.translate(CONTEXT, _GROUPS[group])


def group_advice(group: VisitGroup) -> str:
    """What to do where a group is empty."""
    return QCoreApplication.translate(CONTEXT, _ADVICE[group])


def answer_word(name: str) -> str:
    """The label of an answer, as on the paper."""
    return QCoreApplication.translate(CONTEXT, _ANSWERS[name])
