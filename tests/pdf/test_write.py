"""What is in the file: its text for poppler and pdfium, its fonts, its properties."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Digits,
    Document,
    Heading,
    Orientation,
    PageSetup,
    Paragraph,
    Row,
    Section,
    Table,
)
from ita_desktop.errors import MachineError
from ita_desktop.pdf.report import Report
from ita_desktop.pdf.write import write_pdf
from ita_desktop.typesetting.faces import bundled_typeface, typeface

Print = Callable[..., tuple[Path, Report]]
Text = Callable[..., str]
Readers = tuple[Callable[[Path], str], ...]
Margins = Callable[[Path, PageSetup], None]

MILLIMETRE = 72 / 25.4
PROSE = (
    "ที่ทำการเทศบาลตำบลวาปีปทุม ปั้นน้ำเป็นตัว ผู้ใหญ่ญู ฐู ฎีกา กตัญญู ฏิ (ร้อยละ ๙๕.๕๐) พ.ศ. ๒๕๖๖ "
    "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ “ITA” ต่าง ๆ ฯลฯ ก็ตาม "
)
PRIVATE = re.compile("[\ue000-\uf8ff]")


def document(*blocks: Block) -> Document:
    return Document(
        id="t", title="ก", author="ข", digits=Digits.THAI, sections=(Section(blocks=blocks),)
    )


def joined(text: str) -> str:
    return re.sub(r"[\r\n\f]", "", text)


def paragraph(text: str) -> Paragraph:
    return Paragraph(text=text)


def one_cell_rows(*texts: str) -> Table:
    return Table(
        name="ก",
        columns=(Column(width=1), Column(width=3)),
        header=(Row(cells=(Cell(content="ลำดับ"), Cell(content="รายการ"))),),
        rows=tuple(
            Row(cells=(Cell(content=f"แถว{number}"), Cell(content=text)))
            for number, text in enumerate(texts)
        ),
    )


def test_poppler_and_pdfium_read_exactly_the_source(printed: Print, readers: Readers) -> None:
    path, report = printed(Paragraph(text=PROSE * 4), Heading(text=PROSE.strip(), level=2))
    wanted = PROSE * 4 + PROSE.strip()
    assert [joined(read(path)) for read in readers] == [wanted] * len(readers)
    assert report.pages == 1


@pytest.mark.parametrize(
    "text",
    [
        "R&D <5% & ก>ข",
        "<b>ตัวหนา</b> <font size=90>ใหญ่</font> &amp;",
        "(วงเล็บ) \\ [ก] {ข} %",
        "=1+1",
        "file ff fi fl ffi office",
        "นํ้า กํา เเละ ก่่",
    ],
)
def test_signs_of_markup_and_of_pdf_are_only_text(
    printed: Print, readers: Readers, text: str
) -> None:
    path, report = printed(Paragraph(text=text), one_cell_rows(text))
    for found in [read(path) for read in readers]:
        assert found.count(text) == 2
        assert not PRIVATE.search(found)
    assert report.missing == ()


@pytest.mark.parametrize("text", ["-", "จำนวน -", "มี.ค. - เม.ย.", "ก -\nข", "-\n-\n-"])
def test_hyphens_at_the_end_of_a_line_are_not_swallowed(
    printed: Print, readers: Readers, text: str
) -> None:
    path, _ = printed(one_cell_rows(text, text), Paragraph(text=text))
    for found in [read(path) for read in readers]:
        assert found.count("-") == 3 * text.count("-")
        assert "\ufffe" not in found


def test_letters_that_no_glyph_has_are_reported_with_their_text(
    printed: Print, text_of: Text, readers: Readers
) -> None:
    smile, lao = "ดีมาก😀", "ลาว ລາວ"
    path, report = printed(Heading(text=smile), one_cell_rows(lao, smile, "ปกติ"))
    assert [(one.letters, one.text) for one in report.missing] == [
        (("😀",), smile),
        (("ລ", "າ", "ວ"), lao),
    ]
    for read in readers[1:]:  # pdfium leaves out what lies beyond the first 65,536 letters
        assert read(path).count(smile) == 2
    assert text_of(path).count(lao) == 1


def test_empty_cells_tabs_and_blank_lines_are_no_trouble(printed: Print, text_of: Text) -> None:
    path, report = printed(Paragraph(text=""), one_cell_rows("", "ก\tข", "ก\n\nข", " "))
    assert report == Report(pages=1, missing=(), file=path)
    assert "แถว3" in text_of(path)


def test_a_document_without_blocks_is_one_empty_page(printed: Print, text_of: Text) -> None:
    path, report = printed()
    assert report.pages == 1
    assert text_of(path).strip() == ""


@pytest.mark.parametrize("block", [paragraph, one_cell_rows])
def test_five_thousand_letters_without_a_space_stay_on_the_paper(
    printed: Print, text_of: Text, within_margins: Margins, block: Callable[..., Block]
) -> None:
    text = "กขฃคฅฆงจฉช" * 500
    path, report = printed(block(text))
    found = re.sub("[^ก-ช]", "", text_of(path).replace("แถว0", "").replace("รายการ", ""))
    assert found.replace("ลำดบ", "") == text
    assert report.pages > 1
    within_margins(path, PageSetup())


def test_lines_of_any_thai_letters_come_back(tmp_path: Path, readers: Readers) -> None:
    letters = st.text(
        st.sampled_from([chr(code) for code in range(0x0E01, 0x0E3B)] + list("เแโใไ่้๊๋์ ๑2aB()")),
        min_size=1,
        max_size=60,
    ).map(lambda text: "ก" + " ".join(text.split()))  # a mark alone has no place to be read from
    path = tmp_path / "out.pdf"

    @settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow], deadline=None)
    @given(st.lists(letters, min_size=1, max_size=40))
    def comes_back(texts: list[str]) -> None:
        write_pdf(document(*(Paragraph(text=text) for text in texts)), path, bundled_typeface())
        for found in [read(path) for read in readers]:
            without_page_numbers = re.sub(r"- [๐-๙]+ -", "", found)
            assert re.sub(r"\s", "", without_page_numbers) == re.sub(r"\s", "", "".join(texts))

    comes_back()


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler is not here")
def test_fonts_are_embedded_subsets_and_no_other_font_is_named(printed: Print) -> None:
    path, _ = printed(Paragraph(text=PROSE), Paragraph(text=PROSE, bold=True))
    listed = subprocess.run(
        ["pdffonts", str(path)],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    ).stdout.splitlines()[2:]
    assert sorted(re.sub("^.{6}", "", line.split()[0]) for line in listed) == [
        "+Sarabun-Light",
        "+Sarabun-SemiBold",
    ]
    assert all(" yes yes yes " in line for line in listed)
    assert path.stat().st_size < 60_000


def test_title_author_language_and_page_are_in_the_file(printed: Print) -> None:
    path, _ = printed(Paragraph(text="ก"))
    with pypdfium2.PdfDocument(path) as paper:
        facts = paper.get_metadata_dict()
        assert (facts["Title"], facts["Author"]) == ("เอกสารทดสอบ", "เทศบาลตำบลตัวอย่าง")
        assert paper[0].get_size() == pytest.approx((210 * MILLIMETRE, 297 * MILLIMETRE), abs=0.1)
    assert b"/Lang (th)" in path.read_bytes()


def test_landscape_is_a4_turned(printed: Print, within_margins: Margins) -> None:
    setup = PageSetup(orientation=Orientation.LANDSCAPE)
    path, _ = printed(Paragraph(text=PROSE * 20), one_cell_rows(PROSE), page=setup)
    with pypdfium2.PdfDocument(path) as paper:
        assert paper[0].get_size() == pytest.approx((297 * MILLIMETRE, 210 * MILLIMETRE), abs=0.1)
    within_margins(path, setup)


def test_the_same_document_gives_the_same_bytes(tmp_path: Path) -> None:
    blocks = (Heading(text="ก", level=1), one_cell_rows(PROSE, PROSE))
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    write_pdf(document(*blocks), first, bundled_typeface())
    write_pdf(document(*blocks), second, bundled_typeface())
    assert first.read_bytes() == second.read_bytes()


def test_the_office_font_can_be_used(tmp_path: Path, text_of: Text) -> None:
    official = Path(__file__).resolve().parents[3] / "shared" / "fonts" / "THSarabunNew.ttf"
    if not official.exists():
        pytest.skip("the fonts for measuring are not here")
    path = tmp_path / "out.pdf"
    write_pdf(document(Paragraph(text=PROSE)), path, typeface(str(official)))
    assert joined(text_of(path)) == PROSE


def test_pages_are_numbered_from_the_second_in_the_digits_of_the_paper(
    printed: Print, text_of: Text
) -> None:
    long = Paragraph(text=PROSE * 40)
    path, report = printed(long)
    assert report.pages > 2
    assert text_of(path, 2).startswith("- ๒ -")
    assert "- ๑ -" not in text_of(path, 1)
    path, _ = printed(long, digits=Digits.ARABIC)
    assert text_of(path, 2).startswith("- 2 -")


def test_progress_rises_to_the_end_and_may_stop_the_work(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")
    heard: list[float] = []
    long = document(*[Paragraph(text=PROSE)] * 60)

    class Stopped(Exception):  # noqa: N818 - not an error
        pass

    for limit in (0.3, 0.8):  # while text is set, and while pages are drawn

        def stop(share: float, limit: float = limit) -> None:
            if share > limit:
                raise Stopped

        with pytest.raises(Stopped):
            write_pdf(long, path, bundled_typeface(), progress=stop)
        assert path.read_bytes() == b"old"
    write_pdf(long, path, bundled_typeface(), progress=heard.append)
    assert heard == sorted(heard)
    assert len(set(heard)) > 60
    assert heard[-1] == 1.0


def test_a_folder_that_is_not_there_is_told_in_thai(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="ไม่พบโฟลเดอร์"):
        write_pdf(document(), tmp_path / "no" / "out.pdf", bundled_typeface())


def test_every_alignment_stays_within_the_margins(printed: Print, within_margins: Margins) -> None:
    blocks = [
        replace(Paragraph(text=PROSE * 3, bold=bold), align=align, indent=indent)
        for align in Align
        for bold in (False, True)
        for indent in (False, True)
    ]
    path, _ = printed(*blocks)
    within_margins(path, PageSetup())


def test_naming_the_report_does_not_load_reportlab() -> None:
    code = "import sys, ita_desktop.pdf.report as _; print('reportlab' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "False"
