"""The tour: the main job on the real screens without anybody at them, leaving screenshots and PDFs in a folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from app.errors import UserError
from app.paths import DataFolder
from app.work import Work
from ui.tour_complaint import move_on, ticket_papers

STEP_SECONDS: Final = 90
SETTLE_MS: Final = 250
WIDTH, HEIGHT = 1366, 768
PASSWORD: Final = "tour-lantern-42"  # of a branch that lives in a temporary folder as long as the tour
LIST: Final = (
    "姓名,手机,单位,意向级别,备注\n"
    "赵敏,13811112222,,A,看过样车\n"
    "周芷若,1391111,,B,电话少了几位\n"
    "钱明,13722223333,成都峨眉商贸有限公司,H,\n"
)


class Drawer:
    """Stands in for the system's keyring, so that the tour leaves nothing in the real one."""

    def __init__(self) -> None:
        self._kept: dict[str, str] = {}

    def get(self, name: str) -> str | None:
        return self._kept.get(name)

    def put(self, name: str, secret: str) -> None:
        self._kept[name] = secret

    def drop(self, name: str) -> None:
        self._kept.pop(name, None)


class TourStuckError(RuntimeError):
    """A screen did not come to rest in time: the program is broken, not the visitor."""


def make_tour(out: Path) -> list[Path]:
    """Walk through founding, registering, finding, the card, paper and a list; returns the files made.

    Raises UserError `folder-missing` when the folder cannot be made.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise UserError("folder-missing", path=out) from None
    with tempfile.TemporaryDirectory(prefix="branchdesk-tour-") as folder:
        return _Guide(out, Path(folder)).walk()


class _Guide:
    """Leads through the screens; `made` is what is left behind."""

    def __init__(self, out: Path, folder: Path) -> None:
        from ui.application import Desktop
        from ui.start.desktop import Starter

        self.out = out
        self.made: list[Path] = []
        self.folder = folder
        self.desktop = Desktop(folder)
        self.starter = Starter(self.desktop, DataFolder(folder), None, keyring=Drawer())

    def walk(self) -> list[Path]:
        try:
            self._found_branch()
            customer_id = self._register()
            self._meet_again()
            self._find()
            self._show_card(customer_id)
            self._print(customer_id)
            self._bring_list_in()
            self._look_around()
            self._work_through_today()
            self._plan_ahead()
            self._take_complaint(customer_id)
        finally:
            self.starter.close()
        return self.made

    # The stations ---------------------------------------------------------------------------------

    def _found_branch(self) -> None:
        self.starter.begin()
        self.starter.window.show()
        panel: Any = self.starter.window.panel
        for name, text in (
            ("name", "成都高新店"),
            ("owner", "王芳"),
            ("password", PASSWORD),
            ("again", PASSWORD),
        ):
            panel.form[name].type_text(text)
        panel.sample.set_value(True)
        self._picture("01-first-start", self.starter.window)
        panel.submit()
        self._until(lambda: hasattr(self.starter.window.panel, "confirm"), "the recovery key")
        recovery: Any = self.starter.window.panel
        recovery.confirm.setChecked(True)
        self._until(recovery.go_on.isEnabled, "the sample branch")
        self._picture("02-recovery-key", self.starter.window)
        recovery.go_on.click()
        self._until(lambda: self.desktop.window is not None, "the window")
        self._window.resize(WIDTH, HEIGHT)

    def _register(self) -> Any:
        self._window.open_page("registration")
        self._rest()
        page: Any = self._page
        for name, text in (("phone", "13800138000"), ("name", "欧阳静怡"), ("product", "途岳 1.4T")):
            page.sheet[name].type_text(text)
        page.sheet["intent_level"].pick("A")
        self._picture("03-register")
        page.save()
        self._until(lambda: not page.sheet.is_edited, "the registration")
        self._picture("04-registered")
        return self._ask(_newest_customer)

    def _meet_again(self) -> None:
        page: Any = self._page
        page.sheet["phone"].type_text("13800138000")
        self._picture("05-known-phone")
        page.start_anew()

    def _find(self) -> None:
        self._window.open_page("customers")
        self._picture("06-customers")
        self._window.activateWindow()
        box = self._window.search
        box.go()
        box.setText("oyjy")
        self._until(box.hits.isVisible, "the hits")
        self._picture("07-find", over=box.hits)
        box.clear()

    def _show_card(self, customer_id: Any) -> None:
        self._window.open_page("customers", customer_id)
        self._picture("08-card")
        self.desktop.choose_look(_look("dark"))
        self._picture("09-card-dark")
        self.desktop.choose_look(_look("light"))

    def _print(self, customer_id: Any) -> None:
        for name, content in self._ask(lambda work: _papers(work, customer_id)).items():
            path = self.out / name
            path.write_bytes(content)
            self.made.append(path)

    def _bring_list_in(self) -> None:
        source = self.folder / "名单.csv"
        source.write_text(LIST, encoding="utf-8-sig")
        self._window.open_page("exchange")
        page: Any = self._page
        page.open_file(source)
        self._picture("10-import")

    def _look_around(self) -> None:
        self._window.open_page("settings")
        self._picture("11-settings")

    def _work_through_today(self) -> None:
        """The list of what waits, a result typed, and one picked by its letter."""
        self._window.open_page("today")
        self._until(lambda: bool(self._page.sheet.lines), "what is due today")
        self._picture("12-today")
        page: Any = self._page
        first = next(line for line in page.sheet.lines if line.item is not None)  # after the tickets
        page.list.go_to(first.key)
        self._until(lambda: bool(page.panel.grid.buttons), "the result")
        page.list.setFocus()
        page.line.edit.setText(f"{first.number} 通 满意 看车很满意")
        self._picture("13-typed-result")
        page.line.carry_out()
        self._until(lambda: page.sheet.with_key(first.key).is_done, "the result typed")
        page.line.left.emit()
        page.list.go_to(page.sheet.after(first.key).key)
        self._rest()
        page.panel.press("m")
        self._picture("14-picked-result")
        self.desktop.choose_look(_look("dark"))
        self._picture("15-today-dark")
        self.desktop.choose_look(_look("light"))

    def _plan_ahead(self) -> None:
        """The calendar, visits and care."""
        for name, title in (("followups", "16-calendar"), ("care", "17-care")):
            self._window.open_page(name)
            self._picture(title)
        self._window.open_page("followups", "visits")
        self._picture("18-visits")

    def _take_complaint(self, customer_id: Any) -> None:
        """A complaint taken by keyboard, then its way, its clocks and its papers."""
        self._window.open_page("complaints", ("new", customer_id))
        view: Any = self._page.tab
        self._until(lambda: view.fields.who.value() == customer_id, "the customer of the complaint")
        view.form["matter"].edit.insertPlainText("空调不制冷，上周刚修过，要求彻底解决")
        view.form["severity_code"].pick("urgent")
        self._picture("19-take-complaint")
        view.save()
        self._until(lambda: not view.has_unsaved(), "the complaint")
        ticket_id = self._ask(move_on)
        self._window.open_page("complaints", ticket_id)
        self._picture("20-complaint")
        self.desktop.choose_look(_look("dark"))
        self._picture("21-complaint-dark")
        self.desktop.choose_look(_look("light"))
        for name, content in self._ask(lambda work: ticket_papers(work, ticket_id)).items():
            path = self.out / name
            path.write_bytes(content)
            self.made.append(path)

    # What a guide needs ---------------------------------------------------------------------------

    @property
    def _window(self) -> Any:
        return self.desktop.window

    @property
    def _page(self) -> Any:
        return self._window.current_page

    def _ask(self, question: Callable[[Work], Any]) -> Any:
        tasks = self.desktop.tasks
        if tasks is None:
            raise TourStuckError("the window is gone")
        answers: list[Any] = []
        tasks.change(self._window, question, answers.append)
        self._until(lambda: bool(answers), "an answer of the database")
        return answers[0]

    def _picture(self, name: str, of: QWidget | None = None, *, over: QWidget | None = None) -> None:
        """Wait until nothing is under way and the screen has come to rest, then keep it.

        `over` is a list that hangs over the window in a window of its own.
        """
        self._rest()
        path = self.out / f"{name}.png"
        widget: QWidget = of or self._window
        picture = widget.grab()
        if over is not None:
            painter = QPainter(picture)
            painter.drawPixmap(over.pos() - widget.pos(), over.grab())
            painter.end()
        if not picture.save(str(path)):
            raise UserError("folder-missing", path=self.out)
        self.made.append(path)
        for message in self.desktop.messages.history:
            self.desktop.messages.withdraw(message.number)

    def _rest(self) -> None:
        self._wait(SETTLE_MS)
        self._until(lambda: self.desktop.tasks is None or not self.desktop.tasks.is_busy, "the screen")
        self._wait(SETTLE_MS)

    def _wait(self, milliseconds: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _until(self, is_so: Callable[[], bool], what: str) -> None:
        loop = QEventLoop()
        looks = QTimer(loop)
        left = STEP_SECONDS * 1000 // 20

        def look() -> None:
            nonlocal left
            left -= 1
            if left < 0 or is_so():
                loop.quit()

        looks.timeout.connect(look)
        looks.start(20)
        if not is_so():
            loop.exec()
        looks.stop()
        QApplication.sendPostedEvents()
        if left < 0:
            raise TourStuckError(f"waited {STEP_SECONDS} s for {what}")


def _look(name: str) -> Any:
    from ui.theme import Look

    return Look(name)


def _newest_customer(work: Work) -> Any:
    from app.customers.listing import Sort, list_ids

    return list_ids(work, sort=Sort.CREATED)[0]


def _papers(work: Work, customer_id: Any) -> dict[str, bytes]:
    """The registration form, a booklet and the dossier, as they come out of the printer."""
    from app.customers.dossier import dossier
    from app.documents.booklet import blank_booklet
    from app.documents.dossier import customer_dossier
    from app.documents.records import Language, Sheet
    from app.documents.registration_form import registration_form
    from app.registration.forms import form_for, issue_batch
    from app.registration.paper import blank_batch, letterhead, registration_entry

    serial = form_for(work, customer_id)
    batch = issue_batch(work, sheets=5, issued_to="李敏")
    made: dict[str, bytes] = {}
    for language in Language:
        head, sheet = letterhead(work, language.value), Sheet(language=language)
        entry = registration_entry(work, customer_id, serial, language.value)
        form = registration_form(entry, house=head.house, sheet=sheet, choices=head.choices)
        made[f"registration-{language.value}.pdf"] = form
        record = dossier(work, customer_id, language.value)
        made[f"dossier-{language.value}.pdf"] = customer_dossier(record, house=head.house, sheet=sheet)
    head = letterhead(work, "zh")
    made["booklet.pdf"] = blank_booklet(blank_batch(work, batch.id), house=head.house, choices=head.choices)
    return made
