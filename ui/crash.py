"""Turns a bug into a report file without personal data and a quiet word to the person at the desk.

A report holds versions, exception types and code lines. It never holds messages of exceptions (they
quote values), local variables, SQL parameters, or paths outside the program.
"""

from __future__ import annotations

import hashlib
import linecache
import logging
import platform
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, qVersion

KEPT = 20  # reports
PLAIN = (AttributeError, ImportError, NameError)  # messages of these name code, not people
PACKAGES = ("branchdesk", "PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "psycopg", "reportlab")

log = logging.getLogger(__name__)


@dataclass(frozen=True, kw_only=True, slots=True)
class Report:
    """A written report; `is_repeat` when this bug was already reported since the start."""

    path: Path | None
    text: str
    is_repeat: bool


def describe(error: BaseException) -> str:
    """The report's text for an exception and all its causes."""
    head = [
        f"time                {datetime.now(UTC).isoformat(timespec='seconds')}",
        f"python              {platform.python_version()}",
        f"system              {platform.system()} {platform.release()} {platform.machine()}",
        f"qt                  {qVersion()}",
        *(f"{name.lower():<20}{_version(name)}" for name in PACKAGES),
        f"thread              {threading.current_thread().name}",
    ]
    return "\n".join([*head, "", *_chain(error), ""])


def fingerprint(error: BaseException) -> str:
    """The same for the same fault: exception types and code positions."""
    digest = hashlib.sha256("\n".join(_chain(error)).encode())
    return digest.hexdigest()[:10]


class CrashDesk(QObject):
    """Takes every exception nobody caught, in whichever thread, and tells the UI thread about it."""

    reported = Signal(object)  # Report

    _found = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._seen: set[str] = set()
        self._before: tuple[object, object] | None = None
        self._found.connect(self.reported, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Become the hook for the main thread and for all others."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception

    def uninstall(self) -> None:
        """Put the former hooks back."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before  # type: ignore[assignment]
            self._before = None

    def report(self, error: BaseException) -> Report:
        """Write the report (the latest 20 are kept) and announce it. A folder that cannot be written
        to still gives a report to show and copy."""
        print_ = fingerprint(error)
        is_repeat = print_ in self._seen
        self._seen.add(print_)
        text = describe(error)
        path = None if is_repeat else self._write(print_, text)
        made = Report(path=path, text=text, is_repeat=is_repeat)
        self._found.emit(made)
        return made

    def _write(self, name: str, text: str) -> Path | None:
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
        path = self._folder / f"crash-{stamp}-{name}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            for old in sorted(self._folder.glob("crash-*.txt"))[:-KEPT]:
                old.unlink(missing_ok=True)
        except OSError as problem:
            log.error("no crash report could be written: %s", type(problem).__name__)
            return None
        return path

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.report(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            self.report(args.exc_value)


def _chain(error: BaseException) -> Iterator[str]:
    seen: set[int] = set()
    present: BaseException | None = error
    while present is not None and id(present) not in seen:
        seen.add(id(present))
        yield from _one(present)
        cause = present.__cause__ or (None if present.__suppress_context__ else present.__context__)
        if cause is not None:
            yield "caused by"
        present = cause


def _one(error: BaseException) -> Iterator[str]:
    kind = type(error)
    yield f"{kind.__module__}.{kind.__qualname__}{_safe_message(error)}"
    trace = error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        line = linecache.getline(code.co_filename, trace.tb_lineno).strip()
        yield f"  {_short(code.co_filename)}:{trace.tb_lineno} {code.co_name}  | {line}"
        trace = trace.tb_next


def _safe_message(error: BaseException) -> str:
    if isinstance(error, PLAIN):
        return f": {error}"
    for attribute in ("code", "sqlstate", "sqlite_errorname", "errno"):
        value = getattr(error, attribute, None)
        if isinstance(value, str | int):
            return f": {attribute} {value}"
    return ""


def _short(path: str) -> str:
    parts = Path(path).parts
    for anchor in ("site-packages", "app", "db", "ui"):
        if anchor in parts:
            return "/".join(parts[parts.index(anchor) :])
    return Path(path).name


def _version(package: str) -> str:
    from importlib import metadata  # brings the e-mail library along: 25 ms of a start

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "-"
