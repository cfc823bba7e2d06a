"""The log holds what happened, never to whom."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from app import logs

pytestmark = pytest.mark.allow_warnings


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    level = logging.getLogger().level
    handler = logs.start(tmp_path)
    yield tmp_path / "branchdesk.log"
    logs.stop(handler)
    logging.getLogger().setLevel(level)


@pytest.mark.parametrize(
    ("line", "personal"),
    [
        ("called 13800138000 back", "13800138000"),
        ("called 138-0013-8000 back", "8000"),
        ("called +86 138 0013 8000", "8000"),
        ("called (028)85551234", "85551234"),
        ("mail to zhang.hong@example.com failed", "zhang"),
        ("id 11010519491231002X is new", "11010519491231002X"),
        ("customer 张红 saved", "张红"),
        ("customer 𠮷野家 saved", "𠮷"),
        ("postgresql://ann:s3cret@host/shop", "s3cret"),
        ("password='four blue horses' given", "blue"),
        ("BRANCHDESK_PASSPHRASE=horses", "horses"),
        ("{'password': 'horses'}", "horses"),
        ("PRAGMA key = \"x'" + "ab" * 32 + "'\"", "abab"),
        ("(x) VALUES (?)]\n[parameters: ('Zhang',\n '1990', [1])]\n(Background", "Zhang"),
        ("[generated in 0.0002s] ('Zhang', 'Chengdu')", "Zhang"),
        ("[cached since 12.3s ago] {'name': 'Zhang'}", "Zhang"),
        ("duplicate key\nDETAIL:  Key (name)=(Zhang) exists.", "Zhang"),
        ('CONTEXT:  COPY customer, line 1, column name: "Zhang"', "Zhang"),
        ("paper 7ZK0Q-7ZK0Q-7ZK0Q-7ZK0Q-7ZK0Q-7ZK0Q-7ZK0Q-7ZK0Q", "7ZK0Q"),
        ("vip\uff0c\u5f20\u7ea2 came", "\u7ea2"),
    ],
)
def test_what_is_personal_or_secret_is_left_out(line: str, personal: str) -> None:
    assert personal in line
    assert personal not in logs.masked(line)


@pytest.mark.parametrize(
    "line",
    [
        "opened in 0.31 s, schema 0007",
        "row 0192c5a4-7b3e-7c11-9d20-3f1c55aa0e11 changed",
        'File "app/secrets.py", line 120, in unlock',
        "3 of 120000 rows refused",
        "at 0x7f1234567890",
    ],
)
def test_what_helps_to_find_a_fault_stays(line: str) -> None:
    assert logs.masked(line) == line


@given(
    st.text(),
    st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True),
    st.sampled_from(["", "a", "-", "tel:", " ", ",", "\n", "'", "：", "张"]),
)
def test_no_mobile_number_gets_through(before: str, mobile: str, edge: str) -> None:
    assert mobile not in logs.masked(f"{before}.{edge}{mobile}{edge}.")


def test_the_line_keeps_its_time_and_place(written: Path) -> None:
    logging.getLogger("app.desk").info("saved %s for %s", "a card", "张红 13800138000")
    line = written.read_text(encoding="utf-8")
    assert re.match(
        r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} INFO \d+ MainThread app.desk: saved a card for ‹", line
    )


def test_a_traceback_is_masked_too(written: Path) -> None:
    try:
        raise ValueError("张红 13800138000")
    except ValueError:
        logging.getLogger("app.desk").exception("could not save")
    told = written.read_text(encoding="utf-8")
    assert "Traceback" in told
    assert "138" not in told
    assert "张" not in told


def test_the_values_of_a_failed_statement_are_left_out(written: Path) -> None:
    engine = create_engine("sqlite://")
    # Made apart: a traceback quotes all lines of the failed statement in the source.
    values = {"name": "Zhang Hong", "age": 31}
    with engine.connect() as connection:
        try:
            connection.execute(text("INSERT INTO nowhere VALUES (:name, :age)"), values)
        except DBAPIError:
            logging.getLogger("db").exception("refused")
    engine.dispose()
    told = written.read_text(encoding="utf-8")
    assert "INSERT INTO nowhere" in told
    assert "Zhang" not in told


def test_old_lines_make_room_for_new_ones(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "BYTES_PER_FILE", 2000)
    handler = logs.start(written.parent / "small")
    for turn in range(400):
        logging.getLogger("app").info("turn %s of many", turn)
    logs.stop(handler)
    files = list((written.parent / "small").iterdir())
    assert len(files) == logs.FILES_KEPT
    assert all(file.stat().st_size <= 2000 for file in files)


def test_a_log_that_cannot_be_turned_over_goes_on(written: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(*_arguments: object) -> None:
        raise PermissionError(13, "The process cannot access the file")

    monkeypatch.setattr(logs, "BYTES_PER_FILE", 500)
    handler = logs.start(written.parent / "small")
    monkeypatch.setattr("os.rename", held)
    for turn in range(40):
        logging.getLogger("app").info("turn %s of many", turn)
    logs.stop(handler)
    assert "turn 39 of many" in (written.parent / "small" / "branchdesk.log").read_text(encoding="utf-8")


def test_a_disk_that_refuses_costs_the_log_only(tmp_path: Path) -> None:
    level = logging.getLogger().level
    (tmp_path / "logs").touch()
    logs.stop(logs.start(tmp_path / "logs"))
    logging.getLogger().setLevel(level)
