"""Printing where there is no CUPS: each page as a picture of 300 dpi on Qt's printer, in a worker."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.documents.preview import page_sizes_mm, render
from app.documents.records import PaperSize
from app.errors import UserError
from ui.printing.printers import Abilities, Order, Printer

DPI: Final = 300
_SIZES = {PaperSize.A4: QPageSize.PageSizeId.A4, PaperSize.A5: QPageSize.PageSizeId.A5}


class QtQueue:
    """The printers Qt knows of."""

    def printers(self) -> Sequence[Printer]:
        """Every printer, the system's default one marked."""
        usual = QPrinterInfo.defaultPrinterName()
        return [Printer(name=name, is_default=name == usual) for name in QPrinterInfo.availablePrinterNames()]

    def abilities(self, name: str) -> Abilities:
        """Whether it prints both sides; Qt names no trays."""
        modes = _info(name).supportedDuplexModes()
        return Abilities(can_duplex=QPrinter.DuplexMode.DuplexLongSide in modes)

    def send(self, name: str, pdf: bytes, order: Order, check: Callable[[], None]) -> None:
        """Paint every page; the system begins to print when the last one is done."""
        info = _info(name)
        paint(QPrinter(info, QPrinter.PrinterMode.HighResolution), name, pdf, order, check)


def paint(printer: QPrinter, name: str, pdf: bytes, order: Order, check: Callable[[], None]) -> None:
    """The pages of a PDF on a printer in their true size, measured from the corner of the paper.

    Raises UserError `printer-refused`; what `check` raises ends the document unprinted.
    """
    printer.setDocName(order.title)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(QPageSize(_SIZES[order.paper]), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    printer.setResolution(DPI)
    printer.setCopyCount(order.copies)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide if order.duplex else QPrinter.DuplexMode.DuplexNone)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("printer-refused", printer=name, reason="")
    try:
        _paint_pages(painter, printer, name, pdf, check)
    except BaseException:
        printer.abort()
        raise
    finally:
        painter.end()


def _paint_pages(
    painter: QPainter, printer: QPrinter, name: str, pdf: bytes, check: Callable[[], None]
) -> None:
    dots = printer.resolution() / 25.4
    for page, (width, height) in enumerate(page_sizes_mm(pdf)):
        check()
        if page and not printer.newPage():
            raise UserError("printer-refused", printer=name, reason="")
        picture = render(pdf, page, dpi=DPI)
        image = QImage(
            picture.rgb, picture.width, picture.height, 3 * picture.width, QImage.Format.Format_RGB888
        )
        painter.drawImage(QRectF(0, 0, width * dots, height * dots), image)


def _info(name: str) -> QPrinterInfo:
    """Qt would silently take the default printer for a name it does not know."""
    info = QPrinterInfo.printerInfo(name)
    if not name or info.isNull():
        raise UserError("printer-unknown", printer=name)
    return info
