"""Pictures of the page บันทึกคะแนน."""

# ruff: noqa: SLF001
# pyright: reportPrivateUsage=false
# What is marked are the widgets inside a page.

from typing import Final

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.scores.model import Column
from ita_desktop.ui.tab_names import Tab


def _tab(stage: Stage) -> Shot:
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
    )


def _try(stage: Stage) -> Shot:
    stage.turn_to(Tab.SCORES)
    page = stage.workspace.scores
    page.try_scores()
    trying = page.trying
    if trying is None:
        raise LookupError
    stage.press(trying.items[0].tick)
    return Shot(
        [trying],
        [
            Mark(trying.items[2].text, "right", (-40, 0)),
            Mark(trying.figures[0].slider, "above", (0, -2)),
            Mark(trying.result, "corner", (8, 8)),
            Mark(trying.best, "corner", (8, 8)),
            Mark(trying.reset, "left", (-18, 0)),
        ],
    )


SCENES: Final = (
    Scene("scores-tab", _tab, size=(1000, 680)),
    Scene("scores-try", _try, size=(960, 640)),
)
