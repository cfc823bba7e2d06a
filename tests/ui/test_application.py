"""The program as a whole: it starts quickly, remembers what was chosen, and ends with nothing lost."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.access.actor import PROGRAM
from app.work import Work
from tests.ui.conftest import Ledger, sheet
from ui.application import Desktop
from ui.i18n import Language
from ui.theme import Look

HEAVY = {
    "openpyxl",
    "reportlab",
    "pypdfium2",
    "PIL",
    "vobject",
    "phonenumbers",
    "pypinyin",
    "sqlalchemy",
    "argon2",
}


def _keep(work: Work, row: int) -> None:
    sheet(work).rows.append(row)


def test_choices_about_the_screen_are_remembered(qapp: QApplication, tmp_path: Path) -> None:
    first = Desktop(tmp_path)
    assert (first.look, first.language) == (Look.SYSTEM, Language.CHINESE)
    first.choose_look(Look.DARK)
    first.choose_language(Language.ENGLISH)
    first.close()
    second = Desktop(tmp_path)
    assert (second.look, second.language) == (Look.DARK, Language.ENGLISH)
    assert second.theme.is_dark
    second.choose_look(Look.LIGHT)
    second.close()


def test_an_unreadable_choice_is_the_default(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"theme": "plaid", "language": "tlh"}')
    desktop = Desktop(tmp_path)
    assert (desktop.look, desktop.language) == (Look.SYSTEM, Language.CHINESE)
    desktop.theme.choose(Look.LIGHT)
    desktop.close()


def test_ending_the_program_finishes_the_saves(qtbot: QtBot, tmp_path: Path, ledger: Ledger) -> None:
    desktop = Desktop(tmp_path)
    window = desktop.open(ledger, PROGRAM, pages=())  # type: ignore[arg-type]  # a stand-in of two doors
    assert desktop.tasks is not None
    for number in range(10):
        desktop.tasks.change(window, partial(_keep, row=number), lambda _: None)
    desktop.theme.choose(Look.LIGHT)
    desktop.close()
    assert ledger.rows == list(range(10))


@pytest.mark.parametrize("module", ["ui.application", "ui.widgets.paged_table", "ui.errors"])
def test_the_screen_starts_without_heavy_libraries(project: Path, module: str) -> None:
    told = subprocess.run(
        [sys.executable, "-c", f"import sys, {module}; print(*sys.modules, sep='\\n')"],
        cwd=project,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.split(".")[0] for name in told.stdout.splitlines()}
    assert loaded & HEAVY == set()
