"""The category tree tickets are sorted by."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import or_, select

from app.work import Work
from db.models.ticket_flows import TicketCategory


@dataclass(frozen=True, kw_only=True, slots=True)
class Category:
    """A node of the tree at its depth, with what it suggests for a ticket."""

    id: UUID
    code: str
    parent_id: UUID | None
    name_zh: str
    name_en: str
    path_zh: str
    path_en: str
    department_code: str
    severity_code: str
    active: bool
    depth: int

    def path(self, language: str) -> str:
        """The names from the root down, in "zh" or "en"."""
        return self.path_en if language == "en" else self.path_zh


def read_categories(work: Work) -> tuple[Category, ...]:
    """The whole tree, parents before their children, in order; inactive ones stay for old tickets."""
    rows = work.session.scalars(
        select(TicketCategory)
        .where(or_(TicketCategory.branch_id.is_(None), TicketCategory.branch_id == work.actor.branch_id))
        .order_by(TicketCategory.position, TicketCategory.id)
    ).all()
    children: dict[UUID | None, list[TicketCategory]] = defaultdict(list)
    for row in rows:
        children[row.parent_id].append(row)
    found: list[Category] = []
    _descend(children, None, None, found)
    return tuple(found)


def _descend(
    children: dict[UUID | None, list[TicketCategory]],
    parent_id: UUID | None,
    parent: Category | None,
    found: list[Category],
) -> None:
    for row in children.pop(parent_id, ()):
        node = Category(
            id=row.id,
            code=row.code,
            parent_id=parent_id,
            name_zh=row.name_zh,
            name_en=row.name_en,
            path_zh=row.name_zh if parent is None else f"{parent.path_zh} / {row.name_zh}",
            path_en=row.name_en if parent is None else f"{parent.path_en} / {row.name_en}",
            department_code=row.department_code or (parent.department_code if parent else ""),
            severity_code=row.severity_code or (parent.severity_code if parent else ""),
            active=row.active and (parent is None or parent.active),
            depth=0 if parent is None else parent.depth + 1,
        )
        found.append(node)
        _descend(children, row.id, node, found)
