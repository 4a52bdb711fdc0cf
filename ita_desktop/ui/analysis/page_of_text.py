"""The pages of the report beside its texts, turned to where the current one stands."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.documents.analysis_report import ID
from ita_desktop.documents.model import Digits
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.text import fold
from ita_desktop.ui import wording, work
from ita_desktop.ui.preview.drawn_pages import DrawnPages, Wanted
from ita_desktop.ui.preview.page_text import Hit, find_each
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.workflows.analysis.texts import TextState
from ita_desktop.workflows.export_document import freeze

_SURE: Final = 120
"""So many letters of a text are sought on the pages: fewer may be a heading of its contents."""
_LETTERS: Final = 40
"""So many are sought where that many stand on no page, because a page ends among them."""
_NOT_PRINTED: Final = "ข้อความนี้ยังไม่พิมพ์ในรายงาน เพราะยังไม่มีข้อมูลของส่วนนี้"
_TITLE: Final = "หน้าที่จะพิมพ์"


class PageOfText(Card):
    """The whole report; what is being written of it is marked where it begins."""

    whole_wanted = Signal()
    """The whole report is to be seen in its own place."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session, self._settings = session, settings
        self._states: Sequence[TextState] = ()
        self._name = ""
        self._hits: Mapping[str, Hit] = {}
        self._reading: work.Job | None = None
        self.place = label(_TITLE, "cardTitle")
        self.open = QPushButton("ดูทั้งฉบับ")
        self.open.setObjectName("link")
        self.open.setAutoDefault(False)
        opens = "คลิกหรือกด Enter เพื่อดูและพิมพ์ทั้งฉบับ"
        self.pages = DrawnPages(self._ask, nothing="ยังไม่มีหน้าที่จะพิมพ์", opens=opens)
        self.note = label(_NOT_PRINTED, "note", wrap=True)
        self.note.hide()
        head = QHBoxLayout()
        head.addWidget(self.place)
        head.addStretch()
        head.addWidget(self.open)
        rows = QVBoxLayout()
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addWidget(self.note)
        rows.addWidget(self.pages, 1)
        self.body.addLayout(rows)
        if (outer := self.layout()) is not None:
            outer.setContentsMargins(10, 10, 10, 10)
        self.open.clicked.connect(lambda _on=False: self.whole_wanted.emit())
        self.pages.opened.connect(self.whole_wanted)
        self.pages.shown.connect(self._read)
        self.pages.view.page_changed.connect(self._say_place)

    @property
    def making(self) -> bool:
        """Whether pages are being made, or texts are sought on them."""
        return self.pages.making or (self._reading is not None and self._reading.runs)

    def page_of(self, name: str) -> int | None:
        """Return the page (from 0) on which a text begins; None where it is not known."""
        hit = self._hits.get(name)
        return None if hit is None else hit.page

    def show_states(self, states: Sequence[TextState]) -> None:
        """Make the pages anew, in a moment, as the texts stand now."""
        self._states = states
        if self.pages.made is None:
            self.pages.refresh()
        else:
            self.pages.wait()

    def turn_to(self, name: str) -> None:
        """Turn to where a text begins; where it is not known yet, once it is."""
        self._name = name
        self._turn()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._session.is_open:
            self.pages.refresh()

    def _ask(self) -> Wanted | None:
        if not self._session.is_open:
            return None
        digits = Digits.THAI if self._settings.thai_digits() else Digits.ARABIC
        year, margins = self._session.fiscal_year, self._settings.margins()
        try:
            frozen = freeze(self._session.file, ID, year, digits, margins)
        except (ClerkError, MachineError) as refusal:
            self.pages.state.setText(wording.shown(str(refusal)))
            return None
        return frozen, self._settings.paper_font()

    def _read(self) -> None:
        """Seek the texts on the pages that are shown now."""
        made = self.pages.made
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
        self._say_place()
        if made is None:
            self._hits = {}
            return
        names = [one.name for one in self._states]
        seeking = partial(_find_texts, made.file, [_begin(one.printed) for one in self._states])
        take = partial(self._take, names)
        self._reading = work.run(seeking, take, self._fail, lambda _share: None)
        self._reading.ends_with(self)

    def _take(self, names: Sequence[str], hits: Sequence[Hit | None]) -> None:
        self._reading = None
        pairs = zip(names, hits, strict=True)
        self._hits = {name: hit for name, hit in pairs if hit is not None}
        self._turn()

    def _fail(self, error: Exception) -> None:
        self._reading = None
        if not isinstance(error, ClerkError | MachineError):
            raise error
        self._hits = {}

    def _turn(self) -> None:
        hit = self._hits.get(self._name)
        if hit is None:
            self.pages.view.show_hits(())
        else:
            self.pages.view.show_hits((hit,), 0)
        self.note.setVisible(bool(self._hits) and hit is None)
        self._say_place()

    def _say_place(self, *_what: object) -> None:
        made = self.pages.made
        count = 0 if made is None else len(made.file.sizes)
        words = f"หน้า {self.pages.view.page + 1} จาก {count}" if count else _TITLE
        self.place.setText(wording.shown(words))


def _find_texts(
    file: PdfFile, texts: Sequence[str], progress: Callable[[float], None]
) -> list[Hit | None]:
    """Return where each text begins, None where it is nowhere; else as ``find_each``."""
    sure = find_each(file, [text[:_SURE] for text in texts], progress)
    missed = [text for text, hit in zip(texts, sure, strict=True) if hit is None]
    if not missed:
        return sure
    others = iter(find_each(file, [text[:_LETTERS] for text in missed], progress))
    return [next(others) if hit is None else hit for hit in sure]


def _begin(printed: str) -> str:
    """Return the first paragraph of a text, folded as it is sought."""
    lines = (line for line in printed.split("\n") if line.strip())
    return fold(next(lines, ""))
