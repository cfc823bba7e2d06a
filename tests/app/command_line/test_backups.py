"""The verbs backup and restore, as scheduled tasks use them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.command_line.test_commands import Desk

NAMES = ("--name", "成都高新店", "--admin", "王芳", "--login", "wang")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path / "data", monkeypatch, capsys)


def test_a_backup_brings_back_what_was_there(desk: Desk, tmp_path: Path) -> None:
    desk.asked("init", *NAMES)
    desk.asked("sample", "--customers", "3", "--seed", "1")
    before = desk.asked("find", "138", "--limit", "50")
    made = desk.asked("backup", str(tmp_path / "monday.bdbackup"))
    assert made["encrypted"] is True
    assert made["bytes"] == (tmp_path / "monday.bdbackup").stat().st_size
    desk.asked("sample", "--customers", "4", "--seed", "2")
    restored = desk.asked("restore", str(tmp_path / "monday.bdbackup"))
    assert Path(restored["aside"]).is_dir()
    assert desk.asked("find", "138", "--limit", "50") == before
    assert desk.asked("check") == {"faults": []}


def test_a_new_computer_needs_only_the_backup_and_the_paper(desk: Desk, tmp_path: Path) -> None:
    paper = desk.asked("init", *NAMES)["recovery_key"]
    desk.asked("backup", str(tmp_path / "monday.bdbackup"))
    fresh = desk.beside(tmp_path / "new computer")
    code, _, err = fresh.run("restore", str(tmp_path / "monday.bdbackup"))
    assert (code, err) == (1, "refused: passphrase-needed (why=keyring-entry-lost)\n")
    desk.patch.setenv("BRANCHDESK_PASSPHRASE", paper)
    fresh.asked("restore", str(tmp_path / "monday.bdbackup"))
    desk.patch.setenv("BRANCHDESK_PASSPHRASE", paper)
    assert fresh.asked("check") == {"faults": []}


def test_a_number_given_after_the_backup_is_not_given_again(desk: Desk, tmp_path: Path) -> None:
    """It is on paper in a customer's hands; the restored file is another device and numbers on its own."""
    desk.asked("init", *NAMES)
    desk.asked("backup", str(tmp_path / "monday.bdbackup"))
    desk.asked("sample", "--customers", "5", "--seed", "1")
    given = {found["number"] for found in desk.asked("find", "1", "--limit", "50")}
    for _ in range(2):
        desk.asked("restore", str(tmp_path / "monday.bdbackup"))
        desk.asked("sample", "--customers", "5", "--seed", "1")
        again = {found["number"] for found in desk.asked("find", "1", "--limit", "50")}
        assert again
        assert given & again == set()
        given |= again


def test_a_refused_restore_is_one_sentence_and_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.asked("init", *NAMES)
    (tmp_path / "letter.docx").write_text("dear customer")
    before = (desk.folder / "branchdesk.db").read_bytes()
    code, out, err = desk.run("restore", str(tmp_path / "letter.docx"))
    assert (code, out) == (1, "")
    assert err.startswith("refused: backup-foreign")
    assert (desk.folder / "branchdesk.db").read_bytes() == before
    code, out, err = desk.run("backup", str(tmp_path / "letter.docx"))
    assert (code, out) == (1, "")
    assert err.startswith("refused: backup-would-overwrite")


def test_somebody_without_the_password_makes_no_backup(desk: Desk, tmp_path: Path) -> None:
    desk.asked("init", *NAMES)
    code, _, _ = desk.run("backup", str(tmp_path / "a.bdbackup"), password="wrong-kettle-42")
    assert code == 1
    assert not (tmp_path / "a.bdbackup").exists()
