"""Refusals of attachments on the card that come from the file system."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "leap-policy-unknown": QT_TRANSLATE_NOOP("errors", "“{given}” is no month to keep a birthday in."),
    "attachment-unreadable": QT_TRANSLATE_NOOP(
        "errors", "The file {name} could not be read. Check that it still exists and is not open elsewhere."
    ),
    "attachment-unwritable": QT_TRANSLATE_NOOP(
        "errors", "The copy could not be written to {name}. Choose another folder."
    ),
}
