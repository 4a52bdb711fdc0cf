"""A made-up municipality with three fiscal years, to look at and to test with."""

from collections.abc import Mapping
from decimal import Decimal

from ita_desktop.criteria import shipped_criteria
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import save_office
from ita_desktop.db.scores import add_fiscal_year, put_score
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.score_entry import Entry
from ita_desktop.workflows.analysis.sample import write_analysis
from ita_desktop.workflows.disclosure.sample import write_disclosure
from ita_desktop.workflows.measures.sample import write_trackers
from ita_desktop.workflows.plans.sample import write_plans
from ita_desktop.workflows.risks.sample import write_registers

SAMPLE_OFFICE = Office(
    name="เทศบาลตำบลบ้านตัวอย่าง",
    kind=OfficeKind.SUBDISTRICT,
    district="เมือง",
    province="ตัวอย่าง",
    executive="นายสมมุติ ใจสุจริต",
    executive_title="นายกเทศมนตรีตำบลบ้านตัวอย่าง",
    units=(
        "สำนักปลัดเทศบาล",
        "กองคลัง",
        "กองช่าง",
        "กองการศึกษา",
        "กองสาธารณสุขและสิ่งแวดล้อม",
        "กองวิชาการและแผนงาน",
        "หน่วยตรวจสอบภายใน",
    ),
)

_BY_INDICATOR_2564 = "88.74 80.12 84.55 79.86 83.90 90.61 87.43 84.18 89.78 87.50"
_IIT_2565 = (
    "92.10 91.44 90.87 96.20 95.31 94.60 71.20 86.10 93.00 92.30 84.75 73.80 88.64 87.20 86.93"
    " 95.40 96.10 90.25 93.60 80.02 84.50 79.80 76.30 78.11 88.90 85.75 89.20 87.64 86.10 84.92"
)
_EIT_2565 = (
    "92.40 91.86 93.10 97.50 90.75 88.20 89.64 90.10 86.55 88.90 85.30 84.62 91.00 80.25 86.74"
)
_IIT_2566 = (
    "95.20 94.86 93.75 98.10 97.64 96.92 79.01 88.40 95.20 91.66 88.27 80.35 91.30 90.46 89.72"
    " 96.80 97.25 92.18 95.62 81.45 88.90 85.94 83.16 78.64 92.44 89.10 93.05 90.72 91.38 88.96"
)
_EIT_2566 = (
    "95.84 96.10 96.72 98.90 94.35 95.12 94.60 97.20 91.84 95.75 93.62 92.90 97.10 88.42 94.18"
)
_NOT_PUBLISHED = {2565: ("O11", "O22", "O40", "O43"), 2566: ("O16", "O37", "O43")}


def sample_entries() -> Mapping[int, Mapping[str, Entry]]:
    """Return the sample's scores by fiscal year: 2564 by indicator, 2565 and 2566 by item."""
    by_indicator = {
        str(number): Decimal(score)
        for number, score in enumerate(_BY_INDICATOR_2564.split(), start=1)
    }
    return {
        2564: by_indicator,
        2565: _by_item(2565, f"{_IIT_2565} {_EIT_2565}"),
        2566: _by_item(2566, f"{_IIT_2566} {_EIT_2566}"),
    }


def write_sample(file: DataFile) -> None:
    """Write the sample office and its years into an empty file, as one deed."""
    with file.deed("สร้างข้อมูลตัวอย่าง", undoable=False):
        save_office(file, SAMPLE_OFFICE)
        for fiscal_year, entries in sample_entries().items():
            add_fiscal_year(file, fiscal_year)
            for code, entry in entries.items():
                put_score(file, fiscal_year, code, entry)
        write_trackers(file)
        write_registers(file)
        write_plans(file)
        write_disclosure(file)
        write_analysis(file)


def _by_item(fiscal_year: int, scores: str) -> Mapping[str, Entry]:
    criteria = _shipped(fiscal_year)
    asked = [item.code for item in criteria.items if not item.is_oit]
    entries: dict[str, Entry] = dict(zip(asked, map(Decimal, scores.split()), strict=True))
    missing = _NOT_PUBLISHED[fiscal_year]
    for item in criteria.items:
        if item.is_oit:
            entries[item.code] = Decimal(0) if item.code in missing else Decimal(100)
    return entries


def _shipped(fiscal_year: int) -> Criteria:
    criteria = shipped_criteria(fiscal_year)
    if criteria is None:
        raise LookupError(fiscal_year)
    return criteria
