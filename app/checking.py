"""Look a database over: the file itself, what it refers to, the search index, and the attachments."""

from __future__ import annotations

import hashlib

from sqlalchemy import select

from app.access.actor import Actor
from app.customers.search_care import check_search
from app.wiring import Desk
from app.work import Work
from db import files
from db.models.access import Permission
from db.models.customers import Attachment, AttachmentContent


def faults_of(desk: Desk, actor: Actor) -> list[str]:
    """What is wrong, one short line each; empty when all is well. Raises UserError `not-allowed`."""
    with desk.store.read(actor) as work:
        work.require(Permission.MAINTAIN_DATABASE)
        found = _attachments(work)
    with desk.store.change(actor) as work:
        told = check_search(work)
    parts = (("missing", told.missing), ("stale", told.stale), ("orphan", told.orphan), ("loose", told.loose))
    for name, rows in parts:
        if rows:
            found.append(f"search index: {len(rows)} {name}")
    if desk.key is not None and desk.store.database.path is not None:
        found += files.faults_in(desk.store.database.path, desk.key, thorough=True)
    return found


def _attachments(work: Work) -> list[str]:
    """Attachments without content, and contents that are not what their name promises."""
    kept = set(work.session.scalars(select(AttachmentContent.sha256)))
    wanted = set(work.session.scalars(select(Attachment.sha256).where(Attachment.deleted_at.is_(None))))
    lines = [f"attachment missing: {digest[:12]}" for digest in sorted(wanted - kept)]
    for digest in sorted(kept):
        content = work.session.scalar(
            select(AttachmentContent.content).where(AttachmentContent.sha256 == digest)
        )
        if content is not None and hashlib.sha256(content).hexdigest() != digest:
            lines.append(f"attachment damaged: {digest[:12]}")
    return lines
