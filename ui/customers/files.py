"""Attachments on the card: files dropped, pasted or chosen go in; copies come out; all off the UI thread."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMimeData, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from app.customers.log import attach, read_attachment, remove_attachment
from app.errors import UserError
from app.whole_files import write_whole
from app.work import Work
from ui.jobs import Job
from ui.tasks import Tasks

LARGEST_LOOKED_AT = 200_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Paths:
    """How a person names files; tests hand in their own."""

    to_attach: Callable[[QWidget, str], list[Path]]
    to_save: Callable[[QWidget, str, str], Path | None]


def _ask_to_attach(parent: QWidget, title: str) -> list[Path]:
    names, _ = QFileDialog.getOpenFileNames(parent, title)
    return [Path(name) for name in names]


def _ask_to_save(parent: QWidget, title: str, name: str) -> Path | None:
    chosen, _ = QFileDialog.getSaveFileName(parent, title, name)
    return Path(chosen) if chosen else None


BY_DIALOG = Paths(to_attach=_ask_to_attach, to_save=_ask_to_save)


def has_files(given: QMimeData) -> bool:
    """Whether what is dropped or pasted can be attached."""
    return given.hasImage() or any(url.isLocalFile() for url in given.urls())


def local_files(given: QMimeData) -> list[Path]:
    """The files among what is dropped or pasted."""
    return [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]


def attach_files(
    tasks: Tasks, owner: QObject, customer_id: UUID, paths: Sequence[Path], done: Callable[[int], None]
) -> None:
    """Read files and keep them on the card, each as a change of its own; `done` gets how many."""

    def carry_out(job: Job) -> int:
        for number, path in enumerate(paths):
            job.change(partial(_keep, customer_id, path.name, read_file(path)))
            job.report((number + 1) / len(paths), path.name)
        return len(paths)

    tasks.run(owner, carry_out, done)


def attach_image(
    tasks: Tasks, owner: QObject, customer_id: UUID, image: QImage, done: Callable[[int], None]
) -> None:
    """Keep a pasted picture as PNG; it is compressed in the worker (QImage is no widget)."""
    file_name = QCoreApplication.translate("customers", "pasted picture") + ".png"

    def carry_out(job: Job) -> int:
        job.change(partial(_keep, customer_id, file_name, png(image)))
        return 1

    tasks.run(owner, carry_out, done)


def remove_file(tasks: Tasks, owner: QObject, attachment_id: UUID, done: Callable[[bytes], None]) -> None:
    """Take an attachment off the card; `done` gets its content, so that it can be put back."""

    def carry_out(work: Work) -> bytes:
        content = read_attachment(work, attachment_id)
        remove_attachment(work, attachment_id)
        return content

    tasks.change(owner, carry_out, done)


def keep(tasks: Tasks, owner: QObject, customer_id: UUID, *, file_name: str, content: bytes) -> None:
    """Put a removed attachment back."""
    tasks.change(owner, partial(_keep, customer_id, file_name, content), lambda _key: None)


def save_copy(
    tasks: Tasks, owner: QObject, attachment_id: UUID, path: Path, done: Callable[[Path], None]
) -> None:
    """Write a copy of an attachment; the program itself never opens it (design section 5)."""

    def carry_out(job: Job) -> Path:
        content = job.read(lambda work: read_attachment(work, attachment_id))
        try:
            write_whole(path, content)
        except OSError:
            raise UserError("attachment-unwritable", name=str(path)) from None
        return path

    tasks.run(owner, carry_out, done)


def _keep(customer_id: UUID, file_name: str, content: bytes, work: Work) -> UUID:
    return attach(work, customer_id, file_name=file_name, content=content)


def read_file(path: Path) -> bytes:
    """The content; raises UserError `attachment-unreadable` or, before reading a giant, `attachment-too-large`."""
    try:
        if path.stat().st_size > LARGEST_LOOKED_AT:
            raise UserError("attachment-too-large", name=path.name, most=LARGEST_LOOKED_AT // 1_000_000)
        return path.read_bytes()
    except OSError:
        raise UserError("attachment-unreadable", name=path.name) from None


def png(image: QImage) -> bytes:
    """A picture as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(buffer.data().data())
