"""Pages of a PDF as pictures: for the preview, for raster printing and for looking at forms in tests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import Any

_PDFIUM = Lock()
"""PDFium is not thread-safe (fpdfview.h); every call into it is made under this lock."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture:
    """A page as rows of RGB bytes without padding, top row first, on white."""

    width: int
    height: int
    rgb: bytes

    def png(self) -> bytes:
        """The same picture as a PNG file."""
        from PIL import Image

        out = BytesIO()
        Image.frombytes("RGB", (self.width, self.height), self.rgb).save(out, "PNG")
        return out.getvalue()


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _opened(pdf) as document:
        return len(document)


def page_sizes_mm(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in millimetres."""
    with _opened(pdf) as document:
        return [(page.get_width() * 25.4 / 72, page.get_height() * 25.4 / 72) for page in document]


def render(pdf: bytes, page: int, *, dpi: float = 96.0) -> Picture:
    """One page (from 0) as a picture; 96 dpi for a screen, 300 for a printer. IndexError past the last
    page.
    """
    with _opened(pdf) as document:
        if not 0 <= page < len(document):
            raise IndexError(page)
        bitmap = document[page].render(
            scale=dpi / 72, rev_byteorder=True, prefer_bgrx=False, may_draw_forms=False
        )
        image = bitmap.to_pil().convert("RGB")
        return Picture(width=image.width, height=image.height, rgb=image.tobytes())


def page_text(pdf: bytes, page: int) -> str:
    """The text of one page (from 0) as a reader's search sees it."""
    with _opened(pdf) as document:
        text: str = document[page].get_textpage().get_text_bounded()
        return text


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    import pypdfium2  # type: ignore[import-untyped]

    with _PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
