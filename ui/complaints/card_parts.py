"""Parts of the card of a ticket: as taken, measures, files, marks, the steps it made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from app.complaints.records import FileRecord, MeasureRecord, StepRecord, TicketCard
from app.states import Approval, ChoiceList, TicketLevel
from ui.complaints.words import Words, fact_name, moment_words
from ui.labels import label
from ui.messages import Tone
from ui.theme import GAP, SMALL, font
from ui.widgets.marks import Badge
from ui.widgets.surface import Surface, button, quiet

translate = QCoreApplication.translate


def plain(text: str, *, bold: bool = False) -> QLabel:
    """Text that wraps and can be copied."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setFont(font(bold=bold))
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made


def badges_of(card: TicketCard, words: Words) -> Iterator[Badge]:
    """Severity, level, round, waiting and approval as words on a ground."""
    line = card.line
    yield Badge(words.severity(line.severity_code), {1: Tone.DANGER, 2: Tone.DANGER, 3: Tone.WARNING}.get(
        words.rank(line.severity_code)
    ))  # fmt: skip
    if line.level is not TicketLevel.ORDINARY:
        yield Badge(label(line.level), Tone.DANGER, "flag")
    if line.round > 1:
        yield Badge(translate("complaints", "round {number}").format(number=line.round), Tone.WARNING, "redo")
    if line.is_waiting:
        yield Badge(translate("complaints", "waiting for the customer"), Tone.INFO, "clock")
    if card.approval is not Approval.NONE:
        tone = Tone.WARNING if card.approval is Approval.WANTED else Tone.SUCCESS
        yield Badge(label(card.approval), tone, "lock" if card.approval is Approval.WANTED else "check")


def taken_rows(card: TicketCard, words: Words) -> Iterator[tuple[str, str]]:
    """What was written at intake, empty things left out."""
    line = card.line
    rows = (
        (fact_name("matter"), line.matter),
        (fact_name("wish_code"), " ".join((words.code(ChoiceList.WISH, card.wish_code), card.wish)).strip()),
        (fact_name("category_id"), line.category_en if words.language == "en" else line.category_zh),
        (fact_name("nature_code"), words.code(ChoiceList.NATURE, card.nature_code)),
        (fact_name("grave_code"), words.code(ChoiceList.GRAVE, card.grave_code)),
        (fact_name("channel_code"), words.code(ChoiceList.TICKET_CHANNEL, line.channel_code)),
        (translate("complaints", "Received"), f"{moment_words(line.received_at)}  {card.taken_by}".strip()),
        (fact_name("happened_on"), "" if card.happened_on is None else card.happened_on.isoformat()),
        (fact_name("vehicle_id"), card.vehicle),
        (fact_name("order_no"), card.order_no),
        (fact_name("fair"), card.fair),
        (fact_name("amount"), "" if card.amount is None else f"{card.amount:,.2f}"),
        (translate("complaints", "Paper form"), card.form_serial),
        (fact_name("department"), words.code(ChoiceList.DEPARTMENT, line.department_code)),
        (fact_name("handler"), line.handler),
        (fact_name("cause_code"), words.code(ChoiceList.CAUSE, card.cause_code)),
        (fact_name("liable"), card.liable),
        (fact_name("cost"), "" if card.cost is None else f"{card.cost:,.2f}"),
        (fact_name("satisfaction"), words.code(ChoiceList.SATISFACTION, line.satisfaction_code)),
        (translate("complaints", "Common problem"), card.problem),
    )
    yield from ((name, value) for name, value in rows if value)


def taken_part(card: TicketCard, words: Words) -> Surface:
    """The intake as two columns of name and value."""
    part = Surface(translate("complaints", "As taken"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for number, (name, value) in enumerate(taken_rows(card, words)):
        caption = quiet(name)
        caption.setFixedWidth(96)
        grid.addWidget(caption, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(plain(value), number, 1)
    part.column.addLayout(grid)
    return part


def step_part(step: StepRecord, card: TicketCard, words: Words) -> QWidget:
    """A step: number, what, when, by whom, and what was stated."""
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 2, 0, 2)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(0)
    grid.setColumnStretch(1, 1)
    number = quiet(str(step.number))
    number.setFixedWidth(22)
    grid.addWidget(number, 0, 0, Qt.AlignmentFlag.AlignTop)
    stages = {stage.code: stage.name(words.language) for stage in card.flow.stages}
    title = step.name(words.language)
    if step.from_stage != step.to_stage:
        title += (
            f"  ({stages.get(step.from_stage, step.from_stage)} → {stages.get(step.to_stage, step.to_stage)})"
        )
    grid.addWidget(plain(title, bold=True), 0, 1)
    by = step.by_name
    if step.on_behalf_of:
        by = translate("complaints", "{by} for {other}").format(by=by, other=step.on_behalf_of)
    grid.addWidget(quiet(f"{moment_words(step.happened_at)}  {by}"), 1, 1)
    stated = words.step(step)
    if stated:
        grid.addWidget(plain(stated), 2, 1)
    return part


def measure_part(
    measure: MeasureRecord, tick: Callable[[MeasureRecord, bool], None], *, may: bool
) -> QWidget:
    """A measure with its box; who, until when, done when."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    box = QCheckBox(measure.measure)
    box.setChecked(measure.done_on is not None)
    box.setEnabled(may)
    box.clicked.connect(lambda on: tick(measure, on))
    row.addWidget(box, 1)
    about = [
        measure.person or "",
        translate("complaints", "solution {number}").format(number=measure.solution),
    ]
    if measure.due_on is not None:
        about.append(translate("complaints", "due {when}").format(when=measure.due_on.isoformat()))
    if measure.done_on is not None:
        about.append(translate("complaints", "done {when}").format(when=measure.done_on.isoformat()))
    words_part = quiet("  ".join(part for part in about if part))
    words_part.setWordWrap(False)
    row.addWidget(words_part)
    return part


def file_part(file: FileRecord, save: Callable[[UUID, str], None]) -> QWidget:
    """A file with the button that saves a copy."""
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(plain(file.file_name), 1)
    size = f"{max(file.size // 1024, 1):,} KB"
    about = quiet(f"{size}  {file.by_name}  {moment_words(file.created_at)}")
    about.setWordWrap(False)
    about.setFont(font(SMALL))
    row.addWidget(about)
    copy = button(translate("complaints", "Save a copy"), "export")
    copy.clicked.connect(lambda: save(file.id, file.file_name))
    row.addWidget(copy)
    return part


def mark_lines(card: TicketCard) -> list[str]:
    """What the clocks reached, and when."""
    return [
        "  ".join(
            part
            for part in (
                moment_words(mark.happened_at),
                label(mark.kind),
                label(mark.clock) if mark.clock is not None else "",
                mark.reason,
            )
            if part
        )
        for mark in card.marks
    ]
