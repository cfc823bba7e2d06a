"""What a branch says of itself: its name and the letterhead of its forms."""

from __future__ import annotations

from dataclasses import dataclass

from app.customers.cleaning import mend
from app.customers.numbers import parse_phone
from app.errors import UserError
from app.work import Work
from db.models.access import Branch, Permission


@dataclass(frozen=True, kw_only=True, slots=True)
class BranchCard:
    """The branch as forms name it; `privacy_contact` is whom customers ask about their data (PIPL art. 17)."""

    code: str
    name: str
    company: str
    address: str
    phone: str
    privacy_contact: str


def read_branch(work: Work) -> BranchCard:
    """The actor's branch, for everybody who works there."""
    row = work.get(Branch, work.actor.branch_id)
    return BranchCard(
        code=row.code,
        name=row.name,
        company=row.company or "",
        address=row.address or "",
        phone=row.phone or "",
        privacy_contact=row.privacy_contact or "",
    )


def edit_branch(
    work: Work, *, name: str, company: str, address: str, phone: str, privacy_contact: str
) -> None:
    """Change what forms say of the actor's branch; its code is part of every number and stays.

    Raises UserError `branch-name-empty` and those of `parse_phone`, with the fact `field`.
    """
    work.require(Permission.MANAGE_BRANCHES)
    if not mend(name):
        raise UserError("branch-name-empty", field="name")
    row = work.get(Branch, work.actor.branch_id)
    row.name = mend(name)
    row.company = mend(company) or None
    row.address = mend(address) or None
    row.phone = _phone(mend(phone)) or None
    row.privacy_contact = mend(privacy_contact) or None


def _phone(typed: str) -> str:
    if not typed:
        return ""
    try:
        return parse_phone(typed).shown
    except UserError as error:
        raise UserError(error.code, **{**error.facts, "field": "phone"}) from None
