"""Sentences for the command line: the same words as on the screen, without one."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication

from app.errors import UserError
from ui import i18n
from ui.errors import sentence


def told(error: UserError) -> str:
    """The sentence of a refusal in Chinese."""
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    i18n.install(application)
    return sentence(error)
