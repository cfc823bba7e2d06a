"""The import page: choose a list, see what becomes of it, bring it in, undo it; and the export."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from PySide6.QtCore import QTimer
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from app.customers.import_undo import UndoneImport, undo_import
from app.customers.importing import Policy, list_imports
from app.customers.listing import Filter
from app.errors import UserError
from app.exchange.mapping import Mapping
from app.states import Permission
from app.work import Topic
from ui.desk import Desk
from ui.errors import sentence
from ui.exchange import bringing_in
from ui.exchange.bringing_in import BroughtIn, Looked, Tried
from ui.exchange.choosing_view import ChoosingView
from ui.exchange.mapping_table import field_of
from ui.exchange.running_view import ResultView, RunningView
from ui.exchange.start_view import StartView
from ui.exchange.taking_out import TakingOut
from ui.messages import Action
from ui.page import Page
from ui.theme import GAP
from ui.widgets.surface import button, title

if TYPE_CHECKING:
    from ui.jobs import Job
    from ui.tasks import Ticket

FILES = "*.xlsx *.xlsm *.xls *.csv *.txt *.vcf"


class ExchangePage(Page):
    """One way: start, choosing, running, result; Esc goes back, nothing is kept before the end."""

    topics: ClassVar[frozenset[Topic]] = frozenset({Topic.IMPORTS})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        actor = desk.tasks.actor
        self._may_import = actor.may(Permission.IMPORT_CUSTOMERS)
        self.start = StartView(may_import=self._may_import)
        self.choosing = ChoosingView()
        self.running = RunningView()
        self.result = ResultView()
        self.export = button(self.tr("Export customers"), "export")
        self.export.setEnabled(actor.may(Permission.EXPORT_CUSTOMERS))
        self.taking_out = TakingOut(desk, self)
        self._folder = TemporaryDirectory(prefix="branchdesk-import-", ignore_cleanup_errors=True)
        self.destroyed.connect(self._folder.cleanup)
        self._looked: Looked | None = None
        self._mapping: Mapping | None = None
        self._ticket: Ticket | None = None
        self._trial: Ticket | None = None
        self._done: BroughtIn | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(400)
        self._later.timeout.connect(self._try_out)
        self.setAcceptDrops(self._may_import)
        self._build()
        self._connect()

    # Page ---------------------------------------------------------------------------------------

    def reload(self) -> None:
        if self._may_import:
            self.desk.tasks.read(self, list_imports, self.start.show_history)

    def open_subject(self, subject: object) -> None:
        if isinstance(subject, Path):
            self.open_file(subject)

    def focus_first(self) -> None:
        for view, target in (
            (self.start, self.start.choose),
            (self.choosing, self.choosing.go),
            (self.running, self.running.cancel),
            (self.result, self.result.again),
        ):
            if self._stack.currentWidget() is view:
                target.setFocus()

    def save(self) -> None:
        if self._stack.currentWidget() is self.choosing:
            self._import()

    def open_file(self, path: Path, sheet: str | None = None) -> None:
        """Look at a list; nothing of it is kept yet."""
        if not self._may_import or self._stack.currentWidget() is self.running:
            return
        self._stop_trial()
        self._show(self.running)
        self.running.begin(self.tr("Looking at {file}").format(file=path.name))
        self._ticket = self.desk.tasks.run(
            self,
            partial(bringing_in.look, path, sheet),
            self._on_looked,
            self._on_not_looked,
            stopped=self._to_start,
        )

    # Building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(title(self.tr("Import")))
        head.addStretch()
        head.addWidget(self.export)
        self._stack = QStackedWidget()
        for view in (self.start, self.choosing, self.running, self.result):
            self._stack.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.start.file_wanted.connect(self._choose_file)
        self.start.undo_wanted.connect(self._undo)
        self.choosing.picked.connect(self._on_picked)
        self.choosing.sheet_picked.connect(self._on_sheet)
        self.choosing.policy_picked.connect(self._later.start)
        self.choosing.import_wanted.connect(self._import)
        self.choosing.back_wanted.connect(self._to_start)
        self.running.cancel_wanted.connect(self._cancel)
        self.result.again_wanted.connect(self._to_start)
        self.result.workbook_wanted.connect(self._save_workbook)
        self.result.undo_wanted.connect(self._undo_last)
        self.result.show_wanted.connect(self._show_customers)
        self.export.clicked.connect(self._export)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self._on_escape)
        QShortcut(QKeySequence("Ctrl+O"), self).activated.connect(self._choose_file)

    # The way ------------------------------------------------------------------------------------

    def _choose_file(self) -> None:
        if not self._may_import:
            return
        dialog = QFileDialog(self, self.tr("Choose a list"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Lists ({kinds})").format(kinds=FILES), self.tr("All files (*)")])
        dialog.fileSelected.connect(lambda chosen: self.open_file(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_looked(self, looked: Looked) -> None:
        self._looked, self._mapping = looked, looked.preview.mapping
        self.choosing.show_list(looked)
        self._show(self.choosing)
        self._try_out()

    def _on_not_looked(self, error: UserError) -> None:
        again = Action(text=self.tr("Choose another file"), run=self._choose_file)
        self.desk.messages.refuse(error, again)
        self._to_start()

    def _on_sheet(self, sheet: str) -> None:
        if self._looked is not None:
            self.open_file(self._looked.preview.path, sheet)

    def _on_picked(self, column: int, value: object) -> None:
        if self._mapping is None or self._looked is None:
            return
        looked, mapping = self._looked, self._mapping.with_field(column, field_of(value))
        self._mapping = mapping
        self._stop_trial()

        def check(_job: Job) -> object:
            return bringing_in.check(looked.preview, mapping, looked.rules)

        def show(rows: object) -> None:
            if self._mapping is mapping:
                self.choosing.show_rows(rows, mapping)  # type: ignore[arg-type]
                self._later.start()

        self.desk.tasks.run(self, check, show)

    def _try_out(self) -> None:
        """Ask what the whole list would do, in the background; a change of mind starts it anew."""
        self._stop_trial()
        if self._looked is None or self._mapping is None or self._stack.currentWidget() is not self.choosing:
            return
        self._trial = self.desk.tasks.run(
            self,
            partial(bringing_in.try_out, self._looked.preview, self._mapping, self._policy),
            self._on_tried,
            self._on_not_tried,
            progress=lambda _fraction, text: self.choosing.show_trying(*_rows(text)),
        )

    def _on_tried(self, tried: Tried) -> None:
        self.choosing.show_tried(tried)

    def _on_not_tried(self, error: UserError) -> None:
        self.choosing.show_refusal(sentence(error))

    def _import(self) -> None:
        if self._looked is None or self._mapping is None or self._stack.currentWidget() is not self.choosing:
            return
        self._stop_trial()
        self._show(self.running)
        self.running.begin(
            self.tr("Bringing in {file}").format(file=self._looked.preview.path.name),
            self.tr("Everything or nothing: cancelling leaves no customer behind."),
        )
        errors = Path(self._folder.name) / "errors.xlsx"
        errors.unlink(missing_ok=True)
        self._ticket = self.desk.tasks.run(
            self,
            partial(bringing_in.bring_in, self._looked.preview, self._mapping, self._policy, errors),
            self._on_brought_in,
            self._on_not_brought_in,
            progress=lambda _fraction, text: self.running.show_rows(*_rows(text)),
            stopped=self._on_cancelled,
        )

    def _on_brought_in(self, done: BroughtIn) -> None:
        self._done = done
        self.result.show_result(done)
        self._show(self.result)

    def _on_not_brought_in(self, error: UserError) -> None:
        self.desk.messages.refuse(error)
        self._show(self.choosing)

    def _on_cancelled(self) -> None:
        self.desk.messages.say(self.tr("Import cancelled; no customer was added or changed."))
        self._show(self.choosing)
        self._try_out()

    # What a person does -------------------------------------------------------------------------

    @property
    def _policy(self) -> Policy:
        return self.choosing.policy.value() or Policy.SKIP

    def _cancel(self) -> None:
        if self._ticket is not None:
            self.running.cancel.setEnabled(False)
            self._ticket.cancel()

    def _on_escape(self) -> None:
        present = self._stack.currentWidget()
        if present is self.running:
            self._cancel()
        elif present is not self.start:
            self._to_start()

    def _to_start(self) -> None:
        self._stop_trial()
        self._looked = self._mapping = None
        self._show(self.start)

    def _undo(self, batch_id: object) -> None:
        if not isinstance(batch_id, UUID):
            return
        key = batch_id
        self.result.undo.setEnabled(False)
        self.desk.tasks.change(self, lambda work: undo_import(work, key), self._on_undone)

    def _undo_last(self) -> None:
        if self._done is not None:
            self._undo(self._done.result.batch_id)

    def _on_undone(self, undone: UndoneImport) -> None:
        text = self.tr("Import undone: {removed} cards and {fields} filled-in fields taken back.").format(
            removed=f"{undone.removed:,}", fields=f"{undone.fields_restored + undone.rows_removed:,}"
        )
        if undone.kept:
            kept = self.tr("Kept, because somebody worked on them since: {numbers}").format(
                numbers=self.tr(", ").join(undone.kept[:20]) + ("…" if len(undone.kept) > 20 else "")
            )
            self.desk.messages.warn(text, detail=kept)
        else:
            self.desk.messages.say(text)
        self._to_start()

    def _save_workbook(self) -> None:
        if self._done is None or self._done.workbook is None or self._looked is None:
            return
        dialog = QFileDialog(self, self.tr("Save the rows not taken over"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Excel (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        stem = self._looked.preview.path.stem
        dialog.selectFile(self.tr("{file} - not taken over.xlsx").format(file=stem))
        dialog.fileSelected.connect(lambda chosen: self._write_workbook(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write_workbook(self, target: Path) -> None:
        source = self._done.workbook if self._done is not None else None
        if source is None:
            return

        def write(_job: Job) -> Path:
            from app.whole_files import save_file

            save_file(target, source.read_bytes())
            return target

        def told(path: Path) -> None:
            self.desk.messages.say(self.tr("Saved as {path}").format(path=path))

        self.desk.tasks.run(self, write, told)

    def _export(self) -> None:
        self.taking_out.ask()

    def _show_customers(self) -> None:
        if self._done is not None and self._done.result.batch_id is not None:
            self.desk.navigation.open("customers", Filter(import_batch=self._done.result.batch_id))

    # Inside -------------------------------------------------------------------------------------

    def _stop_trial(self) -> None:
        self._later.stop()
        if self._trial is not None:
            self._trial.cancel()
            self._trial = None

    def _show(self, view: object) -> None:
        for number in range(self._stack.count()):
            if self._stack.widget(number) is view:
                self._stack.setCurrentIndex(number)
        if self.isVisible():
            self.focus_first()

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            self.start.place.show_over(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent, /) -> None:
        self.start.place.show_over(False)

    def dropEvent(self, event: QDropEvent, /) -> None:
        self.start.place.show_over(False)
        event.acceptProposedAction()
        self.open_file(Path(event.mimeData().urls()[0].toLocalFile()))


def _rows(text: str) -> tuple[int, int]:
    """The figures of `bringing_in`'s progress."""
    done, _, rows = text.partition("/")
    return (int(done), int(rows)) if done.isdigit() and rows.isdigit() else (0, 0)
