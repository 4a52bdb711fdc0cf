"""Pictures of the page จัดทำแผน."""

from typing import Final

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.tab_names import Tab


def _tab(stage: Stage) -> Shot:
    stage.turn_to(Tab.PLAN)
    page = stage.workspace.plan
    return Shot(
        [page.card, page.bar.work, page.strip],
        [
            Mark(page.card.count, "right", (-50, 0)),
            Mark(page.card.more, "below", (0, 14)),
            Mark(page.middle, "corner", (8, 60)),
            Mark(page.bar.money, "left", (-16, 0)),
            Mark(page.bar.page, "left", (-2, 16)),
            Mark(page.card.foot, "end", (-24, 20)),
        ],
    )


SCENES: Final = (Scene("plan-tab", _tab, size=(1366, 690)),)
