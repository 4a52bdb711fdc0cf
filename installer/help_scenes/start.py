"""Pictures of the page เริ่มต้นใช้งาน."""

# ruff: noqa: SLF001
# pyright: reportPrivateUsage=false
# What is marked are the widgets inside a page.

from typing import Final

from PySide6.QtWidgets import QPushButton

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.start_page import StartPage
from ita_desktop.ui.tab_names import Tab


def _welcome(stage: Stage) -> Shot:
    page = stage.find(StartPage)
    page.form.name.setText("เทศบาลตำบลบ้านตัวอย่าง")
    begin = stage.find(QPushButton, "เลือกที่เก็บไฟล์แล้วเริ่มบันทึก")
    return Shot(
        [
            stage.part(
                stage.window, height=begin.mapTo(stage.window, begin.rect().topLeft()).y() + 62
            )
        ],
        [
            Mark(page.form.name, "right", (-22, 0)),
            Mark(page._year, "right", (-48, 0)),
            Mark(begin, "right", (22, 0)),
            Mark(stage.button("เลือกไฟล์ .ita"), "right", (22, 0)),
            Mark(stage.button("เปิดเทศบาลตัวอย่าง"), "right", (22, 0)),
        ],
    )


def _window(stage: Stage) -> Shot:
    stage.turn_to(Tab.SCORES)
    workspace, header = stage.workspace, stage.workspace.header
    workspace.scores.go_to("i2")
    stage.session.put_scores({"i2": stage.session.result.entries["i1"]}, "แก้คะแนน i2")
    stage.look_at_backups()
    return Shot(
        [stage.window],
        [
            Mark(stage.tab(Tab.OIT), "right", (16, 0)),
            Mark(header._year, "corner", (-3, 2)),
            Mark(header._undo, "left", (-8, 0)),
            Mark(header.search, "left", (-14, 0)),
            Mark(stage.button("เอกสาร", header), "left", (-14, 0)),
            Mark(stage.button("เมนู", header), "below", (0, 10)),
            Mark(workspace.status.saved, "above", (0, -15)),
        ],
    )


SCENES: Final = (
    Scene("start-welcome", _welcome, file="none", size=(1000, 720)),
    Scene("start-window", _window, size=(1180, 600)),
)
