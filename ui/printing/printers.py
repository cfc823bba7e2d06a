"""Which printers there are, which one a document goes to, and the two ways of handing it over."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.documents.records import PaperSize
from app.errors import UserError


@dataclass(frozen=True, kw_only=True, slots=True)
class Printer:
    """A printer as the system names it."""

    name: str
    is_default: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Abilities:
    """What a printer can do; `trays` are the system's own words, empty when it does not tell."""

    trays: tuple[str, ...] = ()
    can_duplex: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """How a document is to be printed; the millimetre offset is in its pages already."""

    title: str
    paper: PaperSize = PaperSize.A4
    copies: int = 1
    duplex: bool = False
    tray: str | None = None


class Queue(Protocol):
    """The printing system of this computer; every method may take seconds and belongs in a worker."""

    def printers(self) -> Sequence[Printer]: ...

    def abilities(self, name: str) -> Abilities:
        """Raises UserError `printer-unknown`, `printer-silent`."""
        ...

    def send(self, name: str, pdf: bytes, order: Order, check: Callable[[], None]) -> None:
        """Done when the printing system took the document; `check` may raise to stop before that.

        Raises UserError `printer-unknown`, `printer-refused`, `printer-silent`.
        """
        ...


def queue() -> Queue:
    """CUPS where there is one: it takes the PDF itself, which is sharper and smaller; else Qt's printing."""
    if sys.platform != "win32" and shutil.which("lp") and shutil.which("lpstat"):
        from ui.printing.cups import Cups

        return Cups()
    from ui.printing.raster import QtQueue

    return QtQueue()


def printer_for(printers: Sequence[Printer], wanted: str | None) -> Printer:
    """The wanted printer, or the system's own choice for a document printed the first time.

    Raises UserError `printer-none`, `printer-unknown` for a name that is gone or misspelt (never the default
    one instead: the form of a customer would come out in another room), `printer-not-chosen`.
    """
    if wanted:
        named = [printer for printer in printers if printer.name == wanted]
        if not named:
            raise UserError("printer-unknown", printer=wanted)
        return named[0]
    if not printers:
        raise UserError("printer-none")
    usual = [printer for printer in printers if printer.is_default] or list(printers)
    if len(usual) > 1:
        raise UserError("printer-not-chosen", known=[printer.name for printer in printers])
    return usual[0]
