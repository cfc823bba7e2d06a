"""The command line is a contract: exit codes, one sentence, JSON, and nothing half done."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from app.command_line.front import Front
from app.command_line.output import tell
from app.command_line.parser import main
from app.command_line.session import options, signed_in
from app.complaints.reading import read_ticket
from app.documents.preview import page_count, page_text
from app.paths import DataFolder
from app.secrets import unlock_with_keyring
from db.engine import connect_sqlite
from tests.builders.tickets import taken
from tests.keyrings import MemoryKeyring

PASSWORD = "peony-kettle-42"


class Desk:
    """Runs commands on one data folder, with nobody at the terminal."""

    def __init__(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self.folder = folder
        self.patch = monkeypatch
        self.capsys = capsys
        self.keyring = MemoryKeyring()
        self.opened: list[Path] = []

    def beside(self, folder: Path) -> Desk:
        """Another computer."""
        return Desk(folder, self.patch, self.capsys)

    def run(self, *arguments: str, password: str = PASSWORD) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        self.patch.setenv("BRANCHDESK_PASSWORD", password)
        front = Front(
            sentence=lambda error: f"refused: {error}",
            open_desktop=self._open,
            tour=lambda out: [out / "a.png"],
            keyring=lambda: self.keyring,
            ask_secret=lambda _what: None,
        )
        code = main(front, ["--data", str(self.folder), *arguments])
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def _open(self, folder: DataFolder, _url: str | None) -> int:
        self.opened.append(folder.root)
        return 0

    def asked(self, *arguments: str) -> Any:
        """The JSON value of a command that must succeed."""
        code, out, err = self.run("--json", *arguments)
        assert (code, err) == (0, "")
        return json.loads(out)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    made = Desk(tmp_path / "data", monkeypatch, capsys)
    code, out, _ = made.run("init", "--name", "成都高新店", "--admin", "王芳", "--login", "wang")
    assert code == 0
    assert "CDGX" in out
    return made


def test_init_is_refused_a_second_time(desk: Desk) -> None:
    code, _, err = desk.run("init", "--name", "另一店", "--admin", "李敏")
    assert code == 1
    assert err.startswith("refused: already-founded")
    assert len(err.strip().splitlines()) == 1


def test_find_gives_what_scripts_rely_on(desk: Desk) -> None:
    desk.asked("sample", "--customers", "30")
    found = desk.asked("find", "CDGXA1-00007")
    assert found[0]["number"] == "CDGXA1-00007"
    assert set(found[0]) >= {"id", "number", "name", "phone", "score"}
    assert desk.asked("find", "无此人无此人") == []


def test_a_sample_is_the_same_for_the_same_seed(desk: Desk, tmp_path: Path) -> None:
    desk.asked("sample", "--customers", "5", "--seed", "7")
    other = desk.beside(tmp_path / "other")
    other.run("init", "--name", "成都高新店", "--admin", "王芳", "--login", "wang")
    other.asked("sample", "--customers", "5", "--seed", "7")
    names = [sorted(row["name"] for row in made.asked("find", "CDGXA1")) for made in (desk, other)]
    assert names[0] == names[1]


def test_forms_are_real_pages(desk: Desk, tmp_path: Path) -> None:
    desk.asked("sample", "--customers", "3")
    out = tmp_path / "form.pdf"
    desk.asked("form", "registration", "--for", "cdgxa1-00001", "-o", str(out))
    assert "CDGXA1R00001" in page_text(out.read_bytes(), 0)
    desk.asked("form", "registration", "--blank", "4", "-o", str(out))
    assert page_count(out.read_bytes()) >= 6
    desk.asked("form", "dossier", "--for", "CDGXA1-00002", "-o", str(out))
    assert "CDGXA1-00002" in page_text(out.read_bytes(), 0)


def test_visit_forms_and_telephone_logs_are_real_pages(desk: Desk, tmp_path: Path) -> None:
    desk.asked("sample", "--customers", "3")
    out = tmp_path / "form.pdf"
    desk.asked("form", "visit", "--for", "CDGXA1-00002", "-o", str(out))
    page = page_text(out.read_bytes(), 0)
    assert all(told in page for told in ("CDGXA1V00001", "CDGXA1-00002", "LC-02"))
    desk.asked("form", "visit", "--blank", "3", "--to", "李静", "-o", str(out))
    pages = [page_text(out.read_bytes(), number) for number in range(page_count(out.read_bytes()))]
    assert "李静" in pages[0]
    assert "CDGXA1V00004" in pages[-1]
    desk.asked("form", "phone-log", "--blank", "2", "-o", str(out))
    assert page_count(out.read_bytes()) == 2
    for which in (("--day", "2026-11-23"), ("--for", "CDGXA1-00001")):
        desk.asked("form", "phone-log", *which, "--language", "en", "-o", str(out))
        assert "LC-03" in page_text(out.read_bytes(), 0)
    for period in ((), ("--period", "2026Q3")):
        desk.asked("report", "contacts", *period, "-o", str(out))
        assert "LC-17" in page_text(out.read_bytes(), 0)


def test_complaint_forms_and_dossiers_are_real_pages(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "form.pdf"
    desk.asked("form", "complaint", "--blank", "3", "--to", "李静", "-o", str(out))
    pages = [page_text(out.read_bytes(), number) for number in range(page_count(out.read_bytes()))]
    assert "LC-04" in pages[0]
    assert "李静" in pages[0]
    assert "CDGXA1C00003" in pages[-1]
    ticket = _ticket(desk)
    for language in ("zh", "en"):
        desk.asked("form", "complaint", "--for", ticket.lower(), "--language", language, "-o", str(out))
        page = page_text(out.read_bytes(), 0)
        assert all(told in page for told in ("LC-04", ticket, "CDGXA1C00004"))
        desk.asked("form", "complaint-dossier", "--for", ticket, "--language", language, "-o", str(out))
        page = page_text(out.read_bytes(), 0)
        assert all(told in page for told in ("LC-05", ticket))


def _ticket(desk: Desk) -> str:
    """The number of a ticket somebody took at the counter."""
    front = Front(
        sentence=str,
        open_desktop=lambda _folder, _url: 0,
        tour=lambda _out: [],
        keyring=lambda: desk.keyring,
        ask_secret=lambda _what: None,
    )
    given = options(data=desk.folder, url=None, user=None, as_json=False, front=front)
    desk.patch.setenv("BRANCHDESK_PASSWORD", PASSWORD)
    with signed_in(given) as session:
        with session.change() as work:
            ticket_id = taken(work)
        with session.read() as work:
            return read_ticket(work, ticket_id).line.number


def test_a_day_that_is_none_is_wrong_usage(desk: Desk) -> None:
    with pytest.raises(SystemExit) as stopped:
        desk.run("form", "phone-log", "--day", "tomorrow", "-o", "x.pdf")
    assert stopped.value.code == 2


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("report", "contacts", "--period", "soon", "-o", "x.pdf"), "period-unclear"),
        (("report", "contacts", "-o", "no/such/folder/x.pdf"), "folder-missing"),
        (("form", "visit", "--for", "NONE", "-o", "x.pdf"), "number-unknown"),
        (("form", "visit", "--blank", "0", "-o", "x.pdf"), "sheets-out-of-range"),
        (("form", "visit", "--day", "2026-11-23", "-o", "x.pdf"), "form-without-day"),
        (("form", "phone-log", "--blank", "0", "-o", "x.pdf"), "sheets-out-of-range"),
        (("form", "registration", "--for", "NONE", "-o", "x.pdf"), "number-unknown"),
        (("form", "dossier", "--blank", "2", "-o", "x.pdf"), "dossier-needs-number"),
        (("form", "complaint-dossier", "--blank", "2", "-o", "x.pdf"), "complaint-dossier-needs-number"),
        (("form", "complaint", "--for", "NONE", "-o", "x.pdf"), "ticket-unknown"),
        (("form", "registration", "--blank", "0", "-o", "x.pdf"), "sheets-out-of-range"),
        (("form", "registration", "--blank", "2", "-o", "no/such/folder/x.pdf"), "folder-missing"),
        (("sample", "--customers", "0"), "sample-size"),
        (("--user", "nobody", "find", "x"), "sign-in-wrong"),
        (("--database", "postgresql://u:secret@h/d", "find", "x"), "url-has-password"),
        (("--database", "mysql://h/d", "find", "x"), "url-wrong"),
        (("--database", "postgresql://u@h:abc/d", "find", "x"), "url-wrong"),
        (("--database", "postgresql://u@h/d?password=secret", "find", "x"), "url-has-password"),
        (("--database", "postgresql://u@h", "find", "x"), "url-without-database"),
        (("form", "registration", "--blank", "2", "-o", "."), "file-is-folder"),
        (("form", "registration", "--for", "\udc80", "-o", "x.pdf"), "number-unknown"),
        (("--user", "\udc80", "find", "x"), "sign-in-wrong"),
    ],
)
def test_a_refusal_is_one_sentence_and_changes_nothing(
    desk: Desk, tmp_path: Path, arguments: tuple[str, ...], code: str
) -> None:
    desk.patch.chdir(tmp_path)
    found, out, err = desk.run(*arguments)
    assert (found, out) == (1, "")
    assert code in err
    assert len(err.strip().splitlines()) == 1
    assert "secret" not in err
    assert not (tmp_path / "x.pdf").exists()


def test_a_booklet_that_cannot_be_written_takes_no_numbers(desk: Desk, tmp_path: Path) -> None:
    assert desk.run("form", "registration", "--blank", "2", "-o", str(tmp_path))[0] == 1
    out = tmp_path / "form.pdf"
    desk.asked("form", "registration", "--blank", "2", "-o", str(out))
    assert any("R00001" in page_text(out.read_bytes(), page) for page in range(page_count(out.read_bytes())))


def test_text_of_any_script_is_searched_without_a_traceback(desk: Desk) -> None:
    for typed in ("\udc80", "😀", "مرحبا", "a" * 10_000, "%_'\"*", ""):
        assert desk.asked("find", typed) == []


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "utf-8"])
def test_rare_characters_reach_any_terminal(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding=encoding, write_through=True))
    tell({"name": "𠮷田"}, [], as_json=True)
    tell(None, ["𠮷田"], as_json=False)
    first, second = raw.getvalue().decode(encoding).splitlines()
    assert json.loads(first) == {"name": "𠮷田"}
    assert second in ("𠮷田", "\\U00020bb7田", "\\U00020bb7\\u7530")


def test_wrong_usage_is_exit_code_2(desk: Desk) -> None:
    with pytest.raises(SystemExit) as stopped:
        desk.run("no-such-verb")
    assert stopped.value.code == 2


def test_a_fresh_branch_passes_its_check(desk: Desk) -> None:
    desk.asked("sample", "--customers", "20")
    assert desk.asked("check") == {"faults": []}


def test_without_a_verb_the_desktop_opens(desk: Desk) -> None:
    assert desk.run()[0] == 0
    assert desk.opened == [desk.folder]


def test_a_command_before_the_first_start_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = Desk(tmp_path / "none", monkeypatch, capsys).run("find", "张")
    assert code == 1
    assert "nothing-here" in err
    assert not (tmp_path / "none").exists()


def test_a_shared_database_this_computer_never_joined_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = Desk(tmp_path / "none", monkeypatch, capsys)
    code, _, err = desk.run("--database", "postgresql://clerk@server/branchdesk", "find", "张")
    assert code == 1
    assert "not-joined" in err


def test_a_shared_database_is_founded_and_joined(desk: Desk, postgres_url: str, tmp_path: Path) -> None:
    url = postgres_url.replace("postgresql+psycopg://", "postgresql://")
    first, second = desk.beside(tmp_path / "one"), desk.beside(tmp_path / "two")
    founded = first.run("--database", url, "init", "--name", "成都店", "--admin", "王芳", "--code", "CD")
    assert founded[0] == 0
    first.asked("sample", "--customers", "3")
    assert second.run("--database", url, "init")[0] == 0
    second.asked("--user", "王芳", "sample", "--customers", "1")
    numbers = {row["number"] for row in second.asked("--user", "王芳", "find", "CDA")}
    assert numbers == {"CDA1-00001", "CDA1-00002", "CDA1-00003", "CDA2-00001"}


def test_a_spoilt_search_index_is_found_and_made_anew(desk: Desk) -> None:
    desk.asked("sample", "--customers", "5")
    keys = unlock_with_keyring(desk.folder / "keys.json", desk.keyring)
    with closing(connect_sqlite(desk.folder / "branchdesk.db", keys)) as connection:
        connection.execute("UPDATE search_text SET text = 'x'")
    code, _, err = desk.run("check")
    assert code == 1
    assert "search index: 5 stale" in err
    assert desk.asked("check", "--rebuild-search") == {"faults": []}


def test_without_a_screen_the_desktop_says_so(tmp_path: Path, project: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("other systems always have a screen")
    screens = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    told = subprocess.run(
        [sys.executable, "-m", "app", "--data", str(tmp_path / "data")],
        cwd=project,
        env={name: value for name, value in os.environ.items() if name not in screens},
        capture_output=True,
        check=False,
    )
    assert told.returncode == 1
    assert len(told.stderr.decode().strip().splitlines()) == 1
