"""Finding in all pages: what is found is where it is said to be, with words around it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextCursor

from ita_desktop.ui.help.finding import find_places
from ita_desktop.ui.help.other_words import OTHER_WORDS, word_of_the_help
from ita_desktop.ui.help.page_look import page_document
from ita_desktop.ui.help.pages import source_of


@pytest.mark.parametrize(
    ("sought", "page", "heading", "found"),
    [
        ("นํ้า", "risks", "ความเสี่ยง", "น้ำ"),
        ("12", "risks", "ความเสี่ยง", "๑๒"),
        ("สำรอง", "start", "ขั้นตอน", "สำรอง"),
        ("ctrl+1", "start", "ขั้นตอน", "Ctrl+1"),
        ("ต่างๆ", "start", "เริ่มใช้งาน", "ต่าง\u00a0ๆ"),
        ("ความเสียง", "risks", "ความเสี่ยง", "ความเสี่ยง"),
    ],
)
@pytest.mark.usefixtures("qapp", "small_pages")
def test_a_place_is_the_words_that_were_sought(
    sought: str, page: str, heading: str, found: str
) -> None:
    places = [one for one in find_places(sought) if one.page == page]
    assert places
    assert {one.heading for one in places} == {heading}
    document = page_document(source_of(page))
    for place in places:
        cursor = QTextCursor(document)
        cursor.setPosition(place.begin)
        cursor.setPosition(place.end, QTextCursor.MoveMode.KeepAnchor)
        assert cursor.selectedText() == found
        assert found in place.words


@pytest.mark.usefixtures("qapp", "small_pages")
def test_every_place_of_a_page_is_told_in_order() -> None:
    places = find_places("น้ำ")
    assert [one.page for one in places] == ["risks", "risks"]
    assert places[0].end <= places[1].begin


@pytest.mark.usefixtures("qapp")
def test_pages_named_after_it_come_first_then_those_with_such_a_heading(small_pages: Path) -> None:
    (small_pages / "start.md").write_text("# ก\n\nน้ำ\n", encoding="utf-8")
    (small_pages / "scores.md").write_text("# ข\n\n## น้ำ\n", encoding="utf-8")
    (small_pages / "risks.md").write_text("# น้ำ\n\nดิน\n", encoding="utf-8")
    assert [one.page for one in find_places("น้ำ")] == ["risks", "scores", "start"]


@pytest.mark.usefixtures("qapp")
def test_whole_letters_go_before_those_with_other_marks(small_pages: Path) -> None:
    (small_pages / "risks.md").write_text("# ก\n\nเสี่ยง\n\nสีเทา\n", encoding="utf-8")
    assert [one.words for one in find_places("สี") if one.page == "risks"] == ["สีเทา", "เสี่ยง"]


@pytest.mark.usefixtures("qapp")
def test_where_few_are_found_those_with_other_tones_follow(small_pages: Path) -> None:
    (small_pages / "risks.md").write_text("# ก\n\nย้าย\n\nขยาย\n", encoding="utf-8")
    assert [one.words for one in find_places("ยาย") if one.page == "risks"] == ["ขยาย", "ย้าย"]
    assert len({(one.page, one.begin) for one in find_places("ยาย")}) == len(find_places("ยาย"))


@pytest.mark.usefixtures("qapp")
def test_words_that_stand_apart_are_found_in_one_paragraph(small_pages: Path) -> None:
    (small_pages / "risks.md").write_text("# ก\n\nแดงฟ้าเขียว\n\nแดง\n", encoding="utf-8")
    assert [one.words for one in find_places("เขียว แดง")] == ["แดงฟ้าเขียว"]
    assert find_places("เขียว ม่วง") == ()


@pytest.mark.usefixtures("qapp")
def test_another_word_for_a_thing_leads_to_what_the_help_calls_it() -> None:
    assert word_of_the_help("ปริ๊นท์") == "พิมพ์"
    assert word_of_the_help("กู้คืน") == "คืนข้อมูล"
    assert word_of_the_help("พิมพ์") == ""
    for word, others in OTHER_WORDS.items():
        assert find_places(word), word
        for other in others:
            assert find_places(other) == (), other
            assert word_of_the_help(other) == word


@pytest.mark.parametrize("text", ["", "  ", "ไม่มีคำนี้แน่นอน"])
@pytest.mark.usefixtures("qapp", "small_pages")
def test_nothing_is_found_of_nothing(text: str) -> None:
    assert find_places(text) == ()


@pytest.mark.usefixtures("qapp")
def test_words_around_are_cut_at_whole_letters(small_pages: Path) -> None:
    (small_pages / "risks.md").write_text("# ก\n\n" + "ที่" * 60 + "คำ" + "ที่" * 60, encoding="utf-8")
    (place,) = [one for one in find_places("คำ") if one.page == "risks"]
    words = place.words.strip("…")
    assert words.startswith("ที่")
    assert words.endswith("ที่")
    assert place.words.startswith("…")
    assert place.words.endswith("…")


@pytest.mark.usefixtures("qapp")
def test_words_around_begin_with_the_paragraph_where_it_is_near(small_pages: Path) -> None:
    (small_pages / "risks.md").write_text("# ก\n\nเปิด เมนู คำ แล้วปิด", encoding="utf-8")
    (place,) = [one for one in find_places("คำ") if one.page == "risks"]
    assert place.words == "เปิด เมนู คำ แล้วปิด"
