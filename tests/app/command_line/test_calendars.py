"""Calendar files by the command line."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from tests.app.command_line.test_commands import Desk, desk

__all__ = ["desk"]


def event(uid: str, summary: str = "厂家培训", days: int = 3, extra: str = "") -> str:
    day = date.today() + timedelta(days=days)  # noqa: DTZ011 - the wall's own day
    lines = ["BEGIN:VEVENT", f"UID:{uid}", f"SUMMARY:{summary}", f"DTSTART;VALUE=DATE:{day:%Y%m%d}", extra]
    return "\r\n".join([*filter(None, lines), "END:VEVENT", ""])


def write(path: Path, *events: str) -> Path:
    text = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + "".join(events) + "END:VCALENDAR\r\n"
    path.write_bytes(text.encode("utf-8"))
    return path


def test_a_calendar_goes_in_and_out_and_in_again(desk: Desk, tmp_path: Path) -> None:
    weekly, hourly = event("b", extra="RRULE:FREQ=WEEKLY;COUNT=4"), event("c", extra="RRULE:FREQ=HOURLY")
    given = write(tmp_path / "手机.ICS", event("a"), weekly, hourly)
    tried = desk.asked("import", str(given), "--dry-run")
    assert (tried["created"], tried["refused"]) == (2, 1)
    assert "recurrence-floods" in tried["reasons"][0]["why"]
    assert desk.asked("import", str(given)) == tried
    again = desk.asked("import", str(given))
    assert (again["created"], again["unchanged"]) == (0, 2)
    out = tmp_path / "out.ics"
    assert desk.asked("export", "calendar", str(out))["events"] == 2
    assert desk.asked("export", "calendar", str(out), "--days", "1")["events"] == 0
    assert desk.asked("export", "calendar", str(out), "--person", "all", "--days", "10")["events"] == 2
    back = desk.asked("import", str(out))
    assert (back["created"], back["changed"], back["unchanged"]) == (0, 0, 2)


def test_what_is_no_calendar_is_said_in_one_sentence(desk: Desk, tmp_path: Path) -> None:
    nothing = tmp_path / "x.ics"
    nothing.write_text("hello", encoding="utf-8")
    code, out, err = desk.run("import", str(nothing))
    assert (code, out, err.strip()) == (1, "", "refused: calendar-no-file")
    assert desk.run("export", "calendar", str(tmp_path / "no" / "x.ics"))[0] == 1
    assert desk.run("export", "calendar", str(nothing), "--person", "nobody")[0] == 1
    assert nothing.read_text(encoding="utf-8") == "hello"
