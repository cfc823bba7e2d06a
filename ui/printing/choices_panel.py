"""The choices beside the preview: printer, copies, sides, tray, paper, language and offset."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.documents.records import Language, PaperSize
from ui.marked import QT_TRANSLATE_NOOP
from ui.printing.printers import Abilities, Printer
from ui.printing.setups import PAPERS, Kind, Setup
from ui.theme import CONTROL, GAP, SMALL, font
from ui.widgets.choice import Choice, ChoiceField, Combo
from ui.widgets.surface import button, heading, quiet

MOST_COPIES = 99
FARTHEST_MM = 20.0
_TRAYS = {
    "auto": QT_TRANSLATE_NOOP("printing", "Automatic"),
    "manual": QT_TRANSLATE_NOOP("printing", "By hand"),
    "multipurpose": QT_TRANSLATE_NOOP("printing", "Multi-purpose tray"),
    "upper": QT_TRANSLATE_NOOP("printing", "Upper tray"),
    "lower": QT_TRANSLATE_NOOP("printing", "Lower tray"),
    "envelope": QT_TRANSLATE_NOOP("printing", "Envelopes"),
}


def tray_text(tray: str) -> str:
    """A driver's word for a tray as people say it; one we do not know stays as it is."""
    bare = tray.lower().replace("-", "").replace("_", "")
    if bare in _TRAYS:
        return QCoreApplication.translate("printing", _TRAYS[bare])
    if bare.startswith("tray") and bare[4:].isdigit():
        return QCoreApplication.translate("printing", "Tray {number}").format(number=bare[4:])
    return tray


class ChoicesPanel(QWidget):
    """Holds a `Setup`; `changed` when the pages must be made anew, `printer_picked` when another printer
    was chosen, whose abilities are then to be shown with `show_printer`."""

    changed = Signal()
    printer_picked = Signal(str)
    test_wanted = Signal()

    def __init__(self, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._setup = Setup(printer="")
        self._is_filling = False
        self._trays: tuple[str, ...] = ()
        self.printer = Combo()
        self.printer.setAccessibleName(self.tr("Printer"))
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.warning.setForegroundRole(self.warning.palette().ColorRole.BrightText)
        self.warning.hide()
        self.copies = QSpinBox()
        self.copies.setRange(1, MOST_COPIES)
        self.copies.setMinimumHeight(CONTROL)
        self.copies.setAccessibleName(self.tr("Copies"))
        self.duplex = QCheckBox(self.tr("Both sides"))
        self.tray = Combo()
        self.tray.setAccessibleName(self.tr("Tray"))
        sizes = [Choice(value=size, text=size.value) for size in PAPERS[kind]]
        languages = [
            Choice(value=Language.CHINESE, text=self.tr("Chinese")),
            Choice(value=Language.ENGLISH, text=self.tr("English")),
        ]
        self.paper: ChoiceField[PaperSize] = ChoiceField("paper", self.tr("Paper"), sizes)
        self.language: ChoiceField[Language] = ChoiceField("language", self.tr("Language"), languages)
        self.right = _millimetres(self.tr("Right, millimetres"))
        self.down = _millimetres(self.tr("Down, millimetres"))
        self.test = button(self.tr("Print test page"), "print")
        self._build()
        self._connect()

    def show_printers(self, printers: Sequence[Printer], setup: Setup, able: Abilities | None) -> None:
        """Everything there is to choose from, and what was chosen last time."""
        self._is_filling = True
        self.printer.clear()
        self.printer.addItems([printer.name for printer in printers])
        self.printer.setCurrentText(setup.printer)
        known = setup.printer in [printer.name for printer in printers]
        if not known:
            self.printer.setCurrentIndex(-1)
        self._tell_missing(setup.printer, is_any=bool(printers), is_known=known)
        self.show_setup(setup, able or Abilities())

    def show_setup(self, setup: Setup, able: Abilities) -> None:
        """The choices for a printer and what it is able to do."""
        self._is_filling = True
        self._setup = setup
        self._trays = able.trays
        self.tray.clear()
        self.tray.addItem(self.tr("As the printer decides"))
        self.tray.addItems([tray_text(tray) for tray in able.trays])
        self.tray.setCurrentIndex(able.trays.index(setup.tray) + 1 if setup.tray in able.trays else 0)
        self.tray.setEnabled(bool(able.trays))
        self.duplex.setEnabled(able.can_duplex)
        self.duplex.setChecked(setup.duplex and able.can_duplex)
        self.paper.set_value(setup.paper)
        self.language.set_value(setup.language)
        self.right.setValue(setup.right_mm)
        self.down.setValue(setup.down_mm)
        self.test.setEnabled(bool(setup.printer) and self.printer.currentIndex() >= 0)
        self._is_filling = False

    def setup(self) -> Setup:
        """What is chosen now; `printer` is empty when none is."""
        tray = self.tray.currentIndex() - 1
        return replace(
            self._setup,
            printer=self.printer.currentText() if self.printer.currentIndex() >= 0 else "",
            paper=self.paper.value() or PaperSize.A4,
            language=self.language.value() or Language.CHINESE,
            duplex=self.duplex.isChecked(),
            tray=self._trays[tray] if 0 <= tray < len(self._trays) else None,
            right_mm=round(self.right.value(), 1),
            down_mm=round(self.down.value(), 1),
        )

    # Inside -------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(heading(self.tr("Printer")))
        column.addWidget(self.printer)
        column.addWidget(self.warning)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        sides = QHBoxLayout()
        sides.setSpacing(2 * GAP)
        sides.addWidget(self.copies)
        sides.addWidget(self.duplex, 1)
        grid.addWidget(_caption(self.tr("Copies"), self.copies), 0, 0)
        grid.addLayout(sides, 0, 1)
        grid.addWidget(_caption(self.tr("Tray"), self.tray), 1, 0)
        grid.addWidget(self.tray, 1, 1)
        column.addLayout(grid)
        column.addSpacing(GAP)
        row = QHBoxLayout()
        row.setSpacing(2 * GAP)
        for field in (self.paper, self.language):
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(self.paper)
        row.addWidget(self.language, 1)
        if self._kind is Kind.BOOKLET:
            self.language.hide()  # its serials were issued on paper of one language
        column.addLayout(row)
        column.addSpacing(GAP)
        column.addWidget(heading(self.tr("Offset of this printer")))
        column.addWidget(quiet(self.tr("When pre-printed lines and printed text do not meet.")))
        column.addLayout(self._offsets())
        column.addWidget(self.test)
        column.addStretch()

    def _offsets(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        for place, (name, box) in enumerate(((self.tr("Right"), self.right), (self.tr("Down"), self.down))):
            caption = _caption(name, box)
            caption.setFont(font(SMALL))
            grid.addWidget(caption, 0, place)
            grid.addWidget(box, 1, place)
        return grid

    def _connect(self) -> None:
        self.printer.activated.connect(self._on_printer)
        for box in (self.right, self.down):
            box.valueChanged.connect(self._on_edited)
        self.duplex.toggled.connect(self._on_edited)
        self.paper.edited.connect(self._on_edited)
        self.language.edited.connect(self._on_edited)
        self.test.clicked.connect(self.test_wanted)

    def _on_printer(self) -> None:
        self.warning.hide()
        self.printer_picked.emit(self.printer.currentText())

    def _on_edited(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _tell_missing(self, name: str, *, is_any: bool, is_known: bool) -> None:
        text = ""
        if not is_any:
            text = self.tr("No printer is set up on this computer. The document can be saved as PDF.")
        elif name and not is_known:
            text = self.tr("“{printer}” is not there any more. Choose a printer.").format(printer=name)
        elif not is_known:
            text = self.tr("Choose a printer.")
        self.warning.setText(text)
        self.warning.setVisible(bool(text))


def _caption(text: str, buddy: QWidget) -> QLabel:
    made = QLabel(text)
    made.setBuddy(buddy)
    made.setForegroundRole(made.palette().ColorRole.PlaceholderText)
    return made


def _millimetres(name: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(-FARTHEST_MM, FARTHEST_MM)
    box.setSingleStep(0.5)
    box.setDecimals(1)
    box.setSuffix(" mm")
    box.setMinimumHeight(CONTROL)
    box.setAlignment(Qt.AlignmentFlag.AlignRight)
    box.setStepType(QAbstractSpinBox.StepType.DefaultStepType)
    box.setAccessibleName(name)
    return box
