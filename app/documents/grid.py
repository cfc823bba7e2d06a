"""Ruled forms: sections of labelled cells with blanks, combs and tick boxes, and where their answers go."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.documents.ink import Align, Ink, text_width, wrap
from app.documents.marks import BOX, tick, tick_box

LINE = 8.0
"""Height in millimetres that a line for handwriting needs."""

COMB_MIN = 4.6
"""Narrower comb cells are left out: a digit by hand needs at least this."""

_PAD = 1.6
_GAP = 3.4


@dataclass(frozen=True, kw_only=True, slots=True)
class Word:
    """Printed words inside a cell."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Blank:
    """A short line to write on; width in millimetres, 0 takes the rest of the line."""

    answer: str
    width: float = 0.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Box:
    """A tick box with its words."""

    answer: str
    option: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Comb:
    """One small cell for each character of a number of known length."""

    answer: str
    count: int


Piece = Word | Blank | Box | Comb


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """A label and what is written beside it, `span` twelfths of the row wide."""

    label: str
    span: int
    pieces: tuple[Piece, ...] = ()
    answer: str = ""
    required: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """Cells side by side, at least as high as a line of handwriting; `height` (millimetres) where nobody "
    "writes."""

    cells: tuple[Cell, ...]
    height: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Section:
    """Rows under one title that stands upright at their left."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """Measures of one edition on one paper, in millimetres and points."""

    band: float
    label: float
    label_size: float = 9.5
    value_size: float = 10.5
    upright: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class TextSlot:
    """A place for a text; `comb` cells if it is a comb."""

    page: int
    x: float
    y: float
    width: float
    height: float
    size: float
    align: Align = Align.LEFT
    comb: int = 0


@dataclass(frozen=True, slots=True)
class Slots:
    """Where the answers of a form go: texts by answer, ticks by answer and option."""

    texts: dict[str, TextSlot] = field(default_factory=dict)
    ticks: dict[tuple[str, str], tuple[int, float, float]] = field(default_factory=dict)

    def write(self, inks: list[Ink], answer: str, text: str) -> None:
        """Put a text into its slot; nothing happens for an empty text or a form without that slot."""
        slot = self.texts.get(answer)
        if not text or slot is None:
            return
        ink = inks[slot.page]
        if slot.comb and len(text) <= slot.comb and text.isascii() and text.isprintable():
            base = slot.y + slot.height / 2 + 0.127 * slot.size
            ink.spread(slot.x, base, slot.width / slot.comb, text, slot.size)
            return
        if slot.comb:
            ink.fill(slot.x + 0.15, slot.y + 0.1, slot.width - 0.3, slot.height - 0.2, 1)
            ink.block(slot.x + _PAD, slot.y, slot.width - 2 * _PAD, slot.height, text, slot.size)
            return
        ink.block(slot.x, slot.y, slot.width, slot.height, text, slot.size, align=slot.align, smallest=6)

    def mark(self, inks: list[Ink], answer: str, option: str) -> bool:
        """Tick an option, or write one that is not printed behind the others; False where there is no
        room for it.
        """
        if not option:
            return True
        if (place := self.ticks.get((answer, option))) is not None:
            tick(inks[place[0]], place[1], place[2])
        elif answer + ":other" in self.texts:
            self.write(inks, answer + ":other", option)
        else:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece with its place in the flow of a cell."""

    piece: Piece
    line: int
    x: float
    width: float


def flow(pieces: tuple[Piece, ...], width: float, size: float) -> list[Placed]:
    """Set pieces one after the other into lines of `width` millimetres.

    Words and blanks that follow each other stay together, so that a date is never torn; words that
    begin with a space begin a new group.
    """
    placed: list[Placed] = []
    x, line = 0.0, 0
    for group in _groups(pieces):
        needs = [_need(piece, size) for piece in group]
        least = [
            18.0 if isinstance(p, Blank) and not p.width else need
            for p, need in zip(group, needs, strict=True)
        ]
        if x and x + sum(least) + 1.0 * (len(group) - 1) > width + 0.01:
            x, line = 0.0, line + 1
        for piece, need in zip(group, needs, strict=True):
            taken = max(width - x, 0.0) if isinstance(piece, Blank) and not piece.width else need
            placed.append(Placed(piece, line, x, taken))
            x += taken + (_GAP if isinstance(piece, Box) else 1.0)
    return placed


def _groups(pieces: tuple[Piece, ...]) -> list[list[Piece]]:
    groups: list[list[Piece]] = []
    for piece in pieces:
        opens = isinstance(piece, Box | Comb) or (isinstance(piece, Word) and piece.text.startswith(" "))
        if groups and not opens and isinstance(groups[-1][-1], Word | Blank):
            groups[-1].append(piece)
        else:
            groups.append([piece])
    return groups


def _need(piece: Piece, size: float) -> float:
    if isinstance(piece, Word):
        return text_width(piece.text, size)
    if isinstance(piece, Box):
        return BOX + 1.0 + text_width(piece.option, size)
    return piece.width if isinstance(piece, Blank) else 0.0


def row_height(row: Row, width: float, style: Style) -> float:
    """The height in millimetres a row needs at least: 8 for a line to write on, 5.4 for each further
    line of boxes.
    """
    if row.height is not None:
        return row.height
    height = LINE
    for cell in row.cells:
        inner = cell.span * width / 12 - style.label - 2 * _PAD
        placed = flow(cell.pieces, inner, style.label_size)
        blanks = {one.line for one in placed if isinstance(one.piece, Blank)}
        more = 1 + max((one.line for one in placed), default=0)
        height = max(height, LINE + sum(6.4 if line in blanks else 5.2 for line in range(1, more)))
    return height


def section_height(section: Section, width: float, style: Style) -> float:
    """The height in millimetres of all rows of a section `width` wide, its title's band included in the
    width.
    """
    return sum(row_height(row, width - style.band, style) for row in section.rows)


def draw_section(
    ink: Ink,
    slots: Slots,
    section: Section,
    style: Style,
    *,
    page: int,
    x: float,
    y: float,
    width: float,
    extra: float = 0.0,
    stretch: float = 0.0,
) -> float:
    """Rule and letter a section from x, y; returns the height drawn.

    `extra` millimetres go to each row, `stretch` to the last one besides.
    """
    top = y
    inner = width - style.band
    heights = [row_height(row, inner, style) + extra for row in section.rows]
    heights[-1] += stretch
    _shade(ink, section, style, heights, (x + style.band, y, inner))
    for row, height in zip(section.rows, heights, strict=True):
        if y > top:
            ink.line(x + style.band, y, x + width, y)
        left = x + style.band
        for number, cell in enumerate(row.cells):
            span = cell.span * inner / 12
            _draw_cell(ink, slots, cell, style, (page, left, y, span, height), first=number == 0)
            left += span
        y += height
    draw_band(ink, section.title, style, x=x, y=top, width=width, height=y - top)
    return y - top


def draw_band(ink: Ink, title: str, style: Style, *, x: float, y: float, width: float, height: float) -> None:
    """The grey band with a section's title at the left of a ruled frame; only the frame for a band of no "
    "width."""
    if not style.band:
        ink.box(x, y, width, height, 0.8)
        return
    ink.fill(x, y, style.band, height, 0.9)
    ink.box(x, y, width, height, 1.0)
    ink.line(x + style.band, y, x + style.band, y + height, 0.7)
    middle = x + style.band / 2
    size = 9.5
    if style.upright:
        step = min(4.6, (height - 2) / max(1, len(title)))
        size = min(size, step * 2.6)
        first = y + height / 2 - step * (len(title) - 1) / 2 + 0.127 * size
        for number, character in enumerate(title):
            ink.text(middle, first + number * step, character, size, bold=True, align=Align.CENTRE)
    else:
        while text_width(title, size, bold=True) > height - 2 and size > 6:
            size -= 0.5
        ink.turned(middle + 0.127 * size, y + height / 2, title, size, bold=True)


def _shade(
    ink: Ink, section: Section, style: Style, heights: list[float], place: tuple[float, float, float]
) -> None:
    """Grey under every label, before any line is ruled, so that no line is painted over."""
    left, y, inner = place
    for row, height in zip(section.rows, heights, strict=True):
        x = left
        for cell in row.cells:
            ink.fill(x, y, style.label, height, 0.955)
            x += cell.span * inner / 12
        y += height


def _draw_cell(
    ink: Ink,
    slots: Slots,
    cell: Cell,
    style: Style,
    place: tuple[int, float, float, float, float],
    *,
    first: bool,
) -> None:
    page, x, y, width, height = place
    if not first:
        ink.line(x, y, x, y + height)
    ink.line(x + style.label, y, x + style.label, y + height)
    words = ("*" if cell.required else "") + cell.label
    size = style.label_size
    while size > 7.5 and text_width(words, size) > style.label - 1.6:
        size -= 0.25
    if text_width(words, size) > style.label - 1.6:
        size = style.label_size - 0.7
    ink.block(x + 0.8, y, style.label - 1.6, height, words, size, align=Align.CENTRE)
    inner_x, inner = x + style.label, width - style.label
    if cell.answer:
        slots.texts[cell.answer] = TextSlot(
            page=page, x=inner_x + _PAD, y=y, width=inner - 2 * _PAD, height=height, size=style.value_size
        )
    draw_pieces(ink, slots, cell.pieces, style, (page, inner_x, y, inner, height))


def draw_pieces(
    ink: Ink,
    slots: Slots,
    pieces: tuple[Piece, ...],
    style: Style,
    place: tuple[int, float, float, float, float],
    *,
    pad: float = _PAD,
) -> None:
    """Set pieces into a box (page, x, y, width, height), centred on its height line by line."""
    page, x, y, width, height = place
    placed = flow(pieces, width - 2 * pad, style.label_size)
    lines = 1 + max((one.line for one in placed), default=0)
    step = height / lines if lines > 1 else height
    for one in placed:
        middle = y + (one.line + 0.5) * step
        _draw_piece(ink, slots, one, style, (page, x + pad, middle, width, height))
    if placed and isinstance(last := placed[-1].piece, Box) and (last.answer, last.option) in slots.ticks:
        start = placed[-1].x + placed[-1].width + _GAP
        if width - 2 * pad - start >= 12:
            slots.texts.setdefault(last.answer + ":other", TextSlot(
                page=page, x=x + pad + start, y=y + height - step, width=width - 2 * pad - start, height=step,
                size=style.value_size,
            ))  # fmt: skip


def _draw_piece(
    ink: Ink, slots: Slots, placed: Placed, style: Style, place: tuple[int, float, float, float, float]
) -> None:
    page, left, middle, width, height = place
    piece, x = placed.piece, left + placed.x
    base = middle + 0.127 * style.label_size
    if isinstance(piece, Word):
        ink.text(x, base, piece.text, style.label_size)
    elif isinstance(piece, Box):
        tick_box(ink, x, middle - BOX / 2)
        ink.text(x + BOX + 1.0, base, piece.option, style.label_size)
        slots.ticks[piece.answer, piece.option] = (page, x, middle - BOX / 2)
    elif isinstance(piece, Blank):
        ink.line(x, base + 1.1, x + placed.width, base + 1.1, 0.4)
        slots.texts[piece.answer] = TextSlot(
            page=page, x=x, y=middle - 2.7, width=placed.width, height=5.4, size=style.value_size,
            align=Align.CENTRE if piece.width else Align.LEFT,
        )  # fmt: skip
    else:
        comb = piece.count if width / piece.count >= COMB_MIN else 0
        for number in range(1, comb):
            ink.line(left - _PAD + number * width / comb, middle - height / 2 + (height - 4.0),
                     left - _PAD + number * width / comb, middle + height / 2, 0.3)  # fmt: skip
        slots.texts[piece.answer] = TextSlot(
            page=page, x=left - (_PAD if comb else 0), y=middle - height / 2,
            width=width - (0 if comb else 2 * _PAD), height=height, size=style.value_size, comb=comb,
        )  # fmt: skip


def note_lines(text: str, width: float, size: float) -> list[tuple[str, bool]]:
    """The lines of a numbered notice, each with whether it begins a paragraph."""
    lines: list[tuple[str, bool]] = []
    for paragraph in text.split("\n"):
        lines += [(line, number == 0) for number, line in enumerate(wrap(paragraph, width, size))]
    return lines
