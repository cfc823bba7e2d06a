"""The numbered sheets of visits: printed for one visit or out of a booklet, found by their serial, entered once."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from app.customers.cleaning import mend
from app.errors import UserError
from app.followups.visits.reading import customer_of, hold_visit, name_of
from app.followups.visits.records import SheetFound, VisitResults
from app.numbering import NumberKind, take_numbers
from app.registration.forms import enter_form, find_form
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.customers import ContactWay, Customer
from db.models.followups import FollowUp, StepState, Visit
from db.models.registration import Form, FormBatch, FormKind, FormState


def sheet_for(work: Work, followup_id: UUID) -> str:
    """The serial of the form of a visit; a visit that has none yet gets one now. Raises `visit-cancelled`."""
    work.require(Permission.PRINT_FORMS)
    row, visit = hold_visit(work, followup_id, None)
    form = _form_of(work, visit)
    if form is not None and form.state is not FormState.SPOILT:
        return form.serial
    if row.state is StepState.CANCELLED:
        raise UserError("visit-cancelled", reason=row.reason or "")
    customer_of(work, row)
    form = _new_sheet(work, row.customer_id, row.branch_id)
    visit.form_id = form.id
    return form.serial


def sheet_for_customer(work: Work, customer_id: UUID) -> str:
    """A form for a visit nobody has planned yet, with the customer filled in."""
    work.require(Permission.PRINT_FORMS)
    return _new_sheet(work, customer_id, work.get(Customer, customer_id).branch_id).serial


def next_visit(work: Work, customer_id: UUID) -> UUID | None:
    """The open visit of a customer that comes first, None where nobody has planned one."""
    work.require(Permission.PLAN_FOLLOWUPS)
    return work.session.scalar(
        select(FollowUp.id)
        .where(
            FollowUp.customer_id == customer_id,
            FollowUp.way == ContactWay.VISIT,
            FollowUp.state == StepState.OPEN,
        )
        .order_by(FollowUp.due_on, FollowUp.starts_at, FollowUp.id)
        .limit(1)
    )


def find_sheet(work: Work, serial: str) -> SheetFound:
    """What a typed or scanned serial leads to.

    Raises UserError `form-unknown`, `form-of-other-branch`, `form-of-other-kind`, `form-spoilt`, or `form-entered`
    for a sheet whose visit is gone.
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    form = find_form(work, serial)
    if form.kind is not FormKind.VISIT:
        raise UserError("form-of-other-kind", serial=form.serial)
    if form.state is FormState.SPOILT:
        raise UserError("form-spoilt", serial=form.serial)
    visit_id = work.session.scalar(select(Visit.followup_id).where(Visit.form_id == form.id).limit(1))
    if form.state is FormState.ENTERED and visit_id is None:
        raise UserError("form-entered", serial=form.serial)
    return SheetFound(
        serial=form.serial,
        visit_id=visit_id,
        customer_id=form.customer_id,
        issued_to=_issued_to(work, form),
    )


def take_sheet(work: Work, row: FollowUp, visit: Visit, results: VisitResults) -> None:
    """Enter the sheet the results stand on: the one named, else the one printed for this visit.

    Raises UserError `form-unknown`, `form-of-other-branch`, `form-of-other-kind`, `form-entered`, `form-spoilt`,
    `form-of-other-customer`, `form-of-other-visit`, `form-of-other-person` (unless `anyway`).
    """
    work.require(Permission.PLAN_FOLLOWUPS)
    own = _form_of(work, visit)
    if not results.serial.strip():
        if own is not None and own.state is FormState.ISSUED:
            enter_form(work, own.serial, row.customer_id, kind=FormKind.VISIT)
        return
    form = find_form(work, results.serial, hold=True)
    if own is not None and own.id == form.id and form.state is FormState.ENTERED:
        return
    if own is not None and own.state is FormState.ENTERED:
        raise UserError("visit-has-form", serial=own.serial, field="serial")
    _check_sheet(work, form, row, results)
    enter_form(work, form.serial, row.customer_id, kind=FormKind.VISIT)
    visit.form_id = form.id


def give_back(work: Work, visit: Visit) -> None:
    """The sheet of results taken back: it may be entered again, one of a booklet for another visit, too."""
    work.require(Permission.PLAN_FOLLOWUPS)
    form = _form_of(work, visit)
    if form is None or form.state is not FormState.ENTERED:
        return
    form.state, form.entered_at = FormState.ISSUED, None
    if form.batch_id is not None:
        form.customer_id, visit.form_id = None, None


def spoil_printed(work: Work, visit: Visit) -> None:
    """The form printed for a visit that was called off will not come back."""
    work.require(Permission.PLAN_FOLLOWUPS)
    form = _form_of(work, visit)
    if form is not None and form.state is FormState.ISSUED:
        form.state = FormState.SPOILT


def _new_sheet(work: Work, customer_id: UUID, branch_id: UUID) -> Form:
    form = Form(
        id=new_key(),
        branch_id=branch_id,
        serial=take_numbers(work, NumberKind.VISIT_FORM)[0],
        kind=FormKind.VISIT,
        customer_id=customer_id,
        state=FormState.ISSUED,
    )
    work.session.add(form)
    work.session.flush()
    return form


def _form_of(work: Work, visit: Visit) -> Form | None:
    return None if visit.form_id is None else work.session.get(Form, visit.form_id)


def _check_sheet(work: Work, form: Form, row: FollowUp, results: VisitResults) -> None:
    if form.branch_id != row.branch_id:
        raise UserError("form-of-other-branch", serial=form.serial, field="serial")
    if form.kind is not FormKind.VISIT:
        raise UserError("form-of-other-kind", serial=form.serial, field="serial")
    if form.customer_id not in (None, row.customer_id):
        raise UserError("form-of-other-customer", serial=form.serial, field="serial")
    other = select(Visit.id).where(Visit.form_id == form.id, Visit.followup_id != row.id).limit(1)
    if form.state is FormState.ISSUED and work.session.scalar(other) is not None:
        raise UserError("form-of-other-visit", serial=form.serial, field="serial")
    given_to = _issued_to(work, form)
    theirs = {mend(name_of(work, row.owner_id)), mend(work.actor.name)}
    if given_to and given_to not in theirs and not results.anyway:
        raise UserError("form-of-other-person", serial=form.serial, name=given_to, field="serial")


def _issued_to(work: Work, form: Form) -> str:
    if form.batch_id is None:
        return ""
    return work.session.scalar(select(FormBatch.issued_to).where(FormBatch.id == form.batch_id)) or ""
