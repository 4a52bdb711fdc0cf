"""Pictures of the page เอกสารและการพิมพ์."""

# ruff: noqa: SLF001
# pyright: reportPrivateUsage=false
# What is marked are the widgets inside a page.

from typing import Final

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage


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


SCENES: Final = (Scene("papers-preview", _preview, size=(1120, 640)),)
