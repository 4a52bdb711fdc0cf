"""The page that is being written, beside where it is written."""

# pyright: reportPrivateUsage=false
# A test of a preview looks at the widgets inside it.

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.documents.model import Digits
from ita_desktop.domain.plan import Plan
from ita_desktop.thai.text import fold
from ita_desktop.ui.plan.preview.page_preview import PagePreview
from ita_desktop.ui.preview.making import Made, make
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.export_document import freeze
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project, remove_projects
from ita_desktop.workflows.rows.deeds import Edit, set_field


@pytest.fixture
def session(open_session: Callable[[Path], Session], empty_path: Path) -> Session:
    made = open_session(empty_path)
    headings = [Heading(1, "วัฒนธรรมสุจริต"), Heading(1, "ความโปร่งใส")]
    begin_plan(made.file, 2566, 2570, headings)
    made.refresh()
    for section, name in ((0, "อบรมกฎหมาย"), (1, "ศูนย์ข้อมูล")):
        add_project(made.file, plan(made).sections[section].id, {"name": name})
    made.refresh()
    return made


@pytest.fixture
def threaded(qtbot: QtBot, session: Session, settings: Settings) -> Iterator[PagePreview]:
    """Return a preview whose pages are made by a worker, as in the window."""
    made = PagePreview(session, settings)
    qtbot.addWidget(made)
    made.resize(320, 600)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.show_nothing()


@pytest.fixture
def preview(at_once: None, threaded: PagePreview) -> PagePreview:
    """Return one whose pages are made at once."""
    del at_once
    return threaded


def plan(session: Session) -> Plan:
    assert session.plan is not None
    return session.plan


def project(session: Session, place: int) -> int:
    return [one.project.id for one in plan(session).placed()][place]


def written(preview: PagePreview) -> str:
    assert preview.made is not None
    file = preview.made.file
    return " ".join(fold(line.text) for page in range(len(file.sizes)) for line in file.lines(page))


def whole(session: Session, settings: Settings) -> Made:
    frozen = freeze(session.file, "plan", session.fiscal_year, Digits.THAI, settings.margins())
    return make(frozen, None, lambda _share: None)


def test_a_project_is_shown_as_it_is_printed(preview: PagePreview, session: Session) -> None:
    assert preview.made is None
    assert not preview.state.isHidden()
    preview.show_project(project(session, 1))
    assert fold("ลำดับที่ 2") in written(preview)
    assert fold("ศูนย์ข้อมูล") in written(preview)
    assert fold("อบรมกฎหมาย") not in written(preview)
    assert preview.place.text() == "ตัวอย่าง ๑ หน้า"
    assert preview.state.isHidden()


def test_what_is_written_is_seen_and_what_changes_nothing_makes_nothing(
    preview: PagePreview, session: Session, qtbot: QtBot
) -> None:
    number = project(session, 0)
    preview.show_project(number)
    set_field(session.file, Edit(kind=Kind.PROJECT, number=number, field="units", text="กองคลัง"))
    session.refresh()
    qtbot.waitUntil(lambda: not preview.making)
    assert fold("กองคลัง") in written(preview)
    before = preview.made
    other = project(session, 1)
    set_field(session.file, Edit(kind=Kind.PROJECT, number=other, field="units", text="กองช่าง"))
    session.refresh()
    qtbot.waitUntil(lambda: not preview.making)
    assert preview.made is before
    session.undo()
    session.undo()
    qtbot.waitUntil(lambda: not preview.making)
    assert fold("กองคลัง") not in written(preview)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("cover", "แผนปฏิบัติการป้องกันการทุจริต"),
        ("preface", "คำนำ"),
        ("rationale", "หลักการและเหตุผล"),
        ("objectives", "วัตถุประสงค์"),
        ("goals", "เป้าหมาย"),
        ("benefits", "ประโยชน์"),
    ],
)
def test_a_fixed_text_is_shown_by_itself(preview: PagePreview, name: str, words: str) -> None:
    preview.show_part(name)
    assert fold(words) in written(preview)
    assert fold("ลำดับที่") not in written(preview)


def test_nothing_is_made_while_it_is_not_seen(preview: PagePreview, session: Session) -> None:
    preview.hide()
    preview.show_project(project(session, 0))
    assert preview.made is None
    preview.show()
    assert preview.made is not None


def test_a_project_that_goes_leaves_nothing(
    preview: PagePreview, session: Session, qtbot: QtBot
) -> None:
    number = project(session, 0)
    preview.show_project(number)
    remove_projects(session.file, [number])
    session.refresh()
    qtbot.waitUntil(lambda: not preview.making)
    assert preview.made is None
    session.undo()
    qtbot.waitUntil(lambda: not preview.making)
    assert preview.made is not None


def test_the_page_of_the_whole_is_known_once_it_was_made(
    preview: PagePreview, session: Session, settings: Settings
) -> None:
    preview.show_project(project(session, 1))
    made = whole(session, settings)
    preview.learn(made)
    count = len(made.file.sizes)
    assert preview._whole is not None
    page = preview._whole.pages["project:2"]
    lines = {fold(line.text) for line in made.file.lines(page)}
    assert fold("ลำดับที่ 2") in lines
    from ita_desktop.ui import wording  # noqa: PLC0415

    assert preview.place.text() == wording.shown(f"หน้า {page + 1} จาก {count}")
    printed = preview._whole.numbers[page]
    assert f"-{printed}-" in written(preview).split()
    preview.show_part("preface")
    assert preview.place.text() == wording.shown(f"หน้า 3 จาก {count}")


def test_every_part_is_found_on_its_page(
    preview: PagePreview, session: Session, settings: Settings
) -> None:
    made = whole(session, settings)
    preview.learn(made)
    assert preview._whole is not None
    pages = preview._whole.pages
    assert [pages[name] for name in ("cover", "preface")] == [0, 2]
    intro = [pages[name] for name in ("rationale", "objectives", "goals", "benefits")]
    assert intro == sorted(intro)
    assert pages["preface"] < intro[0] < pages["project:1"] < pages["project:2"]


def test_a_click_opens_the_whole_at_what_is_seen(
    preview: PagePreview, session: Session, settings: Settings, qtbot: QtBot
) -> None:
    preview.show_project(project(session, 1))
    found: list[int] = []
    preview.page_found.connect(found.append)
    with qtbot.waitSignal(preview.whole_wanted):
        QTest.mouseClick(preview.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(80, 80))
    preview.learn(whole(session, settings))
    assert preview._whole is not None
    assert found == [preview._whole.pages["project:2"]]
    preview.learn(whole(session, settings))  # made again by itself: nobody asked to go there
    assert len(found) == 1
    with qtbot.waitSignal(preview.whole_wanted):
        QTest.keyClick(preview.view, Qt.Key.Key_Return)


def test_pages_wait_until_nothing_more_is_written(
    preview: PagePreview, session: Session, qtbot: QtBot
) -> None:
    number = project(session, 0)
    preview.show_project(number)
    before = preview.made
    for text in ("กองคลัง", "กองช่าง"):
        edit = Edit(kind=Kind.PROJECT, number=number, field="units", text=text)
        set_field(session.file, edit)
        session.refresh()
        assert preview.making
        assert preview.made is before
    qtbot.waitUntil(lambda: not preview.making)
    assert fold("กองช่าง") in written(preview)


def test_only_the_latest_of_several_deeds_is_shown(
    threaded: PagePreview, session: Session, qtbot: QtBot
) -> None:
    number = project(session, 0)
    threaded.show_project(number)
    for text in ("หนึ่ง", "สอง", "สาม"):
        edit = Edit(kind=Kind.PROJECT, number=number, field="rationale", text=f"เหตุผล{text}")
        set_field(session.file, edit)
        session.refresh()
    qtbot.waitUntil(lambda: not threaded.making and threaded.made is not None)
    assert fold("เหตุผลสาม") in written(threaded)
