"""Sign in with a password and become an actor; failures slow the next try, offline as well."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from app.access.actor import PROGRAM, Actor
from app.access.passwords import ThrottleRule, hash_password, needs_rehash, verify_password, wait_left
from app.customers.cleaning import mend
from app.errors import UserError
from app.lists import settings_of
from app.work import Store, Work
from db.models.access import Account, AccountRole, Branch, Device, Permission, Role, RolePermission


def sign_in(store: Store, *, login: str, password: str, device_id: UUID) -> Actor:
    """The actor for a login and password (about 0.2 s of Argon2id: never on the UI thread).

    Raises UserError `sign-in-wrong` (also for an unknown login), `sign-in-wait` with the fact `seconds`,
    `account-closed`, `account-without-role` or `device-unknown`.
    """
    with store.read(PROGRAM) as work:
        account = work.session.scalar(select(Account).where(Account.login == mend(login)))
        stored = None if account is None else account.password_hash
        if account is not None:
            _require_no_wait(work, account)
    fits = verify_password(stored, password)
    if account is None:
        raise UserError("sign-in-wrong")
    with store.change(PROGRAM) as work:
        row = work.hold(Account, account.id)
        _require_no_wait(work, row)
        if fits:
            row.failures, row.failed_at = 0, None
            if needs_rehash(row.password_hash):
                row.password_hash = hash_password(password)
        else:
            row.failures, row.failed_at = row.failures + 1, work.now()
    if not fits:
        raise UserError("sign-in-wrong")
    return actor_of(store, account_id=account.id, device_id=device_id)


def actor_of(store: Store, *, account_id: UUID, device_id: UUID) -> Actor:
    """The actor for an account whose password has been checked."""
    with store.read(PROGRAM) as work:
        account = work.get(Account, account_id)
        if account.closed_at is not None:
            raise UserError("account-closed", name=account.name)
        known = select(Device, Branch.code).join(Branch, Branch.id == Device.branch_id)
        found = work.session.execute(known.where(Device.id == device_id)).one_or_none()
        if found is None:
            raise UserError("device-unknown")
        device, device_branch = found
        branch = work.get(Branch, account.branch_id)
        permissions, all_branches = _rights(work, account_id)
        if not permissions:
            raise UserError("account-without-role", name=account.name)
        return Actor(
            account_id=account.id,
            login=account.login,
            name=account.name,
            branch_id=branch.id,
            branch_code=branch.code,
            branch_name=branch.name,
            device_id=device.id,
            device_code=device.code,
            number_stem=f"{device_branch}{device.code}",
            permissions=permissions,
            all_branches=all_branches,
        )


def _require_no_wait(work: Work, account: Account) -> None:
    if account.failed_at is None:
        return
    own = settings_of(work, account.branch_id)
    rule = ThrottleRule(
        free_failures=int(own["sign-in-failures"]),
        first_wait=timedelta(seconds=int(own["sign-in-wait-seconds"])),
        longest_wait=timedelta(seconds=int(own["sign-in-wait-most-seconds"])),
    )
    left = wait_left(account.failures, account.failed_at, work.now(), rule)
    if left > timedelta(0):
        raise UserError("sign-in-wait", seconds=int(left.total_seconds()) + 1)


def _rights(work: Work, account_id: UUID) -> tuple[frozenset[Permission], bool]:
    rows = work.session.execute(
        select(RolePermission.permission, Role.all_branches)
        .join(Role, Role.id == RolePermission.role_id)
        .join(AccountRole, AccountRole.role_id == Role.id)
        .where(
            AccountRole.account_id == account_id,
            AccountRole.deleted_at.is_(None),
            RolePermission.deleted_at.is_(None),
            Role.deleted_at.is_(None),
        )
    ).all()
    known = {permission.value for permission in Permission}
    permissions = frozenset(Permission(name) for name, _ in rows if name in known)
    return permissions, any(wide for _, wide in rows)
