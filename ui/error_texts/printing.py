"""Refusals of printers and of where a printed document is to be kept."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "printer-none": QT_TRANSLATE_NOOP(
        "errors",
        "No printer is set up on this computer. Set one up in the system, or save the document as PDF.",
    ),
    "printer-unknown": QT_TRANSLATE_NOOP(
        "errors", "There is no printer “{printer}” (any more). Choose another one; nothing was printed."
    ),
    "printer-not-chosen": QT_TRANSLATE_NOOP(
        "errors", "There are several printers and none is the usual one. Choose one: {known}."
    ),
    "printer-refused": QT_TRANSLATE_NOOP(
        "errors",
        "The printer “{printer}” did not take the document. {reason} Check that it is on and has paper.",
    ),
    "printer-silent": QT_TRANSLATE_NOOP(
        "errors",
        "The printing system of this computer does not answer. Try again, or save the document as PDF.",
    ),
    "tray-unknown": QT_TRANSLATE_NOOP(
        "errors", "The printer “{printer}” has no tray “{tray}”. Choose the tray anew; nothing was printed."
    ),
}
