"""The export: where to, then written in a worker with progress and cancel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.desk import Desk
from ui.jobs import JobCancelledError
from ui.messages import Action

if TYPE_CHECKING:
    from ui.jobs import Job
    from ui.tasks import Ticket


class TakingOut(QObject):
    """Exports the whole branch, or the customers of a list."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._ticket: Ticket | None = None

    def ask(self, ids: Sequence[UUID] | None = None) -> None:
        """Ask for the file and its kind, then write it."""
        dialog = QFileDialog(self._window, self.tr("Export customers"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = {
            self.tr("Excel (*.xlsx)"): "xlsx",
            self.tr("CSV for Excel and others (*.csv)"): "csv",
            self.tr("vCard for phones (*.vcf)"): "vcf",
        }
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(filters.get(chosen, "xlsx")))
        dialog.selectFile(self.tr("Customers") + ".xlsx")
        dialog.fileSelected.connect(lambda chosen: self.write(Path(chosen), ids))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, path: Path, ids: Sequence[UUID] | None = None) -> None:
        """Write the file; the banner shows how far it is and lets it be cancelled."""
        language = self._desk.screen.language.value[:2]

        def carry_out(job: Job) -> int:
            from app.customers.exporting import export_customers
            from app.errors import UserError

            def told(done: int, cards: int) -> bool:
                if job.is_cancelled:
                    return False
                job.report(done / cards if cards else 0.0, f"{done:,}")
                return True

            try:
                return job.read(lambda work: export_customers(work, path, ids, language=language, told=told))
            except UserError as error:
                if error.code == "export-cancelled":
                    raise JobCancelledError from None
                raise

        self._ticket = self._desk.tasks.run(
            self,
            carry_out,
            lambda count: self._on_written(path, count),
            progress=self._on_progress,
            stopped=self._on_stopped,
            always=lambda: self._desk.messages.state("export", None),
        )

    def _on_progress(self, fraction: float, text: str) -> None:
        if self._ticket is None:
            return
        told = self.tr("Exporting customers: {done} ({percent} %)")
        self._desk.messages.state(
            "export",
            told.format(done=text, percent=round(fraction * 100)),
            Action(text=self.tr("Cancel"), run=self._ticket.cancel),
        )

    def _on_written(self, path: Path, count: int) -> None:
        self._ticket = None
        text = self.tr("%n customer(s) exported", "", count)
        self._desk.messages.say(text, detail=str(path))

    def _on_stopped(self) -> None:
        self._ticket = None
        self._desk.messages.say(self.tr("Export cancelled; no file was written."))
