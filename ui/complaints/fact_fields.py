"""Fields for what a move states, made from the sort of each fact."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from itertools import pairwise
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.complaints.facts import FACTS, Fact, FactSort, Verdict
from app.complaints.records import TicketCard
from app.customers.values import LONG_TEXT_MOST
from app.states import ChoiceList, ContactWay
from ui.complaints.words import LISTS, Words, fact_name
from ui.customers.slots import local_today
from ui.followups.visit_fields import moment_reader, moment_shower, read_visit_day
from ui.labels import label
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.line import LineField, MoneyField, TextField
from ui.widgets.note import NoteField
from ui.widgets.surface import button, tool

ROWS_MOST = 30


def field_for(name: str, card: TicketCard, words: Words, *, required: bool) -> Field[Any]:
    """The field of a fact by its sort; a name the program does not know is asked for as text."""
    fact = FACTS.get(name, Fact(name=name, sort=FactSort.LONG))
    text = fact_name(name)
    match fact.sort:
        case FactSort.TEXT:
            return TextField(name, text, required=required)
        case FactSort.CODE if fact.of is not None:
            return _codes(name, fact.of, words, required=required)
        case FactSort.VERDICT:
            verdicts = [Choice[object](value=member.value, text=label(member)) for member in Verdict]
            return ChoiceField(name, text, verdicts, as_row=True, required=required)
        case FactSort.WAY:
            ways = [Choice[object](value=member.value, text=label(member)) for member in ContactWay]
            return ChoiceField(name, text, ways, as_row=False, required=required, empty="")
        case FactSort.ACCOUNT:
            return _people(name, text, words, required=required)
        case FactSort.MOMENT:
            read, show = moment_reader(local_today), moment_shower(local_today)
            return LineField(name, text, parse=read, show=show, required=required)
        case FactSort.MONEY:
            return MoneyField(name, text, required=required)
        case FactSort.MEASURES:
            return MeasuresField(name, text, words, required=required)
        case FactSort.AMENDED:
            return AmendedField(name, text, card, words)
    return NoteField(name, text, limit=LONG_TEXT_MOST, required=required)


def first_values(card: TicketCard) -> dict[str, object]:
    """What a form begins with: the present moment, and what the ticket says already."""
    line = card.line
    return {
        "moment": datetime.now().astimezone().replace(second=0, microsecond=0),
        "how": ContactWay.CALL.value,
        "department": line.department_code or None,
        "handler": line.handler_id,
        "cost": None,
        "cost_spent": card.cost,
        "amended": {},
    }


def _codes(name: str, of: ChoiceList, words: Words, *, required: bool) -> ChoiceField[object]:
    offered = [
        Choice[object](value=entry.code, text=entry.text(words.language))
        for entry in words.choices.get(of, ())
        if entry.active
    ]
    return ChoiceField(name, fact_name(name), offered, as_row=False, required=required, empty="")


def _people(name: str, text: str, words: Words, *, required: bool = False) -> ChoiceField[object]:
    people = [Choice[object](value=one.id, text=one.name) for one in words.people]
    return ChoiceField(name, text, people, as_row=False, required=required, empty="")


def _day_field(name: str, text: str) -> DateField[date]:
    return DateField(
        name,
        text,
        parse=read_visit_day,
        show=lambda day: day.isoformat(),
        to_date=lambda day: day,
        from_date=lambda day: day,
    )


class _MeasureRow(QWidget):
    """One measure: what, who, until when."""

    def __init__(self, words: Words) -> None:
        super().__init__()
        self.what = TextField("measure", self.tr("Measure"), limit=LONG_TEXT_MOST)
        self.who = _people("person_id", self.tr("Person in charge"), words)
        self.due = _day_field("due_on", self.tr("Due on"))
        self.drop = tool("remove", self.tr("Take this measure out"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.what, 1)
        self.who.setFixedWidth(128)
        self.due.setFixedWidth(146)
        row.addWidget(self.who)
        row.addWidget(self.due)
        row.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignVCenter)

    @property
    def fields(self) -> tuple[Field[Any], ...]:
        return (self.what, self.who, self.due)

    def value(self) -> dict[str, object] | None:
        due = self.due.value()
        row = {
            "measure": self.what.value() or "",
            "person_id": self.who.value(),
            "due_on": None if due is None else due.isoformat(),
        }
        return row if any(row.values()) else None


class MeasuresField(Field[list[dict[str, object]]]):
    """The measures of a solution, one row each; Enter in the last row begins another."""

    def __init__(self, name: str, text: str, words: Words, *, required: bool) -> None:
        super().__init__(name, text, required=required)
        self._words = words
        self.rows: list[_MeasureRow] = []
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.more = button(self.tr("Another measure"), "add")
        self.more.clicked.connect(lambda: self.add_row(go=True))
        self._column.addWidget(self.more)
        self._place(self.more, self._body)
        self.add_row()

    def value(self) -> list[dict[str, object]] | None:
        stated = [row.value() for row in self.rows]
        return [row for row in stated if row is not None] or None

    def go(self) -> None:
        self.rows[0].what.go()

    def check(self) -> bool:
        """The rows show their own mistakes."""
        wrong = [part for row in self.rows for part in row.fields if not part.check()]
        return not wrong and super().check()

    def add_row(self, *, go: bool = False) -> _MeasureRow:
        """Another empty row."""
        row = _MeasureRow(self._words)
        for part in row.fields:
            part.edited.connect(self._on_typed)
        row.what.advanced.connect(row.who.go)
        row.who.advanced.connect(row.due.go)
        row.due.advanced.connect(lambda: self._after(row))
        row.drop.clicked.connect(lambda: self._take_out(row))
        self.rows.append(row)
        self._column.insertWidget(len(self.rows) - 1, row)
        self.more.setEnabled(len(self.rows) < ROWS_MOST)
        if go:
            row.what.go()
        return row

    def _after(self, row: _MeasureRow) -> None:
        if row is self.rows[-1] and row.what.text() and len(self.rows) < ROWS_MOST:
            self.add_row(go=True)
        else:
            self.advanced.emit()

    def _take_out(self, row: _MeasureRow) -> None:
        self.rows.remove(row)
        row.hide()
        row.deleteLater()
        if not self.rows:
            self.add_row()
        self._on_typed()

    def _display(self, value: list[dict[str, object]] | None) -> None:
        for row in list(self.rows):
            self.rows.remove(row)
            row.hide()
            row.deleteLater()
        for given in value or [{}]:
            row = self.add_row()
            due = given.get("due_on")
            row.what.set_value(str(given.get("measure") or ""))
            row.who.set_value(given.get("person_id"))
            row.due.set_value(date.fromisoformat(str(due)) if due else None)


class AmendedField(Field[dict[str, object]]):
    """What was taken, to be corrected in place; the value is what differs from it."""

    def __init__(self, name: str, text: str, card: TicketCard, words: Words) -> None:
        super().__init__(name, text, required=True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._before = _taken(card)
        self.fields: dict[str, Field[Any]] = {}
        for part in _amendable(words):
            self.fields[part.name] = part
            part.set_value(self._before[part.name])
            part.edited.connect(self._on_typed)
            column.addWidget(part)
        parts = list(self.fields.values())
        for part, following in pairwise(parts):
            part.advanced.connect(following.go)
        parts[-1].advanced.connect(self.advanced)
        self._place(parts[0].editor(), body)

    def value(self) -> dict[str, object] | None:
        changed: dict[str, object] = {}
        for name, part in self.fields.items():
            stated = part.value() or None
            if stated != (self._before[name] or None):
                changed[name] = str(stated) if isinstance(stated, Decimal | date | UUID) else stated
        return changed or None

    def check(self) -> bool:
        wrong = [part for part in self.fields.values() if not part.check()]
        return not wrong and super().check()

    def _display(self, value: dict[str, object] | None) -> None:
        for name, part in self.fields.items():
            part.set_value((value or {}).get(name, self._before[name]))


def _taken(card: TicketCard) -> Mapping[str, Any]:
    line = card.line
    return {
        "matter": line.matter,
        "severity_code": line.severity_code,
        "channel_code": line.channel_code,
        "nature_code": card.nature_code,
        "wish_code": card.wish_code,
        "wish": card.wish,
        "complainant": line.customer_name,
        "amount": card.amount,
        "happened_on": card.happened_on,
        "order_no": card.order_no,
        "fair": card.fair,
        "grave_code": card.grave_code,
    }


def _amendable(words: Words) -> list[Field[Any]]:
    found: list[Field[Any]] = [NoteField("matter", fact_name("matter"), required=True)]
    needed = ("severity_code", "channel_code")
    found += [_codes(name, of, words, required=name in needed) for name, of in LISTS.items()]
    found.append(NoteField("wish", fact_name("wish")))
    found += [TextField(name, fact_name(name), limit=60) for name in ("complainant", "order_no")]
    found.append(TextField("fair", fact_name("fair"), limit=120))
    found.append(MoneyField("amount", fact_name("amount")))
    found.append(_day_field("happened_on", fact_name("happened_on")))
    return found
