"""Why a plan that does not cover the fiscal year looked at has no reports to see."""

from typing import Final

from ita_desktop.ui import wording

_NONE: Final = "แผนที่ดูอยู่ไม่ครอบคลุมปีงบประมาณ {year} จึงไม่มีผลของปีนี้ให้รายงาน กรุณาเลือกปีหรือแผนอื่น"


def no_reports(fiscal_year: int) -> str:
    """Return why reports and what is lacking of this year are not to be seen, as a sentence."""
    return wording.shown(_NONE.format(year=fiscal_year))
