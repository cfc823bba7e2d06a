"""The fields of a card: where each is kept, what sort of value it holds and for whom it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from db.models.customers import CustomerKind
from db.models.lists import ChoiceList


class Value(StrEnum):
    """What sort of value a field holds; decides the check, the editor and the writing on paper."""

    NAME = "name"
    TEXT = "text"
    LONG_TEXT = "long-text"
    CHOICE = "choice"
    GENDER = "gender"
    BIRTHDAY = "birthday"
    LEAP = "leap"
    DATE = "date"
    MONEY = "money"
    WHOLE = "whole"
    FLAG = "flag"
    REGION = "region"
    POSTCODE = "postcode"
    EMAIL = "email"
    WECHAT = "wechat"
    PHONE = "phone"
    USCC = "uscc"
    VIN = "vin"
    PLATE = "plate"


class Part(StrEnum):
    """The table a field of the card lives in."""

    CUSTOMER = "customer"
    PHONE = "phone"
    PERSON = "contact_person"
    VEHICLE = "vehicle"
    NEED = "need"


PERSON: Final = frozenset({CustomerKind.PERSON})
FIRM: Final = frozenset({CustomerKind.COMPANY})
SPECIAL: Final = frozenset({CustomerKind.SPECIAL})
FIRMS: Final = FIRM | SPECIAL
ALL: Final = PERSON | FIRMS


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One field: `part` and `name` say where it is kept (a birthday fills five columns)."""

    part: Part
    name: str
    value: Value
    kinds: frozenset[CustomerKind] = ALL
    choices: ChoiceList | None = None
    required: bool = False


def _customer(
    name: str,
    value: Value,
    kinds: frozenset[CustomerKind] = ALL,
    choices: ChoiceList | None = None,
    *,
    required: bool = False,
) -> Field:
    return Field(part=Part.CUSTOMER, name=name, value=value, kinds=kinds, choices=choices, required=required)


def _child(part: Part, name: str, value: Value, choices: ChoiceList | None = None) -> Field:
    required = (part, name) in {(Part.PHONE, "shown"), (Part.PERSON, "name")}
    return Field(part=part, name=name, value=value, choices=choices, required=required)


FIELDS: Final = (
    _customer("name", Value.NAME, required=True),
    _customer("gender", Value.GENDER, PERSON),
    _customer("birth", Value.BIRTHDAY, PERSON),
    _customer("birth_leap_policy", Value.LEAP, PERSON),
    _customer("wechat", Value.WECHAT),
    _customer("email", Value.EMAIL),
    _customer("company_name", Value.TEXT, PERSON),
    _customer("occupation", Value.TEXT, PERSON),
    _customer("education", Value.CHOICE, PERSON, ChoiceList.EDUCATION),
    _customer("income_band", Value.CHOICE, PERSON, ChoiceList.INCOME),
    _customer("uscc", Value.USCC, FIRMS),
    _customer("company_type", Value.CHOICE, FIRM, ChoiceList.COMPANY_TYPE),
    _customer("special_kind", Value.CHOICE, SPECIAL, ChoiceList.SPECIAL),
    _customer("legal_representative", Value.TEXT, FIRMS),
    _customer("registered_capital", Value.MONEY, FIRMS),
    _customer("industry", Value.TEXT, FIRMS),
    _customer("business_scope", Value.LONG_TEXT, FIRMS),
    _customer("region_code", Value.REGION),
    _customer("address", Value.TEXT),
    _customer("postcode", Value.POSTCODE),
    _customer("class_code", Value.CHOICE, choices=ChoiceList.CLASS),
    _customer("reception_level", Value.CHOICE, choices=ChoiceList.RECEPTION),
    _customer("source_code", Value.CHOICE, choices=ChoiceList.SOURCE),
    _customer("channel_code", Value.CHOICE, choices=ChoiceList.CHANNEL),
    _customer("campaign", Value.TEXT),
    _customer("do_not_contact", Value.FLAG),
    _customer("note", Value.LONG_TEXT),
    _child(Part.PHONE, "shown", Value.PHONE),
    _child(Part.PHONE, "label", Value.TEXT),
    _child(Part.PHONE, "is_main", Value.FLAG),
    _child(Part.PERSON, "name", Value.NAME),
    _child(Part.PERSON, "post", Value.TEXT),
    _child(Part.PERSON, "decision_role", Value.CHOICE, ChoiceList.DECISION_ROLE),
    _child(Part.PERSON, "phone_shown", Value.PHONE),
    _child(Part.PERSON, "email", Value.EMAIL),
    _child(Part.PERSON, "wechat", Value.WECHAT),
    _child(Part.PERSON, "birth", Value.BIRTHDAY),
    _child(Part.PERSON, "birth_leap_policy", Value.LEAP),
    _child(Part.PERSON, "note", Value.LONG_TEXT),
    _child(Part.VEHICLE, "model", Value.TEXT),
    _child(Part.VEHICLE, "plate", Value.PLATE),
    _child(Part.VEHICLE, "vin", Value.VIN),
    _child(Part.VEHICLE, "engine_no", Value.TEXT),
    _child(Part.VEHICLE, "bought_on", Value.DATE),
    _child(Part.VEHICLE, "mileage_km", Value.WHOLE),
    _child(Part.NEED, "product", Value.TEXT),
    _child(Part.NEED, "intent_level", Value.CHOICE, ChoiceList.INTENT),
    _child(Part.NEED, "budget_min", Value.MONEY),
    _child(Part.NEED, "budget_max", Value.MONEY),
    _child(Part.NEED, "purpose", Value.CHOICE, ChoiceList.PURPOSE),
    _child(Part.NEED, "expected_on", Value.DATE),
    _child(Part.NEED, "competitor", Value.TEXT),
    _child(Part.NEED, "is_open", Value.FLAG),
    _child(Part.NEED, "lost_reason", Value.CHOICE, ChoiceList.LOST_REASON),
)

FIELD: Final = MappingProxyType({(field.part, field.name): field for field in FIELDS})

BIRTH_COLUMNS: Final = ("birth_calendar", "birth_year", "birth_month", "birth_day", "birth_leap")


def fields_of(part: Part, kind: CustomerKind | None = None) -> tuple[Field, ...]:
    """The fields of one part of a card, in the order they are asked, for one kind of customer or all."""
    return tuple(field for field in FIELDS if field.part is part and (kind is None or kind in field.kinds))
