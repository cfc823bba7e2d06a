"""What one device remembers about itself: language, look, printers, window; nothing about customers."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from math import isfinite
from pathlib import Path
from typing import Any, Final

from app.whole_files import locked, write_whole
from db.errors import UserError
from db.faults import refusing

_LARGEST: Final = 1024 * 1024
LOCAL: Final = "local"
"""The local database among `DeviceSettings.devices`."""

_FARTHEST_MM: Final = 50.0


class Theme(StrEnum):
    """How the window looks; `SYSTEM` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


@dataclass(frozen=True, kw_only=True, slots=True)
class PrinterSettings:
    """How one printer is used; offsets in millimetres move the page right and down."""

    right_mm: float = 0.0
    down_mm: float = 0.0
    tray: str | None = None
    duplex: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentSettings:
    """How one kind of document is printed here: values of `PaperSize` and `Language`, both sides of the sheet.

    None: what suits the document.
    """

    paper: str | None = None
    language: str | None = None
    duplex: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DeviceSettings:
    """The settings of this device; `unknown` keeps what a newer program wrote."""

    language: str | None = None
    theme: Theme = Theme.SYSTEM
    printers: Mapping[str, PrinterSettings] = field(default_factory=dict)
    printer_of: Mapping[str, str] = field(default_factory=dict)
    """Kind of document → name of the printer it goes to."""
    documents: Mapping[str, DocumentSettings] = field(default_factory=dict)
    """Kind of document → how it is printed."""
    layout: Mapping[str, str] = field(default_factory=dict)
    """Name of a window, splitter or table → its state as Qt saved it (base64)."""
    database: str | None = None
    """The shared database this device last joined; None for the local file."""
    devices: Mapping[str, str] = field(default_factory=dict)
    """Database (`local` or its address) → the key of this device in it."""
    codes: tuple[str, ...] = ()
    """Device codes this computer took after a restore; a second restore must not take one again."""
    login: str | None = None
    """Who signed in here last."""
    reminders: bool = True
    """Whether this computer reminds of what begins soon."""
    unknown: Mapping[str, Any] = field(default_factory=dict)


def load(file: Path) -> tuple[DeviceSettings, UserError | None]:
    """The settings, and what to tell when the file was damaged and set aside (`settings-damaged`, aside).

    Never stops a start: without a readable file it gives the defaults; single wrong values become defaults.
    """
    try:
        with file.open("rb") as opened:
            content = opened.read(_LARGEST + 1)
    except FileNotFoundError:
        return DeviceSettings(), None
    except OSError:
        return DeviceSettings(), UserError("settings-unreadable", path=file)
    try:
        return _settings(_document(content)), None
    except (ValueError, TypeError, RecursionError):
        return DeviceSettings(), UserError("settings-damaged", aside=_set_aside(file))


def change(file: Path, edit: Callable[[DeviceSettings], DeviceSettings]) -> DeviceSettings:
    """Read, edit and write as one step, so that two windows do not undo each other's settings.

    Raises UserError for a full or read-only disk; the old file then stays.
    """
    with refusing(path=file), locked(file):
        edited = edit(load(file)[0])
        write_whole(file, composed(edited))
    return edited


def with_printer(settings: DeviceSettings, name: str, printer: PrinterSettings) -> DeviceSettings:
    """The settings with those of one printer replaced."""
    return replace(settings, printers={**settings.printers, name: printer})


def composed(settings: DeviceSettings) -> bytes:
    """The content of the settings file."""
    document = {
        **settings.unknown,
        "language": settings.language,
        "theme": settings.theme.value,
        "printers": {
            name: {
                "right_mm": printer.right_mm,
                "down_mm": printer.down_mm,
                "tray": printer.tray,
                "duplex": printer.duplex,
            }
            for name, printer in settings.printers.items()
        },
        "printer_of": dict(settings.printer_of),
        "documents": {
            kind: {"paper": document.paper, "language": document.language, "duplex": document.duplex}
            for kind, document in settings.documents.items()
        },
        "layout": dict(settings.layout),
        "database": settings.database,
        "devices": dict(settings.devices),
        "codes": list(settings.codes),
        "login": settings.login,
        "reminders": settings.reminders,
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode(errors="surrogatepass") + b"\n"


def _document(content: bytes) -> dict[str, Any]:
    if len(content) > _LARGEST:
        raise ValueError("too large for settings")
    found = json.loads(content.decode("utf-8-sig", errors="surrogatepass"))
    if not isinstance(found, dict):
        raise TypeError("settings are an object")
    return found


def _settings(document: dict[str, Any]) -> DeviceSettings:
    known = {
        "language", "theme", "printers", "printer_of", "documents", "layout", "database", "devices", "codes", "login",
        "reminders",
    }  # fmt: skip
    language, theme = document.get("language"), document.get("theme")
    return DeviceSettings(
        language=_text(language),
        theme=Theme(theme) if theme in [choice.value for choice in Theme] else Theme.SYSTEM,
        printers={name: _printer(entry) for name, entry in _objects(document.get("printers"))},
        printer_of=_texts(document.get("printer_of")),
        documents={kind: _printed(entry) for kind, entry in _objects(document.get("documents"))},
        layout=_texts(document.get("layout")),
        database=_text(document.get("database")),
        devices=_texts(document.get("devices")),
        codes=_words(document.get("codes")),
        login=_text(document.get("login")),
        reminders=document.get("reminders") is not False,
        unknown={name: value for name, value in document.items() if name not in known},
    )


def _printer(entry: dict[str, Any]) -> PrinterSettings:
    tray = entry.get("tray")
    return PrinterSettings(
        right_mm=_millimetres(entry.get("right_mm")),
        down_mm=_millimetres(entry.get("down_mm")),
        tray=tray if isinstance(tray, str) else None,
        duplex=entry.get("duplex") is True,
    )


def _printed(entry: dict[str, Any]) -> DocumentSettings:
    duplex = entry.get("duplex")
    return DocumentSettings(
        paper=_text(entry.get("paper")),
        language=_text(entry.get("language")),
        duplex=duplex if isinstance(duplex, bool) else None,
    )


def _objects(found: object) -> list[tuple[str, dict[str, Any]]]:
    """The named entries of an object that are objects themselves."""
    if not isinstance(found, dict):
        return []
    return [(name, entry) for name, entry in found.items() if isinstance(entry, dict)]


def _millimetres(value: object) -> float:
    """An offset beyond any printer's is a slip of an editor, not a wish."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if isfinite(value) and abs(value) <= _FARTHEST_MM else 0.0


def _words(found: object) -> tuple[str, ...]:
    return tuple(word for word in found if isinstance(word, str)) if isinstance(found, list) else ()


def _text(found: object) -> str | None:
    return found if isinstance(found, str) else None


def _texts(found: object) -> dict[str, str]:
    if not isinstance(found, dict):
        return {}
    return {name: value for name, value in found.items() if isinstance(value, str)}


def _set_aside(file: Path) -> Path | None:
    """Keep the damaged file under another name; None when the disk does not even allow that."""
    moment = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    aside = file.with_name(f"{file.stem}-damaged-{moment}{file.suffix}")
    try:
        file.replace(aside)
    except OSError:
        return None
    return aside
