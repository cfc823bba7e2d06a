"""The frame every step of the start shares: title, advice, fields, one line of trouble, buttons at the foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.errors import UserError
from ui import icons
from ui.errors import sentence
from ui.theme import GAP, RADIUS, SMALL, font, theme
from ui.widgets.form import Form
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import PrimaryButton, quiet, title

WIDTH = 420


class TroubleLine(QWidget):
    """Why it did not go on, in red, with a sign; gone with the next try."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setForegroundRole(QPalette.ColorRole.BrightText)
        row = QHBoxLayout(self)
        row.setContentsMargins(36, GAP, GAP + 4, GAP)
        row.addWidget(self.text, 1)
        self.hide()

    def say(self, text: str) -> None:
        """Show a sentence, or nothing."""
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("danger_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        icons.paint(painter, "error", QRectF(10, 10, 18, 18), theme().color("danger"))


class Panel(QWidget):
    """One step; subclasses add fields to `form` and widgets to `body`."""

    def __init__(self, heading: str, advice: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(heading)
        self.main: QPushButton | None = None
        self.form = Form(self)
        self.trouble = TroubleLine()
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(4)
        self.progress.hide()
        self.doing = quiet("")
        self.doing.hide()
        scroll = ScrollColumn()
        self.body = scroll.column
        self.body.setContentsMargins(0, 0, GAP, 0)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * GAP, 5 * GAP, 5 * GAP, 4 * GAP)
        column.setSpacing(GAP)
        column.addWidget(title(heading))
        if advice:
            column.addWidget(quiet(advice, size=SMALL + 1))
        column.addSpacing(GAP)
        column.addWidget(scroll, 1)
        column.addWidget(self.trouble)
        column.addWidget(self.doing)
        column.addWidget(self.progress)
        column.addSpacing(GAP // 2)
        column.addLayout(self.foot)

    def add_main(self, text: str, icon: str = "") -> PrimaryButton:
        """The button that goes on; it stands last."""
        made = PrimaryButton(text, icon)
        self.main = made
        self.foot.addStretch(1)
        self.foot.addWidget(made)
        return made

    def add_link(self, text: str) -> QPushButton:
        """A way out at the left of the foot."""
        made = QPushButton(text)
        made.setFlat(True)
        made.setFont(font(SMALL + 1))
        self.foot.addWidget(made)
        return made

    def set_busy(self, text: str) -> None:
        """While something is done: fields and buttons rest; an empty text wakes them."""
        for part in self.findChildren(QPushButton):
            part.setEnabled(not text)
        for field in self.form.fields.values():
            field.setEnabled(not text)
        self.doing.setText(text)
        self.doing.setVisible(bool(text))
        self.progress.setRange(0, 0)
        self.progress.setVisible(bool(text))
        if text:
            self.trouble.say("")

    def show_fraction(self, fraction: float) -> None:
        """How far the work is, 0 to 1."""
        self.progress.setRange(0, 100)
        self.progress.setValue(round(100 * fraction))

    def refuse(self, error: UserError) -> None:
        """Say at the field what is wrong, or above the buttons where no field is to blame."""
        self.set_busy("")
        if not self.form.show_error(error):
            self.trouble.say(sentence(error))

    def begin(self) -> None:
        """Put the focus where typing starts."""
        for field in self.form.fields.values():
            if not field.isHidden():
                field.go()
                return

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter presses the button it is on, and goes on from a tick box; fields keep their own Enter."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        here = self.focusWidget()
        wanted = here if isinstance(here, QPushButton) else self.main
        if wanted is not None:
            wanted.click()
