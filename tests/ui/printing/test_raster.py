"""Printing without CUPS: true size on Qt's printer, which here writes a PDF file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from app.documents.preview import page_count, page_sizes_mm, render
from app.documents.records import PaperSize, Sheet
from app.documents.registration_form import registration_form
from app.errors import UserError
from tests.builders.papers import HOUSE, registration
from ui.printing.printers import Order
from ui.printing.raster import QtQueue, paint


def printed(tmp_path: Path, pdf: bytes, order: Order) -> bytes:
    out = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(out))
    paint(printer, "file", pdf, order, lambda: None)
    return out.read_bytes()


def ink_box(pdf: bytes, page: int = 0) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of what is black on a page, in millimetres."""
    picture = render(pdf, page, dpi=150)
    rows = [
        number
        for number in range(picture.height)
        if min(picture.rgb[3 * number * picture.width : 3 * (number + 1) * picture.width]) < 100
    ]
    columns = [
        number for number in range(picture.width) if min(picture.rgb[3 * number :: 3 * picture.width]) < 100
    ]
    mm = 25.4 / 150
    return (columns[0] * mm, rows[0] * mm, columns[-1] * mm, rows[-1] * mm)


@pytest.mark.parametrize("size", list(PaperSize))
def test_every_page_comes_out_in_its_true_size_and_place(
    qapp: QApplication, tmp_path: Path, size: PaperSize
) -> None:
    pdf = registration_form(registration(), house=HOUSE, sheet=Sheet(size=size))
    out = printed(tmp_path, pdf, Order(title="x", paper=size))
    assert page_count(out) == page_count(pdf)
    assert page_sizes_mm(out)[0] == pytest.approx(page_sizes_mm(pdf)[0], abs=0.4)
    assert ink_box(out) == pytest.approx(ink_box(pdf), abs=0.5)


def test_a_stop_ends_the_document(qapp: QApplication, tmp_path: Path) -> None:
    pdf = registration_form(registration(), house=HOUSE)

    def stop() -> None:
        raise InterruptedError

    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "stopped.pdf"))
    with pytest.raises(InterruptedError):
        paint(printer, "file", pdf, Order(title="x"), stop)


@pytest.mark.qt_log_ignore("QPainter::begin\\(\\): Returned false")
def test_a_printer_that_cannot_begin_refuses(qapp: QApplication, tmp_path: Path) -> None:
    pdf = registration_form(registration(), house=HOUSE)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
    with pytest.raises(UserError, match="printer-refused"):
        paint(printer, "file", pdf, Order(title="x"), lambda: None)


@pytest.mark.parametrize("name", ["", "No Such Printer"])
def test_qt_is_never_left_to_choose_the_default_printer(qapp: QApplication, name: str) -> None:
    with pytest.raises(UserError, match="printer-unknown"):
        QtQueue().send(name, b"", Order(title="x"), lambda: None)
    with pytest.raises(UserError, match="printer-unknown"):
        QtQueue().abilities(name)
