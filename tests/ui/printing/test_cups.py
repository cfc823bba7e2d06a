"""What CUPS is told: the PDF itself, in its own size, on the tray and sides that were chosen."""

from __future__ import annotations

import pytest

from app.documents.records import PaperSize
from app.errors import UserError
from tests.builders.spooler import Spooler
from ui.printing.cups import Cups
from ui.printing.printers import Abilities, Order, Printer


def go_on() -> None:
    """Nobody stops this print."""


def test_the_printers_and_the_default_one(spool: Spooler) -> None:
    assert Cups().printers() == [Printer(name="Counter", is_default=True), Printer(name="Office")]


def test_trays_and_duplex_come_from_the_driver(spool: Spooler) -> None:
    assert Cups().abilities("Counter") == Abilities(trays=("Auto", "Tray1", "Tray2"), can_duplex=True)
    assert Cups().abilities("Office") == Abilities()


def test_the_pdf_itself_is_handed_over_with_every_choice(spool: Spooler) -> None:
    order = Order(title="表 CD1", paper=PaperSize.A5, copies=3, duplex=True, tray="Tray2")
    Cups().send("Counter", b"%PDF-1.4 \x00\xff", order, go_on)
    taken = spool.taken[0]
    assert taken.pdf == b"%PDF-1.4 \x00\xff"
    assert (taken.after("-d"), taken.after("-n"), taken.after("-t")) == ("Counter", "3", "表 CD1")
    assert taken.option("media") == "A5"
    assert taken.option("sides") == "two-sided-long-edge"
    assert taken.option("InputSlot") == "Tray2"
    assert taken.option("print-scaling") == "none"


def test_without_a_tray_the_printer_decides_and_one_side_is_said_outright(spool: Spooler) -> None:
    Cups().send("Office", b"%PDF", Order(title="x"), go_on)
    assert spool.taken[0].option("InputSlot") == ""
    assert spool.taken[0].option("sides") == "one-sided"


def test_an_unknown_printer_is_refused_and_nothing_is_sent(spool: Spooler) -> None:
    with pytest.raises(UserError, match="printer-unknown"):
        Cups().send("Countr", b"%PDF", Order(title="x"), go_on)
    with pytest.raises(UserError, match="printer-unknown"):
        Cups().abilities("Countr")
    assert spool.taken == []


def test_what_the_spooler_says_is_passed_on(spool: Spooler) -> None:
    spool.refuse("Unable to connect to server")
    with pytest.raises(UserError, match="printer-refused") as refused:
        Cups().send("Counter", b"%PDF", Order(title="x"), go_on)
    assert refused.value.facts["reason"] == "Unable to connect to server"


def test_a_stopped_print_sends_nothing(spool: Spooler) -> None:
    def stop() -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        Cups().send("Counter", b"%PDF", Order(title="x"), stop)
    assert spool.taken == []
