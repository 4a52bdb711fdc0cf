import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai import keyboard
from ita_desktop.thai.keyboard import figure_from_wrong_layout, from_wrong_layout

US = keyboard._US + keyboard._US_SHIFT  # pyright: ignore[reportPrivateUsage] - the table itself
THAI = keyboard._KEDMANEE + keyboard._KEDMANEE_SHIFT  # pyright: ignore[reportPrivateUsage]


def typed_on_us(text: str) -> str:
    return text.translate(str.maketrans(THAI, US))


def typed_on_thai(text: str) -> str:
    return text.translate(str.maketrans(US, THAI))


def test_the_table_is_two_rows_of_47_different_keys() -> None:
    assert len(US) == len(THAI) == 94
    assert len(set(US)) == len(set(THAI)) == 94
    assert set("ๅภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ") <= set(THAI)
    assert set("๑๒๓๔๕๖๗๘๙๐ฎฑธํ๊ณฯญฐฅฤฆฏโฌ็๋ษศซฉฮฺ์ฒฬฦู฿") <= set(THAI)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("l;ylfu", "สวัสดี"),
        ("me'ko", "ทำงาน"),
        ("dki", "การ"),
        ("xit=k=o", "ประชาชน"),
        ("g,nv'", "เมือง"),
        ("l;ylfu 2566", "สวัสดี 2566"),
    ],
)
def test_thai_typed_on_the_us_layout(typed: str, meant: str) -> None:
    assert from_wrong_layout(typed) == meant


@pytest.mark.parametrize(
    "meant",
    ["มาตรการส่งเสริมคุณธรรม", "ศูนย์ข้อมูล ฉบับ", "กองคลัง สำนักปลัด", "พันธุ์ไม้ เกาะ ก็ได้", "การจัดซื้อจัดจ้าง"],
)
def test_every_official_phrase_comes_back(meant: str) -> None:
    assert from_wrong_layout(typed_on_us(meant)) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "land",
        "hello world",
        "don't",
        "Google Drive",
        "E-Service",
        "No Gift Policy",
        "QR-Code",
        "PDF",
        "IIT",
        "i7",
        "O24",
        "ITA2566",
        "2566",
        "88.13",
        "cm",
        "saraban@dla.go.th",
        "https://www.dla.go.th",
        "plan.pdf",
        "สวัสดี",
        "ประชาชน",
        "l;ylfu สวัสดี",
        "ที่่",  # a slip in Thai, not another layout
        "จุ",
        "ປະຊາຊົນ",
    ],
)
def test_what_was_meant_as_it_stands(text: str) -> None:
    assert from_wrong_layout(text) is None


@pytest.mark.parametrize(
    "meant", ["2566", "88.13", "20,000", "15/1/2566", "100", "o36", "facebook"]
)
def test_latin_typed_on_the_thai_layout(meant: str) -> None:
    typed = typed_on_thai(meant)
    assert typed != meant
    assert from_wrong_layout(typed) == meant


@given(st.text())
def test_an_offer_is_never_the_text_itself(text: str) -> None:
    assert from_wrong_layout(text) != text


@given(st.integers(0, 10_000))
def test_every_score_comes_back_in_a_field_for_figures(hundredths: int) -> None:
    for meant in (f"{hundredths // 100}.{hundredths % 100:02d}", str(hundredths // 100)):
        thai_digits = meant.translate(str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙"))
        on_thai, on_us = typed_on_thai(meant), typed_on_us(thai_digits)
        if any(letter > "\u0e00" for letter in on_thai):  # "22" is "//": no sign of a layout
            assert figure_from_wrong_layout(on_thai) == meant
        if len(on_us) > 1:
            assert figure_from_wrong_layout(on_us) == meant


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "-", "--", "/", "-1", "101", "88,13", "1e2", "88.13", "n/a"),
        *("๘๘.๑๓", "๘๘.๑๓๔", "เก้าสิบ", "ดี", "ค8", "ไม่คิดคะแนน"),
    ],
)
def test_what_is_no_figure_on_any_layout(text: str) -> None:
    assert figure_from_wrong_layout(text) is None
