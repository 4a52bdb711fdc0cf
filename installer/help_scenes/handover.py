"""Pictures of the page ส่งต่องาน."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from installer.help_day import later
from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.history.dialog import HistoryDialog


def _history(stage: Stage) -> Shot:
    session = stage.session
    scores = session.result.entries
    with later(timedelta(minutes=12)):
        session.put_scores({"i7": scores["i8"]}, "แก้คะแนน i7")
    with later(timedelta(minutes=30)):
        session.set_office(replace(session.office, district="เมืองตัวอย่าง"), session.mark)
    with later(timedelta(minutes=41)):
        session.put_scores({"i2": scores["i1"], "i3": scores["i1"]}, "วางคะแนน 2 ค่า")
    stage.window.desk.show_history()
    stage.settle()
    dialog = stage.find(HistoryDialog)
    dialog.resize(860, 560)
    stage.settle()
    page = dialog.deeds
    return Shot(
        [dialog],
        [
            Mark(page.search, "right", (-20, 0)),
            Mark(stage.cell(page.deeds, 0, 1), "right", (-24, 0)),
            Mark(stage.cell(page.changes, 0, 3), "right", (-24, 0)),
            Mark(page.undo, "left", (-18, 0)),
            Mark(stage.tab_named("ถังรายการที่ลบ"), "right", (8, 0)),
        ],
        margin=0,
    )


SCENES: Final = (Scene("handover-history", _history),)
