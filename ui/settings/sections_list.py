"""The sections at the left of the settings: one Tab stop, arrows go through them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from ui import icons
from ui.theme import GAP, RADIUS, font, theme
from ui.widgets.surface import paint_focus

ROW = 40


class SectionButton(QAbstractButton):
    """Icon and name; the open one is marked by ground, bar and bold text."""

    def __init__(self, icon: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setFixedHeight(ROW)

    def sizeHint(self) -> QSize:
        return QSize(180, ROW)

    def event(self, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent_soft" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if self.isChecked():
            painter.setBrush(colors.color("accent"))
            painter.drawRoundedRect(QRectF(area.left(), area.top() + 10, 3, area.height() - 20), 1.5, 1.5)
        ink = colors.color("accent_text" if self.isChecked() else "text")
        icons.paint(painter, self._icon, QRectF(14, area.center().y() - 9, 18, 18), ink)
        painter.setFont(font(bold=self.isChecked()))
        painter.setPen(ink)
        words = QRectF(44, area.top(), area.width() - 48, area.height())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.text())
        if self.hasFocus():
            paint_focus(painter, area)


class SectionsList(QWidget):
    """`chosen` carries the place of a section."""

    chosen = Signal(int)

    def __init__(self, sections: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        """`sections` are icons and names."""
        super().__init__(parent)
        self.setFixedWidth(200)
        self.group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        for number, (icon, text) in enumerate(sections):
            made = SectionButton(icon, text)
            made.installEventFilter(self)
            self.group.addButton(made, number)
            column.addWidget(made)
        column.addStretch(1)
        self.group.idToggled.connect(self._on_toggled)

    def choose(self, number: int) -> None:
        """Open a section."""
        self.group.button(number).setChecked(True)
        self.setFocusProxy(self.group.button(number))

    def eventFilter(self, watched: object, event: QEvent, /) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in steps:
            count = len(self.group.buttons())
            number = (self.group.checkedId() + steps[Qt.Key(event.key())]) % count
            self.group.button(number).setFocus(Qt.FocusReason.OtherFocusReason)
            self.choose(number)
            return True
        return False

    def _on_toggled(self, number: int, checked: bool) -> None:
        if checked:
            self.chosen.emit(number)
