"""Printing from a page: committed first, no dialog, remembered, and every failure says what to do."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app import settings
from app.complaints.reading import read_ticket
from app.customers.log import NewEntry, log_contact
from app.documents.preview import page_count, page_text
from app.registration.forms import issue_batch
from app.registration.walkin import Registered
from app.settings import DeviceSettings, DocumentSettings, PrinterSettings
from db.models.customers import ContactWay, Customer
from db.models.registration import Form, FormKind
from tests.builders.databases import Founded
from tests.builders.spooler import Spooler
from tests.builders.tickets import taken
from tests.builders.visits import planned, visit_now
from ui.messages import Message
from ui.printing.papers import Document
from ui.printing.service import Printing
from ui.printing.setups import Kind


def last(printing: Printing) -> Message:
    return printing.messages.history[-1]


def prints(branch: Founded) -> list[int]:
    with branch.read() as work:
        return list(work.session.scalars(select(Form.prints).order_by(Form.serial)))


def use(file: Path, **given: object) -> None:
    settings.change(file, lambda _known: DeviceSettings(**given))  # type: ignore[arg-type]


def test_a_form_goes_to_the_default_printer_with_no_dialog_and_is_counted(
    qtbot: QtBot, printing: Printing, customer: Registered, spool: Spooler, branch: Founded
) -> None:
    with qtbot.waitSignal(printing.printed, timeout=10_000):
        printing.print_form(customer.customer_id)
    taken = spool.taken[0]
    assert taken.after("-d") == "Counter"
    assert customer.form_serial
    assert customer.form_serial in page_text(taken.pdf, 0)
    assert "欧阳婉清" in page_text(taken.pdf, 0)
    assert "欧阳婉清" not in " ".join(taken.words), "names do not belong in the list of processes"
    assert prints(branch) == [1]
    assert "Counter" in last(printing).text
    assert printing.settings().printer_of == {"registration": "Counter"}


def test_the_remembered_printer_tray_offset_and_language_are_used(
    qtbot: QtBot, printing: Printing, customer: Registered, spool: Spooler
) -> None:
    use(
        printing._file,
        printer_of={"dossier": "Office", "registration": "Counter"},
        printers={"Counter": PrinterSettings(right_mm=4.0, tray="Tray2")},
        documents={"registration": DocumentSettings(paper="A5", language="en", duplex=True)},
    )
    with qtbot.waitSignal(printing.printed, timeout=10_000):
        printing.print_form(customer.customer_id)
    taken = spool.taken[0]
    assert (taken.option("media"), taken.option("InputSlot")) == ("A5", "Tray2")
    assert taken.option("sides") == "two-sided-long-edge"
    assert "Registration" in page_text(taken.pdf, 0)
    assert b"/DuplexFlipLongEdge" in taken.pdf


def test_a_printer_that_is_gone_is_refused_with_a_way_out_and_the_customer_stays(
    qtbot: QtBot, printing: Printing, customer: Registered, spool: Spooler, branch: Founded
) -> None:
    use(printing._file, printer_of={"registration": "Old-Laser"})
    printing.print_form(customer.customer_id)
    qtbot.waitUntil(lambda: bool(printing.messages.history), timeout=10_000)
    assert spool.taken == []
    assert "Old-Laser" in last(printing).text
    assert len(last(printing).actions) == 3
    assert prints(branch) == [0]
    with branch.read() as work:
        assert work.session.get_one(Customer, customer.customer_id).name == "欧阳婉清"


def test_a_jammed_printer_loses_nothing_and_trying_again_prints_the_same_serial(
    qtbot: QtBot, printing: Printing, customer: Registered, spool: Spooler, branch: Founded
) -> None:
    spool.refuse("Out of paper")
    printing.print_form(customer.customer_id)
    qtbot.waitUntil(lambda: bool(printing.messages.history), timeout=10_000)
    assert "Out of paper" in last(printing).text
    assert prints(branch) == [0]
    spool.mend()
    with qtbot.waitSignal(printing.printed, timeout=10_000):
        last(printing).actions[-1].run()
    assert customer.form_serial in page_text(spool.taken[0].pdf, 0)
    assert prints(branch) == [1]


def test_the_serial_is_committed_before_the_paper_is_asked_for(
    qtbot: QtBot, printing: Printing, customer: Registered, spool: Spooler, branch: Founded
) -> None:
    with branch.change() as work:  # as an imported customer, who never had a form
        work.session.scalars(select(Form)).one().customer_id = None
    spool.refuse("Out of paper")
    printing.print_form(customer.customer_id)
    qtbot.waitUntil(lambda: bool(printing.messages.history), timeout=10_000)
    with branch.read() as work:
        owners = work.session.scalars(select(Form.customer_id).order_by(Form.serial)).all()
    assert owners == [None, customer.customer_id]


def test_without_any_printer_preview_and_pdf_are_offered(
    qtbot: QtBot, printing: Printing, customer: Registered, spool: Spooler
) -> None:
    spool.set_up()
    printing.print_form(customer.customer_id)
    qtbot.waitUntil(lambda: bool(printing.messages.history), timeout=10_000)
    assert [action.text for action in last(printing).actions][:2] == ["Preview", "Save as PDF"]


def test_a_booklet_is_bound_for_both_sides_where_the_printer_can(
    qtbot: QtBot, printing: Printing, spool: Spooler, branch: Founded
) -> None:
    with branch.change() as work:
        batch = issue_batch(work, sheets=3, language="en")
    for printer in ("Counter", "Office"):
        use(printing._file, printer_of={"booklet": printer})
        with qtbot.waitSignal(printing.printed, timeout=10_000):
            printing.print_booklet(batch.id)
    both, single = spool.taken
    assert both.option("sides") == "two-sided-long-edge"
    assert single.option("sides") == "one-sided"
    assert b"/DuplexFlipLongEdge" in both.pdf
    assert b"/DuplexFlipLongEdge" not in single.pdf
    assert batch.last_serial in page_text(both.pdf, page_count(both.pdf) - 1)
    assert "Registration" in page_text(both.pdf, 0), "in the language it was issued in"
    assert prints(branch) == [2, 2, 2]


def test_a_visit_form_is_numbered_printed_and_counted_without_a_name_among_the_processes(
    qtbot: QtBot, printing: Printing, customer: Registered, spool: Spooler, branch: Founded
) -> None:
    key = planned(branch, customer.customer_id)
    with qtbot.waitSignal(printing.printed, timeout=10_000):
        printing.print_visit(key)
    taken, serial = spool.taken[0], visit_now(branch, key).serial
    assert serial
    assert all(told in page_text(taken.pdf, 0) for told in (serial, "欧阳婉清", "了解换车打算"))
    assert "欧阳婉清" not in " ".join(taken.words)
    with branch.read() as work:
        assert work.session.scalar(select(Form.prints).where(Form.serial == serial)) == 1


def test_a_booklet_of_visit_forms_the_calls_of_a_day_and_the_contact_report_are_printed(
    qtbot: QtBot, printing: Printing, customer: Registered, spool: Spooler, branch: Founded
) -> None:
    with branch.change() as work:
        batch = issue_batch(work, sheets=2, issued_to="李静", kind=FormKind.VISIT)
        log_contact(work, customer.customer_id, NewEntry(way=ContactWay.CALL, matter="约试驾"))
        today = work.today()
    me = branch.actor.account_id
    for document in (
        Document(kind=Kind.VISIT_BOOKLET, subject=batch.id),
        Document(kind=Kind.PHONE_LOG, subject=me, day=today),
        Document(kind=Kind.CONTACT_REPORT, subject=me, day=today),
    ):
        with qtbot.waitSignal(printing.printed, timeout=10_000):
            printing.print_document(document)
    booklet, log, report = spool.taken
    assert batch.last_serial in page_text(booklet.pdf, page_count(booklet.pdf) - 1)
    assert "LC-02" in page_text(booklet.pdf, 0)
    assert "约试驾" in page_text(log.pdf, 0)
    assert "LC-17" in page_text(report.pdf, 0)
    assert not any("王芳" in " ".join(taken.words) for taken in spool.taken)


def test_the_form_and_the_file_of_a_ticket_and_a_booklet_are_printed(
    qtbot: QtBot, printing: Printing, spool: Spooler, branch: Founded
) -> None:
    with branch.change() as work:
        ticket_id = taken(work)
        batch = issue_batch(work, sheets=2, kind=FormKind.COMPLAINT)
    for put in (
        partial(printing.print_complaint, ticket_id),
        partial(printing.print_ticket_dossier, ticket_id),
        partial(printing.print_complaint_booklet, batch.id),
    ):
        with qtbot.waitSignal(printing.printed, timeout=10_000):
            put()
    form, file, booklet = spool.taken
    with branch.read() as work:
        card = read_ticket(work, ticket_id)
        assert work.session.scalar(select(Form.prints).where(Form.serial == card.form_serial)) == 1
    told = (card.form_serial, card.line.number, "赵敏", "空调不制冷")
    assert all(said in page_text(form.pdf, 0) for said in told)
    assert card.line.number in page_text(file.pdf, 0)
    assert batch.last_serial in page_text(booklet.pdf, page_count(booklet.pdf) - 1)
    assert not any("赵敏" in " ".join(job.words) for job in spool.taken)


def test_a_dossier_is_printed_too(
    qtbot: QtBot, printing: Printing, customer: Registered, spool: Spooler
) -> None:
    with qtbot.waitSignal(printing.printed, timeout=10_000):
        printing.print_dossier(customer.customer_id)
    assert customer.number in page_text(spool.taken[0].pdf, 0)


@pytest.mark.parametrize("gone", ["customer", "permission"])
def test_what_is_not_the_printers_fault_is_an_ordinary_refusal(
    qtbot: QtBot, printing: Printing, customer: Registered, branch: Founded, gone: str
) -> None:
    if gone == "customer":
        from app.customers.editing import delete_card

        with branch.change() as work:
            delete_card(work, customer.customer_id)
    else:
        printing.tasks.actor = branch.actor_with()
    printing.print_dossier(customer.customer_id)
    qtbot.waitUntil(lambda: bool(printing.messages.history), timeout=10_000)
    assert last(printing).actions == ()
