"""The one place that says whether somebody may be greeted or written to, and why not.

Every list, message, file, call and gift of the care room asks here (PIPL, art. 15, 24, 28-31).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.care.birthdays import is_under
from app.customers.numbers import parse_phone
from app.errors import UserError
from app.lists import change_setting, setting
from app.work import Work
from db.models.access import Permission
from db.models.care import Occasion
from db.models.customers import (
    Consent,
    ConsentPurpose,
    ContactPerson,
    ContactWay,
    Customer,
    CustomerKind,
    Phone,
    PhoneKind,
)

CHUNK: Final = 400
MARKETING: Final = "care-marketing-occasions"


class WhyNot(StrEnum):
    """Why somebody is left out."""

    GONE = "gone"
    DO_NOT_CONTACT = "do-not-contact"
    UNDER_AGE = "under-age"
    WITHDRAWN = "withdrawn"
    NO_CONSENT = "no-consent"
    NO_MOBILE = "no-mobile"
    NO_PHONE = "no-phone"
    NO_EMAIL = "no-email"
    NO_WECHAT = "no-wechat"
    NO_ADDRESS = "no-address"


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipient:
    """A customer, or a contact person at one."""

    customer_id: UUID
    person_id: UUID | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Verdict:
    """Whether somebody may be reached by a way for an occasion; `address` is the number, mailbox or place."""

    why_not: WhyNot | None
    address: str = ""

    @property
    def is_allowed(self) -> bool:
        return self.why_not is None


NO_ADDRESS_NEEDED: Final = frozenset(
    {ContactWay.COUNTER, ContactWay.VISIT, ContactWay.NOTE, ContactWay.ONLINE}
)


def who_may(
    work: Work, asked: Sequence[Recipient], occasion: Occasion, way: ContactWay | None = None
) -> dict[Recipient, Verdict]:
    """The verdict on each; without a way only whether they may be greeted at all."""
    work.require(Permission.READ_CARD)
    found: dict[Recipient, Verdict] = {}
    for start in range(0, len(asked), CHUNK):
        part = asked[start : start + CHUNK]
        found |= _judge(work, part, purpose_of(work, occasion), way)
    return found


def require_allowed(
    work: Work, recipient: Recipient, occasion: Occasion, way: ContactWay | None = None
) -> str:
    """Where to reach somebody. Raises UserError `care-not-allowed` with the fact `why`."""
    return refuse(who_may(work, [recipient], occasion, way)[recipient])


def refuse(verdict: Verdict) -> str:
    """The address of a good verdict. Raises UserError `care-not-allowed` with the fact `why` for any other."""
    if verdict.why_not is not None:
        raise UserError("care-not-allowed", why=verdict.why_not)
    return verdict.address


def purpose_of(work: Work, occasion: Occasion) -> ConsentPurpose:
    """What somebody must have agreed to: marketing for the occasions the setting names, service for the rest."""
    work.require(Permission.READ_CARD)
    marketing = setting(work, MARKETING)
    return ConsentPurpose.MARKETING if occasion.value in marketing else ConsentPurpose.SERVICE


def set_purpose(work: Work, occasion: Occasion, purpose: ConsentPurpose) -> None:
    """Say which consent an occasion asks for, marketing or service, in the actor's branch."""
    work.require(Permission.EDIT_SETTINGS)
    named = [known for known in setting(work, MARKETING) if known != occasion.value]
    if purpose is ConsentPurpose.MARKETING:
        named.append(occasion.value)
    change_setting(work, MARKETING, named)


def count_refused(verdicts: Iterable[Verdict]) -> Mapping[WhyNot, int]:
    """How many are left out for which reason."""
    return Counter(verdict.why_not for verdict in verdicts if verdict.why_not is not None)


def _judge(
    work: Work, part: Sequence[Recipient], purpose: ConsentPurpose, way: ContactWay | None
) -> dict[Recipient, Verdict]:
    keys = list({asked.customer_id for asked in part})
    cards = _cards(work, keys)
    people = _people(work, {asked.person_id for asked in part if asked.person_id is not None})
    words = _latest_words(work, keys, purpose)
    phones = _phones(work, keys) if way in _BY_PHONE else {}
    return {
        asked: _verdict(
            work,
            _Asked(
                card=cards.get(asked.customer_id),
                person=None if asked.person_id is None else people.get(asked.person_id, {}),
                agreed=words.get(asked.customer_id),
                phones=phones.get(asked.customer_id, []),
                way=way,
            ),
        )
        for asked in part
    }


@dataclass(frozen=True, kw_only=True, slots=True)
class _Asked:
    """What the verdict on one is made from; `agreed` is the latest word, None where there was never one."""

    card: Mapping[str, Any] | None
    person: Mapping[str, Any] | None
    agreed: bool | None
    phones: list[tuple[PhoneKind, str]]
    way: ContactWay | None


def _verdict(work: Work, asked: _Asked) -> Verdict:
    card, person, way = asked.card, asked.person, asked.way
    if card is None or (person is not None and person.get("customer_id") != card["id"]):
        return Verdict(why_not=WhyNot.GONE)
    if card["do_not_contact"]:
        return Verdict(why_not=WhyNot.DO_NOT_CONTACT)
    human = person if person is not None else card if card["kind"] is CustomerKind.PERSON else None
    if human is not None and is_under(human, work.today(), int(setting(work, "under-age"))):
        return Verdict(why_not=WhyNot.UNDER_AGE)
    if not asked.agreed:
        return Verdict(why_not=WhyNot.NO_CONSENT if asked.agreed is None else WhyNot.WITHDRAWN)
    if way is None or way in NO_ADDRESS_NEEDED:
        return Verdict(why_not=None)
    address = _address(card, person, asked.phones, way)
    return Verdict(why_not=None if address else _MISSING.get(way, WhyNot.NO_ADDRESS), address=address)


_BY_PHONE: Final = frozenset({ContactWay.SMS, ContactWay.CALL, ContactWay.FAX})
_MISSING: Final = {
    ContactWay.SMS: WhyNot.NO_MOBILE,
    ContactWay.CALL: WhyNot.NO_PHONE,
    ContactWay.FAX: WhyNot.NO_PHONE,
    ContactWay.EMAIL: WhyNot.NO_EMAIL,
    ContactWay.WECHAT: WhyNot.NO_WECHAT,
}
_KINDS: Final = {
    ContactWay.SMS: frozenset({PhoneKind.MOBILE, PhoneKind.INTERNATIONAL}),
    ContactWay.CALL: frozenset(PhoneKind) - {PhoneKind.FAX},
    ContactWay.FAX: frozenset({PhoneKind.FAX}),
}


def _address(
    card: Mapping[str, Any],
    person: Mapping[str, Any] | None,
    phones: list[tuple[PhoneKind, str]],
    way: ContactWay,
) -> str:
    """Where to reach a person by a way; a contact person never gets the company's number or mailbox."""
    if way in _BY_PHONE:
        lines = phones if person is None else _person_phone(person)
        return next((shown for kind, shown in lines if kind in _KINDS[way]), "")
    whose = card if person is None else person
    if way is ContactWay.EMAIL:
        return whose["email"] or ""
    if way is ContactWay.WECHAT:
        return whose["wechat"] or ""
    return card["address"] or ""


def _person_phone(person: Mapping[str, Any]) -> list[tuple[PhoneKind, str]]:
    shown = person["phone_shown"]
    if not shown:
        return []
    try:
        phone = parse_phone(shown)
    except UserError:  # a number kept from before the checks is shown on the card, and never dialled for
        return []
    return [(phone.kind, phone.shown)]


def _cards(work: Work, keys: Sequence[UUID]) -> dict[UUID, Mapping[str, Any]]:
    card = Customer
    rows = work.session.execute(
        select(
            card.id, card.kind, card.do_not_contact, card.email, card.wechat, card.address,
            card.birth_calendar, card.birth_year, card.birth_month, card.birth_day, card.birth_leap,
        ).where(card.id.in_(keys))
    )  # fmt: skip
    return {row.id: dict(row._mapping) for row in rows}


def _people(work: Work, keys: set[UUID]) -> dict[UUID, Mapping[str, Any]]:
    if not keys:
        return {}
    who = ContactPerson
    rows = work.session.execute(
        select(
            who.id, who.customer_id, who.phone_shown, who.email, who.wechat,
            who.birth_calendar, who.birth_year, who.birth_month, who.birth_day, who.birth_leap,
        ).where(who.id.in_(keys))
    )  # fmt: skip
    return {row.id: dict(row._mapping) for row in rows}


def _latest_words(work: Work, keys: Sequence[UUID], purpose: ConsentPurpose) -> dict[UUID, bool]:
    """The latest word of each on a purpose; nobody who never said anything is in it."""
    rows = work.session.execute(
        select(Consent.customer_id, Consent.given)
        .where(Consent.customer_id.in_(keys), Consent.purpose == purpose)
        .order_by(Consent.happened_at, Consent.id)
    )
    return dict(rows.all())


def _phones(work: Work, keys: Sequence[UUID]) -> dict[UUID, list[tuple[PhoneKind, str]]]:
    found: dict[UUID, list[tuple[PhoneKind, str]]] = {}
    rows = work.session.execute(
        select(Phone.customer_id, Phone.kind, Phone.shown)
        .where(Phone.customer_id.in_(keys))
        .order_by(Phone.is_main.desc(), Phone.position, Phone.id)
    )
    for key, kind, shown in rows:
        found.setdefault(key, []).append((kind, shown))
    return found
