"""A test page that a clerk reads a printer's offset from: two rulers through the middle, no ruler needed.

The sheet is folded edge to edge; the crease crosses each ruler at the number to enter.
"""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO

from app.documents.ink import Align, Ink
from app.documents.pdf import SIZES, Pdf
from app.documents.records import Language, Sheet

REACH_MM = 7
_WORDS: Mapping[Language, Mapping[str, str]] = {
    Language.CHINESE: {
        "title": "打印偏移测试页",
        "printer": "打印机：{printer}",
        "now": "当前设置：向右 {right} 毫米，向下 {down} 毫米",
        "right": "向右（毫米）",
        "down": "向下（毫米）",
        "steps": (
            "1. 请按原尺寸打印本页（不缩放）。\n"
            "2. 左右对折：左边缘与右边缘对齐，压出折痕。折痕与横尺相交处的数字，填入“向右”。\n"
            "3. 上下对折：上边缘与下边缘对齐，压出折痕。折痕与竖尺相交处的数字，填入“向下”。\n"
            "4. 折痕正好压在粗线上，说明无需调整。"
        ),
    },
    Language.ENGLISH: {
        "title": "Printer offset test page",
        "printer": "Printer: {printer}",
        "now": "Present setting: right {right} mm, down {down} mm",
        "right": "right (mm)",
        "down": "down (mm)",
        "steps": (
            "1. Print this page in its own size (not scaled).\n"
            "2. Fold it left edge onto right edge. Enter under “right” the number where the crease "
            "crosses the level ruler.\n"
            "3. Fold it top edge onto bottom edge. Enter under “down” the number where the crease "
            "crosses the upright ruler.\n"
            "4. A crease on the fat line means that nothing needs changing."
        ),
    },
}


def offset_page(sheet: Sheet, *, printer: str = "") -> bytes:
    """The test page with the sheet's own offset applied: the numbers of its rulers are what to enter instead."""
    words = _WORDS[sheet.language]
    out = BytesIO()
    pdf = Pdf(out, sheet, title=words["title"], author="")
    ink = pdf.ink()
    width, height = SIZES[sheet.size]
    _words(ink, sheet, words, printer)
    _level_ruler(ink, width / 2, 0.86 * height, sheet.offset_x_mm, words["right"])
    _upright_ruler(ink, 20, height / 2, sheet.offset_y_mm, words["down"])
    ink.box(10, 10, width - 20, height - 20, 0.3, dash="1 2")
    pdf.page(ink)
    pdf.save()
    return out.getvalue()


def reading(offset_mm: float, crease_mm: float) -> float:
    """The number at a crease so many millimetres right of (or below) the ruler's middle."""
    return round(offset_mm + crease_mm, 1)


def _words(ink: Ink, sheet: Sheet, words: Mapping[str, str], printer: str) -> None:
    width, _ = SIZES[sheet.size]
    ink.text(width / 2, 26, words["title"], 17, bold=True, align=Align.CENTRE)
    now = words["now"].format(right=f"{sheet.offset_x_mm:g}", down=f"{sheet.offset_y_mm:g}")
    if printer:
        ink.text(width / 2, 35, words["printer"].format(printer=printer), 10.5, align=Align.CENTRE)
    ink.text(width / 2, 41, now, 10.5, align=Align.CENTRE)
    for number, step in enumerate(words["steps"].splitlines()):
        ink.block(0.14 * width, 47 + number * 11.0, 0.76 * width, 11, step, 10.5)


def _level_ruler(ink: Ink, x: float, y: float, offset: float, name: str) -> None:
    """A line for each millimetre, each a step higher than its neighbour so that its number has room."""
    ink.line(x - REACH_MM - 1, y, x + REACH_MM + 1, y, 0.6)
    for step in range(-REACH_MM, REACH_MM + 1):
        top = y - 5.0 - (step + REACH_MM) * 3.8
        ink.line(x + step, y, x + step, top, _weight(step))
        shown = f"{reading(offset, step):g}"
        ink.text(x + step - 0.8, top + 2.2, shown, 9, bold=step == 0, align=Align.RIGHT)
        if step < REACH_MM:
            ink.line(x + step + 0.5, y, x + step + 0.5, y - 2.5, 0.25)
    ink.text(x, y + 6, name, 10, align=Align.CENTRE)


def _upright_ruler(ink: Ink, x: float, y: float, offset: float, name: str) -> None:
    ink.line(x, y - REACH_MM - 1, x, y + REACH_MM + 1, 0.6)
    for step in range(-REACH_MM, REACH_MM + 1):
        end = x + 8.0 + (step + REACH_MM) * 5.0
        ink.line(x, y + step, end, y + step, _weight(step))
        shown = f"{reading(offset, step):g}"
        ink.text(end, y + step - 0.5, shown, 9, bold=step == 0, align=Align.RIGHT)
        if step < REACH_MM:
            ink.line(x, y + step + 0.5, x + 2.0, y + step + 0.5, 0.25)
    ink.turned(x - 3, y, name, 10)


def _weight(step: int) -> float:
    """The line on which nothing needs changing is the fat one."""
    return 1.4 if step == 0 else 0.4
