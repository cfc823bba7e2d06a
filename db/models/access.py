"""Branches, devices, accounts, roles and what each role may do."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import ForeignKey, Index, false, text
from sqlalchemy.orm import Mapped, mapped_column

from db.base import Base
from db.mixins import BranchRow, SharedRow, Synced

LIVE = text("deleted_at IS NULL")


class Permission(StrEnum):
    """What a use case may ask for; a role is a set of these rows."""

    FIND_CUSTOMERS = "find-customers"
    READ_CARD = "read-card"
    EDIT_CARD = "edit-card"
    REGISTER_CUSTOMER = "register-customer"
    DELETE_CARD = "delete-card"
    LOG_CONTACT = "log-contact"
    PRINT_FORMS = "print-forms"
    ISSUE_FORMS = "issue-forms"
    IMPORT_CUSTOMERS = "import-customers"
    EXPORT_CUSTOMERS = "export-customers"
    PLAN_FOLLOWUPS = "plan-followups"
    ASSIGN_WORK = "assign-work"
    EDIT_RULES = "edit-rules"
    EDIT_CALENDAR = "edit-calendar"
    SEND_MESSAGES = "send-messages"
    EDIT_TEMPLATES = "edit-templates"
    READ_FIGURES = "read-figures"
    TAKE_TICKETS = "take-tickets"
    HANDLE_TICKETS = "handle-tickets"
    ASSIGN_TICKETS = "assign-tickets"
    APPROVE_SOLUTIONS = "approve-solutions"
    SOLVE_PROBLEMS = "solve-problems"
    EDIT_FLOWS = "edit-flows"
    EDIT_SETTINGS = "edit-settings"
    MANAGE_ACCOUNTS = "manage-accounts"
    MANAGE_BRANCHES = "manage-branches"
    MAINTAIN_DATABASE = "maintain-database"
    MAKE_SAMPLE = "make-sample"


class RoleCode(StrEnum):
    """The six roles the program ships with; a branch may add its own."""

    CLERK = "clerk"
    REPRESENTATIVE = "representative"
    ARCHIVE = "archive"
    MANAGER = "manager"
    HEADQUARTERS = "headquarters"
    ADMINISTRATOR = "administrator"


class Branch(Synced, Base):
    """A store."""

    __tablename__ = "branch"

    code: Mapped[str]
    name: Mapped[str]
    company: Mapped[str | None]
    address: Mapped[str | None]
    phone: Mapped[str | None]
    privacy_contact: Mapped[str | None]


class Device(BranchRow, Base):
    """A computer that writes; its short code keeps human numbers unique without coordination."""

    __tablename__ = "device"

    code: Mapped[str]
    name: Mapped[str]


class Account(BranchRow, Base):
    """A person who signs in; the password is an Argon2id hash."""

    __tablename__ = "account"
    __table_args__ = (
        Index("uq_account_login", "login", unique=True, sqlite_where=LIVE, postgresql_where=LIVE),
        {"sqlite_strict": True},
    )

    login: Mapped[str]
    name: Mapped[str]
    password_hash: Mapped[str]
    closed_at: Mapped[datetime | None]
    failures: Mapped[int] = mapped_column(default=0, server_default="0")
    failed_at: Mapped[datetime | None]


class Role(SharedRow, Base):
    """A named set of permissions; `all_branches` widens it beyond the account's own branch."""

    __tablename__ = "role"

    code: Mapped[str]
    name_zh: Mapped[str]
    name_en: Mapped[str]
    all_branches: Mapped[bool] = mapped_column(default=False, server_default=false())


class RolePermission(SharedRow, Base):
    """One thing a role may do."""

    __tablename__ = "role_permission"

    role_id: Mapped[UUID] = mapped_column(ForeignKey("role.id"), index=True)
    permission: Mapped[str]


class AccountRole(BranchRow, Base):
    """A role an account holds."""

    __tablename__ = "account_role"

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"), index=True)
    role_id: Mapped[UUID] = mapped_column(ForeignKey("role.id"), index=True)
