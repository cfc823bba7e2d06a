"""Who is acting: the account, its branch, its device and what its roles allow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from db.models.access import Permission

NOBODY: Final = UUID(int=0)


@dataclass(frozen=True, kw_only=True, slots=True)
class Actor:
    """A signed-in person at a device; immutable, so a use case cannot widen its own rights.

    `number_stem` begins the numbers this device hands out: the code of the device's own branch, which somebody
    of another branch may be working at, and the code of the device.
    """

    account_id: UUID
    login: str
    name: str
    branch_id: UUID
    branch_code: str
    branch_name: str
    device_id: UUID
    device_code: str
    number_stem: str
    permissions: frozenset[Permission]
    all_branches: bool = False

    def may(self, permission: Permission) -> bool:
        """Whether a use case that names this permission will let the actor through."""
        return permission in self.permissions


PROGRAM: Final = Actor(
    account_id=NOBODY,
    login="",
    name="BranchDesk",
    branch_id=NOBODY,
    branch_code="",
    branch_name="",
    device_id=NOBODY,
    device_code="",
    number_stem="",
    permissions=frozenset(Permission),
    all_branches=True,
)
"""The program itself: sets a database up and checks passwords; never handed to a page."""
