"""The pages of the program, in the order of the rail; each is imported when it is first shown."""

from __future__ import annotations

from ui.page import PageSpec

PAGES: tuple[PageSpec, ...] = ()
