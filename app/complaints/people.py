"""Who works on tickets: names for what is shown, and the colleagues a ticket can be given to."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from app.work import Work
from db.models.access import Account, Permission


@dataclass(frozen=True, kw_only=True, slots=True)
class Colleague:
    """Somebody of the branch who can be given a ticket or a measure."""

    id: UUID
    name: str


def require_desk(work: Work) -> None:
    """Whoever takes or handles tickets reads the branch's desk. Raises UserError `not-allowed`."""
    if not work.actor.may(Permission.HANDLE_TICKETS):
        work.require(Permission.TAKE_TICKETS)


def names_of(work: Work, accounts: set[UUID]) -> dict[UUID, str]:
    """The names of these accounts, of other branches and of who left as well."""
    require_desk(work)
    if not accounts:
        return {}
    query = select(Account.id, Account.name).where(Account.id.in_(accounts))
    rows = work.session.execute(query, execution_options={"across_branches": True, "with_deleted": True})
    return {row.id: row.name for row in rows}


def colleagues(work: Work) -> tuple[Colleague, ...]:
    """The branch's people who still work there, by name."""
    require_desk(work)
    rows = work.session.execute(
        select(Account.id, Account.name)
        .where(Account.closed_at.is_(None), Account.branch_id == work.actor.branch_id)
        .order_by(Account.name, Account.id)
    )
    return tuple(Colleague(id=row.id, name=row.name) for row in rows)
