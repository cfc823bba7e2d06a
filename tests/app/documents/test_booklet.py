"""Booklets of blank forms: every serial once in the table and once on a form, with room for the binding."""

from __future__ import annotations

from itertools import product

import pytest

from app.documents import preview
from app.documents.booklet import blank_booklet
from app.documents.records import BlankBatch, Language, PaperSize, Sheet
from app.errors import UserError
from tests.builders.papers import HOUSE, batch


def _texts(pdf: bytes) -> list[str]:
    return [preview.page_text(pdf, page) for page in range(preview.page_count(pdf))]


@pytest.mark.parametrize(("language", "size"), list(product(Language, PaperSize)))
def test_every_serial_is_in_the_table_and_on_one_form(language: Language, size: PaperSize) -> None:
    pages = _texts(blank_booklet(batch(33), house=HOUSE, sheet=Sheet(size=size, language=language)))
    sides = 1 if size is PaperSize.A4 else 2
    forms, front = pages[-33 * sides :], pages[: -33 * sides]
    for number, serial in enumerate(batch(33).serials):
        assert [serial in page for page in forms[number * sides : (number + 1) * sides]] == [True] * sides
        assert sum(serial in page for page in front[1:]) == 1
    assert "CD01-26-000301" in front[0]
    assert "CD01-26-000333" in front[0]
    assert "CD01-26-B007" in front[0]


@pytest.mark.parametrize(("count", "size"), list(product((1, 2, 29, 30, 31, 60), PaperSize)))
def test_a_duplex_booklet_begins_its_forms_on_a_front_page(count: int, size: PaperSize) -> None:
    pages = _texts(blank_booklet(batch(count), house=HOUSE, sheet=Sheet(size=size, duplex=True)))
    sides = 1 if size is PaperSize.A4 else 2
    assert (len(pages) - count * sides) % 2 == 0


def _left_edge_mm(pdf: bytes, page: int) -> float:
    picture = preview.render(pdf, page, dpi=127)
    rows = [picture.rgb[at : at + picture.width * 3] for at in range(0, len(picture.rgb), picture.width * 3)]
    return min(next((i // 3 for i, byte in enumerate(row) if byte < 100), 9999) for row in rows) / 5


def test_the_gutter_changes_sides_with_duplex_only() -> None:
    bound = {
        duplex: blank_booklet(batch(3), house=HOUSE, sheet=Sheet(duplex=duplex)) for duplex in (False, True)
    }
    assert [_left_edge_mm(bound[False], page) for page in (2, 3)] == pytest.approx([20, 20], abs=0.4)
    assert [_left_edge_mm(bound[True], page) for page in (2, 3)] == pytest.approx([20, 10], abs=0.4)


def test_progress_is_told_form_by_form() -> None:
    seen: list[int] = []
    blank_booklet(batch(3), house=HOUSE, on_form=seen.append)
    assert seen == [1, 2, 3]


def test_a_batch_without_forms_is_refused() -> None:
    with pytest.raises(UserError, match="batch-empty"):
        blank_booklet(BlankBatch(number="B1", serials=()), house=HOUSE)
