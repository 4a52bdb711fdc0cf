"""The areas in the menu of a row: its process is given one without showing their column."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu

from ita_desktop.db.rows import Kind
from ita_desktop.domain.risks import Process
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.workflows.rows.deeds import Edit, set_field


def add_areas(
    menu: QMenu,
    session: Session,
    process: Process,
    *,
    edit_list: Callable[[], object],
    refused: Callable[[str], object],
) -> None:
    """Add the office's areas to a menu, that of the process ticked; its list is edited from here.

    ``refused`` is told why an area could not be written.
    """
    areas = menu.addMenu("ด้าน")
    areas.setEnabled(not session.file.read_only)
    known = dict.fromkeys((*session.register.areas, process.area))
    for area in filter(None, known):
        action = areas.addAction(area)
        action.setCheckable(True)
        action.setChecked(area == process.area)
        wished = "" if area == process.area else area
        action.triggered.connect(_slot(partial(_put, session, process.id, wished, refused)))
    areas.addSeparator()
    areas.addAction("แก้รายการด้าน…", edit_list)


def _slot(deed: Callable[[], None]) -> Callable[[bool], None]:
    return lambda _on: deed()


def _put(session: Session, process: int, area: str, refused: Callable[[str], object]) -> None:
    edit = Edit(kind=Kind.PROCESS, number=process, field="area", text=area)
    _, why = write(session, lambda file: set_field(file, edit))
    if why:
        refused(why)
