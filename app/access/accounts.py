"""Accounts and their roles: opened, closed, given a new password, never deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.access.passwords import StrengthRule, hash_password, verify_password, weaknesses
from app.customers.cleaning import mend
from app.errors import UserError
from app.lists import setting
from app.work import Work
from db.base import new_key
from db.models.access import Account, AccountRole, Branch, Permission, Role, RolePermission


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountRecord:
    """An account as a manager sees it."""

    id: UUID
    login: str
    name: str
    branch_name: str
    roles: tuple[str, ...]
    is_closed: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleRecord:
    """A role that can be given."""

    code: str
    name_zh: str
    name_en: str
    permissions: frozenset[str]
    all_branches: bool


def list_accounts(work: Work) -> list[AccountRecord]:
    """All accounts in reach, with the codes of their roles."""
    work.require(Permission.MANAGE_ACCOUNTS)
    roles: dict[UUID, list[str]] = {}
    for account_id, code in work.session.execute(
        select(AccountRole.account_id, Role.code)
        .join(Role, Role.id == AccountRole.role_id)
        .where(AccountRole.deleted_at.is_(None))
    ):
        roles.setdefault(account_id, []).append(code)
    rows = work.session.execute(
        select(Account, Branch.name).join(Branch, Branch.id == Account.branch_id).order_by(Account.login)
    )
    return [
        AccountRecord(
            id=account.id,
            login=account.login,
            name=account.name,
            branch_name=branch,
            roles=tuple(roles.get(account.id, ())),
            is_closed=account.closed_at is not None,
        )
        for account, branch in rows
    ]


def open_account(
    work: Work, *, login: str, name: str, password: str, roles: Sequence[str], branch_id: UUID | None = None
) -> UUID:
    """A new account with at least one role.

    Raises UserError `login-empty`, `login-taken`, `owner-empty`, `roles-empty`, `role-unknown` or a weakness
    of the password.
    """
    work.require(Permission.MANAGE_ACCOUNTS)
    login, name = mend(login), mend(name)
    if not login:
        raise UserError("login-empty")
    if not name:
        raise UserError("owner-empty")
    if not roles:
        raise UserError("roles-empty")
    if branch_id is not None and branch_id != work.actor.branch_id:
        work.require(Permission.MANAGE_BRANCHES)
        work.get(Branch, branch_id)
    taken = select(Account.id).where(Account.login == login).execution_options(across_branches=True)
    if work.session.scalar(taken) is not None:
        raise UserError("login-taken", login=login)
    account = Account(
        id=new_key(),
        branch_id=branch_id or work.actor.branch_id,
        login=login,
        name=name,
        password_hash=hash_password(_strong(work, password, login, name)),
    )
    work.session.add(account)
    try:
        work.session.flush()
    except IntegrityError:
        raise UserError("login-taken", login=login) from None
    give_roles(work, account.id, roles)
    return account.id


def give_roles(work: Work, account_id: UUID, codes: Sequence[str]) -> None:
    """Make `codes` the roles of an account.

    Raises UserError `roles-empty`, `role-unknown`, `role-beyond-own` for a role that may do more than the actor,
    or whose holder may, and `own-account` for giving away one's own right to manage accounts.
    """
    work.require(Permission.MANAGE_ACCOUNTS)
    if not codes:
        raise UserError("roles-empty")
    roles = {role.code: role for role in list_roles(work)}
    for code in codes:
        if code not in roles:
            raise UserError("role-unknown", given=code)
        _require_within_own(work, roles[code])
    account = _account_within_own(work, account_id)
    if account_id == work.actor.account_id and not any(
        Permission.MANAGE_ACCOUNTS.value in roles[code].permissions for code in codes
    ):
        raise UserError("own-account")
    known = {role.code: role.id for role in work.session.scalars(select(Role))}
    held = list(work.session.scalars(select(AccountRole).where(AccountRole.account_id == account_id)))
    wanted = {known[code] for code in codes}
    for row in held:
        if row.role_id not in wanted:
            row.deleted_at = work.now()
    for role_id in wanted - {row.role_id for row in held}:
        work.session.add(AccountRole(branch_id=account.branch_id, account_id=account_id, role_id=role_id))


def close_account(work: Work, account_id: UUID) -> None:
    """End an account at once (J4). Raises UserError `own-account` for one's own."""
    work.require(Permission.MANAGE_ACCOUNTS)
    if account_id == work.actor.account_id:
        raise UserError("own-account")
    _account_within_own(work, account_id).closed_at = work.now()


def reopen_account(work: Work, account_id: UUID) -> None:
    """Let a closed account sign in again."""
    work.require(Permission.MANAGE_ACCOUNTS)
    _account_within_own(work, account_id).closed_at = None


def set_password(work: Work, account_id: UUID, password: str) -> None:
    """Give somebody a new password and lift the wait after failures."""
    work.require(Permission.MANAGE_ACCOUNTS)
    account = _account_within_own(work, account_id)
    account.password_hash = hash_password(_strong(work, password, account.login, account.name))
    account.failures, account.failed_at = 0, None


def change_own_password(work: Work, *, old: str, new: str) -> None:
    """Change the actor's own password. Raises UserError `password-old-wrong` or a weakness of the new one."""
    account = work.get(Account, work.actor.account_id)
    if not verify_password(account.password_hash, old):
        raise UserError("password-old-wrong")
    account.password_hash = hash_password(_strong(work, new, account.login, account.name))


def list_roles(work: Work) -> list[RoleRecord]:
    """The roles with what they may do."""
    permissions: dict[UUID, set[str]] = {}
    for role_id, permission in work.session.execute(
        select(RolePermission.role_id, RolePermission.permission).where(RolePermission.deleted_at.is_(None))
    ):
        permissions.setdefault(role_id, set()).add(permission)
    return [
        RoleRecord(
            code=role.code,
            name_zh=role.name_zh,
            name_en=role.name_en,
            permissions=frozenset(permissions.get(role.id, ())),
            all_branches=role.all_branches,
        )
        for role in work.session.scalars(select(Role).order_by(Role.created_at))
    ]


def _require_within_own(work: Work, role: RoleRecord) -> None:
    """Nobody gives, or gets by a new password, more than they have."""
    beyond = role.permissions - {permission.value for permission in work.actor.permissions}
    if beyond or (role.all_branches and not work.actor.all_branches):
        raise UserError("role-beyond-own", given=role.name_zh)


def _account_within_own(work: Work, account_id: UUID) -> Account:
    """An account in reach whose holder may do no more than the actor; else UserError `role-beyond-own`."""
    account = work.hold(Account, account_id)
    held = set(
        work.session.scalars(
            select(Role.code)
            .join(AccountRole, AccountRole.role_id == Role.id)
            .where(AccountRole.account_id == account_id, AccountRole.deleted_at.is_(None))
        )
    )
    for role in list_roles(work):
        if role.code in held:
            _require_within_own(work, role)
    return account


def _strong(work: Work, password: str, *own_names: str) -> str:
    rule = StrengthRule(shortest=int(setting(work, "password-minimum")))
    weak = weaknesses(password, rule, own_names=own_names)
    if weak:
        raise UserError(weak[0], shortest=rule.shortest)
    return password
