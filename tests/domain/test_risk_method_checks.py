"""A method is looked through: what makes a level ambiguous is an error, a scale's hole is not."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.criteria.risk_methods import preset_methods, preset_scales
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.risk_method import Color, LevelBand, RiskMethod, ScaleStep
from ita_desktop.domain.risk_method_checks import (
    MethodFinding,
    Part,
    method_error,
    method_findings,
)
from ita_desktop.domain.risk_scale_checks import scale_problems

A = preset_methods()[0]
NAMES = ("น้อยมาก", "น้อย", "ปานกลาง", "สูง", "สูงมาก")


def scale(*texts: str) -> tuple[ScaleStep, ...]:
    return tuple(
        ScaleStep(value=value, name=f"ขั้น{'ก' * value}", text=text)
        for value, text in enumerate(texts, start=1)
    )


def problems(*texts: str) -> list[str]:
    return [words for _, words in scale_problems(scale(*texts))]


def band(name: str, first: int, last: int, color: Color = Color.GREEN) -> LevelBand:
    return LevelBand(name=name, color=color, first=first, last=last)


def with_bands(*bands: tuple[str, int, int]) -> RiskMethod:
    colors = list(Color)
    made = (band(*one, colors[place % 5]) for place, one in enumerate(bands))
    return replace(A, bands=tuple(made))


def errors(method: RiskMethod) -> list[str]:
    found = method_findings(method)
    return [one.message for one in found if one.severity is Severity.ERROR]


def test_the_presets_have_nothing_wrong() -> None:
    assert {one.id: method_findings(one) for one in preset_methods()} == {
        one.id: () for one in preset_methods()
    }


def test_the_published_scale_leaves_a_hole_that_is_named() -> None:
    published = next(one for one in preset_scales() if one.id == "toomyai")
    (found,) = method_findings(replace(A, likelihood=published.steps))
    assert found == MethodFinding(
        severity=Severity.WARNING,
        message="เกณฑ์โอกาสที่เกิด: 21 ถึง 25 ครั้งต่อปีไม่อยู่ในระดับใด",
        part=Part.LIKELIHOOD,
        row=4,
        field="text",
    )
    assert method_error(replace(A, likelihood=published.steps)) == ""


def test_of_the_scales_to_choose_only_the_published_one_has_a_hole() -> None:
    found = {one.id: len([*scale_problems(one.steps)]) for one in preset_scales()}
    assert found == {"reprinted": 0, "toomyai": 1, "reprinted-impact": 0, "money": 0}


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (("๑ – ๕ ครั้ง", "๖ – ๑๐ ครั้ง", "ตั้งแต่ ๑๑ ครั้งขึ้นไป"), []),
        (("1 – 5 ครั้ง", "5 – 10 ครั้ง", "เกิน 10 ครั้ง"), ["5 ครั้งอยู่ทั้งในระดับ 1 และระดับ 2"]),
        (("ไม่เกิน 5 ครั้ง", "7 ครั้ง", "มากกว่า 7 ครั้ง"), ["6 ครั้งไม่อยู่ในระดับใด"]),
        (("ไม่เกิน 20 %", "มากกว่า 80 %"), ["21 ถึง 80 % ไม่อยู่ในระดับใด"]),
        (("ร้อยละ 0 – 60", "ร้อยละ 61 – 100"), []),
        (("1 – 5 ครั้ง", "6 – 10 ครั้ง"), ["มากกว่า 10 ครั้งไม่อยู่ในระดับใด"]),
        (("3 – 5 ครั้ง", "มากกว่า 5 ครั้ง"), ["น้อยกว่า 3 ครั้งไม่อยู่ในระดับใด"]),
        (
            ("ไม่เกิน 5 ครั้ง", "ไม่เกิน 5 ครั้ง"),
            ["ระดับ 1 และระดับ 2 มีเกณฑ์เดียวกัน", "มากกว่า 5 ครั้งไม่อยู่ในระดับใด"],
        ),
        (
            ("ไม่เกิน 5 ครั้ง", "ไม่เกิน 15 ครั้ง", "ไม่เกิน 10 ครั้ง", "มากกว่า 15 ครั้ง"),
            ["ระดับ 2 และระดับ 3 เรียงจำนวนสลับกัน กรุณาตรวจข้อความเกณฑ์"],
        ),
        (("มากกว่า 5 ครั้ง", "ไม่เกิน 5 ครั้ง", "ไม่เกิน 3 ครั้ง"), []),  # the higher, the rarer
        (("ไม่เกิน 5 ครั้ง", "เป็นครั้งคราว", "มากกว่า 25 ครั้ง"), []),
        (("ไม่เกิน 5 ครั้งต่อเดือน", "มากกว่า 25 ครั้งต่อปี"), []),
        (
            ("ไม่เกิน 10,000 บาท", "มากกว่า 10,000 – 50,000 บาท", "มากกว่า 60,000 บาท"),
            ["50,001 ถึง 60,000 บาทไม่อยู่ในระดับใด"],
        ),
        (
            ("น้อยกว่าร้อยละ 60", "ร้อยละ 60 – 69", "ร้อยละ 70 – 79.9", "ร้อยละ 80 ขึ้นไป"),
            ["69.1 ถึง 69.9 % ไม่อยู่ในระดับใด"],
        ),
    ],
)
def test_a_scale_is_read_as_far_as_it_speaks_of_counts(
    texts: tuple[str, ...], wanted: list[str]
) -> None:
    assert problems(*texts) == wanted


@given(st.lists(st.integers(1, 50), min_size=2, max_size=8, unique=True), st.data())
def test_a_scale_of_upper_ends_has_no_hole_until_one_is_cut(
    ends: list[int], data: st.DataObject
) -> None:
    ends = sorted(end * 10 for end in ends)
    texts = [*(f"ไม่เกิน {end} ครั้ง" for end in ends), f"มากกว่า {ends[-1]} ครั้ง"]
    assert problems(*texts) == []
    wide = data.draw(st.integers(1, 9))
    texts[-1] = f"มากกว่า {ends[-1] + wide} ครั้ง"
    (hole,) = problems(*texts)
    assert hole.startswith(f"{ends[-1] + 1} ")


def test_a_product_without_a_level_is_named_with_its_cells() -> None:
    method = with_bands(("ต่ำ", 1, 3), ("ปานกลาง", 4, 6), ("สูง", 9, 14), ("สูงมาก", 15, 25))
    assert errors(method) == [
        "คะแนน 8 (ช่อง 2 × 4, 4 × 2) ไม่อยู่ในระดับใด กรุณาแก้ช่วงคะแนน",
    ]
    (found,) = method_findings(method)
    assert (found.part, found.row, found.field) == (Part.BANDS, 1, "last")
    some = with_bands(("ต่ำ", 1, 3), ("สูง", 12, 25))
    (words,) = errors(some)
    assert words.startswith(
        "คะแนน 4, 5, 6, 8, 9, 10 (ช่อง 1 × 4, 1 × 5, 2 × 2, 2 × 3 และอีก 8 ช่อง) ไม่อยู่ในระดับใด"
    )


def test_a_product_of_two_levels_is_an_error_and_a_number_that_is_no_product_is_not() -> None:
    two = with_bands(("ต่ำ", 1, 8), ("สูง", 8, 25))
    assert errors(two) == ["คะแนน 8 อยู่ทั้งในระดับต่ำและระดับสูง กรุณาแก้ช่วงคะแนน"]
    assert errors(with_bands(("ต่ำ", 1, 7), ("สูง", 7, 25))) == []


def test_bands_out_of_order_and_turned_round() -> None:
    swapped = with_bands(("สูง", 9, 25), ("ต่ำ", 1, 8))
    assert errors(swapped) == ["ระดับต่ำ (เริ่มที่ 1) อยู่หลังระดับสูง (เริ่มที่ 9) กรุณาเรียงจากต่ำไปสูง"]
    turned = with_bands(("ต่ำ", 1, 25), ("สูง", 9, 4))
    assert errors(turned) == ["ระดับสูง: เริ่มที่ 9 แต่ถึง 4 กรุณาแก้ช่วงคะแนน"]
    unused = with_bands(("ต่ำ", 1, 6), ("กลาง", 7, 7), ("สูง", 8, 25))
    assert [(one.severity, one.row) for one in method_findings(unused)] == [(Severity.WARNING, 1)]


@pytest.mark.parametrize("name", ["", " ", "ระดับ 3", "ระดับ ๓", "(สูง)"])
def test_a_level_needs_a_name_that_is_no_number(name: str) -> None:
    assert len(errors(with_bands(("ต่ำ", 1, 8), (name, 9, 25)))) == 1


def test_names_twice_are_errors() -> None:
    assert errors(with_bands(("สูง", 1, 8), ("สู ง", 9, 25))) == [
        "มีชื่อระดับ “สู ง” มากกว่าหนึ่งระดับ กรุณาใช้ชื่อต่างกัน"
    ]
    steps = (*A.likelihood[:4], replace(A.likelihood[4], name="สูง"))
    assert errors(replace(A, likelihood=steps)) == [
        "โอกาสที่เกิด: มีชื่อระดับ “สูง” มากกว่าหนึ่งระดับ กรุณาใช้ชื่อต่างกัน"
    ]


def test_what_a_scale_lacks() -> None:
    nameless = (replace(A.impact[0], name="", text=""), *A.impact[1:])
    found = method_findings(replace(A, impact=nameless))
    assert [(one.severity, one.row, one.field) for one in found] == [
        (Severity.WARNING, 0, "name"),
        (Severity.NOTE, 0, "text"),
    ]
    ones = tuple(ScaleStep(value=1, name=name, text="-") for name in NAMES)
    assert errors(replace(A, impact=ones))[0] == "ผลกระทบ: ค่า 1 ต้องมากกว่าค่า 1 ของระดับก่อนหน้า"
    many = tuple(ScaleStep(value=n, name="ก" * n, text="-") for n in range(1, 11))
    assert "ผลกระทบมี 10 ระดับ กรุณาให้มี 2 ถึง 9 ระดับ" in errors(replace(A, impact=many))
    assert "ผลกระทบ: ค่า 10 ใช้ไม่ได้ กรุณาใช้ 1 ถึง 9" in errors(replace(A, impact=many))
    assert len(errors(replace(A, impact=A.impact[:1]))) == 1
    assert errors(replace(A, name=" ", impact_title="")) == [
        "เกณฑ์ยังไม่มีชื่อ กรุณากรอกชื่อเกณฑ์",
        "แกนของเมทริกซ์ยังไม่มีชื่อ กรุณากรอก เช่น โอกาสที่เกิด",
    ]
    assert errors(replace(A, bands=())) == ["ยังไม่มีระดับความเสี่ยง กรุณาเพิ่มอย่างน้อยหนึ่งระดับ"]


@given(st.lists(st.integers(1, 81), min_size=1, max_size=6), st.data())
def test_no_error_means_one_level_for_each_cell(firsts: list[int], data: st.DataObject) -> None:
    bands = [
        (f"ร{'ก' * place}", first, data.draw(st.integers(1, 81)))
        for place, first in enumerate(firsts)
    ]
    method = with_bands(*bands)
    covers = [sum(one.holds(score) for one in method.bands) for score in method.products]
    if method_error(method) == "":
        assert set(covers) == {1}
    elif covers == [1] * len(covers):  # then it is order or a band turned round
        turned = any(first > last for _, first, last in bands)
        assert turned or firsts != sorted(firsts)
