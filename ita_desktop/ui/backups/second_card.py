"""The second place for backups: which folder, and whether copies arrive there."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QPushButton, QSizePolicy, QWidget

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.backups.wording import moment
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.workflows import second_place

_NONE = "ยังไม่ได้เลือก เลือกแฟลชไดรฟ์หรือดิสก์อื่นไว้ แล้วไฟล์สำรองทุกไฟล์จะมีสำเนาอยู่ที่นั่นด้วย เผื่อเครื่องนี้เสียหาย"


class SecondPlaceCard(Card):
    """Shows what is remembered; choosing and clearing is remembered at once."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("ที่เก็บแห่งที่สอง", parent)
        self._settings = settings
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.place = label("", wrap=True)
        self.state = label("", "note", wrap=True)
        self.error = label("", "error", wrap=True)
        self.choose = QPushButton("เลือกโฟลเดอร์…")
        self.choose.setAccessibleName("เลือกโฟลเดอร์ของที่เก็บแห่งที่สอง")
        self.clear = QPushButton("เลิกใช้")
        self.clear.setAccessibleName("เลิกใช้ที่เก็บแห่งที่สอง")
        for button in (self.choose, self.clear):
            button.setAutoDefault(False)
            self.head.addWidget(button)
        for line in (self.place, self.state, self.error):
            self.body.addWidget(line)
        self.choose.clicked.connect(lambda _on=False: self._choose())
        self.clear.clicked.connect(lambda _on=False: self._clear())
        self.show_state()

    @property
    def folder(self) -> Path | None:
        """The folder that is chosen."""
        return self._settings.second_place()

    def show_state(self, trouble: str = "") -> None:
        """Show the folder and when a copy last arrived; ``trouble`` is why one did not now."""
        folder = self.folder
        self.clear.setVisible(folder is not None)
        self.error.setText(wording.shown(trouble))
        self.error.setVisible(bool(trouble))
        self.place.setText(_NONE if folder is None else str(folder))
        self.place.setObjectName("quiet" if folder is None else "")
        self.state.setVisible(folder is not None)
        if folder is not None:
            last = second_place.last_reached(folder)
            words = f"ครั้งล่าสุดที่สำเร็จ {moment(last)}" if last else "ยังไม่มีสำเนาที่นี่ จะมีเมื่อสำรองครั้งถัดไป"
            self.state.setText(words)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, "เลือกที่เก็บแห่งที่สอง", str(self.folder or Path.home())
        )
        if not chosen:
            return
        try:
            self._settings.remember_second_place(second_place.choose(Path(chosen)))
        except (ClerkError, MachineError) as refusal:
            self.show_state(str(refusal))
        else:
            self.show_state()

    def _clear(self) -> None:
        self._settings.remember_second_place(None)
        self.show_state()
