"""Pictures of the page บันทึกคะแนน."""

# ruff: noqa: SLF001
# pyright: reportPrivateUsage=false
# What is marked are the widgets inside a page.

from typing import Final

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.scores.model import Column
from ita_desktop.ui.tab_names import Tab


def _window(stage: Stage) -> Shot:
    stage.turn_to(Tab.SCORES)
    page = stage.workspace.scores
    row = page.table.currentIndex().row()
    return Shot(
        [page],
        [
            Mark(stage.cell(page.table, row, Column.SCORE), "corner"),
            Mark(page._paste, "end"),
            Mark(page._filter, "corner"),
            Mark(stage.cell(page.table, row, Column.BAND), "end", (-8, 6)),
            Mark(page._strip, "right", (-24, 0)),
            Mark(page.panel._total, "corner", (8, 10)),
            Mark(stage.button("ลองปรับคะแนน"), "right", (20, 0)),
            Mark(page.panel._ranked, "left", (-20, 0)),
        ],
        margin=0,
    )


SCENES: Final = (Scene("scores-tab", _window, size=(1180, 720)),)
