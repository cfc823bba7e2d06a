"""Close a need: lost (战败), which needs a reason, or bought; and open it again."""

from __future__ import annotations

from uuid import UUID

from app.errors import UserError
from app.lists import choice_of
from app.work import Work
from db.models.access import Permission
from db.models.customers import Customer, Need
from db.models.lists import ChoiceList


def lose_need(work: Work, need_id: UUID, reason: str) -> None:
    """The customer will not buy it from us, for a reason of the list.

    Raises UserError `lost-reason-missing`, `lost-reason-unknown`, `need-closed`, `not-allowed`, `row-gone`.
    """
    work.require(Permission.EDIT_CARD)
    need = _held(work, need_id)
    if not need.is_open:
        raise UserError("need-closed")
    mark_lost(work, need, reason)


def mark_lost(work: Work, need: Need, reason: str | None) -> None:
    """As `lose_need` within a use case that asked for permission and holds the card."""
    if not reason:
        raise UserError("lost-reason-missing")
    choice_of(work, ChoiceList.LOST_REASON, reason, "lost-reason-unknown")
    need.is_open = False
    need.lost_reason = reason
    need.lost_on = work.today()


def win_need(work: Work, need_id: UUID) -> None:
    """The customer bought: the need is closed and nothing is lost. Raises UserError `need-closed`."""
    work.require(Permission.EDIT_CARD)
    need = _held(work, need_id)
    if not need.is_open:
        raise UserError("need-closed")
    need.is_open = False


def reopen_need(work: Work, need_id: UUID) -> None:
    """The customer wants it after all: open again, and no reason of loss any more."""
    work.require(Permission.EDIT_CARD)
    mark_open(_held(work, need_id))


def mark_open(need: Need) -> None:
    """As `reopen_need` within a use case that asked for permission and holds the card."""
    need.is_open = True
    need.lost_reason = need.lost_on = None


def _held(work: Work, need_id: UUID) -> Need:
    need = work.get(Need, need_id)
    work.hold(Customer, need.customer_id)
    return work.hold(Need, need_id)
