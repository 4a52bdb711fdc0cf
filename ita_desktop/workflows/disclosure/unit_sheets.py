"""Work sheets of OIT items for the units: frozen from the data file, to be written by a worker."""

from collections.abc import Collection
from dataclasses import dataclass

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.oit_unit_sheet import OitUnitSheet, oit_unit_sheet
from ita_desktop.domain.disclosure import oit_items
from ita_desktop.domain.evidence import safe_name
from ita_desktop.domain.unit_work import oit_by_unit
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.opening import office_of


@dataclass(frozen=True, slots=True)
class FrozenOitSheet:
    """A unit's sheet before it is written, and the name its file should have."""

    source: OitUnitSheet
    file_name: str

    @property
    def unit(self) -> str:
        """The unit it is for."""
        return self.source.unit

    @property
    def document(self) -> Document:
        """The sheet itself; made when it is asked for, so that it is made in the worker."""
        return oit_unit_sheet(self.source)

    @property
    def own_words(self) -> frozenset[str]:
        """Names that no line may be broken in."""
        return self.source.office.own_words | {self.source.unit}


def freeze_oit_sheets(
    file: DataFile, fiscal_year: int, units: Collection[str], digits: Digits, due: str = ""
) -> tuple[FrozenOitSheet, ...]:
    """Return the sheets of the units as things stand now, in the order of ``oit_by_unit``.

    ``due``: until when they are to come back, as words. Raises ClerkError where the year has no
    criteria or none of the units has an item.
    """
    office, criteria = office_of(file), criteria_of(file, fiscal_year)
    disclosure = load_disclosure(file, fiscal_year)
    works = oit_by_unit(oit_items(criteria), disclosure, office.units)
    chosen = [work for work in works if work.unit in units]
    if not chosen:
        raise ClerkError("ยังไม่ได้เลือกหน่วยงานที่รับผิดชอบข้อ OIT กรุณาเลือกอย่างน้อยหนึ่งหน่วยงาน")
    return tuple(
        FrozenOitSheet(
            source=OitUnitSheet(
                office=office,
                criteria=criteria,
                disclosure=disclosure,
                unit=work.unit,
                items=work.rows,
                file_mark=file_mark_of(file),
                digits=digits,
                due=" ".join(due.split()),
            ),
            file_name=safe_name(f"รายงาน OIT {fiscal_year} {work.unit}.xlsx"),
        )
        for work in chosen
    )
