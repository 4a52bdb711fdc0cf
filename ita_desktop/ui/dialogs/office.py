"""Change the office's names, units, mark and limits."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.domain.office import Office
from ita_desktop.errors import ClerkError
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.office_form import OfficeForm


class OfficeDialog(QDialog):
    """The office's fields; what is entered is checked before it is taken."""

    def __init__(self, office: Office, mark: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ข้อมูลหน่วยงาน")
        self.resize(fitting(parent, QSize(640, 720)))
        self.form = OfficeForm(office)
        self.form.mark.show_mark(mark)
        self.office, self.mark = office, mark
        self._error = label("", "error", wrap=True)
        self._error.hide()
        buttons = QDialogButtonBox()
        keep = buttons.addButton("บันทึก", QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setObjectName("main")
        buttons.addButton("ยกเลิก", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields bring themselves into view
        self.form.setObjectName("ground")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(label("ข้อมูลนี้พิมพ์ลงเอกสารทุกฉบับ", "quiet"))
        outer.addWidget(area, 1)
        outer.addWidget(self._error)
        outer.addWidget(buttons)
        self.form.name.setFocus()

    def _take(self) -> None:
        try:
            self.office, self.mark = self.form.office(), self.form.mark.mark()
        except ClerkError as refusal:
            self._error.setText(str(refusal))
            self._error.show()
        else:
            self.accept()
