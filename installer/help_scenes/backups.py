"""Pictures of the page สำรองข้อมูล."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from installer.help_day import later
from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.backups.dialog import BackupsDialog
from ita_desktop.workflows import second_place
from ita_desktop.workflows.backups import Reason, back_up

_MADE: Final = (
    (timedelta(days=1, hours=2), Reason.TIMER),
    (timedelta(days=1), Reason.CLOSING),
    (timedelta(minutes=40), Reason.TIMER),
)
STICK: Final = "E:\\สำรอง ITA"


def _window(stage: Stage) -> Shot:
    session = stage.session
    stick = stage.folder / "stick"
    stick.mkdir()
    stage.settings.remember_second_place(stick)
    for place, (before, reason) in enumerate(_MADE):
        with later(-before):
            session.put_scores(
                {f"i{place + 2}": session.result.entries["i1"]}, f"แก้คะแนน i{place + 2}"
            )
            second_place.copy_there(back_up(session.path, reason), stick)
    session.set_office(replace(session.office, district="เมืองตัวอย่าง"), session.mark)
    stage.window.desk.show_backups()
    stage.settle()
    dialog = stage.find(BackupsDialog)
    dialog.resize(780, 520)
    dialog.second.place.setText(STICK)
    stage.settle()
    return Shot(
        [dialog],
        [
            Mark(dialog.now, "left", (-18, 0)),
            Mark(stage.cell(dialog.table, 0, 0), "left", (-4, 0)),
            Mark(dialog.restore, "above", (0, -6)),
            Mark(dialog.folder, "above", (0, -6)),
            Mark(dialog.other, "above", (0, -6)),
            Mark(dialog.second.choose, "left", (-18, 0)),
        ],
        margin=0,
    )


SCENES: Final = (Scene("backups-window", _window),)
