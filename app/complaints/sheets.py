"""The numbered sheet a ticket is printed on: one serial for a ticket, however often it is printed."""

from __future__ import annotations

from uuid import UUID

from app.complaints.people import require_desk
from app.numbering import NumberKind, take_numbers
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.complaints import Ticket
from db.models.registration import Form, FormKind, FormState


def sheet_for(work: Work, ticket_id: UUID) -> str:
    """The serial of the handling form of a ticket; a ticket that has none yet gets one now.

    The sheet of a booklet it was taken down on keeps its serial. Raises UserError `row-gone`.
    """
    work.require(Permission.PRINT_FORMS)
    require_desk(work)
    ticket = work.hold(Ticket, ticket_id)
    known = None if ticket.form_id is None else work.session.get(Form, ticket.form_id)
    if known is not None and known.state is not FormState.SPOILT:
        return known.serial
    form = Form(
        id=new_key(),
        branch_id=ticket.branch_id,
        serial=take_numbers(work, NumberKind.COMPLAINT_FORM)[0],
        kind=FormKind.COMPLAINT,
        customer_id=ticket.customer_id,
        state=FormState.ENTERED,
        entered_at=work.now(),
    )
    work.session.add(form)
    work.session.flush()
    ticket.form_id = form.id
    return form.serial
