"""Puts the checked cells of one row together to one customer: person, company, or special party."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Any

from app.customers.addresses import ParsedAddress, parse_address
from app.customers.companies import mend_company_name
from app.errors import UserError
from app.exchange.fields import Field
from app.exchange.records import (
    ListedContact,
    ListedCustomer,
    ListedEntry,
    ListedNeed,
    ListedPhone,
    ListedVehicle,
)

_COMPANY = re.compile(
    r".*(?:公司|集团|合作社|事务所|经营部|商行|门市部|工作室|研究院|研究所|医院|银行|学校|大学|幼儿园|委员会|有限合伙"
    r"|[^\u4e00-\u9fff](?:co\.?,? ?ltd|inc|llc|gmbh)\.?)|.{3,}(?:厂|店|局|部|中心)",
    re.IGNORECASE,
)
_KINDS = (
    (re.compile(r"单位|公司|企业|机构|company|终端用户|经销|供应", re.IGNORECASE), "company"),
    (re.compile(r"个人|私人|自然人|person|individual", re.IGNORECASE), "person"),
    (re.compile(r"特殊|special|律师|财务顾问|广告|公关|银行|保险|融资", re.IGNORECASE), "special"),
)
_FIGURE = re.compile(r"\d")
_HAN_SPACED = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")
# The columns of the card that take a text or amount as it is.
_PLAIN = {
    Field.GENDER: "gender",
    Field.EMAIL: "email",
    Field.WECHAT: "wechat",
    Field.OCCUPATION: "occupation",
    Field.EDUCATION: "education",
    Field.INCOME: "income_band",
    Field.POSTCODE: "postcode",
    Field.USCC: "uscc",
    Field.LEGAL_REPRESENTATIVE: "legal_representative",
    Field.REGISTERED_CAPITAL: "registered_capital",
    Field.BUSINESS_SCOPE: "business_scope",
    Field.INDUSTRY: "industry",
    Field.CUSTOMER_CLASS: "class_code",
    Field.SOURCE: "source_code",
    Field.CHANNEL: "channel_code",
    Field.CAMPAIGN: "campaign",
    Field.RECEPTION_LEVEL: "reception_level",
    Field.NOTE: "note",
}
Found = Mapping[Field, Any]


def joined_name(text: str) -> str:
    """Spaces inside a short Chinese name only align columns on paper: 张　三 is 张三."""
    return _HAN_SPACED.sub("", text) if len(text) <= 8 else text


def is_company_name(text: str) -> bool:
    """Whether a name can only be that of an organisation."""
    return _COMPANY.fullmatch(text) is not None


def assemble(found: Found) -> ListedCustomer:
    """The customer of a row. Raises UserError "list-name-missing" when nobody is named."""
    kind, name, company = _identity(found)
    fields: dict[str, str | Decimal] = {
        column: found[field] for field, column in _PLAIN.items() if field in found
    }
    contact = _contact(found, kind)
    if kind == "person" and company:
        fields["company_name"] = company
    if kind != "person":
        for unfit in ("gender", "education", "income_band", "occupation"):
            fields.pop(unfit, None)
    fields |= _place(_address(found))
    return ListedCustomer(
        kind=kind,
        name=name,
        phones=_phones(found),
        birth=found.get(Field.BIRTHDAY) if kind == "person" else None,
        fields=fields,
        vehicle=_vehicle(found),
        need=_need(found),
        contact=contact,
        entry=_entry(found),
    )


def _identity(found: Found) -> tuple[str, str, str]:
    """Kind, name, and the employer of a person; a card without name takes that of the company column."""
    name, company = found.get(Field.NAME, ""), found.get(Field.COMPANY, "")
    told = next((kind for pattern, kind in _KINDS if pattern.search(found.get(Field.KIND, ""))), None)
    if not name and not company:
        name = found.get(Field.CONTACT_NAME, "")
    if not name and not company:
        raise UserError("list-name-missing")
    if told is None:
        told = "company" if not name or is_company_name(name) else "person"
    if told == "person":
        return told, name or found.get(Field.CONTACT_NAME) or company, mend_company_name(company)
    return told, mend_company_name(company if company and not is_company_name(name) else name or company), ""


def _contact(found: Found, kind: str) -> ListedContact | None:
    """Whom to talk to: the contact columns, or the person named beside a company."""
    name = found.get(Field.CONTACT_NAME, "")
    if not name and kind != "person" and found.get(Field.COMPANY):
        beside = found.get(Field.NAME, "")
        name = "" if is_company_name(beside) else beside
    if not name or name == found.get(Field.NAME) == found.get(Field.COMPANY):
        return None
    if kind == "person" and not found.get(Field.NAME):
        return None
    post = found.get(Field.CONTACT_POST) or (found.get(Field.OCCUPATION) if kind != "person" else None)
    phones: tuple[ListedPhone, ...] = found.get(Field.CONTACT_PHONE, ())
    return ListedContact(name=name, post=post, phone=phones[0] if phones else None)


def _phones(found: Found) -> tuple[ListedPhone, ...]:
    phones: dict[str, ListedPhone] = {}
    fax = (found[Field.FAX],) if Field.FAX in found else ()
    for phone in (*found.get(Field.PHONE, ()), *found.get(Field.CONTACT_PHONE, ()), *fax):
        phones.setdefault(phone.number, phone)
    return tuple(phones.values())


def _address(found: Found) -> str:
    """Province, city and district columns before the address, unless it already begins with them."""
    address: str = found.get(Field.ADDRESS, "")
    for field in (Field.DISTRICT, Field.CITY, Field.PROVINCE):
        part = found.get(field, "")
        if part and part not in address:
            address = part + address
    return address


def _place(address: str) -> dict[str, str]:
    """Region code and the rest of an address; one whose region is not understood stays whole."""
    if not address:
        return {}
    figure = _FIGURE.search(address)
    head, tail = (address[: figure.start()], address[figure.start() :]) if figure else (address, "")
    parsed = _parsed(head)
    if parsed.region_code is None:
        return {"address": address}
    gap = " " if parsed.rest and head.endswith(" ") else ""
    rest = f"{parsed.rest}{gap}{tail}" if parsed.rest else tail
    return {"region_code": parsed.region_code} | ({"address": rest} if rest else {})


@lru_cache(maxsize=20_000)
def _parsed(head: str) -> ParsedAddress:
    """An address up to its first figure: no region has one in its name, and neighbours share what is before."""
    return parse_address(head)


def _vehicle(found: Found) -> ListedVehicle | None:
    vehicle = ListedVehicle(
        plate=found.get(Field.PLATE),
        vin=found.get(Field.VIN),
        model=found.get(Field.VEHICLE_MODEL),
        engine_no=found.get(Field.ENGINE_NO),
        bought_on=found.get(Field.BOUGHT_ON),
        mileage_km=found.get(Field.MILEAGE),
    )
    return vehicle if vehicle != ListedVehicle() else None


def _need(found: Found) -> ListedNeed | None:
    low, high = found.get(Field.BUDGET, (None, None))
    need = ListedNeed(
        product=found.get(Field.PRODUCT),
        budget_min=low,
        budget_max=high,
        purpose=found.get(Field.PURPOSE),
        intent_level=found.get(Field.INTENT_LEVEL),
        expected_on=found.get(Field.EXPECTED_ON),
        competitor=found.get(Field.COMPETITOR),
    )
    return need if need != ListedNeed() else None


def _entry(found: Found) -> ListedEntry | None:
    """A talk written in the list; a note counts as one when the list says who wrote it or when."""
    author, day = found.get(Field.CONTACT_AUTHOR), found.get(Field.CONTACT_DATE)
    text = found.get(Field.CONTACT_TEXT) or (found.get(Field.NOTE) if author or day else None)
    return ListedEntry(text=text, author=author, day=day) if text else None
