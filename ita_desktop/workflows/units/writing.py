"""Work sheets for the units, written one a unit into a folder; takes values only, for a worker."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

from ita_desktop.documents.model import Document
from ita_desktop.errors import ClerkError, MachineError

_MOST_ALIKE: Final = 999


class SheetToWrite(Protocol):
    """A unit's sheet before it is written, and the name its file should have."""

    @property
    def unit(self) -> str:
        """The unit it is for."""
        ...

    @property
    def file_name(self) -> str:
        """The name its file should have."""
        ...

    @property
    def document(self) -> Document:
        """The sheet itself; made when it is asked for."""
        ...

    @property
    def own_words(self) -> frozenset[str]:
        """Names that no line may be broken in."""
        ...


def write_unit_sheets(
    sheets: Sequence[SheetToWrite],
    folder: Path,
    progress: Callable[[float], None] = lambda _share: None,
) -> tuple[Path, ...]:
    """Write the sheets into a folder and return their files.

    No file is written over: one that is there may hold what a unit sent back. ``progress`` is told
    the share done; what it raises ends the work, and what was written stays. Raises ClerkError or
    MachineError, which says from which unit on there is no sheet.
    """
    from ita_desktop.xlsx.writer import write_xlsx  # noqa: PLC0415 - openpyxl only when needed

    if not folder.is_dir():
        raise ClerkError(f"ไม่พบโฟลเดอร์ {folder} กรุณาเลือกโฟลเดอร์ใหม่")
    written: list[Path] = []
    for number, sheet in enumerate(sheets):
        progress(number / len(sheets))
        path = _free(folder / sheet.file_name)
        try:
            written.append(write_xlsx(sheet.document, path, sheet.own_words))
        except (ClerkError, MachineError) as refusal:
            if not written:
                raise
            kind = MachineError if isinstance(refusal, MachineError) else ClerkError
            made = f"ทำแบบรายงานได้ {len(written)} จาก {len(sheets)} ไฟล์"
            raise kind(f"{made} ยังขาดตั้งแต่ “{sheet.unit}” {refusal}") from refusal
    return tuple(written)


def _free(path: Path) -> Path:
    """Return the path, or the first of "ชื่อ (2).xlsx" and so on that is not there yet."""
    if not path.exists():
        return path
    beside = (path.with_stem(f"{path.stem} ({number})") for number in range(2, _MOST_ALIKE))
    found = next((one for one in beside if not one.exists()), None)
    if found is None:
        raise ClerkError(f"ในโฟลเดอร์มีไฟล์ชื่อ {path.name} มากเกินไป กรุณาเลือกโฟลเดอร์อื่น")
    return found
