"""Pictures of the page ย้ายเครื่อง."""

from typing import Final

from PySide6.QtWidgets import QPushButton

from installer.help_shot import Mark, Scene, Shot
from installer.help_stage import Stage
from ita_desktop.ui.opening.banner import FileBanner
from ita_desktop.workflows.backups import back_up_to


def _backup(stage: Stage) -> Shot:
    backup = stage.folder / f"{stage.session.path.stem} 000012 2566-07-31 16.30.ita"
    back_up_to(stage.session.path, backup)
    stage.window.open_path(backup)
    stage.settle()
    banner = stage.find(FileBanner)
    return Shot(
        [stage.part(stage.window, height=200)],
        [Mark(stage.find(QPushButton, "ใช้เป็นไฟล์งาน…", inside=banner), "below", (0, 12))],
    )


SCENES: Final = (Scene("moving-backup", _backup, size=(1000, 640)),)
