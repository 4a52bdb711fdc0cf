"""Pictures of the page เมทริกซ์ความเสี่ยง."""

from typing import Final

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.tab_names import Tab


def _register(stage: Stage) -> Shot:
    stage.turn_to(Tab.RISKS)
    page = stage.workspace.risks
    return Shot(
        [page.bar.areas, page.bar.lacking, page.left],
        [
            Mark(page.bar.lacking, "middle", (10, 0)),
            Mark(stage.cell(page.table, 0, 2), "right", (-16, 0)),
            Mark(page.left.columns, "end", (2, -4)),
            Mark(page.detail.title, "right", (-4, 0)),
            Mark(page.left.strip, "above", (0, -6)),
        ],
    )


def _matrix(stage: Stage) -> Shot:
    stage.turn_to(Tab.RISKS)
    page = stage.workspace.risks
    return Shot(
        [page.right],
        [
            Mark(page.matrix.board, "corner", (12, 4)),
            Mark(page.right.ways, "left", (-10, 0)),
            Mark(page.matrix.unplaced, "middle"),
        ],
    )


SCENES: Final = (
    Scene("risks-register", _register, size=(1366, 680)),
    Scene("risks-matrix", _matrix, size=(1366, 670)),
)
