"""What is typed on the registration page: fields, their order, and the walk-in they add up to."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.customers.addresses import parse_address
from app.customers.fields import Part
from app.errors import UserError
from app.registration.naming import NameRead
from app.registration.walkin import WalkIn
from app.states import ConsentPurpose, CustomerKind, Gender, OriginKind
from ui.registration import fields
from ui.theme import GAP
from ui.widgets.choice import CheckField, Choice, ChoiceField
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.line import TextField

PURPOSES = (
    (ConsentPurpose.SERVICE, "F4"),
    (ConsentPurpose.MARKETING, "F5"),
    (ConsentPurpose.SHARING, "F6"),
)
PERSON_ONLY = ("name", "gender", "birth", "occupation")
COMPANY_ONLY = ("company", "contact", "uscc", "legal_representative")
Draft = dict[str, str | object]


class Sheet(QWidget):
    """`edited` names the field; `finished` is Enter on the last one."""

    edited = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = CustomerKind.PERSON
        self.main = Form(self)
        self.more = Form(self)
        self._consent_defaults: frozenset[ConsentPurpose] = frozenset({ConsentPurpose.SERVICE})
        self._gender_is_proposed = True
        self._make_fields()
        self._lay_out()
        for form in (self.main, self.more):
            form.edited.connect(self._on_edited)
        self.main.finished.connect(self._on_main_finished)
        self.more.finished.connect(self.finished)
        self.show_kind(CustomerKind.PERSON)
        self.open_more(False)
        self.empty()

    def __getitem__(self, name: str) -> Field[Any]:
        return self.main.fields.get(name) or self.more[name]

    # Making ---------------------------------------------------------------------------------------

    def _make_fields(self) -> None:
        self.phone = fields.phone_field()
        self.product = fields.known_line(Part.NEED, "product")
        self.product.set_label(self.tr("What they would like"))
        self.intent = fields.listed_field("intent_level", Part.NEED)
        self.note = TextField("note", self.tr("Note"), limit=500)
        self.name = fields.name_field()
        self.main.add(
            self.phone,
            self.name,
            fields.company_field(),
            fields.contact_field(),
            self.product,
            self.intent,
            self.note,
        )
        self.kind_field = ChoiceField(
            "kind",
            self.tr("Kind"),
            [
                Choice(value=CustomerKind.PERSON, text=self.tr("Person")),
                Choice(value=CustomerKind.COMPANY, text=self.tr("Company")),
            ],
        )
        self.kind_field.caption.hide()
        self.kind_field.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        self.kind_field.edited.connect(lambda: self.show_kind(self.kind_field.value() or CustomerKind.PERSON))
        self.gender = fields.gender_field()
        self.gender.edited.connect(self._on_gender_chosen)
        self.consents = {
            purpose: CheckField(purpose.value, self._purpose_text(purpose), key=key)
            for purpose, key in PURPOSES
        }
        translate = QCoreApplication.translate
        serial = TextField("form_serial", self.tr("Copied from paper form no."), limit=20)
        self.more.add(
            fields.address_field(),
            fields.known_line(Part.CUSTOMER, "wechat"),
            fields.known_line(Part.CUSTOMER, "birth"),
            fields.known_line(Part.CUSTOMER, "occupation"),
            fields.known_line(Part.CUSTOMER, "uscc"),
            fields.known_line(Part.CUSTOMER, "legal_representative"),
            fields.budget_field(),
            fields.known_line(Part.NEED, "expected_on"),
            fields.known_line(Part.VEHICLE, "plate"),
            fields.listed_field("source_code", Part.CUSTOMER),
            fields.listed_field("channel_code", Part.CUSTOMER),
            fields.listed_field("class_code", Part.CUSTOMER),
            fields.known_line(Part.CUSTOMER, "campaign"),
            serial,
        )
        self.more["birth"].set_hint(translate("registration", "1990-8-15, 8-15, 农历八月十五"))

    def _purpose_text(self, purpose: ConsentPurpose) -> str:
        return {
            ConsentPurpose.SERVICE: self.tr("Service"),
            ConsentPurpose.MARKETING: self.tr("Marketing"),
            ConsentPurpose.SHARING: self.tr("Sharing"),
        }[purpose]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP // 2)
        column.addWidget(self.phone)
        names = QHBoxLayout()
        names.setSpacing(2 * GAP)
        for name in ("name", "company", "contact"):
            names.addWidget(self.main[name], 1)
        names.addWidget(self.gender)
        column.addLayout(names)
        for field in (self.product, self.intent, self.note):
            column.addWidget(field)
        consents = QHBoxLayout()
        consents.setSpacing(2 * GAP)
        for box in self.consents.values():
            consents.addWidget(box)
        consents.addStretch(1)
        column.addLayout(consents)
        self.more_area = QWidget()
        grid = QGridLayout(self.more_area)
        grid.setContentsMargins(0, GAP, 0, 0)
        grid.setHorizontalSpacing(2 * GAP)
        grid.setVerticalSpacing(GAP // 2)
        for number in range(3):
            grid.setColumnStretch(number, 1)
        places = {
            "address": (0, 0, 3), "wechat": (1, 0, 1), "birth": (1, 1, 1), "occupation": (1, 2, 1),
            "uscc": (1, 1, 1), "legal_representative": (1, 2, 1), "budget": (2, 0, 1),
            "expected_on": (2, 1, 1), "plate": (2, 2, 1), "source_code": (3, 0, 1),
            "channel_code": (3, 1, 1), "class_code": (3, 2, 1), "campaign": (4, 0, 1),
            "form_serial": (4, 1, 2),
        }  # fmt: skip
        for name, (row, at, span) in places.items():
            grid.addWidget(self.more[name], row, at, 1, span)
        column.addWidget(self.more_area)

    # What the page uses ---------------------------------------------------------------------------

    def show_kind(self, kind: CustomerKind) -> None:
        """A person, or a company with the one who came for it."""
        self.kind = kind
        self.kind_field.set_value(kind)
        is_person = kind is CustomerKind.PERSON
        self.gender.setVisible(is_person)
        for name in PERSON_ONLY:
            if name != "gender":
                self[name].setVisible(is_person)
        for name in COMPANY_ONLY:
            self[name].setVisible(not is_person)

    def toggle_kind(self) -> None:
        """F7: what stood in the name goes along."""
        is_person = self.kind is CustomerKind.PERSON
        self.show_kind(CustomerKind.COMPANY if is_person else CustomerKind.PERSON)
        self.edited.emit("kind")

    def open_more(self, shown: bool) -> None:
        """Show or hide the fields that are seldom needed."""
        self.more_area.setVisible(shown)
        if shown:
            self.more["address"].go()

    @property
    def is_more_open(self) -> bool:
        return self.more_area.isVisibleTo(self)

    def set_consent_defaults(self, purposes: frozenset[ConsentPurpose]) -> None:
        """What is ticked on an empty page."""
        self._consent_defaults = purposes
        for purpose, box in self.consents.items():
            box.refresh(purpose in purposes)

    def empty(self) -> None:
        """An empty page with its defaults."""
        self.main.fill({})
        self.more.fill({listed.name: listed.default for listed in fields.LISTED if listed.default})
        self.gender.set_value(None)
        self._gender_is_proposed = True
        for purpose, box in self.consents.items():
            box.set_value(purpose in self._consent_defaults)
        self.show_kind(CustomerKind.PERSON)

    @property
    def is_edited(self) -> bool:
        """Whether somebody has begun to type."""
        return self.main.is_edited or self.more.is_edited

    def check(self) -> bool:
        """Check every field that counts; the first wrong one gets the focus."""
        is_main_good = self.main.check()
        counting = [field for name, field in self.more.fields.items() if self._counts(name)]
        wrong = [field for field in counting if not field.check()]
        if is_main_good and wrong:
            if not self.is_more_open:
                self.more_area.show()
            wrong[0].go()
        return is_main_good and not wrong

    def show_error(self, error: UserError) -> bool:
        """Put a refusal at its field, wherever it stands."""
        if self.main.show_error(error):
            return True
        name = str(error.facts.get("field") or ("form_serial" if error.code.startswith("form-") else ""))
        if name in self.more.fields:
            self.more_area.show()
        return self.more.show_error(UserError(error.code, **{**error.facts, "field": name}))

    def walk_in(self) -> WalkIn:
        """What has been typed, leaving out what cannot be read yet."""
        is_person = self.kind is CustomerKind.PERSON
        card: dict[str, object] = {
            name: self._read(name) for name in fields.CARD_FIELDS if self._counts(name) and self._read(name)
        }
        address = parse_address(str(self._read("address") or ""))
        if address.region_code:
            card["region_code"] = address.region_code
        if address.rest:
            card["address"] = address.rest
        note = str(self._read("note") or "")
        if note:
            card["note"] = note
        if is_person and self.gender.value() is not None:
            card["gender"] = self.gender.value()
        serial = str(self._read("form_serial") or "")
        contact = None if is_person else self._read("contact")
        return WalkIn(
            phone=str(self._read("phone") or ""),
            name=str(self._read("name" if is_person else "company") or ""),
            kind=self.kind,
            card=card,
            need=self._need(),
            vehicle={"plate": self._read("plate")} if self._read("plate") else {},
            person={"name": contact} if contact else {},
            matter=note,
            consents=frozenset(purpose for purpose, box in self.consents.items() if box.value()),
            form_serial=serial,
            origin=OriginKind.FORM if serial else OriginKind.COUNTER,
        )

    def draft(self) -> Draft:
        """Everything as it stands, to be put back by `restore`."""
        kept: Draft = {name: self._text(field) for name, field in self._all().items()}
        kept |= {f"consent-{purpose}": box.value() for purpose, box in self.consents.items()}
        return kept | {"kind": self.kind, "gender": self.gender.value()}

    def restore(self, draft: Draft) -> None:
        """Put back what stood here, as if typed again."""
        self.show_kind(CustomerKind(str(draft["kind"])))
        for name, field in self._all().items():
            text = draft[name]
            if isinstance(field, ChoiceField):
                if text:
                    field.pick(text)
            elif text and hasattr(field, "type_text"):
                field.type_text(str(text))
        for purpose, box in self.consents.items():
            box.set_value(bool(draft[f"consent-{purpose}"]))
        if isinstance(draft["gender"], Gender):
            self.gender.pick(draft["gender"])

    # Inside ---------------------------------------------------------------------------------------

    def _all(self) -> dict[str, Field[Any]]:
        return {**self.main.fields, **self.more.fields}

    def _text(self, field: Field[Any]) -> object:
        return field.value() if isinstance(field, ChoiceField) else field.edit.text()  # type: ignore[attr-defined]

    def _counts(self, name: str) -> bool:
        is_person = self.kind is CustomerKind.PERSON
        return name not in (COMPANY_ONLY if is_person else PERSON_ONLY)

    def _read(self, name: str) -> object:
        try:
            return self[name].value()
        except UserError:
            return None

    def _need(self) -> dict[str, object]:
        need = {name: self._read(name) for name in fields.NEED_FIELDS if self._read(name)}
        budget = self._read("budget")
        if isinstance(budget, tuple):
            need |= {"budget_min": budget[0], "budget_max": budget[1]}
        return need

    def _on_edited(self, name: str) -> None:
        if name == "name":
            self._propose_gender()
        elif name == "address":
            text = str(self._read("address") or "")
            self.more["address"].set_hint(fields.region_hint(text) if text else "")
        self.edited.emit(name)

    def _propose_gender(self) -> None:
        if not self._gender_is_proposed:
            return
        told: NameRead | None = fields.said_of_name(self.name.edit.text())
        is_known = told is not None and told.gender is not Gender.UNKNOWN
        self.gender.set_value(told.gender if told is not None and is_known else None)

    def _on_gender_chosen(self) -> None:
        self._gender_is_proposed = False

    def _on_main_finished(self) -> None:
        if self.is_more_open:
            self.more["address"].go()
        else:
            self.finished.emit()
