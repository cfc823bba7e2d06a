"""Rows that hold for all branches are headquarters' to change."""

from __future__ import annotations

from sqlalchemy import func, select

from app.errors import UserError
from app.work import Work
from db.models.access import Branch


def require_all_branches(work: Work) -> None:
    """Raises UserError `all-branches-needed` unless the actor acts for all branches or there is only one."""
    if work.actor.all_branches:
        return
    if int(work.session.scalar(select(func.count()).select_from(Branch)) or 0) > 1:
        raise UserError("all-branches-needed")
