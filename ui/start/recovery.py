"""Shows the recovery key once: to copy, to print, to be put away."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPainter, QPaintEvent, QTextDocument
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget

from ui.start.panel import Panel
from ui.theme import CONTROL, GAP, RADIUS, theme
from ui.widgets.surface import button, quiet


class KeyShown(QWidget):
    """The eight groups in two lines, large enough to be copied by hand."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._groups = key.split("-")
        self.setAccessibleName(key)
        self.setFixedHeight(104)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme().color("edge"))
        painter.setBrush(theme().color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        face: QFont = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        face.setPixelSize(24)
        face.setBold(True)
        painter.setFont(face)
        painter.setPen(theme().color("text"))
        step = self.width() / 4
        for number, group in enumerate(self._groups):
            spot = QRectF(number % 4 * step, 8 + number // 4 * 44, step, 44)
            painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), group)


class RecoveryPanel(Panel):
    """`kept` says that the person has the key on paper; `wait` holds them while something is still made."""

    kept = Signal()

    def __init__(self, key: str, branch_name: str) -> None:
        super().__init__(
            self.tr("Write down the recovery key"),
            self.tr(
                "It is shown only now. If this computer loses its memory or somebody forgets the passphrase, "
                "only this key opens the customer data. Keep it on paper, away from the counter."
            ),
        )
        self._key = key
        self._branch_name = branch_name
        self.body.addWidget(KeyShown(key))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        self.copy = button(self.tr("Copy"), "copy")
        self.copy.clicked.connect(self._on_copy_clicked)
        self.print = button(self.tr("Print…"), "print")
        self.print.clicked.connect(self._on_print_clicked)
        for made in (self.copy, self.print):
            row.addWidget(made)
        self.copied = quiet("")
        row.addWidget(self.copied, 1)
        self.body.addLayout(row)
        self.body.addSpacing(2 * GAP)
        self.confirm = QCheckBox(self.tr("I have it on paper, in a safe place"))
        self.confirm.setMinimumHeight(CONTROL)
        self.confirm.toggled.connect(self._show_whether_ready)
        self.body.addWidget(self.confirm)
        self.body.addStretch(1)
        self.go_on = self.add_main(self.tr("Start working"), "check")
        self.go_on.clicked.connect(self.kept)
        self._is_waiting = False
        self._show_whether_ready()

    def begin(self) -> None:
        self.confirm.setFocus(Qt.FocusReason.OtherFocusReason)

    def wait(self, text: str) -> None:
        """Something is still being made; an empty text means it is done."""
        self._is_waiting = bool(text)
        self.doing.setText(text)
        self.doing.setVisible(bool(text))
        self.progress.setVisible(bool(text))
        self._show_whether_ready()

    def _show_whether_ready(self) -> None:
        self.go_on.setEnabled(self.confirm.isChecked() and not self._is_waiting)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._key)
        self.copied.setText(self.tr("Copied. Paste it somewhere safe, then copy something else."))

    def _on_print_clicked(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self.sheet().print_(printer)

    def sheet(self) -> QTextDocument:
        """The page that is printed."""
        first, second = self._key[:23], self._key[24:]
        made = QTextDocument(self)
        heading = self.tr("BranchDesk recovery key of {branch}").format(branch=self._branch_name)
        made.setHtml(
            f"<h2>{heading}</h2><p style='font-family:monospace;font-size:18pt'>{first}<br>{second}</p>"
            f"<p>{self.tr('Keep this sheet locked away. Whoever has it can read the customer data.')}</p>"
        )
        return made
