import json
import re
from pathlib import Path
from typing import Any, cast

import pytest

from ita_desktop.thai.codes import (
    leading_item_code,
    parse_indicator_number,
    parse_item_code,
    parse_sub_indicator_code,
)
from ita_desktop.thai.digits import to_thai_digits

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *((text, "O24") for text in ("O24", "o24", "๐24", "๐๒๔", "ข้อ ๐๒๔", "024", "ข้อ๐๒๔", "O๒๔")),
        *((text, "i7") for text in ("i7", "I7", "I๗", "ข้อ i๗", "i 7", "I-7", " i7. ", "i07")),
        *((text, "e2") for text in ("e๒", "E2", "ข้อที่ e 2", "E2)")),
        *((text, "e12") for text in ("E๑๒", "e12", "\u200be๑๒\u00a0")),
        ("๐1", "O1"),
        ("๐43", "O43"),
    ],
)
def test_every_spelling_of_a_code(text: str, code: str) -> None:
    assert parse_item_code(text) == code
    assert leading_item_code(text) == (code, "")
    assert leading_item_code(f"{text.rstrip(' .)')} การดำเนินการ ๒ ข้อ") == (code, "การดำเนินการ ๒ ข้อ")


@pytest.mark.parametrize(
    "text", ["", "๐", "000", "IIT", "O", "2566", "0.5", "O100", "O24 และ", "a7", "88.09", "ข้อ", "1"]
)
def test_what_is_no_code(text: str) -> None:
    assert parse_item_code(text, known=("O24", "i7")) is None


def test_a_lost_letter_is_read_only_with_one_known_reading() -> None:
    assert parse_item_code("120") is None
    assert parse_item_code("120", known={"i20", "e12"}) == "i20"
    assert parse_item_code("ข้อ ๑๑๑", known=["e11"]) == "e11"
    assert parse_item_code("๑๑๑", known=["e11", "i11"]) is None
    assert parse_item_code("120", known=["O20"]) is None
    assert leading_item_code("ข้อ ๑๑๒ หน่วยงาน", known=["e12"]) == ("e12", "หน่วยงาน")
    assert leading_item_code("ข้อ ๑๑๒ หน่วยงาน") is None


@pytest.mark.parametrize(
    "text",
    [
        "O1-O43 ทั้งหมด",
        "O34-35 ความเสี่ยง",
        "02-123-4567",
        "0.5 คะแนน",
        "01/02/2566",
        "IIT แบบวัด",
        "E-Service",
        "การดำเนินการ O24",
        "120 คน",
    ],
)
def test_a_cell_that_does_not_begin_with_one_code(text: str) -> None:
    assert leading_item_code(text) is None


def test_the_rest_of_a_cell_is_given_as_it_was() -> None:
    assert leading_item_code("I7 ท่านรู้เกี่ยวกับแผน (๘๕.๕๐)") == ("i7", "ท่านรู้เกี่ยวกับแผน (๘๕.๕๐)")
    assert leading_item_code("E12หน่วยงาน") == ("e12", "หน่วยงาน")
    assert leading_item_code("O25 และ O26") == ("O25", "และ O26")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1),
        ("๑", 1),
        ("ตัวชี้วัดที่ ๑", 1),
        ("ตัวชี้วัด 8", 8),
        ("ตัวชี้วัดที่ 10 การป้องกันการทุจริต", 10),
        ("1. การปฏิบัติหน้าที่", 1),
        ("๑.การปฏิบัติหน้าที่", 1),
        ("9) การเปิดเผยข้อมูล", 9),
        ("การปฏิบัติหน้าที่", None),
        ("ตัวชี้วัดที่ได้คะแนนสูงสุด", None),
        ("ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน", None),
        ("9.1 ข้อมูลพื้นฐาน", None),
        ("88.09", None),
        ("100", None),
        ("2566", None),
        ("10%", None),
        ("0", None),
        ("", None),
    ],
)
def test_indicator_number(text: str, number: int | None) -> None:
    assert parse_indicator_number(text) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ตัวชี้วัดย่อยที่ ๙.๓ การบริหารเงินงบประมาณ", "9.3"),
        ("ตัวชี้วัดย่อย ๙.๔ การบริหารและพัฒนาทรัพยากรบุคคล", "9.4"),
        ("10.2 มาตรการภายใน", "10.2"),
        ("ตัวชี้วัดย่อยที่ 10.12", "10.12"),
        ("ตัวชี้วัดย่อยที่ ๙ การเปิดเผยข้อมูล", None),
        ("88.09", None),
        ("95.82", None),
        ("2.1.1 โครงการ", None),
        ("ข้อมูลพื้นฐาน", None),
    ],
)
def test_sub_indicator_code(text: str, code: str | None) -> None:
    assert parse_sub_indicator_code(text) == code


@pytest.mark.skipif(not SHARED.is_dir(), reason="the published papers are not here")
def test_every_code_of_the_criteria_and_of_a_published_duty_list() -> None:
    criteria = cast(
        "dict[str, Any]", json.loads((SHARED / "domain/criteria.json").read_text("utf-8"))
    )
    codes = set(re.findall(r"\b[ieO][1-9]\d?\b", json.dumps(criteria["fiscal_years"])))
    assert len(codes) > 80
    for code in codes:
        assert parse_item_code(to_thai_digits(code)) == code
    duties = next((SHARED / "seeds").glob("001_*")).read_text("utf-8")
    cells = re.findall(r"^\| (๐\d+) +\|", duties, re.MULTILINE)
    assert {parse_item_code(cell) for cell in cells} == {f"O{number}" for number in range(1, 44)}
