"""A plan as a whole: begun from a template, its years and fixed texts, taken away."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.db import plans as plan_table
from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan, plan_covering, plans_of
from ita_desktop.db.rows import Kind
from ita_desktop.db.scores import add_fiscal_year, fiscal_years
from ita_desktop.domain.measure_entry import clean_field
from ita_desktop.domain.plan import Plan
from ita_desktop.errors import ClerkError
from ita_desktop.thai.fiscal import FIRST_YEAR, LAST_YEAR
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.criteria.in_force import criteria_of

MOST_YEARS: Final = 15


@dataclass(frozen=True, slots=True)
class Heading:
    """A section that a new plan begins with."""

    level: int
    name: str
    marker: str = ""


def plan_of(file: DataFile, fiscal_year: int) -> Plan | None:
    """Return the plan that covers a fiscal year; None where none does."""
    number = plan_covering(file, fiscal_year)
    return None if number is None else load_plan(file, number)


def begin_plan(
    file: DataFile,
    first_year: int,
    last_year: int,
    headings: Sequence[Heading] = (),
    goals: Sequence[str] = (),
    *,
    add_year: bool = False,
) -> int:
    """Make a plan with these sections and goals, as one deed; return its number.

    ``add_year``: where the file has no year of the plan one comes with it (``add_year_of``).
    Raises ClerkError for years that are none or that another plan covers already.
    """
    refuse_years(file, first_year, last_year)
    with file.deed(f"เริ่มแผนปี {first_year} – {last_year}"):
        plan = plan_table.add_plan(file, first_year, last_year)
        for heading in headings:
            values = {"level": heading.level, "name": heading.name, "marker": heading.marker}
            table.add_row(file, Kind.SECTION, plan, values)
        for goal in goals:
            table.add_row(file, Kind.GOAL, plan, {"text": goal})
        if add_year:
            add_year_of(file, first_year, last_year)
    return plan


def add_year_of(file: DataFile, first_year: int, last_year: int) -> None:
    """Inside a deed: where the file has none of these fiscal years add the last with criteria."""
    covered = range(first_year, last_year + 1)
    if any(year in covered for year in fiscal_years(file)):
        return
    for year in reversed(covered):
        try:
            criteria_of(file, year)
        except ClerkError:  # no criteria of that year
            continue
        add_fiscal_year(file, year)
        return


def change_years(file: DataFile, plan: int, first_year: int, last_year: int) -> None:
    """Let a plan be of other years, as one deed; what was said of the others stays in the file.

    Raises ClerkError as ``begin_plan`` does.
    """
    refuse_years(file, first_year, last_year, plan)
    with file.deed(f"เปลี่ยนปีของแผนเป็น {first_year} – {last_year}"):
        plan_table.change_plan(file, plan, {"first_year": first_year, "last_year": last_year})


def refuse_years(file: DataFile, first_year: int, last_year: int, plan: int | None = None) -> None:
    """Raise ClerkError for years that no plan may have, or that another than ``plan`` covers."""
    if not FIRST_YEAR <= first_year <= last_year < first_year + MOST_YEARS or last_year > LAST_YEAR:
        raise ClerkError(
            f"ช่วงปีของแผน {first_year} – {last_year} ไม่ถูกต้อง"
            f" กรุณาเลือกปีแรกไม่หลังปีสุดท้าย และไม่เกิน {MOST_YEARS} ปี"
        )
    for other in plans_of(file):
        if other.id != plan and other.first_year <= last_year and first_year <= other.last_year:
            raise ClerkError(
                f"มีแผนปี {other.first_year} – {other.last_year} อยู่แล้ว"
                " ปีงบประมาณหนึ่งมีแผนได้ฉบับเดียว กรุณาเลือกช่วงปีอื่น"
            )


def put_settings(
    file: DataFile,
    plan: int,
    years: tuple[int, int],
    title: str,
    risk_year: int | None,
) -> None:
    """Write years, title and whose risks part 1 prints, as one deed. Raises as ``begin_plan``."""
    refuse_years(file, *years, plan)
    values = {
        "first_year": years[0],
        "last_year": years[1],
        "title": one_line(clean_field(title)),
        "risk_year": risk_year,
    }
    with file.deed("เปลี่ยนการตั้งค่าแผน"):
        plan_table.change_plan(file, plan, values)


def put_title(file: DataFile, plan: int, title: str) -> None:
    """Keep the plan's own title; empty goes back to the usual one. One deed."""
    with file.deed("แก้ชื่อแผน"):
        plan_table.change_plan(file, plan, {"title": one_line(clean_field(title))})


def put_risk_year(file: DataFile, plan: int, fiscal_year: int | None) -> None:
    """Say whose risk register part 1 prints; None: the usual year's. One deed."""
    with file.deed("เลือกปีของตารางความเสี่ยงในแผน"):
        plan_table.change_plan(file, plan, {"risk_year": fiscal_year})


def put_text(file: DataFile, plan: int, name: str, text: str | None, words: str = "") -> None:
    """Keep a fixed text of the plan as edited; None goes back to the usual one. One deed.

    ``words``: what the text is called, for the deed's name. Raises ClerkError for one too long.
    """
    kept = None if text is None else clean_field(text)
    with file.deed(f"แก้{words or 'ข้อความของแผน'}"):
        plan_table.put_plan_text(file, plan, name, kept)


def remove_plan(file: DataFile, plan: int) -> None:
    """Take a plan away with all that is in it, as one deed."""
    with file.deed("ลบแผน"):
        plan_table.remove_plan(file, plan)
