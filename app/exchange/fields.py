"""What a column of a list can mean, and the words shops write above it."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import cache

from app.customers.reference import read_lines


class Field(StrEnum):
    """A meaning a column can have; several columns may mean `phone` or `note`, every other once."""

    NAME = "name"
    KIND = "kind"
    GENDER = "gender"
    BIRTHDAY = "birthday"
    PHONE = "phone"
    FAX = "fax"
    EMAIL = "email"
    WECHAT = "wechat"
    COMPANY = "company"
    OCCUPATION = "occupation"
    EDUCATION = "education"
    INCOME = "income"
    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    ADDRESS = "address"
    POSTCODE = "postcode"
    USCC = "uscc"
    LEGAL_REPRESENTATIVE = "legal_representative"
    REGISTERED_CAPITAL = "registered_capital"
    BUSINESS_SCOPE = "business_scope"
    INDUSTRY = "industry"
    CONTACT_NAME = "contact_name"
    CONTACT_POST = "contact_post"
    CONTACT_PHONE = "contact_phone"
    CUSTOMER_CLASS = "class"
    SOURCE = "source"
    CHANNEL = "channel"
    CAMPAIGN = "campaign"
    RECEPTION_LEVEL = "reception_level"
    INTENT_LEVEL = "intent_level"
    PRODUCT = "product"
    BUDGET = "budget"
    PURPOSE = "purpose"
    EXPECTED_ON = "expected_on"
    COMPETITOR = "competitor"
    PLATE = "plate"
    VIN = "vin"
    ENGINE_NO = "engine_no"
    VEHICLE_MODEL = "vehicle_model"
    BOUGHT_ON = "bought_on"
    MILEAGE = "mileage"
    NOTE = "note"
    CONTACT_TEXT = "contact_text"
    CONTACT_AUTHOR = "contact_author"
    CONTACT_DATE = "contact_date"


MANY = frozenset({Field.PHONE, Field.NOTE})

_BRACKETS = re.compile(r"[(\[【{<][^)\]】}>]*[)\]】}>]")
_IGNORED = re.compile(r"[\s*:：、。.,\-_/'\"#]+")
_TRAILING_NUMBER = re.compile(r"\d+$")


def bare(title: str) -> str:
    """A title without width, case, brackets, marks and spaces: `客户 手机(必填)：` becomes 客户手机."""
    text = _BRACKETS.sub("", unicodedata.normalize("NFKC", title).lower())
    return _IGNORED.sub("", text)


@cache
def _words() -> dict[str, Field]:
    """The words of real forms and of programs people move from, each with its meaning."""
    return {bare(word): Field(field) for field, words in _pairs("column_words.tsv") for word in words.split()}


@cache
def _parts() -> tuple[tuple[str, Field], ...]:
    """Parts of longer titles, the more telling first."""
    return tuple((part, Field(field)) for part, field in _pairs("column_parts.tsv"))


def _pairs(name: str) -> list[tuple[str, str]]:
    return [
        (left, right) for left, _, right in (line.partition("\t") for line in read_lines(f"lists/{name}"))
    ]


def field_for(title: str) -> tuple[Field, bool] | None:
    """The meaning of a column title, and whether it is certain (a whole word) or likely (a part)."""
    text = bare(title)
    for word in (text, _TRAILING_NUMBER.sub("", text)):
        if word in _words():
            return _words()[word], True
    if len(text) <= 16:
        for part, field in _parts():
            if part in text:
                return field, False
    return None
