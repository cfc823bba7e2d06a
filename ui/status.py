"""The line at the foot: branch, clerk, connection, what is being saved, what is not shared yet."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui import icons
from ui.theme import GAP, SMALL, font, theme


@dataclass(frozen=True, kw_only=True, slots=True)
class Connection:
    """What the status line says about where the rows are; `unshared` is None where nothing is shared."""

    place: str  # "Local database" or the server's name
    is_online: bool = True
    is_shared: bool = False
    unshared: int | None = None


class StatusPart(QWidget):
    """An icon and a text."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._role = "muted"
        self.text = QLabel()
        self.text.setFont(font(SMALL))
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 0, 0)
        row.addWidget(self.text)

    def say(self, text: str, icon: str = "", role: str = "muted") -> None:
        self._icon = icon or self._icon
        self._role = role
        self.text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent, /) -> None:
        spot = QRectF(0, self.height() / 2 - 7, 14, 14)
        icons.paint(QPainter(self), self._icon, spot, theme().color(self._role))


class StatusLine(QWidget):
    """Always in sight, never in the way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(28)
        self.branch = StatusPart("branch")
        self.clerk = StatusPart("person")
        self.place = StatusPart("database")
        self.unshared = StatusPart("sync")
        self.saving = StatusPart("clock")
        self.hint = QLabel(self.tr("F1 Keys"))
        self.hint.setFont(font(SMALL))
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GAP, 0, 2 * GAP, 0)
        row.setSpacing(3 * GAP)
        for part in (self.branch, self.clerk, self.place, self.unshared, self.saving):
            row.addWidget(part)
        row.addStretch()
        row.addWidget(self.hint)
        for part in (self.branch, self.clerk, self.place, self.unshared, self.saving):
            part.say("")

    def show_people(self, branch: str, clerk: str) -> None:
        self.branch.say(branch)
        self.clerk.say(clerk)

    def show_connection(self, connection: Connection) -> None:
        if not connection.is_shared:
            self.place.say(connection.place, "database")
        elif connection.is_online:
            self.place.say(connection.place, "online", "success")
        else:
            self.place.say(self.tr("{place} (offline)").format(place=connection.place), "offline", "warning")
        count = connection.unshared
        if count is None:
            self.unshared.say("")
        elif count:
            self.unshared.say(self.tr("%n change(s) not shared yet", "", count), "sync", "warning")
        else:
            self.unshared.say(self.tr("Everything shared"), "check", "success")

    def show_pending(self, count: int) -> None:
        """While user actions are on their way to the disk."""
        self.saving.say(self.tr("Saving…") if count else "")

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surface"))
        painter.fillRect(0, 0, self.width(), 1, theme().color("line"))
