"""Facts, faults and people of a ticket flow in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from app.complaints.flow_drafts import FlowDraft
from app.complaints.flow_faults import FlowFault
from app.errors import UserError
from app.states import MoveActor, Permission
from ui.complaints.words import fact_name
from ui.errors import sentence
from ui.marked import QT_TRANSLATE_NOOP

RIGHTS: Final = {
    Permission.TAKE_TICKETS: QT_TRANSLATE_NOOP("settings", "Who takes tickets"),
    Permission.HANDLE_TICKETS: QT_TRANSLATE_NOOP("settings", "Who handles tickets"),
    Permission.ASSIGN_TICKETS: QT_TRANSLATE_NOOP("settings", "Who assigns tickets"),
    Permission.APPROVE_SOLUTIONS: QT_TRANSLATE_NOOP("settings", "Who approves solutions"),
}
ACTORS: Final = {
    MoveActor.ANYONE: QT_TRANSLATE_NOOP("settings", "any of them"),
    MoveActor.HANDLER: QT_TRANSLATE_NOOP("settings", "the handler"),
    MoveActor.SERVICE: QT_TRANSLATE_NOOP("settings", "who has not handled it"),
}


def right_words(right: Permission) -> str:
    """Who holds a permission of the desk."""
    return QCoreApplication.translate("settings", RIGHTS[right])


def actor_words(actor: MoveActor) -> str:
    """Which of those who hold it."""
    return QCoreApplication.translate("settings", ACTORS[actor])


def fault_words(fault: FlowFault, draft: FlowDraft, language: str) -> str:
    """What is wrong, with the names of the stage and move it is about."""
    names = {stage.code: stage.name(language) for stage in draft.stages}
    moves = {move.code: move.name(language) for move in draft.moves if move.from_stage == fault.stage}
    facts = {name: fact_name(str(value)) for name, value in fault.facts.items()}
    stage, move = names.get(fault.stage, fault.stage), moves.get(fault.move, fault.move)
    return sentence(UserError(fault.code, **{"stage": stage, "move": move, **facts}))
