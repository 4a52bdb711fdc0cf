"""The risk register of a year: read whole, its method, a risk put into a cell of the matrix."""

from collections.abc import Iterable

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.registers import has_levels, load_processes, load_risks, years_of_risks
from ita_desktop.db.risk_methods import keep_method as write_method
from ita_desktop.db.risk_methods import kept_method, latest_method, own_areas
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.rows import Kind
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risk_method_checks import method_error
from ita_desktop.domain.risks import USUAL_AREAS, Register
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_of

GONE = "ความเสี่ยงที่จะแก้ไขถูกลบไปแล้ว กรุณาเลือกความเสี่ยงอื่น"


def register_of(file: DataFile, fiscal_year: int) -> Register:
    """Return all risks of a year with the method they are measured by."""
    processes = load_processes(file, fiscal_year)
    kept = kept_method(file, fiscal_year)
    before = {risk.previous for process in processes for risk in process.risks if risk.previous}
    method = kept or method_of(file, fiscal_year)
    return Register(
        fiscal_year=fiscal_year,
        method=method,
        method_kept=kept is not None,
        processes=processes,
        areas=own_areas(file) or USUAL_AREAS,
        before=load_risks(file, before),
        comparable=_comparable(file, before, method),
        closed=closed_rounds(file, fiscal_year),
    )


def _comparable(file: DataFile, risks: Iterable[int], method: RiskMethod) -> frozenset[int]:
    """Return the risks of earlier years that were measured in a matrix of this size."""
    years = years_of_risks(file, risks)
    alike = {year for year in set(years.values()) if method_of(file, year).size == method.size}
    return frozenset(risk for risk, year in years.items() if year in alike)


def method_of(file: DataFile, fiscal_year: int) -> RiskMethod:
    """Return the method of a year: its own, else that of a year before, else the first preset."""
    kept = kept_method(file, fiscal_year) or latest_method(file, fiscal_year)
    return kept or preset_methods()[0]


def freeze_method(file: DataFile, fiscal_year: int) -> None:
    """Keep the method of a year where it has none of its own yet, inside a deed.

    Done with the first level of a year, so that no later choice changes what that level means.
    """
    if kept_method(file, fiscal_year) is None:
        write_method(file, fiscal_year, method_of(file, fiscal_year))


def choose_method(file: DataFile, fiscal_year: int, method: RiskMethod) -> None:
    """Measure the risks of a year by a method from now on, as one deed.

    A year that is not there is added. Raises ClerkError, with nothing changed, once risks of the
    year have levels, for a method that leaves a level open, and for a year without criteria.
    """
    if kept_method(file, fiscal_year) == method:
        return
    if has_levels(file, fiscal_year):
        raise ClerkError(frozen_sentence(fiscal_year))
    if error := method_error(method):
        raise ClerkError(error)
    criteria_of(file, fiscal_year)  # a year without criteria could not be looked at
    with file.deed(f"เลือกเกณฑ์ประเมินความเสี่ยงของปี {fiscal_year}"):
        add_fiscal_year(file, fiscal_year)
        write_method(file, fiscal_year, method)


def frozen_sentence(fiscal_year: int) -> str:
    """Return why the method of a year is not changed any more, and what to do."""
    return (
        f"เกณฑ์ของปี {fiscal_year} แก้ไขไม่ได้แล้ว เพราะมีความเสี่ยงที่ให้ระดับตามเกณฑ์นี้"
        " กรุณาใช้เกณฑ์ใหม่ในปีถัดไป หรือล้างระดับของทุกความเสี่ยงก่อน"
    )


def put_in_cell(
    file: DataFile, risk: int, likelihood: int, impact: int, *, after: bool = False, name: str = ""
) -> None:
    """Give a risk its place in the matrix, before or after treatment, as one deed.

    A level that was only a word gives way to it. ``name``: what the deed calls the risk. Raises
    ClerkError where the risk is gone or the method has no such step.
    """
    process = table.parent_of(file, Kind.RISK, risk)
    year = None if process is None else table.parent_of(file, Kind.PROCESS, process)
    if year is None:
        raise ClerkError(GONE)
    method = method_of(file, year)
    steps = {step.value for step in method.likelihood}, {step.value for step in method.impact}
    if likelihood not in steps[0] or impact not in steps[1]:
        raise ClerkError(f"เกณฑ์ของปี {year} ไม่มีช่องนี้ กรุณาเลือกช่องในเมทริกซ์")
    before = "after_" if after else ""
    with file.deed(f"ย้ายความเสี่ยง{f' {name} ' if name else ''}ในเมทริกซ์"):
        freeze_method(file, year)
        table.change_row(
            file,
            Kind.RISK,
            risk,
            {f"{before}likelihood": likelihood, f"{before}impact": impact, f"{before}level": ""},
        )
