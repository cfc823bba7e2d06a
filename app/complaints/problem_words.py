"""What the forms of common problems offer: people, categories, causes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select

from app.complaints.problems import require_reading
from app.lists import Choices, all_choices
from app.work import Work
from db.models.access import Account
from db.models.ticket_flows import TicketCategory


@dataclass(frozen=True, kw_only=True, slots=True)
class CategoryName:
    """A category in use, and how deep it lies."""

    id: UUID
    name_zh: str
    name_en: str
    depth: int

    def name(self, language: str) -> str:
        """In "zh" or "en"."""
        return self.name_en if language == "en" else self.name_zh


@dataclass(frozen=True, kw_only=True, slots=True)
class ProblemWords:
    """Whom to name, where a problem can show, and the code lists."""

    people: tuple[tuple[UUID, str], ...]
    categories: tuple[CategoryName, ...]
    choices: Choices


def read_problem_words(work: Work) -> ProblemWords:
    """Everybody who works at the branch, the categories in the order of their tree, all code lists."""
    require_reading(work)
    people = work.session.execute(
        select(Account.id, Account.name)
        .where(Account.closed_at.is_(None), Account.branch_id == work.actor.branch_id)
        .order_by(Account.name, Account.id)
    )
    rows = work.session.scalars(
        select(TicketCategory)
        .where(TicketCategory.active.is_(True))
        .where(or_(TicketCategory.branch_id.is_(None), TicketCategory.branch_id == work.actor.branch_id))
        .order_by(TicketCategory.position, TicketCategory.code)
    ).all()
    return ProblemWords(
        people=tuple((row.id, row.name) for row in people),
        categories=tuple(_tree(rows, None, 0)),
        choices=all_choices(work),
    )


def _tree(rows: Sequence[TicketCategory], parent_id: UUID | None, depth: int) -> list[CategoryName]:
    made: list[CategoryName] = []
    for row in rows:
        if row.parent_id == parent_id and depth < 10:
            made.append(CategoryName(id=row.id, name_zh=row.name_zh, name_en=row.name_en, depth=depth))
            made += _tree(rows, row.id, depth + 1)
    return made
