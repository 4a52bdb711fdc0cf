"""Lists while they are written: what Tab, Alt and a paste make of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.outline import Entry, read_outline, write_outline
from ita_desktop.domain.outline_editing import levelled, marks, moved, nested, read_pasted

TEXTS = st.text("กขคงจ 12", min_size=1, max_size=6).filter(str.strip).map(str.strip)
LISTS = st.lists(st.builds(Entry, st.integers(1, 3), TEXTS), min_size=1, max_size=8).map(levelled)


def entries(*lines: str) -> tuple[Entry, ...]:
    return read_outline("\n".join(lines))


def test_an_entry_alone_has_no_mark() -> None:
    assert marks(entries("หนึ่ง")) == ("",)


def test_marks_count_each_level_anew() -> None:
    assert marks(entries("ก", "ข", "\tค", "\t\tง", "\tจ", "ฉ")) == (
        *("(1)", "(2)", "(2.1)", "(2.1.1)", "(2.2)", "(3)"),
    )


def test_what_is_under_an_entry_goes_along() -> None:
    assert nested(entries("ก", "ข", "\tค"), 1, 1, 1) == entries("ก", "\tข", "\t\tค")
    assert nested(entries("ก", "\tข", "\t\tค"), 1, 1, -1) == entries("ก", "ข", "\tค")


@pytest.mark.parametrize("place", [0, 1])
def test_an_entry_that_cannot_go_deeper_stays(place: int) -> None:
    before = entries("ก", "\tข", "\t\tค")
    assert nested(before, place, place, 1) == before


def test_an_entry_moves_past_its_sibling_with_all_under_it() -> None:
    before = entries("ก", "\tข", "ค", "\tง")
    assert moved(before, 2, -1) == (entries("ค", "\tง", "ก", "\tข"), 0)
    assert moved(before, 0, 1) == (entries("ค", "\tง", "ก", "\tข"), 2)


def test_an_entry_does_not_leave_what_it_is_under() -> None:
    before = entries("ก", "\tข", "ค")
    assert moved(before, 1, -1) == (before, 1)
    assert moved(before, 1, 1) == (before, 1)


@given(LISTS, st.data())
def test_moving_there_and_back_changes_nothing(
    list_: tuple[Entry, ...], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(list_) - 1))
    there, at = moved(list_, place, 1)
    assert moved(there, at, -1) == (list_, place) or there == list_


@given(LISTS, st.data())
def test_no_gesture_loses_a_word_or_skips_a_level(
    list_: tuple[Entry, ...], data: st.DataObject
) -> None:
    first = data.draw(st.integers(0, len(list_) - 1))
    last = data.draw(st.integers(first, len(list_) - 1))
    by = data.draw(st.sampled_from((-1, 1)))
    for found in (nested(list_, first, last, by), moved(list_, first, by)[0]):
        assert sorted(one.text for one in found) == sorted(one.text for one in list_)
        assert levelled(found) == found


@given(LISTS)
def test_a_list_copied_with_its_marks_comes_back(list_: tuple[Entry, ...]) -> None:
    words = tuple(Entry(one.level, f"ข้อ{one.text}") for one in list_)
    before = marks(words)
    text = "\n".join(f"{mark} {one.text}" for mark, one in zip(before, words, strict=True))
    assert read_pasted(text) == words


@given(LISTS)
def test_a_list_copied_as_it_is_kept_comes_back(list_: tuple[Entry, ...]) -> None:
    words = tuple(Entry(one.level, f"ข้อ{one.text}") for one in list_)
    assert read_pasted(write_outline(words)) == words


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("(๑) รับฟัง\n(๒) นำข้อมูล", "รับฟัง\nนำข้อมูล"),
        ("๑) รับฟัง\r\n๒) นำข้อมูล", "รับฟัง\nนำข้อมูล"),
        ("1. รับฟัง\n2. นำข้อมูล", "รับฟัง\nนำข้อมูล"),
        ("๑.รับฟัง\n๒.นำข้อมูล", "รับฟัง\nนำข้อมูล"),
        ("- รับฟัง\n- นำข้อมูล", "รับฟัง\nนำข้อมูล"),
        ("•\tรับฟัง\n•\tนำข้อมูล", "รับฟัง\nนำข้อมูล"),
        ("๒. จัดเวที\n๒.๑ แจ้ง\n๒.๒ เชิญ\n๓. สรุป", "จัดเวที\n\tแจ้ง\n\tเชิญ\nสรุป"),
        ("๒.๑ แจ้ง\n๒.๒ เชิญ\n๒.๒.๑ หนังสือ", "แจ้ง\nเชิญ\n\tหนังสือ"),
        ("๑. จัดเวที\n(๑) แจ้ง\n(๒) เชิญ\n๒. สรุป", "จัดเวที\n\tแจ้ง\n\tเชิญ\nสรุป"),
        ("๑) จัดเวที\n- แจ้ง\n- เชิญ\n๒) สรุป", "จัดเวที\n\tแจ้ง\n\tเชิญ\nสรุป"),
        ("(๑) รับฟังปัญหา\nของชุมชน\n(๒) สรุป", "รับฟังปัญหา ของชุมชน\nสรุป"),
        ("ใช้เงิน\n2.5 ล้านบาท", "ใช้เงิน\n2.5 ล้านบาท"),
        ("๑๕ มกราคม ๒๕๖๖", "๑๕ มกราคม ๒๕๖๖"),
        ("๑๓.๓๐ น. ลงทะเบียน", "๑๓.๓๐ น. ลงทะเบียน"),
        ("20,000 บาท", "20,000 บาท"),
        ("(๒) เพียงข้อเดียว", "เพียงข้อเดียว"),
        ("๑) นายก\tประธาน\n๒) ปลัด\tกรรมการ", "นายก\tประธาน\nปลัด\tกรรมการ"),
        ("", ""),
    ],
)
def test_numbers_of_a_pasted_list_become_levels(text: str, kept: str) -> None:
    assert write_outline(read_pasted(text)) == kept
