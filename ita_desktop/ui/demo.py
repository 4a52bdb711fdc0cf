"""The sample municipality without a screen: its papers and a picture of every tab in a folder."""

import tempfile
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from ita_desktop.documents.catalogue import PAPERS
from ita_desktop.documents.model import Digits
from ita_desktop.errors import MachineError
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.opening import new_sample_file


def demo(folder: Path) -> dict[str, Any]:
    """Fill ``folder`` and return the files made. Raises MachineError where it cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MachineError(f"สร้างโฟลเดอร์ {folder} ไม่ได้ กรุณาเลือกโฟลเดอร์อื่น") from error
    made: list[Path] = []
    with tempfile.TemporaryDirectory() as temporary:
        file = new_sample_file(Path(temporary) / "เทศบาลตัวอย่าง.ita")
        window = MainWindow(Settings())
        window.resize(1366, 768)
        window.enter(file)
        session = window.session
        if session is None or window.workspace is None:
            raise RuntimeError
        for paper in PAPERS:
            for kind in paper.formats:
                frozen = freeze(file, paper.id, session.fiscal_year, Digits.THAI, kind=kind)
                made.append(draw(frozen, kind, folder / f"{paper.id}.{kind}").path)
        window.show()
        window.activateWindow()
        window.workspace.scores.table.setFocus()
        for place, name in enumerate(window.workspace.tab_names()):
            window.workspace.tabs.setCurrentIndex(place)
            QApplication.sendPostedEvents()
            if place == Tab.OVERVIEW:
                window.workspace.overview.looking.finish()
            picture = folder / f"{place + 1} {name}.png"
            if not window.grab().save(str(picture)):
                raise MachineError(f"บันทึกภาพ {picture} ไม่ได้ กรุณาตรวจว่าดิสก์ยังมีที่ว่าง")
            made.append(picture)
        window.close()
        window.deleteLater()
    return {"files": [str(path) for path in made]}
