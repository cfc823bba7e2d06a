"""1,000 registration forms: processor time and bytes, against the same marks on a bare, tuned canvas."""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from app.documents import registration_form
from app.documents.faces import FONTS, Weight, face
from app.documents.ink import MM, Align, Ink, text_width
from app.documents.marks import QR_MASK, code128_codes, code128_widths
from app.documents.pdf import Pdf
from app.documents.records import Birthday, Consents, House, RegistrationEntry, Sheet
from app.documents.registration_layout import Layout, lay_out

FORMS = 1000
ROUNDS = 3
HOUSE = House(
    company="锦程汽车销售服务有限公司",
    branch="成都高新分店",
    address="成都市高新区天府大道中段88号",
    phone="028-85550000",
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
)
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲芬燕彩春菊兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛"
    "嘉琼勤珍贞莉叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琴蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育"
)
_STREETS = (
    "浆洗街道洗面桥街",
    "肖家河街道高升桥路",
    "石羊街道天府三街",
    "中和街道姐儿堰路",
    "玉林街道芳草东街",
)


def entries(count: int, seed: int = 7) -> list[RegistrationEntry]:
    """Walk-ins as a counter sees them: two dozen fields each, names and addresses all different."""
    chance = random.Random(seed)
    return [_entry(chance, number) for number in range(1, count + 1)]


def _entry(chance: random.Random, number: int) -> RegistrationEntry:
    name = chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2, 2))))
    return RegistrationEntry(
        serial=f"CD01-26-{number:06d}",
        registered_on=date(2026, 1, 1) + timedelta(days=number % 330),
        received_at=f"{9 + number % 9:02d}:{number % 60:02d}",
        receptionist=chance.choice(("李静", "王芳", "赵磊")),
        customer_number=f"CD01-01-{number:05d}",
        kind_text="个人",
        name=name,
        gender_text=chance.choice(("男", "女")),
        mobile=f"1{chance.choice('3578')}{chance.randrange(10**9):09d}",
        birthday=Birthday(
            lunar=number % 4 == 0, year=1950 + number % 55, month=1 + number % 12, day=1 + number % 28
        ),
        wechat=f"wx_{chance.randrange(10**8):08d}",
        occupation=chance.choice(("工程师", "教师", "个体经营", "医生", "公务员")),
        education_text="本科",
        region="四川省成都市武侯区",
        address=f"{chance.choice(_STREETS)}{chance.randrange(1, 300)}号{chance.randrange(1, 30)}栋",
        postcode="610041",
        source_text=chance.choice(("上门", "电话", "展会", "转介绍")),
        channel_text="分店",
        class_text=chance.choice(("重点", "一般", "潜在")),
        level_text=chance.choice(("H 7天内", "A 1个月内", "B 1–3个月")),
        product=chance.choice(("凌云 2.0T 四驱", "星途 1.6T", "瑞虎 8 PLUS")),
        budget_min=Decimal(chance.randrange(8, 20) * 10000),
        budget_max=Decimal(chance.randrange(20, 40) * 10000),
        expected_on=date(2026, 12, 1) + timedelta(days=number % 60),
        purpose=chance.choice(("家庭自用", "上下班", "公务用车")),
        consents=Consents(service=True, marketing=number % 3 == 0, sharing=False),
        entered_by="王芳",
    )


def run() -> list[dict[str, Any]]:
    """Two rows: processor seconds and megabytes for 1,000 forms; fonts are open before either is timed."""
    forms = entries(FORMS)
    marks = [_recorded(entry) for entry in forms]
    face(Weight.REGULAR), face(Weight.BOLD)
    ours = _fastest(lambda: _ours(forms))
    raw = _fastest(lambda: _bare(marks))
    return [
        {
            "what": "1,000 registration forms (A4, filled)",
            "raw": round(raw[0], 2),
            "ours": round(ours[0], 2),
            "ratio": round(ours[0] / raw[0], 2),
            "budget": "1.3x",
            "unit": "CPU s",
        },
        {
            "what": "1,000 registration forms, size of the file",
            "raw": round(raw[1] / 1e6, 2),
            "ours": round(ours[1] / 1e6, 2),
            "ratio": round(ours[1] / raw[1], 2),
            "budget": 2.0,
            "unit": "MB",
        },
    ]


def _fastest(work: Callable[[], int]) -> tuple[float, int]:
    best, size = float("inf"), 0
    for _ in range(ROUNDS):
        gc.collect()
        start = time.process_time()
        size = work()
        best = min(best, time.process_time() - start)
    return best, size


def _ours(forms: list[RegistrationEntry]) -> int:
    out = BytesIO()
    registration_form.write_registration_forms(forms, out, house=HOUSE)
    return len(out.getvalue())


class _Recorder(Ink):
    """Notes what a form puts on its page, so that the bare canvas draws the same without any layout."""

    def __init__(self) -> None:
        super().__init__(None, 297.0, {})
        self.texts: list[tuple[float, float, str, float]] = []
        self.paths: list[list[tuple[float, float]]] = []

    def text(
        self, x: float, y: float, text: str, size: float, *, bold: bool = False, align: Align = Align.LEFT
    ) -> None:
        left = (
            x - text_width(text, size, bold=bold) * {Align.LEFT: 0, Align.CENTRE: 0.5, Align.RIGHT: 1}[align]
        )
        self.texts.append((left * MM, (297.0 - y) * MM, text, size))

    def spread(self, x: float, y: float, step: float, text: str, size: float) -> None:
        for number, character in enumerate(text):
            self.text(x + (number + 0.5) * step, y, character, size, align=Align.CENTRE)

    def path(self, points: Any, weight: float) -> None:
        self.paths.append([(x * MM, (297.0 - y) * MM) for x, y in points])


Marks = tuple[str, list[tuple[float, float, str, float]], list[list[tuple[float, float]]]]
_LAYOUT: list[Layout] = []


def _recorded(entry: RegistrationEntry) -> Marks:
    if not _LAYOUT:
        _LAYOUT.append(lay_out(Pdf(BytesIO(), Sheet(), title="", author=""), Sheet(), HOUSE))
    recorder = _Recorder()
    registration_form.fill(_LAYOUT[0].slots, [recorder], entry, Sheet().language)
    return entry.serial, recorder.texts, recorder.paths


def _bare(marks: list[Marks]) -> int:
    """The tuned limit: static part as Form XObject, fixed QR mask, no ASCII85, every position known beforehand."""
    import segno
    from reportlab.pdfbase import pdfmetrics, ttfonts

    pdfmetrics.registerFont(face(Weight.REGULAR))
    out = BytesIO()
    pdf = Pdf(out, Sheet(), title="", author="")
    layout = lay_out(pdf, Sheet(), HOUSE)
    canvas, name = pdf._canvas, face(Weight.REGULAR).fontName
    assert isinstance(face(Weight.REGULAR), ttfonts.TTFont), FONTS
    for serial, texts, paths in marks:
        canvas.doForm(layout.parts[0])
        _bare_codes(
            canvas, segno.make(serial, error="m", mask=QR_MASK, micro=False, boost_error=False), serial
        )
        for x, y, text, size in texts:
            canvas.setFont(name, size)
            canvas.drawString(x, y, text)
        canvas.setLineWidth(1.4)
        for steps in paths:
            path = canvas.beginPath()
            path.moveTo(*steps[0])
            for step in steps[1:]:
                path.lineTo(*step)
            canvas.drawPath(path)
        canvas.showPage()
    canvas.save()
    return len(out.getvalue())


def _bare_codes(canvas: Any, code: Any, serial: str) -> None:
    canvas.saveState()
    canvas.translate(500, 760)
    path = canvas.beginPath()
    for number, row in enumerate(code.matrix):
        start = None
        for column, dark in enumerate((*row, 0)):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                path.rect(start, -number, column - start, 1)
                start = None
    at = 0
    for symbol in code128_codes(serial):
        for place, width in enumerate(code128_widths(symbol)):
            if place % 2 == 0:
                path.rect(at - 200, -20, width, 34)
            at += width
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.restoreState()


if __name__ == "__main__":
    for row in run():
        print(row)
