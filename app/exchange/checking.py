"""Turns rows of a list into customers: mends what can be mended, names what cannot, drops nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.customers import numbers
from app.customers.cleaning import mend, mend_lines
from app.errors import UserError
from app.exchange import assembly
from app.exchange.cells import Cell, RawRow, cell_text, is_blank, is_scientific, lost_digits, restored
from app.exchange.choices import Choices
from app.exchange.fields import Field
from app.exchange.mapping import Column
from app.exchange.mapping import Mapping as ColumnMapping
from app.exchange.records import CheckedRow, Flaw, ListedCustomer, ListedPhone, RowState

NAME_CHARACTERS = 100
TEXT_CHARACTERS = 200
NOTE_CHARACTERS = 20_000
KEPT_CHARACTERS = 500
DAYS_TO_1904 = 1_462
# What people write for "nothing"; in a note or a name it may be meant.
_NOTHING = frozenset(
    ["无", "没有", "暂无", "未填", "不详", "未知", "空", "无电话", "无手机", "保密", "不便透露"]
)
_NOTHING |= {"-", "--", "---", "—", "——", "/", "//", "\\", ".", "。", "0", "n/a", "na", "null", "none", "nil"}
_TOTALS = re.compile(r"(?:本页|本月)?(?:合计|总计|小计|共计|总数)[:：]?.*|total:?", re.IGNORECASE)
_FOOT = re.compile(r"(?:制表|填表|审核|制单|打印|统计|导出)(?:人|日期|时间|单位)?[:：].*")
# A fault here refuses the row: these are what a customer is known and found by.
_STRICT = frozenset({Field.NAME, Field.PHONE, Field.CONTACT_PHONE, Field.USCC, Field.VIN, Field.PLATE})
_AMOUNTS = frozenset({Field.BUDGET, Field.REGISTERED_CAPITAL, Field.MILEAGE})
_LONG = frozenset({Field.NOTE, Field.CONTACT_TEXT, Field.BUSINESS_SCOPE})
_CHOSEN = frozenset(
    {
        Field.CUSTOMER_CLASS,
        Field.SOURCE,
        Field.CHANNEL,
        Field.RECEPTION_LEVEL,
        Field.INTENT_LEVEL,
        Field.PURPOSE,
        Field.EDUCATION,
        Field.INCOME,
    }
)
_GENDERS = {
    "男": "male",
    "先生": "male",
    "m": "male",
    "male": "male",
    "男性": "male",
    "mr": "male",
    "mr.": "male",
}
_GENDERS |= {
    "女": "female",
    "女士": "female",
    "小姐": "female",
    "f": "female",
    "female": "female",
    "女性": "female",
}
_GENDERS |= {
    "ms": "female",
    "mrs": "female",
    "ms.": "female",
    "mrs.": "female",
    "未知": "unknown",
    "保密": "unknown",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class CheckRules:
    """What checking must know: code lists, today, the branch's area code, the date system of the file."""

    today: date
    choices: Choices
    area_code: str = ""
    epoch_1904: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Checks:
    """All that turns rows into customers, to be handed to the reading child.

    `prepare` works texts out of a customer there that are wanted later; a function of a module.
    """

    mapping: ColumnMapping
    rules: CheckRules
    prepare: Callable[[ListedCustomer], tuple[str, ...]] | None = None


class RowChecker:
    """Checks rows of one list under one mapping."""

    def __init__(self, mapping: ColumnMapping, rules: CheckRules) -> None:
        self._mapping = mapping
        self._rules = rules
        self._columns = tuple(column for column in mapping.columns if column.field is not None)
        self._titles = tuple(column.title for column in mapping.columns)
        self._readers = _readers(rules)

    def check_all(self, rows: Iterable[RawRow]) -> Iterator[CheckedRow]:
        """Every data row checked; header, totals and repeated headers are passed over."""
        for row in rows:
            if row.number > self._mapping.header_row and not self._is_furniture(row):
                yield self.check(row)

    def check(self, row: RawRow) -> CheckedRow:
        """One row: ready, warned or rejected, with every flaw and not only the first."""
        found: dict[Field, Any] = {}
        flaws: list[Flaw] = []
        kept: list[str] = []
        for column in self._columns:
            cell = row.cells[column.index] if column.index < len(row.cells) else None
            if is_blank(cell) or column.field is None:
                continue
            try:
                self._read(column.field, cell, found)
            except UserError as error:
                fatal = column.field in _STRICT or error.code == "list-digits-lost"
                flaws.append(_flaw(column, error, fatal=fatal))
                if not fatal:
                    kept.append(f"{column.title}：{mend_lines(cell_text(cell))[:KEPT_CHARACTERS]}")
        if kept:
            found[Field.NOTE] = "\n".join(part for part in (found.get(Field.NOTE), *kept) if part)
        return self._outcome(row, found, flaws)

    def _outcome(self, row: RawRow, found: dict[Field, Any], flaws: list[Flaw]) -> CheckedRow:
        customer = None
        if not any(flaw.fatal for flaw in flaws):
            try:
                customer = assembly.assemble(found)
            except UserError as error:
                flaws.append(
                    Flaw(field=Field.NAME, column="", code=error.code, facts=error.facts, fatal=True)
                )
        if customer is not None and not _reachable(customer):
            flaws.append(
                Flaw(field=Field.PHONE, column="", code="list-unreachable", facts={"name": customer.name})
            )
        state = RowState.REJECTED if customer is None else RowState.WARNED if flaws else RowState.READY
        return CheckedRow(
            number=row.number, cells=row.cells, state=state, customer=customer, flaws=tuple(flaws)
        )

    def _read(self, field: Field, cell: Cell, found: dict[Field, Any]) -> None:
        if (
            field not in _LONG
            and isinstance(cell, str)
            and cell.strip().lower() in _NOTHING
            and field is not Field.NAME
        ):
            return
        if lost_digits(cell) and field not in _LONG and field not in _AMOUNTS:
            raise UserError("list-digits-lost", given=cell_text(cell))
        if isinstance(cell, str) and is_scientific(cell) and field not in _LONG:
            cell = restored(cell) or cell
        value = self._readers.get(field, _text)(cell)
        if field is Field.NOTE and found.get(field):
            value = f"{found[field]}\n{value}"
        if field is Field.PHONE:
            value = tuple(dict.fromkeys((*found.get(field, ()), *value)))
        if field in _CHOSEN:
            code = self._rules.choices.code(field, value)
            if code is None:
                raise UserError("list-choice-unknown", given=value)
            value = code
        if value not in ("", ()):
            found[field] = value

    def _is_furniture(self, row: RawRow) -> bool:
        """Total lines and headers repeated on every printed page are no customers."""
        places = [place for place, cell in enumerate(row.cells) if not is_blank(cell)]
        if not places:
            return True
        first = cell_text(row.cells[places[0]]).strip()
        if _TOTALS.fullmatch(first) or (len(places) <= 2 and _FOOT.fullmatch(first)):
            return True
        titles = self._titles
        return len(places) > 1 and all(
            place < len(titles) and cell_text(row.cells[place]).strip() == titles[place] for place in places
        )


def _reachable(customer: ListedCustomer) -> bool:
    return bool(customer.phones or {"wechat", "email", "address", "region_code"} & customer.fields.keys())


def _flaw(column: Column, error: UserError, *, fatal: bool) -> Flaw:
    return Flaw(field=column.field, column=column.title, code=error.code, facts=error.facts, fatal=fatal)


def _readers(rules: CheckRules) -> Mapping[Field, Callable[[Cell], Any]]:
    def day(cell: Cell) -> date:
        return numbers.parse_day(_serial(cell, rules.epoch_1904), excel_serial=True)

    def birthday(cell: Cell) -> numbers.PartialDate:
        return numbers.parse_birth_date(_serial(cell, rules.epoch_1904), today=rules.today, excel_serial=True)

    def phones(cell: Cell) -> tuple[ListedPhone, ...]:
        pieces = numbers.split_phones(cell) if isinstance(cell, str) else (cell,)
        return tuple(_phone(piece, rules.area_code) for piece in pieces)

    return {
        Field.NAME: _name,
        Field.GENDER: _gender,
        Field.BIRTHDAY: birthday,
        Field.PHONE: phones,
        Field.CONTACT_PHONE: phones,
        Field.FAX: lambda cell: _phone(cell, rules.area_code, kind="fax"),
        Field.EMAIL: numbers.parse_email,
        Field.WECHAT: numbers.parse_wechat,
        Field.POSTCODE: numbers.parse_postcode,
        Field.USCC: numbers.parse_uscc,
        Field.REGISTERED_CAPITAL: _capital,
        Field.BUDGET: numbers.parse_amount_range,
        Field.EXPECTED_ON: day,
        Field.PLATE: lambda cell: numbers.parse_plate(cell).number,
        Field.VIN: numbers.parse_vin,
        Field.BOUGHT_ON: day,
        Field.MILEAGE: _mileage,
        Field.CONTACT_DATE: day,
        Field.NOTE: _lines,
        Field.CONTACT_TEXT: _lines,
        Field.BUSINESS_SCOPE: _lines,
    }


def _serial(cell: Cell, epoch_1904: bool) -> Cell:
    """A day number of a workbook that counts from 1904 as one that counts from 1900."""
    if epoch_1904 and isinstance(cell, float) and 0 <= cell < 100_000:
        return float(int(cell) + DAYS_TO_1904)
    return float(int(cell)) if isinstance(cell, float) and 0 <= cell < 100_000 else cell


def _text(cell: Cell) -> str:
    return _bounded(mend(cell_text(cell)), TEXT_CHARACTERS)


def _lines(cell: Cell) -> str:
    return _bounded(mend_lines(cell_text(cell)), NOTE_CHARACTERS)


def _name(cell: Cell) -> str:
    """A name as written; one that holds no letter at all is refused."""
    if isinstance(cell, (bool, int, float)):
        raise UserError("list-name-is-number", given=cell_text(cell))
    text = _bounded(mend(cell_text(cell)), NAME_CHARACTERS)
    if text and not any(character.isalpha() for character in text):
        raise UserError("list-name-is-number", given=text)
    return assembly.joined_name(text)


def _bounded(text: str, most: int) -> str:
    if len(text) > most:
        raise UserError("list-text-too-long", given=text[:20] + "…", most=most, found=len(text))
    return text


def _gender(cell: Cell) -> str:
    text = mend(cell_text(cell)).lower()
    if text not in _GENDERS:
        raise UserError("list-gender-unknown", given=text)
    return _GENDERS[text]


def _phone(cell: Cell, area_code: str, *, kind: str | None = None) -> ListedPhone:
    phone = numbers.parse_phone(cell, area_code=area_code)
    return ListedPhone(kind=kind or phone.kind.value, number=phone.number, shown=phone.shown)


def _capital(cell: Cell) -> Decimal:
    return numbers.parse_amount(cell)


def _mileage(cell: Cell) -> int:
    text = re.sub(r"(?:km|公里|千米)$", "", mend(cell_text(cell)).lower().replace(",", "")).strip()
    times = 10_000 if text.endswith("万") else 1
    try:
        kilometres = float(text.removesuffix("万")) * times
    except ValueError:
        kilometres = -1.0
    if not 0 <= kilometres < 10_000_000:
        raise UserError("list-mileage-unclear", given=text)
    return round(kilometres)
