"""Names of the office as they are printed on every paper."""

from decimal import Decimal

from PySide6.QtWidgets import QComboBox, QFormLayout, QLineEdit, QWidget

from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.office import (
    Office,
    OfficeKind,
    kind_of_name,
    place_name,
    usual_executive_title,
)
from ita_desktop.domain.score_entry import parse_score
from ita_desktop.thai.text import normalise
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.hint import hint
from ita_desktop.ui.widgets.mark_field import MarkField
from ita_desktop.ui.widgets.thai_editor import ThaiEditor

_UNITS_HEIGHT = 104


class OfficeForm(QWidget):
    """Fields of the office; kind and title of the head follow from the name until changed.

    ``whole``: with its mark and the limits of its bands, which a new file can do without.
    """

    def __init__(
        self, office: Office | None = None, parent: QWidget | None = None, *, whole: bool = True
    ) -> None:
        super().__init__(parent)
        self.mark = MarkField()
        self.name = _line("เช่น เทศบาลตำบลบ้านตัวอย่าง")
        self.kind = QComboBox()
        self.kind.setAccessibleName("ประเภท")
        for kind in OfficeKind:
            self.kind.addItem(kind.value, kind)
        self.district = _line("เช่น เมือง")
        self.province = _line("เช่น นครปฐม")
        self.executive = _line("เช่น นายสมมุติ ใจสุจริต")
        self.title = _line("เช่น นายกเทศมนตรีตำบลบ้านตัวอย่าง")
        self.units = ThaiEditor()
        self.units.setPlaceholderText("หนึ่งบรรทัดต่อหนึ่งหน่วยงาน เช่น สำนักปลัดเทศบาล")
        self.units.setFixedHeight(_UNITS_HEIGHT)
        self.urgent = _line("90")
        self.keep = _line("95")
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(16)
        for words, field in (
            ("ชื่อหน่วยงาน", self.name),
            ("ประเภท", self.kind),
            ("อำเภอ", self.district),
            ("จังหวัด", self.province),
            ("ผู้บริหาร", self.executive),
            ("ตำแหน่งผู้บริหาร", self.title),
            ("สำนัก/กอง", self.units),
        ):
            field.setAccessibleName(words)
            self._form.addRow(words, field)
        if whole:
            self.add_row("ตราของหน่วยงาน", self.mark)
            self._add_limits()
        else:
            for field in (self.mark, self.urgent, self.keep):
                field.setParent(self)
                field.hide()
        self.show_office(office)
        self.name.textEdited.connect(self._follow_name)
        self.kind.currentIndexChanged.connect(self._follow_kind)

    def _add_limits(self) -> None:
        for words, field in (
            ("ต้องแก้ไข เมื่อคะแนนต่ำกว่า", self.urgent),
            ("รักษาไว้ เมื่อคะแนนตั้งแต่", self.keep),
        ):
            field.setAccessibleName(words)
            self._form.addRow(words, field)
        note = "เกณฑ์แบ่งกลุ่มเป็นของหน่วยงานเอง ป.ป.ช. ไม่ได้กำหนดไว้"
        self._form.addRow("", label(note, "note", wrap=True))

    def show_office(self, office: Office | None) -> None:
        """Fill the fields from an office; None empties them."""
        limits = office.limits if office else BandLimits()
        self.name.setText(office.name if office else "")
        kind = office.kind if office else OfficeKind.SUBDISTRICT
        self.kind.setCurrentIndex(list(OfficeKind).index(kind))
        self.district.setText(office.district if office else "")
        self.province.setText(office.province if office else "")
        self.executive.setText(office.executive if office else "")
        self.title.setText(office.executive_title if office else "")
        self.units.setPlainText("\n".join(office.units) if office else "")
        self.urgent.setText(f"{limits.urgent_below:f}")
        self.keep.setText(f"{limits.keep_from:f}")
        usual = usual_executive_title(office.name, office.kind) if office else ""
        self._title_follows = self.title.text().strip() in ("", usual)

    def enter(self, field: str) -> None:
        """Give the keyboard to a field of ``Office`` ("units"); another name changes nothing."""
        found = {
            "name": self.name,
            "kind": self.kind,
            "district": self.district,
            "province": self.province,
            "executive": self.executive,
            "executive_title": self.title,
            "units": self.units,
            "limits": self.urgent,
        }.get(field)
        if found is not None:
            found.setFocus()
        if isinstance(found, QLineEdit):
            found.selectAll()  # as Tab does: what is typed takes the place of what stands there

    def add_row(self, words: str, field: QWidget) -> None:
        """Put another field below the others."""
        field.setAccessibleName(words)
        self._form.addRow(words, field)

    def office(self) -> Office:
        """Return the office as entered. Raises ClerkError that says what is missing."""
        lines = (normalise(line).strip() for line in self.units.toPlainText().splitlines())
        return Office(
            name=_clean(self.name),
            kind=self._kind(),
            district=place_name(_clean(self.district)),
            province=place_name(_clean(self.province)),
            executive=_clean(self.executive),
            executive_title=_clean(self.title),
            units=tuple(dict.fromkeys(line for line in lines if line)),
            limits=BandLimits(_limit(self.urgent), _limit(self.keep)),
        )

    def _kind(self) -> OfficeKind:
        return OfficeKind(self.kind.currentData())  # Qt hands a plain text back

    def _follow_name(self, name: str) -> None:
        kind = kind_of_name(name)
        if kind is not None:
            self.kind.setCurrentIndex(list(OfficeKind).index(kind))
        self._follow_kind()

    def _follow_kind(self) -> None:
        if self._title_follows and not self.title.isModified():
            self.title.setText(usual_executive_title(_clean(self.name), self._kind()))


def _line(example: str) -> QLineEdit:
    line = QLineEdit()
    hint(line, example)
    return line


def _clean(line: QLineEdit) -> str:
    return normalise(line.text()).strip()


def _limit(line: QLineEdit) -> Decimal:
    return parse_score(line.text())
