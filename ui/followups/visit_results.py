"""The results of a visit in the order of the paper, with photos and scans dropped on them; Enter goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from app.followups.visits.reading import visit_completeness
from app.followups.visits.records import ANSWERS, NewFile, VisitFile, VisitRecord, VisitResults
from app.lists import ChoiceRecord
from ui.customers.files import has_files, local_files
from ui.customers.slots import local_today
from ui.followups.visit_fields import moment_reader, moment_shower
from ui.followups.visit_words import answer_word
from ui.theme import GAP, SMALL, font
from ui.widgets.choice import Choice, ChoiceField
from ui.widgets.form import Form
from ui.widgets.line import LineField, TextField
from ui.widgets.marks import Ring
from ui.widgets.note import NoteField
from ui.widgets.surface import button, quiet

_PLACES = {
    "serial": (0, 0, 6), "met": (0, 6, 6), "started_at": (1, 0, 6), "ended_at": (1, 6, 6),
    **{name: (number + 2, 0, 12) for number, name in enumerate(ANSWERS)}, "outcome": (8, 0, 12),
}  # fmt: skip


class VisitResultsEditor(QWidget):
    """Reads and shows results; it saves nothing itself. Files wait here for the results they belong to."""

    finished = Signal()  # Enter on the last field
    edited = Signal()
    files_dropped = Signal(object)  # list[Path]
    files_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = local_today()
        self._weights: Mapping[str, int] = dict.fromkeys(ANSWERS, 1)
        self.waiting: list[NewFile] = []
        self._kept: tuple[VisitFile, ...] = ()
        self.setAcceptDrops(True)
        self.form = Form(self)
        self.outcome = ChoiceField[str]("outcome", self.tr("Outcome"), [], as_row=False)
        read, show = moment_reader(self._day_of), moment_shower(self._day_of)
        self.form.add(
            TextField("serial", self.tr("Serial on the paper"), limit=20),
            TextField("met", self.tr("Received by"), limit=200),
            LineField("started_at", self.tr("Began"), parse=read, show=show, placeholder="14:05"),
            LineField("ended_at", self.tr("Ended"), parse=read, show=show, placeholder="15:20"),
            *(
                NoteField(name, answer_word(name), limit=2000, lines=1, most_lines=6, enter_goes_on=True)
                for name in ANSWERS
            ),
            self.outcome,
        )
        self.ring = Ring(44)
        self.answered = QLabel()
        self.answered.setFont(font(SMALL + 1, bold=True))
        self.missing = quiet("")
        self.files = quiet(self.tr("Drop photos and scans here."))
        self.file_button = button(self.tr("Add files…"), "attach")
        self.file_button.clicked.connect(self.files_wanted)
        self._build()
        self.form.finished.connect(self.finished)
        self.form.edited.connect(self._on_edited)

    def use(self, outcomes: Sequence[ChoiceRecord], weights: Mapping[str, int], language: str) -> None:
        """The list of outcomes and what each answer counts."""
        self._weights = weights
        self.outcome.set_choices(
            [Choice(value=one.code, text=one.text(language)) for one in outcomes if one.active]
        )

    def begin(self, serial: str = "") -> None:
        """Nothing entered yet."""
        self._day = local_today()
        self._kept, self.waiting = (), []
        self.form.fill({"serial": serial or None})
        self._show_files()
        self._show_completeness()

    def show_visit(self, visit: VisitRecord, *, anew: bool) -> None:
        """What stands on the form; typing and waiting files are kept unless another visit is shown (`anew`)."""
        self._day = min(visit.on, local_today())
        values = {
            "serial": visit.serial or None,
            "met": visit.met or None,
            "started_at": visit.started_at,
            "ended_at": visit.ended_at,
            **{name: visit.answers[name] or None for name in ANSWERS},
            "outcome": visit.outcome or None,
        }
        self._kept = visit.files
        if anew:
            self.waiting = []
            self.form.fill(values)
        else:
            self.form.refresh(values)
        self._show_files()
        self._show_completeness()

    def hold(self, files: Sequence[NewFile]) -> None:
        """Files that wait for the results."""
        self.waiting += files
        self._show_files()
        self.edited.emit()

    @property
    def is_edited(self) -> bool:
        return self.form.is_edited or bool(self.waiting)

    def mark_saved(self) -> None:
        self.form.mark_saved()
        self.waiting = []

    def read(self, *, anyway: bool = False) -> VisitResults | None:
        """The results as typed; None where a field is wrong, which then has the focus."""
        if not self.form.check():
            return None
        typed = self.form.values()
        words = {name: typed[name] or "" for name in ("serial", "met", "outcome", *ANSWERS)}
        return VisitResults(
            started_at=typed["started_at"],
            ended_at=typed["ended_at"],
            files=tuple(self.waiting),
            anyway=anyway,
            **words,
        )

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if has_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        paths: list[Path] = local_files(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(4)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        for name, (row, column, span) in _PLACES.items():
            grid.addWidget(self.form[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.file_button)
        foot.addWidget(self.files, 1)
        grid.addLayout(foot, 9, 0, 1, 12)
        grid.setRowStretch(10, 1)

    def _day_of(self) -> date:
        return self._day

    def _on_edited(self, _name: str) -> None:
        self._show_completeness()
        self.edited.emit()

    def _show_completeness(self) -> None:
        """Of what stands in the fields now, so that it grows while typing."""
        texts = {name: self.form[name].editor().toPlainText().strip() for name in ANSWERS}  # type: ignore[attr-defined]
        found = visit_completeness(texts, dict(self._weights))
        self.ring.show_percent(found.percent)
        self.answered.setText(
            self.tr("{answered} of {of} answers").format(answered=found.answered, of=found.of)
        )
        words = self.tr(", ").join(answer_word(name) for name in found.missing)
        self.missing.setText(self.tr("Missing: {what}").format(what=words) if words else self.tr("Complete"))

    def _show_files(self) -> None:
        names = [file.name for file in self._kept]
        names += [self.tr("{name} (with the next save)").format(name=file.name) for file in self.waiting]
        self.files.setText(self.tr(", ").join(names) or self.tr("Drop photos and scans here."))
