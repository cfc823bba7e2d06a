"""ReportLab's TrueType font with a correct map back to Unicode; imported by the first page drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reportlab import rl_config
from reportlab.pdfbase.ttfonts import SUBSETN, TTFont

rl_config.useA85 = 0
rl_config.pdfComments = 0

_BLOCK = 100
"""The most pairs one bfchar block may hold (Adobe technical note 5411, section 1.4.1)."""


class Face(TTFont):  # type: ignore[misc]
    """A TrueType font whose text can be copied and searched.

    ReportLab 5.1 writes a character above U+FFFF as five hexadecimal digits where the format wants UTF-16BE,
    so that 𠮷 comes out of the file as two other characters; and it writes 256 pairs into one block.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802 (ReportLab's name)
        subsets = [list(subset) for subset in self.state[doc].subsets]
        super().addObjects(doc)
        for number, subset in enumerate(subsets):
            base = b"".join((SUBSETN(number), b"+", self.face.name, self.face.subfontNameX)).decode("pdfdoc")
            doc.idToObject["toUnicodeCMap:" + base].content = to_unicode(base, enumerate(subset))


def to_unicode(name: str, pairs: Iterable[tuple[int, int]]) -> str:
    """The ToUnicode program of a font subset: one byte in, UTF-16BE out (ISO 32000-1, 9.10.3)."""
    rows = [f"<{code:02X}> <{_utf16(character)}>" for code, character in pairs if character]
    body: list[str] = []
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        body += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join(
        [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<00> <FF>",
            "endcodespacerange",
            *body,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
    )


def _utf16(character: int) -> str:
    return chr(character).encode("utf-16-be", "surrogatepass").hex().upper()
