"""Mails for the user's own program: a mailto address it opens, or a file it shows as a draft."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Final
from urllib.parse import quote

URL_MOST: Final = 2_000
"""Windows hands longer addresses to no program (INTERNET_MAX_URL_LENGTH is 2,083); nine letters a character."""


def mailto_url(to: str, subject: str, body: str) -> str:
    """The address a mail program opens with everything filled (RFC 6068): UTF-8, line ends as %0D%0A."""
    lines = "\r\n".join(body.splitlines())
    return f"mailto:{quote(to, safe='@.+-_')}?subject={quote(subject, safe='')}&body={quote(lines, safe='')}"


def mail_file(to: str, subject: str, body: str, *, at: datetime) -> bytes:
    """A mail as a file (.eml) that Outlook and others open as a draft to be sent (X-Unsent).

    A line end in subject or address can begin no header of its own: the policy refuses it (ValueError).
    """
    mail = EmailMessage(policy=SMTP)
    mail["To"] = to
    mail["Subject"] = subject
    mail["Date"] = format_datetime(at)
    mail["X-Unsent"] = "1"
    mail.set_content(body, charset="utf-8", cte="base64")
    return mail.as_bytes()
