"""The texts greetings and reminders are made from: rows to edit, checked as they are saved, previewed for people."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import or_, select

from app.care.facts import About, Known, read_known
from app.care.texts import (
    SUBJECT_MOST,
    bare,
    check_length,
    fill,
    mended_text,
    places_in,
    sms_parts,
)
from app.customers.cleaning import mend
from app.errors import UserError
from app.lists import setting
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.care import Occasion, Template
from db.models.customers import ContactWay

NAME_MOST: Final = 60
DAYS_MOST: Final = 365
ALONE: Final = (
    Occasion.THANKS,
    Occasion.SERVICE,
    Occasion.BIRTHDAY,
    Occasion.EVENT,
    Occasion.OTHER,
)
WAYS: Final = (ContactWay.SMS, ContactWay.WECHAT, ContactWay.EMAIL, ContactWay.LETTER)


@dataclass(frozen=True, kw_only=True, slots=True)
class TemplateDraft:
    """A template as a person edits it."""

    name: str
    way: ContactWay
    occasion: Occasion
    body: str
    subject: str = ""
    festival_code: str | None = None
    answer_days: int | None = None
    active: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class TemplateRecord:
    """A template in force; `is_shared` says that it is that of all branches."""

    id: UUID
    code: str
    name: str
    way: ContactWay
    occasion: Occasion
    festival_code: str | None
    subject: str
    body: str
    answer_days: int | None
    active: bool
    is_shared: bool
    changed_at: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class Filled:
    """A template filled for somebody; `flaw` is why it cannot be sent as it is, `parts` counts short messages."""

    about: About
    name: str = ""
    number: str = ""
    subject: str = ""
    body: str = ""
    parts: int = 0
    flaw: UserError | None = None


def read_templates(work: Work) -> tuple[TemplateRecord, ...]:
    """The branch's templates in order, also those set aside; its own stand for the shared ones of their code."""
    work.require(Permission.READ_CARD)
    rows = work.session.scalars(
        select(Template)
        .where(or_(Template.branch_id.is_(None), Template.branch_id == work.actor.branch_id))
        .order_by(Template.position, Template.created_at, Template.id)
    ).all()
    own = {row.code for row in rows if row.branch_id is not None}
    return tuple(_record(row) for row in rows if row.branch_id is not None or row.code not in own)


def templates_for(
    work: Work, occasion: Occasion, festival_code: str | None = None
) -> tuple[TemplateRecord, ...]:
    """The active ones for an occasion, those made for this very festival first."""
    fitting = [
        known
        for known in read_templates(work)
        if known.active and known.occasion is occasion and known.festival_code in (None, festival_code)
    ]
    return tuple(sorted(fitting, key=lambda known: known.festival_code is None))


def templates_alone(work: Work) -> tuple[TemplateRecord, ...]:
    """The active ones that can be sent to one customer on any day: they need no festival and no car that is due."""
    work.require(Permission.READ_CARD)
    offered = [known for known in read_templates(work) if known.active and known.occasion in ALONE]
    return tuple(sorted(offered, key=lambda known: ALONE.index(known.occasion)))


def save_template(
    work: Work, template_id: UUID | None, draft: TemplateDraft, *, seen: datetime | None = None
) -> UUID:
    """Keep a new or edited template, for the actor's branch; headquarters edit those of all branches.

    Raises UserError `template-name-empty`, `template-body-empty`, `template-subject-empty`,
    `template-place-unknown`, `template-brace-open`, `sms-too-long`, `template-too-long`, `template-way-wrong`,
    `template-days-wrong`, `changed-meanwhile`, `not-allowed`, `row-gone`.
    """
    work.require(Permission.EDIT_TEMPLATES)
    values = _checked(work, draft)
    row = None if template_id is None else _hold(work, template_id)
    if row is not None and seen is not None and row.changed_at != seen:
        raise UserError("changed-meanwhile")
    if row is None:
        row = Template(id=new_key(), branch_id=work.actor.branch_id, code=str(new_key()), position=1_000)
    elif row.branch_id is None and not work.actor.all_branches:
        row = Template(id=new_key(), branch_id=work.actor.branch_id, code=row.code, position=row.position)
    for name, value in values.items():
        setattr(row, name, value)
    work.session.add(row)
    work.session.flush()
    return row.id


def remove_template(work: Work, template_id: UUID) -> None:
    """Take the branch's own template away; where it stood for a shared one, that one is in force again.

    Raises UserError `template-shared`: one of all branches is set aside, not removed.
    """
    work.require(Permission.EDIT_TEMPLATES)
    row = _hold(work, template_id)
    if row.branch_id is None:
        raise UserError("template-shared")
    row.deleted_at = work.now()


def restore_template(work: Work, template_id: UUID) -> None:
    """Bring a removed template back."""
    work.require(Permission.EDIT_TEMPLATES)
    _hold(work, template_id, removed=True).deleted_at = None


def preview(
    work: Work, template: TemplateDraft | TemplateRecord, people: Sequence[About], *, festival: str = ""
) -> list[Filled]:
    """The text filled for each, with what is wrong with it; people gone meanwhile are left out."""
    work.require(Permission.READ_CARD)
    most = int(setting(work, "sms-most-parts"))
    known = read_known(work, people, festival=festival)
    return [_filled(template, about, known[about], most) for about in people if about in known]


def _filled(
    template: TemplateDraft | TemplateRecord,
    about: About,
    known: Known,
    most_parts: int,
) -> Filled:
    name, number = known.name, known.number
    try:
        subject = mend(fill(template.subject, known.values))
        body = fill(mended_text(template.body), known.values)
        check_length(body, template.way, most_parts=most_parts)
    except UserError as flaw:
        return Filled(about=about, name=name, number=number, flaw=flaw)
    parts = sms_parts(body) if template.way is ContactWay.SMS else 0
    return Filled(about=about, name=name, number=number, subject=subject, body=body, parts=parts)


def _checked(work: Work, draft: TemplateDraft) -> dict[str, object]:
    name, subject, body = mend(draft.name), mend(draft.subject), mended_text(draft.body)
    if not 0 < len(name) <= NAME_MOST:
        raise UserError("template-name-empty", most=NAME_MOST, field="name")
    if draft.way not in WAYS:
        raise UserError("template-way-wrong", field="way")
    if not body:
        raise UserError("template-body-empty", field="body")
    if draft.way is ContactWay.EMAIL and not subject:
        raise UserError("template-subject-empty", field="subject")
    if len(subject) > SUBJECT_MOST:
        raise UserError("text-too-long", found=len(subject), most=SUBJECT_MOST, field="subject")
    places_in(subject)
    places_in(body)
    check_length(bare(body), draft.way, most_parts=int(setting(work, "sms-most-parts")))
    if draft.answer_days is not None and not 1 <= draft.answer_days <= DAYS_MOST:
        raise UserError("template-days-wrong", given=draft.answer_days, most=DAYS_MOST, field="answer_days")
    return {
        "name": name,
        "way": draft.way,
        "occasion": draft.occasion,
        "festival_code": draft.festival_code if draft.occasion is Occasion.FESTIVAL else None,
        "subject": subject or None,
        "body": body,
        "answer_days": draft.answer_days,
        "active": draft.active,
    }


def _hold(work: Work, template_id: UUID, *, removed: bool = False) -> Template:
    """The row, if it is the branch's own or of all branches."""
    row = work.session.scalar(
        select(Template)
        .where(
            Template.id == template_id,
            or_(Template.branch_id.is_(None), Template.branch_id == work.actor.branch_id),
        )
        .with_for_update()
        .execution_options(with_deleted=removed, populate_existing=True)
    )
    if row is None:
        raise UserError("row-gone", table="template")
    return row


def _record(row: Template) -> TemplateRecord:
    return TemplateRecord(
        id=row.id,
        code=row.code,
        name=row.name,
        way=row.way,
        occasion=row.occasion,
        festival_code=row.festival_code,
        subject=row.subject or "",
        body=row.body,
        answer_days=row.answer_days,
        active=row.active,
        is_shared=row.branch_id is None,
        changed_at=row.changed_at,
    )
