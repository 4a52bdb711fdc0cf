"""The menu of a row of the outline: what can be done with it, each with its key."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from ita_desktop.ui.plan.tab.rows import TreeRow
from ita_desktop.ui.plan.tab.tree import PlanTree

if TYPE_CHECKING:
    from ita_desktop.ui.plan.tab.gestures import TreeGestures

Entry = tuple[str, Callable[[], object], bool]
"""What it says, what it does, and whether that is possible."""


def fill_menu(menu: QMenu, gestures: "TreeGestures", tree: PlanTree, *, writable: bool) -> None:
    """Put what can be done with the current row into a menu, groups apart."""
    for place, group in enumerate(_groups(gestures, tree)):
        if place:
            menu.addSeparator()
        for words, deed, possible in group:
            menu.addAction(words, deed).setEnabled(possible and writable)


def _groups(gestures: "TreeGestures", tree: PlanTree) -> tuple[tuple[Entry, ...], ...]:
    row = tree.current_row
    project = row is not None and bool(row.project)
    section = row is not None and bool(row.section)
    named = (project or section) and row is not None and not row.quiet
    return (
        (
            ("เพิ่มโครงการ\tInsert", gestures.add_project, True),
            ("เริ่มจากตัวอย่าง…\tShift+Insert", gestures.suggest, project or section),
            ("เพิ่มหัวข้อระดับเดียวกัน", gestures.add_section, True),
            ("เพิ่มหัวข้อย่อย", lambda: gestures.add_section(1), section or project),
        ),
        (
            ("เปลี่ยนชื่อ\tF2", tree.rename, named),
            ("ทำสำเนาโครงการ\tCtrl+D", gestures.duplicate, project),
            ("อยู่ในหัวข้ออื่นด้วย…\tCtrl+L", gestures.places, project),
        ),
        (
            ("เลื่อนขึ้น\tAlt+Up", lambda: gestures.move(-1), named),
            ("เลื่อนลง\tAlt+Down", lambda: gestures.move(1), named),
            ("เลื่อนระดับออก\tAlt+Left", lambda: gestures.change_level(-1), section),
            ("เลื่อนระดับเข้า\tAlt+Right", lambda: gestures.change_level(1), section),
        ),
        ((_remove_words(row), gestures.remove, project or section),),
    )


def _remove_words(row: TreeRow | None) -> str:
    if row is not None and row.quiet:
        return "นำออกจากหัวข้อนี้\tDelete"
    return "ลบหัวข้อ\tDelete" if row is not None and row.section else "ลบโครงการ\tDelete"
