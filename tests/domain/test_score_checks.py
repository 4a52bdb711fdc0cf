"""Rules of a year's scores, ranges of headings, and figures typed into texts about scores."""

from decimal import Decimal

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.domain.bands import Band, BandLimits
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.score_checks import score_lacks
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.score_ranges import score_ranges
from ita_desktop.domain.scores import compute
from ita_desktop.domain.typed_figures import (
    Figures,
    figures_of,
    wrong_counts_of_indicators,
    wrong_figures,
)

W, N = Severity.WARNING, Severity.NOTE
CRITERIA = shipped_criteria(2565)
assert CRITERIA is not None
SEED_001 = "94.56 88.13 90.81 88.09 90.53 96.03 96.20 94.74 100.00 100.00"
INDICATORS: dict[str, Entry] = {
    str(number): Decimal(score) for number, score in enumerate(SEED_001.split(), start=1)
}
ITEMS: dict[str, Entry] = {
    item.code: Decimal(100 if item.is_oit else 90) for item in CRITERIA.items
}


def told(entries: dict[str, Entry]) -> list[tuple[Severity, str, str]]:
    """Return what is found: how grave, where and what."""
    assert CRITERIA is not None
    found = score_lacks(compute(CRITERIA, entries))
    assert {(one.place.kind, one.place.number, one.place.field) for one in found} <= {
        ("score", 2565, "score")
    }
    return [(one.severity, one.place.code, one.message) for one in found]


def figures(entries: dict[str, Entry], *others: dict[str, Entry]) -> Figures:
    """Return the figures of a year, beside others."""
    assert CRITERIA is not None
    years = [compute(CRITERIA, one) for one in others]
    return figures_of(compute(CRITERIA, entries), years, BandLimits())


@pytest.mark.parametrize("entries", [{}, INDICATORS, ITEMS, ITEMS | {"O5": EXCLUDED}])
def test_a_year_without_scores_and_a_whole_one_lack_nothing(entries: dict[str, Entry]) -> None:
    assert told(entries) == []


def test_items_without_a_score_are_named_once_any_is_there() -> None:
    entries = {code: one for code, one in ITEMS.items() if code not in ("i7", "i8")}
    assert told(entries) == [(W, "i7", "ตัวชี้วัดที่ 2 การใช้งบประมาณ ยังไม่มีคะแนน 2 จาก 6 ข้อ ได้แก่ i7, i8")]


def test_of_many_missing_items_the_first_are_named() -> None:
    entries = {code: one for code, one in ITEMS.items() if code == "O33" or code[0] != "O"}
    messages = [words for _, _, words in told(entries)]
    assert messages[0].endswith("O1, O2, O3, O4, O5, O6, O7, O8 และอีก 24 ข้อ")


def test_eight_missing_items_are_all_named() -> None:
    gone = {f"O{number}" for number in range(1, 9)}
    ((_, _, words),) = told({code: one for code, one in ITEMS.items() if code not in gone})
    assert words.endswith("ได้แก่ O1, O2, O3, O4, O5, O6, O7, O8")


def test_indicators_without_any_score_are_told_by_instrument() -> None:
    entries = {code: one for code, one in INDICATORS.items() if code not in ("6", "8", "10")}
    assert told(entries) == [
        (W, "6", "ยังไม่มีคะแนนของตัวชี้วัดที่ 6, 8 (EIT) คะแนน EIT จึงเป็นคะแนนเบื้องต้น"),
        (W, "10", "ยังไม่มีคะแนนของตัวชี้วัดที่ 10 (OIT) คะแนน OIT จึงเป็นคะแนนเบื้องต้น"),
    ]
    del entries["9"]
    words = [words for _, code, words in told(entries) if code == "9"]
    assert words == ["ยังไม่มีคะแนนของตัวชี้วัดที่ 9, 10 (OIT) จึงยังไม่มีคะแนนรวม"]
    words = [words for _, code, words in told(entries | {"total": Decimal(95)}) if code == "9"]
    assert words == ["ยังไม่มีคะแนนของตัวชี้วัดที่ 9, 10 (OIT)"]


def test_an_entered_figure_a_cent_off_is_a_note_and_one_further_off_a_warning() -> None:
    seed = INDICATORS | {"EIT": Decimal("95.65")}
    ((severity, code, words),) = told(seed)
    assert (severity, code) == (N, "EIT")
    assert words.startswith("แบบวัด EIT กรอกไว้ 95.65 แต่คำนวณได้ 95.66 ต่างกันเพียงการปัดเศษ")
    ((severity, code, words),) = told(INDICATORS | {"total": Decimal("95.80")})
    assert (severity, code) == (W, "total")
    assert words == "คะแนนรวม กรอกไว้ 95.80 แต่คำนวณได้ 95.82 ต่างกัน 0.02 กรุณาตรวจคะแนน"
    ((severity, code, _),) = told(ITEMS | {"2": Decimal("88.13")})
    assert (severity, code) == (W, "2")


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("๒. ประเด็นที่จะต้องพัฒนา (๘๕.๐๑-๘๕.๙๙ คะแนน)", "85.94", "77.08"),
        ("๑. ประเด็นที่ต้องแก้ไขโดยเร่งด่วน (ต่ำกว่า ๘๕ คะแนน)", "84.99", "85"),
        ("คะแนน 90.00 – 94.99", "94.99", "95"),
        ("มากกว่า 95 คะแนน", "95.01", "95"),
        ("ตั้งแต่ 95 คะแนนขึ้นไป", "95", "94.99"),
        ("85 ถึง 89 คะแนน", "85", "89.01"),
    ],
)
def test_the_range_of_a_heading_holds_its_scores(text: str, inside: str, outside: str) -> None:
    (found,) = score_ranges(text)
    assert found.holds(Decimal(inside))
    assert not found.holds(Decimal(outside))


@pytest.mark.parametrize(
    "text", ["", "ข้อ 1-5", "ปีงบประมาณ 2565-2566", "วันที่ 12-15 มี.ค. 66", "0.30 คะแนน", "ข้อ i7 79.01"]
)
def test_other_numbers_are_no_range(text: str) -> None:
    assert score_ranges(text) == ()


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("EIT ได้ 28.70 คะแนน", "เขียนว่า 28.70 แต่คะแนนถ่วงน้ำหนัก EIT ของข้อมูลคือ 28.69"),
        ("คะแนนรวม ๙๕.๘๓", "เขียนว่า 95.83 แต่คะแนนรวม ของข้อมูลคือ 95.82"),
        ("ได้ 88.10 คะแนน", "เขียนว่า 88.10 แต่ตัวชี้วัดที่ 4 ของข้อมูลคือ 88.09"),
        ("EIT ได้ 95.65 คะแนน", "เขียนว่า 95.65 แต่แบบวัด EIT ของข้อมูลคือ 95.66"),
    ],
)
def test_a_typed_figure_that_nearly_is_one_of_the_papers_is_told(text: str, wrong: str) -> None:
    assert [*wrong_figures(text, figures(INDICATORS))] == [wrong]


@pytest.mark.parametrize(
    "text",
    [
        "EIT ได้ 28.69 คะแนน จาก 95.82",
        "{คะแนน:EIT} และ {คะแนนรวม}",
        "ระดับ A ตั้งแต่ 85.00 ถึง 94.99 คะแนน และระดับ AA ตั้งแต่ 95.00",
        "งบประมาณ 12,500.00 บาท ข้อ 9.3 วันที่ 1.10.65",
        "คะแนน 50.25",
    ],
)
def test_figures_of_the_paper_limits_and_others_are_no_faults(text: str) -> None:
    assert not [*wrong_figures(text, figures(INDICATORS))]


def test_a_figure_of_another_year_is_none() -> None:
    before = INDICATORS | {"4": Decimal("88.10")}
    assert not [*wrong_figures("เพิ่มขึ้นจาก 88.10", figures(INDICATORS, before))]
    eit = INDICATORS | {"EIT": Decimal("95.70")}  # 28.71 of 30, where this year has 28.69
    assert [*wrong_figures("EIT เดิม 28.71", figures(INDICATORS))]
    assert not [*wrong_figures("EIT เดิม 28.71", figures(INDICATORS, eit))]


def test_counts_of_what_rose_fell_and_stayed_are_no_faults_only_beside_another_year() -> None:
    before = INDICATORS | {"1": Decimal(99), "2": Decimal(70), "3": Decimal(70)}
    del before["4"]
    rose, fell, same = 2, 1, 6
    for count in (rose, fell, same):
        text = f"จำนวน {count} ตัวชี้วัด"
        assert not [*wrong_counts_of_indicators(text, figures(INDICATORS, before), None)]
    assert figures(INDICATORS).counts == {0, 1, 2, 3, 4, 5, 6, 8, 10}
    assert figures({"1": Decimal(90), "2": Decimal(80)}).counts == {0, 1, 2, 3, 5, 9, 10}


@pytest.mark.parametrize(
    ("text", "band", "faults"),
    [
        ("มี 2 ตัวชี้วัดที่ต้องแก้ไข จาก 10 ตัวชี้วัด", Band.URGENT, 0),
        ("มี ๓ ตัวชี้วัด", Band.URGENT, 1),
        ("ตัวชี้วัดจำนวน 4 ตัว", Band.IMPROVE, 0),
        ("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร", None, 0),
        ("ทั้ง 9 ตัวชี้วัด", None, 1),
        ("ทั้ง 10 ตัวชี้วัด IIT 5 ตัวชี้วัด", None, 0),
    ],
)
def test_counts_of_indicators_are_held_against_the_bands(
    text: str, band: Band | None, faults: int
) -> None:
    found = [*wrong_counts_of_indicators(text, figures(INDICATORS), band)]
    assert len(found) == faults
