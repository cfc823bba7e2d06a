"""A process that registers customers without end and says each number only after it was committed."""

from __future__ import annotations

import sys
from pathlib import Path
from uuid import UUID

from app.access.signin import actor_of
from app.registration.walkin import WalkIn, register
from app.work import Store
from db.engine import open_sqlite
from tests.builders.databases import KEY


def main(path: str, account_id: str, device_id: str, first: int) -> None:
    """Register until killed."""
    store = Store(open_sqlite(Path(path), KEY))
    actor = actor_of(store, account_id=UUID(account_id), device_id=UUID(device_id))
    turn = first
    while True:
        turn += 1
        with store.change(actor) as work:
            made = register(work, WalkIn(name=f"客户{turn}", phone=f"138{turn:08d}"), anyway=True)
        sys.stdout.write(made.number + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
