"""A file with some OIT items, typed as a clerk would, and the tab that shows it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.ui.disclosure.tab.page import DisclosurePage
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits, tick_contents
from ita_desktop.workflows.opening import new_file
from tests.kept_file import KeptFile, keep
from tests.ui.disclosure.tab.items import contents

UNITS = ("กองคลัง", "กองช่าง", "สำนักปลัดเทศบาล")
TYPED = (
    ("O1", "state", "เผยแพร่แล้ว"),
    ("O1", "units", "สำนักปลัดเทศบาล"),
    ("O1", "addresses", "https://www.example.go.th/o1"),
    ("O2", "state", "อยู่ระหว่างจัดทำ"),
    ("O2", "units", "กองคลัง\nกองช่าง"),
    ("O2", "due", "1 ม.ค. 2566"),
    ("O3", "state", "ไม่คิดคะแนน"),
)


def _write(path: Path) -> DataFile:
    office = Office(name="เทศบาลตำบลทดลอง", kind=OfficeKind.SUBDISTRICT, units=UNITS)
    file = new_file(path, office, 2566)
    edits = [OitEdit(code=code, field=field, text=text) for code, field, text in TYPED]
    apply_oit_edits(file, 2566, edits, "กรอกรายการ OIT")
    tick_contents(file, 2566, "O1", contents("O1"), there=True)
    return file


@pytest.fixture(scope="session")
def kept_oit(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    return keep(tmp_path_factory.mktemp("oit"), _write)


@pytest.fixture
def oit_path(kept_oit: KeptFile, tmp_path: Path) -> Path:
    """Return a file of 2566: O1 whole, O2 late, O3 left out, nothing of the others."""
    return kept_oit.copy_to(tmp_path / "เปิดเผยข้อมูล.ita")


@pytest.fixture
def show_page(
    make_window: Callable[[Path | None], MainWindow], qtbot: QtBot
) -> Callable[[Path], DisclosurePage]:
    """Show the tab of the OIT items of a file."""

    def show(path: Path) -> DisclosurePage:
        window = make_window(path)
        window.resize(1366, 768)
        assert window.workspace is not None
        window.workspace.tabs.setCurrentIndex(Tab.OIT)
        page = window.workspace.disclosure
        qtbot.waitUntil(page.isVisible)
        page.table.fit_seen()
        return page

    return show


@pytest.fixture
def oit(show_page: Callable[[Path], DisclosurePage], oit_path: Path) -> DisclosurePage:
    """Return the tab; the cursor is in the state of O1."""
    page = show_page(oit_path)
    page.table.setFocus()
    return page
