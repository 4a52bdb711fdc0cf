"""A file with measures, typed as a clerk would, on a day that stands still."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.ui import today
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.tab.page import MeasuresPage
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.rows import deeds as work
from ita_desktop.workflows.rows.deeds import Edit
from tests.kept_file import KeptFile, keep

DAY = date(2023, 2, 15)
"""In fiscal year 2566: what ended in January is late, what ends in February is due this month."""
UNITS = ("กองคลัง", "กองช่าง", "สำนักปลัดเทศบาล")
STEPS = (
    ("จัดประชุมชี้แจงแผน", "กองคลัง", "ต.ค. – ธ.ค. ๖๕", "อยู่ระหว่างดำเนินการ"),
    ("เผยแพร่แผนบนเว็บไซต์", "", "ม.ค. – ก.พ. ๖๖", ""),
    ("สำรวจการรับรู้", "สำนักปลัดเทศบาล", "", "แล้วเสร็จ"),
)


def _write(path: Path) -> DataFile:
    office = Office(name="เทศบาลตำบลทดลอง", kind=OfficeKind.SUBDISTRICT, units=UNITS)
    file = new_file(path, office, 2566)
    first = work.add_row(file, Kind.TOPIC, 2566)
    item = {"criteria_year": "2565", "code": "i7", "score": "79.01", "finding": "ยังไม่ทราบแผน"}
    work.add_row(file, Kind.ITEM, first, item)
    measure = work.add_row(
        file,
        Kind.MEASURE,
        first,
        {"text": "ให้ความรู้เรื่องแผน", "units": "กองคลัง", "period": "เม.ย. – มิ.ย. ๖๖"},
    )
    for text, units, period, state in STEPS:
        texts = {"text": text, "units": units, "period": period}
        step = work.add_row(file, Kind.STEP, measure, texts)
        if state:
            edit = Edit(kind=Kind.STEP, number=step, field="state", text=state, months=6)
            work.set_field(file, edit)
    work.add_row(file, Kind.MEASURE, first, {"text": "เปิดเผยผลการใช้จ่าย"})
    for title in ("การยืมทรัพย์สิน", "การรับเรื่องร้องเรียน"):
        work.add_row(file, Kind.TOPIC, 2566, {"title": title})
    return file


@pytest.fixture(scope="session")
def kept_measured(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    return keep(tmp_path_factory.mktemp("measured"), _write)


@pytest.fixture
def measured_path(kept_measured: KeptFile, tmp_path: Path) -> Path:
    """Return a file of three topics; the first has two measures, one of them with three steps."""
    return kept_measured.copy_to(tmp_path / "มาตรการ.ita")


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> date:
    monkeypatch.setattr(today, "today", lambda: DAY)
    return DAY


@pytest.fixture
def show_page(
    make_window: Callable[[Path | None], MainWindow], qtbot: QtBot
) -> Callable[[Path], MeasuresPage]:
    """Show the tab of the measures of a file."""

    def show(path: Path) -> MeasuresPage:
        window = make_window(path)
        window.resize(1366, 768)
        assert window.workspace is not None
        window.workspace.tabs.setCurrentIndex(Tab.MEASURES)
        page = window.workspace.measures
        qtbot.waitUntil(lambda: page.bar.units.count() > 0)
        page.table.fit_seen()
        return page

    return show


@pytest.fixture
def measures(show_page: Callable[[Path], MeasuresPage], measured_path: Path) -> MeasuresPage:
    """Return the tab with its first topic; the cursor is in the text of the first measure."""
    page = show_page(measured_path)
    page.table.setFocus()
    return page
