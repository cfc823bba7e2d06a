"""The editor of one template: its places a key away, its length and an example while it is typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from app.care.festivals import FestivalRecord
from app.care.templates import WAYS, TemplateDraft, TemplateRecord
from app.care.texts import PLACES, fill, mended_text, sms_parts, sms_units
from app.errors import UserError
from app.states import ContactWay, Occasion
from ui.errors import sentence
from ui.i18n import Language
from ui.labels import label
from ui.theme import GAP, SMALL, font
from ui.widgets.choice import CheckField, Choice, ChoiceField
from ui.widgets.form import Form
from ui.widgets.line import NumberField, TextField
from ui.widgets.note import NoteField
from ui.widgets.surface import quiet

EXAMPLE: Final = {
    "称呼": "张女士",
    "姓名": "张晓梅",
    "单位": "成都某某商贸有限公司",
    "车型": "速腾 1.4T",
    "车牌": "川A12345",
    "节日": "中秋节",
    "到期日": "12月3日",
    "门店": "成都高新店",
    "门店电话": "028-85001234",
    "业务代表": "王芳",
}


class TemplateEditor(QWidget):
    """Enter goes on, F9 saves; a place is put in where the cursor stands."""

    edited = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.form = Form(self)
        self.form.add(
            TextField("name", self.tr("Name of the template"), required=True, limit=60),
            ChoiceField("way", self.tr("Way"), [Choice(value=way, text=label(way)) for way in WAYS]),
            ChoiceField(
                "occasion",
                self.tr("Occasion"),
                [Choice(value=one, text=label(one)) for one in Occasion],
                as_row=False,
                empty=None,
            ),
            ChoiceField[str](
                "festival_code", self.tr("Only for"), [], as_row=False, empty=self.tr("any festival")
            ),
            TextField("subject", self.tr("Subject"), limit=200),
            NoteField("body", self.tr("Text"), lines=4, most_lines=7, required=True, limit=5_000),
            NumberField("answer_days", self.tr("Answer due after (days)")),
            CheckField("active", self.tr("In use")),
        )
        self.length = quiet("")
        self.flaw = QLabel()
        self.flaw.setForegroundRole(QPalette.ColorRole.BrightText)
        self.flaw.setFont(font(SMALL))
        self.flaw.setWordWrap(True)
        self.example = quiet("", size=13)
        self._build()
        self.form.edited.connect(self._on_edited)

    def show_festivals(self, festivals: Sequence[FestivalRecord]) -> None:
        """The festivals a template can be for."""
        is_english = self._language is Language.ENGLISH
        field = self.form["festival_code"]
        assert isinstance(field, ChoiceField)
        field.set_choices(
            [Choice(value=one.code, text=one.name_en if is_english else one.name_zh) for one in festivals]
        )

    def show_template(self, known: TemplateRecord | None) -> None:
        """A saved template, or an empty one to be written."""
        if known is None:
            self.form.fill({"way": ContactWay.SMS, "occasion": Occasion.FESTIVAL, "active": True})
        else:
            self.form.fill(
                {
                    "name": known.name,
                    "way": known.way,
                    "occasion": known.occasion,
                    "festival_code": known.festival_code,
                    "subject": known.subject or None,
                    "body": known.body,
                    "answer_days": known.answer_days,
                    "active": known.active,
                }
            )
        self._show_parts()

    def draft(self) -> TemplateDraft:
        """What stands in the fields; call after `form.check`."""
        values = self.form.values()
        return TemplateDraft(
            name=values["name"],
            way=values["way"],
            occasion=values["occasion"],
            body=values["body"],
            subject=values["subject"] or "",
            festival_code=values["festival_code"],
            answer_days=values["answer_days"],
            active=bool(values["active"]),
        )

    def _on_edited(self, _name: str) -> None:
        self._show_parts()
        self.edited.emit()

    def _show_parts(self) -> None:
        way, occasion = self.form["way"].value(), self.form["occasion"].value()
        self.form["subject"].setVisible(way in (ContactWay.EMAIL, ContactWay.LETTER))
        self.form["festival_code"].setVisible(occasion is Occasion.FESTIVAL)
        body = self._body()
        try:
            filled, flaw = fill(body, EXAMPLE), ""
        except UserError as error:
            filled, flaw = "", sentence(error)
        self.flaw.setText(flaw)
        self.flaw.setVisible(bool(flaw))
        self.example.setText(self.tr("Example: {text}").format(text=filled) if filled else "")
        is_sms = way is ContactWay.SMS and bool(filled)
        count = self.tr("{count} characters · %n short message(s)", "", sms_parts(filled))
        self.length.setText(count.format(count=sms_units(filled)) if is_sms else "")

    def _body(self) -> str:
        field = self.form["body"]
        assert isinstance(field, NoteField)
        return mended_text(field.edit.toPlainText())

    def put_in(self, place: str) -> None:
        """Put a place where the cursor stands."""
        field = self.form["body"]
        assert isinstance(field, NoteField)
        field.edit.insertPlainText(f"{{{place}}}")
        field.edit.setFocus()

    def _build(self) -> None:
        form = self.form
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        top = QGridLayout()
        top.setHorizontalSpacing(GAP)
        top.addWidget(form["name"], 0, 0)
        top.addWidget(form["way"], 0, 1)
        top.addWidget(form["occasion"], 1, 0)
        top.addWidget(form["festival_code"], 1, 1)
        top.setColumnStretch(0, 1)
        top.setColumnStretch(1, 1)
        column.addLayout(top)
        column.addWidget(form["subject"])
        column.addWidget(form["body"])
        places = QHBoxLayout()
        places.setSpacing(2)
        places.addWidget(quiet(self.tr("Put in:")))
        for place in PLACES:
            key = QToolButton()
            key.setText(place)
            key.setAutoRaise(True)
            key.setToolTip(self.tr("Put {place} in").format(place=f"{{{place}}}"))
            key.clicked.connect(lambda _=False, place=place: self.put_in(place))
            places.addWidget(key)
        places.addStretch()
        column.addLayout(places)
        for part in (self.length, self.flaw, self.example):
            column.addWidget(part)
        foot = QHBoxLayout()
        foot.setSpacing(2 * GAP)
        form["answer_days"].setFixedWidth(200)
        foot.addWidget(form["answer_days"])
        foot.addWidget(form["active"])
        foot.addStretch()
        column.addLayout(foot)
