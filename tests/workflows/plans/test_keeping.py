"""A plan is never lost: undo, trash, history in words, backups with issued announcements."""

from dataclasses import replace
from pathlib import Path

import pytest

from ita_desktop.db.announcements import kept_pdf, load_announcement
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.plans import load_plan, plans_of
from ita_desktop.db.rows import Kind
from ita_desktop.db.schema import ANNOUNCEMENT_TABLES, PLAN_TABLES
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.plan import Plan, under
from ita_desktop.domain.project import Project
from ita_desktop.errors import ClerkError
from ita_desktop.workflows import history
from ita_desktop.workflows.announcements import add_draft, change_draft, issue, remove_draft
from ita_desktop.workflows.backups import back_up_to
from ita_desktop.workflows.described_differences import differences_in_words
from ita_desktop.workflows.opening import new_sample_file
from ita_desktop.workflows.plans.carry import begin_from
from ita_desktop.workflows.plans.making import begin_plan, change_years, plan_of, remove_plan
from ita_desktop.workflows.plans.outline import (
    move_projects,
    move_section,
    put_risks,
    remove_projects,
    remove_section,
)
from ita_desktop.workflows.restore import look_inside, take_back
from ita_desktop.workflows.rows.deeds import Edit, remove_rows, set_field
from ita_desktop.workflows.verify import verify

YEAR = 2566
_BEGUN = "อยู่ระหว่างดำเนินการ"
Content = dict[str, list[tuple[object, ...]]]


def content_of(file: DataFile) -> Content:
    tables = sorted(PLAN_TABLES | ANNOUNCEMENT_TABLES)
    return {name: file.read(f"SELECT * FROM {name} ORDER BY id") for name in tables}  # noqa: S608


def plan(file: DataFile) -> Plan:
    found = plan_of(file, YEAR)
    assert found is not None
    return found


def named(file: DataFile, words: str) -> Project:
    return next(one.project for one in plan(file).placed() if words in one.project.name)


def first_of(file: DataFile, number: int) -> Project:
    return next(load_plan(file, number).placed()).project


def trashed(file: DataFile) -> dict[str, int]:
    gone = history.trashed(file, history.trash_numbers(file))
    return {one.words: one.number for one in gone}


def bring_back(file: DataFile, words: str) -> int:
    (number,) = [number for said, number in trashed(file).items() if said.startswith(words)]
    return history.bring_back(file, number)


def test_a_project_comes_back_with_years_places_links_and_results_in_one_step(
    sample: DataFile,
) -> None:
    before, paying = content_of(sample), named(sample, "รับชำระภาษีออนไลน์")
    assert (len(paying.years), len(paying.results), len(paying.risks)) == (3, 2, 1)
    assert len(paying.treatments) == 1
    remove_projects(sample, [paying.id])
    assert bring_back(sample, "โครงการ “โครงการพัฒนาระบบรับชำระ") == 1 + 3 + 2 + 1 + 1
    assert content_of(sample) == before
    assert trashed(sample) == {}
    sample.undo()
    assert paying.id not in [one.project.id for one in plan(sample).placed()]


def test_a_dimension_comes_back_with_all_under_it(sample: DataFile) -> None:
    before, dimension = content_of(sample), plan(sample).dimensions[3]
    remove_section(sample, dimension.id)
    assert len(plan(sample).dimensions) == 3
    sample.undo()
    assert content_of(sample) == before
    sample.redo()
    section = "หัวข้อ “มีการจัดทำและรายงานการจัดทำระบบตรวจสอบภ"
    assert bring_back(sample, section) > 1 + 1 + 5 + 2 + 1  # project, years, results, risk
    assert named(sample, "ตรวจสอบภายในเชิงป้องกัน").results
    assert content_of(sample) == before  # a section alone would stand in another dimension
    assert trashed(sample) == {}


def test_sections_come_back_together_though_others_have_their_places_now(
    sample: DataFile,
) -> None:
    second = plan(sample).dimensions[1]
    mine = [one.id for one in under(plan(sample), second)]
    remove_section(sample, second.id)
    last = plan(sample).dimensions[-1]
    move_section(sample, last.id, plan(sample).sections[0].id, 1)
    before = [one.id for one in plan(sample).sections]
    assert bring_back(sample, f"หัวข้อ “{second.name[:20]}") > len(mine)
    now = plan(sample)
    place = [one.id for one in now.sections].index(second.id)
    assert [one.id for one in now.sections[place : place + len(mine)]] == mine
    assert [one.id for one in now.sections if one.id not in mine] == before
    assert [one.id for one in under(now, second)] == mine
    assert len(now.dimensions) == 4
    sample.undo()
    assert [one.id for one in plan(sample).sections] == before


def test_a_whole_plan_is_taken_away_and_back_in_one_step(sample: DataFile) -> None:
    before = content_of(sample)
    remove_plan(sample, plan(sample).id)
    assert plan_of(sample, YEAR) is None
    assert health_of(sample) == ()
    sample.undo()
    assert content_of(sample) == before
    sample.redo()
    assert plan_of(sample, YEAR) is None


def test_what_was_done_is_said_in_words(sample: DataFile) -> None:
    project = named(sample, "เปิดเผยเกณฑ์")
    number = project.id
    for edit in (
        Edit(kind=Kind.PROJECT, number=number, field="quarters:2566", text="1,2"),
        Edit(kind=Kind.PROJECT, number=number, field="no_budget", text=""),
        Edit(kind=Kind.PROJECT, number=number, field="state:2566", text=_BEGUN, months=6),
    ):
        set_field(sample, edit)
    name = "โครงการ “มาตรการเปิดเผยเกณฑ์การบรรจุ แต่งตั้ง และ…”"
    lines = [
        line
        for number in history.deed_numbers(sample)[:3]
        for change in history.changes(sample, number)
        for line in history.described(sample, change)
    ]
    assert [(line.place, line.field, line.before, line.after) for line in lines] == [
        (
            f"ผลปี 2566 รอบ 6 เดือน ของ{name}",
            *("สถานะ", "ดำเนินการแล้วเสร็จ", _BEGUN),
        ),
        (name, "ไม่ใช้งบประมาณ", "ใช่", ""),
        (f"ปี 2566 ของ{name}", "ไตรมาสที่ดำเนินการ", "ไตรมาส 1, 3", "ไตรมาส 1, 2"),
    ]
    assert [deed.name for deed in history.deeds(sample, history.deed_numbers(sample)[:3])] == [
        "แก้สถานะ ปี 2566",
        "แก้ไม่ใช้งบประมาณ",
        "แก้ไตรมาสที่ดำเนินการ ปี 2566",
    ]


@pytest.fixture
def issued(sample: DataFile) -> bytes:
    """Issue the sample's announcement and return its PDF."""
    (number,) = sample.read("SELECT id FROM announcement")[0]
    draft = load_announcement(sample, number)
    assert draft is not None
    pdf = b"%PDF-1.7 as it was printed"
    issue(sample, draft, pdf)
    return pdf


def test_a_backup_comes_back_into_a_file_that_never_had_its_announcement(
    sample: DataFile, issued: bytes, tmp_path: Path
) -> None:
    backup = back_up_to(sample.path, tmp_path / "สำรอง.ita").path
    other = new_sample_file(tmp_path / "ไฟล์อื่น.ita")
    before = content_of(other)
    look = look_inside(backup, other.path)
    assert {one.table for one in look.comparison.tables} == {"announcement"}
    lines = differences_in_words(look.comparison.rows)
    assert any(line.field == "ออกประกาศเมื่อ" for line in lines)
    assert take_back(other, look, "คืนข้อมูล")
    look.close()
    (number,) = other.read("SELECT id FROM announcement")[0]
    announcement = load_announcement(other, number)
    assert announcement is not None
    assert announcement.is_issued
    assert kept_pdf(other, announcement) == issued
    assert health_of(other) == ()
    other.undo()
    assert content_of(other) == before
    other.close()
    assert verify(other.path).sound


def test_the_plan_of_a_backup_comes_back_whole(sample: DataFile, tmp_path: Path) -> None:
    kept, backup = content_of(sample), back_up_to(sample.path, tmp_path / "สำรอง.ita").path
    first, second = plan(sample).dimensions[:2]
    move_projects(sample, [named(sample, "โตไปไม่โกง").id], second.id)
    remove_section(sample, first.id)
    now = content_of(sample)
    look = look_inside(backup, sample.path)
    assert take_back(sample, look, "คืนข้อมูล")
    look.close()
    assert content_of(sample) == kept
    sample.undo()
    assert content_of(sample) == now


def test_a_draft_that_was_deleted_is_called_by_its_kind_and_comes_back(sample: DataFile) -> None:
    number = add_draft(sample, YEAR, AnnouncementKind.NO_GIFT)
    change_draft(sample, number, "subject", "งดรับของขวัญ")
    before = content_of(sample)
    remove_draft(sample, number)
    assert bring_back(sample, "ประกาศ No Gift Policy “งดรับของขวัญ” ปี 2566") == 1
    assert content_of(sample) == before


def test_a_plan_comes_back_with_its_announcement_bound_in_it(
    sample: DataFile, issued: bytes
) -> None:
    assert issued
    before, number = content_of(sample), plan(sample).id
    remove_plan(sample, number)
    gone = content_of(sample)
    assert bring_back(sample, "แผนที่เริ่มปี 2566") > 100
    assert content_of(sample) == before
    sample.undo()
    assert content_of(sample) == gone


def test_a_plan_stays_in_the_trash_while_another_covers_one_of_its_years(sample: DataFile) -> None:
    number = plan(sample).id
    remove_plan(sample, number)
    begin_plan(sample, 2570, 2572)
    for words in ("แผนที่เริ่มปี 2566", "โครงการ “โครงการพัฒนาระบบรับชำระ"):
        with pytest.raises(ClerkError, match="มีแผนปี 2570 – 2572 อยู่แล้ว"):
            bring_back(sample, words)
    (other,) = [one.id for one in plans_of(sample) if one.first_year == 2570]
    change_years(sample, other, 2566, 2566)
    with pytest.raises(ClerkError, match="มีแผนปี 2566 – 2566 อยู่แล้ว"):
        bring_back(sample, "แผนที่เริ่มปี 2566")
    change_years(sample, other, 2571, 2572)
    assert bring_back(sample, "แผนที่เริ่มปี 2566") > 100
    assert plan(sample).id == number


def test_a_project_comes_back_though_what_it_was_joined_with_is_gone_since(
    sample: DataFile,
) -> None:
    paying = named(sample, "รับชำระภาษีออนไลน์")
    (risk,), (treatment,) = paying.risks, paying.treatments
    remove_projects(sample, [paying.id])
    remove_rows(sample, Kind.TREATMENT, [treatment])
    remove_rows(sample, Kind.RISK, [risk])
    assert bring_back(sample, "โครงการ “โครงการพัฒนาระบบรับชำระ") == 1 + 3 + 2
    assert named(sample, "รับชำระภาษีออนไลน์") == replace(paying, risks=(), treatments=())
    assert health_of(sample) == ()


def test_a_link_alone_stays_in_the_trash_while_what_it_joins_is_gone(sample: DataFile) -> None:
    paying = named(sample, "รับชำระภาษีออนไลน์")
    put_risks(sample, paying.id, [])
    remove_rows(sample, Kind.RISK, paying.risks)
    before = content_of(sample)
    with pytest.raises(ClerkError, match="เพราะความเสี่ยงที่รายการนี้อยู่ถูกลบไปแล้ว"):
        bring_back(sample, "ความเสี่ยง ของโครงการ “โครงการพัฒนาระบบรับชำระ")
    assert content_of(sample) == before


def test_a_carried_project_comes_back_with_what_it_goes_on_from_as_far_as_that_is_there(
    sample: DataFile,
) -> None:
    old = plan(sample)
    new, _ = begin_from(sample, old.id, 2571, 2575)
    first, second = [one.project for one in load_plan(sample, new).placed()][:2]
    assert first.previous is not None
    remove_projects(sample, [first.previous])
    assert first_of(sample, new).previous is None
    name = first.name[:20]
    assert bring_back(sample, f"โครงการ “{name}") > 1
    assert first_of(sample, new) == first
    remove_projects(sample, [second.id])
    remove_plan(sample, old.id)
    assert bring_back(sample, f"โครงการ “{second.name[:20]}") > 0


def test_of_two_that_went_at_once_only_the_one_that_comes_back_is_pointed_at_again(
    sample: DataFile,
) -> None:
    old = plan(sample)
    new, _ = begin_from(sample, old.id, 2571, 2575)
    first, second = [one.project for one in load_plan(sample, new).placed()][:2]
    assert first.previous is not None
    assert second.previous is not None
    remove_projects(sample, [first.previous, second.previous])
    assert bring_back(sample, f"โครงการ “{first.name[:20]}") > 0
    now = [one.project.previous for one in load_plan(sample, new).placed()][:2]
    assert now == [first.previous, None]
    assert health_of(sample) == ()
