"""What the bar over the views says: what is being carried, how much of a series is meant, what is not known."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from app.followups.calendar_sheet import CalendarSheet
from app.followups.dates.records import Which
from ui.followups.days_model import DaysModel
from ui.followups.inline_bar import InlineBar, Option
from ui.followups.labels import clock, day_words, mark_words
from ui.followups.moving import Carrier
from ui.followups.places import Place


class Notices(QObject):
    """One thing at a time; a question stays until it is answered."""

    def __init__(
        self,
        bar: InlineBar,
        carrier: Carrier,
        days: DaysModel,
        go_back: Callable[[], object],
        to_holidays: Callable[[], object],
    ) -> None:
        super().__init__(bar)
        self._bar = bar
        self._carrier = carrier
        self._days = days
        self._go_back = go_back
        carrier.describe = self.where
        self._to_holidays = to_holidays
        self._put_off: tuple[int, ...] = ()

    def ask_which(self, text: str, run: Callable[[Which], object]) -> None:
        """How much of a series is meant; Escape leaves everything as it is."""
        words = {
            Which.THIS: self.tr("Only this one"),
            Which.FOLLOWING: self.tr("This and all later ones"),
            Which.ALL: self.tr("The whole series"),
        }
        options = [
            Option(text=word, key=str(number), run=partial(self._answer, run, which))
            for number, (which, word) in enumerate(words.items(), 1)
        ]
        self._bar.ask(text, options, self._go_back)

    def _answer(self, run: Callable[[Which], object], which: Which) -> None:
        self._go_back()
        run(which)

    def show(self, sheet: CalendarSheet | None) -> None:
        """The most important of what there is to say, or nothing."""
        carrier = self._carrier
        if carrier.item is not None and not carrier.is_by_keys:
            return  # said at the pointer; a bar would push the days away from under it
        if carrier.item is not None:
            self._bar.say(self._carrying())
        elif self._bar.buttons:
            return  # a question waits for its answer
        elif sheet is not None and sheet.is_cut:
            self._bar.say(
                self.tr("More than 10,000 items: choose a person or fewer kinds."), tone="warning_soft"
            )
        elif sheet is not None and sheet.unknown_years not in ((), self._put_off):
            self._tell_unknown(sheet.unknown_years)
        else:
            self._bar.clear()

    def _tell_unknown(self, years: tuple[int, ...]) -> None:
        """Holidays that should be entered by now: a warning where they are in sight, else a quiet line."""
        is_shown = any(day.year in years for day in self._days.days)
        open_them = Option(text=self.tr("Enter them"), key="", run=self._to_holidays)
        later = Option(text=self.tr("Later"), key="", run=partial(self._put_unknown_off, years))
        told = self.tr("The holidays of {years} are not known yet; enter them in the settings.")
        self._bar.say(
            told.format(years=", ".join(map(str, years))),
            tone="warning_soft" if is_shown else "sunken",
            links=[open_them, later],
        )

    def _put_unknown_off(self, years: tuple[int, ...]) -> None:
        """Say no more of these years until the program starts again."""
        self._put_off = years

    def _carrying(self) -> str:
        item, place = self._carrier.item, self._carrier.target
        assert item is not None
        what = f"{item.customer_name} {item.title}".strip()
        return self.tr("{what} → {where}   arrows move it, Enter puts it down, Esc leaves it").format(
            what=what, where=self.where(place)
        )

    def where(self, place: Place | None) -> str:
        """The day and time something would be laid on, and whether that is a day without work."""
        if place is None:
            return self.tr("drop it on a day")
        words = day_words(place.on) + (f" {clock(place.minute)}" if place.minute is not None else "")
        facts = self._days.facts_of(place.on)
        if not facts.is_working:
            sign = mark_words(facts.mark) if facts.mark is not None else self.tr("no working day")
            words += f" ({sign})"
        return words
