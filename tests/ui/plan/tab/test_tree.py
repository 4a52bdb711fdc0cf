"""The tree: what its rows say, that it tells only what changed, folding, naming, filtering."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import Plan
from ita_desktop.ui.plan.tab.rows import FRONT, GOALS, RowMaker
from ita_desktop.ui.plan.tab.tree import PlanTree
from ita_desktop.ui.plan.tab.tree_model import those_shown
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.rows.deeds import Edit, set_field


def words(tree: PlanTree) -> list[str]:
    """Return what the rows below the fixed parts say, each indented by its depth."""
    rows = [row for row in tree.plan_model.rows if not row.part]
    return [f"{'  ' * row.depth}{row.number} {row.words} {row.count}" for row in rows]


def test_rows_have_numbers_counts_and_short_names(tree: PlanTree) -> None:
    assert words(tree) == [
        "มิติที่ 1 การสร้างวัฒนธรรมสุจริต 3",
        "  1.1 ข้าราชการและฝ่ายการเมือง 2",
        "    1 ให้ความรู้กฎหมาย None",
        "    2 ประมวลจริยธรรม None",
        "  1.2 ประชาชนในท้องถิ่น 1",
        "    3 เศรษฐกิจพอเพียง None",
        "มิติที่ 2 ความโปร่งใส 0",
        "  2.1 การเปิดเผยข้อมูล 0",
        "    3 เศรษฐกิจพอเพียง None",
    ]


def test_a_dot_has_words_and_what_is_whole_has_none(tree: PlanTree) -> None:
    rows = {row.words: row for row in tree.plan_model.rows if row.project and not row.quiet}
    lacking = rows["ให้ความรู้กฎหมาย"]
    assert len(lacking.lacks) == 8
    assert rows["เศรษฐกิจพอเพียง"].lacks == ()
    cell = tree.plan_model.index_of(lacking.key)
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        said = " ".join(str(cell.data(role)).split())
        assert "ยังไม่ได้กรอก หลักการและเหตุผล, วัตถุประสงค์" in said
    also = next(row for row in tree.plan_model.rows if row.quiet)
    said = tree.plan_model.index_of(also.key).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "โครงการที่ ๓ เศรษฐกิจพอเพียง อยู่ในหัวข้อนี้ด้วย"


def test_the_model_keeps_qt_s_rules_while_projects_come_and_go(
    tree: PlanTree, session: Session, plan: Plan, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(tree.plan_model)
    session.do(lambda file: add_project(file, plan.sections[2].id))
    session.undo()


def test_typing_into_a_project_tells_one_row(
    tree: PlanTree, session: Session, plan: Plan, qtbot: QtBot
) -> None:
    number = plan.sections[1].projects[0].id
    edit = Edit(kind=Kind.PROJECT, number=number, field="rationale", text="เหตุ")
    told: list[QModelIndex] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        told.extend((first, last))

    tree.plan_model.dataChanged.connect(note)
    with qtbot.assertNotEmitted(tree.plan_model.modelReset):
        session.do(lambda file: set_field(file, edit))
    key = f"project:{number}"
    assert [tree.plan_model.row_at(cell).key for cell in told] == [key, key]  # pyright: ignore[reportOptionalMemberAccess]


def test_a_change_of_the_outline_leaves_row_and_folding(
    tree: PlanTree, session: Session, plan: Plan
) -> None:
    folded = tree.plan_model.index_of(f"section:{plan.sections[1].id}")
    tree.collapse(folded)
    here = f"project:{plan.sections[2].projects[0].id}"
    tree.go_to(here)
    session.do(lambda file: add_project(file, plan.sections[2].id, {"name": "ใหม่"}))
    assert tree.current_key == here
    shown = {key: tree.isExpanded(tree.plan_model.index_of(key)) for key in (FRONT, GOALS)}
    assert not shown[FRONT]
    assert not tree.isExpanded(tree.plan_model.index_of(f"section:{plan.sections[1].id}"))
    assert tree.isExpanded(tree.plan_model.index_of(f"section:{plan.sections[2].id}"))


def test_going_to_a_folded_row_unfolds_what_it_stands_in(tree: PlanTree, plan: Plan) -> None:
    over = tree.plan_model.index_of(f"section:{plan.sections[1].id}")
    tree.collapse(over)
    assert tree.go_to(f"project:{plan.sections[1].projects[0].id}")
    assert tree.isExpanded(over)
    assert not tree.go_to("project:999")


def test_a_name_is_typed_in_the_tree(tree: PlanTree, plan: Plan, qtbot: QtBot) -> None:
    tree.resize(320, 500)
    tree.show()
    tree.go_to(f"section:{plan.sections[0].id}")
    QTest.keyClick(tree, Qt.Key.Key_F2)
    field = tree.findChild(type(tree._delegate.field)) if tree._delegate.field else None  # pyright: ignore[reportPrivateUsage]
    assert field is not None
    assert field.text() == "การสร้างวัฒนธรรมสุจริต"
    field.setText("วัฒนธรรมสุจริต")
    with qtbot.waitSignal(tree.named) as named:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert named.args == [f"section:{plan.sections[0].id}", "วัฒนธรรมสุจริต"]


def test_rows_that_are_found_are_seen_with_what_they_stand_in(plan: Plan) -> None:
    rows = RowMaker().rows(plan)
    last = plan.sections[2].projects[0].id
    shown = [row.words for row in those_shown(rows, {f"project:{last}", GOALS})]
    assert shown == ["เป้าหมาย", "การสร้างวัฒนธรรมสุจริต", "ประชาชนในท้องถิ่น", "เศรษฐกิจพอเพียง"]
