"""Refusals of the first start and of choosing secrets."""

from __future__ import annotations

from ui.marked import QT_TRANSLATE_NOOP

TEXTS: dict[str, str] = {
    "passwords-differ": QT_TRANSLATE_NOOP("errors", "The two entries differ; type the same one twice."),
}
