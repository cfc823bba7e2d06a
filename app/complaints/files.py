"""Evidence kept with a ticket."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app.complaints.people import require_desk
from app.customers.log import keep_file
from app.errors import UserError
from app.work import Work
from db.base import new_key
from db.models.complaints import Ticket, TicketFile
from db.models.customers import AttachmentContent


def add_files(work: Work, ticket_id: UUID, files: Sequence[tuple[str, bytes]]) -> tuple[UUID, ...]:
    """Keep files (name, content) with a ticket, ended ones too: evidence may come late.

    Raises UserError `attachment-empty`, `attachment-too-large`.
    """
    require_desk(work)
    ticket = work.get(Ticket, ticket_id)
    rows = [
        TicketFile(
            id=new_key(), branch_id=ticket.branch_id, ticket_id=ticket.id, **keep_file(work, name, content)
        )
        for name, content in files
    ]
    work.session.add_all(rows)
    work.session.flush()
    return tuple(row.id for row in rows)


def remove_file(work: Work, file_id: UUID) -> None:
    """Take back a file that was a slip of one's own; the row stays, marked."""
    require_desk(work)
    row = work.get(TicketFile, file_id)
    if row.created_by != work.actor.account_id:
        raise UserError("ticket-file-of-other", name=row.file_name)
    row.deleted_at = work.now()


def file_content(work: Work, file_id: UUID) -> bytes:
    """The content of a file. Raises UserError `attachment-missing` when it has not arrived yet."""
    require_desk(work)
    row = work.get(TicketFile, file_id)
    content = work.session.scalar(
        select(AttachmentContent.content).where(AttachmentContent.sha256 == row.sha256)
    )
    if content is None:
        raise UserError("attachment-missing", name=row.file_name)
    return content
