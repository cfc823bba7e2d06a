"""English sentences for what the printing of forms refuses; each says what is wrong and what to do."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

_MARKED: dict[str, object] = {
    "batch-empty": QT_TRANSLATE_NOOP("errors", "A booklet needs at least one form. Enter how many to print."),
    "logo-unreadable": QT_TRANSLATE_NOOP(
        "errors", "The company logo cannot be read. Choose a PNG or JPEG picture in the settings."
    ),
    "paper-too-small": QT_TRANSLATE_NOOP(
        "errors", "This form does not fit on {paper}. Choose {needed} paper."
    ),
}

TEXTS: dict[str, str] = {code: str(text) for code, text in _MARKED.items()}
