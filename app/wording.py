"""Words of codes on paper and in exported files, in both languages; the screen has its own catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from app.customers.fields import Part
from app.customers.numbers import PartialDate
from app.lunar import day_name, month_name
from db.models.customers import (
    BirthCalendar,
    ConsentPurpose,
    ContactWay,
    CustomerKind,
    Gender,
    LeapPolicy,
    OriginKind,
    PhoneKind,
)

Code = CustomerKind | Gender | LeapPolicy | PhoneKind | ContactWay | ConsentPurpose | OriginKind

_TOLD: Final[tuple[tuple[Code, tuple[str, str]], ...]] = (
    (CustomerKind.PERSON, ("个人", "Person")),
    (CustomerKind.COMPANY, ("单位", "Company")),
    (CustomerKind.SPECIAL, ("特殊往来单位", "Special party")),
    (Gender.MALE, ("男", "Male")),
    (Gender.FEMALE, ("女", "Female")),
    (Gender.UNKNOWN, ("未知", "Unknown")),
    (LeapPolicy.FIRST, ("平月过", "In the ordinary month")),
    (LeapPolicy.LEAP, ("闰月过", "In the leap month")),
    (LeapPolicy.BOTH, ("两月都过", "In both months")),
    (PhoneKind.MOBILE, ("手机", "Mobile")),
    (PhoneKind.LANDLINE, ("固定电话", "Landline")),
    (PhoneKind.SERVICE, ("服务号码", "Service number")),
    (PhoneKind.FAX, ("传真", "Fax")),
    (PhoneKind.INTERNATIONAL, ("国际号码", "International")),
    (ContactWay.COUNTER, ("到店", "Counter")),
    (ContactWay.CALL, ("电话", "Call")),
    (ContactWay.VISIT, ("拜访", "Visit")),
    (ContactWay.WECHAT, ("微信", "WeChat")),
    (ContactWay.SMS, ("短信", "SMS")),
    (ContactWay.EMAIL, ("电子邮件", "E-mail")),
    (ContactWay.LETTER, ("信函", "Letter")),
    (ContactWay.FAX, ("传真", "Fax")),
    (ContactWay.ONLINE, ("在线", "Online")),
    (ContactWay.FORM_PRINTED, ("打印表单", "Form printed")),
    (ContactWay.NOTE, ("备注", "Note")),
    (ConsentPurpose.SERVICE, ("服务联系", "Service")),
    (ConsentPurpose.MARKETING, ("营销信息", "Marketing")),
    (ConsentPurpose.SHARING, ("向第三方提供", "Sharing with others")),
    (OriginKind.COUNTER, ("柜台", "Counter")),
    (OriginKind.FORM, ("纸质表单", "Paper form")),
    (OriginKind.CALL, ("来电", "Call")),
    (OriginKind.IMPORT, ("文件导入", "Import")),
    (OriginKind.EXHIBITION, ("展会", "Exhibition")),
    (OriginKind.COMMAND, ("命令行", "Command line")),
    (OriginKind.SAMPLE, ("示例数据", "Sample")),
)
_WORDS: Final = {(type(code), code.value): pair for code, pair in _TOLD}
"""By kind as well: a call is a way of contact and a source, and codes of two kinds may be equal."""

_FIELDS: Final[dict[tuple[Part, str], tuple[str, str]]] = {
    (Part.CUSTOMER, "name"): ("姓名/名称", "Name"),
    (Part.CUSTOMER, "kind"): ("客户类型", "Kind"),
    (Part.CUSTOMER, "gender"): ("性别", "Gender"),
    (Part.CUSTOMER, "birth"): ("生日", "Birthday"),
    (Part.CUSTOMER, "wechat"): ("微信", "WeChat"),
    (Part.CUSTOMER, "email"): ("电子邮箱", "E-mail"),
    (Part.CUSTOMER, "company_name"): ("工作单位", "Employer"),
    (Part.CUSTOMER, "occupation"): ("职业", "Occupation"),
    (Part.CUSTOMER, "education"): ("学历", "Education"),
    (Part.CUSTOMER, "income_band"): ("收入", "Income"),
    (Part.CUSTOMER, "uscc"): ("统一社会信用代码", "Social credit code"),
    (Part.CUSTOMER, "company_type"): ("单位性质", "Company type"),
    (Part.CUSTOMER, "special_kind"): ("往来性质", "Special kind"),
    (Part.CUSTOMER, "legal_representative"): ("法定代表人", "Legal representative"),
    (Part.CUSTOMER, "registered_capital"): ("注册资本", "Registered capital"),
    (Part.CUSTOMER, "industry"): ("行业", "Industry"),
    (Part.CUSTOMER, "business_scope"): ("经营范围", "Business scope"),
    (Part.CUSTOMER, "region_code"): ("所在地区", "Region"),
    (Part.CUSTOMER, "address"): ("地址", "Address"),
    (Part.CUSTOMER, "postcode"): ("邮编", "Postcode"),
    (Part.CUSTOMER, "class_code"): ("客户分类", "Class"),
    (Part.CUSTOMER, "reception_level"): ("接待级别", "Reception level"),
    (Part.CUSTOMER, "source_code"): ("客户来源", "Source"),
    (Part.CUSTOMER, "channel_code"): ("销售渠道", "Channel"),
    (Part.CUSTOMER, "campaign"): ("活动/展会", "Campaign"),
    (Part.CUSTOMER, "do_not_contact"): ("请勿联系", "Do not contact"),
    (Part.CUSTOMER, "note"): ("备注", "Note"),
    (Part.CUSTOMER, "owner_id"): ("负责人", "Owner"),
    (Part.CUSTOMER, "deleted_at"): ("删除", "Deleted"),
    (Part.PHONE, "shown"): ("电话", "Phone"),
    (Part.PHONE, "kind"): ("电话类型", "Phone kind"),
    (Part.PHONE, "label"): ("电话说明", "Phone label"),
    (Part.PHONE, "is_main"): ("主要电话", "Main phone"),
    (Part.PHONE, "deleted_at"): ("删除电话", "Phone removed"),
    (Part.PERSON, "name"): ("联系人", "Contact person"),
    (Part.PERSON, "post"): ("联系人职务", "Contact's post"),
    (Part.PERSON, "decision_role"): ("决策角色", "Decision role"),
    (Part.PERSON, "phone_shown"): ("联系人电话", "Contact's phone"),
    (Part.PERSON, "email"): ("联系人邮箱", "Contact's e-mail"),
    (Part.PERSON, "wechat"): ("联系人微信", "Contact's WeChat"),
    (Part.PERSON, "birth"): ("联系人生日", "Contact's birthday"),
    (Part.PERSON, "note"): ("联系人备注", "Contact's note"),
    (Part.PERSON, "deleted_at"): ("删除联系人", "Contact removed"),
    (Part.VEHICLE, "model"): ("车型", "Model"),
    (Part.VEHICLE, "plate"): ("车牌号", "Plate"),
    (Part.VEHICLE, "vin"): ("车架号 VIN", "VIN"),
    (Part.VEHICLE, "engine_no"): ("发动机号", "Engine no."),
    (Part.VEHICLE, "bought_on"): ("购车日期", "Bought on"),
    (Part.VEHICLE, "mileage_km"): ("里程", "Mileage"),
    (Part.VEHICLE, "deleted_at"): ("删除车辆", "Vehicle removed"),
    (Part.NEED, "product"): ("意向产品", "Product"),
    (Part.NEED, "intent_level"): ("意向级别", "Intent level"),
    (Part.NEED, "budget_min"): ("预算下限", "Budget from"),
    (Part.NEED, "budget_max"): ("预算上限", "Budget to"),
    (Part.NEED, "purpose"): ("用途", "Purpose"),
    (Part.NEED, "expected_on"): ("预计购买日期", "Expected on"),
    (Part.NEED, "competitor"): ("竞品", "Competitor"),
    (Part.NEED, "is_open"): ("需求有效", "Need open"),
    (Part.NEED, "lost_reason"): ("战败原因", "Lost because"),
    (Part.NEED, "lost_on"): ("战败日期", "Lost on"),
    (Part.NEED, "deleted_at"): ("删除需求", "Need removed"),
}

_MISSING: Final[dict[str, tuple[str, str]]] = {
    "phone": ("电话", "phone"),
    "contact-person": ("联系人", "contact person"),
    "vehicle": ("车辆", "vehicle"),
    "need": ("购买需求", "need"),
    "intent": ("意向级别", "intent level"),
    "budget": ("预算", "budget"),
    "expected-date": ("预计购买日期", "expected date"),
    "region": ("所在地区", "region"),
    "source": ("客户来源", "source"),
    "channel": ("销售渠道", "channel"),
    "class": ("客户分类", "class"),
    "income": ("收入", "income"),
    "company": ("工作单位", "employer"),
    "special-kind": ("往来性质", "special kind"),
    "company-type": ("单位性质", "company type"),
    "legal-representative": ("法定代表人", "legal representative"),
}


def word(code: Code | None, language: str) -> str:
    """A code in words; empty for none."""
    return "" if code is None else _of(_WORDS[type(code), code.value], language)


def field_word(part: Part, field: str, language: str) -> str:
    """The label of a field on paper; the five columns of a birthday share one."""
    name = "birth" if field.startswith("birth_") else field
    return _of(_FIELDS.get((part, name), (field, field)), language)


def missing_word(item: str, language: str) -> str:
    """What the completeness rules miss, in words."""
    pair = _MISSING.get(item) or _FIELDS.get((Part.CUSTOMER, item)) or (item, item)
    return _of(pair, language)


def birthday_words(value: PartialDate | None, language: str) -> str:
    """1990-08-15, 08-15, 农历八月十五, 1990年农历闰五月初一."""
    if value is None:
        return ""
    if value.calendar is BirthCalendar.SOLAR:
        day = f"{value.month:02d}-{value.day:02d}"
        return day if value.year is None else f"{value.year:04d}-{day}"
    if language == "en":
        leap = "leap month " if value.leap else "month "
        year = "" if value.year is None else f"{value.year} "
        return f"{year}lunar {leap}{value.month} day {value.day}"
    year = "" if value.year is None else f"{value.year}年"
    return f"{year}农历{month_name(value.month, value.leap)}{day_name(value.day)}"


def birth_calendar_word(calendar: BirthCalendar, language: str) -> str:
    """公历 or 农历."""
    return _of(("农历", "lunar") if calendar is BirthCalendar.LUNAR else ("公历", "solar"), language)


def text(values: Mapping[str, object], name: str) -> str:
    """A stored value as text, empty for none."""
    value = values.get(name)
    return "" if value is None else str(value)


def _of(pair: tuple[str, str], language: str) -> str:
    return pair[1] if language == "en" else pair[0]
