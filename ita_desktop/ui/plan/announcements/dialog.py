"""The announcements of a fiscal year: drafted beside their page, issued, seen as they were kept."""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.db.announcements import announcements_of, announcements_of_plan
from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.announcement import paper_id
from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.plan.announcements.fields import AnnouncementFields
from ita_desktop.ui.plan.announcements.issuing import Issuing, frozen_of
from ita_desktop.ui.plan.announcements.table import AnnouncementsTable
from ita_desktop.ui.preview.live_pages import LivePages
from ita_desktop.ui.preview.making import make
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.workflows.announcements import add_draft, change_draft, remove_draft
from ita_desktop.workflows.opening import office_of

T = TypeVar("T")
_SIZE: Final = QSize(1240, 720)
_EMPTY: Final = "ปีนี้ยังไม่มีประกาศ กรุณากด “ร่างประกาศ” แล้วเลือกเรื่องที่จะประกาศ"
_ELSEWHERE: Final = (
    "ปีนี้ยังไม่มีประกาศ แผนของปีนี้ออกประกาศไว้แล้วในปี {year} กรุณาเปลี่ยนไปปี {year} เพื่อดูและพิมพ์"
    " หากจะประกาศเรื่องอื่น กรุณากด “ร่างประกาศ”"
)
_LIST_HEIGHT: Final = 118
_FIELDS_WIDTH: Final = 440


class AnnouncementsDialog(QDialog):
    """Every field is written when it is left; what was issued is only read."""

    print_wanted = Signal(str)
    """The pages of the paper with this id are to be seen; the dialog is closed."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        year = wording.figure(session.fiscal_year)
        self.setWindowTitle(f"ประกาศของปีงบประมาณ {year}")
        self.resize(fitting(parent, _SIZE))
        self._session = session
        self._settings = settings
        self._year = session.fiscal_year
        self._issuing = Issuing(session, settings, self)
        self.table = AnnouncementsTable()
        self.fields = AnnouncementFields()
        self.pages = LivePages(self)
        self._area = QScrollArea()
        self._gap = QWidget()
        """Where the fields are, while there are none."""
        self.notice = Notice()
        self._empty = label(_EMPTY, "quiet", wrap=True)
        self.begin = QPushButton(icon("plus", can_disable=True), "ร่างประกาศ")
        self.kinds = QMenu(self)
        for kind in AnnouncementKind:
            action = self.kinds.addAction(kind.words)
            action.triggered.connect(partial(self._begin, kind))
        self.begin.setMenu(self.kinds)
        self.remove = QPushButton("ลบร่าง")
        self.issue = QPushButton("ออกประกาศ")
        self.issue.setObjectName("main")
        self.print = QPushButton(icon("printer", can_disable=True), "ดูและพิมพ์")
        self._lay_out()
        self._connect()
        self.refresh()
        if session.file.read_only:
            self.notice.say(session.file.read_only, bad=True)
        (self.table if self.table.listed else self.begin).setFocus()

    @property
    def chosen(self) -> Announcement | None:
        """The announcement whose row is chosen."""
        return self.table.chosen

    def refresh(self) -> None:
        """List the announcements as they are kept now; the chosen one stays chosen."""
        session = self._session
        if not session.is_open or session.fiscal_year != self._year:
            return
        try:
            listed = announcements_of(session.file, self._year)
        except ClerkError as refusal:
            self.notice.say(wording.said(str(refusal)), bad=True)
            return
        self.table.show_announcements(listed)
        self._show_chosen()

    def begin_kind(self, kind: AnnouncementKind) -> None:
        """Choose the newest announcement of a kind; where there is none, begin one."""
        places = [row for row, one in enumerate(self.table.listed) if one.kind is kind]
        if places:
            self.table.selectRow(places[-1])
        else:
            self._begin(kind)

    def go_to(self, number: int, field: str) -> bool:
        """Choose an announcement and give the keyboard to a field; False where it is not there.

        What was issued is only read: there its row has the keyboard.
        """
        if not self.table.choose(number):
            return False
        widget = self.fields.lines.get(field, self.fields.text)
        chosen = self.chosen
        (self.table if chosen is None or chosen.is_issued else widget).setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Keep what is being typed before the dialog goes; where that is refused it stays."""
        if self._keep_typed():
            super().done(result)

    def _begin(self, kind: AnnouncementKind, *_on: object) -> None:
        if not self._keep_typed():
            return
        number = self._do(lambda file: add_draft(file, self._year, kind))
        if number is not None and self.table.choose(number):
            self.fields.lines["subject"].setFocus()

    def _remove(self) -> None:
        if (draft := self.chosen) is None:
            return
        self.fields.show_announcement(draft, office_of(self._session.file))
        self._do(lambda file: remove_draft(file, draft.id))
        if draft.id not in [one.id for one in self.table.listed]:
            self.notice.say(f"ลบร่างแล้ว: {draft.kind.words}", [("เลิกทำ", self._session.undo)])

    def _keep(self, name: str, text: str) -> bool:
        """Write a field that was left; say why where it is refused."""
        draft = self.chosen
        if draft is None or draft.is_issued or self._session.file.read_only:
            return True
        _, why = write(self._session, lambda file: change_draft(file, draft.id, name, text))
        if why:
            self.notice.say(why, bad=True)
        else:
            self.notice.hide()
        return not why

    def _keep_typed(self) -> bool:
        return all(self._keep(name, text) for name, text in self.fields.pending.items())

    def _issue(self) -> None:
        """Make the page and keep it as it is."""
        if self._keep_typed() and (draft := self.chosen) is not None:
            self._issuing.begin(draft)
            self._allow()

    def _issued(self, draft: Announcement) -> None:
        self._allow()
        self.notice.say(
            f"ออกแล้ว: {draft.kind.words} เก็บไว้ตามหน้าที่พิมพ์และแก้ไขไม่ได้อีก",
            [("เลิกทำ", self._session.undo)],
        )

    def _refused(self, why: str) -> None:
        self._allow()
        self.notice.say(why, bad=True)

    def _print(self) -> None:
        if self._keep_typed() and (one := self.chosen) is not None:
            self.accept()
            self.print_wanted.emit(paper_id(one.id))

    def _show_chosen(self) -> None:
        """Put the chosen announcement into fields and pages."""
        one = self.chosen
        self._empty.setVisible(one is None)
        if one is None:
            self._empty.setText(wording.shown(self._why_empty()))
        self._area.setVisible(one is not None)
        self._gap.setVisible(one is None)
        self._allow()
        if one is None:
            self.pages.stop()
            return
        self.fields.show_announcement(one, office_of(self._session.file))
        self._draw(self.pages.draw)

    def _why_empty(self) -> str:
        """Say what to do in a year without announcements; its plan may be announced in another."""
        plan = self._session.plan_of_year
        there = () if plan is None else announcements_of_plan(self._session.file, plan.id)
        years = [one.fiscal_year for one in there if one.is_issued]
        return _ELSEWHERE.format(year=years[-1]) if years else _EMPTY

    def _draw(self, draw: Callable[..., None]) -> None:
        typed = self.fields.typed
        chosen = self.chosen
        if typed is None or chosen is None:
            return
        try:
            frozen = frozen_of(self._session, self._settings, chosen if chosen.is_issued else typed)
        except (ClerkError, MachineError) as refusal:
            self._refused(wording.said(str(refusal)))
            return
        draw(partial(make, frozen, self._settings.paper_font()))

    def _allow(self) -> None:
        one, writable = self.chosen, not self._session.file.read_only
        draft = one is not None and not one.is_issued and writable
        self.begin.setEnabled(writable)
        self.remove.setEnabled(draft)
        self.issue.setEnabled(draft and not self._issuing.runs)
        self.print.setEnabled(one is not None)
        self.fields.allow(writable=draft)

    def _do(self, deed: Callable[[DataFile], T]) -> T | None:
        """Do a deed and tell it; what is refused is said here, and nothing has changed."""
        done, why = write(self._session, deed)
        if why:
            self.notice.say(why, bad=True)
        else:
            self.notice.hide()
        return done

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.fields.changed.connect(lambda: self._draw(self.pages.draw_soon))
        self.fields.left.connect(self._keep)
        self.remove.clicked.connect(self._remove)
        self.issue.clicked.connect(self._issue)
        self._issuing.issued.connect(self._issued)
        self._issuing.refused.connect(self._refused)
        self.print.clicked.connect(self._print)
        for told in (self._session.announcements_changed, self._session.plan_changed):
            told.connect(self.refresh)
        self._session.office_changed.connect(self.refresh)

    def _lay_out(self) -> None:
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self._left(), 3)
        both.addWidget(self.pages, 4)
        foot = QHBoxLayout()
        foot.addWidget(self.issue)
        foot.addWidget(self.print)
        foot.addStretch()
        close = QPushButton("ปิด")
        close.clicked.connect(self.reject)
        foot.addWidget(close)
        for button in (self.begin, self.remove, self.issue, self.print, close):
            button.setAutoDefault(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addLayout(both, 1)
        outer.addWidget(self.notice)
        outer.addLayout(foot)

    def _left(self) -> QWidget:
        """Return list and fields, under each other."""
        area = self._area
        area.setWidgetResizable(True)
        area.setWidget(self.fields)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.begin)
        top.addWidget(self.remove)
        top.addStretch()
        self.table.setFixedHeight(_LIST_HEIGHT)
        left = QWidget()
        left.setMinimumWidth(370)
        left.setMaximumWidth(_FIELDS_WIDTH + 80)
        rows = QVBoxLayout(left)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        rows.addLayout(top)
        rows.addWidget(self.table)
        rows.addWidget(self._empty)
        rows.addWidget(area, 1)
        rows.addWidget(self._gap, 1)
        return left


def open_announcements(
    session: Session,
    settings: Settings,
    parent: QWidget,
    see: Callable[[str], object],
    kind: AnnouncementKind | None = None,
) -> AnnouncementsDialog | None:
    """Open the announcements of the year looked at; None where what is typed has to be mended.

    ``see`` shows the pages of the paper with an id; ``kind``: begin with one of it.
    """
    if not session.leave():
        return None
    dialog = AnnouncementsDialog(session, settings, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.print_wanted.connect(see)
    dialog.open()
    if kind is not None:
        dialog.begin_kind(kind)
    return dialog
