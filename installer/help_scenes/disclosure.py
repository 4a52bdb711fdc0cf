"""Pictures of the page เปิดเผยข้อมูล (OIT)."""

from typing import Final

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.tab_names import Tab


def _table(stage: Stage) -> Shot:
    stage.turn_to(Tab.OIT)
    page = stage.workspace.disclosure
    return Shot(
        [page.bar.units, page.left],
        [
            Mark(page.bar.order, "right", (18, 0)),
            Mark(stage.cell(page.table, 1, 1), "right", (-16, 0)),
            Mark(page.left.foot.points, "left", (-18, 0)),
            Mark(page.left.strip, "above", (0, 0)),
        ],
    )


def _item(stage: Stage) -> Shot:
    stage.turn_to(Tab.OIT)
    page = stage.workspace.disclosure
    return Shot(
        [page.card],
        [
            Mark(page.card.state, "right", (20, 0)),
            Mark(page.card.addresses, "right", (-16, 12)),
            Mark(page.card.today, "left", (-16, 0)),
            Mark(page.card.contents.list, "end", (-14, 18)),
        ],
    )


SCENES: Final = (
    Scene("disclosure-table", _table, size=(1366, 640)),
    Scene("disclosure-item", _item, size=(1366, 658)),
)
