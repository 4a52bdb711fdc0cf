"""What a treatment belongs to: one risk or all of its process, and the measure that it is."""

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import plan_covering
from ita_desktop.db.projects import plan_of_project, put_treatment_project
from ita_desktop.db.registers import load_processes
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.due import state_of
from ita_desktop.domain.measure_names import measure_name
from ita_desktop.domain.measures import Round, State, Tracker, steps_or_whole
from ita_desktop.domain.risks import Process, Treatment, units_of
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.rows.deeds import fiscal_year_of_row

TOPIC = "การจัดการความเสี่ยงการทุจริต"
"""The topic that measures made from treatments are put under."""
_GONE = "มาตรการควบคุมนี้ถูกลบไปแล้ว กรุณาเลือกมาตรการอื่น"


def link_measure(file: DataFile, treatment: int, measure: int) -> None:
    """Say which measure for integrity a treatment is, as one deed.

    Raises ClerkError where either is gone or they are of two years.
    """
    year = _year_of(file, treatment)
    if fiscal_year_of_row(file, Kind.MEASURE, measure) != year:
        raise ClerkError(f"มาตรการนี้ไม่อยู่ในปี {year} กรุณาเลือกมาตรการของปีเดียวกัน")
    with file.deed("เชื่อมมาตรการควบคุมกับมาตรการของหน่วยงาน"):
        table.change_row(file, Kind.TREATMENT, treatment, {"measure": measure})


def unlink(file: DataFile, treatment: int) -> None:
    """Let a treatment be no measure any more, as one deed; both stay. Raises ClerkError."""
    _year_of(file, treatment)
    with file.deed("ยกเลิกการเชื่อมมาตรการควบคุม"):
        table.change_row(file, Kind.TREATMENT, treatment, {"measure": None})


def link_project(file: DataFile, treatment: int, project: int | None) -> None:
    """Say which project of the plan a treatment is, or none (None), as one deed.

    Raises ClerkError where either is gone, and for a project of a plan that does not cover the
    year of the treatment.
    """
    year = _year_of(file, treatment)
    if project is not None and (
        (plan := plan_of_project(file, project)) is None or plan != plan_covering(file, year)
    ):
        raise ClerkError(f"โครงการนี้ไม่อยู่ในแผนที่ครอบคลุมปี {year} กรุณาเลือกโครงการอื่น")
    with file.deed("เชื่อมมาตรการควบคุมกับโครงการในแผน" if project else "ยกเลิกการเชื่อมกับโครงการในแผน"):
        put_treatment_project(file, treatment, project)


def against_risk(file: DataFile, treatment: int, risk: int | None) -> None:
    """Let a treatment be against one risk of its process, or all of them (None), as one deed.

    Raises ClerkError where one is gone or the risk is of another process.
    """
    process = table.parent_of(file, Kind.TREATMENT, treatment)
    if process is None:
        raise ClerkError(_GONE)
    if risk is not None and table.parent_of(file, Kind.RISK, risk) != process:
        raise ClerkError("ความเสี่ยงนี้อยู่ในกระบวนงานอื่น กรุณาเลือกความเสี่ยงของกระบวนงานเดียวกัน")
    with file.deed("เลือกความเสี่ยงของมาตรการควบคุม"):
        table.change_row(file, Kind.TREATMENT, treatment, {"risk": risk})


def measure_from_treatment(file: DataFile, treatment: int, topic: int | None = None) -> int:
    """Make a measure of a treatment's words, units and period and link it, as one deed.

    It stands at the end of ``topic``, or of the year's topic for risks, which is made where it is
    not there. Returns its number. Raises ClerkError where the treatment or the topic is gone.
    """
    year = _year_of(file, treatment)
    process, found = _treatment(file, year, treatment)
    if topic is not None and table.parent_of(file, Kind.TOPIC, topic) != year:
        raise ClerkError(f"ประเด็นนี้ไม่อยู่ในปี {year} แล้ว กรุณาเลือกประเด็นอื่น")
    if not found.text.strip():
        raise ClerkError("มาตรการควบคุมนี้ยังไม่มีข้อความ กรุณากรอกข้อความก่อน")
    values = {"text": found.text, "units": units_of(process, found), "period": found.period}
    with file.deed("เพิ่มมาตรการจากมาตรการควบคุมความเสี่ยง"):
        number = topic if topic is not None else _topic_of(file, year)
        measure = table.add_row(file, Kind.MEASURE, number, values)
        table.change_row(file, Kind.TREATMENT, treatment, {"measure": measure})
    return measure


def linked_words(tracker: Tracker, treatment: Treatment) -> str:
    """Return the measure that a treatment is, with its number through the year; "" for none."""
    for number, (topic, measure) in enumerate(tracker.measures(), start=1):
        if measure.id == treatment.measure:
            return f"มาตรการ {number} {measure_name(topic, measure)}"
    return ""


def linked_state(tracker: Tracker, treatment: Treatment, months: Round) -> State:
    """Return how far a linked measure is by its own reports, to be shown beside the treatment's.

    Untold where no measure is linked; of several steps the state that all have, else in work.
    """
    for _, measure in tracker.measures():
        if measure.id == treatment.measure:
            states = {state_of(measure, step, months) for step in steps_or_whole(measure)}
            return states.pop() if len(states) == 1 else State.IN_WORK
    return State.UNTOLD


def _year_of(file: DataFile, treatment: int) -> int:
    year = fiscal_year_of_row(file, Kind.TREATMENT, treatment)
    if year is None:
        raise ClerkError(_GONE)
    return year


def _treatment(file: DataFile, year: int, number: int) -> tuple[Process, Treatment]:
    for process in load_processes(file, year):
        for treatment in process.treatments:
            if treatment.id == number:
                return process, treatment
    raise ClerkError(_GONE)


def _topic_of(file: DataFile, year: int) -> int:
    """Return the year's topic for risks; made at the end where there is none."""
    titled = (one for one in load_tracker(file, year).topics if fold(one.title) == fold(TOPIC))
    found = next(titled, None)
    return table.add_row(file, Kind.TOPIC, year, {"title": TOPIC}) if found is None else found.id
