"""Making and opening data files."""

import getpass
from collections.abc import Callable
from pathlib import Path

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.file_head import has_backup_footer, read_head
from ita_desktop.db.offices import load_office, save_office
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.refusals import FileRefusedError, Refused
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.errors import ClerkError, MachineError

_UNNAMED = Office(name="หน่วยงานยังไม่ได้ตั้งชื่อ", kind=OfficeKind.SUBDISTRICT)


def is_named(office: Office) -> bool:
    """Say whether an office has a name of its own: a file made by an import knows none."""
    return office.name not in ("", _UNNAMED.name)


def person() -> str:
    """Return the name the machine knows its user by; it goes into the change log."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):  # ImportError: Windows without a name of the user
        return "ไม่ทราบชื่อผู้ใช้"


def open_file(path: Path) -> DataFile:
    """Open a data file to work in it; an older one is backed up before it is migrated.

    Where it cannot be written to, or is a backup, a copy is opened that is only read (``read_only``
    says why). Raises FileRefusedError or MachineError with the sentence for the clerk.
    """
    try:
        return open_to_write(path)
    except FileRefusedError as refusal:
        if refusal.kind not in (Refused.UNWRITABLE, Refused.BACKUP):
            raise
        return open_to_read(path, str(refusal))


def open_to_write(path: Path) -> DataFile:
    """Open a data file for writing, or refuse; raises what ``open_data_file`` raises."""
    return open_data_file(path, person(), back_up=_back_up)


def open_to_read(path: Path, why: str = "", *, harmed: bool = False) -> DataFile:
    """Open a copy of a data file, also while another writes to it; as ``open_for_reading``."""
    from ita_desktop.db.reading import open_for_reading  # noqa: PLC0415 - seldom, 5 ms

    return open_for_reading(path, person(), why, harmed=harmed)


def is_backup_file(path: Path) -> bool:
    """Return whether a data file is a backup; False where it cannot be read."""
    try:
        return has_backup_footer(path, read_head(path, whole=False))
    except (ClerkError, MachineError):
        return False


def _back_up(path: Path) -> object:
    from ita_desktop.workflows.backups import back_up_before_migration  # noqa: PLC0415 - seldom

    return back_up_before_migration(path)


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

    return _create(path, fill)


def new_sample_file(path: Path) -> DataFile:
    """Make a data file of the made-up sample municipality, and open it.

    Raises ClerkError or MachineError, and leaves nothing behind then.
    """
    from ita_desktop.workflows.sample import write_sample  # noqa: PLC0415 - seldom

    return _create(path, write_sample)


def _create(path: Path, fill: Callable[[DataFile], None]) -> DataFile:
    from ita_desktop.db.creating import create_data_file  # noqa: PLC0415 - seldom, 2 ms

    return create_data_file(path, person(), fill)


def office_of(file: DataFile) -> Office:
    """Return the office of a file; one without a name where none was entered yet."""
    return load_office(file) or _UNNAMED
