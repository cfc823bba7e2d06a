"""Corrections of what was written at intake: each keeps the old value beside the new one in the step that made it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.complaints.facts import money
from app.customers.cleaning import mend, mend_lines
from app.customers.values import LONG_TEXT_MOST
from app.errors import UserError
from app.lists import all_choices, choice_of
from app.work import Work
from db.models.access import Permission
from db.models.complaints import Ticket, TicketLevel
from db.models.customers import Customer, Vehicle
from db.models.lists import ChoiceList
from db.models.ticket_flows import TicketCategory

_LISTS: Final = {
    "channel_code": ChoiceList.TICKET_CHANNEL,
    "wish_code": ChoiceList.WISH,
    "nature_code": ChoiceList.NATURE,
    "severity_code": ChoiceList.SEVERITY,
    "grave_code": ChoiceList.GRAVE,
}
_TEXTS: Final = {
    "matter": LONG_TEXT_MOST,
    "wish": LONG_TEXT_MOST,
    "order_no": 60,
    "fair": 120,
    "complainant": 60,
}
_KEYS: Final[Mapping[str, type]] = {
    "category_id": TicketCategory,
    "vehicle_id": Vehicle,
    "customer_id": Customer,
}
GRAVEST: Final = "critical"
"""What a grave ticket counts as."""
LAST: Final = 1_000
"""The rank of a severity a branch gave none: nothing is less grave."""
NEEDED: Final = frozenset({"matter", "channel_code", "severity_code"})
AMENDABLE: Final = frozenset({*_LISTS, *_TEXTS, *_KEYS, "amount", "happened_on"})


def amend(work: Work, ticket: Ticket, wanted: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Write new values over what was taken; returns field → [old, new] as the step keeps them.

    What turns out to be grave is as urgent as if taken so.
    A lower severity asks for the right to assign. Raises UserError `amend-unknown`, `amend-nothing`, `fact-missing`,
    `code-unknown`, `text-too-long`, `cost-wrong`, `day-in-future`, `ticket-who-missing`, `ticket-vehicle-of-other`,
    `not-allowed`.
    """
    changed: dict[str, list[Any]] = {}
    for name, given in wanted.items():
        if name not in AMENDABLE:
            raise UserError("amend-unknown", given=name)
        value = intake_value(work, name, given)
        old = getattr(ticket, name)
        if value != old:
            if name == "severity_code":
                _allow_severity(work, str(old), str(value))
            setattr(ticket, name, value)
            changed[name] = [_plain(old), _plain(value)]
    if not changed:
        raise UserError("amend-nothing")
    if changed.keys() & {"customer_id", "complainant", "vehicle_id"}:
        _require_whose(work, ticket)
    if ticket.grave_code is not None and ticket.level is not TicketLevel.GRAVE:
        ticket.level = TicketLevel.GRAVE
        if "severity_code" not in changed and ticket.severity_code != GRAVEST:
            changed["severity_code"] = [ticket.severity_code, GRAVEST]
            ticket.severity_code = GRAVEST
    return changed


def intake_value(work: Work, name: str, given: object) -> Any:
    """A value of the intake as it is kept; None for nothing. Raises as `amend`."""
    if given is None or (isinstance(given, str) and not given.strip()):
        if name in NEEDED:
            raise UserError("fact-missing", fact=name, field=name)
        return None
    if name in _LISTS:
        return _code(work, name, str(given))
    if name in _TEXTS:
        return _text(name, str(given))
    if name in _KEYS:
        return work.get(_KEYS[name], _key(name, given)).id
    if name == "amount":
        return money(given, name)
    day = _day(name, given)
    if day > work.today():
        raise UserError("day-in-future", given=day, field=name)
    return day


def _key(name: str, given: object) -> UUID:
    try:
        return given if isinstance(given, UUID) else UUID(str(given))
    except ValueError:
        raise UserError("fact-wrong", fact=name, given=given, field=name) from None


def _day(name: str, given: object) -> date:
    try:
        return given if isinstance(given, date) else date.fromisoformat(str(given))
    except ValueError:
        raise UserError("fact-wrong", fact=name, given=given, field=name) from None


def _code(work: Work, name: str, given: str) -> str:
    try:
        choice_of(work, _LISTS[name], given, "code-unknown")
    except UserError as error:
        raise UserError("code-unknown", given=given, field=name) from error
    return given


def _text(name: str, given: str) -> str | None:
    most = _TEXTS[name]
    mended = mend_lines(given) if most == LONG_TEXT_MOST else mend(given)
    if len(mended) > most:
        raise UserError("text-too-long", found=len(mended), most=most, field=name)
    return mended or None


def _allow_severity(work: Work, old: str, new: str) -> None:
    """Whoever takes tickets may raise a severity; lowering it lengthens the limits."""
    ranks = {entry.code: entry.number for entry in all_choices(work)[ChoiceList.SEVERITY]}
    if (ranks.get(new) or LAST) > (ranks.get(old) or LAST):
        work.require(Permission.ASSIGN_TICKETS)


def _require_whose(work: Work, ticket: Ticket) -> None:
    """Raises UserError `ticket-who-missing` for nobody's ticket, `ticket-vehicle-of-other` for a stranger's car."""
    if ticket.customer_id is None and ticket.complainant is None and ticket.complainant_phone is None:
        raise UserError("ticket-who-missing", field="complainant")
    if ticket.vehicle_id is not None:
        query = select(Vehicle.customer_id).where(Vehicle.id == ticket.vehicle_id)
        owner = work.session.scalar(query, execution_options={"with_deleted": True})
        if owner != ticket.customer_id:
            raise UserError("ticket-vehicle-of-other", field="vehicle_id")


def _plain(value: object) -> object:
    """As a step's facts keep it."""
    return str(value) if isinstance(value, (UUID, Decimal, date)) else value
