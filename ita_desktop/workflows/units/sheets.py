"""Work sheets for the units: made from the tracker, written one a unit into a folder.

``freeze_unit_sheets`` reads the data file and is quick; ``write_unit_sheets`` of ``writing`` takes
values only and may run in a worker.
"""

from collections.abc import Collection
from dataclasses import dataclass

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.unit_sheet import UnitSheet, unit_sheet
from ita_desktop.domain.evidence import safe_name
from ita_desktop.domain.measures import Round
from ita_desktop.domain.unit_work import work_by_unit
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.measures.papers import criteria_named, file_mark_of
from ita_desktop.workflows.opening import office_of


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
    def unit(self) -> str:
        """The unit it is for."""
        return self.source.unit

    @property
    def own_words(self) -> frozenset[str]:
        """Names that no line may be broken in."""
        return self.source.office.own_words | {self.source.unit}


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
    criteria = criteria_named(file, tracker)
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
