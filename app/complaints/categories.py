"""The category tree tickets are sorted by."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select

from app.customers.cleaning import mend
from app.errors import UserError
from app.lists import choice_of
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.lists import ChoiceList
from db.models.ticket_flows import TicketCategory

NAME_MOST: Final = 40
DEEPEST: Final = 6
"""Levels: a tree beyond this is nobody's to choose from at a telephone."""


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


@dataclass(frozen=True, kw_only=True, slots=True)
class CategoryDraft:
    """A node as its editor sees it: its own values, nothing of its parents'. No id: a new one."""

    id: UUID | None = None
    parent_id: UUID | None = None
    name_zh: str
    name_en: str = ""
    department_code: str = ""
    severity_code: str = ""
    position: int | None = None
    active: bool = True
    for_all: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class CategoryRow:
    """A node with its depth, in the order of the tree, and whether the actor may change it."""

    draft: CategoryDraft
    depth: int
    is_changeable: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class CategorySaved:
    """What to save to take it back: the node as it was; a new one is switched off."""

    id: UUID
    before: CategoryDraft


def read_categories(work: Work) -> tuple[Category, ...]:
    """The whole tree, parents before their children, in order; inactive ones stay for old tickets."""
    children: dict[UUID | None, list[TicketCategory]] = defaultdict(list)
    for row in _rows(work):
        children[row.parent_id].append(row)
    found: list[Category] = []
    _descend(children, None, None, found)
    return tuple(found)


def _rows(work: Work) -> list[TicketCategory]:
    return list(
        work.session.scalars(
            select(TicketCategory)
            .where(or_(TicketCategory.branch_id.is_(None), TicketCategory.branch_id == work.actor.branch_id))
            .order_by(TicketCategory.position, TicketCategory.id)
        )
    )


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


def read_category_rows(work: Work) -> tuple[CategoryRow, ...]:
    """The tree for its editor: every node with its own values, switched off or not."""
    work.require(Permission.EDIT_RULES)
    rows = {row.id: row for row in _rows(work)}
    return tuple(
        CategoryRow(
            draft=_draft(rows[node.id]), depth=node.depth, is_changeable=_may_change(work, rows[node.id])
        )
        for node in read_categories(work)
    )


def save_category(work: Work, draft: CategoryDraft) -> CategorySaved:
    """Change a node, or add one for the branch (`for_all`: for all branches); nothing is ever deleted.

    Raises UserError `category-name-wrong`, `category-twice`, `category-cycle`, `category-too-deep`,
    `category-parent-wrong`, `category-shared`, `code-unknown`, `row-gone`.
    """
    work.require(Permission.EDIT_RULES)
    rows = {row.id: row for row in _rows(work)}
    row = None if draft.id is None else rows.get(draft.id)
    if draft.id is not None and row is None:
        raise UserError("row-gone", table=TicketCategory.__tablename__)
    is_shared = draft.for_all if row is None else row.branch_id is None
    if is_shared and not work.actor.all_branches:
        raise UserError("category-shared")
    name_zh = _name(draft.name_zh, "name_zh")
    name_en = _name(draft.name_en or name_zh, "name_en")
    _check_place(rows, draft, is_shared=is_shared)
    _check_twice(rows, draft, name_zh, name_en)
    _check_codes(work, row, draft)
    before = None if row is None else _draft(row)
    if row is None:
        row = TicketCategory(
            id=new_key(),
            code=_code(name_en, {known.code for known in rows.values()}),
            branch_id=None if is_shared else work.actor.branch_id,
        )
        work.session.add(row)
    if draft.position is not None:
        row.position = draft.position
    elif before is None or row.parent_id != draft.parent_id:
        places = [known.position for known in rows.values() if known.parent_id == draft.parent_id]
        row.position = max(places, default=-1) + 1
    row.parent_id = draft.parent_id
    row.name_zh, row.name_en = name_zh, name_en
    row.department_code = draft.department_code or None
    row.severity_code = draft.severity_code or None
    row.active = draft.active
    if before is None:
        return CategorySaved(id=row.id, before=_draft(row, active=False))
    return CategorySaved(id=row.id, before=before)


def move_category(work: Work, category_id: UUID, step: int) -> bool:
    """Move a node before (-1) or behind (1) its neighbour under the same parent; False: there is none.

    Somebody who may not change the shared nodes moves the branch's own among themselves.
    Raises UserError `category-shared`, `row-gone`.
    """
    work.require(Permission.EDIT_RULES)
    rows = _rows(work)
    row = next((known for known in rows if known.id == category_id), None)
    if row is None:
        raise UserError("row-gone", table=TicketCategory.__tablename__)
    if not _may_change(work, row):
        raise UserError("category-shared")
    beside = [known for known in rows if known.parent_id == row.parent_id and _may_change(work, known)]
    places: list[int] = []
    for known in beside:
        places.append(max(known.position, places[-1] + 1) if places else known.position)
    at = beside.index(row)
    if not 0 <= at + step < len(beside):
        return False
    beside.insert(at + step, beside.pop(at))
    for known, place in zip(beside, places, strict=True):
        known.position = place
    return True


def _may_change(work: Work, row: TicketCategory) -> bool:
    return row.branch_id is not None or work.actor.all_branches


def _draft(row: TicketCategory, *, active: bool | None = None) -> CategoryDraft:
    return CategoryDraft(
        id=row.id,
        parent_id=row.parent_id,
        name_zh=row.name_zh,
        name_en=row.name_en,
        department_code=row.department_code or "",
        severity_code=row.severity_code or "",
        position=row.position,
        active=row.active if active is None else active,
        for_all=row.branch_id is None,
    )


def _name(typed: str, field: str) -> str:
    name = mend(typed)
    if not 0 < len(name) <= NAME_MOST:
        raise UserError("category-name-wrong", most=NAME_MOST, field=field)
    return name


def _check_place(rows: dict[UUID, TicketCategory], draft: CategoryDraft, *, is_shared: bool) -> None:
    above, parent_id = 0, draft.parent_id
    while parent_id is not None:
        parent = rows.get(parent_id)
        if parent is None or (is_shared and parent.branch_id is not None):
            raise UserError("category-parent-wrong", field="parent_id")
        if parent_id == draft.id:
            raise UserError("category-cycle", field="parent_id")
        above, parent_id = above + 1, parent.parent_id
    below = 0 if draft.id is None else _height(rows, draft.id)
    if above + 1 + below > DEEPEST:
        raise UserError("category-too-deep", most=DEEPEST, field="parent_id")


def _height(rows: dict[UUID, TicketCategory], of: UUID) -> int:
    return max((1 + _height(rows, row.id) for row in rows.values() if row.parent_id == of), default=0)


def _check_twice(rows: dict[UUID, TicketCategory], draft: CategoryDraft, name_zh: str, name_en: str) -> None:
    for row in rows.values():
        if row.id == draft.id or row.parent_id != draft.parent_id:
            continue
        for field, name, known in (("name_zh", name_zh, row.name_zh), ("name_en", name_en, row.name_en)):
            if name.casefold() == known.casefold():
                raise UserError("category-twice", name=known, field=field)


def _check_codes(work: Work, row: TicketCategory | None, draft: CategoryDraft) -> None:
    """What was set before may stay, even when its list no longer offers it."""
    for of, field in ((ChoiceList.DEPARTMENT, "department_code"), (ChoiceList.SEVERITY, "severity_code")):
        code = getattr(draft, field)
        if row is not None and code == (getattr(row, field) or ""):
            continue
        try:
            choice_of(work, of, code, "code-unknown")
        except UserError as error:
            raise UserError(error.code, **{**error.facts, "field": field}) from error


def _code(name: str, taken: set[str]) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") or "category"
    number, code = 1, stem
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code
