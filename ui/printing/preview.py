"""The preview: pages as they will be on paper, with everything that can be chosen, by keys alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.documents.preview import page_sizes_mm, render
from app.errors import UserError
from ui.printing.choices_panel import ChoicesPanel
from ui.printing.page_view import PageView
from ui.printing.papers import Document, Gathered, gather
from ui.printing.printers import Abilities, Printer, printer_for
from ui.printing.setups import Kind, Setup, setup_of
from ui.theme import GAP
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import PrimaryButton, Rule, button, tool

if TYPE_CHECKING:
    from ui.jobs import Job
    from ui.printing.service import Printing
    from ui.tasks import Ticket

PANEL: Final = 320
FIRST_SIZE: Final = (1120, 690)


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What the preview opens with."""

    printers: tuple[Printer, ...]
    setup: Setup
    able: Abilities | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """The pages for the present choices."""

    gathered: Gathered
    pdf: bytes
    sizes_mm: list[tuple[float, float]]


class PreviewDialog(QDialog):
    """Looks first, prints on Enter or Ctrl+P; Ctrl+S saves the PDF, Esc leaves."""

    def __init__(self, printing: Printing, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print: {document}").format(document=document.name))
        self.resize(QSize(*FIRST_SIZE).boundedTo(self.screen().availableSize() * 0.94))
        self.printing = printing
        self.document = document
        self.made: Made | None = None
        self._making: Ticket | None = None
        self.pages = PageView()
        self.panel = ChoicesPanel(document.kind)
        self.print_button = PrimaryButton(self.tr("Print"), "print")
        self.save_button = button(self.tr("Save as PDF"), "export")
        self.place = QLabel()
        self.percent = QLabel()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(150)
        self._soon.timeout.connect(self._make)
        self._build()
        self._connect()
        self.panel.setEnabled(False)
        self._allow(False)
        printing.tasks.run(self, self._look_around, self._on_found, self._on_refused)

    # Building -----------------------------------------------------------------------------------

    def _build(self) -> None:
        side = QVBoxLayout()
        side.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        side.setSpacing(GAP)
        scroll = ScrollColumn()
        scroll.column.addWidget(self.panel)
        side.addWidget(scroll, 1)
        side.addWidget(Rule())
        close = button(self.tr("Close"))
        close.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.save_button, 1)
        row.addWidget(close)
        side.addWidget(self.print_button)
        side.addLayout(row)
        frame = QWidget()
        frame.setFixedWidth(PANEL)
        frame.setLayout(side)
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self.pages, 1)
        left.addWidget(self._tools())
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(left, 1)
        whole.addWidget(frame)
        self.print_button.setDefault(True)
        for part in (close, self.save_button, self.panel.test):
            part.setAutoDefault(False)

    def _tools(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(2 * GAP, 4, 2 * GAP, 4)
        row.setSpacing(4)
        for icon, name, keys, act in (
            ("chevron-up", self.tr("Previous page"), "PgUp", lambda: self._turn(-1)),
            ("chevron-down", self.tr("Next page"), "PgDown", lambda: self._turn(1)),
        ):
            row.addWidget(self._tool(icon, name, keys, act))
        row.addWidget(self.place)
        row.addStretch()
        for icon, name, keys, act in (
            ("remove", self.tr("Smaller"), "Ctrl+-", self.pages.zoom_out),
            ("add", self.tr("Larger"), "Ctrl++", self.pages.zoom_in),
        ):
            row.addWidget(self._tool(icon, name, keys, act))
        row.addWidget(self.percent)
        for name, keys, act in (
            (self.tr("Whole page"), "Ctrl+0", self.pages.fit_page),
            (self.tr("Page width"), "Ctrl+9", self.pages.fit_width),
        ):
            fit = button(name)
            fit.setAutoDefault(False)
            fit.setToolTip(f"{name}  {keys}")
            fit.clicked.connect(act)
            row.addWidget(fit)
        return bar

    def _tool(self, icon: str, name: str, keys: str, act: object) -> QWidget:
        made = tool(icon, name, tip=f"{name}  {keys}")
        made.clicked.connect(act)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def _connect(self) -> None:
        for keys, act in (
            ("PgUp", lambda: self._turn(-1)),
            ("PgDown", lambda: self._turn(1)),
            ("Ctrl+Home", lambda: self.pages.go_to(0)),
            ("Ctrl+End", lambda: self.pages.go_to(len(self.pages.sizes_mm))),
            ("Ctrl++", self.pages.zoom_in),
            ("Ctrl+=", self.pages.zoom_in),
            ("Ctrl+-", self.pages.zoom_out),
            ("Ctrl+0", self.pages.fit_page),
            ("Ctrl+9", self.pages.fit_width),
            ("Ctrl+P", self._print),
            ("Ctrl+S", self._save),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self.pages.page_wanted.connect(self._draw)
        self.pages.page_changed.connect(self._tell_place)
        self.pages.zoom_changed.connect(lambda zoom: self.percent.setText(f"{round(zoom * 100)} %"))
        self.panel.changed.connect(self._soon.start)
        self.panel.printer_picked.connect(self._on_printer)
        self.panel.printer.entered.connect(self._print)
        self.panel.test_wanted.connect(self._print_test)
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)

    # In workers ---------------------------------------------------------------------------------

    def _look_around(self, _job: Job) -> Found:
        queue = self.printing.queue()
        settings = self.printing.settings()
        printers = tuple(queue.printers())
        kind = self.document.kind
        wanted = settings.printer_of.get(kind)
        try:
            name = printer_for(printers, wanted).name
        except UserError:
            return Found(printers=printers, setup=setup_of(settings, kind, wanted or ""), able=None)
        return Found(printers=printers, setup=setup_of(settings, kind, name), able=queue.abilities(name))

    def _look_at(self, name: str, _job: Job) -> tuple[Setup, Abilities]:
        able = self.printing.queue().abilities(name)
        return setup_of(self.printing.settings(), self.document.kind, name), able

    def _pages_for(self, setup: Setup, held: Gathered | None, job: Job) -> Made:
        if held is None or held.language is not setup.language:
            held = gather(job, self.document, setup.language, to_print=False)
        job.check()
        pdf = held.pages(replace(setup, language=held.language).sheet())
        return Made(gathered=held, pdf=pdf, sizes_mm=page_sizes_mm(pdf))

    # Answers ------------------------------------------------------------------------------------

    def _on_found(self, found: Found) -> None:
        self.panel.setEnabled(True)
        self.panel.show_printers(found.printers, found.setup, found.able)
        self.panel.printer.setFocus(Qt.FocusReason.OtherFocusReason)
        self._make()

    def _on_printer(self, name: str) -> None:
        self._allow(False)
        self.printing.tasks.run(self, partial(self._look_at, name), self._on_able, self._on_refused)

    def _on_able(self, answer: tuple[Setup, Abilities]) -> None:
        own, able = answer
        present = self.panel.setup()
        # What was chosen for this document stays; what belongs to the printer is the new printer's.
        self.panel.show_setup(replace(own, paper=present.paper, language=present.language), able)
        self._make()

    def _make(self) -> None:
        if self._making is not None:
            self._making.cancel()
        held = self.made.gathered if self.made is not None else None
        wanted = self.panel.setup()
        if self.document.kind is Kind.BOOKLET and held is not None:
            wanted = replace(wanted, language=held.language)
        self._making = self.printing.tasks.run(
            self, partial(self._pages_for, wanted, held), self._on_made, self._on_refused
        )

    def _on_made(self, made: Made) -> None:
        self.made = made
        self.setWindowTitle(
            self.tr("Print: {document}").format(document=self.document.name) + f"  {made.gathered.about}"
        )
        self.pages.show_pages(made.sizes_mm)
        self._tell_place(self.pages.page)
        self._allow(True)

    def _on_refused(self, error: UserError) -> None:
        self.printing.messages.refuse(error)
        if error.code not in {"printer-unknown", "printer-silent"}:
            self.reject()

    def _draw(self, page: int, dpi: float) -> None:
        made = self.made
        if made is None:
            return

        def draw(_job: Job) -> object:
            return render(made.pdf, page, dpi=dpi)

        def show(picture: object) -> None:
            if self.made is made:
                self.pages.show_picture(page, dpi, picture)  # type: ignore[arg-type]

        self.printing.tasks.run(self, draw, show)

    # What a person does -------------------------------------------------------------------------

    def _turn(self, step: int) -> None:
        self.pages.go_to(self.pages.page + step)

    def _tell_place(self, page: int) -> None:
        count = len(self.pages.sizes_mm)
        self.place.setText(self.tr("Page {page} of {count}").format(page=page + 1, count=count))

    def _allow(self, is_ready: bool) -> None:
        self.save_button.setEnabled(self.made is not None)
        self.print_button.setEnabled(is_ready and bool(self.panel.setup().printer))

    def _print(self) -> None:
        if self.print_button.isEnabled():
            self.printing.print_document(self.document, self.panel.setup(), self.panel.copies.value())
            self.accept()

    def _save(self) -> None:
        if self.save_button.isEnabled():
            self.printing.save_pdf(self.document, self.panel.setup())

    def _print_test(self) -> None:
        setup = self.panel.setup()
        self.printing.print_test_page(setup)
