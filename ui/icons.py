"""Line icons, painted in the colours of the present theme and repainted when it changes."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPixmap

from ui.assets import asset
from ui.theme import ICON, theme


class TakesIcon(Protocol):
    """A button, an action, a tab: whatever shows an icon."""

    def setIcon(self, icon: QIcon, /) -> None: ...


@lru_cache(maxsize=128)
def _drawing(name: str) -> bytes:
    return asset("icons", f"{name}.svg").read_bytes()


@lru_cache(maxsize=512)
def pixmap(name: str, color: str, size: int = ICON, ratio: float = 1.0) -> QPixmap:
    """The drawing `name` in `color`, `size` logical pixels wide; FileNotFoundError for no such drawing."""
    from PySide6.QtSvg import QSvgRenderer  # 10 ms that a start without icons need not pay

    source = _drawing(name).replace(b"currentColor", color.encode())
    image = QImage(QSize(round(size * ratio), round(size * ratio)), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(source)).render(painter, QRectF(image.rect()))
    painter.end()
    made = QPixmap.fromImage(image)
    made.setDevicePixelRatio(ratio)
    return made


def icon(name: str, role: str = "text") -> QIcon:
    """The drawing in a colour of the theme (a field of `ui.theme.Colors`), dimmed when disabled."""
    colors = theme().colors
    made = QIcon()
    ratio = _ratio()
    for mode, color in (
        (QIcon.Mode.Normal, getattr(colors, role)),
        (QIcon.Mode.Disabled, colors.disabled),
        (QIcon.Mode.Selected, colors.on_accent),
    ):
        made.addPixmap(pixmap(name, color, ICON, ratio), mode)
    return made


def wear(target: TakesIcon, name: str, role: str = "text") -> None:
    """Give a button or an action its icon now and after every change of the theme."""
    target.setIcon(icon(name, role))
    if isinstance(target, QObject):
        _Wearer(target, name, role)


def paint(painter: QPainter, name: str, area: QRectF, color: QColor) -> None:
    """Draw the icon in the middle of `area`, for widgets that paint themselves."""
    size = round(min(area.width(), area.height()))
    ratio = painter.device().devicePixelRatioF()
    drawn = pixmap(name, color.name(), size, ratio)
    target = QRectF(0, 0, size, size)
    target.moveCenter(area.center())
    painter.drawPixmap(target.topLeft(), drawn)


def _ratio() -> float:
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


class _Wearer(QObject):
    """Lives as a child of its button and repeats the dressing."""

    def __init__(self, target: QObject, name: str, role: str) -> None:
        for older in target.findChildren(_Wearer, options=Qt.FindChildOption.FindDirectChildrenOnly):
            older.deleteLater()
        super().__init__(target)
        self._name = name
        self._role = role
        theme().changed.connect(self._repeat)

    def _repeat(self) -> None:
        target = self.parent()
        setter = getattr(target, "setIcon", None)
        if setter is not None:
            setter(icon(self._name, self._role))
