"""The customer list: up to a million cards, filtered and sorted, worked by keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.customers.fields import Part
from app.customers.finding import find_customers
from app.customers.listing import Filter, Line, Sort, count_customers, list_keys, read_lines
from app.errors import UserError
from app.lists import all_choices
from app.states import ChoiceList, CustomerKind, Permission
from app.work import Work
from ui.customers.labels import field_label
from ui.customers.showing import Choices, Showing, moment_text
from ui.desk import Desk
from ui.errors import sentence
from ui.labels import label
from ui.tasks import Ticket
from ui.theme import GAP
from ui.widgets.choice import Combo
from ui.widgets.paged_model import Column, PackedIds, PagedModel
from ui.widgets.paged_table import PagedTable
from ui.widgets.states import EmptyState, Loading
from ui.widgets.surface import PrimaryButton, Surface, button, title


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """One reading of the list. `place` is where the row chosen before stands now."""

    ids: PackedIds
    total: int
    place: int
    choices: Choices


class ListView(QWidget):
    """Enter opens a card; the row stays chosen for the way back."""

    opened = Signal(object, object)  # id, the ids of the list
    register_wanted = Signal(str)
    import_wanted = Signal()
    sample_wanted = Signal()

    def __init__(self, desk: Desk, *, can_make_sample: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._where = Filter()
        self._sort, self._descending = Sort.LAST_CONTACT, True
        self._typed = ""
        self._total = -1
        self._ids = PackedIds()
        self._reading: Ticket | None = None
        self._showing = Showing(choices={}, language=desk.screen.language)
        self.heading = title(self.tr("Customers"))
        self.count = QLabel()
        self.count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.kind, self.class_combo, self.source = Combo(), Combo(), Combo()
        self.clear = button(self.tr("Clear filters"), "close")
        self.model: PagedModel[Line] = PagedModel(
            desk.tasks, self._columns(), fetch=read_lines, id_of=lambda line: line.id, parent=self
        )
        self.table: PagedTable[Line] = PagedTable(self.model)
        self.table.setAccessibleName(self.tr("Customers"))
        self.table.horizontalHeader().setSortIndicator(7, Qt.SortOrder.DescendingOrder)
        self._stack = QStackedWidget()
        self._loading = Loading(10)
        self._nobody = self._empty_branch(can_make_sample)
        self._no_match = QWidget()
        self._build()
        self._connect()

    # What the page uses -------------------------------------------------------------------------

    def reload(self) -> None:
        """After a commit: rows are read anew; the order only when cards came or went, so that the list does
        not jump under the hand."""
        if self._total < 0:
            self._stack.setCurrentWidget(self._loading)
            self._read()
            return
        self._desk.tasks.read(self, count_customers, self._on_counted)

    def find_text(self, text: str) -> None:
        """Show who is found everywhere for a text instead of the whole list."""
        self._typed = text
        self._read()

    def show_only(self, where: Filter) -> None:
        """Show the cards of a filter, such as those of one import, until it is cleared."""
        for combo in (self.kind, self.class_combo, self.source):
            combo.setCurrentIndex(0)
        self._typed, self._where = "", where
        self._read()

    def focus_first(self) -> None:
        """The table, or the button that says what to do."""
        present = self._stack.currentWidget()
        if present is self._nobody:
            self._register.setFocus()
        else:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_current(self, customer_id: UUID) -> None:
        """Choose the row of a card that was looked at."""
        place = self._ids.place_of(customer_id)
        if place >= 0:
            self.table.go_to(place)

    # Reading ------------------------------------------------------------------------------------

    def _read(self) -> None:
        where, sort, descending, typed = self._where, self._sort, self._descending, self._typed
        current = self.table.current_id()

        def read(work: Work) -> Listed:
            if typed:
                packed = PackedIds.of(
                    [hit.id for hit in find_customers(work, typed, limit=500, everywhere=True)]
                )
            else:
                packed = PackedIds(list_keys(work, where, sort=sort, descending=descending))
            place = -1 if current is None else packed.place_of(current)
            return Listed(ids=packed, total=count_customers(work), place=place, choices=all_choices(work))

        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._desk.tasks.read(self, read, self._on_read, self._on_refused)

    def _on_read(self, listed: Listed) -> None:
        self._total = listed.total
        self._show_choices(listed.choices)
        self._ids = listed.ids
        self.model.show_ids(listed.ids)
        if listed.ids:
            self.table.go_to(max(listed.place, 0))
        self._show_state()

    def _on_counted(self, total: int) -> None:
        if total != self._total:
            self._read()
        else:
            self.model.refresh()

    def _on_refused(self, error: UserError) -> None:
        self.count.setText(sentence(error))

    def _show_state(self) -> None:
        shown = len(self.model.ids)
        if self._typed:
            text = self.tr("%n found for “{text}”", "", shown).format(text=self._typed)
        elif shown == self._total:
            text = self.tr("%n card(s)", "", shown)
        else:
            text = self.tr("{shown} of {total}").format(shown=f"{shown:,}", total=f"{self._total:,}")
        self.count.setText(text)
        self.clear.setVisible(self._is_narrowed())
        if shown:
            self._stack.setCurrentWidget(self.table)
        elif self._is_narrowed():
            self._show_no_match()
        else:
            self._stack.setCurrentWidget(self._nobody)

    def _is_narrowed(self) -> bool:
        return bool(self._typed) or self._where != Filter()

    def _show_no_match(self) -> None:
        self._stack.removeWidget(self._no_match)
        self._no_match.deleteLater()
        if self._typed:
            action = PrimaryButton(self.tr("Register “{text}”  F2").format(text=self._typed), "person-add")
            typed = self._typed
            action.clicked.connect(lambda: self.register_wanted.emit(typed))
            text = self.tr("Nobody found for “{text}”").format(text=self._typed)
            advice = self.tr(
                "All branches you may see were searched. Check the spelling, or register them now."
            )
            self._no_match = EmptyState("search", text, advice, action)
        else:
            again = button(self.tr("Clear filters"), "close")
            again.clicked.connect(self._on_clear)
            text = self.tr("No card fits these filters")
            self._no_match = EmptyState("filter", text, self.tr("Take one of them away."), again)
        self._stack.addWidget(self._no_match)
        self._stack.setCurrentWidget(self._no_match)

    # Filters ------------------------------------------------------------------------------------

    def _show_choices(self, choices: Choices) -> None:
        if choices == self._showing.choices:
            return
        self._showing = Showing(choices=choices, language=self._desk.screen.language)
        for combo, name, field in (
            (self.class_combo, ChoiceList.CLASS, "class_code"),
            (self.source, ChoiceList.SOURCE, "source_code"),
        ):
            present = combo.currentData()
            combo.clear()
            combo.addItem(self.tr("{field}: all").format(field=field_label(Part.CUSTOMER, field)), "")
            for entry in choices.get(name, ()):
                combo.addItem(self._showing.choice(name, entry.code), entry.code)
            combo.setCurrentIndex(max(combo.findData(present), 0))

    def _on_filter(self) -> None:
        self._typed = ""
        chosen = self.kind.currentData()
        self._where = replace(
            self._where,
            kind=CustomerKind(chosen) if chosen else None,
            class_code=self.class_combo.currentData() or "",
            source_code=self.source.currentData() or "",
        )
        self._read()

    def _on_clear(self) -> None:
        self._where = Filter()
        for combo in (self.kind, self.class_combo, self.source):
            combo.setCurrentIndex(0)
        self._on_filter()
        self.table.setFocus()

    def _on_sort(self, key: str, descending: bool) -> None:
        self._sort, self._descending = Sort(key), descending
        self._read()

    def event(self, event: QEvent, /) -> bool:
        # F2 belongs to the window; with a text nobody was found for, it takes that text along.
        if event.type() == QEvent.Type.ShortcutOverride and self._is_nobody_for(event):
            event.accept()
            return True
        return super().event(event)

    def _is_nobody_for(self, event: QEvent) -> bool:
        is_f2 = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F2
        return is_f2 and bool(self._typed) and not self.model.ids

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self._is_nobody_for(event):
            self.register_wanted.emit(self._typed)
            return
        if event.key() == Qt.Key.Key_Escape and self._is_narrowed():
            self._on_clear()
            return
        super().keyPressEvent(event)

    # Building -----------------------------------------------------------------------------------

    def _columns(self) -> list[Column[Line]]:
        return [
            Column(title=self.tr("Number"), text=lambda line: line.number, width=136, sort=Sort.NUMBER),
            Column(title=self.tr("Name"), text=lambda line: line.name, width=190, sort=Sort.NAME,
                   hint=lambda line: line.name),
            Column(title=self.tr("Phone"), text=lambda line: line.phone, width=150),
            Column(title=self.tr("Company"), text=lambda line: line.company_name, width=200,
                   hint=lambda line: line.company_name),
            Column(title=self.tr("Class"), width=100,
                   text=lambda line: self._showing.choice(ChoiceList.CLASS, line.class_code)),
            Column(title=self.tr("Intent level"), width=120,
                   text=lambda line: self._showing.choice(ChoiceList.INTENT, line.intent_level)),
            Column(title=self.tr("Source"), width=100,
                   text=lambda line: self._showing.choice(ChoiceList.SOURCE, line.source_code)),
            Column(title=self.tr("Last contact"), width=110, sort=Sort.LAST_CONTACT,
                   text=lambda line: moment_text(line.last_contact_at) if line.last_contact_at else "—"),
            Column(title=self.tr("Created"), width=110, sort=Sort.CREATED,
                   text=lambda line: moment_text(line.created_at)),
        ]  # fmt: skip

    def _build(self) -> None:
        self.kind.addItem(self.tr("Kind: all"), "")
        for kind in CustomerKind:
            self.kind.addItem(label(kind), kind.value)
        self.kind.setAccessibleName(self.tr("Kind"))
        self.class_combo.setAccessibleName(field_label(Part.CUSTOMER, "class_code"))
        self.source.setAccessibleName(field_label(Part.CUSTOMER, "source_code"))
        top = QHBoxLayout()
        top.setSpacing(GAP)
        top.addWidget(self.heading)
        top.addWidget(self.count)
        top.addStretch()
        top.addWidget(self.clear)
        for combo in (self.kind, self.class_combo, self.source):
            combo.setMinimumWidth(132)
            top.addWidget(combo)
        self.clear.hide()
        body = Surface()
        body.column.setContentsMargins(1, 4, 1, 4)
        for part in (self._loading, self.table, self._nobody, self._no_match):
            self._stack.addWidget(part)
        body.column.addWidget(self._stack)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 12, 2 * GAP, 12)
        column.setSpacing(12)
        column.addLayout(top)
        column.addWidget(body, 1)

    def _empty_branch(self, can_make_sample: bool) -> QWidget:
        buttons = QWidget()
        row = QHBoxLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self._register = PrimaryButton(self.tr("Register a customer  F2"), "person-add")
        self._register.clicked.connect(lambda: self.register_wanted.emit(""))
        self._import = button(self.tr("Bring in a list"), "import")
        self._import.clicked.connect(self.import_wanted)
        self._sample = button(self.tr("Try with made-up customers"), "customers")
        self._sample.clicked.connect(self.sample_wanted)
        may = self._desk.tasks.actor.may
        self._import.setVisible(may(Permission.IMPORT_CUSTOMERS))
        self._sample.setVisible(can_make_sample and may(Permission.MAKE_SAMPLE))
        for part in (self._register, self._import, self._sample):
            row.addWidget(part)
        return EmptyState(
            "customers",
            self.tr("No customers yet"),
            self.tr(
                "Register the first one at the counter, or bring in the list you have as Excel, CSV or vCard."
            ),
            buttons,  # type: ignore[arg-type]  # any widget stands there
        )

    def _connect(self) -> None:
        for combo in (self.kind, self.class_combo, self.source):
            combo.activated.connect(self._on_filter)
        self.clear.clicked.connect(self._on_clear)
        self.table.opened.connect(lambda key: self.opened.emit(key, self.model.ids))
        self.table.sort_wanted.connect(self._on_sort)
