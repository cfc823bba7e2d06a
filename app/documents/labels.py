"""The printed words of the registration form and its booklet in both editions."""

from __future__ import annotations

from collections.abc import Mapping

from app.documents.records import FormChoices, Language

REGISTRATION: Mapping[Language, Mapping[str, str]] = {
    Language.CHINESE: {
        "title": "新顾客登记表",
        "form_number": "表号",
        "edition": "版次",
        "page": "第 {page} 页 共 {pages} 页",
        "serial": "编号",
        "registered_on": "登记日期",
        "received_at": "到店时间",
        "receptionist": "接待人",
        "customer_number": "客户编号",
        "kind": "客户类别",
        "year": "年",
        "month": "月",
        "day": "日",
        "to": "至",
        "yuan": "元",
        "other": "其他",
        "colon": "：",
        "semicolon": "；",
        "person": "个人信息",
        "name": "姓名",
        "gender": "性别",
        "mobile": "手机",
        "other_phone": "其他电话",
        "birthday": "出生日期",
        "solar": "公历",
        "lunar": "农历",
        "leap": "闰月",
        "postcode": "邮政编码",
        "wechat": "微信号",
        "email": "电子邮箱",
        "occupation": "职业",
        "employer": "工作单位",
        "education": "学历",
        "income": "年收入",
        "address": "联系地址",
        "company": "单位信息",
        "company_name": "单位名称",
        "uscc": "统一社会信用代码",
        "legal_representative": "法定代表人",
        "contact_name": "联系人",
        "contact_post": "职务",
        "company_phone": "单位电话",
        "industry": "所属行业",
        "fax": "传真",
        "need": "来源与需求",
        "source": "客户来源",
        "channel": "销售渠道",
        "campaign": "活动或展会名称",
        "product": "意向产品",
        "expected_on": "预计购买",
        "budget": "预算",
        "purpose": "用途",
        "competitor": "对比品牌",
        "level": "意向级别",
        "vehicle_model": "现有车型",
        "vehicle_plate": "车牌号",
        "note": "备注",
        "privacy": "隐私与同意",
        "notice_title": "个人信息处理告知（依据《中华人民共和国个人信息保护法》第十七条）",
        "notice": (
            "1. 处理者：{company}；地址：{address}；个人信息保护联系方式：{contact}。\n"
            "2. 目的与方式：为登记接待、联系回访、售前咨询和售后服务，以纸质表格和电子系统收集、存储、使用"
            "本表信息。\n"
            "3. 种类：姓名、性别、出生日期、联系方式、地址、职业、学历、收入、需求和车辆信息；带 * 的为必"
            "需，其余自愿填写。\n"
            "4. 保存期限：{retention}；期满、目的已实现或您撤回同意的，予以删除或匿名化处理。\n"
            "5. 您的权利：可到店或通过上述联系方式查阅、复制、更正、补充、删除信息，要求解释说明或撤回同意"
            "（不影响撤回前的"
            "处理），我们在十五个工作日内答复，不收费用。未经您单独同意，不向他人提供；不同意营销或共享不"
            "影响服务；不满十四周岁由监护人签名。"
        ),
        "this_shop": "见本表抬头",
        "retention": "自最后一次往来之日起三年",
        "yes": "同意",
        "no": "不同意",
        "consent_service": "一、服务：为接待、联系和售后服务处理上述信息。",
        "consent_marketing": "二、营销：以电话、短信、微信或邮件发送新品和优惠信息，可随时拒收。",
        "consent_sharing": (
            "三、共享（单独同意）：将姓名、电话和需求提供给{recipient}，用于我所需的产品和服务。"
        ),
        "recipient_line": "（名称、联系方式）",
        "signature": "顾客签名",
        "date": "日期",
        "stamp": "门店盖章",
        "staff": "门店填写",
        "class": "客户分类",
        "entered_by": "录入人",
        "entered_at": "录入时间",
        "checked_by": "复核人",
        "footer": "本表一式一份，由门店装订保存；请于当日 18:00 前录入系统。带 * 的为必填项。",
    },
    Language.ENGLISH: {
        "title": "New Customer Registration Form",
        "form_number": "Form",
        "edition": "Edition",
        "page": "Page {page} of {pages}",
        "serial": "No.",
        "registered_on": "Date",
        "received_at": "Time of visit",
        "receptionist": "Received by",
        "customer_number": "Customer no.",
        "kind": "Customer is",
        "year": "Y",
        "month": "M",
        "day": "D",
        "to": "to",
        "yuan": "CNY",
        "other": "Other",
        "colon": ": ",
        "semicolon": "; ",
        "person": "PERSON",
        "name": "Full name",
        "gender": "Gender",
        "mobile": "Mobile",
        "other_phone": "Other phone",
        "birthday": "Date of birth",
        "solar": "solar",
        "lunar": "lunar",
        "leap": "leap",
        "postcode": "Postcode",
        "wechat": "WeChat",
        "email": "E-mail",
        "occupation": "Occupation",
        "employer": "Employer",
        "education": "Education",
        "income": "Yearly income",
        "address": "Address",
        "company": "COMPANY",
        "company_name": "Company name",
        "uscc": "Unified social credit code",
        "legal_representative": "Legal repr.",
        "contact_name": "Contact",
        "contact_post": "Position",
        "company_phone": "Phone",
        "industry": "Industry",
        "fax": "Fax",
        "need": "SOURCE AND NEED",
        "source": "Source",
        "channel": "Sales channel",
        "campaign": "Fair",
        "product": "Product",
        "expected_on": "Expected on",
        "budget": "Budget",
        "purpose": "Purpose",
        "competitor": "Also considers",
        "level": "Intent",
        "vehicle_model": "Present car",
        "vehicle_plate": "Plate",
        "note": "Remarks",
        "privacy": "PRIVACY",
        "notice_title": (
            "How we handle personal information (Personal Information Protection Law of China, art. 17)"
        ),
        "notice": (
            "1. Handler: {company}; address: {address}; privacy contact: {contact}.\n"
            "2. Purpose and way: to receive, call back, advise and serve you we collect, keep and use "
            "this form on paper "
            "and in our system.\n"
            "3. Kinds: name, gender, birth date, contacts, address, work, education, income, needs, "
            "vehicle; * necessary, "
            "the rest voluntary.\n"
            "4. Kept: {retention}; then, or when the purpose is met or you withdraw, deleted or made "
            "anonymous.\n"
            "5. Your rights: in the shop or through the contact above you may see, copy, correct, "
            "complete or delete your "
            "information, ask why, or withdraw consent (what was done before stays lawful), free of "
            "charge; we answer within "
            "15 working days. Nothing is given to others without separate consent; refusing B or C does "
            "not affect service. Under 14, a guardian signs."
        ),
        "this_shop": "as in the heading",
        "retention": "three years after our last dealing with you",
        "yes": "I agree",
        "no": "I do not",
        "consent_service": "A. Service: use of the above to receive, contact and serve me.",
        "consent_marketing": ("B. Marketing: news by phone, SMS, WeChat or e-mail; I may stop it any time."),
        "consent_sharing": (
            "C. Sharing (separate): giving my name, phone and needs to {recipient} to serve my request."
        ),
        "recipient_line": " (name, contact)",
        "signature": "Signature",
        "date": "Date",
        "stamp": "Stamp",
        "staff": "STAFF",
        "class": "Class",
        "entered_by": "Entered by",
        "entered_at": "Entered at",
        "checked_by": "Checked by",
        "footer": (
            "One copy, bound and kept in the branch; to be entered by 18:00 the same day. * necessary items."
        ),
    },
}

BOOKLET: Mapping[Language, dict[str, str]] = {
    Language.CHINESE: {
        "title": "新顾客登记表",
        "booklet": "空白表格装订册",
        "register": "表格领用与核销登记",
        "form_number": "表号",
        "edition": "版次",
        "batch": "批次",
        "range": "编号范围",
        "to": "至",
        "count": "份数",
        "forms": "共 {count} 份",
        "issued_on": "发放日期",
        "issued_by": "发放人",
        "issued_to": "领用人",
        "due_on": "应收回日期",
        "returned": "收回日期及签收",
        "no": "序号",
        "serial": "表格编号",
        "used_on": "使用日期",
        "used_by": "使用人",
        "customer": "顾客姓名",
        "entered_at": "录入时间",
        "state": "录入/作废/遗失",
        "sign": "核对签名",
        "issued": "发放份数",
        "entered": "已录入",
        "spoilt": "作废",
        "missing": "遗失",
        "checked_by": "核对人签名",
        "checked_on": "核对日期",
        "register_foot": (
            "每份表格逐号登记：已录入的写录入时间；作废的剪角后留在册内；遗失的写明原因。当日 18:00 前核对。"
        ),
    },
    Language.ENGLISH: {
        "title": "New Customer Registration Forms",
        "booklet": "Booklet of blank forms",
        "register": "Issue and Return of Forms",
        "form_number": "Form",
        "edition": "Edition",
        "batch": "Batch",
        "range": "Serials",
        "to": "to",
        "count": "Forms",
        "forms": "{count} forms",
        "issued_on": "Issued on",
        "issued_by": "Issued by",
        "issued_to": "Issued to",
        "due_on": "Due back on",
        "returned": "Returned, signed",
        "no": "No.",
        "serial": "Serial",
        "used_on": "Used on",
        "used_by": "Used by",
        "customer": "Customer",
        "entered_at": "Entered at",
        "state": "Entered, spoilt, lost",
        "sign": "Checked",
        "issued": "Issued",
        "entered": "Entered",
        "spoilt": "Spoilt",
        "missing": "Missing",
        "checked_by": "Checked by (signature)",
        "checked_on": "Checked on",
        "register_foot": "One line for every serial. A spoilt form stays in the booklet with a corner cut "
        "off; a lost one needs "
        "the reason. To be checked by 18:00.",
    },
}

CHOICES: Mapping[Language, FormChoices] = {
    Language.CHINESE: FormChoices(
        kinds=("个人", "单位", "特殊往来单位"),
        genders=("男", "女"),
        educations=("初中及以下", "高中或中专", "大专", "本科", "硕士及以上"),
        incomes=("5万元以下", "5–10万元", "10–20万元", "20–50万元", "50万元以上"),
        sources=("上门", "电话", "陌生拜访", "在线", "直销", "展会", "转介绍"),
        channels=("分店", "电子商务", "直销其他", "国际贸易"),
        classes=("重点", "一般", "潜在"),
        levels=("O 已订", "H 7天内", "A 1个月内", "B 1–3个月", "C 3个月以上"),
    ),
    Language.ENGLISH: FormChoices(
        kinds=("a person", "a company", "a special party"),
        genders=("male", "female"),
        educations=("secondary or less", "high school", "college", "bachelor", "master or more"),
        incomes=("under 50k", "50–100k", "100–200k", "200–500k", "over 500k"),
        sources=("walk-in", "phone", "cold visit", "online", "direct", "fair", "referral"),
        channels=("branch", "e-commerce", "other direct", "export"),
        classes=("key", "general", "potential"),
        levels=("O ordered", "H 7 days", "A 1 month", "B 3 months", "C later"),
    ),
}
