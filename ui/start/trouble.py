"""What stands in the way of opening, in one sentence, with the ways out."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.errors import UserError
from ui.errors import sentence
from ui.start.panel import Panel


class TroublePanel(Panel):
    """Retry, another folder, or give up."""

    retried = Signal()
    folder_wanted = Signal()
    given_up = Signal()

    def __init__(self, error: UserError) -> None:
        super().__init__(self.tr("The desk cannot be opened"))
        self.error = error
        self.body.addWidget(self.trouble)
        self.trouble.say(sentence(error))
        self.body.addStretch(1)
        self.quit = self.add_link(self.tr("Quit"))
        self.quit.clicked.connect(self.given_up)
        self.folder = self.add_link(self.tr("Choose another folder…"))
        self.folder.clicked.connect(self.folder_wanted)
        self.retry = self.add_main(self.tr("Try again"), "redo")
        self.retry.clicked.connect(self.retried)

    def begin(self) -> None:
        self.retry.setFocus()


class WaitPanel(Panel):
    """While the database is opened, which may mean an upgrade."""

    def __init__(self) -> None:
        super().__init__(self.tr("Opening…"))
        self.body.addStretch(1)
        self.set_busy(self.tr("The database is being opened."))
