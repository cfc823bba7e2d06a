"""What the forms are given: plain values, with every code already turned into words by the caller."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class Language(StrEnum):
    """The edition of a form."""

    CHINESE = "zh"
    ENGLISH = "en"


class PaperSize(StrEnum):
    """Sheets the branch printers hold."""

    A4 = "A4"
    A5 = "A5"


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """How a form is put on paper; the offset (millimetres, right and down) mends a printer that shifts."""

    size: PaperSize = PaperSize.A4
    language: Language = Language.CHINESE
    offset_x_mm: float = 0.0
    offset_y_mm: float = 0.0
    duplex: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class House:
    """Who hands out the paper: the letterhead, and the handler named in the privacy notice (PIPL art. 17).

    Empty `privacy_contact` falls back to `phone`; empty `retention` to three years after the last dealing.
    The recipient is the one named in the consent to sharing (PIPL art. 23); empty leaves a line to write on.
    """

    company: str
    branch: str = ""
    address: str = ""
    phone: str = ""
    privacy_contact: str = ""
    retention: str = ""
    recipient: str = ""
    recipient_contact: str = ""
    logo: bytes | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class FormChoices:
    """The words beside the tick boxes, from the branch's own code lists; empty lists print the default
    ones.
    """

    kinds: tuple[str, ...] = ()
    genders: tuple[str, ...] = ()
    educations: tuple[str, ...] = ()
    incomes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Birthday:
    """A birth date as told: any part may be missing; `lunar` None when the calendar is not known."""

    lunar: bool | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    leap: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Consents:
    """What the customer said, one answer for each purpose; None leaves both boxes open for the pen."""

    service: bool | None = None
    marketing: bool | None = None
    sharing: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class RegistrationEntry:
    """One registration form LC-01; an entry with only a serial is a blank form.

    A `*_text` that is among the choices of its line ticks that box, any other is written out at the
    line's end. A company fills `company_name` to `fax`; `name` to `address` is then the person who came
    for it, if known.
    """

    serial: str
    registered_on: date | None = None
    received_at: str = ""
    receptionist: str = ""
    customer_number: str = ""
    kind_text: str = ""
    name: str = ""
    gender_text: str = ""
    mobile: str = ""
    other_phone: str = ""
    birthday: Birthday | None = None
    wechat: str = ""
    email: str = ""
    occupation: str = ""
    employer: str = ""
    education_text: str = ""
    income_text: str = ""
    region: str = ""
    address: str = ""
    postcode: str = ""
    company_name: str = ""
    uscc: str = ""
    legal_representative: str = ""
    industry: str = ""
    contact_name: str = ""
    contact_post: str = ""
    company_phone: str = ""
    fax: str = ""
    source_text: str = ""
    channel_text: str = ""
    campaign: str = ""
    class_text: str = ""
    level_text: str = ""
    product: str = ""
    budget_min: Decimal | None = None
    budget_max: Decimal | None = None
    purpose: str = ""
    expected_on: date | None = None
    competitor: str = ""
    vehicle_model: str = ""
    vehicle_plate: str = ""
    note: str = ""
    consents: Consents = field(default_factory=Consents)
    entered_by: str = ""
    entered_at: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class BlankBatch:
    """A numbered run of blank forms to be bound as a booklet and reconciled later."""

    number: str
    serials: tuple[str, ...]
    issued_on: date | None = None
    issued_by: str = ""
    issued_to: str = ""
    due_on: date | None = None
    edition: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PhoneLine:
    """One number of a card, written as people read it."""

    shown: str
    kind_text: str = ""
    label: str = ""
    is_main: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactPersonLine:
    """One person to talk to at a company."""

    name: str
    post: str = ""
    role_text: str = ""
    phone: str = ""
    email: str = ""
    birthday_text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class NeedLine:
    """What the customer looks for."""

    product: str = ""
    budget_min: Decimal | None = None
    budget_max: Decimal | None = None
    purpose: str = ""
    level_text: str = ""
    expected_on: date | None = None
    competitor: str = ""
    is_open: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class VehicleLine:
    """A car of the customer."""

    model: str = ""
    plate: str = ""
    vin: str = ""
    engine_no: str = ""
    bought_on: date | None = None
    mileage_km: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class ContactLine:
    """One entry of the contacts log; `at` is the branch's local time."""

    at: datetime
    way_text: str = ""
    by: str = ""
    matter: str = ""
    answer: str = ""
    result: str = ""
    next_step: str = ""
    attachments: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class ConsentLine:
    """One statement of consent or withdrawal; `at` is the branch's local time."""

    purpose_text: str
    given: bool
    at: datetime
    edition: str = ""
    evidence: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeLine:
    """One step of the field history; `at` is the branch's local time."""

    at: datetime
    field_text: str
    old: str = ""
    new: str = ""
    by: str = ""
    source_text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PersonPart:
    """What only a person's card holds."""

    gender_text: str = ""
    birthday_text: str = ""
    age: int | None = None
    occupation: str = ""
    education_text: str = ""
    income_text: str = ""
    employer: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CompanyPart:
    """What only a company's or a special party's card holds."""

    uscc: str = ""
    legal_representative: str = ""
    registered_capital: Decimal | None = None
    industry: str = ""
    business_scope: str = ""
    fax: str = ""
    special_kind_text: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dossier:
    """Everything on one card, to be printed as the customer dossier."""

    number: str
    name: str
    kind_text: str
    person: PersonPart | None = None
    company: CompanyPart | None = None
    name_pinyin: str = ""
    class_text: str = ""
    level_text: str = ""
    reception_level: str = ""
    source_text: str = ""
    channel_text: str = ""
    campaign: str = ""
    email: str = ""
    wechat: str = ""
    region: str = ""
    address: str = ""
    postcode: str = ""
    note: str = ""
    do_not_contact: bool = False
    completeness: int | None = None
    missing: tuple[str, ...] = ()
    created_at: datetime | None = None
    created_by: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""
    last_contact_at: datetime | None = None
    phones: tuple[PhoneLine, ...] = ()
    contact_people: tuple[ContactPersonLine, ...] = ()
    needs: tuple[NeedLine, ...] = ()
    vehicles: tuple[VehicleLine, ...] = ()
    contacts: tuple[ContactLine, ...] = ()
    consents: tuple[ConsentLine, ...] = ()
    history: tuple[ChangeLine, ...] = ()
    printed_at: datetime | None = None
    printed_by: str = ""
