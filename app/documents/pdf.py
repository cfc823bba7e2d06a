"""One PDF file being written: pages, parts drawn once and used often, pictures."""

from __future__ import annotations

from io import BytesIO
from typing import Any, BinaryIO

from app.documents.faces import Weight, face
from app.documents.ink import MM, Ink
from app.documents.records import Language, PaperSize, Sheet
from app.errors import UserError

SIZES = {PaperSize.A4: (210.0, 297.0), PaperSize.A5: (148.0, 210.0)}
"""Width and height in millimetres, upright."""


class Pdf:
    """A document of equal sheets on ReportLab's canvas, tuned: compressed pages, no ASCII85, no comments."""

    def __init__(
        self, out: BinaryIO, sheet: Sheet, *, title: str, author: str, invariant: bool = False
    ) -> None:
        from reportlab.pdfbase.pdfdoc import PDFString
        from reportlab.pdfbase.pdfmetrics import registerFont
        from reportlab.pdfgen.canvas import Canvas

        registerFont(face(Weight.REGULAR))
        self.width, self.height = SIZES[sheet.size]
        self.pages = 0
        self._known: dict[tuple[str, float, bool], str] = {}
        self._shift = (sheet.offset_x_mm, sheet.offset_y_mm)
        self._canvas = Canvas(
            out, pagesize=(self.width * MM, self.height * MM), pageCompression=1, invariant=invariant,
            initialFontName=Weight.REGULAR.value,
        )  # fmt: skip
        self._canvas.setTitle(title)
        self._canvas.setSubject(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("BranchDesk")
        self._canvas.setCatalogEntry(
            "Lang", PDFString("zh-CN" if sheet.language is Language.CHINESE else "en")
        )
        self._canvas.setViewerPreference("PrintScaling", "None")
        if sheet.duplex:
            self._canvas.setViewerPreference("Duplex", "DuplexFlipLongEdge")

    def ink(self) -> Ink:
        """Fresh ink for a page or a part; nothing shows until it is handed back."""
        return Ink(self._canvas._doc, self.height, self._known)

    def part(self, name: str, ink: Ink, logo: tuple[bytes, float, float, float, float] | None = None) -> None:
        """Keep a drawing as a part (Form XObject); `logo` is a picture with its x, y, width, height
        limits.
        """
        self._canvas.beginForm(name, 0, 0, self.width * MM, self.height * MM)
        self._canvas._code.extend(ink.operators)
        if logo is not None:
            self._picture(*logo)
        self._canvas.endForm()

    def page(self, ink: Ink, *parts: str, right: float = 0.0) -> None:
        """Finish a page from parts and ink; `right` moves it all, for the gutter of a bound booklet."""
        shift_x, shift_y = self._shift[0] + right, self._shift[1]
        code: list[Any] = self._canvas._code
        if shift_x or shift_y:
            code.append(f"1 0 0 1 {shift_x * MM:.2f} {-shift_y * MM:.2f} cm")
        for part in parts:
            self._canvas.doForm(part)
        code.extend(ink.operators)
        self._canvas.showPage()
        self.pages += 1

    def save(self) -> None:
        """Write the file; nothing can be added afterwards."""
        self._canvas.save()

    def _picture(self, picture: bytes, x: float, y: float, width: float, height: float) -> None:
        from reportlab.lib.utils import ImageReader

        try:
            image = ImageReader(BytesIO(picture))
        except OSError as broken:
            raise UserError("logo-unreadable") from broken
        self._canvas.drawImage(
            image,
            x * MM,
            (self.height - y - height) * MM,
            width * MM,
            height * MM,
            preserveAspectRatio=True,
            anchor="w",
            mask="auto",
        )
