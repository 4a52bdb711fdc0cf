"""Criteria and examples that ship are read to their end: a clerk may meet any of them later."""

from ita_desktop.criteria import shipped_criteria, shipped_years
from ita_desktop.criteria.ita_calendars import all_dates
from ita_desktop.criteria.plan_suggestions import section_groups
from ita_desktop.criteria.plan_templates import plan_templates
from ita_desktop.criteria.risk_methods import preset_methods, preset_scales
from ita_desktop.criteria.suggestions import shipped_suggestions
from ita_desktop.ui.self_check.failure import expect, step_called


def read_criteria() -> list[int]:
    """Read all that ships; return the fiscal years that have criteria.

    Raises MachineError where a file is damaged or a year is missing.
    """
    years = shipped_years()
    for year in {*years, *all_dates()}:
        with step_called(f"อ่านเกณฑ์ปี พ.ศ. {year}"):
            expect(shipped_criteria(year) is not None, f"หาเกณฑ์ปี พ.ศ. {year}")
    for read, what in (
        (section_groups, "โครงการ"),
        (plan_templates, "โครงร่างแผน"),
        (preset_methods, "วิธีประเมินความเสี่ยง"),
        (preset_scales, "ระดับความเสี่ยง"),
        (shipped_suggestions, "มาตรการ"),
    ):
        with step_called(f"อ่านตัวอย่าง{what}"):
            expect(bool(read()), f"อ่านตัวอย่าง{what}")
    return [*years]
