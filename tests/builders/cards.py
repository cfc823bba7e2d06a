"""Cards to test with, made the way the counter makes them."""

from __future__ import annotations

from app.customers.cards import open_card
from app.customers.records import Card
from app.registration.walkin import Registered, WalkIn, register
from tests.builders.databases import Founded


def walk_in(branch: Founded, name: str = "张三", phone: str = "13800138000", **given: object) -> Registered:
    """Register somebody as the owner of the branch."""
    with branch.change() as work:
        return register(work, WalkIn(name=name, phone=phone, **given), anyway=True)  # type: ignore[arg-type]


def card_of(branch: Founded, registered: Registered) -> Card:
    """The card as it stands now."""
    with branch.read() as work:
        return open_card(work, registered.customer_id)
