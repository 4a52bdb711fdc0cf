"""A file with a plan of two dimensions, the tab that shows it, and pieces of that tab."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.plan import Plan
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.plan.tab.page import PlanPage
from ita_desktop.ui.plan.tab.rows import RowMaker
from ita_desktop.ui.plan.tab.tree import PlanTree
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.opening import new_file, open_file
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project, put_places
from ita_desktop.workflows.rows.deeds import Edit, apply_edits
from tests.kept_file import KeptFile, keep

ShowPage = Callable[[Path], PlanPage]
UNITS = ("กองคลัง", "สำนักปลัดเทศบาล")
HEADINGS = (
    Heading(1, "การสร้างวัฒนธรรมสุจริต"),
    Heading(2, "ข้าราชการและฝ่ายการเมือง"),
    Heading(2, "ประชาชนในท้องถิ่น"),
    Heading(1, "ความโปร่งใส"),
    Heading(2, "การเปิดเผยข้อมูล"),
)
NAMES = {1: ("โครงการให้ความรู้กฎหมาย", "กิจกรรมประมวลจริยธรรม"), 2: ("โครงการเศรษฐกิจพอเพียง",)}
WHOLE = {
    "rationale": "ประชาชนต้องรู้",
    "objectives": "ให้รู้",
    "target": "ประชาชน",
    "steps": "ประชุม",
    "runs:2566": "ใช่",
    "amount:2566": "20,000",
    "units": "กองคลัง",
    "outputs": "ประชุม 1 ครั้ง",
}


def _write(path: Path) -> DataFile:
    office = Office(name="เทศบาลตำบลทดลอง", kind=OfficeKind.SUBDISTRICT, units=UNITS)
    file = new_file(path, office, 2566)
    begin_plan(file, 2566, 2570, HEADINGS, ("คะแนน ITA",))
    sections = [row[0] for row in file.read("SELECT id FROM section ORDER BY position")]
    made = [
        add_project(file, sections[place], {"name": name})
        for place, names in NAMES.items()
        for name in names
    ]
    apply_edits(
        file,
        [
            Edit(kind=Kind.PROJECT, number=made[2], field=field, text=text)
            for field, text in WHOLE.items()
        ],
        "กรอกโครงการ",
    )
    put_places(file, made[2], [sections[4]])
    return file


@pytest.fixture(scope="session")
def kept_planned(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    return keep(tmp_path_factory.mktemp("planned"), _write)


@pytest.fixture
def planned_path(kept_planned: KeptFile, tmp_path: Path) -> Path:
    """Return a file whose plan has three projects; the third is whole, and stands in two places."""
    return kept_planned.copy_to(tmp_path / "แผน.ita")


@pytest.fixture
def session(planned_path: Path) -> Iterator[Session]:
    """Return the open file of the plan."""
    made = Session(open_file(planned_path), 2566)
    yield made
    made.close()


@pytest.fixture
def plan(session: Session) -> Plan:
    assert session.plan is not None
    return session.plan


@pytest.fixture
def tree(session: Session, plan: Plan, qtbot: QtBot) -> PlanTree:
    """Return the tree of the plan, which shows it anew after each deed."""
    made, maker = PlanTree(), RowMaker()
    qtbot.addWidget(made)
    made.show_rows(maker.rows(plan))

    def show() -> None:
        assert session.plan is not None
        made.show_rows(maker.rows(session.plan))

    session.plan_changed.connect(show)
    return made


@pytest.fixture
def show_page(make_window: Callable[[Path | None], MainWindow], qtbot: QtBot) -> ShowPage:
    """Show the tab of the plan of a file."""

    def show(path: Path) -> PlanPage:
        window = make_window(path)
        window.resize(1366, 768)
        assert window.workspace is not None
        window.workspace.tabs.setCurrentIndex(Tab.PLAN)
        page = window.workspace.plan
        qtbot.waitUntil(page.isVisible)
        return page

    return show


@pytest.fixture
def page(show_page: ShowPage, planned_path: Path) -> PlanPage:
    """Return the tab; its first project is shown."""
    return show_page(planned_path)


def focused() -> QWidget:
    """Return what has the keyboard."""
    there = QApplication.focusWidget()
    assert there is not None
    return there
