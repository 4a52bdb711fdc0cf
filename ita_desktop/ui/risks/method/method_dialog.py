"""เกณฑ์ประเมินความเสี่ยง: the method of a year chosen, or copied and changed, and looked through."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.criteria.risk_methods import preset_scales
from ita_desktop.db.registers import has_levels
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risk_method_checks import MethodFinding, Part, method_findings
from ita_desktop.domain.risk_scales import own_copy, source_words
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.text import one_line
from ita_desktop.ui import wording
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.risks.method.band_fields import BandFields
from ita_desktop.ui.risks.method.finding_list import FindingList
from ita_desktop.ui.risks.method.locked import lock
from ita_desktop.ui.risks.method.method_choices import MethodChoice, method_choices
from ita_desktop.ui.risks.method.method_matrix import MethodMatrix
from ita_desktop.ui.risks.method.scale_fields import ScaleFields
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.scrolled import scrolled
from ita_desktop.workflows.risks.register import choose_method, frozen_sentence

_SIZE: Final = QSize(1240, 700)
_ROW: Final = 34
_SEEN: Final = 4
_NARROW: Final = 800
"""Under so many pixels either the list or the fields are seen."""
_DRAFT: Final = "ที่กำลังแก้ไข"


class MethodDialog(QDialog):
    """What is changed is looked through at once and kept as one deed."""

    chosen = Signal(int)
    """The method of this year was written."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._year = session, session.fiscal_year
        self.setWindowTitle(f"เกณฑ์ประเมินความเสี่ยง ปี {wording.figure(self._year)}")
        self.resize(fitting(parent, _SIZE))
        self._frozen = has_levels(session.file, self._year)
        self._choices = [*method_choices(session.file, self._year)]
        self._shown = self._choices[0].method
        self.list = QListWidget()
        self.list.setObjectName("topics")
        self.list.setAccessibleName("เกณฑ์ที่เลือกใช้ได้")
        self.list.setFixedHeight(_SEEN * _ROW + 4)
        self.source = label("", "quiet", wrap=True)
        self.frozen = label("", "warning", wrap=True)
        self.name = QLineEdit()
        self.name.setAccessibleName("ชื่อเกณฑ์")
        scales = preset_scales()
        self.likelihood = ScaleFields(
            "โอกาสที่เกิด", [one for one in scales if one.of == "likelihood"]
        )
        self.impact = ScaleFields("ผลกระทบ", [one for one in scales if one.of == "impact"])
        self.bands = BandFields()
        self.matrix = MethodMatrix()
        self.findings = FindingList()
        self.worst = label("", "error", wrap=True)
        self.notice = Notice()
        self.copy = QPushButton("คัดลอกและแก้ไข")
        self.hand_on = QPushButton(f"คัดลอกไปใช้ในปี {wording.figure(self._year + 1)}")
        self.keep = QPushButton(f"ใช้เกณฑ์นี้กับปี {wording.figure(self._year)}")
        self.keep.setObjectName("main")
        self.turn = QPushButton()
        self._on_fields = False
        self.away = QPushButton("ปิด")
        self._lay_out()
        self._connect()
        self._fill(0)
        if session.file.read_only:
            self.notice.say(session.file.read_only, bad=True)
        self.list.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button here is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    @property
    def edited(self) -> RiskMethod:
        """The method as the fields say; it may leave a level open."""
        return replace(
            self._shown,
            name=one_line(self.name.text()),
            likelihood=self.likelihood.steps,
            impact=self.impact.steps,
            likelihood_title=one_line(self.likelihood.title.text()),
            impact_title=one_line(self.impact.title.text()),
            bands=self.bands.bands,
        )

    @property
    def can_edit(self) -> bool:
        """Whether the method that is looked at is one to be typed into."""
        place = self.list.currentRow()
        return 0 <= place < len(self._choices) and self._choices[place].words == _DRAFT

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sides()

    def _show_sides(self) -> None:
        """Show both sides where there is room, else the one that is worked with."""
        narrow = self.width() < _NARROW
        self._fields.setVisible(not narrow or self._on_fields)
        self._overview.setVisible(not narrow or not self._on_fields)
        self.turn.setVisible(narrow)
        self.turn.setText("ดูรายการและผล" if self._on_fields else "ดูรายละเอียดเกณฑ์")

    def _turn_to_fields(self, *, on_fields: bool) -> None:
        self._on_fields = on_fields
        self._show_sides()

    def _fill(self, place: int, draft: RiskMethod | None = None) -> None:
        """List the methods; a draft stands at the top and is looked at."""
        self._choices = [*method_choices(self._session.file, self._year)]
        if draft is not None:
            self._choices.insert(0, MethodChoice(_DRAFT, draft))
        self.list.blockSignals(True)
        self.list.clear()
        for choice in self._choices:
            item = QListWidgetItem(wording.shown(choice.words))
            item.setToolTip(wording.shown(choice.words))
            item.setSizeHint(QSize(0, _ROW))
            self.list.addItem(item)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._look(place)

    def _look(self, place: int) -> None:
        """Show the method of a row; a draft that is left keeps what was typed."""
        if not 0 <= place < len(self._choices):
            return
        method, can_edit = self._choices[place].method, self.can_edit
        self._shown = method
        self.source.setText(wording.shown(f"ที่มา: {source_words(method) or 'หน่วยงานกำหนดเอง'}"))
        self.name.setText(method.name if can_edit else wording.shown(method.name))
        self.name.setCursorPosition(0)
        lock(self.name, locked=not can_edit)
        self.likelihood.show_scale(method.likelihood_title, method.likelihood, can_edit=can_edit)
        self.impact.show_scale(method.impact_title, method.impact, can_edit=can_edit)
        self.bands.show_bands(method.bands, can_edit=can_edit)
        self._examine()

    def _typed(self) -> None:
        """Keep what was typed with its draft, and look it through."""
        if not self.can_edit:
            return
        edited = self.edited
        self._choices[self.list.currentRow()] = MethodChoice(_DRAFT, edited)
        self._shown = edited
        self._examine()

    def _examine(self) -> None:
        found = method_findings(self._shown)
        self.findings.show_findings(found)
        self.matrix.show_method(self._shown)
        errors = [one.message for one in found if one.severity is Severity.ERROR]
        self.worst.setText(wording.shown(errors[0]) if errors else "")
        self.worst.setVisible(bool(errors))
        self._allow(sound=not errors)

    def _allow(self, *, sound: bool) -> None:
        writable = not self._session.file.read_only
        self.frozen.setVisible(self._frozen)
        self.frozen.setText(wording.shown(frozen_sentence(self._year)))
        self.keep.setVisible(not self._frozen)
        self.keep.setEnabled(writable and sound)
        self.hand_on.setVisible(self._frozen)
        self.hand_on.setEnabled(writable and sound)
        self.copy.setEnabled(writable and not self.can_edit)
        drafts = any(choice.words == _DRAFT for choice in self._choices)
        self.away.setText("ยกเลิก" if drafts else "ปิด")

    def _copy(self) -> None:
        self._fill(0, own_copy(self._shown))
        self._turn_to_fields(on_fields=True)
        self.name.setFocus()
        self.name.selectAll()

    def _keep(self, year: int) -> None:
        method = self._shown
        try:
            choose_method(self._session.file, year, method)
        except (ClerkError, MachineError) as refusal:
            note_machine_error(refusal)
            self.notice.say(str(refusal), bad=True)
            return
        self._session.refresh()
        self.chosen.emit(year)
        if year == self._year:
            self.accept()
            return
        self._fill(0)
        turn = f"ไปปี {wording.figure(year)}"
        self.notice.say(f"ปี {year} ใช้เกณฑ์ “{method.name}” แล้ว", [(turn, partial(self._turn, year))])

    def _turn(self, year: int) -> None:
        self.accept()
        self._session.select_year(year)

    def _go(self, finding: MethodFinding) -> None:
        """Bring the field of a finding before the clerk."""
        match finding.part:
            case Part.METHOD:
                field: QWidget = self.name
            case Part.LIKELIHOOD:
                field = self.likelihood.field(finding.row, finding.field)
            case Part.IMPACT:
                field = self.impact.field(finding.row, finding.field)
            case Part.BANDS:
                field = self.bands.field(finding.row, finding.field)
        self._turn_to_fields(on_fields=True)
        self._fields.ensureWidgetVisible(field)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._look)
        self.name.textEdited.connect(self._typed)
        for part in (self.likelihood, self.impact, self.bands):
            part.changed.connect(self._typed)
        self.findings.wanted.connect(self._go)
        self.copy.clicked.connect(lambda _on=False: self._copy())
        self.keep.clicked.connect(lambda _on=False: self._keep(self._year))
        self.hand_on.clicked.connect(lambda _on=False: self._keep(self._year + 1))
        self.turn.clicked.connect(
            lambda _on=False: self._turn_to_fields(on_fields=not self._on_fields)
        )
        self.away.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        choice = Card("เกณฑ์ที่เลือกใช้ได้")
        choice.body.addWidget(self.list)
        result = Card()
        result.body.addWidget(self.matrix)
        result.body.addWidget(self.findings, 1)
        left.addWidget(choice)
        left.addWidget(result, 1)
        right = QVBoxLayout()
        right.setSpacing(8)
        named = QHBoxLayout()
        named.addWidget(label("ชื่อเกณฑ์", "strong"))
        named.addWidget(self.name, 1)
        right.addLayout(named)
        right.addWidget(self.source)
        for card in (self.bands, self.likelihood, self.impact):
            right.addWidget(card)
        right.addStretch()
        self._fields = scrolled(right)
        both = QHBoxLayout()
        both.setSpacing(12)
        self._overview = scrolled(left)
        both.addWidget(self._overview, 5)
        both.addWidget(self._fields, 7)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.turn, self.copy, self.hand_on):
            foot.addWidget(button)
        foot.addStretch()
        for button in (self.keep, self.away):
            foot.addWidget(button)
        for button in (self.turn, self.copy, self.hand_on, self.keep, self.away):
            button.setAutoDefault(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(self.frozen)
        outer.addLayout(both, 1)
        outer.addWidget(self.worst)
        outer.addWidget(self.notice)
        outer.addLayout(foot)


def show_method(session: Session, parent: QWidget) -> MethodDialog | None:
    """Open the method of the year; None where what is being typed has to be mended first."""
    if not session.leave():
        return None
    dialog = MethodDialog(session, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
