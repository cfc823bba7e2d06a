"""One part of the settings: a heading, what it is for, fields, and buttons that say why they rest."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.access.actor import Actor
from app.states import Permission
from ui.desk import Desk
from ui.theme import GAP, SMALL
from ui.widgets.form import Form
from ui.widgets.scrolling import ScrollColumn
from ui.widgets.surface import quiet, title

WIDTH = 640


class Section(ScrollColumn):
    """Subclasses fill `column`; `reload` runs whenever the section is shown or its topics changed."""

    def __init__(self, desk: Desk, heading: str, advice: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.heading = heading
        self.form = Form(self)
        self.setAccessibleName(heading)
        self.column.setContentsMargins(0, 0, 2 * GAP, 0)
        self.column.addWidget(title(heading))
        if advice:
            self.column.addWidget(quiet(advice, size=SMALL + 1))
        self.column.addSpacing(GAP)

    @property
    def actor(self) -> Actor:
        """Who is signed in."""
        return self.desk.tasks.actor

    def reload(self) -> None:
        """Read what is shown."""

    def save(self) -> None:
        """F9 was pressed here."""

    def has_unsaved(self) -> bool:
        """Whether typing would be lost with the window."""
        return False


def needs(actor: Actor, permission: Permission, *widgets: QWidget) -> bool:
    """Let widgets rest, and say why, where the role of the person lacks a permission."""
    allowed = actor.may(permission)
    if not allowed:
        for widget in widgets:
            widget.setEnabled(False)
            widget.setToolTip(
                QCoreApplication.translate("settings", "Your role does not allow this; ask an administrator.")
            )
    return allowed
