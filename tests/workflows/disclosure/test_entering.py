"""OIT items as they are typed: one deed, all or none; and what the history says of it."""

from datetime import date
from hashlib import sha256

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.db.evidence import add_evidence, store_content
from ita_desktop.domain.disclosure import PublishState, asked_contents
from ita_desktop.errors import ClerkError
from ita_desktop.workflows import history
from ita_desktop.workflows.check import OIT_RULES, check
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.disclosure.entering import (
    OitEdit,
    apply_oit_edits,
    set_oit_field,
    tick_contents,
)
from ita_desktop.workflows.disclosure.field_history import oit_field_history
from ita_desktop.workflows.dump import dump

YEAR = 2566


def put(file: DataFile, code: str, field: str, text: str) -> None:
    set_oit_field(file, YEAR, OitEdit(code=code, field=field, text=text))


def test_a_field_is_kept_as_it_is_understood_and_the_deed_has_its_name(file: DataFile) -> None:
    typed = {
        "state": "เผยแพร่แล้ว",
        "units": " กองคลัง \n\nสำนักปลัด",
        "addresses": "www.example.go.th/o12\n",
        "due": "๓๐ เม.ย. ๒๕๖๖",
        "dated": "5/4/2566",
        "checked": "-",
        "note": "รอลงนาม",
    }
    for field, text in typed.items():
        put(file, "O12", field, text)
    known = load_disclosure(file, YEAR).of("O12")
    assert known.state is PublishState.PUBLISHED
    assert known.units == "กองคลัง\nสำนักปลัด"
    assert known.addresses == "www.example.go.th/o12"
    days = (known.due, known.dated, known.checked)
    assert days == (date(2023, 4, 30), date(2023, 4, 5), None)
    assert known.note == "รอลงนาม"
    deed = file.next_undo()
    assert deed is not None
    assert deed.name == "แก้หมายเหตุ O12"
    assert 2566 in {row[0] for row in file.read("SELECT id FROM fiscal_year")}


@pytest.mark.parametrize(
    ("edits", "words"),
    [
        ([("O1", "units", "กองคลัง"), ("O2", "state", "เกือบเสร็จ")], "ไม่รู้จักสถานะ"),
        ([("O1", "units", "กองคลัง"), ("O2", "due", "สิ้นเดือน")], "วันที่"),
        ([("O1", "units", "กองคลัง"), ("O44", "units", "กองคลัง")], "ไม่มีข้อ O44"),
        ([("O1", "units", "กองคลัง"), ("i1", "units", "กองคลัง")], "ไม่มีข้อ i1"),
    ],
)
def test_one_text_that_cannot_be_taken_refuses_them_all(
    file: DataFile, edits: list[tuple[str, str, str]], words: str
) -> None:
    before = dump(file), file.latest_deed()
    with pytest.raises(ClerkError, match=words):
        apply_oit_edits(file, YEAR, [OitEdit(code=c, field=f, text=t) for c, f, t in edits], "กรอก")
    assert (dump(file), file.latest_deed()) == before


def test_a_year_without_criteria_takes_nothing(file: DataFile) -> None:
    with pytest.raises(ClerkError, match="2590"):
        set_oit_field(file, 2590, OitEdit(code="O1", field="note", text="ก"))


def test_contents_are_ticked_by_the_words_of_the_criteria(file: DataFile) -> None:
    asked = [one.text for one in asked_contents(criteria_of(file, YEAR).item_by_code["O12"])]
    tick_contents(file, YEAR, "O12", asked[:3], there=True)
    tick_contents(file, YEAR, "O12", asked[:1], there=False)
    assert load_disclosure(file, YEAR).of("O12").contents == set(asked[1:3])
    before = file.latest_deed()
    with pytest.raises(ClerkError, match="ไม่มีองค์ประกอบนี้"):
        tick_contents(file, YEAR, "O12", ["อื่น"], there=True)
    with pytest.raises(ClerkError, match="ไม่มีข้อ O99"):
        tick_contents(file, YEAR, "O99", asked, there=True)
    assert file.latest_deed() == before
    file.undo()
    file.undo()
    assert load_disclosure(file, YEAR).items == {}


def test_a_tick_of_words_that_the_criteria_had_may_still_be_taken_away(file: DataFile) -> None:
    put(file, "O12", "note", "ก")
    with file.deed("เกณฑ์เดิม"):
        file.connection.execute("INSERT INTO oit_content (oit_item, text) VALUES (1, 'เดิม')")
    tick_contents(file, YEAR, "O12", ["เดิม"], there=False)
    assert load_disclosure(file, YEAR).of("O12").contents == frozenset()


def test_the_story_of_a_field_goes_over_undo_and_a_new_row(file: DataFile) -> None:
    put(file, "O12", "state", "อยู่ระหว่างจัดทำ")
    file.undo()
    put(file, "O12", "units", "กองคลัง")
    put(file, "O12", "state", "เผยแพร่แล้ว")
    put(file, "O13", "state", "ตรวจสอบแล้ว")
    told = [(one.before, one.after) for one in oit_field_history(file, YEAR, "O12", "state")]
    assert told[0] == ("", "published")
    assert ("", "in_work") in told or (None, "in_work") in told
    assert all("checked" not in pair for pair in told)
    assert oit_field_history(file, YEAR + 1, "O12", "state") == ()


def test_history_says_in_thai_what_became_of_an_item(file: DataFile) -> None:
    put(file, "O12", "note", "ก")
    put(file, "O12", "state", "เผยแพร่แล้ว")
    asked = asked_contents(criteria_of(file, YEAR).item_by_code["O12"])
    tick_contents(file, YEAR, "O12", [asked[1].text], there=True)
    said: list[str] = []
    for number in history.deed_numbers(file)[:2]:
        for change in history.changes(file, number):
            said += [
                f"{one.verb} {one.place}: {one.field} {one.after}".rstrip(": ")
                for one in history.described(file, change)
            ]
    assert said == [
        "เพิ่ม องค์ประกอบ “ความก้าวหน้าการดำเนินการแต่ละโครงการ/กิจ…” ของ OIT O12 ปี 2566",
        "แก้ไข OIT O12 ปี 2566: สถานะ เผยแพร่แล้ว",
    ]


def test_a_tick_that_was_taken_away_lies_in_the_trash_and_comes_back(file: DataFile) -> None:
    asked = asked_contents(criteria_of(file, YEAR).item_by_code["O1"])
    words = asked[0].text
    tick_contents(file, YEAR, "O1", [words], there=True)
    tick_contents(file, YEAR, "O1", [words], there=False)
    (gone,) = history.trashed(file, history.trash_numbers(file))
    assert gone.words.startswith("องค์ประกอบ “แสดงแผนผังโครงสร้าง")
    assert gone.words.endswith("ของ OIT O1 ปี 2566")
    assert history.bring_back(file, gone.number) == 1
    assert load_disclosure(file, YEAR).of("O1").contents == {words}
    tick_contents(file, YEAR, "O1", [words], there=False)
    tick_contents(file, YEAR, "O1", [words], there=True)
    with pytest.raises(ClerkError, match="มีรายการอื่นอยู่แทนแล้ว"):
        history.bring_back(file, history.trash_numbers(file)[0])


def test_evidence_is_kept_of_an_item_and_told_with_it(file: DataFile) -> None:
    put(file, "O12", "units", "กองคลัง")
    digest = sha256(b"%PDF-1.7").hexdigest()
    store_content(file, digest, b"%PDF-1.7")
    with file.deed("แนบ"):
        add_evidence(file, YEAR, "O12", "รายงาน.pdf", digest)
    (kept,) = dump(file, YEAR)["years"]["2566"]["evidence"]
    assert (kept["code"], kept["name"], kept["place"]) == ("O12", "รายงาน.pdf", "ข้อ O12")


def test_an_item_that_was_emptied_again_is_one_that_nobody_spoke_of(file: DataFile) -> None:
    before = load_disclosure(file, YEAR), check(file, YEAR, date(2023, 5, 2), rules=OIT_RULES)
    for text in ("กองคลัง", ""):
        put(file, "O12", "units", text)
    item = criteria_of(file, YEAR).item_by_code["O12"]
    words = [one.text for one in asked_contents(item)]
    for there in (True, False):
        tick_contents(file, YEAR, "O12", words, there=there)
    now = load_disclosure(file, YEAR), check(file, YEAR, date(2023, 5, 2), rules=OIT_RULES)
    assert now == before
    assert len(now[1]) == 1
