"""A report that flows over pages: headings that stay with what follows, tables, and a running head."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.documents.frame import Frame
from app.documents.ink import Align, Ink, text_width
from app.documents.tables import Table, draw_table, room_needed

_HEADING = 9.0


class Flow:
    """The pages of a report as they fill; y is where the next thing goes, in millimetres from the top."""

    def __init__(
        self,
        new_ink: Callable[[], Ink],
        frame: Frame,
        *,
        first: float,
        next_top: float,
        begun: Sequence[Ink] = (),
    ) -> None:
        """`begun` are pages filled before, the last of them down to `first`."""
        self.frame = frame
        self.pages: list[Ink] = list(begun) or [new_ink()]
        self.y = first
        self._new_ink = new_ink
        self._next_top = next_top
        self._bottom = frame.bottom - 5.0

    @property
    def ink(self) -> Ink:
        """The page being filled."""
        return self.pages[-1]

    def turn(self) -> None:
        """Begin a new page."""
        self.pages.append(self._new_ink())
        self.y = self._next_top

    def keep(self, height: float) -> None:
        """Begin a new page unless so many millimetres are left on this one."""
        if self.y + height > self._bottom:
            self.turn()

    def heading(self, title: str, remark: str = "", *, following: float = 12.0) -> None:
        """A heading that never stands alone: `following` millimetres below it fit on the same page."""
        self.keep(_HEADING + following)
        base = self.y + 6.2
        self.ink.fill(self.frame.x, base - 3.7, 1.3, 4.4, 0)
        self.ink.text(self.frame.x + 3.0, base, title, 11, bold=True)
        if remark:
            left = self.frame.x + 3.0 + text_width(title, 11, bold=True) + 2.5
            self.ink.text(left, base, remark, 8.5)
        self.y += _HEADING

    def table(self, title: str, table: Table, *, count: str, none: str, after: float = 0.0) -> None:
        """A heading and its table, or one line that there is nothing; `after` as in `draw_table`."""
        if not table.rows:
            self.heading(title, following=0)
            self.ink.text(self.frame.x + self.frame.width, self.y - 2.8, none, 8.5, align=Align.RIGHT)
            self.ink.line(self.frame.x, self.y - 1.2, self.frame.x + self.frame.width, self.y - 1.2, 0.3)
            return
        self.heading(title, count, following=min(room_needed(table, self.frame.width), 120.0))
        _, self.y = draw_table(
            table,
            x=self.frame.x,
            y=self.y,
            width=self.frame.width,
            bottom=self._bottom,
            ink=self.ink,
            turn=self._turned,
            after=after,
        )
        self.y += 1.5

    def _turned(self) -> tuple[Ink, float]:
        self.turn()
        return self.ink, self.y
