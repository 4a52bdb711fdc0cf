"""Pictures of the page ติดตามมาตรการ."""

from typing import Final

from PySide6.QtWidgets import QPushButton

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.measures.from_scores import FromScoresDialog
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.units.sheets_dialog import UnitSheetsDialog


def _tab(stage: Stage) -> Shot:
    stage.turn_to(Tab.MEASURES)
    page = stage.workspace.measures
    return Shot(
        [page],
        [
            Mark(stage.find(QPushButton, "เพิ่มหรือจัดประเด็น"), "left", (-18, 0)),
            Mark(stage.cell(page.list, 0, 0), "above", (40, 20)),
            Mark(page.right.suggest, "below", (0, 20)),
            Mark(stage.cell(page.table, 4, 1), "right", (-30, 0)),
            Mark(page.bar.rounds.button(6), "left", (-18, 0)),
            Mark(stage.cell(page.table, 2, 4), "below", (0, -18)),
            Mark(page.bar.papers, "right", (-10, 0)),
            Mark(page.bar.work, "right", (-10, 0)),
            Mark(page.right.strip, "left", (-10, 0)),
        ],
    )


def _from_scores(stage: Stage) -> Shot:
    stage.session.select_year(2566)
    stage.turn_to(Tab.MEASURES)
    stage.workspace.measures.work.show_from_scores()
    stage.settle()
    dialog = stage.find(FromScoresDialog)
    dialog.resize(840, 350)
    stage.settle()
    return Shot(
        [dialog],
        [
            Mark(dialog.years, "corner", (2, -2)),
            Mark(dialog.both, "right", (18, 0)),
            Mark(stage.cell(dialog.table, 0, 0), "left", (-14, 0)),
            Mark(dialog.together, "right", (18, 0)),
            Mark(dialog.go, "left", (-18, 0)),
        ],
    )


def _unit_sheets(stage: Stage) -> Shot:
    stage.turn_to(Tab.MEASURES)
    stage.workspace.measures.work.show_unit_sheets()
    stage.settle()
    dialog = stage.find(UnitSheetsDialog)
    dialog.resize(840, 350)
    stage.settle()
    return Shot(
        [dialog],
        [
            Mark(dialog.rounds.button(12), "right", (18, 0)),
            Mark(dialog.due, "right", (-22, 0)),
            Mark(dialog.choose, "left", (-18, 0)),
            Mark(dialog.make, "left", (-18, 0)),
            Mark(dialog.take_folder, "right", (18, 0)),
        ],
    )


SCENES: Final = (
    Scene("measures-tab", _tab, size=(1130, 800)),
    Scene("measures-from-scores", _from_scores),
    Scene("measures-units", _unit_sheets),
)
