"""The risks of a file as tables that a person reads: how they stand and what is done about them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.risk_methods import own_areas
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.model import Number, Table
from ita_desktop.domain.measure_names import measure_name
from ita_desktop.domain.measures import ROUNDS
from ita_desktop.domain.risk_levels import Standing, standing, standing_after, standing_of
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risk_names import process_name, treatment_name
from ita_desktop.domain.risks import (
    Process,
    Register,
    owner_of,
    units_of,
)
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.everything_table import plain_table
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.round_snapshot import snapshot_of
from ita_desktop.workflows.rounds import closed_moments

_RISK_HEADS = (
    *(("ที่", 8), ("กระบวนงาน", 30), ("ด้าน", 26), ("เหตุการณ์ความเสี่ยง", 38), ("สาเหตุ", 26)),
    *(("การควบคุมที่มีอยู่", 28), ("คุณภาพ", 17), ("โอกาส", 15), ("ผลกระทบ", 19), ("คะแนน", 15)),
    *(("ระดับ", 18), ("หลังจัดการ", 22), ("ผู้รับผิดชอบ", 26), ("ปีก่อน", 22)),
)
_TREATMENT_HEADS = (
    *(("กระบวนงาน", 50), ("ความเสี่ยงที่", 18), ("มาตรการควบคุม", 70), ("ผู้รับผิดชอบ", 36)),
    *(("ระยะเวลา", 32), ("โครงการตามแผน", 36), ("มาตรการที่เชื่อมไว้", 50)),
)
_REPORT_HEADS = (
    *(("กระบวนงาน", 40), ("มาตรการควบคุม", 50), ("รอบ", 12), ("สถานะ", 24), ("ร้อยละ", 12)),
    *(("ผลการดำเนินการ", 50), ("ปัญหา/อุปสรรค", 32), ("ข้อเสนอแนะ", 32), ("ผลลัพธ์", 32)),
)
_METHOD_HEADS = (("ส่วน", 50), ("ค่า", 25), ("ชื่อ", 50), ("คำอธิบาย", 140))
_Rows = Iterator[tuple[str | Number, ...]]


def risk_tables(file: DataFile, fiscal_year: int) -> list[Table]:
    """Return the risks of a year, what is done about them and their method, only what there is.

    Also as its closed rounds kept them.
    """
    tracker = load_tracker(file, fiscal_year)
    measures = {measure.id: measure_name(topic, measure) for topic, measure in tracker.measures()}
    tables = _register_tables(register_of(file, fiscal_year), measures, str(fiscal_year))
    for months in closed_moments(file, fiscal_year):
        try:
            kept = snapshot_of(file, fiscal_year, months)
        except ClerkError:  # the sheet about the round itself says why
            continue
        if kept is not None and kept.register is not None:
            name = f"{fiscal_year} ปิดรอบ {months}"
            tables += _register_tables(kept.register, measures, name)
    return tables


def area_tables(file: DataFile) -> list[Table]:
    """Return the office's own list of risk areas; nothing where it has made none."""
    areas = own_areas(file)
    heads = (("ที่", 20), ("ด้าน", 240))
    rows = [(_number(number), name) for number, name in enumerate(areas, start=1)]
    return [plain_table("ด้านความเสี่ยง", heads, rows)] if areas else []


def _register_tables(register: Register, measures: Mapping[int, str], name: str) -> list[Table]:
    tables: list[Table] = []
    if register.processes:
        treatments, reports = _treatments(register, measures), _reports(register)
        tables.append(plain_table(f"ความเสี่ยง {name}", _RISK_HEADS, _risks(register)))
        tables.append(plain_table(f"มาตรการควบคุม {name}", _TREATMENT_HEADS, treatments))
        tables.append(plain_table(f"ผลความเสี่ยง {name}", _REPORT_HEADS, reports))
    if register.method_kept:
        rows = _method(register.method)
        tables.append(plain_table(f"เกณฑ์ความเสี่ยง {name}", _METHOD_HEADS, rows))
    return tables


def _risks(register: Register) -> _Rows:
    """Give a row for each risk, its process before the first; of a process without, itself."""
    method = register.method
    numbers = {one.risk.id: one.number for one in register.risks()}
    for process in register.processes:
        first = process.text, process.area
        if not process.risks:
            yield ("", *first, *("",) * 7, process.level, "", process.units, "")
        for risk in process.risks:
            now = standing_of(method, process, risk)
            yield (
                _number(numbers[risk.id]),
                *first,
                *(risk.text, risk.cause, risk.control, risk.control_quality.words),
                *(_maybe(risk.likelihood), _maybe(risk.impact), _maybe(now.score)),
                now.words,
                _said(risk.after_likelihood, risk.after_impact, standing_after(method, risk)),
                owner_of(process, risk),
                "" if risk.previous is None else _before(register, risk.previous),
            )
            first = "", ""


def _said(likelihood: int | None, impact: int | None, at: Standing) -> str:
    if likelihood is None or impact is None:
        steps = (
            *(() if likelihood is None else (f"โอกาส {likelihood}",)),
            *(() if impact is None else (f"ผลกระทบ {impact}",)),
        )
        return " ".join((*steps, at.words)).strip()
    return f"{likelihood} x {impact} = {at.score} {at.words}".strip()


def _before(register: Register, number: int) -> str:
    risk = register.before.get(number)
    if risk is None:
        return f"เลขที่ {number}"
    at = risk.after_likelihood, risk.after_impact, risk.after_level
    if at == (None, None, ""):
        at = risk.likelihood, risk.impact, risk.level
    return _said(at[0], at[1], standing(register.method, *at))


def _treatments(register: Register, measures: Mapping[int, str]) -> _Rows:
    numbers = {one.risk.id: one.number for one in register.risks()}
    for process in register.processes:
        for one in process.treatments:
            of = "ทุกข้อ" if one.risk is None else _maybe(numbers.get(one.risk))
            linked = "" if one.measure is None else measures.get(one.measure, str(one.measure))
            yield (
                *(_named(process), of, one.text, units_of(process, one)),
                *(one.period, one.project_words, linked),
            )


def _reports(register: Register) -> _Rows:
    for process in register.processes:
        for one in process.treatments:
            for months in ROUNDS:
                if (told := one.results.get(months)) is not None:
                    yield (
                        *(_named(process), treatment_name(process, one)),
                        *(_number(months), told.state.words, _maybe(told.percent)),
                        *(told.result, told.problem, told.suggestion, told.outcome),
                    )


def _method(method: RiskMethod) -> _Rows:
    yield "เกณฑ์", "", method.name, method.source
    for title, steps in (
        (method.likelihood_title, method.likelihood),
        (method.impact_title, method.impact),
    ):
        for step in steps:
            yield title, _number(step.value), step.name, step.text
    for band in method.bands:
        yield "ระดับ", f"{band.first}–{band.last}", band.name, f"สี{band.color.words}"


def _named(process: Process) -> str:
    return one_line(process_name(process))


def _maybe(value: int | None) -> str | Number:
    return "" if value is None else _number(value)


def _number(value: int) -> Number:
    return Number(Decimal(value), 0)
