"""Which printer is taken: never another one than was meant."""

from __future__ import annotations

import pytest

from app.errors import UserError
from ui.printing.printers import Printer, printer_for

TWO = (Printer(name="Counter", is_default=True), Printer(name="Office"))


def test_the_wanted_printer_is_taken_even_when_another_is_the_default() -> None:
    assert printer_for(TWO, "Office").name == "Office"


def test_the_first_time_the_systems_default_is_taken() -> None:
    assert printer_for(TWO, None).name == "Counter"


def test_the_only_printer_needs_no_choice() -> None:
    assert printer_for((Printer(name="Office"),), None).name == "Office"


@pytest.mark.parametrize("wanted", ["Countr", "counter", "Counter ", "HP"])
def test_an_unknown_name_is_refused_and_never_becomes_the_default(wanted: str) -> None:
    with pytest.raises(UserError, match="printer-unknown"):
        printer_for(TWO, wanted)


def test_several_printers_without_a_default_are_a_question() -> None:
    with pytest.raises(UserError, match="printer-not-chosen") as refused:
        printer_for((Printer(name="A"), Printer(name="B")), None)
    assert refused.value.facts["known"] == ["A", "B"]


def test_no_printer_at_all_is_said_as_such() -> None:
    with pytest.raises(UserError, match="printer-none"):
        printer_for((), None)
