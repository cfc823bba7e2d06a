"""The customer card: person, company or special party, and everything that hangs on it."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import ForeignKey, Index, LargeBinary, false, text, true
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.mixins import BranchRow


class CustomerKind(StrEnum):
    """A1: what sort of party a card describes."""

    PERSON = "person"
    COMPANY = "company"
    SPECIAL = "special"


class Gender(StrEnum):
    """As stated by the customer."""

    MALE = "male"
    FEMALE = "female"
    UNKNOWN = "unknown"


class BirthCalendar(StrEnum):
    """The calendar a birthday is kept in."""

    SOLAR = "solar"
    LUNAR = "lunar"


class LeapPolicy(StrEnum):
    """When a lunar birthday is kept in a year whose month comes twice: in the first, in the leap one, or in both."""

    FIRST = "first"
    LEAP = "leap"
    BOTH = "both"


class PhoneKind(StrEnum):
    """What sort of line a number is."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    SERVICE = "service"
    FAX = "fax"
    INTERNATIONAL = "international"


class ContactWay(StrEnum):
    """A10: how a contact took place."""

    COUNTER = "counter"
    CALL = "call"
    VISIT = "visit"
    WECHAT = "wechat"
    SMS = "sms"
    EMAIL = "email"
    LETTER = "letter"
    FAX = "fax"
    ONLINE = "online"
    FORM_PRINTED = "form-printed"
    NOTE = "note"


class OriginKind(StrEnum):
    """A6: what a value came from."""

    COUNTER = "counter"
    FORM = "form"
    CALL = "call"
    IMPORT = "import"
    EXHIBITION = "exhibition"
    COMMAND = "command"
    SAMPLE = "sample"


class ConsentPurpose(StrEnum):
    """What a customer may agree to, each apart (Personal Information Protection Law, art. 14, 23)."""

    SERVICE = "service"
    MARKETING = "marketing"
    SHARING = "sharing"


def live_index(name: str, *columns: str) -> Index:
    """An index over the cards that are not marked deleted: lists are read from it without the table.

    SQLite wants to see `deleted_at` in the index as well before it leaves the table alone.
    """
    live = text("deleted_at IS NULL")
    return Index(name, *columns, "deleted_at", sqlite_where=live, postgresql_where=live)


class Origin(BranchRow, Base):
    """A source values were entered from: this counter, a paper form, a call, an import file."""

    __tablename__ = "origin"
    __table_args__ = (
        Index("ix_origin_branch_kind_reference", "branch_id", "kind", "reference"),
        {"sqlite_strict": True},
    )

    kind: Mapped[OriginKind]
    reference: Mapped[str | None]
    device_id: Mapped[UUID | None]


def _uncontacted_index() -> Index:
    """An index over the cards nobody was spoken to about since they were registered, and all a rule asks of them."""
    of = text("deleted_at IS NULL AND (last_contact_at IS NULL OR last_contact_at <= created_at)")
    columns = ("branch_id", "created_at", "id", "created_from", *_OWNERS, *_LAST)
    return Index("ix_customer_branch_uncontacted", *columns, sqlite_where=of, postgresql_where=of)


_OWNERS: Final = ("owner_id", "second_owner_id")
_LAST: Final = ("do_not_contact", "last_contact_at", "deleted_at")
_CONTACT: Final = ("last_contact_at", "created_at", "id", "do_not_contact")


class Customer(BranchRow, Base):
    """A card (客户卡)."""

    __tablename__ = "customer"
    __table_args__ = (
        live_index("ix_customer_branch_last_contact", "branch_id", "last_contact_at", "id"),
        live_index("ix_customer_branch_name", "branch_id", "name_pinyin", "id"),
        live_index("ix_customer_branch_created", "branch_id", "created_at", "id"),
        live_index("ix_customer_branch_number", "branch_id", "number", "id"),
        # Due contacts are read from these two, rule by rule: class, or owner and class, then the oldest last contact
        # first; who was never contacted is counted from the registration.
        live_index("ix_customer_branch_class_contact", "branch_id", "class_code", *_CONTACT, *_OWNERS),
        live_index(
            "ix_customer_branch_owner_contact",
            "branch_id",
            "owner_id",
            "class_code",
            *_CONTACT,
            "second_owner_id",
        ),
        live_index(
            "ix_customer_branch_birthday", "branch_id", "birth_calendar", "birth_month", "birth_day", "id"
        ),
        live_index("ix_customer_branch_second", "branch_id", "second_owner_id", "id"),
        _uncontacted_index(),
        live_index("ix_customer_branch_campaign", "branch_id", "campaign", "id"),
        {"sqlite_strict": True},
    )
    keeps_history = True

    number: Mapped[str] = mapped_column(index=True)
    kind: Mapped[CustomerKind]
    name: Mapped[str]
    name_pinyin: Mapped[str] = mapped_column(default="", server_default="", index=True)
    gender: Mapped[Gender | None]
    birth_calendar: Mapped[BirthCalendar | None]
    birth_year: Mapped[int | None]
    birth_month: Mapped[int | None]
    birth_day: Mapped[int | None]
    birth_leap: Mapped[bool | None]
    birth_leap_policy: Mapped[LeapPolicy | None]
    email: Mapped[str | None]
    wechat: Mapped[str | None] = mapped_column(index=True)
    occupation: Mapped[str | None]
    education: Mapped[str | None]
    income_band: Mapped[str | None]
    company_name: Mapped[str | None]
    region_code: Mapped[str | None]
    address: Mapped[str | None]
    postcode: Mapped[str | None]
    uscc: Mapped[str | None] = mapped_column(index=True)
    legal_representative: Mapped[str | None]
    registered_capital: Mapped[Decimal | None]
    business_scope: Mapped[str | None]
    industry: Mapped[str | None]
    company_type: Mapped[str | None]
    special_kind: Mapped[str | None]
    class_code: Mapped[str | None]
    source_code: Mapped[str | None]
    channel_code: Mapped[str | None]
    campaign: Mapped[str | None]
    reception_level: Mapped[str | None]
    note: Mapped[str | None]
    do_not_contact: Mapped[bool] = mapped_column(default=False, server_default=false())
    owner_id: Mapped[UUID | None]
    second_owner_id: Mapped[UUID | None]
    last_contact_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1, server_default="1", sort_order=89)

    __mapper_args__ = {"version_id_col": version, "eager_defaults": False}


class Phone(BranchRow, Base):
    """A number of a card: `number` is its digits, `tail` the last eight of them, `shown` what people read."""

    __tablename__ = "phone"
    keeps_history = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    kind: Mapped[PhoneKind]
    number: Mapped[str] = mapped_column(index=True)
    tail: Mapped[str] = mapped_column(default="", server_default="", index=True)
    shown: Mapped[str]
    label: Mapped[str | None]
    is_main: Mapped[bool] = mapped_column(default=False, server_default=false())
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class ContactPerson(BranchRow, Base):
    """Somebody to talk to at a company (A3)."""

    __tablename__ = "contact_person"
    __table_args__ = (
        live_index(
            "ix_contact_person_branch_birthday",
            "branch_id",
            "birth_calendar",
            "birth_month",
            "birth_day",
            "id",
        ),
        {"sqlite_strict": True},
    )
    keeps_history = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    name: Mapped[str]
    post: Mapped[str | None]
    decision_role: Mapped[str | None]
    phone: Mapped[str | None] = mapped_column(index=True)
    phone_shown: Mapped[str | None]
    email: Mapped[str | None]
    wechat: Mapped[str | None]
    birth_calendar: Mapped[BirthCalendar | None]
    birth_year: Mapped[int | None]
    birth_month: Mapped[int | None]
    birth_day: Mapped[int | None]
    birth_leap: Mapped[bool | None]
    birth_leap_policy: Mapped[LeapPolicy | None]
    note: Mapped[str | None]
    position: Mapped[int] = mapped_column(default=0, server_default="0")


class Vehicle(BranchRow, Base):
    """A car of the customer (A8); `service_due_on` is worked out anew from services and readings as they come."""

    __tablename__ = "vehicle"
    __table_args__ = (
        live_index("ix_vehicle_branch_service_due", "branch_id", "service_due_on", "id"),
        {"sqlite_strict": True},
    )
    keeps_history = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    model: Mapped[str | None]
    plate: Mapped[str | None] = mapped_column(index=True)
    vin: Mapped[str | None] = mapped_column(index=True)
    engine_no: Mapped[str | None]
    bought_on: Mapped[date | None]
    mileage_km: Mapped[int | None]
    service_months: Mapped[int | None]
    service_km: Mapped[int | None]
    service_due_on: Mapped[date | None]


class Need(BranchRow, Base):
    """What a customer wants to buy (A7)."""

    __tablename__ = "need"
    __table_args__ = (
        live_index("ix_need_customer_intent", "customer_id", "is_open", "intent_level"),
        live_index("ix_need_branch_intent", "branch_id", "is_open", "intent_level", "customer_id"),
        live_index("ix_need_branch_expected", "branch_id", "is_open", "expected_on", "customer_id"),
        {"sqlite_strict": True},
    )
    keeps_history = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    product: Mapped[str | None]
    budget_min: Mapped[Decimal | None]
    budget_max: Mapped[Decimal | None]
    purpose: Mapped[str | None]
    intent_level: Mapped[str | None]
    expected_on: Mapped[date | None]
    competitor: Mapped[str | None]
    is_open: Mapped[bool] = mapped_column(default=True, server_default=true())
    lost_reason: Mapped[str | None]
    lost_on: Mapped[date | None]


class ContactEntry(BranchRow, Base):
    """One line of the contacts log (A10); a mistake is answered by a later entry that replaces it.

    `outcome` is a code of the list of outcomes; `minutes` is how long a call or talk took.
    """

    __tablename__ = "contact_entry"
    __table_args__ = (
        Index("ix_contact_entry_customer_at", "customer_id", "happened_at"),
        {"sqlite_strict": True},
    )
    append_only = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"))
    way: Mapped[ContactWay]
    happened_at: Mapped[datetime]
    by_name: Mapped[str | None]
    matter: Mapped[str]
    answer: Mapped[str | None]
    result: Mapped[str | None]
    next_step: Mapped[str | None]
    outcome: Mapped[str | None]
    is_incoming: Mapped[bool | None]
    minutes: Mapped[int | None]
    replaces_id: Mapped[UUID | None]


class Consent(BranchRow, Base):
    """A consent given or withdrawn, never overwritten (art. 15: withdrawal as easy as giving)."""

    __tablename__ = "consent"
    append_only = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    purpose: Mapped[ConsentPurpose]
    given: Mapped[bool]
    edition: Mapped[str]
    happened_at: Mapped[datetime]
    way: Mapped[str | None]


class Attachment(BranchRow, Base):
    """A scan or photo on a card or on a log entry; the content is kept once by its SHA-256."""

    __tablename__ = "attachment"
    append_only = True

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    entry_id: Mapped[UUID | None] = mapped_column(ForeignKey("contact_entry.id"))
    sha256: Mapped[str]
    file_name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]


class AttachmentContent(Base):
    """The bytes of an attachment; travels by hash after the rows, so it carries no stamps."""

    __tablename__ = "attachment_content"
    __table_args__ = {"sqlite_strict": True}

    sha256: Mapped[str] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary())


class FieldHistory(BranchRow, Base):
    """A6: one changed field with both values; written by triggers so that no path can forget it."""

    __tablename__ = "field_history"
    __table_args__ = (
        Index("ix_field_history_customer", "customer_id", "happened_at"),
        Index("ix_field_history_origin", "origin_id"),
        {"sqlite_strict": True},
    )
    append_only = True

    customer_id: Mapped[UUID]
    row_table: Mapped[str]
    row_id: Mapped[UUID]
    field: Mapped[str]
    old_value: Mapped[str | None]
    new_value: Mapped[str | None]
    happened_at: Mapped[datetime]
    account_id: Mapped[UUID | None]
    origin_id: Mapped[UUID | None]
    stamp: Mapped[str]
