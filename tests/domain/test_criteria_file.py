"""A criteria set as a file: comes back unchanged, and damage is refused with its place."""

import copy
import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from ita_desktop.domain.criteria import Criteria, Status
from ita_desktop.domain.criteria_file import read_criteria, write_criteria
from ita_desktop.errors import ClerkError

Sets = Mapping[int, Criteria]
Plain = dict[str, Any]
YEARS = (2564, 2565, 2566, 2567, 2568, 2569)
NOT_TAKEN = " จึงยังไม่ได้นำเข้าชุดเกณฑ์"


@pytest.fixture
def plain(sets: Sets) -> Plain:
    """The set of 2566 as plain data, to be damaged."""
    return json.loads(json.dumps(write_criteria(sets[2566])))


@pytest.mark.parametrize("year", YEARS)
def test_a_set_comes_back_unchanged(sets: Sets, year: int) -> None:
    criteria = sets[year]
    text = json.dumps(write_criteria(criteria), ensure_ascii=False)
    assert read_criteria(json.loads(text)) == criteria
    assert write_criteria(read_criteria(json.loads(text))) == json.loads(text)


def test_texts_come_in_normalised(plain: Plain) -> None:
    plain["items"][0]["text"] = " ท\u0e33\u0e4d\u0e32ด\u0e48\u0e35 \u200b"
    plain["items"][0]["code"] = " i1 "
    plain["instruments"][0]["weight"] = "๓๐"
    criteria = read_criteria(plain)
    assert criteria.items[0].text == "ทำำดี่"
    assert criteria.item_by_code["i1"] is criteria.items[0]
    assert criteria.instruments[0].weight == 30


def put(*path: str | int, value: object) -> Callable[[Plain], None]:
    def change(plain: Plain) -> None:
        place: Any = plain
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


def drop(*path: str | int) -> Callable[[Plain], None]:
    def change(plain: Plain) -> None:
        place: Any = plain
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


def twice(part: str, place: int) -> Callable[[Plain], None]:
    def change(plain: Plain) -> None:
        plain[part].append(copy.deepcopy(plain[part][place]))

    return change


def a_part_without_items(plain: Plain) -> None:
    plain["sub_indicators"].append(
        {"code": "9.6", "name": "ใหม่", "indicator": 9, "status": "office"}
    )


def levels_from_below(plain: Plain) -> None:
    plain["levels"].reverse()


NO_SET = "ไฟล์นี้ไม่ใช่ชุดเกณฑ์ ITA กรุณาเลือกไฟล์ที่ส่งออกจากเมนู “เกณฑ์ประเมิน”"
STATUSES = ", ".join(Status)


DAMAGE: list[tuple[Callable[[Plain], None], str]] = [
    (put("format", value="plan"), NO_SET),
    (drop("format"), NO_SET),
    (
        put("version", value=2),
        "ชุดเกณฑ์นี้ทำจากโปรแกรมรุ่นใหม่กว่า กรุณาปรับปรุงโปรแกรมก่อนนำเข้า",
    ),
    (drop("items"), f"ไฟล์เกณฑ์: ไม่มีข้อมูล “items”{NOT_TAKEN}"),
    (put("levels", value=None), f"ไฟล์เกณฑ์: ไม่มีข้อมูล “levels”{NOT_TAKEN}"),
    (put("items", value={}), f"ไฟล์เกณฑ์ › items: ต้องเป็นรายการ [ ]{NOT_TAKEN}"),
    (
        put("items", 2, value="i3"),
        f"ไฟล์เกณฑ์ › items ลำดับที่ 3: ต้องเป็นกลุ่มข้อมูล {{ }}{NOT_TAKEN}",
    ),
    (put("fiscal_year", value="2566"), f"ไฟล์เกณฑ์ › fiscal_year: ต้องเป็นจำนวนเต็ม{NOT_TAKEN}"),
    (put("fiscal_year", value=True), f"ไฟล์เกณฑ์ › fiscal_year: ต้องเป็นจำนวนเต็ม{NOT_TAKEN}"),
    (
        put("fiscal_year", value=2023),
        f"ไฟล์เกณฑ์ › fiscal_year: ต้องอยู่ระหว่าง 2540 ถึง 2643{NOT_TAKEN}",
    ),
    (
        put("items", 4, "text", value=" \u200b"),
        f"ไฟล์เกณฑ์ › items ลำดับที่ 5 › text: ต้องเป็นข้อความ และต้องไม่ว่าง{NOT_TAKEN}",
    ),
    (
        put("items", 4, "text", value=["ก"]),
        f"ไฟล์เกณฑ์ › items ลำดับที่ 5 › text: ต้องเป็นข้อความ{NOT_TAKEN}",
    ),
    (
        put("items", 4, "text", value="ก\ud800"),
        "ไฟล์เกณฑ์ › items ลำดับที่ 5 › text: มีตัวอักษรที่เสียหาย กรุณาพิมพ์ข้อความใหม่" + NOT_TAKEN,
    ),
    (
        drop("items", 4, "status"),
        f"ไฟล์เกณฑ์ › items ลำดับที่ 5: ไม่มีข้อมูล “status”{NOT_TAKEN}",
    ),
    (
        put("items", 4, "status", value="checked"),
        f"ไฟล์เกณฑ์ › items ลำดับที่ 5 › status: ต้องเป็นหนึ่งใน {STATUSES}{NOT_TAKEN}",
    ),
    (
        put("items", 45, "components", 0, "text", value=1),
        f"ไฟล์เกณฑ์ › items ลำดับที่ 46 › components ลำดับที่ 1 › text: ต้องเป็นข้อความ{NOT_TAKEN}",
    ),
    (
        put("levels", 0, "passes", value="yes"),
        f"ไฟล์เกณฑ์ › levels ลำดับที่ 1 › passes: ต้องเป็น true หรือ false{NOT_TAKEN}",
    ),
    *(
        (
            put("pass_line", value=points),
            f"ไฟล์เกณฑ์ › pass_line: ต้องเป็นตัวเลข เช่น 85 หรือ 84.50{NOT_TAKEN}",
        )
        for points in ("NaN", "sNaN", "Infinity", "8_5", "1e1", "-1", "85.001", "แปดสิบห้า")
    ),
    (put("pass_line", value=85), f"ไฟล์เกณฑ์ › pass_line: ต้องเป็นข้อความ{NOT_TAKEN}"),
    (put("pass_line", value="101"), f"ไฟล์เกณฑ์ › pass_line: ต้องอยู่ระหว่าง 0 ถึง 100{NOT_TAKEN}"),
    (
        put("instruments", 0, "weight", value="29.99"),
        "น้ำหนักของแบบวัดทั้งหมดต้องรวมกันได้ 100 กรุณาแก้น้ำหนักในชุดเกณฑ์",
    ),
    (twice("instruments", 1), "ชุดเกณฑ์มีแบบวัด EIT ซ้ำกัน กรุณาแก้ให้มีเพียงรายการเดียว"),
    (twice("indicators", 3), "ชุดเกณฑ์มีตัวชี้วัดที่ 4 ซ้ำกัน กรุณาแก้ให้มีเพียงรายการเดียว"),
    (twice("sub_indicators", 2), "ชุดเกณฑ์มีตัวชี้วัดย่อย 9.3 ซ้ำกัน กรุณาแก้ให้มีเพียงรายการเดียว"),
    (twice("items", 0), "ชุดเกณฑ์มีข้อ i1 ซ้ำกัน กรุณาแก้ให้มีเพียงรายการเดียว"),
    (twice("levels", 2), "ชุดเกณฑ์มีระดับ ผ่าน ซ้ำกัน กรุณาแก้ให้มีเพียงรายการเดียว"),
    (
        put("indicators", 6, "instrument", value="XIT"),
        "ตัวชี้วัดที่ 7 อ้างถึงแบบวัด XIT ซึ่งไม่มีในชุดเกณฑ์ กรุณาแก้ให้ตรงกัน",
    ),
    (
        put("sub_indicators", 0, "indicator", value=11),
        "ตัวชี้วัดย่อย 9.1 อ้างถึงตัวชี้วัดที่ 11 ซึ่งไม่มีในชุดเกณฑ์ กรุณาแก้ให้ตรงกัน",
    ),
    (
        put("items", 0, "indicator", value=11),
        "ข้อ i1 อ้างถึงตัวชี้วัดที่ 11 ซึ่งไม่มีในชุดเกณฑ์ กรุณาแก้ให้ตรงกัน",
    ),
    (
        put("items", 45, "sub_indicator", value="10.1"),
        "ข้อ O1 อ้างถึงตัวชี้วัดย่อย 10.1 ซึ่งไม่มีในชุดเกณฑ์ กรุณาแก้ให้ตรงกัน",
    ),
    (
        drop("items", 45, "sub_indicator"),
        "ข้อ O1 ไม่ได้บอกตัวชี้วัดย่อย กรุณาเพิ่มตัวชี้วัดย่อยของตัวชี้วัดที่ 9",
    ),
    (
        a_part_without_items,
        "ตัวชี้วัดย่อย 9.6 ไม่มีข้อใดเลย กรุณาเพิ่มข้อหรือลบตัวชี้วัดย่อยนี้",
    ),
    (
        levels_from_below,
        "ระดับ ต้องปรับปรุง ต้องอยู่ก่อนระดับ ต้องปรับปรุงโดยด่วน กรุณาเรียงระดับจากสูงไปต่ำในชุดเกณฑ์",
    ),
    (
        drop("levels", 1, "each_instrument_from"),
        "ระดับ ผ่าน ต้องอยู่ก่อนระดับ ผ่านดี กรุณาเรียงระดับจากสูงไปต่ำในชุดเกณฑ์",
    ),
    (
        put("items", 0, "code", value="EIT"),
        "ข้อ “EIT” เขียนไม่ถูกต้อง กรุณาเขียนเช่น i7 หรือ O19 ในชุดเกณฑ์",
    ),
    (
        put("items", 0, "code", value="o1"),
        "ข้อ “o1” เขียนไม่ถูกต้อง กรุณาเขียนเช่น i7 หรือ O19 ในชุดเกณฑ์",
    ),
    (
        put("items", 0, "previous", value=["total"]),
        "ข้อ “total” เขียนไม่ถูกต้อง กรุณาเขียนเช่น i7 หรือ O19 ในชุดเกณฑ์",
    ),
    (
        put("instruments", 0, "code", value="EIT/1"),
        "แบบวัด “EIT/1” เขียนไม่ถูกต้อง กรุณาเขียนเช่น IIT ในชุดเกณฑ์",
    ),
    (
        put("sub_indicators", 0, "code", value="9"),
        "ตัวชี้วัดย่อย “9” เขียนไม่ถูกต้อง กรุณาเขียนเช่น 9.3 ในชุดเกณฑ์",
    ),
]


@pytest.mark.parametrize(("damage", "sentence"), DAMAGE)
def test_damage_is_refused_with_its_place(
    plain: Plain, damage: Callable[[Plain], None], sentence: str
) -> None:
    damage(plain)
    with pytest.raises(ClerkError) as refusal:
        read_criteria(plain)
    assert str(refusal.value) == sentence


@pytest.mark.parametrize("document", [None, [], "text", 5, {}, {"format": None}])
def test_what_is_no_set_is_refused(document: object) -> None:
    with pytest.raises(ClerkError, match="ไฟล์"):
        read_criteria(document)


def test_many_items_are_checked_at_once(plain: Plain) -> None:
    plain["items"] = plain["items"][:1] * 50_000
    with pytest.raises(ClerkError, match="ข้อ i1 ซ้ำกัน"):
        read_criteria(plain)
