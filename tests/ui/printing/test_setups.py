"""What is remembered: offsets and tray with the printer, paper, language and sides with the document."""

from __future__ import annotations

import pytest

from app.documents.records import Language, PaperSize
from app.errors import UserError
from app.settings import DeviceSettings, DocumentSettings
from ui.printing.printers import Abilities
from ui.printing.setups import Kind, Setup, possible, remembering, setup_of

CHOSEN = Setup(
    printer="Counter",
    paper=PaperSize.A5,
    language=Language.ENGLISH,
    duplex=True,
    tray="Tray2",
    right_mm=1.5,
    down_mm=-2.0,
)


def test_what_was_chosen_comes_back() -> None:
    kept = remembering(DeviceSettings(), Kind.REGISTRATION, CHOSEN)
    assert kept.printer_of["registration"] == "Counter"
    assert setup_of(kept, Kind.REGISTRATION, "Counter") == CHOSEN


def test_offsets_belong_to_the_printer_and_paper_to_the_document() -> None:
    kept = remembering(DeviceSettings(), Kind.REGISTRATION, CHOSEN)
    other_printer = setup_of(kept, Kind.REGISTRATION, "Office")
    assert (other_printer.right_mm, other_printer.tray) == (0.0, None)
    assert (other_printer.paper, other_printer.language) == (PaperSize.A5, Language.ENGLISH)
    other_document = setup_of(kept, Kind.DOSSIER, "Counter")
    assert (other_document.right_mm, other_document.down_mm) == (1.5, -2.0)
    assert other_document.paper is PaperSize.A4


def test_a_booklet_uses_both_sides_until_somebody_says_otherwise() -> None:
    assert setup_of(DeviceSettings(), Kind.BOOKLET, "Counter").duplex
    assert not setup_of(DeviceSettings(), Kind.REGISTRATION, "Counter").duplex
    told = DeviceSettings(documents={"booklet": DocumentSettings(duplex=False)})
    assert not setup_of(told, Kind.BOOKLET, "Counter").duplex


def test_settings_of_another_edition_of_the_program_do_no_harm() -> None:
    odd = DeviceSettings(documents={"dossier": DocumentSettings(paper="A5", language="fr")})
    assert setup_of(odd, Kind.DOSSIER, "x") == Setup(printer="x")


def test_both_sides_are_given_up_where_the_printer_cannot() -> None:
    able = Abilities(trays=("Tray2",))
    assert not possible(CHOSEN, able).duplex
    assert possible(CHOSEN, Abilities(trays=("Tray2",), can_duplex=True)) == CHOSEN


def test_a_tray_that_is_gone_is_refused_since_its_paper_may_be_pre_printed() -> None:
    with pytest.raises(UserError, match="tray-unknown"):
        possible(CHOSEN, Abilities(trays=("Tray1",), can_duplex=True))
