"""How figures of follow-up read: their names, what they mean in words, and their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.followups.figures.periods import Period
from app.followups.figures.records import Figure, FigureLine
from ui.labels import register
from ui.marked import QT_TRANSLATE_NOOP

register(
    Period,
    {
        Period.THIS_WEEK: QT_TRANSLATE_NOOP("labels", "This week"),
        Period.THIS_MONTH: QT_TRANSLATE_NOOP("labels", "This month"),
        Period.LAST_MONTH: QT_TRANSLATE_NOOP("labels", "Last month"),
        Period.THIS_QUARTER: QT_TRANSLATE_NOOP("labels", "This quarter"),
    },
)


@dataclass(frozen=True, kw_only=True, slots=True)
class FigureColumn:
    """A column: which rows its cells open, and the share it shows where it shows no count."""

    name: str
    opens: tuple[Figure, ...]
    is_share: bool = False


COLUMNS: Final = (
    FigureColumn(name="due", opens=(Figure.DUE,)),
    FigureColumn(name="done", opens=(Figure.DONE,)),
    FigureColumn(name="on-time", opens=(Figure.ON_TIME,)),
    FigureColumn(name="on_time_share", opens=(Figure.ON_TIME,), is_share=True),
    FigureColumn(name="late", opens=(Figure.LATE,)),
    FigureColumn(name="waiting", opens=(Figure.WAITING,)),
    FigureColumn(name="mean_days_late", opens=(Figure.LATE, Figure.WAITING)),
    FigureColumn(name="reached", opens=(Figure.REACHED,)),
    FigureColumn(name="succeeded", opens=(Figure.SUCCEEDED,)),
    FigureColumn(name="success_share", opens=(Figure.SUCCEEDED,), is_share=True),
    FigureColumn(name="visits", opens=(Figure.VISITS,)),
    FigureColumn(name="visit_share", opens=(Figure.VISITS_COMPLETE,), is_share=True),
)
_TITLES: Final = {
    "due": QT_TRANSLATE_NOOP("followups", "Due"),
    "done": QT_TRANSLATE_NOOP("followups", "Done"),
    "on-time": QT_TRANSLATE_NOOP("followups", "On time"),
    "on_time_share": QT_TRANSLATE_NOOP("followups", "On time %"),
    "late": QT_TRANSLATE_NOOP("followups", "Done late"),
    "waiting": QT_TRANSLATE_NOOP("followups", "Late, waiting"),
    "mean_days_late": QT_TRANSLATE_NOOP("followups", "Mean delay"),
    "reached": QT_TRANSLATE_NOOP("followups", "Reached"),
    "succeeded": QT_TRANSLATE_NOOP("followups", "Success"),
    "success_share": QT_TRANSLATE_NOOP("followups", "Success %"),
    "visits": QT_TRANSLATE_NOOP("followups", "Visited"),
    "visit_share": QT_TRANSLATE_NOOP("followups", "Complete %"),
}
_MEANINGS: Final = {
    "due": QT_TRANSLATE_NOOP(
        "followups",
        "Its day lies in the period and it was not called off; what nobody did counts once its grace has passed.",
    ),
    "done": QT_TRANSLATE_NOOP("followups", "Of those due: a result was recorded."),
    "on-time": QT_TRANSLATE_NOOP("followups", "Done by its day or within the days of grace after it."),
    "on_time_share": QT_TRANSLATE_NOOP("followups", "On time ÷ due."),
    "late": QT_TRANSLATE_NOOP("followups", "Done, but after its day and the days of grace."),
    "waiting": QT_TRANSLATE_NOOP("followups", "Not done, and its day and the days of grace have passed."),
    "mean_days_late": QT_TRANSLATE_NOOP(
        "followups",
        "Calendar days after the days of grace, of those done late and those waiting (until today) ÷ their number.",
    ),
    "reached": QT_TRANSLATE_NOOP("followups", "Done, and the customer was spoken to."),
    "succeeded": QT_TRANSLATE_NOOP("followups", "Done, and the stated aim was reached."),
    "success_share": QT_TRANSLATE_NOOP("followups", "Success ÷ done."),
    "visits": QT_TRANSLATE_NOOP("followups", "Visits done, of those due."),
    "visit_share": QT_TRANSLATE_NOOP("followups", "Visits with all six answers ÷ visits done."),
}


def title_of(column: FigureColumn) -> str:
    """The name of a figure."""
    return QCoreApplication.translate("followups", _TITLES[column.name])


def meaning_of(column: FigureColumn, edition: str, grace: int) -> str:
    """The formula of a figure in words, with what it was reckoned with."""
    translate = QCoreApplication.translate
    told = translate("followups", "{name}: {meaning}").format(
        name=title_of(column), meaning=translate("followups", _MEANINGS[column.name])
    )
    days = translate("followups", "%n day(s) of grace", "", grace)
    return f"{told}  {days}  " + translate("followups", "Formulas {edition}").format(edition=edition)


def number_of(column: FigureColumn, line: FigureLine) -> float | None:
    """The number a cell shows; None where there is nothing to reckon."""
    shares = {
        "on_time_share": line.on_time_share,
        "success_share": line.success_share,
        "visit_share": line.visit_share,
        "mean_days_late": line.mean_days_late,
    }
    return shares[column.name] if column.name in shares else line.count(Figure(column.name))


def number_words(column: FigureColumn, line: FigureLine) -> str:
    """86 %, 2.5 or 1,234; a dash where there is nothing to reckon."""
    number = number_of(column, line)
    if number is None:
        return "–"
    if column.is_share:
        return f"{number:.0%}"
    return f"{number:.1f}" if column.name == "mean_days_late" else f"{number:,.0f}"


def opened_count(column: FigureColumn, line: FigureLine) -> int:
    """How many rows a cell opens."""
    return sum(line.count(figure) for figure in column.opens)


def person_words(line: FigureLine) -> str:
    """Whose figures they are."""
    return line.name or QCoreApplication.translate("followups", "Nobody's")


def titles() -> Sequence[str]:
    """The names of all figures, in order."""
    return [title_of(column) for column in COLUMNS]
