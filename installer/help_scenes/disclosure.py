"""Pictures of the page เปิดเผยข้อมูล (OIT)."""

from typing import Final

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.units.sheets_dialog import UnitSheetsDialog


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


def _unit_sheets(stage: Stage) -> Shot:
    stage.turn_to(Tab.OIT)
    stage.workspace.disclosure.work.show_units()
    stage.settle()
    dialog = stage.find(UnitSheetsDialog)
    dialog.resize(740, 480)
    stage.settle()
    stage.hide_folder()
    return Shot(
        [dialog],
        [
            Mark(dialog.due, "right", (-20, 0)),
            Mark(dialog.choose, "left", (-18, 0)),
            Mark(stage.cell(dialog.table, 0, 0), "left", (-2, 0)),
            Mark(dialog.make, "above", (0, -6)),
            Mark(dialog.take_folder, "above", (0, -6)),
        ],
        margin=0,
    )


SCENES: Final = (
    Scene("disclosure-table", _table),
    Scene("disclosure-item", _item),
    Scene("disclosure-units", _unit_sheets),
)
