import os
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.sorting import sort_key

# Words in the order of the Royal Institute's dictionary.
WORDS = re.findall(
    r"\S+",
    "กก กบ กรรมการ กลอง กล้า กลาง กอง กะ กัน กา ก่า ก้า กาง กำ กิน กุ้ง เก เก็ง เก่ง เก้ง เกณฑ์ เกิด"
    " แก แก่ แก้ แกง โกง ใกล้ ไก่ ไกล ขา ข่า ข้า เขา เข่า เข้า คลัง งาน จันทร์ ช่าง เทศบาล ปลัด ปลา โปร่งใส"
    " แผน เมือง ระเบียง ราชการ เรือ ศึกษา สวัสดี สาธารณสุข สำนัก หมู อำเภอ ฮูก",
)
# PyThaiNLP puts the tone behind the word, so that กล้า falls after กลาง; elsewhere it agrees.
MARKED_BEGINNINGS = {"กล้า", "ก่า", "ก้า", "แก่", "แก้", "ไก่"}


def test_dictionary_order() -> None:
    shuffled = random.Random(7).sample(WORDS, len(WORDS))  # noqa: S311 - a fixed shuffle
    assert sorted(shuffled, key=sort_key) == WORDS


def test_the_order_is_that_of_pythainlp(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHAINLP_OFFLINE", "PYTHAINLP_READ_ONLY"):
        monkeypatch.setitem(os.environ, name, "1")
    from pythainlp.util import collate  # noqa: PLC0415 - after its settings

    words = [word for word in WORDS if word not in MARKED_BEGINNINGS]
    shuffled = random.Random(3).sample(words, len(words))  # noqa: S311 - a fixed shuffle
    assert sorted(shuffled, key=sort_key) == collate(shuffled)


def test_digits_of_both_kinds_sort_as_numbers() -> None:
    texts = ["ข้อ ๑", "ข้อ 2", "ข้อ ๙", "ข้อ ๑๐", "ข้อ 100", "ข้อ ก"]
    mixed = random.Random(5).sample(texts, len(texts))  # noqa: S311 - a fixed shuffle
    assert sorted(mixed, key=sort_key) == texts


def test_signs_then_numbers_then_latin_then_thai() -> None:
    texts = ["(ก", "“ก", "๑ ก", "IIT", "oit", "ก"]
    mixed = random.Random(5).sample(texts, len(texts))  # noqa: S311 - a fixed shuffle
    assert sorted(mixed, key=sort_key) == texts


def test_tone_marks_weigh_last() -> None:
    assert sorted(["ปากกา", "ป่า", "ปา", "ป่าช้า", "ปาก"], key=sort_key) == [
        "ปา",
        "ป่า",
        "ปาก",
        "ปากกา",
        "ป่าช้า",
    ]


@given(st.text(), st.text())
def test_only_equal_texts_have_equal_keys(first: str, second: str) -> None:
    assert (sort_key(first) == sort_key(second)) == (first == second)
    assert (sort_key(first) < sort_key(second)) or (sort_key(first) >= sort_key(second))


def test_a_number_of_any_length_sorts() -> None:
    assert sort_key("9" * 5000) < sort_key("1" + "0" * 5000)
