"""Typed text to stored value and back, one check for every sort of field (B8)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from app.customers.cleaning import mend, mend_lines
from app.customers.fields import BIRTH_COLUMNS, Field, Value
from app.customers.numbers import (
    PartialDate,
    Phone,
    parse_amount,
    parse_birth_date,
    parse_day,
    parse_email,
    parse_phone,
    parse_plate,
    parse_postcode,
    parse_uscc,
    parse_vin,
    parse_wechat,
)
from app.errors import UserError
from db.models.customers import Gender, LeapPolicy

TAIL: Final = 8
TEXT_MOST: Final = 500
LONG_TEXT_MOST: Final = 20_000


def check(field: Field, given: object, *, today: date) -> object:
    """The value to store for what was typed or chosen; None for nothing.

    Raises UserError with the fact `field` naming the field at fault.
    """
    try:
        value = _checked(field, given, today)
    except UserError as error:
        raise UserError(error.code, **{**error.facts, "field": field.name}) from None
    if value is None and field.required:
        raise UserError("field-required", field=field.name)
    return value


def _checked(field: Field, given: object, today: date) -> object:
    if isinstance(given, str):
        given = mend_lines(given) if field.value is Value.LONG_TEXT else mend(given)
    if given is None or given == "":
        return None
    if isinstance(given, str):
        return _PARSERS[field.value](given, today)
    return given


def _text(given: str, _today: date) -> str:
    if len(given) > TEXT_MOST:
        raise UserError("text-too-long", found=len(given), most=TEXT_MOST)
    return given


def _long_text(given: str, _today: date) -> str:
    if len(given) > LONG_TEXT_MOST:
        raise UserError("text-too-long", found=len(given), most=LONG_TEXT_MOST)
    return given


def _gender(given: str, _today: date) -> Gender:
    known = {"男": Gender.MALE, "女": Gender.FEMALE, "m": Gender.MALE, "f": Gender.FEMALE}
    found = known.get(given.lower()) or next((g for g in Gender if g.value == given.lower()), None)
    if found is None:
        raise UserError("gender-unknown", given=given)
    return found


def _leap(given: str, _today: date) -> LeapPolicy:
    found = next((policy for policy in LeapPolicy if policy.value == given.lower()), None)
    if found is None:
        raise UserError("leap-policy-unknown", given=given)
    return found


def _whole(given: str, _today: date) -> int:
    digits = given.replace(",", "").removesuffix("km").removesuffix("公里").strip()
    if not digits.isascii() or not digits.isdigit() or len(digits) > 9:
        raise UserError("whole-number-wrong", given=given)
    return int(digits)


def _flag(given: str, _today: date) -> bool:
    return given.lower() in {"1", "true", "yes", "y", "是", "√"}


def _choice(given: str, _today: date) -> str:
    return given


_PARSERS: Final[Mapping[Value, Callable[[str, date], object]]] = {
    Value.NAME: _text,
    Value.TEXT: _text,
    Value.LONG_TEXT: _long_text,
    Value.CHOICE: _choice,
    Value.GENDER: _gender,
    Value.BIRTHDAY: lambda given, today: parse_birth_date(given, today=today),
    Value.LEAP: _leap,
    Value.DATE: lambda given, _today: parse_day(given),
    Value.MONEY: lambda given, _today: parse_amount(given),
    Value.WHOLE: _whole,
    Value.FLAG: _flag,
    Value.REGION: _choice,
    Value.POSTCODE: lambda given, _today: parse_postcode(given),
    Value.EMAIL: lambda given, _today: parse_email(given),
    Value.WECHAT: lambda given, _today: parse_wechat(given),
    Value.PHONE: lambda given, _today: parse_phone(given).shown,
    Value.USCC: lambda given, _today: parse_uscc(given),
    Value.VIN: lambda given, _today: parse_vin(given, imported=True),
    Value.PLATE: lambda given, _today: parse_plate(given).number,
}


def columns_of(field: Field, value: object) -> dict[str, object]:
    """The columns a checked value is stored in: a birthday fills five, a phone brings its digits along."""
    if field.value is Value.BIRTHDAY:
        return birth_columns(value if isinstance(value, PartialDate) else None)
    if field.value is Value.PHONE and isinstance(value, str):
        phone = parse_phone(value)
        if field.name == "shown":
            return phone_columns(phone)
        return {"phone_shown": phone.shown, "phone": phone.number}
    if field.name == "phone_shown":
        return {"phone_shown": None, "phone": None}
    return {field.name: value}


def phone_columns(phone: Phone) -> dict[str, object]:
    """The columns of a checked number; the last eight digits find the same line written otherwise."""
    return {
        "shown": phone.shown,
        "number": phone.number,
        "tail": phone.number[-TAIL:],
        "kind": phone.kind,
    }


def birth_columns(value: PartialDate | None) -> dict[str, object]:
    """The five columns of a birthday."""
    if value is None:
        return dict.fromkeys(BIRTH_COLUMNS)
    return {
        "birth_calendar": value.calendar,
        "birth_year": value.year,
        "birth_month": value.month,
        "birth_day": value.day,
        "birth_leap": value.leap,
    }
