"""The six roles a new database begins with; from then on they are rows a manager edits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from db.models.access import Permission, RoleCode

P = Permission

COUNTER: Final = (
    P.FIND_CUSTOMERS,
    P.READ_CARD,
    P.EDIT_CARD,
    P.REGISTER_CUSTOMER,
    P.LOG_CONTACT,
    P.PRINT_FORMS,
    P.PLAN_FOLLOWUPS,
    P.SEND_MESSAGES,
    P.TAKE_TICKETS,
    P.HANDLE_TICKETS,
)
ARCHIVING: Final = (*COUNTER, P.ISSUE_FORMS, P.IMPORT_CUSTOMERS, P.DELETE_CARD)
MANAGING: Final = (
    *ARCHIVING,
    P.EXPORT_CUSTOMERS,
    P.EDIT_SETTINGS,
    P.ASSIGN_WORK,
    P.EDIT_RULES,
    P.EDIT_CALENDAR,
    P.EDIT_TEMPLATES,
    P.READ_FIGURES,
    P.ASSIGN_TICKETS,
    P.APPROVE_SOLUTIONS,
    P.SOLVE_PROBLEMS,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class RoleDefault:
    """A role as shipped."""

    code: RoleCode
    name_zh: str
    name_en: str
    permissions: tuple[Permission, ...]
    all_branches: bool = False


ROLE_DEFAULTS: Final = (
    RoleDefault(code=RoleCode.CLERK, name_zh="客服专员", name_en="Counter clerk", permissions=COUNTER),
    RoleDefault(
        code=RoleCode.REPRESENTATIVE, name_zh="业务代表", name_en="Field representative", permissions=COUNTER
    ),
    RoleDefault(code=RoleCode.ARCHIVE, name_zh="档案管理员", name_en="Archive keeper", permissions=ARCHIVING),
    RoleDefault(code=RoleCode.MANAGER, name_zh="店长", name_en="Branch manager", permissions=MANAGING),
    RoleDefault(
        code=RoleCode.HEADQUARTERS,
        name_zh="客户服务部",
        name_en="Headquarters service",
        permissions=(*MANAGING, P.MANAGE_BRANCHES, P.EDIT_FLOWS),
        all_branches=True,
    ),
    RoleDefault(
        code=RoleCode.ADMINISTRATOR,
        name_zh="系统管理员",
        name_en="Administrator",
        permissions=tuple(Permission),
        all_branches=True,
    ),
)
