"""Finding text on pages as it is found everywhere: digits, spaces and marks fold."""

import pytest
from PySide6.QtWidgets import QApplication

from ita_desktop.documents.model import Paragraph
from ita_desktop.ui.preview.page_text import Hit, find_all, find_each
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.work import GivenUp
from tests.ui.preview.conftest import pdf_of


def ignore(_share: float) -> None:
    pass


@pytest.fixture(scope="module")
def file(qapp: QApplication) -> PdfFile:
    del qapp  # letters are measured
    return PdfFile(
        pdf_of(
            Paragraph(text="การดำเนินงานปีงบประมาณ พ.ศ. 2566 ตามตัวชี้วัด i7 ของ ITA"),
            Paragraph(text="น้ำใจและความก้าวหน้า เที่ยงธรรม"),
            Paragraph(text="น้ำดื่ม ๑๐๐ ขวด"),
        )
    )


def found(file: PdfFile, text: str) -> list[Hit]:
    return find_all(file, text, ignore)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("ดำเนินงาน", 1),
        ("ด\u0e4dาเนินงาน", 1),  # nikhahit and sara aa for sara am
        ("น้ำ", 2),
        ("น้\u0e4dา", 2),
        ("2566", 1),
        ("๒๕๖๖", 1),
        ("พ.ศ.2566", 1),
        ("100", 1),
        ("ita", 1),
        ("I7", 1),
        ("เที่ยงธรรม", 1),
        ("หน้าเที่ยง", 1),
        ("ไม่มีในนี้", 0),
        ("", 0),
        ("  ", 0),
    ],
)
def test_text_is_found_however_it_is_typed(file: PdfFile, text: str, count: int) -> None:
    assert len(found(file, text)) == count


def test_a_place_is_marked_where_it_stands(file: PdfFile) -> None:
    (whole,) = found(file, "น้ำใจและความก้าวหน้า เที่ยงธรรม")
    (end,) = found(file, "เที่ยงธรรม")
    (first,) = (hit for hit in found(file, "น้ำใจ"))
    assert len(whole.boxes) == len(end.boxes) == 1
    box, last = whole.boxes[0], end.boxes[0]
    assert first.boxes[0].left() == pytest.approx(box.left(), abs=1)
    assert last.right() == pytest.approx(box.right(), abs=1)
    assert box.left() + box.width() * 0.6 < last.left() < box.left() + box.width() * 0.8
    assert found(file, "น้ำดื่ม")[0].boxes[0].top() > box.top()


def test_text_that_goes_on_in_the_next_line_has_two_boxes() -> None:
    words = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ"
    long = PdfFile(pdf_of(Paragraph(text=f"{words} {words} {words}")))
    (hit,) = find_all(long, f"{words} {words} {words}", ignore)
    assert len(hit.boxes) >= 3
    assert hit.boxes[0].top() < hit.boxes[1].top()


def test_places_come_page_by_page(long: PdfFile) -> None:
    hits = found(long, "ย่อหน้าที่")
    assert len(hits) == 239
    assert [hit.page for hit in hits] == sorted(hit.page for hit in hits)
    assert hits[0].page == 0
    assert hits[-1].page == len(long.sizes) - 1


def test_seeking_tells_how_far_it_is_and_can_be_given_up(long: PdfFile) -> None:
    shares: list[float] = []

    def stop_at_half(share: float) -> None:
        shares.append(share)
        if share > 0.5:
            raise GivenUp

    with pytest.raises(GivenUp):
        find_all(long, "ย่อหน้า", stop_at_half)
    assert shares == sorted(shares)


def test_a_damaged_page_has_no_text(damaged_pdf: bytes) -> None:
    hits = find_all(PdfFile(damaged_pdf), "คุณธรรม", ignore)
    assert hits
    assert min(hit.page for hit in hits) == 1


def test_the_same_words_are_found_at_their_own_places(long: PdfFile) -> None:
    hits = find_all(long, "ย่อหน้า", ignore)
    assert len({hit.page for hit in hits}) > 1
    assert find_each(long, ["ย่อหน้า"] * len(hits), ignore) == hits


def test_a_text_that_stands_before_the_last_is_found_and_others_are_not(file: PdfFile) -> None:
    texts = ["น้ำดื่ม", "ไม่มีในนี้", "", "น้ำใจ", "น้ำดื่ม"]
    hits = [hit and hit.boxes[0].top() for hit in find_each(file, texts, ignore)]
    drinking, kindness = (found(file, text)[0].boxes[0].top() for text in ("น้ำดื่ม", "น้ำใจ"))
    assert hits == [drinking, None, None, kindness, drinking]
