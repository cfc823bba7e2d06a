"""Consent by purpose, kept as a history that only grows (Personal Information Protection Law, art. 14-16)."""

from __future__ import annotations

from uuid import UUID

from app.lists import setting
from app.work import Work
from db.models.access import Permission
from db.models.customers import Consent, ConsentPurpose, Customer


def record_consent(
    work: Work, customer_id: UUID, purpose: ConsentPurpose, *, given: bool, way: str = ""
) -> None:
    """Note that the customer gave or withdrew consent to one purpose, under the notice edition in force."""
    work.require(Permission.EDIT_CARD)
    customer = work.get(Customer, customer_id)
    work.session.add(
        Consent(
            branch_id=customer.branch_id,
            customer_id=customer_id,
            purpose=purpose,
            given=given,
            edition=str(setting(work, "privacy-edition")),
            happened_at=work.now(),
            way=way or None,
        )
    )
