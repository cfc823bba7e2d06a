"""Numbered forms: single ones with a registration or a visit, blank ones in batches bound as a booklet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from app.customers.cleaning import mend
from app.errors import UserError
from app.lists import setting
from app.numbering import NumberKind, take_numbers
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.customers import Customer
from db.models.registration import Form, FormBatch, FormKind, FormState

NUMBERED: Final = {
    FormKind.REGISTRATION: NumberKind.REGISTRATION_FORM,
    FormKind.VISIT: NumberKind.VISIT_FORM,
    FormKind.COMPLAINT: NumberKind.COMPLAINT_FORM,
}
EDITION: Final = {
    FormKind.REGISTRATION: "registration-form-edition",
    FormKind.VISIT: "visit-form-edition",
    FormKind.COMPLAINT: "complaint-form-edition",
}
"""The setting with the edition of each form."""
SHEETS_MOST: Final = 500
"""Sheets of one booklet: more cannot be stapled, and a slip of the key would waste a printer's paper."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Batch:
    """A booklet of blank forms and what became of its sheets."""

    id: UUID
    kind: FormKind
    language: str
    edition: str
    first_serial: str
    last_serial: str
    sheets: int
    entered: int
    spoilt: int
    issued_to: str
    issued_at: datetime

    @property
    def missing(self) -> int:
        """Sheets neither entered nor spoilt."""
        return self.sheets - self.entered - self.spoilt


def new_form(work: Work, customer_id: UUID) -> str:
    """The serial of a form for a card just registered; printing it comes after the commit."""
    work.require(Permission.PRINT_FORMS)
    customer = work.get(Customer, customer_id)
    serial = take_numbers(work, NumberKind.REGISTRATION_FORM)[0]
    work.session.add(
        Form(
            branch_id=customer.branch_id,
            serial=serial,
            kind=FormKind.REGISTRATION,
            customer_id=customer_id,
            state=FormState.ENTERED,
            entered_at=work.now(),
        )
    )
    return serial


def form_for(work: Work, customer_id: UUID) -> str:
    """The serial of the form of a card; a card that never had one (imported, say) gets one now."""
    return serial_of(work, customer_id) or new_form(work, customer_id)


def serial_of(work: Work, customer_id: UUID) -> str | None:
    """The serial of the newest registration form of a card, None if it never had one: looking takes no number."""
    work.require(Permission.PRINT_FORMS)
    return work.session.scalar(
        select(Form.serial)
        .where(
            Form.customer_id == customer_id,
            Form.kind == FormKind.REGISTRATION,
            Form.state != FormState.SPOILT,
        )
        .order_by(Form.created_at.desc())
        .limit(1)
    )


def issue_batch(
    work: Work,
    *,
    sheets: int,
    issued_to: str = "",
    language: str = "zh",
    kind: FormKind = FormKind.REGISTRATION,
) -> Batch:
    """Number a booklet of blank forms. Raises UserError `sheets-out-of-range`."""
    work.require(Permission.ISSUE_FORMS)
    if not 1 <= sheets <= SHEETS_MOST:
        raise UserError("sheets-out-of-range", given=sheets, most=SHEETS_MOST)
    serials = take_numbers(work, NUMBERED[kind], sheets)
    edition = str(setting(work, EDITION[kind]))
    batch = FormBatch(
        id=new_key(),
        kind=kind,
        edition=edition,
        language=language,
        first_serial=serials[0],
        last_serial=serials[-1],
        sheets=sheets,
        issued_to=mend(issued_to) or None,
        issued_at=work.now(),
    )
    work.session.add(batch)
    work.session.flush()
    work.session.add_all(
        Form(
            serial=serial,
            kind=kind,
            batch_id=batch.id,
            state=FormState.ISSUED,
        )
        for serial in serials
    )
    work.session.flush()
    return _batch(batch, entered=0, spoilt=0)


def list_batches(work: Work) -> list[Batch]:
    """Booklets, newest first, with what became of their sheets (B3)."""
    work.require(Permission.PRINT_FORMS)
    counts = {
        (batch_id, state): count
        for batch_id, state, count in work.session.execute(
            select(Form.batch_id, Form.state, func.count())
            .where(Form.batch_id.is_not(None))
            .group_by(Form.batch_id, Form.state)
        )
    }
    batches = work.session.scalars(select(FormBatch).order_by(FormBatch.issued_at.desc()))
    return [
        _batch(
            batch,
            entered=counts.get((batch.id, FormState.ENTERED), 0),
            spoilt=counts.get((batch.id, FormState.SPOILT), 0),
        )
        for batch in batches
    ]


def batch_serials(work: Work, batch_id: UUID) -> tuple[str, ...]:
    """The serials of a booklet in order, to print it (again)."""
    work.require(Permission.PRINT_FORMS)
    return tuple(
        work.session.scalars(
            select(Form.serial)
            .where(Form.batch_id == batch_id)
            .order_by(func.length(Form.serial), Form.serial)
        )
    )


def enter_form(
    work: Work, serial: str, customer_id: UUID | None, *, kind: FormKind = FormKind.REGISTRATION
) -> str:
    """A sheet came back and was entered.

    Raises UserError `form-unknown`, `form-of-other-branch`, `form-of-other-kind`, `form-entered` (already) or
    `form-spoilt`.
    """
    form = find_form(work, serial, hold=True)
    if form.kind is not kind:
        raise UserError("form-of-other-kind", serial=form.serial)
    if form.state is FormState.ENTERED:
        raise UserError("form-entered", serial=form.serial)
    if form.state is FormState.SPOILT:
        raise UserError("form-spoilt", serial=form.serial)
    form.state = FormState.ENTERED
    form.customer_id = customer_id
    form.entered_at = work.now()
    return form.serial


def spoil_form(work: Work, serial: str) -> None:
    """A sheet was spoilt. Raises UserError `form-unknown` or `form-entered`."""
    work.require(Permission.ISSUE_FORMS)
    form = find_form(work, serial, hold=True)
    if form.state is FormState.ENTERED:
        raise UserError("form-entered", serial=form.serial)
    form.state = FormState.SPOILT


def spoil_forms_of(work: Work, customer_id: UUID) -> None:
    """The registration forms of a card taken back: a printed one is spoilt, a booklet's sheet may be entered
    again."""
    mine = select(Form).where(Form.customer_id == customer_id, Form.kind == FormKind.REGISTRATION)
    for form in work.session.scalars(mine):
        form.state = FormState.SPOILT if form.batch_id is None else FormState.ISSUED
        form.customer_id = None if form.batch_id is not None else customer_id
        form.entered_at = None


def note_printed(work: Work, serial: str) -> None:
    """Count a print of a form, after the printer took it."""
    work.require(Permission.PRINT_FORMS)
    form = find_form(work, serial, hold=True)
    form.prints += 1
    form.printed_at = work.now()


def find_form(work: Work, serial: str, *, hold: bool = False) -> Form:
    """The sheet with this serial, typed in any case and with stray spaces; else UserError `form-unknown`, or
    `form-of-other-branch` where another branch issued it.

    `hold` keeps other writers from it until the action ends: of two clerks with one sheet the second is told.
    """
    wanted = serial_form(serial)
    query = select(Form).where(Form.serial == wanted)
    if hold:
        query = query.with_for_update().execution_options(populate_existing=True)
    form = work.session.scalar(query)
    if form is None:
        elsewhere = select(Form.id).where(Form.serial == wanted).limit(1)
        is_known = work.session.scalar(elsewhere, execution_options={"across_branches": True}) is not None
        raise UserError("form-of-other-branch" if is_known else "form-unknown", serial=wanted)
    return form


def serial_form(typed: str) -> str:
    """A serial as it is kept, from one typed in any case and with stray spaces."""
    return "".join(mend(typed).split()).upper()


def _batch(row: FormBatch, *, entered: int, spoilt: int) -> Batch:
    return Batch(
        id=row.id,
        kind=row.kind,
        language=row.language,
        edition=row.edition,
        first_serial=row.first_serial,
        last_serial=row.last_serial,
        sheets=row.sheets,
        entered=entered,
        spoilt=spoilt,
        issued_to=row.issued_to or "",
        issued_at=row.issued_at,
    )
