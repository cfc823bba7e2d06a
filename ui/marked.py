"""Marks a text for translation where it stands in a table and is translated later."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: ARG001 - the name and order lupdate looks for
    """The text itself; PySide6's own is typed to return `object`, which no table of texts accepts."""
    return text
