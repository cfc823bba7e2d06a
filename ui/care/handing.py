"""Messages leave the desk: into the mail program, the clipboard, mail files or a list; each way can be undone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.care import messages
from app.care.facts import About
from app.care.files import mail_address, write_list, write_mails, write_print_list
from app.care.lines import abouts
from app.care.messages import AT_ONCE_MOST, LeftOut, Outgoing
from app.care.records import CareKey
from app.registration.paper import letterhead
from app.work import Work, utc_now
from ui.care.labels import comma
from ui.desk import Desk
from ui.errors import sentence
from ui.labels import label
from ui.messages import Action, Tone

if TYPE_CHECKING:
    from ui.jobs import Job
    from ui.tasks import Ticket

REASONS_SHOWN = 3
Writer = Callable[["Job", Sequence[Outgoing]], tuple[Path, ...]]


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """What is to be made: the occasion, the template, and the subjects chosen in the list."""

    key: CareKey
    template_id: UUID
    subjects: Sequence[UUID]


@dataclass(frozen=True, kw_only=True, slots=True)
class Left:
    """Messages that left the desk, who was left out, and the files that hold them."""

    ids: tuple[UUID, ...]
    left_out: tuple[LeftOut, ...]
    out: tuple[Outgoing, ...] = ()
    files: tuple[Path, ...] = ()


class Handing(QObject):
    """Every way asks the rules again at the moment the text leaves: who withdrew meanwhile gets nothing."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = parent
        self._ticket: Ticket | None = None
        self.open_url: Callable[[QUrl], object] = QDesktopServices.openUrl

    # One message --------------------------------------------------------------------------------

    def mail(self, order: Order) -> None:
        """Open the mail program with the message to one person."""
        self._one(order, self._open_mail)

    def copy(self, order: Order) -> None:
        """Put the message to one person on the clipboard, to be pasted into WeChat."""
        self._one(order, self._copy_text)

    def _one(self, order: Order, deliver: Callable[[Outgoing], None]) -> None:
        is_mail = deliver == self._open_mail

        def make(work: Work) -> Left:
            made = _make(work, order, None)
            out = tuple(messages.outgoing(work, made.ids))
            for one in out if is_mail else ():
                mail_address(one)  # refused here, nothing is kept of it
            handed = messages.hand_over(work, [one.id for one in out])
            return Left(ids=handed.ids, left_out=made.left_out, out=out)

        def done(left: Left) -> None:
            for one in left.out:
                deliver(one)
            self._tell(left)

        self._desk.tasks.change(self, make, done)

    def _open_mail(self, one: Outgoing) -> None:
        self.open_url(QUrl.fromEncoded(mail_address(one).encode()))

    def _copy_text(self, one: Outgoing) -> None:
        QGuiApplication.clipboard().setText(one.body)

    # Many ---------------------------------------------------------------------------------------

    def ask_list(self, order: Order) -> None:
        """Ask where the list for the SMS service goes, then write it."""
        dialog = QFileDialog(self._window, self.tr("Save the list"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        filters = {
            self.tr("Excel (*.xlsx)"): "xlsx",
            self.tr("CSV for Excel and others (*.csv)"): "csv",
            self.tr("To be printed (*.pdf)"): "pdf",
        }
        dialog.setNameFilters(list(filters))
        dialog.setDefaultSuffix("xlsx")
        dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(filters.get(chosen, "xlsx")))
        dialog.selectFile(self.tr("Messages") + f" {order.key.on}.xlsx")
        dialog.fileSelected.connect(lambda chosen: self.write_list(Path(chosen), order))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_folder(self, order: Order) -> None:
        """Ask for the folder the mail files go to, then write them."""
        dialog = QFileDialog(self._window, self.tr("Folder for the mail files"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.write_mails(Path(chosen), order))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_list(self, path: Path, order: Order) -> None:
        """Write a list of all messages to one file."""
        language = self._desk.screen.language.value[:2]

        def write(job: Job, out: Sequence[Outgoing]) -> tuple[Path, ...]:
            if path.suffix.lower() == ".pdf":
                house = job.read(lambda work: letterhead(work, language).house)
                write_print_list(path, out, house=house, language=language)
            else:
                write_list(path, out, language=language)
            return (path,)

        self._many(order, write)

    def write_mails(self, folder: Path, order: Order) -> None:
        """Write a mail file for each message."""
        self._many(order, lambda _job, out: tuple(write_mails(folder, out, at=utc_now())))

    def _many(self, order: Order, write: Writer) -> None:
        self._ticket = self._desk.tasks.run(
            self,
            lambda job: _carry_out(job, order, write),
            self._tell,
            progress=self._on_progress,
            always=self._on_end,
        )

    def _on_progress(self, fraction: float, text: str) -> None:
        if self._ticket is None:
            return
        told = self.tr("Making messages: {done} ({percent} %)")
        self._desk.messages.state(
            "care",
            told.format(done=text, percent=round(fraction * 100)),
            Action(text=self.tr("Cancel"), run=self._ticket.cancel),
        )

    def _on_end(self) -> None:
        self._ticket = None
        self._desk.messages.state("care", None)

    # Telling ------------------------------------------------------------------------------------

    def _tell(self, left: Left) -> None:
        reasons = left_out_text(left.left_out)
        if not left.ids:
            text = self.tr("No message was made.")
            self._desk.messages.say(" ".join(part for part in (text, reasons) if part), tone=Tone.WARNING)
            return
        text = self.tr("%n message(s) handed over", "", len(left.ids))
        if reasons:
            text = self.tr("{text}; left out: {reasons}").format(text=text, reasons=reasons)
        self._desk.messages.say(
            text,
            Action(text=self.tr("Undo"), run=lambda: self._undo(left)),
            Action(text=self.tr("Mark as sent"), run=lambda: self._sent(left.ids)),
            tone=Tone.SUCCESS,
            detail=str(left.files[0]) if left.files else "",
        )

    def _undo(self, left: Left) -> None:
        def take_back(job: Job) -> None:
            for part in _parts(left.ids):
                job.change(lambda work, part=part: messages.withdraw_messages(work, part))  # type: ignore[misc]
            for path in left.files:
                with suppress(OSError):
                    path.unlink()

        self._desk.tasks.run(
            self, take_back, lambda _none: self._desk.messages.say(self.tr("Taken back; nothing was sent."))
        )

    def _sent(self, ids: Sequence[UUID]) -> None:
        def confirm(job: Job) -> int:
            return sum(
                job.change(lambda work, part=part: messages.confirm_sent(work, part))  # type: ignore[misc]
                for part in _parts(ids)
            )

        self._desk.tasks.run(
            self,
            confirm,
            lambda count: self._desk.messages.say(self.tr("%n message(s) marked as sent", "", count)),
        )


def left_out_text(left_out: Sequence[LeftOut]) -> str:
    """Why people were left out, with how many each; the commonest reasons first."""
    reasons = Counter(_reason(one) for one in left_out)
    shown = [f"{reason} {count}" for reason, count in reasons.most_common(REASONS_SHOWN)]
    return comma().join(shown)


def _reason(one: LeftOut) -> str:
    if one.is_done:
        return QCoreApplication.translate("care", "greeted already")
    if one.flaw is not None:
        return sentence(one.flaw)
    return "" if one.why_not is None else label(one.why_not)


def _carry_out(job: Job, order: Order, write: Writer) -> Left:
    """Make, write, hand over; whatever goes wrong before the end, no draft stays behind."""
    ids: list[UUID] = []
    left_out: list[LeftOut] = []
    batch = uuid4()
    try:
        for done, part in enumerate(_parts(order.subjects)):
            job.report(done * AT_ONCE_MOST / max(len(order.subjects), 1) * 0.6, f"{done * AT_ONCE_MOST:,}")
            some = Order(key=order.key, template_id=order.template_id, subjects=part)
            made = job.change(lambda work, some=some: _make(work, some, batch))  # type: ignore[misc]
            ids += made.ids
            left_out += made.left_out
        out: list[Outgoing] = []
        for part in _parts(ids):
            out += job.change(lambda work, part=part: messages.outgoing(work, part))  # type: ignore[misc]
        files = write(job, out) if out else ()
    except BaseException:
        for part in _parts(ids):
            job.change(lambda work, part=part: messages.withdraw_messages(work, part))  # type: ignore[misc]
        raise
    handed: list[UUID] = []
    for part in _parts([one.id for one in out]):
        handed += job.change(lambda work, part=part: messages.hand_over(work, part)).ids  # type: ignore[misc]
    return Left(ids=tuple(handed), left_out=tuple(left_out), files=files)


def _make(work: Work, order: Order, batch: UUID | None) -> messages.Made:
    people: list[About] = list(abouts(work, order.key, order.subjects).values())
    return messages.make_messages(work, order.key, people, order.template_id, batch_id=batch)


def _parts(ids: Sequence[UUID]) -> list[Sequence[UUID]]:
    return [ids[start : start + AT_ONCE_MOST] for start in range(0, len(ids), AT_ONCE_MOST)]
