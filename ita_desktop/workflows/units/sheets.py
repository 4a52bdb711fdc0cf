"""Work sheets for the units: made from the tracker, written one a unit into a folder.

``freeze_unit_sheets`` reads the data file and is quick; ``write_unit_sheets`` takes values only and
may run in a worker.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.db.backing_up import identity_of
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.unit_sheet import UnitSheet, unit_sheet
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.evidence import safe_name
from ita_desktop.domain.measures import Round, Tracker
from ita_desktop.domain.unit_work import work_by_unit
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.opening import office_of

_MARK_LETTERS = 8
_MOST_ALIKE = 999


@dataclass(frozen=True, slots=True)
class FrozenSheet:
    """A unit's sheet before it is written, and the name its file should have."""

    source: UnitSheet
    file_name: str

    @property
    def document(self) -> Document:
        """The sheet itself; made when it is asked for, so that it is made in the worker."""
        return unit_sheet(self.source)

    @property
    def own_words(self) -> frozenset[str]:
        """Names that no line may be broken in."""
        return self.source.office.own_words | {self.source.unit}


def file_mark_of(file: DataFile) -> str:
    """Return what stands in the keys of workbooks for this data file."""
    return identity_of(file.connection)[:_MARK_LETTERS]


def freeze_unit_sheets(
    file: DataFile,
    fiscal_year: int,
    months: Round,
    units: Collection[str],
    digits: Digits,
    due: str = "",
) -> tuple[FrozenSheet, ...]:
    """Return the sheets of the units as things stand now, in the order of ``work_by_unit``.

    ``due``: until when they are to come back, as words. Raises ClerkError where the round is
    closed or none of the units has anything to do.
    """
    if months in closed_rounds(file, fiscal_year):
        raise ClerkError(
            f"รอบ {months} เดือนของปี {fiscal_year} ปิดแล้ว จึงไม่ทำแผ่นงานใหม่ กรุณาเปิดรอบอีกครั้งก่อน"
        )
    office, tracker = office_of(file), load_tracker(file, fiscal_year)
    criteria = _criteria(file, tracker)
    chosen = [work for work in work_by_unit(tracker, office.units) if work.unit in units]
    if not chosen:
        raise ClerkError("ยังไม่ได้เลือกหน่วยงานที่มีขั้นตอนให้รายงาน กรุณาเลือกอย่างน้อยหนึ่งหน่วยงาน")
    return tuple(
        FrozenSheet(
            source=UnitSheet(
                office=office,
                fiscal_year=fiscal_year,
                months=months,
                unit=work.unit,
                rows=work.rows,
                criteria=criteria,
                file_mark=file_mark_of(file),
                digits=digits,
                due=" ".join(due.split()),
            ),
            file_name=safe_name(f"รายงานรอบ {months} เดือน {fiscal_year} {work.unit}.xlsx"),
        )
        for work in chosen
    )


def write_unit_sheets(
    sheets: Sequence[FrozenSheet],
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
            raise kind(f"{made} ยังขาดตั้งแต่ “{sheet.source.unit}” {refusal}") from refusal
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


def _criteria(file: DataFile, tracker: Tracker) -> dict[int, Criteria]:
    """Return the criteria that topics name, as far as there are any."""
    found: dict[int, Criteria] = {}
    for year in {item.criteria_year for topic in tracker.topics for item in topic.items}:
        try:
            found[year] = criteria_of(file, year)
        except ClerkError:  # the code alone is printed
            continue
    return found
