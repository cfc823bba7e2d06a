"""A15: cards that may describe the same customer, scored; looked for across all branches, masked where due."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app.customers.cards import birthday
from app.customers.names import sort_key
from app.customers.numbers import PartialDate
from app.customers.values import TAIL
from app.lists import setting
from app.work import Work
from db.models.access import Permission
from db.models.customers import ContactPerson, Customer, Gender, Phone, Vehicle


class Reason(StrEnum):
    """A criterion that two cards share or differ in; the names of the settings' scores."""

    MOBILE = "mobile"
    VEHICLE = "vehicle"
    WECHAT = "wechat"
    USCC = "uscc"
    PHONE_TAIL = "phone-tail"
    NAME = "name"
    PINYIN = "pinyin"
    BIRTH = "birth"
    STREET = "street"
    SEX_DIFFERS = "sex-differs"
    BIRTH_DIFFERS = "birth-differs"


@dataclass(frozen=True, kw_only=True, slots=True)
class Probe:
    """What is known of the customer about to be entered; stored forms (normalised), empty for unknown."""

    name: str = ""
    phones: tuple[str, ...] = ()
    wechat: str = ""
    uscc: str = ""
    plates: tuple[str, ...] = ()
    vins: tuple[str, ...] = ()
    birth: PartialDate | None = None
    gender: Gender | None = None
    address: str = ""
    region_code: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """A card like the probe. `is_readable` is false for another branch's card: name and phone are masked."""

    customer_id: UUID
    number: str
    name: str
    phone: str
    branch_id: UUID
    score: int
    reasons: tuple[Reason, ...]
    is_readable: bool


@dataclass(slots=True)
class _Candidate:
    reasons: set[Reason] = field(default_factory=set)


def mask_name(name: str) -> str:
    """The first character and as many asterisks as it takes to hide the rest: 张*, 欧**."""
    return name[:1] + "*" * max(1, len(name) - 1)


def mask_phone(shown: str) -> str:
    """All but the last four digits hidden."""
    return "*" * max(0, len(shown) - 4) + shown[-4:]


def find_duplicates(work: Work, probe: Probe, *, leave_out: UUID | None = None) -> list[Hit]:
    """Cards that score at least the branch's warning level, best first (scores and levels are settings).

    A criterion with more hits than the setting `duplicate-criterion-most` says nothing and is dropped.
    """
    work.require(Permission.FIND_CUSTOMERS)
    most = int(setting(work, "duplicate-criterion-most"))
    scores: Mapping[str, int] = setting(work, "duplicate-scores")
    found: dict[UUID, _Candidate] = {}
    for reason, query in _criteria(probe):
        keys = set(work.session.scalars(query.limit(most + 1).execution_options(across_branches=True)))
        if len(keys) <= most:
            for key in keys - {leave_out}:
                found.setdefault(key, _Candidate()).reasons.add(reason)
    hits = [
        _hit(work, row, found[row["id"]].reasons | _compared(probe, row), scores)
        for row in _rows(work, found)
    ]
    warn = int(setting(work, "duplicate-warn"))
    return sorted((hit for hit in hits if hit.score >= warn), key=lambda hit: -hit.score)


def _criteria(probe: Probe) -> Sequence[tuple[Reason, Any]]:
    live = Customer.deleted_at.is_(None)

    def card(condition: ColumnElement[bool]) -> Any:
        return select(Customer.id).where(live, condition)

    def child(model: Any, condition: ColumnElement[bool]) -> Any:
        owner = select(model.customer_id).join(Customer, Customer.id == model.customer_id)
        return owner.where(live, model.deleted_at.is_(None), condition)

    asked: list[tuple[Reason, Any]] = []
    if probe.phones:
        asked.append((Reason.MOBILE, child(Phone, Phone.number.in_(probe.phones))))
        tails = {number[-TAIL:] for number in probe.phones if len(number) >= TAIL}
        asked.append((Reason.PHONE_TAIL, child(Phone, Phone.tail.in_(tails))))
        asked.append((Reason.MOBILE, child(ContactPerson, ContactPerson.phone.in_(probe.phones))))
    if probe.plates:
        asked.append((Reason.VEHICLE, child(Vehicle, Vehicle.plate.in_(probe.plates))))
    if probe.vins:
        asked.append((Reason.VEHICLE, child(Vehicle, Vehicle.vin.in_(probe.vins))))
    if probe.wechat:
        asked.append((Reason.WECHAT, card(Customer.wechat == probe.wechat)))
    if probe.uscc:
        asked.append((Reason.USCC, card(Customer.uscc == probe.uscc)))
    if probe.name:
        asked.append((Reason.PINYIN, card(Customer.name_pinyin == sort_key(probe.name))))
    return asked


def _rows(work: Work, found: Mapping[UUID, _Candidate]) -> list[Mapping[str, Any]]:
    if not found:
        return []
    rows = work.session.execute(
        select(*Customer.__table__.columns)
        .where(Customer.id.in_(found))
        .execution_options(across_branches=True)
    ).mappings()
    return [dict(row) for row in rows]


def _hit(work: Work, row: Mapping[str, Any], reasons: set[Reason], scores: Mapping[str, int]) -> Hit:
    if Reason.MOBILE in reasons:
        reasons.discard(Reason.PHONE_TAIL)
    shown = _main_phone(work, row["id"])
    readable = work.actor.all_branches or row["branch_id"] == work.actor.branch_id
    return Hit(
        customer_id=row["id"],
        number=row["number"],
        name=row["name"] if readable else mask_name(row["name"]),
        phone=shown if readable else mask_phone(shown),
        branch_id=row["branch_id"],
        score=sum(scores.get(reason.value, 0) for reason in reasons),
        reasons=tuple(reason for reason in Reason if reason in reasons),
        is_readable=readable,
    )


def _compared(probe: Probe, row: Mapping[str, Any]) -> set[Reason]:
    told: set[Reason] = set()
    if probe.name and probe.name == row["name"]:
        told.add(Reason.NAME)
    sound = _sound(sort_key(probe.name), probe.name)
    if sound and sound == _sound(row["name_pinyin"], row["name"]):
        told.add(Reason.PINYIN)
    theirs = birthday(row)
    if probe.birth is not None and theirs is not None:
        told.add(Reason.BIRTH if probe.birth == theirs else Reason.BIRTH_DIFFERS)
    sexes = {probe.gender, row["gender"]}
    if sexes == {Gender.MALE, Gender.FEMALE}:
        told.add(Reason.SEX_DIFFERS)
    if probe.address and (probe.region_code, probe.address) == (row["region_code"] or "", row["address"]):
        told.add(Reason.STREET)
    return told


def _sound(name_key: str, name: str) -> str:
    """The reading in a sort key, which is the reading and then the name."""
    return name_key.removesuffix(name).strip()


def _main_phone(work: Work, key: UUID) -> str:
    shown = work.session.scalar(
        select(Phone.shown)
        .where(Phone.customer_id == key, Phone.deleted_at.is_(None))
        .order_by(Phone.is_main.desc(), Phone.position)
        .limit(1)
        .execution_options(across_branches=True)
    )
    return shown or ""
