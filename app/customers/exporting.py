"""B5: cards as a list for Excel, as CSV, or as vCards, in constant memory and nothing in it that would run."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from app.customers.cards import birthday
from app.customers.listing import list_ids
from app.customers.names import split_name
from app.customers.numbers import PartialDate
from app.customers.reference import read_lines
from app.customers.regions import full_name
from app.errors import UserError
from app.exchange.cells import Cell
from app.exchange.vcard_writing import VCard, write_vcards
from app.exchange.writing import write_table
from app.lists import all_choices
from app.work import Work
from db.models.access import Permission
from db.models.customers import (
    BirthCalendar,
    ContactPerson,
    Customer,
    CustomerKind,
    Gender,
    Need,
    Phone,
    PhoneKind,
    Vehicle,
)
from db.models.lists import ChoiceList

CHUNK: Final = 500
KINDS: Final = {
    "zh": {CustomerKind.PERSON: "个人", CustomerKind.COMPANY: "单位", CustomerKind.SPECIAL: "特殊往来单位"},
    "en": {
        CustomerKind.PERSON: "Person",
        CustomerKind.COMPANY: "Company",
        CustomerKind.SPECIAL: "Special party",
    },
}
GENDERS: Final = {
    "zh": {Gender.MALE: "男", Gender.FEMALE: "女", Gender.UNKNOWN: "未知"},
    "en": {Gender.MALE: "male", Gender.FEMALE: "female", Gender.UNKNOWN: ""},
}
_LISTS: Final = {
    "education": ChoiceList.EDUCATION,
    "income_band": ChoiceList.INCOME,
    "class_code": ChoiceList.CLASS,
    "source_code": ChoiceList.SOURCE,
    "channel_code": ChoiceList.CHANNEL,
    "reception_level": ChoiceList.RECEPTION,
    "intent_level": ChoiceList.INTENT,
    "purpose": ChoiceList.PURPOSE,
}
Told = Callable[[int, int], bool]
"""Told cards done and cards in all; answers whether to go on."""


def export_customers(
    work: Work,
    path: Path,
    ids: Sequence[UUID] | None = None,
    *,
    language: str = "zh",
    told: Told | None = None,
) -> int:
    """Write cards (all in reach when `ids` is None) to an .xlsx, .csv or .vcf; returns how many.

    The file appears when it is whole. Raises UserError `export-kind-unknown`, `export-cancelled`, `not-allowed`,
    `export-unwritable`.
    """
    work.require(Permission.EXPORT_CUSTOMERS)
    suffix = path.suffix.lower()
    if suffix not in (".xlsx", ".csv", ".vcf"):
        raise UserError("export-kind-unknown", given=path.suffix or path.name)
    keys = list_ids(work) if ids is None else ids
    part = path.with_name(f".{secrets.token_hex(6)}{suffix}")
    cards = _cards(work, keys, language, told)
    try:
        count = (
            write_vcards(part, (_vcard(card) for card in cards))
            if suffix == ".vcf"
            else write_table(part, titles(language), (_line(card) for card in cards), sheet="客户")
        )
        part.replace(path)
    except OSError as error:
        raise UserError("export-unwritable", file=str(path), reason=error.strerror or "") from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return count


def titles(language: str) -> list[str]:
    """The titles of an exported table; a list with them is understood again when it comes back."""
    return [title[1 if language == "en" else 0] for _name, *title in _columns()]


@cache
def _columns() -> list[list[str]]:
    return [line.split("\t") for line in read_lines("lists/export_columns.tsv")]


def _cards(work: Work, keys: Sequence[UUID], language: str, told: Told | None) -> Iterator[dict[str, Any]]:
    """Every card as one flat record of texts and values, in the order of the keys."""
    words = _words(work, language)
    for start in range(0, len(keys), CHUNK):
        if told is not None and not told(start, len(keys)):
            raise UserError("export-cancelled")
        part = keys[start : start + CHUNK]
        rows = {row["id"]: dict(row) for row in work.session.execute(_select(Customer, part)).mappings()}
        children = {model: _children(work, model, part) for model in (Phone, Vehicle, Need, ContactPerson)}
        for key in part:
            if key in rows:
                found = {model: by_card.get(key, []) for model, by_card in children.items()}
                yield _flat(rows[key], found, words, language)


def _select(model: Any, keys: Sequence[UUID]) -> Any:
    owner = model.id if model is Customer else model.customer_id
    return select(
        *(getattr(model, column.key) for column in model.__table__.columns if _is_ours(column.key))
    ).where(owner.in_(keys))


def _is_ours(name: str) -> bool:
    return not name.startswith("sync_")


def _children(work: Work, model: Any, keys: Sequence[UUID]) -> dict[UUID, list[Mapping[str, Any]]]:
    """Rows by card, the one to be shown first: main number, open need, latest car."""
    order = {
        Phone: (Phone.is_main.desc(), Phone.position, Phone.id),
        Need: (Need.is_open.desc(), Need.id.desc()),
        Vehicle: (Vehicle.id.desc(),),
        ContactPerson: (ContactPerson.position, ContactPerson.id),
    }[model]
    found: dict[UUID, list[Mapping[str, Any]]] = {}
    for row in work.session.execute(_select(model, keys).order_by(*order)).mappings():
        found.setdefault(row["customer_id"], []).append(dict(row))
    return found


def _words(work: Work, language: str) -> dict[str, dict[str, str]]:
    lists = all_choices(work)
    return {column: {one.code: one.text(language) for one in lists[name]} for column, name in _LISTS.items()}


def _flat(
    row: dict[str, Any],
    children: Mapping[Any, list[Mapping[str, Any]]],
    words: Mapping[str, Mapping[str, str]],
    language: str,
) -> dict[str, Any]:
    phones = children[Phone]
    need, vehicle, contact = (
        dict(children[model][0]) if children[model] else {} for model in (Need, Vehicle, ContactPerson)
    )
    flat = {**row}
    for name in ("product", "purpose", "intent_level", "expected_on", "competitor"):
        flat[name] = need.get(name)
    for name in ("plate", "vin", "model", "engine_no", "bought_on", "mileage_km"):
        flat[name] = vehicle.get(name)
    for column, texts in words.items():
        flat[column] = texts.get(flat[column], flat[column]) if flat[column] else None
    return flat | {
        "kind": KINDS[language][row["kind"]],
        "is_company": row["kind"] is not CustomerKind.PERSON,
        "gender": GENDERS[language].get(row["gender"]),
        "birthday": birthday(row),
        "birth": birthday_text(birthday(row)),
        "phones": tuple(one["shown"] for one in phones if one["kind"] is not PhoneKind.FAX),
        "phone": "/".join(one["shown"] for one in phones if one["kind"] is not PhoneKind.FAX),
        "fax": next((one["shown"] for one in phones if one["kind"] is PhoneKind.FAX), None),
        "region": full_name(row["region_code"]) if row["region_code"] else None,
        "budget": _range(need.get("budget_min"), need.get("budget_max")),
        "contact_name": contact.get("name"),
        "contact_post": contact.get("post"),
        "contact_phone": contact.get("phone_shown"),
        "created_at": row["created_at"].astimezone().date(),
    }


def _line(card: Mapping[str, Any]) -> list[Cell]:
    return [_cell(card[name]) for name, *_titles in _columns()]


def _cell(value: Any) -> Cell:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _range(low: Decimal | None, high: Decimal | None) -> str:
    """10-15万 as 100000-150000; equal bounds once; one bound as at least or at most."""
    texts = [f"{amount.normalize():f}" for amount in (low, high) if amount is not None]
    if low is not None and high is not None:
        return texts[0] if low == high else "-".join(texts)
    return f"{texts[0]}{'以上' if low is not None else '以内'}" if texts else ""


def birthday_text(born: PartialDate | None) -> str:
    """A birthday as lists write it and read it back: 1990-03-05, 03-05, 农历1990年闰5月1日."""
    if born is None:
        return ""
    if born.calendar is BirthCalendar.LUNAR:
        year = f"{born.year}年" if born.year else ""
        return f"农历{year}{'闰' if born.leap else ''}{born.month}月{born.day}日"
    return (
        f"{born.year:04d}-{born.month:02d}-{born.day:02d}"
        if born.year
        else f"{born.month:02d}-{born.day:02d}"
    )


def _vcard(card: Mapping[str, Any]) -> VCard:
    born: PartialDate | None = card["birthday"]
    solar = born is not None and born.calendar is BirthCalendar.SOLAR
    text = birthday_text(born) if solar else ""
    parts = split_name(card["name"])
    return VCard(
        name=card["name"],
        surname="" if card["is_company"] else parts.surname,
        given="" if card["is_company"] else parts.given,
        phones=card["phones"],
        fax=card["fax"] or "",
        email=card["email"] or "",
        company=card["company_name"] or "",
        post=card["occupation"] or "",
        address=f"{card['region'] or ''}{card['address'] or ''}",
        postcode=card["postcode"] or "",
        birthday=text if not text or len(text) == len("1990-03-05") else f"--{text}",
        wechat=card["wechat"] or "",
        note=card["note"] or "",
        is_company=card["is_company"],
    )
