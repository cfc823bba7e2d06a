"""The first start: a new data folder with its branch and owner, or joining a shared database."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from app.access.actor import PROGRAM
from app.access.passwords import StrengthRule, hash_password, weaknesses
from app.customers.cleaning import mend
from app.customers.names import name_readings
from app.defaults import SETTINGS
from app.errors import UserError
from app.work import Store, Work
from db.base import new_key
from db.models.access import Account, AccountRole, Branch, Device, Role, RoleCode
from db.models.sync import SyncState

DEVICE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"


@dataclass(frozen=True, kw_only=True, slots=True)
class NewBranch:
    """What the first start asks: the branch, its short code in human numbers, and the owner's account."""

    name: str
    code: str
    owner: str
    login: str
    password: str
    company: str = ""


def suggested_code(name: str) -> str:
    """A short code from the first sounds of a name: 成都高新店 becomes CDGX."""
    initials = name_readings(name).initials
    letters = "".join(ch for ch in (initials[0] if initials else "") if ch.isascii() and ch.isalnum())
    return letters.upper()[:4] or "BD"


def has_branches(store: Store) -> bool:
    """Whether somebody has set this database up already."""
    with store.read(PROGRAM) as work:
        return bool(work.session.scalar(select(func.count()).select_from(Branch)))


def check_new_branch(given: NewBranch) -> None:
    """Refuse what cannot be set up, before anything is written.

    Raises UserError `branch-name-empty`, `branch-code-wrong`, `owner-empty`, `login-empty` or a weakness of
    the password.
    """
    if not mend(given.name):
        raise UserError("branch-name-empty")
    if not (1 <= len(given.code) <= 4 and given.code.isascii() and given.code.isalnum()):
        raise UserError("branch-code-wrong", given=given.code)
    if not mend(given.owner):
        raise UserError("owner-empty")
    if not mend(given.login):
        raise UserError("login-empty")
    rule = StrengthRule(shortest=int(str(SETTINGS["password-minimum"])))
    weak = weaknesses(given.password, rule, own_names=(given.login, given.owner))
    if weak:
        raise UserError(weak[0], shortest=rule.shortest)


def found_branch(store: Store, given: NewBranch, device_name: str) -> UUID:
    """Write the branch, its owner as administrator and manager, and this device; returns the device's key.

    A database without any branch also gets the shipped roles, lists, settings and rules. Raises what
    `check_new_branch` does, and UserError `branch-code-taken` or `login-taken`.
    """
    from app.planting import plant  # only a first start has anything to plant

    check_new_branch(given)
    with store.change(PROGRAM) as work:
        _found_one_at_a_time(work)
        _require_unused(work, given)
        known = {role.code: role.id for role in work.session.scalars(select(Role))}
        roles = known or plant(work)
        branch = Branch(
            id=new_key(),
            code=given.code.upper(),
            name=mend(given.name),
            company=mend(given.company) or None,
        )
        work.session.add(branch)
        work.session.flush()
        account = Account(
            id=new_key(),
            branch_id=branch.id,
            login=mend(given.login),
            name=mend(given.owner),
            password_hash=hash_password(given.password),
        )
        work.session.add(account)
        work.session.flush()
        for code in (RoleCode.ADMINISTRATOR, RoleCode.MANAGER):
            work.session.add(
                AccountRole(branch_id=branch.id, account_id=account.id, role_id=roles[code.value])
            )
        return _add_device(work, branch.id, device_name)


def _found_one_at_a_time(work: Work) -> None:
    """Whoever founds a branch of a shared database waits for who does so this very moment."""
    work.session.scalar(select(SyncState.id).with_for_update())


def _require_unused(work: Work, given: NewBranch) -> None:
    """Every human number begins with the code of its branch, and a login names one person of all branches."""
    everything = {"with_deleted": True}
    code = select(Branch.id).where(Branch.code == given.code.upper())
    if work.session.scalar(code, execution_options=everything) is not None:
        raise UserError("branch-code-taken", given=given.code.upper())
    login = mend(given.login)
    if work.session.scalar(select(Account.id).where(Account.login == login)) is not None:
        raise UserError("login-taken", login=login)


def join_branch(store: Store, branch_code: str, device_name: str) -> UUID:
    """Make this computer a device of a branch of a shared database. Raises UserError `branch-unknown`."""
    with store.change(PROGRAM) as work:
        wanted = mend(branch_code).upper()
        branch = work.session.scalar(select(Branch).where(Branch.code == wanted).with_for_update())
        if branch is None:
            raise UserError("branch-unknown", given=branch_code)
        return _add_device(work, branch.id, device_name)


def renew_device(store: Store, device_name: str, *, avoid: Collection[str] = ()) -> tuple[UUID, str]:
    """A new device for a local file in which this computer has none, of the branch that joined last.

    Its code is none of `avoid`, which this computer took after earlier restores. Returns key and code.
    Raises UserError `device-unknown` when the file holds no branch at all.
    """
    with store.change(PROGRAM) as work:
        branch_id = work.session.scalar(select(Device.branch_id).order_by(Device.id.desc()).limit(1))
        if branch_id is None:
            raise UserError("device-unknown")
        device_id = _add_device(work, branch_id, device_name, avoid)
        return device_id, work.get(Device, device_id).code


def list_branches(store: Store) -> list[tuple[str, str]]:
    """Codes and names of the branches, for joining."""
    with store.read(PROGRAM) as work:
        return [
            (code, name)
            for code, name in work.session.execute(
                select(Branch.code, Branch.name).where(Branch.deleted_at.is_(None)).order_by(Branch.code)
            )
        ]


def _add_device(work: Work, branch_id: UUID, name: str, avoid: Collection[str] = ()) -> UUID:
    used = set(avoid) | set(
        work.session.scalars(
            select(Device.code).where(Device.branch_id == branch_id).execution_options(with_deleted=True)
        )
    )
    codes = (f"{letter}{digit}" for letter in DEVICE_LETTERS for digit in range(1, 10))
    code = next((code for code in codes if code not in used), None)
    if code is None:
        raise UserError("devices-full", most=len(used))
    device = Device(id=new_key(), branch_id=branch_id, code=code, name=name)
    work.session.add(device)
    work.session.flush()
    return device.id
