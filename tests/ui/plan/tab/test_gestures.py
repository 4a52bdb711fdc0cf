"""Gestures on the tree: adding, moving, levels, copies, dropping, removing; each one deed."""

import pytest

from ita_desktop.domain.plan import Plan, levels
from ita_desktop.ui.plan.tab.gestures import TreeGestures
from ita_desktop.ui.plan.tab.tree import PlanTree
from ita_desktop.ui.session import Session


@pytest.fixture
def gestures(session: Session, tree: PlanTree) -> TreeGestures:
    return TreeGestures(session, tree)


def outline(session: Session) -> list[str]:
    """Return the outline: each section as its level and number, with its projects' numbers."""
    plan = session.plan
    assert plan is not None
    on_paper = levels(plan)
    return [
        f"{'.' * on_paper[one.id]}{one.id}:{','.join(str(each.id) for each in one.projects)}"
        for one in plan.sections
    ]


AT_FIRST = [".1:", "..2:1,2", "..3:3", ".4:", "..5:"]


def test_the_outline_of_these_tests(session: Session) -> None:
    assert outline(session) == AT_FIRST


def test_a_project_comes_after_the_current_one_and_is_told(
    session: Session, tree: PlanTree, gestures: TreeGestures
) -> None:
    made: list[str] = []
    gestures.made.connect(made.append)
    tree.go_to("project:1")
    gestures.add_project()
    assert outline(session)[1] == "..2:1,4,2"
    assert made == [tree.current_key] == ["project:4"]
    tree.go_to("section:5")
    gestures.add_project()
    assert outline(session)[4] == "..5:5"
    session.undo()
    session.undo()
    assert outline(session) == AT_FIRST


@pytest.mark.parametrize(
    ("row", "step", "after"),
    [
        ("project:1", 1, [".1:", "..2:2,1", "..3:3", ".4:", "..5:"]),
        ("project:2", 1, [".1:", "..2:1", "..3:2,3", ".4:", "..5:"]),
        ("project:1", -1, [".1:1", "..2:2", "..3:3", ".4:", "..5:"]),
        ("project:3", -1, [".1:", "..2:1,2,3", "..3:", ".4:", "..5:"]),
        ("section:2", 1, [".1:", "..3:3", "..2:1,2", ".4:", "..5:"]),
        ("section:4", -1, [".4:", "..5:", ".1:", "..2:1,2", "..3:3"]),
        ("section:5", -1, AT_FIRST),
        ("section:4", 1, AT_FIRST),
    ],
)
def test_alt_arrows_put_a_row_elsewhere(
    session: Session, tree: PlanTree, gestures: TreeGestures, row: str, step: int, after: list[str]
) -> None:
    tree.go_to(row)
    gestures.move(step)
    assert outline(session) == after
    assert tree.current_key == row
    if after != AT_FIRST:
        session.undo()
        assert outline(session) == AT_FIRST


@pytest.mark.parametrize(
    ("row", "step", "after"),
    [
        ("section:3", 1, [".1:", "..2:1,2", "...3:3", ".4:", "..5:"]),
        ("section:2", 1, AT_FIRST),
        ("section:4", 1, [".1:", "..2:1,2", "..3:3", "..4:", "...5:"]),
        ("section:5", -1, [".1:", "..2:1,2", "..3:3", ".4:", ".5:"]),
        ("section:1", -1, AT_FIRST),
    ],
)
def test_a_section_goes_a_level_in_or_out_with_all_under_it(
    session: Session, tree: PlanTree, gestures: TreeGestures, row: str, step: int, after: list[str]
) -> None:
    tree.go_to(row)
    gestures.change_level(step)
    assert outline(session) == after


@pytest.mark.parametrize(
    ("dragged", "where", "onto", "after"),
    [
        ("project:3", "before", "project:1", [".1:", "..2:3,1,2", "..3:", ".4:", "..5:"]),
        ("project:1", "after", "project:2", [".1:", "..2:2,1", "..3:3", ".4:", "..5:"]),
        ("project:1", "into", "section:5", [".1:", "..2:2", "..3:3", ".4:", "..5:1"]),
        ("section:2", "into", "section:4", [".1:", "..3:3", ".4:", "..5:", "..2:1,2"]),
        ("section:4", "before", "section:1", [".4:", "..5:", ".1:", "..2:1,2", "..3:3"]),
        ("section:5", "after", "section:2", [".1:", "..2:1,2", "..5:", "..3:3", ".4:"]),
        ("section:1", "into", "section:2", AT_FIRST),
    ],
)
def test_rows_are_dropped_between_and_onto_others(
    *,
    session: Session,
    tree: PlanTree,
    gestures: TreeGestures,
    dragged: str,
    where: str,
    onto: str,
    after: list[str],
) -> None:
    assert gestures.parent() is tree
    tree.dropped.emit(dragged, where, onto)
    assert outline(session) == after


def test_a_section_is_added_beside_or_inside_and_named_at_once(
    session: Session, tree: PlanTree, gestures: TreeGestures
) -> None:
    tree.show()
    tree.go_to("section:2")
    gestures.add_section()
    assert outline(session)[1:4] == ["..2:1,2", "..6:", "..3:3"]
    assert tree.state() is tree.State.EditingState
    tree.go_to("section:3")
    gestures.add_section(1)
    assert outline(session)[3:5] == ["..3:3", "...7:"]


def test_a_copy_stands_below_and_what_is_removed_comes_back(
    session: Session, tree: PlanTree, gestures: TreeGestures
) -> None:
    said: list[str] = []

    def note(*words: object) -> None:
        said.append(str(words[0]))

    gestures.said.connect(note)
    tree.go_to("project:1")
    gestures.duplicate()
    assert outline(session)[1] == "..2:1,4,2"
    gestures.remove()
    assert outline(session) == AT_FIRST
    tree.go_to("section:2")
    gestures.remove()
    assert outline(session) == [".1:", "..3:3", ".4:", "..5:"]
    assert said[-1] == "ลบหัวข้อแล้ว พร้อม 2 โครงการในหัวข้อนั้น"
    session.undo()
    assert outline(session) == AT_FIRST


def test_several_projects_are_removed_by_one_deed(
    session: Session, tree: PlanTree, gestures: TreeGestures
) -> None:
    tree.go_to("project:1")
    flags = tree.selectionModel().SelectionFlag.Select
    tree.selectionModel().select(tree.plan_model.index_of("project:2"), flags)
    gestures.remove()
    assert outline(session)[1] == "..2:"
    session.undo()
    assert outline(session) == AT_FIRST


def test_where_a_project_also_stands_it_is_taken_out_and_stays(
    session: Session, tree: PlanTree, gestures: TreeGestures, plan: Plan
) -> None:
    assert plan.sections[2].projects[0].places == (5,)
    tree.go_to("also:3:5")
    gestures.remove()
    assert session.plan is not None
    assert session.plan.sections[2].projects[0].places == ()
    assert tree.current_key == "project:3"


def test_a_name_that_is_typed_is_written(
    session: Session, tree: PlanTree, gestures: TreeGestures
) -> None:
    assert gestures.parent() is tree
    tree.named.emit("project:1", "โครงการอบรม  กฎหมาย")
    assert session.plan is not None
    assert session.plan.sections[1].projects[0].name == "โครงการอบรม กฎหมาย"
