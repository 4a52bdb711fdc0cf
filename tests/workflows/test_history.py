"""The history as people ask for it: words, reasons, and the trash."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, add_row, change_row, put_result, remove_row
from ita_desktop.domain.score_entry import EXCLUDED
from ita_desktop.errors import ClerkError
from ita_desktop.workflows import history
from ita_desktop.workflows.described_changes import DESCRIBED
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.opening import new_file, open_file
from ita_desktop.workflows.scores.year_scores import put_entries
from tests.kept_file import KeptFile, keep

D70, D80 = Decimal(70), Decimal(80)


@pytest.fixture(scope="module")
def kept_year(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    folder = tmp_path_factory.mktemp("year")
    return keep(folder, lambda path: new_file(path, fiscal_year=2566))


@pytest.fixture
def file(kept_year: KeptFile, tmp_path: Path) -> Iterator[DataFile]:
    opened = open_file(kept_year.copy_to(tmp_path / "ก.ita"))
    yield opened
    opened.close()


def words(file: DataFile) -> list[str]:
    return [gone.words for gone in history.trashed(file, history.trash_numbers(file))]


def newest(file: DataFile) -> history.Recorded:
    return history.deeds(file, history.deed_numbers(file)[:1])[0]


def test_each_deed_says_what_became_of_it_and_why_it_cannot_be_taken_back(file: DataFile) -> None:
    for value in (D70, D80):
        put_entries(file, 2566, {"i7": value}, f"แก้คะแนน {value}")
    file.undo()
    told = [
        (history.deed_words(deed), history.standing_words(deed), bool(history.why_not_undone(deed)))
        for deed in history.deeds(file, history.deed_numbers(file))
    ]
    assert told == [
        ("เลิกทำ “แก้คะแนน 80”", "", True),
        ("แก้คะแนน 80", "เลิกทำแล้ว", True),
        ("แก้คะแนน 70", "", False),
        ("เริ่มไฟล์ใหม่", "", True),
    ]
    put_entries(file, 2566, {"i7": EXCLUDED}, "แก้คะแนน")
    dropped = history.deeds(file, history.deed_numbers(file))[2]
    assert history.standing_words(dropped) == "เลิกทำแล้ว ทำซ้ำไม่ได้"
    assert "ทำซ้ำไม่ได้" in history.why_not_undone(dropped)


def test_what_a_paste_changed_is_told_score_by_score(file: DataFile) -> None:
    put_entries(file, 2566, {f"i{number}": D70 for number in range(200)}, "วางคะแนน 200 ค่า")
    changes = history.changes(file, newest(file).id)
    assert [history.width(change) for change in changes] == [1] * 200
    lines = [line for change in changes for line in history.described(file, change)]
    assert [line.place for line in lines] == [f"คะแนน i{number} ปี 2566" for number in range(200)]


def test_a_deleted_score_comes_back_from_the_trash(file: DataFile) -> None:
    put_entries(file, 2566, {"i7": D70, "i8": EXCLUDED}, "วาง")
    before = dump(file)
    put_entries(file, 2566, {"i7": None, "i8": None}, "ลบ")
    assert words(file) == ["คะแนน i8 ปี 2566: ไม่คิดคะแนน", "คะแนน i7 ปี 2566: 70.00"]
    for number in history.trash_numbers(file):
        assert history.bring_back(file, number) == 1
    assert (dump(file), words(file)) == (before, [])
    assert newest(file).name == "คืนรายการที่ลบ คะแนน i7 ปี 2566: 70.00"


def test_where_a_row_cannot_come_back_one_sentence_says_why(file: DataFile) -> None:
    put_entries(file, 2566, {"i7": D70}, "แก้")
    put_entries(file, 2566, {"i7": None}, "ลบ")
    put_entries(file, 2566, {"i7": D80}, "แก้")
    latest = file.latest_deed()
    with pytest.raises(ClerkError, match="มีรายการอื่นอยู่แทนแล้ว"):
        history.bring_back(file, history.trash_numbers(file)[0])
    put_entries(file, 2567, {"i1": D80}, "แก้")
    put_entries(file, 2567, {"i1": None}, "ลบ")
    with file.deed("ลบปี"):
        file.connection.execute("DELETE FROM fiscal_year WHERE id = 2567")
    _, score, *_ = history.trash_numbers(file)
    with pytest.raises(ClerkError, match="เพราะปีงบประมาณที่รายการนี้อยู่ถูกลบไปแล้ว"):
        history.bring_back(file, score)
    assert file.latest_deed() == (latest or 0) + 3


def test_the_stories_of_a_score_and_of_a_wording(file: DataFile) -> None:
    put_entries(file, 2566, {"i7": D70}, "แก้")
    put_entries(file, 2566, {"i7": EXCLUDED}, "แก้")
    found = history.score_history(file, 2566, "i7")
    assert [one.after and history.stored_score(one.after) for one in found] == [EXCLUDED, D70]
    assert history.score_history(file, 2565, "i7") == ()
    with file.deed("แก้ข้อความ"):
        file.connection.execute(
            "INSERT INTO item_text (fiscal_year, code, text) VALUES (2566, 'i7', 'ก')"
        )
    assert [one.after for one in history.text_history(file, 2566, "i7")] == ["ก"]


def test_the_story_of_a_row_goes_over_its_going_and_coming(file: DataFile) -> None:
    for value in (D70, None, D80, EXCLUDED):
        put_entries(file, 2566, {"i7": value, "i8": D70}, "แก้")
    change = next(
        one for one in history.changes(file, newest(file).id) if one.change.table == "score"
    )
    lines = [
        line
        for _, one in history.row_history(file, change)
        for line in history.described(file, one)
    ]
    assert [(line.verb, line.before, line.after) for line in lines] == [
        ("แก้ไข", "80.00", "ไม่คิดคะแนน"),
        ("เพิ่ม", "", "80.00"),
        ("ลบ", "70.00", ""),
        ("เพิ่ม", "", "70.00"),
    ]
    assert {line.place for line in lines} == {"คะแนน i7 ปี 2566"}


@pytest.mark.parametrize("table", DESCRIBED)
def test_every_table_has_stories_of_its_rows(file: DataFile, table: str) -> None:
    key = dict.fromkeys(DESCRIBED[table].key, "ก")
    with file.deed("ลบ"):
        file.connection.execute("DELETE FROM fiscal_year")
    deed = newest(file).id
    file.connection.execute(
        "INSERT INTO change (deed, table_name, row_id, old, new) VALUES (?, ?, 77, NULL, ?)",
        (deed, table, json.dumps({"id": 77, **key}, ensure_ascii=False, separators=(",", ":"))),
    )
    last = history.changes(file, deed)[-1]
    assert [one.id for _, one in history.row_history(file, last)] == [last.id]


@pytest.mark.parametrize(
    "record",
    [
        "UPDATE change SET new = '[]'",
        "UPDATE change SET new = 'ก'",
        "UPDATE deed SET at = 'เมื่อวาน'",
        """UPDATE change SET new = '{"id":1,"fiscal_year":2566,"code":"i7","value":"มาก"}'""",
    ],
)
def test_records_that_none_of_ours_is_are_told_in_one_sentence(file: DataFile, record: str) -> None:
    put_entries(file, 2566, {"i7": D70}, "แก้")
    file.connection.execute(record)
    with pytest.raises(ClerkError, match="ประวัติการแก้ไข"):
        history.score_history(file, 2566, "i7")


def test_old_history_is_forgotten_and_the_data_stay(file: DataFile) -> None:
    for value in (D70, D80):
        put_entries(file, 2566, {"i7": value}, "แก้")
    before = dump(file)
    old = history.older_than(file, datetime(9999, 1, 1, tzinfo=UTC))
    assert old.deeds == 3
    assert history.forget(file, old)
    assert dump(file) == before
    assert [newest(file).name, len(history.deed_numbers(file))] == ["ย่อประวัติเก่า 3 รายการ", 1]
    assert history.why_not_undone(newest(file))


def test_a_report_and_its_evidence_say_of_which_step_also_after_it_is_gone(
    file: DataFile,
) -> None:
    with file.deed("เตรียม"):
        topic = add_row(file, Kind.TOPIC, 2566, {"title": "การใช้จ่าย"})
        measure = add_row(file, Kind.MEASURE, topic, {})
        step = add_row(file, Kind.STEP, measure, {"text": "ประชุมชี้แจง"})
    with file.deed("รายงาน"):
        put_result(file, Kind.STEP, step, 6, {"state": "done"})
        change_row(file, Kind.STEP, step, {"text": "ประชุมใหญ่"})
    told = history.deed_numbers(file)[0]
    with file.deed("ลบ"):
        remove_row(file, Kind.TOPIC, topic)

    def places(deed: int) -> list[str]:
        return [history.described(file, one)[0].place for one in history.changes(file, deed)]

    assert places(told) == ["ผลรอบ 6 เดือน ของขั้นตอน “ประชุมชี้แจง”", "ขั้นตอน “ประชุมใหญ่”"]
    assert "ผลรอบ 6 เดือน ของขั้นตอน “ประชุมใหญ่”" in places(history.deed_numbers(file)[0])
    gone = history.trashed(file, history.trash_numbers(file))
    assert {one.words.split(":")[0] for one in gone} == {
        "ผลรอบ 6 เดือน ของขั้นตอน “ประชุมใหญ่”",
        "ขั้นตอน “ประชุมใหญ่”",
        "มาตรการของประเด็น “การใช้จ่าย” ปี 2566",
        "ประเด็น “การใช้จ่าย” ปี 2566",
    }
    result = next(one for one in gone if one.words.startswith("ผล"))
    assert history.bring_back(file, result.number) == 4


def test_a_row_of_texts_with_several_lines_is_one_line_in_the_trash_and_a_short_name(
    file: DataFile,
) -> None:
    with file.deed("เตรียม"):
        topic = add_row(file, Kind.TOPIC, 2566, {"title": "การใช้จ่าย"})
        measure = add_row(file, Kind.MEASURE, topic, {"text": "ประชุม", "units": "-กองคลัง\n-กองช่าง"})
        put_result(file, Kind.MEASURE, measure, 6, {"result": "ผล\n" * 900})
    with file.deed("ลบ"):
        remove_row(file, Kind.MEASURE, measure)
    assert not any("\n" in one for one in words(file))
    assert any("-กองคลัง -กองช่าง" in one for one in words(file))
    for gone in history.trashed(file, history.trash_numbers(file)):
        history.bring_back(file, gone.number)
        assert "\n" not in newest(file).name
        assert len(newest(file).name) < 150
        file.undo()


def test_the_story_of_a_topic_is_not_that_of_the_other_topics_of_its_year(
    file: DataFile,
) -> None:
    for title in ("หนึ่ง", "สอง"):
        with file.deed(title):
            add_row(file, Kind.TOPIC, 2566, {"title": title})
    (change,) = history.changes(file, history.deed_numbers(file)[0])
    assert [deed.name for deed, _ in history.row_history(file, change)] == ["สอง"]
