"""The log file of a device: rotating, and without personal data, whatever was given to it.

Our messages are English; so Chinese text in a line is a customer's, and is left out with phones, ids, mail
addresses, secrets, and the values of statements and constraints that database drivers put into their errors.
"""

from __future__ import annotations

import logging
import logging.handlers
import re
from pathlib import Path
from typing import Final

BYTES_PER_FILE: Final = 1_000_000
FILES_KEPT: Final = 5
_HEAD: Final = logging.Formatter("%(asctime)s %(levelname)s %(process)d %(threadName)s %(name)s: ")
_FILE: Final = "branchdesk.log"

_MASKS: Final = (
    # SQLAlchemy's values, which may have line ends; up to the bracket that closes a line.
    (re.compile(r"\[parameters: .*?\]$", re.MULTILINE | re.DOTALL), "[parameters: …]"),
    (re.compile(r"(\[(?:generated|cached|no key|raw sql|insertmany)[^\]]*\]) .*", re.IGNORECASE), r"\1 …"),
    (re.compile(r"^(DETAIL|CONTEXT|HINT|LINE \d+): .*$", re.MULTILINE), r"\1: …"),
    (re.compile(r"(://[^:/@\s]*):[^@\s]*@"), r"\1:…@"),
    (
        re.compile(
            r"""(?ix) ( \b\w* (?:password|passwd|passphrase|secret|token|recovery.?key|pragma\s+key) \w*["']?
            \s*[=:]\s* ) ("[^"\n]*" | '[^'\n]*' | \S+)"""
        ),
        r"\1…",
    ),
    (re.compile(r"\b(?:[0-9A-HJKMNP-TV-Z]{5}-){7}[0-9A-HJKMNP-TV-Z]{5}\b", re.IGNORECASE), "‹recovery key›"),
    (re.compile(r"\b[0-9a-f]{64}\b", re.IGNORECASE), "‹key›"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "‹mail›"),
    (re.compile(r"(?<!\d)\d{17}[\dXx]"), "‹id›"),
    (re.compile(r"(?<!\d)(?:86)?1[3-9]\d{9}(?!\d)"), "‹number›"),
    (re.compile(r"(?<![A-Za-z0-9_.-])\+?\(?\d(?:[ ()-]{0,2}\d){6,18}(?![A-Za-z0-9_-])"), "‹number›"),
    (re.compile(r"[⺀-〇〡-〩㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff·]+"), "‹text›"),
)


def masked(text: str) -> str:
    """The text without what may be about a person or open a door."""
    for pattern, instead in _MASKS:
        text = pattern.sub(instead, text)
    return text


class MaskingFormatter(logging.Formatter):
    """Masks the finished message with its traceback; time, level and place come before it, untouched."""

    def format(self, record: logging.LogRecord) -> str:
        """See `logging.Formatter.format`."""
        head = _HEAD.formatMessage(_timed(record))
        return head + masked(super().format(record))


def _timed(record: logging.LogRecord) -> logging.LogRecord:
    record.asctime = _HEAD.formatTime(record)
    return record


class _RotatingFile(logging.handlers.RotatingFileHandler):
    def doRollover(self) -> None:  # noqa: N802 - the handler's own name
        """Windows does not rename a file that a second window has open: go on in the old one."""
        try:
            super().doRollover()
        except PermissionError:
            if self.stream is None:
                self.stream = self._open()


def start(folder: Path, level: int = logging.INFO) -> logging.Handler:
    """Write the log into `folder` from now on; a disk that refuses costs the log, never the start."""
    handler: logging.Handler
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = _RotatingFile(
            folder / _FILE,
            maxBytes=BYTES_PER_FILE,
            backupCount=FILES_KEPT - 1,
            encoding="utf-8",
            errors="replace",
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(MaskingFormatter())
    handler.setLevel(level)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(min(level, root.level) if root.level else level)
    return handler


def stop(handler: logging.Handler) -> None:
    """End what `start` began."""
    logging.getLogger().removeHandler(handler)
    handler.close()
