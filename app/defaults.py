"""What a new database begins with: code lists, settings and completeness rules, all rows from then on."""

from __future__ import annotations

from typing import Final

from app.complaints.defaults import SATISFACTION_NUMBERS, SEVERITY_RANKS, TICKET_CHOICES
from db.models.lists import ChoiceList

L = ChoiceList

CHOICES: Final[dict[ChoiceList, tuple[tuple[str, str, str], ...]]] = {
    L.CLASS: (
        ("key", "重点客户", "Key"),
        ("general", "一般客户", "General"),
        ("potential", "潜在客户", "Potential"),
    ),
    L.SOURCE: (
        ("walk-in", "上门", "Walk-in"),
        ("telephone", "电话", "Telephone"),
        ("cold-visit", "陌生拜访", "Cold visit"),
        ("online", "在线", "Online"),
        ("direct", "直销", "Direct"),
        ("exhibition", "展会", "Exhibition"),
        ("referral", "转介绍", "Referral"),
    ),
    L.CHANNEL: (
        ("branch", "分店", "Branch"),
        ("e-commerce", "电子商务", "E-commerce"),
        ("direct-other", "直销/其他", "Direct and other"),
        ("international", "国际贸易", "International trade"),
    ),
    L.INTENT: (
        ("O", "O 已下订", "O ordered"),
        ("H", "H 7天内", "H within 7 days"),
        ("A", "A 1个月内", "A within 1 month"),
        ("B", "B 1-3个月", "B 1 to 3 months"),
        ("C", "C 3个月以上", "C over 3 months"),
    ),
    L.RECEPTION: (
        ("normal", "普通", "Normal"),
        ("vip", "贵宾 VIP", "VIP"),
        ("svip", "至尊 SVIP", "Premium VIP"),
    ),
    L.EDUCATION: (
        ("junior", "初中及以下", "Junior secondary or below"),
        ("senior", "高中/中专", "Senior secondary"),
        ("college", "大专", "College"),
        ("bachelor", "本科", "Bachelor"),
        ("master", "硕士及以上", "Master or above"),
    ),
    L.INCOME: (
        ("under-50k", "5万元以下", "Under 50k"),
        ("50k-100k", "5-10万元", "50-100k"),
        ("100k-200k", "10-20万元", "100-200k"),
        ("200k-500k", "20-50万元", "200-500k"),
        ("over-500k", "50万元以上", "Over 500k"),
    ),
    L.SPECIAL: (
        ("lawyer", "律师", "Lawyer"),
        ("financial", "财务顾问", "Financial adviser"),
        ("advertising", "广告", "Advertising"),
        ("public-relations", "公关", "Public relations"),
        ("bank", "银行", "Bank"),
        ("insurance", "保险", "Insurance"),
        ("financing", "融资", "Financing"),
    ),
    L.COMPANY_TYPE: (
        ("supplier", "供应商", "Supplier"),
        ("dealer", "经销商", "Dealer"),
        ("end-user", "终端用户", "End user"),
        ("other", "其他单位", "Other"),
    ),
    L.DECISION_ROLE: (
        ("decides", "决策人", "Decides"),
        ("influences", "影响人", "Influences"),
        ("uses", "使用人", "Uses"),
        ("handles", "经办人", "Handles"),
    ),
    L.PURPOSE: (
        ("own-use", "自用", "Own use"),
        ("family", "家用", "Family"),
        ("business", "商用", "Business"),
        ("gift", "送礼", "Gift"),
        ("replace", "更换", "Replacement"),
    ),
    L.OUTCOME: (
        ("satisfied", "满意", "Satisfied"),
        ("interested", "有意向", "Interested"),
        ("appointed", "已约到店", "Appointed"),
        ("ordinary", "一般", "Ordinary"),
        ("considering", "再考虑", "Considering"),
        ("dissatisfied", "不满意", "Dissatisfied"),
        ("not-interested", "无意向", "Not interested"),
        ("asked-stop", "要求勿扰", "Asked us to stop"),
        ("no-answer", "未接", "No answer"),
        ("busy", "占线", "Busy"),
        ("switched-off", "关机", "Switched off"),
        ("wrong-number", "空号/错号", "Wrong number"),
    ),
    L.LOST_REASON: (
        ("price", "价格", "Price"),
        ("competitor", "购买竞品", "Bought from a competitor"),
        ("postponed", "推迟购买", "Postponed"),
        ("product", "产品不合", "Product does not fit"),
        ("service", "服务不满", "Unhappy with the service"),
        ("moved", "迁离", "Moved away"),
        ("other", "其他", "Other"),
    ),
    L.APPOINTMENT: (
        ("meeting", "会议", "Meeting"),
        ("training", "培训", "Training"),
        ("delivery", "交付", "Delivery"),
        ("leave", "请假/休息", "Leave"),
        ("other", "其他", "Other"),
    ),
    **TICKET_CHOICES,
}

OUTCOME_NUMBERS: Final = {
    "satisfied": 2,
    "interested": 2,
    "appointed": 2,
    "ordinary": 1,
    "considering": 1,
    "dissatisfied": 1,
    "not-interested": 1,
    "asked-stop": 1,
    "no-answer": 0,
    "busy": 0,
    "switched-off": 0,
    "wrong-number": 0,
}
"""0 nobody was reached, 1 reached, 2 reached and the aim achieved."""

INTENT_DAYS: Final = {"O": 7, "H": 2, "A": 7, "B": 14, "C": 30}
"""Contact at least every so many days (car-dealer practice)."""

CHOICE_NUMBERS: Final = {
    L.INTENT: INTENT_DAYS,
    L.OUTCOME: OUTCOME_NUMBERS,
    L.SEVERITY: SEVERITY_RANKS,
    L.SATISFACTION: SATISFACTION_NUMBERS,
}
"""The figures of the lists whose entries have one."""

SETTINGS: Final[dict[str, object]] = {
    "entry-deadline": "18:00",
    "password-minimum": 8,
    "sign-in-failures": 5,
    "sign-in-wait-seconds": 30,
    "sign-in-wait-most-seconds": 900,
    "attachment-most-megabytes": 20,
    "import-most-megabytes": 100,
    "import-most-rows": 200_000,
    "duplicate-stop": 90,
    "duplicate-warn": 50,
    "duplicate-criterion-most": 20,
    "duplicate-scores": {
        "mobile": 60,
        "vehicle": 60,
        "wechat": 50,
        "uscc": 90,
        "phone-tail": 40,
        "name": 25,
        "pinyin": 15,
        "birth": 15,
        "street": 10,
        "sex-differs": -30,
        "birth-differs": -25,
    },
    "registration-form-edition": "2026-1",
    "visit-form-edition": "2026-1",
    "phone-log-edition": "2026-1",
    "visit-weights": {
        "needs": 25,
        "competitor_advantage": 15,
        "our_difference": 15,
        "next_improvement": 10,
        "feedback": 20,
        "next_strategy": 15,
    },
    "privacy-edition": "2026-1",
    "consent-default": ["service"],
    # Offices; a shop that opens at weekends says so, and Saturdays and Sundays then count for its deadlines.
    "opening-hours": [[["09:00", "12:00"], ["13:00", "18:00"]]] * 5 + [[], []],
    "followup-closes-ahead-days": 3,
    "followup-flood": 10_000,
    "followup-missed-days": 5,
    "followup-grace-days": 1,
    "followup-horizon-days": 366,
    "visit-minutes": 60,
    "reminder-lead-minutes": 15,
    "two-owner-classes": ["key"],
    "two-owner-levels": ["O", "H", "A"],
    "two-owner-new-days": 90,
    "second-owner-contact-days": 90,
    "service-months": 6,
    "service-km": 7_500,
    "service-km-a-day-most": 300,
    "service-remind-days": 14,
    "care-ahead-days": 7,
    "today-came-days": 3,
    "message-answer-days": 3,
    "under-age": 14,
    "sms-most-parts": 3,
    "care-marketing-occasions": ["birthday", "festival", "event", "other"],
    "complaint-form-edition": "2026-1",
    "ticket-warn-handler-percent": 50,
    "ticket-warn-manager-percent": 80,
    "ticket-headquarters-minutes": 480,
    "ticket-repeat-count": 3,
    "ticket-repeat-days": 90,
    "ticket-similar-days": 365,
    "ticket-default-severity": "normal",
    "problem-check-days": 30,
}

COMPLETENESS: Final[dict[str, tuple[tuple[str, int], ...]]] = {
    "person": (
        ("phone", 20),
        ("name", 15),
        ("gender", 5),
        ("birth", 10),
        ("region", 10),
        ("address", 5),
        ("wechat", 5),
        ("occupation", 5),
        ("source", 5),
        ("class", 5),
        ("need", 10),
        ("intent", 5),
    ),
    "company": (
        ("phone", 15),
        ("name", 15),
        ("uscc", 15),
        ("contact-person", 20),
        ("region", 5),
        ("address", 10),
        ("legal-representative", 5),
        ("industry", 5),
        ("source", 5),
        ("class", 5),
    ),
    "special": (
        ("phone", 25),
        ("name", 25),
        ("special-kind", 20),
        ("contact-person", 20),
        ("address", 10),
    ),
}
