"""Making and opening data files."""

import getpass
from pathlib import Path

from ita_desktop.db.creating import create_data_file
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import load_office, save_office
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.workflows.sample import write_sample

_UNNAMED = Office(name="หน่วยงานยังไม่ได้ตั้งชื่อ", kind=OfficeKind.SUBDISTRICT)


def person() -> str:
    """Return the name the machine knows its user by; it goes into the change log."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # ImportError: Windows without a name of the user
        return "ไม่ทราบชื่อผู้ใช้"


def open_file(path: Path) -> DataFile:
    """Open a data file. Raises ClerkError or MachineError with the sentence for the clerk."""
    return open_data_file(path, person())


def new_file(path: Path, office: Office | None = None, fiscal_year: int | None = None) -> DataFile:
    """Make a data file for an office with its first fiscal year, and open it.

    Without a year the first one that is written later, by an import say, is the file's beginning:
    it stays when that deed is taken back. Raises ClerkError or MachineError, and leaves nothing
    behind then.
    """

    def fill(file: DataFile) -> None:
        with file.deed("เริ่มไฟล์ใหม่", undoable=False):
            if office is not None:
                save_office(file, office)
            if fiscal_year is not None:
                add_fiscal_year(file, fiscal_year)

    return create_data_file(path, person(), fill)


def new_sample_file(path: Path) -> DataFile:
    """Make a data file of the made-up sample municipality, and open it.

    Raises ClerkError or MachineError, and leaves nothing behind then.
    """
    return create_data_file(path, person(), write_sample)


def office_of(file: DataFile) -> Office:
    """Return the office of a file; one without a name where none was entered yet."""
    return load_office(file) or _UNNAMED
