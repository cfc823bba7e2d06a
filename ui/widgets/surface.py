"""Plain building parts in the program's look: cards, headings, quiet text, the one strong button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui.icons import wear
from ui.theme import CONTROL, GAP, ICON, RADIUS, SMALL, TEXT, TITLE, font, theme


class Surface(QFrame):
    """A card: rounded ground on the window, with a heading when `title` is given."""

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2 * GAP, 2 * GAP - 4, 2 * GAP, 2 * GAP)
        self.column.setSpacing(GAP)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        if title:
            self.column.addWidget(heading(title))
            self.setAccessibleName(title)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("line"), 1))
        painter.setBrush(theme().color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


class Rule(QWidget):
    """A hairline between two parts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        QPainter(self).fillRect(self.rect(), theme().color("line"))


def title(text: str) -> QLabel:
    """The name of a page."""
    return _label(text, TITLE, bold=True)


def heading(text: str) -> QLabel:
    """The name of a part of a page."""
    return _label(text, TEXT + 1, bold=True)


def quiet(text: str, *, size: int = SMALL) -> QLabel:
    """Secondary text; it wraps."""
    made = _label(text, size, bold=False)
    made.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    made.setWordWrap(True)
    return made


def _label(text: str, size: int, *, bold: bool) -> QLabel:
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(size, bold=bold))
    return made


def button(text: str, icon: str = "", *, key: str = "") -> QPushButton:
    """An ordinary button; `key` is the shortcut it shows and obeys."""
    made = QPushButton(text)
    _size(made)
    if icon:
        wear(made, icon)
    if key:
        made.setShortcut(key)
        made.setToolTip(f"{text}  {key}")
    return made


class PrimaryButton(QPushButton):
    """The one strong button of a page, in the accent colour."""

    def __init__(self, text: str, icon: str = "", *, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        _size(self)
        self.setFont(font(bold=True))
        self._icon_name = icon
        if icon:
            wear(self, icon, "on_accent")
        if key:
            self.setShortcut(key)
            self.setToolTip(f"{text}  {key}")

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + 2 * GAP, max(hint.height(), CONTROL))

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = theme()
        ground = colors.color("accent") if self.isEnabled() else colors.color("sunken")
        if self.isDown():
            ground = ground.darker(115)
        elif self.underMouse() and self.isEnabled():
            ground = ground.lighter(108)
        area = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(area, RADIUS - 1, RADIUS - 1)
        if self.hasFocus():
            paint_focus(painter, QRectF(self.rect()))
        painter.setPen(colors.color("on_accent" if self.isEnabled() else "muted"))
        self._paint_text(painter, area)

    def _paint_text(self, painter: QPainter, area: QRectF) -> None:
        width = painter.fontMetrics().horizontalAdvance(self.text())
        if self._icon_name:
            left = area.center().x() - (width + ICON + GAP) / 2
            self.icon().paint(painter, QRectF(left, area.top(), ICON, area.height()).toRect())
            area = QRectF(left + ICON + GAP, area.top(), width + 2, area.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), self.text())


def tool(icon: str, name: str, *, tip: str = "") -> QToolButton:
    """A small button that shows only an icon; `name` is what a screen reader says."""
    made = QToolButton()
    made.setAutoRaise(True)
    made.setIconSize(QSize(ICON, ICON))
    made.setFixedSize(CONTROL - 4, CONTROL - 4)
    made.setAccessibleName(name)
    made.setToolTip(tip or name)
    wear(made, icon, "muted")
    return made


def paint_focus(painter: QPainter, area: QRectF, radius: float = RADIUS) -> None:
    """The focus ring of widgets that paint themselves."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme().color("accent"), 1.6))
    painter.drawRoundedRect(area.adjusted(0.8, 0.8, -0.8, -0.8), radius, radius)
    painter.restore()


def faded(color: QColor, alpha: float) -> QColor:
    """The colour with an opacity of 0 to 1."""
    made = QColor(color)
    made.setAlphaF(alpha)
    return made


def _size(made: QAbstractButton) -> None:
    made.setMinimumHeight(CONTROL)
    made.setIconSize(QSize(ICON, ICON))
