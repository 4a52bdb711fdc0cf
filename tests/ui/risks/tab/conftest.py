"""A file with risks, typed as a clerk would, and the tab that shows it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.risks.tab.page import RisksPage
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.rows import deeds as work
from tests.kept_file import KeptFile, keep

UNITS = ("กองคลัง", "กองช่าง", "สำนักปลัดเทศบาล")
EVENTS = (
    ("กำหนดคุณลักษณะเอื้อผู้ขายรายเดียว", "4", "4", "กองคลัง"),
    ("ตรวจรับงานไม่ครบ", "3", "4", ""),
    ("แบ่งซื้อแบ่งจ้าง", "", "", ""),
)


def _write(path: Path) -> DataFile:
    office = Office(name="เทศบาลตำบลทดลอง", kind=OfficeKind.SUBDISTRICT, units=UNITS)
    file = new_file(path, office, 2566)
    texts = {"text": "การจัดซื้อจัดจ้าง", "area": "การใช้จ่ายงบประมาณ", "units": "กองคลัง"}
    first = work.add_row(file, Kind.PROCESS, 2566, texts)
    for text, likelihood, impact, units in EVENTS:
        given = {"text": text, "likelihood": likelihood, "impact": impact, "units": units}
        work.add_row(file, Kind.RISK, first, {key: one for key, one in given.items() if one})
    for text in ("สุ่มตรวจสัญญาทุกเดือน", "ใช้แบบตรวจรับมาตรฐาน"):
        work.add_row(file, Kind.TREATMENT, first, {"text": text, "period": "ตลอดปีงบประมาณ"})
    second = work.add_row(file, Kind.PROCESS, 2566, {"text": "การใช้รถราชการ", "level": "สูง"})
    work.add_row(file, Kind.RISK, second, {"text": "นำรถไปใช้ส่วนตัว", "units": "สำนักปลัดเทศบาล"})
    return file


@pytest.fixture(scope="session")
def kept_risked(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    return keep(tmp_path_factory.mktemp("risked"), _write)


@pytest.fixture
def risked_path(kept_risked: KeptFile, tmp_path: Path) -> Path:
    """Return a file of two processes: three risks, two of them placed, then one with a word."""
    return kept_risked.copy_to(tmp_path / "ความเสี่ยง.ita")


@pytest.fixture
def show_page(
    make_window: Callable[[Path | None], MainWindow], qtbot: QtBot
) -> Callable[[Path], RisksPage]:
    """Show the tab of the risks of a file."""

    def show(path: Path) -> RisksPage:
        window = make_window(path)
        window.resize(1366, 768)
        assert window.workspace is not None
        window.workspace.tabs.setCurrentIndex(Tab.RISKS)
        page = window.workspace.risks
        qtbot.waitUntil(lambda: page.bar.areas.count() > 0)
        page.table.fit_seen()
        return page

    return show


@pytest.fixture
def risks(show_page: Callable[[Path], RisksPage], risked_path: Path) -> RisksPage:
    """Return the tab; the cursor is in the text of the first risk."""
    page = show_page(risked_path)
    page.table.setFocus()
    return page
