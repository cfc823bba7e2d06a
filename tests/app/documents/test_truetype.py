"""Text copied out of our files is the text that was put in, above U+FFFF too."""

from __future__ import annotations

from io import BytesIO

from app.documents import preview
from app.documents.pdf import Pdf
from app.documents.records import Sheet
from app.documents.truetype import to_unicode


def _page_of(*lines: str, bold: bool = False) -> bytes:
    out = BytesIO()
    pdf = Pdf(out, Sheet(), title="", author="")
    ink = pdf.ink()
    for number, line in enumerate(lines):
        ink.text(20, 20 + 8 * number, line, 10, bold=bold)
    pdf.page(ink)
    pdf.save()
    return out.getvalue()


def test_characters_above_the_basic_plane_come_out_as_themselves() -> None:
    text = preview.page_text(_page_of("欧阳𠮷䶮㛃𬱖"), 0)
    assert text.strip() == "欧阳𠮷䶮㛃𬱖"


def test_a_radical_does_not_take_the_place_of_its_character() -> None:
    assert preview.page_text(_page_of("户籍：金牛区", bold=True), 0).strip() == "户籍：金牛区"


def test_more_characters_than_one_subset_holds_all_come_back() -> None:
    lines = ["".join(chr(0x4E00 + 30 * row + column) for column in range(30)) for row in range(20)]
    assert preview.page_text(_page_of(*lines), 0).split() == lines


def test_a_surrogate_pair_is_written_in_utf16_and_blocks_keep_to_a_hundred() -> None:
    program = to_unicode("F", [(1, 0x20BB7), *((code, 0x4E00 + code) for code in range(2, 256))])
    assert "<01> <D842DFB7>" in program
    blocks = [line for line in program.splitlines() if line.endswith("beginbfchar")]
    assert blocks == ["100 beginbfchar", "100 beginbfchar", "55 beginbfchar"]


def test_every_font_named_in_the_file_is_inside_it() -> None:
    """Archives refuse a page whose letters depend on the reader's machine (ISO 19005-1, 6.3.4)."""
    file = _page_of("欧阳𠮷 Dvořák")
    inside = file.count(b"/FontFile2")
    assert inside >= 3
    assert file.count(b"/Subtype /TrueType") == inside
    assert b"Helvetica" not in file
