"""B1: register a walk-in, phone first; a known phone shows its card, a likely duplicate asks before it exists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import exists, or_, select

from app.customers import numbers
from app.customers.cards import birthday
from app.customers.consents import record_consent
from app.customers.duplicates import Hit, Probe, find_duplicates
from app.customers.editing import insert_row
from app.customers.fields import BIRTH_COLUMNS, FIELD, Part, fields_of
from app.customers.log import NewEntry, log_contact, write_entry
from app.customers.names import sort_key
from app.customers.values import check, columns_of
from app.errors import UserError
from app.lists import setting
from app.numbering import NumberKind, take_numbers
from app.registration.forms import enter_form, new_form, serial_form, spoil_forms_of
from app.work import Work
from db.base import new_key
from db.models.access import Permission
from db.models.customers import (
    Attachment,
    Consent,
    ConsentPurpose,
    ContactEntry,
    ContactPerson,
    ContactWay,
    Customer,
    CustomerKind,
    Gender,
    Need,
    OriginKind,
    Phone,
    Vehicle,
)
from db.models.followups import FollowUp
from db.models.services import ServiceRecord

ONE_ACTION: Final = timedelta(milliseconds=1)
"""The rows of one action are marked microseconds apart; no person acts twice within a millisecond."""
_HANGING: Final[tuple[Any, ...]] = (
    Phone, ContactPerson, Vehicle, Need, ContactEntry, Consent, Attachment, FollowUp, ServiceRecord,
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class WalkIn:
    """What the clerk typed, unchecked; everything not given takes its default.

    `card` holds further customer fields by name, `need`, `vehicle` and `person` those of a first need, vehicle
    and contact person.
    `form_serial` is the paper form it was copied from, if any.
    """

    phone: str
    name: str
    kind: CustomerKind = CustomerKind.PERSON
    card: Mapping[str, object] = field(default_factory=dict)
    need: Mapping[str, object] = field(default_factory=dict)
    vehicle: Mapping[str, object] = field(default_factory=dict)
    person: Mapping[str, object] = field(default_factory=dict)
    matter: str = ""
    consents: frozenset[ConsentPurpose] = frozenset()
    form_serial: str = ""
    origin: OriginKind = OriginKind.COUNTER


@dataclass(frozen=True, kw_only=True, slots=True)
class Registered:
    """A new card as committed: what the toast and the printed form name."""

    customer_id: UUID
    number: str
    name: str
    form_serial: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PhoneLook:
    """What is known of a phone just typed: its reading and the cards that carry it."""

    phone: numbers.Phone
    known: tuple[Hit, ...]


def look_up_phone(work: Work, typed: str) -> PhoneLook:
    """Read a typed phone and find the cards that have it. Raises the errors of `parse_phone`."""
    work.require(Permission.FIND_CUSTOMERS)
    phone = numbers.parse_phone(typed)
    hits = find_duplicates(work, Probe(phones=(phone.number,)))
    return PhoneLook(phone=phone, known=tuple(hits))


def likely_duplicates(work: Work, walk_in: WalkIn) -> tuple[Hit, ...]:
    """Cards like what has been typed so far, before anything is written; unreadable fields are passed over."""
    work.require(Permission.FIND_CUSTOMERS)
    return tuple(find_duplicates(work, _probe(work, walk_in, _checked_card(work, walk_in))))


def register(work: Work, walk_in: WalkIn, *, anyway: bool = False) -> Registered:
    """Create the card, its phone, first need and vehicle, consents, log line and numbered form, all or nothing.

    Raises UserError `duplicate-likely` with the fact `hits` where a card scores at least the setting
    `duplicate-stop` and `anyway` is false; the errors of the fields' checks with the fact `field`.
    """
    work.require(Permission.REGISTER_CUSTOMER)
    work.comes_from(walk_in.origin, serial_form(walk_in.form_serial) or None)
    phone = _checked_phone(walk_in)
    columns = _checked_card(work, walk_in)
    if not anyway:
        _refuse_duplicate(work, _probe(work, walk_in, columns))
    customer = _new_card(work, walk_in, columns)
    customer_id = customer.id
    if phone is not None:
        insert_row(work, customer_id, Part.PHONE, {"shown": phone.shown, "is_main": True})
    parts = ((Part.PERSON, walk_in.person), (Part.NEED, walk_in.need), (Part.VEHICLE, walk_in.vehicle))
    for part, given in parts:
        if any(value not in (None, "") for value in given.values()):
            insert_row(work, customer_id, part, given)
    for purpose in sorted(walk_in.consents):
        record_consent(work, customer_id, purpose, given=True, way=walk_in.origin.value)
    _log_visit(work, customer, walk_in)
    serial = (
        enter_form(work, walk_in.form_serial, customer_id)
        if walk_in.form_serial
        else new_form(work, customer_id)
    )
    return Registered(customer_id=customer_id, number=customer.number, name=customer.name, form_serial=serial)


def undo_registration(work: Work, registered: Registered) -> None:
    """Take a registration back: the card leaves lists and search, its numbered form counts as spoilt.

    Somebody else's registration asks for the permission to delete cards. Raises UserError
    `registration-worked-on` where the card, or what hangs on it, was changed since.
    """
    work.require(Permission.REGISTER_CUSTOMER)
    customer = work.hold(Customer, registered.customer_id)
    if customer.created_by != work.actor.account_id:
        work.require(Permission.DELETE_CARD)
    if _is_worked_on(work, customer):
        raise UserError("registration-worked-on", name=customer.name, number=customer.number)
    customer.deleted_at = work.now()
    spoil_forms_of(work, registered.customer_id)


def _is_worked_on(work: Work, customer: Customer) -> bool:
    """Whether anybody touched the card or hung something on it after the one action that made it."""
    end = customer.created_at + ONE_ACTION
    later = (exists().where(model.customer_id == customer.id, model.changed_at > end) for model in _HANGING)
    return customer.version > 1 or bool(work.session.scalar(select(or_(*later))))


def log_return(work: Work, customer_id: UUID, matter: str) -> UUID:
    """A known customer came back: one line in the log instead of a second card."""
    return log_contact(work, customer_id, NewEntry(way=ContactWay.COUNTER, matter=matter))


def _checked_phone(walk_in: WalkIn) -> numbers.Phone | None:
    if not walk_in.phone.strip():
        return None
    try:
        return numbers.parse_phone(walk_in.phone)
    except UserError as error:
        raise UserError(error.code, **{**error.facts, "field": "phone"}) from None


def _checked_card(work: Work, walk_in: WalkIn) -> dict[str, object]:
    today = work.today()
    given = {"source_code": "walk-in", "channel_code": "branch", "class_code": "potential"}
    typed: dict[str, object] = {**given, **walk_in.card, "name": walk_in.name}
    columns: dict[str, object] = {}
    for known in fields_of(Part.CUSTOMER, walk_in.kind):
        if known.name in typed:
            columns |= columns_of(known, check(known, typed[known.name], today=today))
    return columns


def _probe(work: Work, walk_in: WalkIn, columns: Mapping[str, object]) -> Probe:
    phone = _checked_phone(walk_in)
    gender = columns.get("gender")
    today = work.today()
    plate, vin = (
        str(check(FIELD[Part.VEHICLE, name], walk_in.vehicle.get(name), today=today) or "")
        for name in ("plate", "vin")
    )
    return Probe(
        name=str(columns.get("name") or ""),
        phones=(phone.number,) if phone else (),
        wechat=str(columns.get("wechat") or ""),
        uscc=str(columns.get("uscc") or ""),
        plates=(plate,) if plate else (),
        vins=(vin,) if vin else (),
        birth=birthday({**dict.fromkeys(BIRTH_COLUMNS), **columns}),
        gender=gender if isinstance(gender, Gender) else None,
        address=str(columns.get("address") or ""),
        region_code=str(columns.get("region_code") or ""),
    )


def _refuse_duplicate(work: Work, probe: Probe) -> None:
    hits = find_duplicates(work, probe)
    stop = int(setting(work, "duplicate-stop"))
    if hits and hits[0].score >= stop:
        first = hits[0]
        raise UserError("duplicate-likely", hits=tuple(hits), name=first.name, number=first.number)


def _new_card(work: Work, walk_in: WalkIn, columns: Mapping[str, object]) -> Customer:
    row = Customer(
        id=new_key(),
        branch_id=work.actor.branch_id,
        number=take_numbers(work, NumberKind.CUSTOMER)[0],
        kind=walk_in.kind,
        name_pinyin=sort_key(str(columns["name"])),
        owner_id=work.actor.account_id,
        last_contact_at=work.now(),
        **{name: value for name, value in columns.items() if value is not None},
    )
    work.session.add(row)
    work.session.flush()
    return row


def _log_visit(work: Work, customer: Customer, walk_in: WalkIn) -> None:
    product = str(walk_in.need.get("product") or "")
    matter = walk_in.matter.strip() or product or "来店登记"
    write_entry(work, customer, NewEntry(way=ContactWay.COUNTER, matter=matter))
