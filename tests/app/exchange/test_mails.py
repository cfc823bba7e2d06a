"""Mails for other programs: nothing is lost on the way, and no text begins a header of its own."""

from __future__ import annotations

import email
from datetime import UTC, datetime
from email.policy import default
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.exchange.mails import mail_file, mailto_url

AT = datetime(2026, 11, 23, 4, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200)


@given(subject=TEXT, body=st.lists(TEXT, max_size=5).map("\n".join))
def test_a_mail_program_reads_what_was_written(subject: str, body: str) -> None:
    url = urlsplit(mailto_url("zhang+a@example.com", subject, body))
    asked = parse_qs(url.query, keep_blank_values=True, strict_parsing=True)
    assert unquote(url.path) == "zhang+a@example.com"
    assert asked["subject"] == [subject]
    assert asked["body"][0].splitlines() == body.splitlines()
    assert url.scheme == "mailto"
    assert set(asked) == {"subject", "body"}


@given(subject=TEXT.filter(lambda text: not text.isspace()), body=TEXT)
def test_a_mail_file_reads_back_whole(subject: str, body: str) -> None:
    read = email.message_from_bytes(mail_file("z@example.com", subject, body, at=AT), policy=default)
    assert " ".join(str(read["Subject"]).split()) == " ".join(subject.split())
    assert read.get_content().splitlines() == body.splitlines()
    assert (read["To"], read["X-Unsent"]) == ("z@example.com", "1")
    assert read.get_content_charset() == "utf-8"


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\r"])
def test_a_line_end_begins_no_header(sign: str) -> None:
    for to, subject in ((f"a@example.com{sign}Bcc: b@example.com", "x"), ("a@example.com", f"x{sign}Bcc: b")):
        with pytest.raises(ValueError, match=r"header|linefeed|carriage"):
            mail_file(to, subject, "text", at=AT)
    assert "\n" not in mailto_url("a@example.com", f"x{sign}&bcc=b@example.com", "text")
    assert "bcc=" not in mailto_url("a@example.com", "x&bcc=b@example.com", "y&bcc=c@example.com")
