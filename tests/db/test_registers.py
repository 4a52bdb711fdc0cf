"""Reads and writes of risks: what was written is read; what points at a row that goes forgets."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db import trash
from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.register_rows import add_process
from ita_desktop.db.registers import has_levels, load_processes, load_risks, years_of_risks
from ita_desktop.db.risk_methods import (
    keep_areas,
    keep_method,
    kept_method,
    latest_method,
    own_areas,
)
from ita_desktop.db.rows import (
    Kind,
    add_row,
    change_parent,
    change_row,
    put_result,
    remove_row,
    siblings_of,
)
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.db.touched_risks import first_touched
from ita_desktop.db.trash import Deleted, Why
from ita_desktop.domain.measures import State, StepResult
from ita_desktop.domain.risks import Process, Quality, Risk, Treatment
from ita_desktop.errors import ClerkError

YEAR = 2566
Content = dict[str, list[tuple[object, ...]]]
Read = Callable[[DataFile], Content]

WHOLE = Process(
    id=0,
    fiscal_year=YEAR,
    text="การรับเงิน",
    area="การเงิน",
    units="กองคลัง",
    level="สูง (12)",
    risks=(
        Risk(
            id=1,
            marker="{n}) ",
            text="ก\nข",
            cause="ค",
            control="ง",
            control_quality=Quality.FAIR,
            likelihood=3,
            impact=4,
            after_likelihood=1,
            after_level="ต่ำ",
            units="จ",
        ),
        Risk(id=2, text="ฉ", level="ปานกลาง"),
    ),
    treatments=(
        Treatment(id=3, risk=2, text="ช", marker="- ", units="ซ", period="ม.ค. ๖๖", project="ฌ"),
        Treatment(
            id=4,
            text="ญ",
            results={
                6: StepResult(state=State.DONE, result="ฎ", outcome="ฏ", percent=0),
                12: StepResult(problem="ฐ", suggestion="ฑ"),
            },
        ),
    ),
)


@pytest.fixture
def process(file: DataFile) -> Process:
    """Return a process with all that it can have, as it is read."""
    with file.deed("เตรียม"):
        add_fiscal_year(file, YEAR)
        add_process(file, YEAR, WHOLE)
    (read,) = load_processes(file, YEAR)
    return read


def test_all_of_a_register_is_read_as_it_was_written(process: Process) -> None:
    first, second = process.risks
    own, shared = process.treatments
    assert own.risk == second.id

    assert (replace(first, id=1), replace(second, id=2)) == WHOLE.risks
    words = (process.text, process.area, process.units, process.level)
    assert words == (WHOLE.text, WHOLE.area, WHOLE.units, WHOLE.level)
    assert (own.text, own.marker, own.units, own.period, own.project) == (
        *("ช", "- ", "ซ", "ม.ค. ๖๖"),
        "ฌ",
    )
    assert (shared.risk, shared.results) == (None, WHOLE.treatments[1].results)


def test_risks_of_a_year_before_are_known_by_their_numbers(
    file: DataFile, process: Process
) -> None:
    first, second = process.risks
    with file.deed("ปีใหม่"):
        add_fiscal_year(file, YEAR + 1)
        later = Process(id=0, fiscal_year=YEAR + 1, risks=(Risk(id=9, previous=1),))
        numbers = add_process(file, YEAR + 1, later, {1: first.id})
    (again,) = load_processes(file, YEAR + 1)
    assert again.risks[0].previous == first.id
    assert load_risks(file, [first.id, 999]) == {first.id: first}
    assert load_risks(file, []) == {}
    assert years_of_risks(file, [second.id, numbers[9], 999]) == {
        second.id: YEAR,
        numbers[9]: YEAR + 1,
    }
    assert years_of_risks(file, []) == {}


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        (Kind.PROCESS, {"level": "สูง"}),
        (Kind.RISK, {"level": "12"}),
        (Kind.RISK, {"impact": 2}),
        (Kind.RISK, {"after_likelihood": 1}),
        (Kind.RISK, {"after_level": "ต่ำ"}),
    ],
)
def test_any_level_of_a_year_is_seen_and_of_that_year_alone(
    file: DataFile, kind: Kind, values: dict[str, str | int | None]
) -> None:
    with file.deed("เตรียม"):
        for year in (YEAR, YEAR + 1):
            add_fiscal_year(file, year)
        process = add_row(file, Kind.PROCESS, YEAR, {"text": "ก", "area": "ข"})
        risk = add_row(file, Kind.RISK, process, {"text": "ค", "control_quality": "good"})
    assert not has_levels(file, YEAR)
    with file.deed("ให้ระดับ"):
        change_row(file, kind, process if kind is Kind.PROCESS else risk, values)
    assert (has_levels(file, YEAR), has_levels(file, YEAR + 1)) == (True, False)


def test_a_method_is_kept_by_year_and_the_latest_before_is_found(file: DataFile) -> None:
    a, b, *_ = preset_methods()
    with file.deed("เกณฑ์"):
        for year in (2565, 2566, 2567):
            add_fiscal_year(file, year)
        keep_method(file, 2565, a)
        keep_method(file, 2567, a)
        keep_method(file, 2567, b)
    assert (kept_method(file, 2565), kept_method(file, 2566), kept_method(file, 2567)) == (
        a,
        None,
        b,
    )
    assert (latest_method(file, 2567), latest_method(file, 2565)) == (a, None)
    with file.deed("ลืม"):
        file.connection.execute("DELETE FROM risk_method WHERE id = 2565")
    assert latest_method(file, 2567) is None


@pytest.mark.parametrize("record", ["{", "[]", "null", '{"id": "a"}', '{"id": 1, "name": ""}'])
def test_a_method_that_no_release_wrote_is_told_in_one_sentence(
    file: DataFile, record: str
) -> None:
    with file.deed("เสีย"):
        add_fiscal_year(file, YEAR)
        file.connection.execute("INSERT INTO risk_method VALUES (?, ?)", (YEAR, record))
    with pytest.raises(ClerkError, match="เกณฑ์ประเมินความเสี่ยง"):
        kept_method(file, YEAR)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(lists=st.lists(st.lists(st.sampled_from("กขคงจฉ"), max_size=6), max_size=4))
def test_a_list_of_areas_is_what_was_written_last_each_name_once(
    file: DataFile, lists: list[list[str]]
) -> None:
    for names in lists:
        with file.deed("ด้าน"):
            keep_areas(file, names)
        assert own_areas(file) == tuple(dict.fromkeys(names))


def test_an_area_that_stays_keeps_its_row(file: DataFile) -> None:
    with file.deed("ด้าน"):
        keep_areas(file, ["ก", "ข"])
    with file.deed("สลับ"):
        keep_areas(file, ["ข", "ค", "ก"])
    assert {one.table for one in file.last_changes()} == {"risk_area"}
    assert dict(file.read("SELECT name, id FROM risk_area")) == {"ก": 1, "ข": 2, "ค": 3}


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("risk", "likelihood", 0),
        ("risk", "after_impact", 10),
        ("risk", "control_quality", "ดี"),
        ("risk", "previous", 999),
        ("treatment", "measure", 999),
        ("treatment", "risk", 999),
        ("treatment_result", "percent", 101),
        ("treatment_result", "round", 9),
        ("treatment_result", "state", "late"),
    ],
)
@pytest.mark.usefixtures("process")
def test_what_no_risk_can_be_never_gets_in(
    file: DataFile, table: str, column: str, value: object
) -> None:
    with pytest.raises(sqlite3.IntegrityError), file.deed("ผิด"):
        file.connection.execute(f"UPDATE {table} SET {column} = ?", (value,))  # noqa: S608 - our own


def test_a_risk_that_moves_takes_its_own_treatments_and_a_treatment_that_moves_forgets_its_risk(
    file: DataFile, process: Process
) -> None:
    with file.deed("ย้าย"):
        other = add_row(file, Kind.PROCESS, YEAR, {"text": "อื่น"})
        change_parent(file, Kind.RISK, process.risks[1].id, other)
    first, second = load_processes(file, YEAR)
    assert [one.id for one in second.risks] == [process.risks[1].id]
    assert [one.risk for one in second.treatments] == [process.risks[1].id]
    assert [one.text for one in first.treatments] == ["ญ"]
    with file.deed("ย้ายมาตรการ"):
        change_parent(file, Kind.TREATMENT, second.treatments[0].id, first.id)
    first, second = load_processes(file, YEAR)
    assert [one.risk for one in first.treatments] == [None, None]
    assert second.treatments == ()


def test_a_report_that_is_emptied_goes_and_its_treatment_stays(
    file: DataFile, process: Process
) -> None:
    number = process.treatments[1].id
    with file.deed("ล้าง"):
        put_result(file, Kind.TREATMENT, number, 12, {"problem": "", "suggestion": ""})
    (read,) = load_processes(file, YEAR)
    assert [*read.treatments[1].results] == [6]


def pointed_at(file: DataFile, process: Process) -> tuple[int, int]:
    """Let a later risk go on from the first one, and a treatment be a measure; return both ends."""
    with file.deed("ชี้"):
        topic = add_row(file, Kind.TOPIC, YEAR, {"title": "ประเด็น"})
        measure = add_row(file, Kind.MEASURE, topic, {"text": "มาตรการ"})
        change_row(file, Kind.TREATMENT, process.treatments[1].id, {"measure": measure})
        add_fiscal_year(file, YEAR + 1)
        later = Process(id=0, fiscal_year=YEAR + 1, risks=(Risk(id=9, previous=1),))
        numbers = add_process(file, YEAR + 1, later, {1: process.risks[0].id})
    return topic, numbers[9]


def test_what_pointed_at_a_row_that_goes_forgets_it(file: DataFile, process: Process) -> None:
    topic, later = pointed_at(file, process)
    with file.deed("ลบ"):
        remove_row(file, Kind.TOPIC, topic)
        remove_row(file, Kind.RISK, process.risks[0].id)
    (left,) = load_processes(file, YEAR)
    assert [one.id for one in left.risks] == [process.risks[1].id]
    assert left.treatments[1].measure is None
    assert load_risks(file, [later])[later].previous is None
    assert health_of(file) == ()


def test_a_risk_goes_with_the_treatments_that_are_its_own(file: DataFile, process: Process) -> None:
    with file.deed("ลบ"):
        remove_row(file, Kind.RISK, process.risks[1].id)
    (left,) = load_processes(file, YEAR)
    assert [one.text for one in left.treatments] == ["ญ"]


def trashed(file: DataFile) -> dict[str, Deleted]:
    """Return what is in the trash, by table; of several rows of one the last deleted."""
    numbers = trash.deleted_numbers(file.read, LOGGED_TABLES)
    return {one.table: one for one in reversed(trash.deleted_rows(file.read, numbers))}


def bring_back(file: DataFile, wanted: Deleted) -> int:
    together = trash.belonging(file.connection, file.read, wanted, LOGGED_TABLES)
    assert trash.hindrance(file.connection, file.read, together) is None
    with file.deed("คืน"):
        trash.put_back(file.connection, together, LOGGED_TABLES)
    return len(together)


def test_a_process_comes_back_from_the_trash_with_all_that_belongs_to_it(
    file: DataFile, process: Process, content: Read
) -> None:
    before = content(file)
    with file.deed("ลบ"):
        remove_row(file, Kind.PROCESS, process.id)
    assert load_processes(file, YEAR) == ()
    assert bring_back(file, trashed(file)["process"]) == 1 + 2 + 2 + 2
    assert content(file) == before
    assert health_of(file) == ()
    file.undo()
    assert load_processes(file, YEAR) == ()


def test_a_risk_whose_process_is_gone_waits_for_it(file: DataFile, process: Process) -> None:
    with file.deed("ลบความเสี่ยง"):
        remove_row(file, Kind.RISK, process.risks[1].id)
    risk = trashed(file)["risk"]
    with file.deed("ลบกระบวนงาน"):
        remove_row(file, Kind.PROCESS, process.id)
    together = trash.belonging(file.connection, file.read, risk, LOGGED_TABLES)
    found = trash.hindrance(file.connection, file.read, together)
    assert found is not None
    assert (found.why, found.of_table) == (Why.ALONE, "process")
    bring_back(file, trashed(file)["process"])
    assert bring_back(file, risk) == 2  # with its own treatment
    assert load_processes(file, YEAR) == (process,)


def test_a_row_that_points_comes_back_when_what_it_points_at_is_there_again(
    file: DataFile, process: Process
) -> None:
    topic, later = pointed_at(file, process)
    with file.deed("ลบมาตรการควบคุม"):
        remove_row(file, Kind.TREATMENT, process.treatments[1].id)
        remove_row(file, Kind.RISK, later)
    with file.deed("ลบที่ชี้ไป"):
        remove_row(file, Kind.TOPIC, topic)
        remove_row(file, Kind.RISK, process.risks[0].id)
    numbers = trash.deleted_numbers(file.read, LOGGED_TABLES)
    gone = {(one.table, one.row): one for one in trash.deleted_rows(file.read, numbers)}
    pointing = [gone["treatment", process.treatments[1].id], gone["risk", later]]
    for one in pointing:
        together = trash.belonging(file.connection, file.read, one, LOGGED_TABLES)
        found = trash.hindrance(file.connection, file.read, together)
        assert found is not None
        assert found.why is Why.ALONE
    bring_back(file, gone["topic", topic])
    bring_back(file, gone["risk", process.risks[0].id])
    for one in pointing:
        bring_back(file, one)
    (read,) = load_processes(file, YEAR)
    assert read.treatments[1].measure is not None
    assert load_risks(file, [later])[later].previous == process.risks[0].id
    assert health_of(file) == ()


def test_where_a_change_is_seen(file: DataFile, process: Process) -> None:
    risk, treatment = process.risks[0].id, process.treatments[1].id

    def seen(*changes: Change) -> tuple[int, str] | None:
        return first_touched(file, changes)

    assert seen(Change("score", 1, None, {})) is None
    assert seen(Change("risk", risk, {}, {})) == (YEAR, f"risk:{risk}")
    report = Change("treatment_result", 1, {"treatment": treatment}, None)
    assert seen(report) == (YEAR, f"treatment:{treatment}")
    gone = Change("risk", 999, {"process": process.id}, None)
    assert seen(gone) == (YEAR, f"process:{process.id}")
    assert seen(Change("risk", 999, {"process": 999}, None)) is None
    assert siblings_of(file, Kind.RISK, process.id) == tuple(one.id for one in process.risks)
