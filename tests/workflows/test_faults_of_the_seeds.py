"""The faults found in the published papers, all in one file: each is found, named and placed.

Seed 000 has 77.08 under a heading of 85.01–85.99; seed 001 prints 28.69 beside 28.70; a preface
counts other projects than there are (as seed 004 was read at first); a project without headings;
a period outside the year; and O19 of 2565 in a report of 2566, where O19 is another paper.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan, plans_of
from ita_desktop.db.rows import Kind
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack
from ita_desktop.workflows.analysis.texts import put_text
from ita_desktop.workflows.check import as_plain, check
from ita_desktop.workflows.plans.making import put_text as put_plan_text
from ita_desktop.workflows.rows.deeds import Edit, add_row, set_field
from ita_desktop.workflows.scores.year_scores import put_entries
from tests.workflows.clean_year import TODAY, YEAR, add_project, clean_file

KINDS = {
    "heading": "แต่อยู่ใต้หัวข้อที่เขียนว่า",
    "figure": "เขียนว่า 28.69",
    "sum": "ต่างกันเพียงการปัดเศษ",
    "preface": "เขียนว่า 38 โครงการ",
    "project": "โครงการที่ 21",
    "period": "อยู่นอกปีงบประมาณ",
    "code": "เป็นของข้อ",
}
"""What the sentence of each kind of fault says."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Lack, ...]]:
    """Return what the check finds in a clean year that was spoiled with all these faults."""
    file = clean_file(tmp_path_factory.mktemp("faults") / "ผิด.ita")
    _spoil_scores(file)
    _spoil_measures(file)
    _spoil_plan(file)
    yield check(file, YEAR, TODAY)
    file.close()


def _spoil_scores(file: DataFile) -> None:
    """Let EIT come to 95.67 (28.70 of 30), enter 95.66, and type 28.69 into the report."""
    entries = {f"e{number}": Decimal("95.67") for number in range(1, 16)}
    put_entries(file, YEAR - 1, entries, "แก้คะแนน")
    text = "แบบวัด EIT มีคะแนนถ่วงน้ำหนัก ๒๘.๖๙ คะแนน จาก ๓ ตัวชี้วัด"
    put_text(file, YEAR, "instrument:EIT", text)


def _spoil_measures(file: DataFile) -> None:
    """Add the faults of seeds 000 and 003 to the topics."""
    low, other = _topic(file), _topic(file)
    heading = "๒. ประเด็นที่จะต้องพัฒนาและยกระดับให้ดียิ่งขึ้น (๘๕.๐๑-๘๕.๙๙ คะแนน)"
    set_field(file, Edit(kind=Kind.TOPIC, number=low, field="group_lines", text=heading))
    e14 = {"code": "e14", "score": "77.08", "finding": "ผู้รับบริการมีส่วนร่วมน้อย"}
    add_row(file, Kind.ITEM, low, e14)
    words = "รายงานการกำกับติดตามการใช้จ่ายงบประมาณ ประจำปี ๖ เดือน"
    o19 = {"code": "O19", "text": words, "finding": "เผยแพร่ไม่ทันกำหนด"}
    add_row(file, Kind.ITEM, other, o19)
    (late, *_) = file.read("SELECT id FROM step ORDER BY id")[0]
    set_field(file, Edit(kind=Kind.STEP, number=late, field="period", text="ต.ค.-พ.ย. ๖๖"))


def _topic(file: DataFile) -> int:
    return add_row(file, Kind.TOPIC, YEAR)


def _spoil_plan(file: DataFile) -> None:
    """Let the plan have 36 projects, the 21st without headings, and a preface that counts 38."""
    plan = load_plan(file, plans_of(file)[-1].id)
    section = plan.sections[0].id
    for number in range(3, 37):
        if number == 21:
            add_row(file, Kind.PROJECT, section, {"name": "โครงการที่ยังไม่มีรายละเอียด"})
        else:
            add_project(file, section, f"ส่งเสริมความโปร่งใส {number}", range(2566, 2571))
    text = "แผนนี้ประกอบด้วยโครงการและมาตรการ รวม ๓๘ โครงการ"
    put_plan_text(file, plan.id, "preface", text, "คำนำ")


def the_one(found: tuple[Lack, ...], kind: str) -> Lack:
    """Return the one finding of a kind of fault."""
    (lack,) = (one for one in found if KINDS[kind] in one.message)
    return lack


def test_a_row_of_77_08_under_a_heading_of_85_01_to_85_99(found: tuple[Lack, ...]) -> None:
    lack = the_one(found, "heading")
    assert lack.message == (
        "ประเด็น “e14” ข้อ e14 ได้ 77.08 คะแนน แต่อยู่ใต้หัวข้อที่เขียนว่า “85.01-85.99 คะแนน”"
    )
    assert (lack.severity, lack.item, lack.place.kind) == (Severity.WARNING, "O42", "topic")
    assert lack.place.field == "band"


def test_28_69_beside_28_70(found: tuple[Lack, ...]) -> None:
    lack = the_one(found, "figure")
    assert lack.message.endswith("เขียนว่า 28.69 แต่คะแนนถ่วงน้ำหนัก EIT ของข้อมูลคือ 28.70")
    assert (lack.place.kind, lack.place.number) == ("analysis_text", 2565)
    assert lack.place.field == "instrument:EIT"


def test_an_entered_95_66_beside_95_67_that_its_items_give_is_a_note(tmp_path: Path) -> None:
    file = clean_file(tmp_path / "ปัดเศษ.ita")
    _spoil_scores(file)
    put_entries(file, YEAR - 1, {"EIT": Decimal("95.66")}, "กรอก EIT")
    lack = the_one(check(file, YEAR - 1, TODAY), "sum")
    assert lack.message == (
        "แบบวัด EIT กรอกไว้ 95.66 แต่คำนวณได้ 95.67 ต่างกันเพียงการปัดเศษ เอกสารใช้คะแนนที่กรอก"
    )
    place = as_plain(lack)["place"]
    assert (lack.severity, place["kind"], place["code"]) == (Severity.NOTE, "score", "EIT")
    put_entries(file, YEAR - 1, {"EIT": Decimal("95.60")}, "กรอก EIT")
    (lack,) = (one for one in check(file, YEAR - 1, TODAY) if "95.60" in one.message)
    assert lack.severity is Severity.WARNING
    assert "ต่างกัน 0.07" in lack.message
    file.close()


def test_a_preface_that_counts_38_of_36_projects(found: tuple[Lack, ...]) -> None:
    lack = the_one(found, "preface")
    assert lack.message == "คำนำ เขียนว่า 38 โครงการ แต่ข้อมูลของแผนมี 36"
    assert (lack.severity, lack.place.kind) == (Severity.WARNING, "plan")
    assert lack.place.field == "preface"


def test_project_21_without_headings(found: tuple[Lack, ...]) -> None:
    of_project = [one for one in found if KINDS["project"] in one.message]
    errors = {one.place.field: one for one in of_project if one.severity is Severity.ERROR}
    assert errors.keys() == {"amount", "period"}
    assert {one.item for one in errors.values()} == {"O36"}
    assert len({one.place.row for one in of_project}) == 1
    rest = next(one for one in of_project if one.place.field == "rationale")
    assert "ยังไม่มีหลักการและเหตุผล" in rest.message


def test_a_period_outside_the_year(found: tuple[Lack, ...]) -> None:
    lack = the_one(found, "period")
    assert lack.message == (
        "ระยะเวลา “ต.ค.-พ.ย. ๖๖” ของขั้นตอน “จัดประชุมชี้แจงแผนแก่บุคลากร” ของประเด็น i7 อยู่นอกปีงบประมาณ 2566"
    )
    assert (lack.item, lack.content) == ("O43", "เป็นการดำเนินการในปี พ.ศ. 2566")
    assert (lack.place.kind, lack.place.field) == ("step", "period")


def test_o19_that_means_another_paper_in_2565(found: tuple[Lack, ...]) -> None:
    lack = the_one(found, "code")
    assert "ข้อ O19 ปี 2566 คือ “แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ”" in lack.message
    assert "ข้อ O19 ปี 2565 คือ “รายงานการกำกับติดตามการใช้จ่ายงบประมาณประจำปี รอบ 6 เดือน”" in lack.message
    assert (lack.severity, lack.place.kind) == (Severity.WARNING, "topic_item")
    assert lack.place.field == "code"


def test_a_clean_year_has_none_of_these_faults(tmp_path: Path) -> None:
    file = clean_file(tmp_path / "ครบ.ita")
    for year in (YEAR - 1, YEAR):
        told = [one.message for one in check(file, year, TODAY)]
        assert not [words for words in KINDS.values() if any(words in one for one in told)]
    assert check(file, YEAR, TODAY) == ()
    file.close()


def test_the_sample_municipality_has_only_the_fault_that_was_put_there(sample: DataFile) -> None:
    told = [one.message for year in (2564, 2565, 2566) for one in check(sample, year, TODAY)]
    kinds = {kind for kind, words in KINDS.items() if any(words in one for one in told)}
    assert kinds == {"period"}
