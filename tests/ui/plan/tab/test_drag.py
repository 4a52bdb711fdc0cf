"""Dragging rows of the tree by mouse: between rows and onto sections."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ita_desktop.ui.plan.tab.tree import PlanTree


def drag(tree: PlanTree, begun: str, target: str, part: float) -> None:
    """Drag a row to a part of another's height: 0 is its top."""
    start = tree.visualRect(tree.plan_model.index_of(begun)).center()
    box = tree.visualRect(tree.plan_model.index_of(target))
    goal = QPoint(box.center().x(), box.top() + round(box.height() * part))
    port, left = tree.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(port, left, pos=start)
    QTest.mouseMove(port, (start + goal) / 2)
    QTest.mouseMove(port, goal)
    QTest.mouseRelease(port, left, pos=goal)


def dropped(tree: PlanTree, qtbot: QtBot, drop: tuple[str, str, float]) -> tuple[str, ...]:
    """Return the wish that a drag tells; empty where it tells none."""
    tree.resize(340, 600)
    tree.show()
    qtbot.waitExposed(tree)
    told: list[str] = []

    def note(*words: str) -> None:
        told.extend(words)

    tree.dropped.connect(note)
    drag(tree, *drop)
    tree.dropped.disconnect(note)
    return tuple(told)


def test_a_project_comes_between_others_and_into_sections(tree: PlanTree, qtbot: QtBot) -> None:
    for part, where in ((0.1, "before"), (0.9, "after")):
        found = dropped(tree, qtbot, ("project:3", "project:1", part))
        assert found == ("project:3", where, "project:1")
    for part in (0.1, 0.5, 0.9):
        found = dropped(tree, qtbot, ("project:1", "section:5", part))
        assert found == ("project:1", "into", "section:5")


def test_a_section_comes_beside_or_into_another(tree: PlanTree, qtbot: QtBot) -> None:
    for part, where in ((0.1, "before"), (0.5, "into"), (0.9, "after")):
        found = dropped(tree, qtbot, ("section:5", "section:2", part))
        assert found == ("section:5", where, "section:2")


def test_nothing_comes_onto_itself_beside_a_part_or_a_section_beside_projects(
    tree: PlanTree, qtbot: QtBot
) -> None:
    for begun, target in (
        ("project:1", "project:1"),
        ("project:1", "part:goals"),
        ("section:5", "project:1"),
        ("part:goals", "section:1"),
        ("also:3:5", "section:1"),
    ):
        assert dropped(tree, qtbot, (begun, target, 0.5)) == ()
