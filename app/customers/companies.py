"""Names of companies in the forms that duplicates and search compare."""

from __future__ import annotations

import re

from app.customers.cleaning import mend, search_form
from app.customers.numbers.cells import shortened
from app.customers.regions import is_place
from app.errors import UserError

LONGEST_COMPANY_NAME = 120

_LEGAL_FORMS = (
    "股份有限责任公司", "有限责任公司", "股份有限公司", "有限公司", "股份公司", "公司",
    "有限合伙", "普通合伙", "特殊普通合伙", "个人独资企业", "个体工商户",
)  # fmt: skip
_ENGLISH_FORMS = re.compile(
    r"(?<![\s,])[\s,]+(?:co\.?,?\s*ltd|company\s+limited|limited|ltd|inc|llc|llp|corp(?:oration)?|gmbh|plc|company)\.?$",
    re.IGNORECASE,
)
_ROOT = re.compile(f"(.{{2,}}?)(?:{'|'.join(sorted(_LEGAL_FORMS, key=len, reverse=True))})")
_BRANCH = re.compile(r"(.{4,}?公司)(.{1,20}?(?:分公司|营业部|分店|办事处|门店))")


def mend_company_name(text: str) -> str:
    """The name as it should stand on the card: spaces inside Chinese dropped, brackets Chinese."""
    name = mend(text)
    if re.search(r"[\u4e00-\u9fff]", name):
        name = re.sub(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])", "", name)
        name = name.replace("(", "（").replace(")", "）")
    return name


def parse_company_name(text: str) -> str:
    """The mended name. Raises UserError: company-empty, company-too-long, company-not-a-name."""
    name = mend_company_name(text)
    if not name:
        raise UserError("company-empty")
    if len(name) > LONGEST_COMPANY_NAME:
        raise UserError("company-too-long", given=shortened(name), longest=LONGEST_COMPANY_NAME)
    if not any(character.isalpha() for character in name):
        raise UserError("company-not-a-name", given=shortened(name))
    return name


def company_root(text: str) -> str:
    """The name without its legal form, for search: 成都大有商贸有限公司 -> 成都大有商贸; the branch stays."""
    name = mend_company_name(text).replace("（有限合伙）", "").replace("（普通合伙）", "")
    if branch := _BRANCH.fullmatch(name):
        return company_root(branch[1]) + branch[2]
    plain = _ENGLISH_FORMS.sub("", name)
    unbracketed = plain.replace("（", "").replace("）", "")
    found = _ROOT.fullmatch(unbracketed)
    return found[1] if found else plain


def company_key(text: str) -> str:
    """The key under which two spellings of one company meet.

    Legal form, brackets, punctuation, case and the words 省 and 市 of an opening place are gone.
    四川省成都市大有商贸有限责任公司, 成都大有商贸(有限)公司 -> 成都大有商贸.
    """
    root = company_root(text).replace("（", "").replace("）", "")
    placed = _place_as_said(root)
    return search_form(placed if len(placed) >= 4 else root)


def _place_as_said(name: str) -> str:
    """四川省成都市大有 -> 成都大有; only real places, so that 大润发超市 stays."""
    province = next(
        (name[:end] for end in range(3, 5) if name[end - 1 : end] == "省" and is_place(name[:end])), ""
    )
    rest = name.removeprefix(province)
    city = next(
        (rest[:end] for end in range(3, 7) if rest[end - 1 : end] == "市" and is_place(rest[:end])), ""
    )
    if city:
        return rest.replace("市", "", 1)
    return name.replace("省", "", 1) if province else name
