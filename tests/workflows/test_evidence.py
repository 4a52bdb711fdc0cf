"""Evidence as the window works with it: read, attach, move, take away, write out."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.evidence import content_of, evidence_of, stored_bytes
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.evidence import LARGEST_FILE, MUCH, report_code, round_of_code, row_of_code
from ita_desktop.domain.measures import ROUNDS, Tracker
from ita_desktop.errors import ClerkError
from ita_desktop.workflows import evidence as work
from ita_desktop.workflows.evidence import (
    Named,
    attach,
    detach,
    drop_unnamed,
    keep_content,
    move,
    much_evidence,
    place,
    place_in,
    read_evidence,
    report_places,
    write_out,
)
from ita_desktop.workflows.plans.making import Heading, begin_plan, plan_of
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.rows.deeds import remove_rows


def stored(file: DataFile, folder: Path, *names: str) -> list[Named]:
    """Store small files and return their names."""
    made: list[Named] = []
    for name in names:
        path = folder / name
        path.write_bytes(f"%PDF-1.7 {name}".encode())
        read = read_evidence(path)
        keep_content(file, read)
        made.append(Named(read.name, read.sha256))
    return made


def test_several_files_are_one_deed(file: DataFile, tmp_path: Path) -> None:
    files = stored(file, tmp_path, "คำสั่ง.pdf", "ประกาศ.pdf")
    assert attach(file, 2565, "o1", files) == (tuple(files), ())
    undo = file.next_undo()
    assert undo is not None
    assert undo.name == "แนบหลักฐาน 2 ไฟล์ ที่ข้อ o1"
    file.undo()
    assert evidence_of(file, 2565) == ()
    file.redo()
    assert [one.name for one in evidence_of(file, 2565)] == ["คำสั่ง.pdf", "ประกาศ.pdf"]


def test_the_same_file_at_the_same_item_is_told_and_not_added_again(
    file: DataFile, tmp_path: Path
) -> None:
    one, two = stored(file, tmp_path, "คำสั่ง.pdf", "ประกาศ.pdf")
    same = Named("สำเนา.pdf", one.sha256)
    assert attach(file, 2565, "o1", [one, same]) == (
        (one,),
        ("สำเนา.pdf เหมือนกับ คำสั่ง.pdf ซึ่งแนบไว้แล้ว (ข้อ o1) จึงไม่เพิ่มซ้ำ",),
    )
    latest = file.latest_deed()
    added, told = attach(file, 2565, "o1", [same])
    assert (added, len(told), file.latest_deed()) == ((), 1, latest)
    assert attach(file, 2565, "", [same, two])[1] == ()  # elsewhere it is welcome


def test_evidence_moves_to_another_item_unless_it_is_there(file: DataFile, tmp_path: Path) -> None:
    one, two = stored(file, tmp_path, "คำสั่ง.pdf", "ประกาศ.pdf")
    attach(file, 2565, "o1", [one, two])
    attach(file, 2565, "o2", [one])
    before = evidence_of(file, 2565)
    with pytest.raises(ClerkError, match=r"คำสั่ง\.pdf ไม่ได้"):
        move(file, before[:2], "o2")
    assert evidence_of(file, 2565) == before
    move(file, before[:2], "")
    assert [found.code for found in evidence_of(file, 2565)] == ["", "", "o2"]
    latest = file.latest_deed()
    move(file, evidence_of(file, 2565)[:2], "")
    assert file.latest_deed() == latest
    detach(file, evidence_of(file, 2565)[:2])
    assert [found.code for found in evidence_of(file, 2565)] == ["o2"]
    file.undo()
    file.undo()
    assert evidence_of(file, 2565) == before


def test_what_was_stored_for_nothing_is_dropped(file: DataFile, tmp_path: Path) -> None:
    one, _ = stored(file, tmp_path, "คำสั่ง.pdf", "ประกาศ.pdf")
    attach(file, 2565, "", [one])
    before = stored_bytes(file)
    drop_unnamed(file)
    assert 0 < stored_bytes(file) < before
    assert content_of(file, evidence_of(file, 2565)[0]).startswith(b"%PDF")


def test_folders_missing_empty_large_and_disguised_files_are_refused(tmp_path: Path) -> None:
    large, program, empty = (tmp_path / name for name in ("ใหญ่.pdf", "โปรแกรม.pdf", "ว่าง.pdf"))
    empty.touch()
    program.write_bytes(b"MZ\x90\x00 this program cannot be run in DOS mode")
    large.write_bytes(b"%PDF-1.7")
    os.truncate(large, LARGEST_FILE + 1)
    for path, words in (
        (tmp_path, "โฟลเดอร์"),
        (tmp_path / "ไม่มี.pdf", "ไม่พบไฟล์"),
        (empty, "ไฟล์ว่าง"),
        (program, "เนื้อไฟล์ไม่ใช่"),
        (large, "150–200 dpi"),
    ):
        with pytest.raises(ClerkError, match=words):
            read_evidence(path)
    os.truncate(large, LARGEST_FILE)
    assert len(read_evidence(large).data) == LARGEST_FILE


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ลับ.pdf"
    path.write_bytes(b"%PDF-1.7")

    def refuse(_path: Path, _mode: str) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ClerkError, match=r"อ่านไฟล์ ลับ\.pdf ไม่ได้"):
        read_evidence(path)


def test_much_evidence_is_warned_of(file: DataFile, monkeypatch: pytest.MonkeyPatch) -> None:
    size = MUCH

    def stored_size(_file: DataFile) -> int:
        return size

    monkeypatch.setattr(work.table, "stored_bytes", stored_size)
    assert much_evidence(file) == ""
    size = MUCH + 1
    assert "500.1 MB เกิน 500 MB" in much_evidence(file)


def test_evidence_goes_out_whole_and_beside_a_held_file(tmp_path: Path, held: set[Path]) -> None:
    target = tmp_path / "คำสั่ง.pdf"
    assert write_out(target, b"%PDF one") == target
    held.add(target)
    assert write_out(target, b"%PDF two") == tmp_path / "คำสั่ง (๒).pdf"
    assert target.read_bytes() == b"%PDF one"


def test_evidence_of_a_step_is_told_by_its_words_and_stays_when_the_step_goes(
    sample: DataFile, tmp_path: Path
) -> None:
    measure = load_tracker(sample, 2566).topics[4].measures[0]
    first, second = (report_code("step", step.id, 6) for step in measure.steps)
    words = "ขั้นตอน “กำหนดแนวปฏิบัติการรักษาความลับและผู้รับ…” รอบ 6 เดือน"
    attach(sample, 2566, first, stored(sample, tmp_path, "แนวปฏิบัติ.pdf"))
    undo = sample.next_undo()
    assert undo is not None
    assert undo.name == f"แนบหลักฐาน แนวปฏิบัติ.pdf ที่{words}"
    move(sample, evidence_of(sample, 2566), second)
    assert [one.code for one in evidence_of(sample, 2566)] == [second]
    move(sample, evidence_of(sample, 2566), first)
    remove_rows(sample, Kind.STEP, [measure.steps[0].id])
    (left,) = evidence_of(sample, 2566)
    assert place_in(sample, left.code) == "ขั้นตอนที่ลบไปแล้ว รอบ 6 เดือน"
    sample.undo()
    assert place_in(sample, left.code) == words


def test_what_a_topic_reports_is_offered_and_of_an_item_all_where_they_are_few(
    sample: DataFile,
) -> None:
    tracker = load_tracker(sample, 2566)
    measure = tracker.topics[4].measures[0]
    code = report_code("measure", measure.id, 12)
    assert [one for one, _ in report_places(tracker, (), code)] == [
        report_code(kind, number, months)
        for kind, number in (("measure", measure.id), *(("step", s.id) for s in measure.steps))
        for months in ROUNDS
    ]
    rows = sum(1 + len(one.steps) for _, one in tracker.measures())
    assert len(report_places(tracker, (), "O43")) == 2 * rows
    assert report_places(tracker, (), "step/99999/6") == ()
    many = tuple(
        replace(topic, measures=tuple(replace(measure, id=n) for n in range(work.MOST_REPORTS)))
        for topic in tracker.topics[:2]
    )
    assert report_places(replace(tracker, topics=many), (), "O43") == ()


@pytest.mark.parametrize(
    "code", ["", "O43", "i7", "step/7", "step/7/8", "topic/7/6", "risk/7/6", "step/x/6"]
)
def test_a_code_of_no_report_names_no_row(code: str) -> None:
    assert (row_of_code(code), round_of_code(code)) == (None, None)


def test_evidence_of_a_treatment_is_told_by_its_words_and_offered_with_its_process(
    sample: DataFile, tmp_path: Path
) -> None:
    processes = register_of(sample, 2566).processes
    permits = processes[0]
    treatment = permits.treatments[0]
    code = report_code("treatment", treatment.id, 6)
    words = "มาตรการควบคุม “แสดงลำดับคิวและวันครบกำหนดของทุกคำขอบน…” รอบ 6 เดือน"
    attach(sample, 2566, code, stored(sample, tmp_path, "หน้าจอ.pdf"))
    assert place_in(sample, code) == words
    nothing = Tracker(fiscal_year=2566)
    assert [one for one, _ in report_places(nothing, processes, code)] == [
        report_code("treatment", one.id, months) for one in permits.treatments for months in ROUNDS
    ]
    every = sum(len(process.treatments) for process in processes)
    assert len(report_places(nothing, processes, "O35")) == 2 * every
    remove_rows(sample, Kind.TREATMENT, [treatment.id])
    (left,) = evidence_of(sample, 2566)
    assert place_in(sample, left.code) == "มาตรการควบคุมที่ลบไปแล้ว รอบ 6 เดือน"
    assert place(code) == "มาตรการควบคุมความเสี่ยง รอบ 6 เดือน"
    sample.undo()
    assert place_in(sample, left.code) == words


def test_a_code_of_a_report_says_its_row_and_its_round() -> None:
    for kind, months in (("step", 6), ("measure", 12), ("treatment", 6)):
        code = report_code(kind, 45, 6 if months == 6 else 12)
        assert (row_of_code(code), round_of_code(code)) == ((kind, 45), months)


def test_the_report_of_a_project_is_a_place_of_evidence(file: DataFile, tmp_path: Path) -> None:
    begin_plan(file, 2565, 2568, [Heading(1, "มิติ")])
    project = add_project(file, file.read("SELECT id FROM section")[0][0], {"name": "อบรม"})
    code = report_code("project", project, 12)
    assert (row_of_code(code), round_of_code(code)) == (("project", project), 12)
    assert place_in(file, code) == "โครงการ “อบรม” รอบ 12 เดือน"
    added, _ = attach(file, 2565, code, stored(file, tmp_path, "ภาพ.pdf"))
    assert [one.name for one in added] == ["ภาพ.pdf"]
    plan = plan_of(file, 2565)
    assert plan is not None
    found = report_places(load_tracker(file, 2565), (), code, plan.placed())
    assert found == (
        (report_code("project", project, 6), "รอบ 6 เดือน โครงการที่ 1 “อบรม”"),
        (code, "รอบ 12 เดือน โครงการที่ 1 “อบรม”"),
    )
    remove_rows(file, Kind.PROJECT, [project])
    assert place_in(file, code) == "โครงการที่ลบไปแล้ว รอบ 12 เดือน"
