"""D3: how much working time the clocks have, by kind and severity: rows a manager edits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select

from app.complaints.clocks import limits_of
from app.complaints.people import require_desk
from app.complaints.reworking import TicketMoved, rework
from app.errors import UserError
from app.lists import choice_of
from app.work import Work
from db.models.access import Permission
from db.models.lists import ChoiceList
from db.models.ticket_flows import Clock, TicketKind, TicketLimit

LONGEST: Final = 60 * 24 * 366
"""Minutes: beyond a year of working time no limit is meant."""

Limits = Mapping[tuple[TicketKind, str, Clock], int]


@dataclass(frozen=True, kw_only=True, slots=True)
class LimitSaved:
    """A limit as it was, in minutes (None: no such clock), and what its change moved."""

    before: int | None
    moved: tuple[TicketMoved, ...]


def read_ticket_limits(work: Work) -> Limits:
    """The limits in force for the actor's branch, in minutes of working time."""
    require_desk(work)
    return limits_of(work, work.actor.branch_id)


def save_ticket_limit(
    work: Work, kind: TicketKind, severity: str, clock: Clock, minutes: int | None
) -> LimitSaved:
    """Set a limit for the actor's branch, or switch the clock off (None); open tickets are worked out anew.

    Raises UserError `ticket-limit-wrong`, `code-unknown`.
    """
    work.require(Permission.EDIT_RULES)
    if minutes is not None and not 0 < minutes <= LONGEST:
        raise UserError("ticket-limit-wrong", given=minutes, most=LONGEST, field="minutes")
    choice_of(work, ChoiceList.SEVERITY, severity, "code-unknown")
    before = limits_of(work, work.actor.branch_id).get((kind, severity, clock))
    row = work.session.scalars(
        select(TicketLimit).where(
            TicketLimit.branch_id == work.actor.branch_id,
            TicketLimit.kind == kind,
            TicketLimit.severity_code == severity,
            TicketLimit.clock == clock,
        )
    ).first()
    if row is None:
        row = TicketLimit(branch_id=work.actor.branch_id, kind=kind, severity_code=severity, clock=clock)
        work.session.add(row)
    row.active = minutes is not None
    row.minutes = minutes if minutes is not None else before or 1
    work.session.flush()
    return LimitSaved(before=before, moved=rework(work, work.actor.branch_id))
