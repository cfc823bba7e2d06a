"""A bug leaves a report that helps to mend it and says nothing about any customer."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from sqlalchemy.exc import IntegrityError

from ui.crash import KEPT, CrashDesk, Report, describe, fingerprint
from ui.crash_dialog import CrashDialog

CUSTOMER = "欧阳晓燕"
PHONE = "13800138000"


def caught(name: str = CUSTOMER) -> BaseException:
    phone = PHONE
    try:
        try:
            raise ValueError(f"{name} has no phone {phone}")
        except ValueError as error:
            raise IntegrityError("INSERT INTO customer", {"name": name}, error) from error
    except IntegrityError as error:
        return error


def other() -> BaseException:
    try:
        raise KeyError(PHONE)
    except KeyError as error:
        return error


@pytest.fixture
def crash_desk(tmp_path: Path) -> Iterator[CrashDesk]:
    made = CrashDesk(tmp_path / "crashes")
    made.install()
    yield made
    made.uninstall()


def test_a_report_names_types_places_and_versions() -> None:
    text = describe(caught())
    assert "sqlalchemy.exc.IntegrityError" in text
    assert "caused by\nbuiltins.ValueError" in text
    assert "caught" in text
    assert "pyside6-essentials" in text


def test_a_report_holds_no_value_parameter_message_or_home_folder() -> None:
    text = describe(caught()) + describe(other())
    for secret in (CUSTOMER, PHONE, str(Path.home()) + "/", str(Path(__file__).parent)):
        assert secret not in text


def test_the_same_fault_is_recognised_whatever_it_was_about() -> None:
    assert fingerprint(caught("王伟")) == fingerprint(caught("李娜"))
    assert fingerprint(caught()) != fingerprint(other())


def test_a_repeated_fault_makes_one_file(qtbot: QtBot, crash_desk: CrashDesk, tmp_path: Path) -> None:
    reports: list[Report] = []
    crash_desk.reported.connect(reports.append)
    crash_desk.report(caught())
    crash_desk.report(caught())
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert [report.is_repeat for report in reports] == [False, True]
    assert len(list((tmp_path / "crashes").iterdir())) == 1


def test_an_exception_in_any_thread_is_reported_in_the_screens(qtbot: QtBot, crash_desk: CrashDesk) -> None:
    heard: list[str] = []
    crash_desk.reported.connect(lambda _: heard.append(threading.current_thread().name))

    def fall() -> None:
        raise other()

    worker = threading.Thread(target=fall)
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: heard == [threading.main_thread().name])


def test_ending_by_ctrl_c_is_no_crash(
    crash_desk: CrashDesk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not (tmp_path / "crashes").exists()


def test_old_reports_make_room(crash_desk: CrashDesk, tmp_path: Path) -> None:
    folder = tmp_path / "crashes"
    folder.mkdir()
    for number in range(KEPT + 5):
        (folder / f"crash-20200101-{number:06}-x.txt").write_text("old")
    crash_desk.report(caught())
    assert len(list(folder.iterdir())) == KEPT


@pytest.mark.allow_warnings
def test_a_folder_that_cannot_be_written_still_gives_a_report(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    report = CrashDesk(tmp_path / "file" / "crashes").report(caught())
    assert report.path is None
    assert "IntegrityError" in report.text


def test_the_dialog_shows_where_the_file_is_and_copies_the_report(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = CrashDialog(Report(path=tmp_path / "crash-1.txt", text="the report", is_repeat=False))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.isModal()
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "the report"
