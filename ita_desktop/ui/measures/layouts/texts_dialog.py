"""The fixed texts of a paper of measures, edited before it is printed, the pages beside them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.layout import Layout
from ita_desktop.documents.measure_texts import (
    TEXT_WORDS,
    has_rounds,
    paper_text,
    round_words,
    templates_of,
)
from ita_desktop.documents.model import Digits
from ita_desktop.documents.source import MeasureSource
from ita_desktop.domain.measures import Round
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.digits import printed_digits
from ita_desktop.ui import wording
from ita_desktop.ui.measures.beside_pages import lay_beside
from ita_desktop.ui.measures.layouts.live_preview import LivePreview
from ita_desktop.ui.measures.layouts.text_fields import TextField
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.workflows.layouts import edit_texts, layout_of
from ita_desktop.workflows.measures.papers import measure_source

_SIZE: Final = QSize(1240, 700)
_ALWAYS: Final = ("title", "lead")
_COVER: Final = "cover"
_GONE: Final = "แบบตารางนี้ถูกลบไปแล้ว กรุณาเลือกแบบอื่นจากเมนูเอกสาร"


class TextsDialog(QDialog):
    """Texts of one paper, fiscal year and round; what is edited is one deed."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        layout: Layout,
        months: Round | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"แก้ถ้อยคำ {wording.shown(layout.name)}")
        self.resize(fitting(parent, _SIZE))
        self._session = session
        digits = Digits.THAI if settings.thai_digits() else Digits.ARABIC
        paper = measure_source(session.file, layout, session.fiscal_year, digits, months)
        self._source = paper.source
        self._months: Round | None = paper.source.months if has_rounds(layout) else None
        self._closed = self._months in session.tracker.closed
        self.fields = self._fields()
        self.preview = LivePreview(paper, settings, self)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self.keep = QPushButton("ตกลง")
        self.keep.setObjectName("main")
        self._lay_out()
        fixed = self._closed or bool(session.file.read_only)
        self.keep.setEnabled(not fixed)
        if session.file.read_only:
            self._refuse(session.file.read_only)
        elif self._closed:
            self._refuse(
                f"{round_words(self._source.months)}ของปี {session.fiscal_year} ปิดแล้ว จึงแก้ถ้อยคำไม่ได้"
                " กรุณาเปิดรอบอีกครั้งก่อนแก้ไข"
            )
        for field in self.fields.values():
            field.editor.setReadOnly(fixed)
            field.back.setEnabled(not fixed)
            field.changed.connect(self._changed)
        self.keep.clicked.connect(self.accept)
        self.preview.make()
        next(iter(self.fields.values())).editor.setFocus()

    @property
    def texts(self) -> Mapping[str, str]:
        """The texts that are other than the usual ones, by name."""
        return {name: field.text for name, field in self.fields.items() if field.is_edited}

    def accept(self) -> None:
        texts, kept = self.texts, self._source.texts
        changed: dict[str, str | None] = {
            name: texts.get(name)
            for name in self.fields
            if texts.get(name) != kept.get(name) and (name in texts or name in kept)
        }
        session = self._session
        try:
            if changed:
                year, layout = session.fiscal_year, self._source.layout
                edit_texts(session.file, year, layout.id, self._months, changed)
        except (ClerkError, MachineError) as refusal:
            self._refuse(str(refusal))
            return
        session.refresh()
        super().accept()

    def _changed(self) -> None:
        self._error.hide()
        self.preview.show_soon(replace(self._source, texts=self.texts))

    def _refuse(self, why: str) -> None:
        self._error.setText(wording.shown(why))
        self._error.show()

    def _fields(self) -> dict[str, TextField]:
        """Return a field for each text that this paper prints, in the order of the paper."""
        source, layout = self._source, self._source.layout
        names = {*templates_of(layout), *_ALWAYS} - (set() if layout.cover else {_COVER})
        usual = replace(source, texts={})
        return {
            name: TextField(words, _printed(usual, name), _printed(source, name))
            for name, words in TEXT_WORDS.items()
            if name in names
        }

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("ground")
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, 4, 0)
        rows.setSpacing(10)
        rows.addWidget(label(self._about(), "quiet", wrap=True))
        for field in self.fields.values():
            rows.addWidget(field)
        if any("{" in field.usual for field in self.fields.values()):
            hint = "คำในวงเล็บปีกกา เช่น {n} โปรแกรมจะใส่เลขลำดับหรือชื่อให้ กรุณาคงไว้"
            rows.addWidget(label(hint, "note", wrap=True))
        rows.addStretch()
        lay_beside(self, inner, self.preview, self.keep, self._error)

    def _about(self) -> str:
        """Return which paper the words are for."""
        words = f"ถ้อยคำของปีงบประมาณ {self._session.fiscal_year}"
        if self._months is not None:
            words += f" {round_words(self._months)}"
        return wording.shown(f"{words} ปีและรอบอื่นไม่เปลี่ยนตาม")


def show_texts(
    session: Session, settings: Settings, paper_id: str, months: Round | None, parent: QWidget
) -> TextsDialog | None:
    """Open the texts of a paper of measures; None where that is refused, which is told."""
    if not session.leave():
        return None
    layout = layout_of(session.file, paper_id)
    if layout is None:
        session.refused.emit(_GONE)
        return None
    dialog = TextsDialog(session, settings, layout, months, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _printed(source: MeasureSource, name: str) -> str:
    """Return a text as it will stand on the paper, in the paper's digits."""
    digits = source.layout.digits or source.digits
    return printed_digits(paper_text(source, name), thai=digits is Digits.THAI)
