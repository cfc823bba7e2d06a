"""Which font shows a character, and what stands in for one that none holds."""

from __future__ import annotations

import subprocess
import sys

import pytest

from app.documents.faces import FONTS, Weight, printable, runs, width_of


def test_common_text_is_one_run_of_the_main_font() -> None:
    assert runs("新顾客登记表 LC-01") == [(Weight.REGULAR, "新顾客登记表 LC-01")]


@pytest.mark.parametrize("character", ["䶮", "㛃", "𬱖"])
def test_the_main_font_holds_the_rare_characters_of_the_national_table(character: str) -> None:
    assert runs(character) == [(Weight.REGULAR, character)]


def test_a_name_beyond_the_main_font_comes_from_the_rare_names() -> None:
    assert runs("吴𠮷安", bold=True) == [(Weight.BOLD, "吴"), (Weight.RARE, "𠮷"), (Weight.BOLD, "安")]


def test_letters_of_other_languages_come_from_their_own_font() -> None:
    assert runs("Dvořák", bold=True) == [
        (Weight.BOLD, "Dvo"),
        (Weight.LETTERS_BOLD, "ř"),
        (Weight.BOLD, "ák"),
    ]
    assert runs("ş") == [(Weight.LETTERS, "ş")]


def test_what_no_font_holds_is_written_as_its_code_point() -> None:
    assert runs("王한\U0002a70e") == [(Weight.REGULAR, "王[U+D55C][U+2A70E]")]


def test_marks_without_a_shape_are_left_out() -> None:
    assert printable("张\u200b三\ufe0f\t李") == "张三 李"


def test_widths_are_those_of_the_fonts() -> None:
    assert width_of("新顾客", 10) == pytest.approx(30.0)
    assert width_of("𠮷", 10) == pytest.approx(10.0, abs=0.1)


def test_the_rare_font_stays_closed_until_a_text_needs_it() -> None:
    code = (
        "from app.documents import faces\n"
        "faces.runs('张三'); faces.width_of('李四', 9)\n"
        "opened = faces.face.cache_info().currsize\n"
        "faces.runs('吴𠮷')\n"
        "print(opened, faces.face.cache_info().currsize)\n"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.split() == ["1", "2"]


def test_naming_the_forms_loads_neither_reportlab_nor_pdfium() -> None:
    code = (
        "import sys\n"
        "from app.documents import booklet, dossier, preview, registration_form\n"
        "print(sorted({'reportlab', 'pypdfium2', 'segno', 'PIL'} & sys.modules.keys()))\n"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_every_font_travels_with_its_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "Hanazono Font License" in (FONTS / "LICENSE-hanazono.txt").read_text(encoding="utf-8")
    assert (FONTS / "RareNames.ttf").stat().st_size < 1_100_000
