"""Paper forms (B2, B3): booklets of numbered blank forms, what became of their sheets, and spoilt ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from app.errors import UserError
from app.registration.forms import Batch, issue_batch, list_batches, spoil_form
from app.states import FormKind, Permission
from app.work import Topic
from ui.desk import Desk
from ui.messages import Action
from ui.page import Page
from ui.settings.section import needs
from ui.theme import GAP, SMALL
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.form import Form
from ui.widgets.line import NumberField, TextField
from ui.widgets.scrolling import slim
from ui.widgets.surface import PrimaryButton, Surface, button, heading, quiet, title

OnBatch = Callable[[UUID], object]
Papers = Mapping[FormKind, tuple[OnBatch, OnBatch]]
USUAL_SHEETS = 50
NUMBERS = (2, 3, 4, 5)  # columns of figures


class FormsPage(Page):
    """`papers` print and preview the batches of each kind of form; without them batches are only numbered.

    `open_subject` takes the kind of form a booklet is wanted of.
    """

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.FORMS})

    def __init__(self, desk: Desk, papers: Papers | None = None) -> None:
        super().__init__(desk)
        self._papers: Papers = papers or {}
        self._kind_words = {
            FormKind.REGISTRATION: self.tr("Registration"),
            FormKind.VISIT: self.tr("Visit"),
            FormKind.COMPLAINT: self.tr("Complaint"),
        }
        self.batches: list[Batch] = []
        self.form = Form(self)
        self.spoiling = Form(self)
        self._make_fields()
        self._make_table()
        self._lay_out()
        actor = desk.tasks.actor
        needs(actor, Permission.ISSUE_FORMS, self.issue_button, self.spoil_button)
        self._is_readable = needs(actor, Permission.PRINT_FORMS, self.table)
        self._show_buttons()

    def _make_fields(self) -> None:
        self.sheets = NumberField("sheets", self.tr("Number of forms"), required=True)
        self.language = ChoiceField(
            "language",
            self.tr("Language of the form"),
            [Choice(value="zh", text="中文", key="c"), Choice(value="en", text="English", key="e")],
        )
        self.kind = ChoiceField(
            "kind",
            self.tr("Form"),
            [Choice(value=kind, text=word, key=kind.value[0]) for kind, word in self._kind_words.items()],
        )
        issued_to = TextField("issued_to", self.tr("Given to"), limit=60)
        self.form.add(self.kind, self.sheets, issued_to, self.language)
        self.form.fill({"kind": FormKind.REGISTRATION, "sheets": USUAL_SHEETS, "language": "zh"})
        self.issue_button = PrimaryButton(self.tr("Number the booklet  F9"), "document")
        self.issue_button.setAutoDefault(True)
        self.issue_button.clicked.connect(self.save)
        self.form.finished.connect(self.issue_button.setFocus)
        self.serial = TextField("serial", self.tr("Serial on the sheet"), required=True, limit=20)
        self.spoiling.add(self.serial)
        self.spoil_button = button(self.tr("Mark as spoilt"), "close")
        self.spoil_button.clicked.connect(self.spoil)
        self.spoiling.finished.connect(self.spoil)

    def _make_table(self) -> None:
        self.table = QTableWidget(0, 8)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Form"),
                self.tr("Serials"),
                self.tr("Sheets"),
                self.tr("Entered"),
                self.tr("Spoilt"),
                self.tr("Missing"),
                self.tr("Given to"),
                self.tr("Issued"),
            ]
        )
        self.table.setAccessibleName(self.tr("Booklets"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in enumerate((72, 240, 56, 56, 56, 56, 110, 140)):
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(6, QHeaderView.ResizeMode.Stretch)
        slim(self.table)
        self.table.itemSelectionChanged.connect(self._show_buttons)
        self.print_button = button(self.tr("Print again"), "print")
        self.print_button.clicked.connect(lambda: self._on_chosen(0))
        self.preview_button = button(self.tr("Preview"), "eye")
        self.preview_button.clicked.connect(lambda: self._on_chosen(1))

    def _lay_out(self) -> None:
        issue = Surface(self.tr("New booklet"))
        issue.column.addWidget(
            quiet(
                self.tr("Blank forms, each with its own serial, to be bound and filled by hand."),
                size=SMALL + 1,
            )
        )
        for field in self.form.fields.values():
            issue.column.addWidget(field)
        issue.column.addWidget(self.issue_button, 0, Qt.AlignmentFlag.AlignLeft)
        spoilt = Surface(self.tr("Spoilt sheet"))
        spoilt.column.addWidget(self.serial)
        spoilt.column.addWidget(self.spoil_button, 0, Qt.AlignmentFlag.AlignLeft)
        left = QVBoxLayout()
        left.setSpacing(2 * GAP)
        left.addWidget(issue)
        left.addWidget(spoilt)
        left.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.preview_button)
        foot.addWidget(self.print_button)
        foot.addStretch(1)
        books = Surface()
        books.column.addWidget(heading(self.tr("Booklets")))
        books.column.addWidget(self.table, 1)
        books.column.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        for surface in (issue, spoilt):
            surface.setFixedWidth(330)
        row.addLayout(left)
        row.addWidget(books, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addWidget(title(self.tr("Paper forms")))
        column.addLayout(row, 1)

    # What the window uses -------------------------------------------------------------------------

    def reload(self) -> None:
        if self._is_readable:
            self.desk.tasks.read(self, list_batches, self._show)

    def open_subject(self, subject: object) -> None:
        if isinstance(subject, FormKind):
            self.kind.pick(subject)

    def focus_first(self) -> None:
        self.sheets.go()

    def save(self) -> None:
        """F9: number a booklet, then look at it."""
        if not self.issue_button.isEnabled() or not self.form.check():
            return
        typed = self.form.values()
        sheets, issued_to, language = typed["sheets"], typed["issued_to"] or "", typed["language"]
        kind = typed["kind"] or FormKind.REGISTRATION
        self.issue_button.setEnabled(False)
        self.desk.tasks.change(
            self,
            lambda work: issue_batch(work, sheets=sheets, issued_to=issued_to, language=language, kind=kind),
            self._on_issued,
            self._on_refused,
            always=lambda: self.issue_button.setEnabled(True),
        )

    def spoil(self) -> None:
        """A sheet was spoilt."""
        if not self.spoil_button.isEnabled() or not self.spoiling.check():
            return
        serial = str(self.serial.value())
        self.desk.tasks.change(
            self,
            lambda work: spoil_form(work, serial),
            lambda _: self._on_spoilt(serial),
            self._on_spoil_refused,
        )

    # Inside ---------------------------------------------------------------------------------------

    def _show(self, batches: list[Batch]) -> None:
        present = self.chosen()
        self.batches = batches
        self.table.setRowCount(len(batches))
        for number, batch in enumerate(batches):
            issued = batch.issued_at.astimezone().strftime("%Y-%m-%d %H:%M")
            texts = (
                self._kind_words[batch.kind],
                f"{batch.first_serial} – {batch.last_serial}",
                str(batch.sheets),
                str(batch.entered),
                str(batch.spoilt),
                str(batch.missing),
                batch.issued_to,
                issued,
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if column in NUMBERS:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(number, column, item)
        ids = [batch.id for batch in batches]
        if present in ids:
            self.table.selectRow(ids.index(present))
        self._show_buttons()

    def chosen(self) -> UUID | None:
        """The batch of the row that is selected."""
        batch = self._chosen_batch()
        return None if batch is None else batch.id

    def _chosen_batch(self) -> Batch | None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        return self.batches[rows.pop()] if rows else None

    def _show_buttons(self) -> None:
        batch = self._chosen_batch()
        can_print = batch is not None and batch.kind in self._papers
        self.print_button.setEnabled(can_print)
        self.preview_button.setEnabled(can_print)

    def _on_chosen(self, which: int) -> None:
        batch = self._chosen_batch()
        if batch is not None and batch.kind in self._papers:
            self._papers[batch.kind][which](batch.id)

    def _on_issued(self, batch: Batch) -> None:
        self.form.fill({"kind": batch.kind, "sheets": USUAL_SHEETS, "language": batch.language})
        shown = self.tr("Numbered %n form(s)", "", batch.sheets)
        detail = f"{batch.first_serial} – {batch.last_serial}"
        if batch.kind not in self._papers:
            self.desk.messages.say(shown, detail=detail)
            return
        put, preview = self._papers[batch.kind]
        self.desk.messages.say(shown, Action(text=self.tr("Print"), run=lambda: put(batch.id)), detail=detail)
        preview(batch.id)

    def _on_refused(self, error: UserError) -> bool:
        name = "sheets" if error.code == "sheets-out-of-range" else str(error.facts.get("field") or "")
        return self.form.show_error(UserError(error.code, **{**error.facts, "field": name}))

    def _on_spoilt(self, serial: str) -> None:
        self.spoiling.fill({})
        self.desk.messages.say(self.tr("{serial} is marked as spoilt").format(serial=serial.upper()))
        self.serial.go()

    def _on_spoil_refused(self, error: UserError) -> bool:
        is_ours = error.code.startswith("form-")
        return is_ours and self.spoiling.show_error(
            UserError(error.code, **{**error.facts, "field": "serial"})
        )
