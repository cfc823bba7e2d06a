"""The window that says the program made a mistake, where the report lies, and lets it be copied."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.crash import Report
from ui.theme import GAP, font
from ui.widgets.scrolling import slim


class CrashDialog(QDialog):
    """Shown beside the work, never over it: what was typed stays, typing can go on."""

    def __init__(self, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(self.tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.resize(640, 420)
        head = QLabel(self.tr("The program made a mistake in the last step."))
        head.setFont(font(16, bold=True))
        advice = QLabel(self._advice())
        advice.setWordWrap(True)
        advice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text = QPlainTextEdit(report.text)
        text.setReadOnly(True)
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        slim(text)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.tr("Crash report"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(GAP)
        for part in (head, advice, text):
            layout.addWidget(part)
        layout.addLayout(self._buttons())

    def _advice(self) -> str:
        calm = self.tr(
            "What was saved is safe; what is on the screen can still be saved. "
            "Please send the report below to your administrator. It contains no customer data."
        )
        if self._report.path is None:
            return calm
        return calm + "\n\n" + self.tr("File: {path}").format(path=self._report.path)

    def _buttons(self) -> QHBoxLayout:
        self.copy = QPushButton(self.tr("Copy report"))
        self.copy.clicked.connect(self._on_copy)
        self.folder = QPushButton(self.tr("Open folder"))
        if self._report.path is None:
            self.folder.hide()
        self.folder.clicked.connect(self._on_folder)
        close = QPushButton(self.tr("Go on working"))
        close.setDefault(True)
        close.clicked.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(self.copy)
        row.addWidget(self.folder)
        row.addStretch()
        row.addWidget(close)
        return row

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.text)
        self.copy.setText(self.tr("Copied"))

    def _on_folder(self) -> None:
        if self._report.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report.path.parent)))
