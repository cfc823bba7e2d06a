"""Refusals of the papers of the complaint desk."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "complaint-dossier-needs-number": QT_TRANSLATE_NOOP(
        "errors", "A complaint dossier is about one ticket; name the ticket number with --for."
    ),
}
