"""The narrow rail at the left: one button per page, icon over text."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from ui import icons
from ui.page import PageSpec
from ui.theme import GAP, RADIUS, SMALL, font, theme
from ui.widgets.surface import paint_focus

WIDTH = 84


class RailButton(QAbstractButton):
    """A page's button; the present page is marked by ground, bar and bold text, not by colour alone."""

    def __init__(self, spec: PageSpec, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self.count = 0
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setText(spec.shown_title)
        self.setAccessibleName(spec.shown_title)
        self.setFixedSize(WIDTH, 60)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(f"{spec.shown_title}  {key}" if key else spec.shown_title)

    def set_count(self, count: int) -> None:
        """A number on the icon: how much waits there."""
        self.count = count
        self.setAccessibleName(f"{self.spec.shown_title} {count}" if count else self.spec.shown_title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 60)

    def event(self, event: QEvent, /) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        area = QRectF(self.rect()).adjusted(8, 2, -8, -2)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colors.color("accent_soft" if self.isChecked() else "sunken"))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
        if self.isChecked():
            painter.setBrush(colors.color("accent"))
            painter.drawRoundedRect(QRectF(0, area.top() + 12, 3, area.height() - 24), 1.5, 1.5)
        ink = colors.color("accent_text" if self.isChecked() else "muted")
        icons.paint(painter, self.spec.icon, QRectF(area.center().x() - 11, area.top() + 8, 22, 22), ink)
        painter.setFont(font(SMALL, bold=self.isChecked()))
        painter.setPen(ink)
        painter.drawText(
            QRectF(0, area.top() + 32, self.width(), 18), int(Qt.AlignmentFlag.AlignCenter), self.text()
        )
        if self.count:
            self._paint_count(painter, area)
        if self.hasFocus():
            paint_focus(painter, area)

    def _paint_count(self, painter: QPainter, area: QRectF) -> None:
        text = "99+" if self.count > 99 else str(self.count)
        painter.setFont(font(10, bold=True))
        width = max(painter.fontMetrics().horizontalAdvance(text) + 8, 16)
        spot = QRectF(area.center().x() + 5, area.top() + 3, width, 16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("danger"))
        painter.drawRoundedRect(spot, 8, 8)
        painter.setPen(theme().color("surface"))
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), text)


class Rail(QWidget):
    """The pages that exist, in order; those at the foot stand apart."""

    picked = Signal(str)

    def __init__(self, specs: tuple[PageSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(self.tr("Pages"))
        self.buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, GAP)
        column.setSpacing(2)
        upper = [spec for spec in specs if not spec.at_foot]
        lower = [spec for spec in specs if spec.at_foot]
        for number, spec in enumerate(upper, 1):
            column.addWidget(self._button(spec, f"Ctrl+{number}" if number <= 9 else ""))
        column.addStretch()
        for spec in lower:
            column.addWidget(self._button(spec, spec.key))

    def show_picked(self, name: str) -> None:
        self.buttons[name].setChecked(True)

    def show_count(self, name: str, count: int) -> None:
        if name in self.buttons:
            self.buttons[name].set_count(count)

    def _button(self, spec: PageSpec, key: str) -> RailButton:
        made = RailButton(spec, spec.key or key)
        made.clicked.connect(lambda: self.picked.emit(spec.name))
        self.buttons[spec.name] = made
        return made

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.fillRect(self.width() - 1, 0, 1, self.height(), theme().color("line"))
