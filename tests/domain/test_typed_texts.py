"""Numbers and names that were typed into a plan's texts and do not fit."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.foreign_names import other_office, template_words, words_of_other_kind
from ita_desktop.domain.typed_counts import Truth, wrong_counts

OURS = "เทศบาลตำบลบ้านตัวอย่าง"
TRUTH = Truth(
    first_year=2566,
    last_year=2570,
    dimensions=4,
    projects=36,
    kinds={"โครงการ": 15, "มาตรการ": 15, "กิจกรรม": 6},
    by_dimension={1: 6, 2: 21, 3: 4, 4: 5},
    sums=frozenset({Decimal(20_000), Decimal(5_000)}),
)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "มี ๔ มิติ รวม ๓๖ โครงการ",
        "มิติที่ ๑ จำนวน ๖ โครงการ มิติที่ ๒ จำนวน ๒๑ โครงการ รวมทั้งสิ้น ๓๖ โครงการ",
        "แบ่งเป็น ๑๕ โครงการ ๖ กิจกรรม ๑๕ มาตรการ",
        "งบประมาณทั้งสิ้น ๒๐,๐๐๐ บาท (สองหมื่นบาทถ้วน)",
        "ดำเนินการอย่างน้อย ๑ โครงการต่อปี",
        "จัดปีละ 2 กิจกรรม",
        "แผนปฏิบัติการป้องกันการทุจริต (พ.ศ. ๒๕๖๖ – ๒๕๗๐)",
        "ยุทธศาสตร์ชาติ (พ.ศ. ๒๕๖๑ – ๒๕๘๐)",
        "แผนปฏิบัติการป้องกันการทุจริตสอดคล้องกับยุทธศาสตร์ชาติ พ.ศ. ๒๕๖๑ – ๒๕๘๐",
        "โครงการลำดับที่ ๒๑",
        "พ.ศ. ๒๕๖๖ โครงการทั้งหมด",
    ],
)
def test_what_fits_the_data_or_speaks_of_something_else_is_left_alone(text: str) -> None:
    assert [*wrong_counts(text, TRUTH)] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("แบ่งเป็น ๕ มิติ", "5 มิติ แต่ข้อมูลของแผนมี 4"),
        ("รวม ๓๘ โครงการ", "38 โครงการ แต่ข้อมูลของแผนมี 36"),
        ("จำนวน 38 โครงการ/กิจกรรม/มาตรการ", "38 โครงการ แต่ข้อมูลของแผนมี 36"),
        ("มิติที่ ๑ มี ๙ โครงการ", "มิติที่ 1 9 โครงการ แต่ข้อมูลของแผนมี 6"),
        ("มิติที่ ๑ มี ๖ โครงการ\nรวม ๖ โครงการ", "6 โครงการ แต่ข้อมูลของแผนมี 36"),
        ("งบ 30,000 บาท", "30,000 บาท ซึ่งไม่ใช่ยอดรวมใดของแผน"),
        ("๒๐,๐๐๐ บาท (สามหมื่นบาทถ้วน)", "สามหมื่นบาทถ้วน ไม่ตรงกับ 20,000 บาท"),
        ("แผนปฏิบัติการป้องกันการทุจริต พ.ศ. ๒๕๖๑ - ๒๕๖๔", "2561 – 2564 แต่แผนเป็นปี 2566 – 2570"),
    ],
)
def test_what_contradicts_the_data_is_said_with_both_numbers(text: str, said: str) -> None:
    (wrong,) = wrong_counts(text, TRUTH)
    assert said in wrong


@given(st.text(alphabet="กขคมิต่ที้รวมโครงการบาท๐๑๙09,.() \n-–", max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert all(isinstance(one, str) for one in wrong_counts(text, TRUTH))
    assert isinstance(other_office(text, OURS), str)
    assert isinstance(template_words(text), str)


@given(dimensions=st.integers(1, 9), projects=st.integers(1, 400))
def test_the_right_counts_are_never_wrong(dimensions: int, projects: int) -> None:
    truth = replace(TRUTH, dimensions=dimensions, projects=projects, by_dimension={})
    assert [*wrong_counts(f"ใน {dimensions} มิติ รวม {projects} โครงการ", truth)] == []
    assert len([*wrong_counts(f"ใน {dimensions + 1} มิติ รวม {projects} โครงการ", truth)]) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (f"{OURS}ได้จัดทำแผน", ""),
        ("เทศบาลตำบล บ้านตัวอย่าง", ""),
        ("เทศบาลตำบลทุกแห่งในประเทศ", ""),
        ("เทศบาลตำบลมีหน้าที่", ""),
        ("ประชาชนในเขตเทศบาลเมือง", ""),
        ("เทศบาลตำบลวาปีปทุม", "เทศบาลตำบลวาปีปทุม"),
        ("ตามแผนขององค์การบริหารส่วนตำบลหนองแวง ปี ๒๕๖๖", "องค์การบริหารส่วนตำบลหนองแวง"),
        ("อบต.หนองแวงดำเนินการ", "อบต.หนองแวงดำเนินการ"),
        ("ทต.บ้านตัวอย่าง", ""),
        ("สมาชิกสภา อบต. ทุกคน", ""),
    ],
)
def test_another_offices_name_is_found_and_our_own_is_not(text: str, found: str) -> None:
    assert other_office(text, OURS) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ปลัด (อบจ./เทศบาล/อบต.)", "(อบจ./เทศบาล/อบต.)"),
        ("เทศบาล/อบต. กำหนด", "เทศบาล/อบต. กำหนด"),
        ("(ระบุชื่อหน่วยงาน)", "(ระบุชื่อหน่วยงาน)"),
        ("วันที่ ............", "............"),
        ("ข้อบัญญัติ/เทศบัญญัติ", ""),
        ("ฯลฯ ...", ""),
    ],
)
def test_words_of_a_form_are_found(text: str, found: str) -> None:
    assert template_words(text) == found


def test_words_of_another_kind_of_office_are_found() -> None:
    assert words_of_other_kind("พนักงานส่วนตำบล", OURS) == "พนักงานส่วนตำบล"
    assert words_of_other_kind("พนักงานเทศบาล", OURS) == ""
    assert words_of_other_kind("พนักงานเทศบาล", "องค์การบริหารส่วนตำบลหนอง") == "พนักงานเทศบาล"
    assert words_of_other_kind("พนักงานส่วนตำบล", "") == ""
