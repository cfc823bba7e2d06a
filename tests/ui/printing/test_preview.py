"""The preview shows what will be on paper, follows every choice, and is worked by keys alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from app import settings
from app.documents.preview import page_text
from app.documents.records import Language, PaperSize
from app.registration.forms import issue_batch
from app.registration.walkin import Registered
from app.settings import DeviceSettings
from db.models.registration import Form
from tests.builders.databases import Founded
from tests.builders.spooler import Spooler
from ui.printing.preview import PreviewDialog
from ui.printing.service import Printing

Opened = Callable[[], PreviewDialog]


@pytest.fixture
def opened(qtbot: QtBot, printing: Printing) -> Iterator[Opened]:
    """The open preview once its pages are there and drawn."""

    def ready() -> PreviewDialog:
        dialog = printing._dialog
        assert isinstance(dialog, PreviewDialog)
        dialog.resize(1120, 690)  # the screen of these tests is smaller than any counter's
        qtbot.waitUntil(lambda: dialog.made is not None and bool(dialog.pages._pictures), timeout=10_000)
        return dialog

    yield ready
    if printing._dialog is not None:
        printing._dialog.close()


def text_of(dialog: PreviewDialog) -> str:
    assert dialog.made is not None
    return page_text(dialog.made.pdf, 0)


def test_it_opens_on_the_default_printer_and_prints_by_keys(
    qtbot: QtBot, printing: Printing, opened: Opened, customer: Registered, spool: Spooler
) -> None:
    printing.preview_form(customer.customer_id)
    dialog = opened()
    assert customer.form_serial in text_of(dialog)
    dialog.panel.copies.setValue(2)
    with qtbot.waitSignal(printing.printed, timeout=10_000):
        QTest.keyClick(dialog.panel.printer, Qt.Key.Key_Return)
    assert spool.taken[0].after("-n") == "2"
    assert printing._dialog is None


def test_choices_change_the_pages_and_are_remembered_when_printed(
    qtbot: QtBot, printing: Printing, opened: Opened, customer: Registered, spool: Spooler
) -> None:
    printing.preview_form(customer.customer_id)
    dialog = opened()
    dialog.panel.language.pick(Language.ENGLISH)
    dialog.panel.paper.pick(PaperSize.A5)
    dialog.panel.right.setValue(1.5)
    dialog.panel.tray.setCurrentIndex(3)
    dialog.panel.duplex.setChecked(True)
    qtbot.waitUntil(lambda: "Registration" in text_of(dialog), timeout=10_000)
    assert dialog.made is not None
    assert dialog.made.sizes_mm[0][0] == pytest.approx(148, abs=0.5)
    assert printing.settings() == DeviceSettings(), "looking changes nothing"
    with qtbot.waitSignal(printing.printed, timeout=10_000):
        QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    kept = printing.settings()
    assert kept.printer_of == {"registration": "Counter"}
    assert (kept.printers["Counter"].right_mm, kept.printers["Counter"].tray) == (1.5, "Tray2")
    assert kept.documents["registration"].paper == "A5"
    assert kept.documents["registration"].duplex is True
    assert spool.taken[0].option("InputSlot") == "Tray2"


def test_another_printer_brings_its_own_offset_and_abilities(
    qtbot: QtBot, printing: Printing, opened: Opened, customer: Registered
) -> None:
    own = settings.PrinterSettings(right_mm=-2.0)
    settings.change(printing._file, lambda known: settings.with_printer(known, "Office", own))
    printing.preview_form(customer.customer_id)
    dialog = opened()
    assert dialog.panel.duplex.isEnabled()
    dialog.panel.printer.setFocus()
    QTest.keyClick(dialog.panel.printer, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: dialog.panel.right.value() == -2.0, timeout=10_000)
    assert not dialog.panel.duplex.isEnabled()
    assert not dialog.panel.tray.isEnabled()
    assert dialog.panel.setup().printer == "Office"


def test_a_printer_that_is_gone_is_told_and_must_be_chosen_anew(
    qtbot: QtBot, printing: Printing, opened: Opened, customer: Registered
) -> None:
    settings.change(printing._file, lambda _known: DeviceSettings(printer_of={"registration": "Old-Laser"}))
    printing.preview_form(customer.customer_id)
    dialog = opened()
    assert "Old-Laser" in dialog.panel.warning.text()
    assert not dialog.print_button.isEnabled()
    QTest.keyClick(dialog.panel.printer, Qt.Key.Key_Down)
    qtbot.waitUntil(dialog.print_button.isEnabled, timeout=10_000)


def test_looking_at_a_form_takes_no_number(
    printing: Printing, opened: Opened, customer: Registered, branch: Founded
) -> None:
    with branch.change() as work:
        work.session.scalars(select(Form)).one().customer_id = None
    printing.preview_form(customer.customer_id)
    opened()
    with branch.read() as work:
        assert work.session.scalar(select(func.count()).select_from(Form)) == 1


def test_pages_are_turned_and_enlarged_by_keys(
    qtbot: QtBot, printing: Printing, opened: Opened, branch: Founded
) -> None:
    with branch.change() as work:
        batch = issue_batch(work, sheets=4)
    printing.preview_booklet(batch.id)
    dialog = opened()
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert dialog.pages.page == 2
    qtbot.waitUntil(lambda: 2 in dialog.pages._pictures, timeout=10_000)
    before = dialog.pages.zoom
    QTest.keyClick(dialog, Qt.Key.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert dialog.pages.zoom > before
    assert dialog.pages.page == 2
    QTest.keyClick(dialog, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(dialog, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert dialog.pages.zoom == pytest.approx(before)
    assert len(dialog.pages._pictures) < len(dialog.pages.sizes_mm), "only what is seen is drawn"


def test_the_pdf_is_saved_as_drawn_without_the_printers_offset(
    qtbot: QtBot, printing: Printing, opened: Opened, customer: Registered, tmp_path: Path
) -> None:
    printing.preview_form(customer.customer_id)
    dialog = opened()
    dialog.panel.right.setValue(5.0)
    QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    chooser = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QFileDialog))
    chooser.fileSelected.emit(str(tmp_path / "form.pdf"))
    qtbot.waitUntil(lambda: bool(printing.messages.history), timeout=10_000)
    saved = (tmp_path / "form.pdf").read_bytes()
    assert customer.form_serial in page_text(saved, 0)
    assert b"14.17" not in saved  # 5 mm in points
    chooser.close()


def test_a_place_that_cannot_be_written_is_said(
    qtbot: QtBot, printing: Printing, customer: Registered, tmp_path: Path
) -> None:
    from ui.printing.papers import Document
    from ui.printing.setups import Kind

    document = Document(kind=Kind.DOSSIER, subject=customer.customer_id)
    printing._write_pdf(document, None, tmp_path / "gone" / "x.pdf")
    qtbot.waitUntil(lambda: bool(printing.messages.history), timeout=10_000)
    assert printing.messages.history[-1].tone.value == "danger"


def test_the_test_page_goes_to_the_printer_in_view_with_its_offset(
    qtbot: QtBot, printing: Printing, opened: Opened, customer: Registered, spool: Spooler
) -> None:
    printing.preview_form(customer.customer_id)
    dialog = opened()
    dialog.panel.right.setValue(1.5)
    dialog.panel.test.click()
    qtbot.waitUntil(lambda: len(spool.taken) == 1, timeout=10_000)
    assert "1.5" in page_text(spool.taken[0].pdf, 0)
    assert spool.taken[0].after("-d") == "Counter"
