"""Killing the program at any moment loses nothing that was shown as saved, and leaves nothing half done."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from sqlalchemy import func, select

from app.customers.search_text import search_entry
from db import files, search_upkeep
from db.models.customers import ContactEntry, Customer, Phone
from db.models.registration import Form
from tests.builders.databases import KEY, Founded

KILLS = 4


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_what_was_said_to_be_saved_survives_every_kill(branch: Founded, project: Path) -> None:
    path = branch.store.database.path
    assert path is not None
    chance = random.Random(20261123)
    said: list[str] = []
    for turn in range(KILLS):
        said += _registered_until_killed(project, branch, path, turn * 1_000, chance.uniform(0.2, 1.5))
    assert files.faults_in(path, KEY, thorough=True) == ()
    with branch.read() as work:
        kept = set(work.session.scalars(select(Customer.number)))
        assert set(said) <= kept
        assert len(kept) - len(said) <= KILLS  # committed in the instant before it could be said
        for model in (Phone, ContactEntry, Form):
            assert work.session.scalar(select(func.count()).select_from(model)) == len(kept)
        told = search_upkeep.check(work.session.connection(), search_entry)
    assert (told.missing, told.stale, told.orphan) == ((), (), ())
    assert len(said) > KILLS


def _registered_until_killed(
    project: Path, branch: Founded, path: Path, first: int, seconds: float
) -> list[str]:
    command = [
        *(sys.executable, "-m", "tests.builders.registering", str(path)),
        *(str(branch.actor.account_id), str(branch.device_id), str(first)),
    ]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        told += process.stdout.read()
    return [line for line in told.split("\n")[:-1] if line]
