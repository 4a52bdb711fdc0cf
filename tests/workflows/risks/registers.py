"""Risk registers for tests: any that a clerk could have made, and how they are put into a file."""

from dataclasses import replace

from hypothesis import strategies as st

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.risk_methods import keep_method
from ita_desktop.db.rows import Kind
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.measures import Round
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Process, Quality, Register, Risk, Treatment
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.risks.register import register_of
from tests.workflows.measures.trackers import YEAR, markers, maybe, results, texts

METHODS = preset_methods()
ROUNDS: tuple[Round, Round] = (6, 12)


def levels_of(method: RiskMethod) -> st.SearchStrategy[str]:
    """Return levels that a clerk may have typed: words, numbers, both, or none."""
    words = [band.name for band in method.bands]
    numbers = [str(one) for one in method.products if method.band_of(one) is not None]
    both = [f"{band.name} ({n})" for n in map(int, numbers) if (band := method.band_of(n))]
    return st.sampled_from(("", "", *words, *numbers, *both))


def steps_of(method: RiskMethod) -> st.SearchStrategy[int | None]:
    return st.none() | st.sampled_from([step.value for step in method.likelihood])


def impacts_of(method: RiskMethod) -> st.SearchStrategy[int | None]:
    return st.none() | st.sampled_from([step.value for step in method.impact])


@st.composite
def processes(draw: st.DrawFn, method: RiskMethod) -> Process:
    level, steps, impacts = levels_of(method), steps_of(method), impacts_of(method)
    risk = st.builds(
        Risk,
        id=st.just(0),
        marker=markers,
        text=maybe,
        cause=maybe,
        control=maybe,
        control_quality=st.sampled_from(Quality),
        likelihood=steps,
        impact=impacts,
        level=level,
        after_likelihood=steps,
        after_impact=impacts,
        after_level=level,
        units=st.just("") | texts,
    )
    risks = draw(st.lists(risk, max_size=3))
    risks = [replace(one, id=number) for number, one in enumerate(risks, start=1)]
    treatment = st.builds(
        Treatment,
        id=st.just(0),
        risk=st.none() | st.sampled_from([one.id for one in risks]) if risks else st.none(),
        marker=markers,
        text=maybe,
        units=st.just("") | texts,
        period=maybe,
        project=maybe.map(one_line),  # the name of a project is kept on one line
        results=st.dictionaries(st.sampled_from(ROUNDS), results, max_size=2),
    )
    return Process(
        id=0,
        fiscal_year=YEAR,
        text=draw(maybe),
        area=draw(maybe),
        units=draw(maybe),
        level=draw(level),
        risks=tuple(risks),
        treatments=tuple(draw(st.lists(treatment, max_size=3))),
    )


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """Return a register by one of the methods."""
    method = draw(st.sampled_from(METHODS))
    found = draw(st.lists(processes(method), max_size=3))
    return Register(fiscal_year=YEAR, method=method, processes=tuple(found))


def put_register(file: DataFile, register: Register) -> Register:
    """Put a register in the place of the year's and return it with its numbers, as one deed."""
    year = register.fiscal_year
    with file.deed("วางทะเบียนความเสี่ยง"):
        add_fiscal_year(file, year)
        for number in table.siblings_of(file, Kind.PROCESS, year):
            table.remove_row(file, Kind.PROCESS, number)
        keep_method(file, year, register.method)
        for process in register.processes:
            _put(file, process)
    return register_of(file, year)


def _put(file: DataFile, process: Process) -> None:
    values = {name: getattr(process, name) for name in ("text", "area", "units", "level")}
    parent = table.add_row(file, Kind.PROCESS, process.fiscal_year, values)
    numbers: dict[int | None, int | None] = {None: None}
    for risk in process.risks:
        kept = {
            name: getattr(risk, name)
            for name in Risk.__dataclass_fields__
            if name not in ("id", "previous", "control_quality")
        }
        kept["control_quality"] = risk.control_quality.value
        numbers[risk.id] = table.add_row(file, Kind.RISK, parent, kept)
    for one in process.treatments:
        kept = {
            name: getattr(one, name) for name in ("marker", "text", "units", "period", "project")
        }
        number = table.add_row(file, Kind.TREATMENT, parent, {**kept, "risk": numbers[one.risk]})
        for months, result in one.results.items():
            report = {
                name: getattr(result, name)
                for name in ("result", "problem", "suggestion", "outcome", "percent")
            }
            table.put_result(
                file, Kind.TREATMENT, number, months, {**report, "state": result.state.value}
            )


def without_numbers(register: Register) -> tuple[Process, ...]:
    """Return the processes of a register for comparing those of two files."""

    def plain(process: Process) -> Process:
        places = {risk.id: place for place, risk in enumerate(process.risks)}
        return replace(
            process,
            id=0,
            risks=tuple(replace(risk, id=0) for risk in process.risks),
            treatments=tuple(
                replace(one, id=0, risk=None if one.risk is None else places[one.risk])
                for one in process.treatments
            ),
        )

    return tuple(map(plain, register.processes))


def sample_register() -> Register:
    """Return two processes: levels as numbers, shared and own treatments, owners that differ."""
    first = Process(
        id=0,
        fiscal_year=YEAR,
        text="จัดซื้อจัดจ้าง",
        units="กองคลัง",
        risks=(
            Risk(id=1, text="กำหนดคุณสมบัติเอื้อผู้ขาย", likelihood=3, impact=4),
            Risk(id=2, text="แบ่งซื้อแบ่งจ้าง", likelihood=2, impact=4, units="สำนักปลัด"),
            Risk(id=3, text="ตรวจรับไม่ครบ", level="สูง"),
        ),
        treatments=(
            Treatment(id=0, text="แต่งตั้งกรรมการจากหลายกอง"),
            Treatment(id=0, text="ตรวจสอบวงเงินทุกไตรมาส", risk=2),
        ),
    )
    second = Process(
        id=0,
        fiscal_year=YEAR,
        text="ออกใบอนุญาตก่อสร้าง",
        units="กองช่าง",
        level="ปานกลาง",
        risks=(
            Risk(id=1, text="เรียกรับเงินเพื่อให้คิวเร็วขึ้น"),
            Risk(id=2, text="ละเว้นการตรวจแบบ"),
        ),
        treatments=(
            Treatment(id=0, text="ติดประกาศขั้นตอนและค่าธรรมเนียม"),
            Treatment(id=0, text="สุ่มสอบถามผู้ยื่นคำขอ"),
        ),
    )
    return Register(fiscal_year=YEAR, method=METHODS[0], processes=(first, second))
