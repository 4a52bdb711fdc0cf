"""The office itself, and its mark, written as one deed."""

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import remove_mark, save_mark
from ita_desktop.db.offices import save_office
from ita_desktop.domain.office import Office
from ita_desktop.workflows.opening import office_of


def put_office(file: DataFile, office: Office, mark: bytes | None = None) -> None:
    """Write the office's names, units and limits, and its mark where one is given.

    ``mark``: a PNG; empty takes it away. The deed is called after what changes.
    """
    same = mark is not None and office == office_of(file)
    of_mark = "เปลี่ยนตราของหน่วยงาน" if mark else "นำตราของหน่วยงานออก"
    with file.deed(of_mark if same else "แก้ข้อมูลหน่วยงาน"):
        if not same:
            save_office(file, office)
        if mark:
            save_mark(file, mark)
        elif mark is not None:
            remove_mark(file)
