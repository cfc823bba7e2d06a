"""A ruled form that grows: rows as high as what is written in them, over as many pages as they need.

Whatever is still empty is ruled to be written on by hand, and gets the room that is left on its page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from app.documents import grid
from app.documents.grid import LINE, Cell, Row, Section, Slots, Style, TextSlot
from app.documents.ink import MM, Ink, leading, text_width, wrap

_PAD = 3.2
_AIR = 2.6
_MOST_ADDED = 5
_LEAST_SPLIT = 3
_TIGHT = 1.12


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """A row with what is written into it by answer, and which of its boxes are ticked.

    `rank` orders the empty rows that get more lines of handwriting where there is room; 0 for none. `with_next`
    where the next row belongs to it and must not begin another page.
    """

    row: Row
    texts: Mapping[str, str] = field(default_factory=dict)
    ticks: tuple[tuple[str, str], ...] = ()
    rank: int = 0
    with_next: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written into it yet."""
        return not self.ticks and not any(self.texts.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """Rows under one title; `whole` where a page must not end in the middle of them, `pulls` where they never stand
    on a page alone: what comes before goes over with them."""

    title: str
    entries: tuple[Entry, ...]
    whole: bool = False
    pulls: bool = False

    @property
    def is_kept(self) -> bool:
        """Whether it stays on one page: told so, or nothing is written in it yet."""
        return self.whole or all(entry.is_empty for entry in self.entries)


@dataclass(kw_only=True, slots=True)
class Page:
    """What stands on one page: parts or what of them falls on it, each entry with its height."""

    parts: list[tuple[str, list[tuple[Entry, float]]]] = field(default_factory=list)
    used: float = 0.0

    def add(self, title: str, entry: Entry, height: float, *, new: bool) -> None:
        """Put an entry at the end, under a title of its own where `new`."""
        if new or not self.parts:
            self.parts.append((title, []))
        self.parts[-1][1].append((entry, height))
        self.used += height


def lay_pages(
    parts: Sequence[Part], *, first: float, later: float, width: float, style: Style
) -> tuple[Page, ...]:
    """The pages of a form; `first` and `later` are the heights in millimetres of the first page and others."""
    made = _Pages(first=first, later=later, width=width - style.band, style=style)
    for number, part in enumerate(parts):
        following = parts[number + 1] if number + 1 < len(parts) and parts[number + 1].pulls else None
        made.put(part, following)
    rooms = [first if number == 0 else later for number in range(len(made.pages))]
    for page, room in zip(made.pages, rooms, strict=True):
        _widen(page, room)
    return tuple(made.pages)


def draw_page(ink: Ink, page: Page, style: Style, *, room: float, place: tuple[float, float, float]) -> Slots:
    """Rule a page at x, y and `width`; returns where its answers go. What is over, if little, goes to all rows."""
    x, y, width = place
    slots = Slots()
    rows = sum(len(entries) for _, entries in page.parts)
    spare = room - page.used
    extra = spare / rows if 0 < spare < LINE else 0.0
    for title, entries in page.parts:
        section = Section(
            title=title, rows=tuple(replace(entry.row, height=height) for entry, height in entries)
        )
        y += grid.draw_section(ink, slots, section, style, page=0, x=x, y=y, width=width, extra=extra)
    for entry in _entries(page):
        if entry.rank and entry.is_empty:
            rule(ink, slots, entry.row.cells[0].answer)
    return slots


def fill_page(ink: Ink, page: Page, slots: Slots) -> None:
    """Write and tick what the entries of a page hold."""
    for entry in _entries(page):
        for answer, text in entry.texts.items():
            slots.write([ink], answer, _set(slots.texts[answer], text) if answer in slots.texts else text)
        for answer, option in entry.ticks:
            slots.mark([ink], answer, option)


def rule(ink: Ink, slots: Slots, answer: str) -> None:
    """Dotted lines to write on, a line of handwriting apart, none on the frame itself."""
    slot = slots.texts[answer]
    count = max(1, int(slot.height / LINE + 0.01))
    step = slot.height / count
    for number in range(1, count):
        y = slot.y + number * step
        ink.line(slot.x, y, slot.x + slot.width, y, 0.3, dash="0.6 1.6")


def entry_height(entry: Entry, width: float, style: Style) -> float:
    """The height in millimetres an entry needs: room for a hand, or for all lines of its longest text."""
    high = grid.row_height(entry.row, width, style)
    for cell in entry.row.cells:
        if text := entry.texts.get(cell.answer, ""):
            high = max(high, len(_lines(cell, text, width, style)) * _step(style) + _AIR)
    return high


def _entries(page: Page) -> list[Entry]:
    return [entry for _, entries in page.parts for entry, _ in entries]


def _step(style: Style) -> float:
    return leading(style.value_size) / MM


def _lines(cell: Cell, text: str, width: float, style: Style) -> list[str]:
    return _broken(text, cell.span * width / 12 - style.label - _PAD, style.value_size)


def _broken(text: str, width: float, size: float) -> list[str]:
    """The lines of a text; one a little too wide for its cell stays one line and is set smaller."""
    if "\n" not in text and text_width(text, size) <= _TIGHT * width:
        return [text]
    return wrap(text, width, size)


def _set(slot: TextSlot, text: str) -> str:
    """A text in the lines its row was made high for, where there is room for them."""
    lines = _broken(text, slot.width, slot.size)
    return "\n".join(lines) if len(lines) * leading(slot.size) / MM + _AIR <= slot.height + 0.01 else text


def _widen(page: Page, room: float) -> None:
    """Give the room left on a page to its empty rows, a whole line of handwriting at a time."""
    places = [
        (entry.rank, part, place)
        for part, (_, entries) in enumerate(page.parts)
        for place, (entry, _) in enumerate(entries)
        if entry.rank and entry.is_empty
    ]
    for _ in range(_MOST_ADDED):
        for _, part, place in sorted(places):
            if room - page.used < LINE:
                return
            entries = page.parts[part][1]
            entry, height = entries[place]
            entries[place] = (entry, height + LINE)
            page.used += LINE


class _Pages:
    """The pages as they fill."""

    def __init__(self, *, first: float, later: float, width: float, style: Style) -> None:
        self.pages = [Page()]
        self._rooms = (first, later)
        self._width, self._style = width, style

    def put(self, part: Part, following: Part | None) -> None:
        """Put a part where it fits; one that is kept whole, or its beginning, goes to the next page if it must."""
        if self.pages[-1].parts and self._needed(part, following) > self._left:
            pulled = self._last_row() if part.pulls else None
            self._turn()
            if pulled is not None:
                self.pages[-1].add(*pulled, new=True)
        fresh = True
        for number, entry in enumerate(part.entries):
            rest: Entry | None = entry
            also = self._also(part.entries[number:])
            while rest is not None:
                rest, fresh = self._put_entry(part.title, rest, fresh=fresh, also=also)

    def _also(self, entries: Sequence[Entry]) -> float:
        """The height of the rows that must stand on the page of the first."""
        if len(entries) < 2 or not entries[0].with_next:
            return 0.0
        return self._least(entries[1]) + self._also(entries[1:])

    def _needed(self, part: Part, following: Part | None) -> float:
        whole = sum(self._height(entry) for entry in part.entries)
        if following is not None:
            whole += sum(self._height(entry) for entry in following.entries)
        most = self._rooms[1] if part.is_kept else self._rooms[1] / 2 if following is not None else 0.0
        if whole <= most:
            return whole
        return sum(self._least(entry) for entry in part.entries[:2])

    def _last_row(self) -> tuple[str, Entry, float] | None:
        """Take the last row off the page, for a part that must not stand alone; none where it is all there is."""
        page = self.pages[-1]
        title, entries = page.parts[-1]
        if len(entries) < 2:
            return None
        entry, height = entries.pop()
        page.used -= height
        return title, entry, height

    def _put_entry(self, title: str, entry: Entry, *, fresh: bool, also: float) -> tuple[Entry | None, bool]:
        """Put an entry or as much of it as this page holds; what is left of it, and whether its title stands yet."""
        height = self._height(entry)
        is_new_page = not self.pages[-1].parts
        if height + (0.0 if is_new_page else also) <= self._left:
            self.pages[-1].add(title, entry, height, new=fresh)
            return None, False
        if _is_text(entry) and (is_new_page or self._left >= self._least(entry)):
            head, rest = self._split(entry)
            self.pages[-1].add(title, head, self._left, new=fresh)
            self._turn()
            return rest, True
        if is_new_page:
            self.pages[-1].add(title, entry, self._left, new=fresh)
            return None, False
        self._turn()
        return entry, True

    def _split(self, entry: Entry) -> tuple[Entry, Entry]:
        cell = entry.row.cells[0]
        lines = _lines(cell, entry.texts[cell.answer], self._width, self._style)
        fits = min(int((self._left - _AIR) / _step(self._style) + 0.01), len(lines) - 1)
        head, rest = "\n".join(lines[:fits]), "\n".join(lines[fits:])
        return (
            replace(entry, texts={**entry.texts, cell.answer: head}),
            replace(entry, texts={cell.answer: rest}),
        )

    def _least(self, entry: Entry) -> float:
        """The height with which an entry may begin at the foot of a page."""
        height = self._height(entry)
        return min(height, _LEAST_SPLIT * _step(self._style) + _AIR) if _is_text(entry) else height

    def _height(self, entry: Entry) -> float:
        return entry_height(entry, self._width, self._style)

    @property
    def _left(self) -> float:
        return self._rooms[0 if len(self.pages) == 1 else 1] - self.pages[-1].used

    def _turn(self) -> None:
        self.pages.append(Page())


def _is_text(entry: Entry) -> bool:
    """Whether it is one long text that may go on on the next page."""
    cell = entry.row.cells[0]
    return len(entry.row.cells) == 1 and not cell.pieces and bool(entry.texts.get(cell.answer))
