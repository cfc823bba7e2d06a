"""Between file and import: what each column means, what becomes of each row, and what of known customers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.customers.importing import Policy
from app.exchange.mapping import Mapping
from app.exchange.reading import ListFacts
from app.exchange.records import CheckedRow, RowState
from ui.exchange.bringing_in import Looked, Tried
from ui.exchange.mapping_table import MappingTable
from ui.messages import Tone
from ui.theme import CONTROL, GAP
from ui.widgets.choice import Choice, ChoiceField, Combo
from ui.widgets.field import Side
from ui.widgets.marks import Badge
from ui.widgets.surface import PrimaryButton, Surface, button, quiet, title

FIRST, REFUSED = "first", "refused"


class ChoosingView(QWidget):
    """Emits what was chosen; the page carries it out."""

    picked = Signal(int, object)  # column, Field or None
    sheet_picked = Signal(str)
    policy_picked = Signal()
    import_wanted = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = title("")
        self.sheet = Combo()
        self.sheet.setAccessibleName(self.tr("Sheet"))
        self.facts = quiet("")
        self.badges: list[Badge] = []
        self.whole = QLabel()
        self.whole.setTextFormat(Qt.TextFormat.PlainText)
        self.whole.setMinimumHeight(CONTROL + 4)  # the row does not jump when the choice beside it comes
        self.rows: ChoiceField[str] = ChoiceField("rows", "", [], as_row=True)
        self.rows.caption.hide()
        self.rows.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.table = MappingTable()
        self.policy: ChoiceField[Policy] = ChoiceField(
            "policy",
            self.tr("Already here"),
            [
                Choice(value=Policy.SKIP, text=self.tr("Leave out and report")),
                Choice(value=Policy.UPDATE, text=self.tr("Fill their empty fields")),
                Choice(value=Policy.CREATE, text=self.tr("Create a second card")),
            ],
            side=Side.LEFT,
        )
        self.policy.set_value(Policy.SKIP)
        self.back = button(self.tr("Another file"))
        self.go = PrimaryButton(self.tr("Import  F9"), "import")
        self._checked: Sequence[CheckedRow] = ()
        self._refused: Sequence[CheckedRow] = ()
        self._mapping: Mapping | None = None
        self._is_complete = True
        self._counts = QHBoxLayout()
        self._counts.setSpacing(GAP)
        self._build()
        self._connect()

    def show_list(self, looked: Looked) -> None:
        """Another list."""
        facts = looked.preview.facts
        self.name.setText(facts.file)
        self.sheet.clear()
        self.sheet.addItems(list(facts.sheets))
        if facts.sheet is not None:
            self.sheet.setCurrentText(facts.sheet)
        self.sheet.setVisible(len(facts.sheets) > 1)
        self.facts.setText(self._describe(facts))
        self._refused = ()
        self._is_complete = looked.preview.complete
        self.rows.set_value(FIRST)
        self.show_rows(looked.checked, looked.preview.mapping)

    def show_rows(self, checked: Sequence[CheckedRow], mapping: Mapping) -> None:
        """The first rows under a mapping, with what becomes of them."""
        self._checked, self._mapping = checked, mapping
        self._refused = ()
        counts = {state: sum(row.state is state for row in checked) for state in RowState}
        self._show_counts(
            (self.tr("{count} ready"), counts[RowState.READY], Tone.SUCCESS, "check"),
            (self.tr("{count} with remarks"), counts[RowState.WARNED], Tone.WARNING, "warning"),
            (self.tr("{count} refused"), counts[RowState.REJECTED], Tone.DANGER, "error"),
        )
        self.whole.setText(self.tr("Checking the whole list…"))
        self._offer_rows()
        self._show_chosen()

    def show_trying(self, done: int, rows: int) -> None:
        """How far the check of the whole list is."""
        told = (
            self.tr("Checking the whole list: {done} of {rows}")
            if rows
            else self.tr("Checking the whole list: {done}")
        )
        self.whole.setText(told.format(done=f"{done:,}", rows=f"{rows:,}"))

    def show_tried(self, tried: Tried) -> None:
        """What the whole list would do."""
        result = tried.result
        self.whole.setText(self.tr("Whole list, {count} rows:").format(count=f"{result.rows:,}"))
        self._show_counts(
            (self.tr("{count} new"), result.created, Tone.SUCCESS, "person-add"),
            (self.tr("{count} filled up"), result.updated, Tone.INFO, "edit"),
            (self.tr("{count} here already"), result.duplicates, Tone.INFO, "person"),
            (self.tr("{count} similar to others"), result.similar, Tone.WARNING, "merge"),
            (self.tr("{count} with remarks"), result.warned, Tone.WARNING, "warning"),
            (self.tr("{count} refused"), result.rejected, Tone.DANGER, "error"),
        )
        self._refused = tried.refused
        self._offer_rows(result.duplicates + result.rejected)

    def show_refusal(self, text: str) -> None:
        """Why the whole list cannot be imported as it is."""
        self.whole.setText(text)

    # Inside -------------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(2 * GAP)
        head.addWidget(self.name)
        head.addWidget(self.sheet)
        head.addWidget(self.facts, 1)
        head.addWidget(self.back)
        counts = QHBoxLayout()
        counts.setSpacing(GAP)
        counts.addWidget(self.rows)
        counts.addWidget(self.whole)
        counts.addLayout(self._counts)
        counts.addStretch()
        ground = Surface()
        ground.column.setContentsMargins(2, 2, 2, 2)
        ground.column.addWidget(self.table)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.policy)
        foot.addStretch()
        foot.addWidget(self.go)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addLayout(counts)
        column.addWidget(ground, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.table.picked.connect(self.picked)
        self.sheet.activated.connect(lambda: self.sheet_picked.emit(self.sheet.currentText()))
        self.rows.edited.connect(self._show_chosen)
        self.policy.edited.connect(self.policy_picked)
        self.go.clicked.connect(self.import_wanted)
        self.back.clicked.connect(self.back_wanted)

    def _offer_rows(self, refused: int = 0) -> None:
        first = (
            self.tr("All rows") if self._is_complete else self.tr("First %n row(s)", "", len(self._checked))
        )
        choices = [Choice(value=FIRST, text=first)]
        if self._refused:
            choices.append(
                Choice(value=REFUSED, text=self.tr("Not taken over: {count}").format(count=f"{refused:,}"))
            )
        present = self.rows.value()
        self.rows.set_choices(choices)
        self.rows.set_value(present if present == REFUSED and self._refused else FIRST)
        self.rows.setVisible(len(choices) > 1)
        if present == REFUSED and not self._refused:
            self._show_chosen()

    def _show_chosen(self) -> None:
        if self._mapping is None:
            return
        rows = self._refused if self.rows.value() == REFUSED else self._checked
        self.table.show_list(rows, self._mapping)

    def _show_counts(self, *counts: tuple[str, int, Tone, str]) -> None:
        """A badge for each count that is not nought."""
        for badge in self.badges:
            self._counts.removeWidget(badge)
            badge.deleteLater()
        self.badges = [
            Badge(text.format(count=f"{count:,}"), tone, icon) for text, count, tone, icon in counts if count
        ]
        for badge in self.badges:
            self._counts.addWidget(badge)

    def _describe(self, facts: ListFacts) -> str:
        parts = []
        if facts.rows is not None:
            parts.append(self.tr("{count} rows").format(count=f"{facts.rows:,}"))
        if facts.encoding:
            parts.append(self.tr("encoding {name}").format(name=facts.encoding))
        if facts.hidden_rows:
            parts.append(self.tr("%n hidden row(s) included", "", facts.hidden_rows))
        if facts.named_otherwise:
            parts.append(self.tr("really a {kind} file").format(kind=facts.kind.value))
        return self.tr(", ").join(parts)
