"""Pictures of the page ภาพรวม."""

# ruff: noqa: SLF001
# pyright: reportPrivateUsage=false
# What is marked are the widgets inside a page.

from typing import Final

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.domain.areas import Area
from ita_desktop.ui.tab_names import Tab


def _year(stage: Stage) -> Shot:
    stage.turn_to(Tab.OVERVIEW)
    stage.workspace.overview.looking.finish()
    stage.settle()
    page = stage.workspace.overview
    return Shot(
        [page],
        [
            Mark(page.score, "corner", (6, 6)),
            Mark(page.verdict, "corner", (0, 6)),
            Mark(page.verdict._counts, "right", (-8, 0)),
            Mark(page.verdict.go, "left", (-20, 0)),
            Mark(page.verdict.paper, "left", (-20, 0)),
            Mark(page.cards[Area.SCORES], "corner", (6, 2)),
            Mark(page.lacks, "corner", (6, 6)),
            Mark(page.lacks.areas, "above", (0, -4)),
            Mark(page.dates, "corner", (0, 6)),
        ],
    )


SCENES: Final = (Scene("overview-year", _year, size=(1180, 820)),)
