"""The page of a plan that is being written: made anew by a worker after each deed."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ita_desktop.documents.margins import with_margins
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.plan_part import project_pages, text_pages
from ita_desktop.documents.source import PlanSource
from ita_desktop.domain.plan import Plan
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording, work
from ita_desktop.ui.plan.preview.whole import WholePages, project_key, whole_pages
from ita_desktop.ui.preview.drawn_pages import DrawnPages, Wanted
from ita_desktop.ui.preview.making import Made
from ita_desktop.ui.preview.page_view import PageView
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.workflows.export_document import Frozen

WHOLE: Final = "plan"
"""The paper that all pages together are."""
_NOTHING: Final = "เลือกโครงการหรือส่วนของแผน เพื่อดูหน้าที่จะพิมพ์"
_TITLE: Final = "ตัวอย่างที่จะพิมพ์"
_LATEST: Final = "ตามการจัดหน้าทั้งแผนครั้งล่าสุด"
_OPEN: Final = "คลิกหรือกด Enter เพื่อดูทั้งแผนที่หน้านี้"


class PagePreview(Card):
    """Shows the pages of one project, or of one fixed text."""

    whole_wanted = Signal()
    """The whole plan is to be seen, at what is shown here."""
    page_found = Signal(int)
    """The page (from 0) of the whole plan at which ``whole_wanted`` asked to see it."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session, self._settings = session, settings
        self._project: int | None = None
        self._part = ""
        self._plan = 0
        self._whole: WholePages | None = None
        self._reading: work.Job | None = None
        self._goes = False
        self.place = label(_TITLE, "cardTitle")
        self.zoom = label("", "quiet")
        self._pages = DrawnPages(self._ask, nothing=_NOTHING, opens=_OPEN)
        self.open = QPushButton("ดูทั้งแผน")
        self.open.setObjectName("link")
        self.open.setAutoDefault(False)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.place)
        head.addStretch()
        head.addWidget(self.zoom)
        head.addWidget(self.open)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addWidget(self._pages, 1)
        self.body.addLayout(rows)
        self.setMinimumWidth(210)
        if (outer := self.layout()) is not None:
            outer.setContentsMargins(10, 10, 10, 10)  # the page is to be as wide as can be
        self._connect()

    def _connect(self) -> None:
        session = self._session
        self.open.clicked.connect(lambda _on=False: self._open())
        self._pages.opened.connect(self._open)
        self._pages.shown.connect(self._say_place)
        self.view.zoom_changed.connect(self._say_place)
        self.view.page_changed.connect(self._say_place)
        session.plan_changed.connect(self._wait)
        session.office_changed.connect(self.refresh)
        session.year_changed.connect(self.refresh)

    @property
    def view(self) -> PageView:
        """The pages themselves."""
        return self._pages.view

    @property
    def state(self) -> QLabel:
        """What is said where there are no pages."""
        return self._pages.state

    @property
    def made(self) -> Made | None:
        """The pages that are shown."""
        return self._pages.made

    @property
    def making(self) -> bool:
        """Whether pages are being made now, or in a moment."""
        return self._pages.making

    def show_project(self, number: int) -> None:
        """Show the pages of a project of the session's plan, by its row."""
        self._turn(number, "")

    def show_part(self, name: str) -> None:
        """Show the page of a fixed text, by the name that ``documents.plan_texts`` gives it."""
        self._turn(None, name)

    def show_nothing(self) -> None:
        """Show that nothing is chosen."""
        self._turn(None, "")

    def learn(self, made: Made) -> None:
        """Take the whole plan as it was just made: read beside the work where everything stands."""
        plan = self._session.plan
        if made.frozen.document.id != WHOLE or plan is None:
            return
        if self._reading is not None:
            self._reading.cancel()
        reading = partial(whole_pages, made.file)
        take = partial(self._take_whole, plan.id)
        self._reading = work.run(reading, take, self._fail, lambda _share: None)
        self._reading.ends_with(self)

    def refresh(self, *_what: object) -> None:
        """Make the pages anew where they would be others; at once, or when they are next seen."""
        self._pages.stay()
        if not self._session.is_open:
            return
        self._follow_plan()
        self._pages.refresh()
        self._say_place()

    def _wait(self) -> None:
        if self._session.is_open:
            self._follow_plan()
            self._pages.wait()

    def _follow_plan(self) -> None:
        """Forget where everything stands in the whole of another plan."""
        plan = self._session.plan
        if plan is None or plan.id != self._plan:
            self._whole, self._goes = None, False
            self._plan = 0 if plan is None else plan.id

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _turn(self, project: int | None, part: str) -> None:
        if (project, part) == (self._project, self._part):
            return
        self._project, self._part = project, part
        self.view.verticalScrollBar().setValue(0)
        self.refresh()

    def _ask(self) -> Wanted | None:
        """Return what is to be seen, as the data are now; None for nothing."""
        plan = self._session.plan if self._session.is_open else None
        self._say_place()
        document = None if plan is None else self._document(plan)
        if document is None:
            return None
        document = with_margins(document, self._settings.margins())
        return Frozen(document, self._session.office.own_words), self._settings.paper_font()

    def _document(self, plan: Plan) -> Document | None:
        source = PlanSource(
            office=self._session.office,
            plan=plan,
            fiscal_year=self._session.plan_choice.year,
            digits=Digits.THAI if self._settings.thai_digits() else Digits.ARABIC,
        )
        page = self._page_in_whole(plan)
        number = None if page is None or self._whole is None else self._whole.numbers.get(page)
        try:
            if self._project is not None:
                return project_pages(source, self._project, number)
            return text_pages(source, self._part, number) if self._part else None
        except LookupError:  # it went away while it was shown
            return None

    def _page_in_whole(self, plan: Plan) -> int | None:
        """Return the page of the whole plan that what is shown begins on; None: not known."""
        if self._whole is None:
            return None
        key = self._part
        if self._project is not None:
            number = next((p.number for p in plan.placed() if p.project.id == self._project), 0)
            key = project_key(number)
        return self._whole.pages.get(key)

    def _fail(self, error: Exception) -> None:
        self._reading = None
        if not isinstance(error, ClerkError | MachineError):
            raise error
        self.state.setText(wording.shown(str(error)))
        self.state.show()

    def _take_whole(self, plan: int, whole: WholePages) -> None:
        self._reading = None
        if plan != self._plan:
            return
        self._whole = whole
        present = self._session.plan
        page = None if present is None else self._page_in_whole(present)
        if self._goes and page is not None:
            self.page_found.emit(page)
        self._goes = False
        self.refresh()

    def _open(self) -> None:
        """Ask for the whole plan; where its pages are known it opens at this one."""
        self._goes = self._project is not None or bool(self._part)
        self.whole_wanted.emit()

    def _say_place(self, *_what: object) -> None:
        """Say which page of the whole plan is seen, else how many pages there are."""
        made, plan = self.made, self._session.plan if self._session.is_open else None
        count = 0 if made is None else len(made.file.sizes)
        self.zoom.setText(wording.shown(f"{round(self.view.scale * 100)}%") if count else "")
        page = None if plan is None else self._page_in_whole(plan)
        if count and page is not None and self._whole is not None:
            words = f"หน้า {page + self.view.page + 1} จาก {self._whole.count}"
        elif count:
            words = f"ตัวอย่าง {count} หน้า"
        else:
            words = _TITLE
        self.place.setText(wording.shown(words))
        self.place.setToolTip(_LATEST if words.startswith("หน้า") else "")
