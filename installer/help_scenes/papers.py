"""Pictures of the page เอกสารและการพิมพ์."""

# ruff: noqa: SLF001
# pyright: reportPrivateUsage=false
# What is marked are the widgets inside a page.

from typing import Final

from PySide6.QtWidgets import QToolButton

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.tab_names import Tab


def _menu(stage: Stage) -> Shot:
    stage.turn_to(Tab.SCORES)
    button = stage.find(QToolButton, "เอกสาร", inside=stage.workspace.header)
    menu = stage.open_menu(button)
    return Shot(
        [menu],
        [
            Mark(stage.entry(menu, "ผลการประเมิน ITA — ดูและพิมพ์"), "right", (-130, 0)),
            Mark(stage.entry(menu, "มาตรการในการส่งเสริมและพัฒนา"), "right", (-130, 0)),
            Mark(stage.entry(menu, "ความเสี่ยงการทุจริต"), "right", (-130, 0)),
            Mark(stage.entry(menu, "พิมพ์ด้วยเลขไทย"), "right", (-130, 0)),
        ],
        margin=0,
    )


def _preview(stage: Stage) -> Shot:
    stage.workspace.show_preview("risk-register")
    stage.settle()
    panel = stage.workspace.preview
    return Shot(
        [panel],
        [
            Mark(panel.thumbnails, "right", (-8, -60)),
            Mark(panel.bar._digits, "below", (0, 10)),
            Mark(panel.bar._excel, "below", (0, 10)),
            Mark(panel.bar._pdf, "below", (0, 10)),
            Mark(panel.bar._print, "below", (0, 10)),
        ],
        margin=0,
    )


SCENES: Final = (
    Scene("papers-menu", _menu, size=(1180, 740)),
    Scene("papers-preview", _preview, size=(1120, 640)),
)
