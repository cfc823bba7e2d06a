"""The fields of the registration page: five to type, the rest defaulted and within reach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QCoreApplication

from app.customers.addresses import ParsedAddress, parse_address
from app.customers.fields import FIELD, Part
from app.customers.numbers import PartialDate, parse_amount_range, parse_phone
from app.customers.regions import full_name
from app.customers.values import check
from app.errors import UserError
from app.lists import ChoiceRecord
from app.registration.naming import NameRead, read_name
from app.states import ChoiceList, Gender
from ui.customers.labels import field_label
from ui.customers.showing import birthday_text, plain_text
from ui.customers.slots import local_today
from ui.i18n import spoken
from ui.labels import label
from ui.theme import font
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.field import Field
from ui.widgets.line import LineField, TextField
from ui.widgets.typed import money_text

translate = QCoreApplication.translate
Budget = tuple[Decimal | None, Decimal | None]
Lists = Mapping[ChoiceList, Sequence[ChoiceRecord]]

NEED_FIELDS = ("product", "intent_level", "expected_on")
VEHICLE_FIELDS = ("plate",)
CARD_FIELDS = (
    "wechat", "birth", "occupation", "uscc", "legal_representative",
    "source_code", "channel_code", "class_code", "campaign",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """A field whose choices are rows of the database."""

    name: str
    list: ChoiceList
    default: str | None = None


LISTED = (
    Listed(name="intent_level", list=ChoiceList.INTENT),
    Listed(name="source_code", list=ChoiceList.SOURCE, default="walk-in"),
    Listed(name="channel_code", list=ChoiceList.CHANNEL, default="branch"),
    Listed(name="class_code", list=ChoiceList.CLASS, default="potential"),
)


def phone_field() -> LineField[str]:
    """The first field, in large figures."""
    field = LineField(
        "phone", translate("registration", "Phone"), parse=lambda typed: parse_phone(typed).shown, hint=" "
    )
    field.edit.setFont(font(20, bold=True))
    field.edit.setMinimumHeight(44)
    return field


def name_field() -> LineField[str]:
    """A person's name, with or without title."""
    return LineField(
        "name",
        translate("registration", "Name"),
        parse=lambda typed: read_name(typed).name,
        required=True,
        hint=translate("registration", "王女士 and 李经理 will do; the title tells the sex"),
    )


def company_field() -> TextField:
    """A company's name."""
    return TextField("company", translate("registration", "Company name"), required=True, limit=120)


def contact_field() -> LineField[str]:
    """Who came on behalf of the company."""
    return LineField(
        "contact", translate("registration", "Contact person"), parse=lambda typed: read_name(typed).name
    )


def gender_field() -> ChoiceField[Gender]:
    """Proposed by the title; one key to change."""
    keys = {Gender.MALE: "m", Gender.FEMALE: "f"}
    choices = [Choice(value=gender, text=label(gender), key=key) for gender, key in keys.items()]
    return ChoiceField("gender", field_label(Part.CUSTOMER, "gender"), choices, as_row=True)


def known_line(part: Part, name: str) -> LineField[Any]:
    """A line of the card, read by the card's own check."""
    known = FIELD[(part, name)]
    return LineField(
        name,
        field_label(part, name),
        parse=lambda typed: check(known, typed, today=local_today()),
        show=_shown,
    )


def listed_field(name: str, part: Part) -> ChoiceField[str]:
    """One of a code list; the choices come with the first reading."""
    is_row = name == "intent_level"
    return ChoiceField(name, field_label(part, name), [], as_row=is_row, empty=None if not is_row else "")


def budget_field() -> LineField[Budget]:
    """10-15万 in one line."""
    return LineField(
        "budget",
        translate("registration", "Budget"),
        parse=parse_amount_range,
        show=_budget_text,
        placeholder="10-15万",
    )


def address_field() -> LineField[str]:
    """The whole address in one line; the region in it is recognised."""
    return LineField("address", field_label(Part.CUSTOMER, "address"), parse=str)


def region_hint(text: str) -> str:
    """The region an address names, in words."""
    found: ParsedAddress = parse_address(text)
    return full_name(found.region_code) if found.region_code else ""


def offer(field: Field[Any], entries: Sequence[ChoiceRecord], language: str) -> None:
    """Fill a field with the active entries of its list; H 7天内 shows its letter as the key."""
    if isinstance(field, ChoiceField):
        field.set_choices([_choice(entry.code, entry.text(language)) for entry in entries if entry.active])


def said_of_name(text: str) -> NameRead | None:
    """What a typed name tells, or None while it is not one yet."""
    try:
        return read_name(text)
    except UserError:
        return None


def _choice(code: str, text: str) -> Choice[str]:
    if text.startswith(f"{code} ") and len(code) == 1:
        return Choice(value=code, text=text.removeprefix(f"{code} "), key=code.lower())
    return Choice(value=code, text=text)


def _shown(value: object) -> str:
    return birthday_text(value, spoken()) if isinstance(value, PartialDate) else plain_text(value)


def _budget_text(value: Budget) -> str:
    low, high = value
    if low == high and low is not None:
        return money_text(low)
    if low is None or high is None:
        return f"{money_text(high)}以内" if high is not None else f"{money_text(low or Decimal(0))}以上"
    return f"{money_text(low)}-{money_text(high)}"
