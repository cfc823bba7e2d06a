"""The editor of one festival: how its day is found, how early it is shown, and whom it concerns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.care.festivals import FestivalDraft, FestivalRecord
from app.lists import ChoiceRecord
from app.lunar import TERM_NAMES
from app.states import FestivalCalendar
from ui.i18n import Language
from ui.labels import label
from ui.theme import GAP
from ui.widgets.choice import CheckField, Choice, ChoiceField
from ui.widgets.form import Form
from ui.widgets.line import NumberField, TextField
from ui.widgets.surface import quiet


class FestivalEditor(QWidget):
    """Only what the chosen sort of day needs is shown."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.form = Form(self)
        self.form.add(
            TextField("name_zh", self.tr("Name in Chinese"), required=True, limit=30),
            TextField("name_en", self.tr("Name in English"), limit=60),
            ChoiceField(
                "calendar",
                self.tr("Its day"),
                [Choice(value=one, text=label(one)) for one in FestivalCalendar],
                as_row=True,
            ),
            NumberField("month", self.tr("Month")),
            NumberField("day", self.tr("Day of the month")),
            ChoiceField(
                "term", self.tr("Solar term"), [Choice(value=t, text=t) for t in TERM_NAMES], as_row=False
            ),
            NumberField("lead_days", self.tr("Shown so many days ahead"), required=True),
            ChoiceField[str](
                "class_code", self.tr("Customers"), [], as_row=False, empty=self.tr("all classes")
            ),
            CheckField("active", self.tr("In use")),
        )
        self.next = quiet("", size=13)
        self._build()
        self.form.edited.connect(self._on_edited)

    def show_classes(self, classes: Sequence[ChoiceRecord]) -> None:
        """The classes a festival can be narrowed to."""
        language = "en" if self._language is Language.ENGLISH else "zh"
        field = self.form["class_code"]
        assert isinstance(field, ChoiceField)
        field.set_choices([Choice(value=one.code, text=one.text(language)) for one in classes])

    def show_festival(self, known: FestivalRecord | None) -> None:
        """A saved festival, or an empty one to be written."""
        names = (
            "name_zh",
            "name_en",
            "calendar",
            "month",
            "day",
            "term",
            "lead_days",
            "class_code",
            "active",
        )
        if known is None:
            self.form.fill({"calendar": FestivalCalendar.SOLAR, "lead_days": 3, "active": True})
            self.next.setText("")
        else:
            self.form.fill({name: getattr(known, name) for name in names})
            day = self.tr("not known") if known.next_on is None else str(known.next_on)
            self.next.setText(self.tr("Next time: {day}").format(day=day))
        self._show_parts()

    def draft(self) -> FestivalDraft:
        """What stands in the fields; call after `form.check`."""
        values = self.form.values()
        calendar = values["calendar"]
        has_date = calendar in (FestivalCalendar.SOLAR, FestivalCalendar.LUNAR)
        return FestivalDraft(
            name_zh=values["name_zh"],
            name_en=values["name_en"] or "",
            calendar=calendar,
            month=values["month"] if has_date else None,
            day=values["day"] if has_date else None,
            term=values["term"] if calendar is FestivalCalendar.TERM else None,
            lead_days=values["lead_days"],
            class_code=values["class_code"],
            active=bool(values["active"]),
        )

    def _on_edited(self, _name: str) -> None:
        self._show_parts()
        self.edited.emit()

    def _show_parts(self) -> None:
        calendar = self.form["calendar"].value()
        has_date = calendar in (FestivalCalendar.SOLAR, FestivalCalendar.LUNAR)
        self.form["month"].setVisible(has_date)
        self.form["day"].setVisible(has_date)
        self.form["term"].setVisible(calendar is FestivalCalendar.TERM)

    def _build(self) -> None:
        form = self.form
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.addWidget(form["name_zh"], 0, 0)
        grid.addWidget(form["name_en"], 0, 1)
        grid.addWidget(form["calendar"], 1, 0, 1, 2)
        grid.addWidget(form["month"], 2, 0)
        grid.addWidget(form["day"], 2, 1)
        grid.addWidget(form["term"], 3, 0)
        grid.addWidget(form["lead_days"], 4, 0)
        grid.addWidget(form["class_code"], 4, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(form["active"])
        foot.addWidget(self.next)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(grid)
        column.addLayout(foot)
        column.addStretch()
