"""Entries of the code lists as a manager edits them: a branch's own row stands before the shared one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from sqlalchemy import or_, select

from app.customers.cleaning import mend
from app.errors import UserError
from app.work import Work
from db.models.access import Permission
from db.models.lists import Choice, ChoiceList

CHOICE_MOST: Final = 40


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoiceDraft:
    """An entry as its editor sees it; no code: a new one. Its figure is not edited."""

    list: ChoiceList
    code: str = ""
    text_zh: str
    text_en: str = ""
    position: int | None = None
    active: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class ChoiceSaved:
    """What to save to take it back: the entry as it was; a new one is switched off."""

    code: str
    before: ChoiceDraft


def read_choice_drafts(work: Work, of: ChoiceList) -> tuple[ChoiceDraft, ...]:
    """A list for its editor, in order, switched off or not."""
    work.require(Permission.EDIT_SETTINGS)
    rows = sorted(_rows(work, of).values(), key=lambda row: (row.position, row.code))
    return tuple(_draft(row) for row in rows)


def edit_choice(work: Work, draft: ChoiceDraft) -> ChoiceSaved:
    """Change an entry for the actor's branch, or add one; nothing is ever deleted.

    Raises UserError `choice-text-wrong`, `choice-twice`, `choice-last`, `choice-fixed`, `code-unknown`.
    """
    work.require(Permission.EDIT_SETTINGS)
    rows = _rows(work, draft.list)
    known = rows.get(draft.code)
    if draft.code and known is None:
        raise UserError("code-unknown", given=draft.code)
    if known is None and any(row.number is not None for row in rows.values()):
        raise UserError("choice-fixed")
    text_zh = _text(draft.text_zh, "text_zh")
    text_en = _text(draft.text_en or text_zh, "text_en")
    others = [row for row in rows.values() if row.code != draft.code]
    for field, text in (("text_zh", text_zh), ("text_en", text_en)):
        if any(text.casefold() == getattr(row, field).casefold() for row in others):
            raise UserError("choice-twice", name=text, field=field)
    if not draft.active and not any(row.active for row in others):
        raise UserError("choice-last", field="active")
    before = None if known is None else _draft(known)
    row = known
    if row is None or row.branch_id is None:
        row = Choice(
            list=draft.list.value,
            code=draft.code or _code(text_en, set(rows)),
            branch_id=work.actor.branch_id,
            number=None if known is None else known.number,
            position=known.position if known else max((row.position for row in others), default=-1) + 1,
        )
        work.session.add(row)
    row.text_zh, row.text_en, row.active = text_zh, text_en, draft.active
    if draft.position is not None:
        row.position = draft.position
    if before is not None:
        return ChoiceSaved(code=row.code, before=before)
    new = ChoiceDraft(
        list=draft.list,
        code=row.code,
        text_zh=text_zh,
        text_en=text_en,
        position=row.position,
        active=False,
    )
    return ChoiceSaved(code=row.code, before=new)


def _rows(work: Work, of: ChoiceList) -> dict[str, Choice]:
    rows = work.session.scalars(
        select(Choice)
        .where(Choice.list == of.value, Choice.deleted_at.is_(None))
        .where(or_(Choice.branch_id.is_(None), Choice.branch_id == work.actor.branch_id))
    ).all()
    shared = {row.code: row for row in rows if row.branch_id is None}
    return {**shared, **{row.code: row for row in rows if row.branch_id is not None}}


def _draft(row: Choice) -> ChoiceDraft:
    return ChoiceDraft(
        list=ChoiceList(row.list),
        code=row.code,
        text_zh=row.text_zh,
        text_en=row.text_en,
        position=row.position,
        active=row.active,
    )


def _text(typed: str, field: str) -> str:
    text = mend(typed)
    if not 0 < len(text) <= CHOICE_MOST:
        raise UserError("choice-text-wrong", most=CHOICE_MOST, field=field)
    return text


def _code(text: str, taken: set[str]) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "entry"
    number, code = 1, stem
    while code in taken:
        number += 1
        code = f"{stem}-{number}"
    return code
