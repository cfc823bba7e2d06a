"""Which column means what: guessed from titles and contents, corrected by a person, remembered."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.errors import UserError
from app.exchange.cells import Cell, RawRow, cell_text, is_blank
from app.exchange.error_columns import REASON_TITLES
from app.exchange.fields import MANY, Field, bare, field_for
from app.exchange.headers import Header

SAMPLE_VALUES = 200
SHARE = 0.7


@dataclass(frozen=True, kw_only=True, slots=True)
class Column:
    """One column of a list; `field` None: not taken over; `sure`: a guess worth no second look."""

    index: int
    title: str
    field: Field | None = None
    sure: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Mapping:
    """The meaning of all columns of one kind of list. `header_row` is 0 for a list without titles."""

    header_row: int
    columns: tuple[Column, ...]

    @property
    def signature(self) -> str:
        """Equal for lists with the same titles in the same order; a mapping is remembered under it."""
        titles = [bare(column.title) for column in self.columns if column.title not in REASON_TITLES]
        while titles and not titles[-1]:
            titles.pop()
        return hashlib.sha256(json.dumps(titles).encode()).hexdigest()[:32]

    def with_field(self, index: int, field: Field | None) -> Mapping:
        """The mapping after a person chose a meaning; a single field leaves the column it had."""

        def after(column: Column) -> Column:
            if column.index == index:
                return replace(column, field=field, sure=True)
            if field is not None and column.field is field and field not in MANY:
                return replace(column, field=None, sure=False)
            return column

        return replace(self, columns=tuple(after(column) for column in self.columns))

    def require_usable(self) -> None:
        """Raises UserError "list-mapping-needs-name" when no column can name a customer."""
        if not any(self.has(field) for field in (Field.NAME, Field.COMPANY, Field.CONTACT_NAME)):
            raise UserError("list-mapping-needs-name")

    def indexes(self, field: Field) -> tuple[int, ...]:
        return tuple(column.index for column in self.columns if column.field is field)

    def has(self, field: Field) -> bool:
        return any(column.field is field for column in self.columns)

    def remembered(self) -> str:
        """The choices as JSON text, to be kept under `signature`."""
        return json.dumps([column.field.value if column.field else None for column in self._own_columns()])

    def recalled(self, kept: str) -> Mapping:
        """This mapping with the kept choices of an earlier list; unchanged when they do not fit."""
        try:
            choices = [Field(value) if value else None for value in json.loads(kept)]
        except (ValueError, TypeError):
            return self
        own = self._own_columns()
        if len(choices) != len(own):
            return self
        chosen = {column.index: field for column, field in zip(own, choices, strict=True)}
        columns = (
            replace(column, field=chosen[column.index], sure=True) if column.index in chosen else column
            for column in self.columns
        )
        return replace(self, columns=tuple(columns))

    def _own_columns(self) -> list[Column]:
        return [column for column in self.columns if column.title not in REASON_TITLES]


def guess(header: Header, rows: Sequence[RawRow]) -> Mapping:
    """A mapping from the titles, then from the contents of columns whose titles say nothing."""
    data = [row for row in rows if row.number > header.row]
    columns = [_by_title(header, index) for index in range(len(header.titles))]
    columns = _once(columns)
    taken = {column.field for column in columns}
    for index, column in enumerate(columns):
        if column.field is not None or column.title in REASON_TITLES:
            continue
        found = _by_contents([row.cells[index] for row in data[:SAMPLE_VALUES] if index < len(row.cells)])
        if found is not None and (found not in taken or found in MANY):
            if header.row and found in (Field.NAME, Field.CONTACT_DATE):
                continue  # a titled column we do not know is rarely the name: it may be the salesman's
            columns[index] = replace(column, field=found)
            taken.add(found)
    return Mapping(header_row=header.row, columns=tuple(columns))


def _by_title(header: Header, index: int) -> Column:
    title, shown = header.titles[index], header.shown(index)
    if title in REASON_TITLES:
        return Column(index=index, title=title)
    found = field_for(header.groups[index] + title) if header.groups[index] else None
    if found is None or not found[1]:
        found = field_for(title) or found
    if found is None:
        return Column(index=index, title=shown)
    return Column(index=index, title=shown, field=found[0], sure=found[1])


def _once(columns: list[Column]) -> list[Column]:
    """Where two columns claim one field the surer, then the left one keeps it."""
    kept: dict[Field, int] = {}
    for column in sorted(columns, key=lambda one: not one.sure):
        if column.field is not None and column.field not in MANY:
            kept.setdefault(column.field, column.index)
    return [
        column
        if column.field is None or column.field in MANY or kept[column.field] == column.index
        else replace(column, field=None, sure=False)
        for column in columns
    ]


_PLATE = re.compile(
    r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使]\s*[A-Za-z]\W?[A-Za-z0-9]{4,6}[A-Za-z0-9挂学警港澳]?"
)
_NAME = re.compile(r"[\u3400-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff]{1,8}")
_PATTERNS: tuple[tuple[Field, Callable[[str], object]], ...] = (
    (
        Field.PHONE,
        re.compile(r"(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?:[/、,; ].*)?|0\d{2,3}[- ]?\d{7,8}").fullmatch,
    ),
    (Field.EMAIL, re.compile(r"[^@\s]+@[^@\s]+\.[A-Za-z]{2,}").fullmatch),
    (Field.USCC, re.compile(r"(?=.*[A-Z])[0-9A-HJ-NP-RTUW-Y]{2}\d{6}[0-9A-HJ-NP-RTUW-Y]{10}").fullmatch),
    (Field.VIN, re.compile(r"(?=.*\d)(?=.*[A-Z])[A-HJ-NPR-Z0-9]{17}", re.IGNORECASE).fullmatch),
    (Field.PLATE, _PLATE.fullmatch),
    (Field.GENDER, re.compile(r"男|女|男性|女性|先生|女士").fullmatch),
    (Field.COMPANY, re.compile(r".*(?:公司|集团|厂|合作社|事务所)").fullmatch),
    (Field.ADDRESS, re.compile(r".*(?:省|市|区|县).*(?:路|街|道|巷|号|村|镇|小区|栋).*").fullmatch),
    (Field.NAME, _NAME.fullmatch),
)


def _by_contents(values: Iterable[Cell]) -> Field | None:
    filled = [value for value in values if not is_blank(value)]
    if len(filled) < 2:
        return None
    if sum(isinstance(value, date) for value in filled) >= SHARE * len(filled):
        return Field.CONTACT_DATE
    texts = [cell_text(value).strip() for value in filled]
    for field, matches in _PATTERNS:
        if sum(matches(text) is not None for text in texts) >= SHARE * len(texts):
            return field
    return None
