"""Pages as pictures."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from app.documents import preview
from app.documents.records import PaperSize, RegistrationEntry, Sheet
from app.documents.registration_form import registration_form
from tests.builders.papers import HOUSE


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return registration_form(
        RegistrationEntry(serial="CD01-26-000001"), house=HOUSE, sheet=Sheet(size=PaperSize.A5)
    )


def test_a_form_has_the_size_of_its_paper(pdf: bytes) -> None:
    assert preview.page_count(pdf) == 2
    assert preview.page_sizes_mm(pdf)[0] == pytest.approx((148, 210), abs=0.1)


def test_a_picture_has_the_pixels_of_its_dpi_and_white_corners(pdf: bytes) -> None:
    picture = preview.render(pdf, 1, dpi=100)
    assert (picture.width, picture.height) == pytest.approx((583, 827), abs=1)
    assert len(picture.rgb) == picture.width * picture.height * 3
    assert picture.rgb[:3] == b"\xff\xff\xff"
    assert picture.rgb.count(0) > 1000


def test_a_picture_can_be_kept_as_png(pdf: bytes) -> None:
    picture = preview.render(pdf, 0, dpi=72)
    with Image.open(BytesIO(picture.png())) as image:
        assert image.tobytes() == picture.rgb


def test_a_page_that_is_not_there_is_refused(pdf: bytes) -> None:
    with pytest.raises(IndexError):
        preview.render(pdf, 2)
