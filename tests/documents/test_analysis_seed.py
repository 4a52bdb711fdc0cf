"""The analysis report from the data of seed 001: its tables, bands, heads and every letter."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.documents import analysis_starting
from ita_desktop.documents.analysis_report import analysis_report, analysis_sheets
from ita_desktop.documents.analysis_texts import text_names
from ita_desktop.documents.charts import BarChart
from ita_desktop.documents.model import Document, Heading, Paragraph, Signature, Table
from ita_desktop.documents.text import plain
from ita_desktop.pdf.write import write_pdf
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.xlsx.writer import write_xlsx

from .analysis_sources import DUTIES, seed_source
from .measure_reading import grid_of as measure_grid
from .measure_reading import same, shown, spans_of
from .plan_reading import bare, figures, lost_texts, pages_of
from .seed_trackers import seed
from .test_against_seed import PRINTED, SLIPS, TABLES, grid_of
from .test_references import compare, dumped, spread

poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler on this machine")
OWN_WORDS = frozenset({"เทศบาลนครนครปฐม", "นครปฐม"})


@pytest.fixture(scope="module")
def paper() -> Document:
    return analysis_report(seed_source())


@pytest.fixture(scope="module")
def sheets() -> Document:
    return analysis_sheets(seed_source())


def named(document: Document, name: str) -> Table:
    return next(table for table in document.tables() if table.name == name)


def lines(document: Document) -> list[str]:
    return [
        plain(block.text) for block in document.blocks if isinstance(block, Heading | Paragraph)
    ]


def after(document: Document, heading: str) -> list[str]:
    """Return the lines under a heading of level 2, to the next heading of level 1 or 2."""
    found: list[str] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level < 3:
            inside = block.text == heading
        elif inside and isinstance(block, Heading | Paragraph):
            found.append(plain(block.text))
    return found


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("form", ["paper", "sheets"])
def test_the_score_tables_have_the_printed_cells(
    form: str, name: str, paper: Document, sheets: Document
) -> None:
    tables = (paper if form == "paper" else sheets).tables()
    expected = [[SLIPS.get(cell, cell) for cell in row] for row in PRINTED[name]]
    assert expected in [grid_of(table) for table in tables]


@pytest.mark.parametrize("form", ["paper", "sheets"])
@pytest.mark.parametrize("place", [0, 1])
def test_measures_and_calendar_have_the_printed_cells(
    form: str, place: int, paper: Document, sheets: Document
) -> None:
    printed = seed("001")["papers"][place]
    theirs = printed["tables"][0]
    table = named(paper if form == "paper" else sheets, printed["titles"][0])
    assert measure_grid(table) == [[same(cell) for cell in row] for row in theirs["rows"]]
    assert spans_of(table) == {tuple(merge) for merge in theirs["merges"]}


def test_the_duties_are_the_printed_ones(paper: Document, sheets: Document) -> None:
    small = [row for table in paper.tables() if table.name.startswith("OIT") for row in table.rows]
    whole = named(sheets, "หน่วยงานที่รับผิดชอบ OIT")
    keyed = [row for row in whole.rows if row.key]
    for rows in (small, keyed):
        assert len(rows) == 43
        for row, theirs in zip(rows, DUTIES["rows"], strict=True):
            code, _, contents, units = (shown(cell) for cell in row.cells)
            assert same(code.removeprefix("O")) == same(theirs["code"]).removeprefix("0")
            assert same(units) == same(theirs["units"]).replace("-", "")
            assert contents


BANDS = {
    "การวิเคราะห์ประเด็นจุดอ่อนที่ต้องดำเนินการแก้ไขอย่างเร่งด่วน": (
        "พิจารณาจากตัวชี้วัดที่ได้คะแนนเฉลี่ยน้อยกว่าร้อยละ 90.00 มีจำนวน 2 ตัวชี้วัด ดังนี้",
        ["2", "4"],
    ),
    "การวิเคราะห์ประเด็นที่ต้องพัฒนาให้ดียิ่งขึ้น": (
        "พิจารณาจากตัวชี้วัดที่ได้คะแนนเฉลี่ยตั้งแต่ร้อยละ 90.00 แต่ไม่ถึงร้อยละ 95.00 มีจำนวน 4 ตัวชี้วัด ดังนี้",
        ["1", "3", "5", "8"],
    ),
    "การวิเคราะห์ประเด็นที่ควรรักษามาตรฐานไว้และพัฒนาประสิทธิภาพของการทำงานอย่างต่อเนื่อง": (
        "พิจารณาจากตัวชี้วัดที่ได้คะแนนเฉลี่ยตั้งแต่ร้อยละ 95.00 ขึ้นไป มีจำนวน 4 ตัวชี้วัด ดังนี้",
        ["6", "7", "9", "10"],
    ),
}


@pytest.mark.parametrize("heading", BANDS)
def test_the_indicators_stand_in_their_bands(paper: Document, heading: str) -> None:
    lead, numbers = BANDS[heading]
    said = after(paper, heading)
    assert said[0] == lead
    heads = [line for line in said if re.match(r"ตัวชี้วัดที่ \d+ .* คะแนนเฉลี่ยร้อยละ", line)]
    assert [line.split()[1] for line in heads] == numbers
    scores = dict(enumerate(seed_source().scores.result.indicators.values(), start=1))
    for line in heads:
        assert line.endswith(f"คะแนนเฉลี่ยร้อยละ {scores[int(line.split()[1])].shown}")
        assert not said[said.index(line) + 1].startswith("ตัวชี้วัดที่ ")  # a text stands under it


def test_three_instruments_have_result_and_suggestions(paper: Document) -> None:
    said = lines(paper)
    for code, score in (("IIT", "90.42"), ("EIT", "95.65"), ("OIT", "100.00")):
        at = next(
            n
            for n, line in enumerate(said)
            if line.startswith("ผลการประเมินจากแบบ") and code in line
        )
        assert f"ผลการประเมินได้ {score} คะแนน" in said[at + 1]
        assert f"ข้อเสนอแนะสำหรับการประเมินตามแบบวัด ({code})" in said[at : at + 5]


def test_the_parts_stand_in_the_order_of_the_seed(paper: Document) -> None:
    order = [
        "ความเป็นมา",
        "วัตถุประสงค์",
        "ประโยชน์ที่คาดว่าจะได้รับ",
        "หลักการพื้นฐาน",
        "ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2565",
        "แยกตามแบบวัดการรับรู้",
        "แยกตามรายตัวชี้วัด",
        "แก้ไขอย่างเร่งด่วน",
        "มาตรการในการส่งเสริมและพัฒนา",
        "พัฒนาให้ดียิ่งขึ้น",
        "ควรรักษามาตรฐานไว้",
        "มาตรการเพื่อขับเคลื่อนการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ขั้นตอน ระยะเวลา และวิธีปฏิบัติ",
        "หน่วยงานที่รับผิดชอบเรื่อง แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)",
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ประกอบด้วย 5 ตัวชี้วัดย่อย ดังนี้",
        "ตัวชี้วัดที่ 10 การป้องกันการทุจริต",
    ]
    heads = [one.text for one in paper.blocks if isinstance(one, Heading) and one.level < 3]
    places = [next(n for n, head in enumerate(heads) if wanted in head) for wanted in order]
    assert places == sorted(places)
    assert isinstance(paper.blocks[-1], Signature)
    assert any(isinstance(block, BarChart) for block in paper.blocks)


@poppler
def test_every_letter_and_figure_is_on_the_pages(paper: Document, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    report = write_pdf(paper, path, bundled_typeface(), OWN_WORDS)
    assert report.missing == ()
    pages = pages_of(path)
    assert lost_texts(paper, pages) == []
    letters = "".join(text for _, text in pages)
    assert [one for one in figures(paper) if one not in letters] == []
    assert [number for number, _ in pages[:3]] == ["", "ก", "1"]


@poppler
def test_the_contents_name_the_true_pages(paper: Document, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    write_pdf(paper, path, bundled_typeface(), OWN_WORDS)
    pages = pages_of(path)
    listed = [bare(b.text) for b in paper.blocks if isinstance(b, Heading) and b.listed]
    contents = next(text for _, text in pages if text.startswith("สารบัญ"))
    rest, at = contents.removeprefix("สารบัญ"), 2
    for title in listed:
        at = next(n for n in range(at, len(pages)) if title in pages[n][1])
        assert rest.startswith(f"{title}{pages[at][0]}"), (title, rest[:90])
        rest = rest.removeprefix(f"{title}{pages[at][0]}")
    assert rest == ""


@poppler
def test_the_pages_read_as_before(paper: Document, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    write_pdf(paper, path, bundled_typeface(), OWN_WORDS)
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    compare("analysis-report-001.txt", "\n".join(spread(done.stdout.decode())) + "\n")


def test_the_cells_are_as_before(sheets: Document, tmp_path: Path) -> None:
    path = write_xlsx(sheets, tmp_path / "paper.xlsx", OWN_WORDS)
    compare("analysis-report-001.cells.txt", "\n".join(dumped(path)) + "\n")


def test_no_prose_of_the_seed_is_in_the_starting_texts(shared: Path) -> None:
    (path,) = (shared / "seeds").glob("001_*.txt")
    seed_words = bare(path.read_text("utf-8"))
    assert list(_taken(seed_words)) == []


OFFICIAL = (  # the name of the assessment, titles, and the sentence that says a band
    "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ",
    "(IntegrityandTransparencyAssessment:ITA)",
    "รายงานผลการวิเคราะห์",
    "ประจำปีงบประมาณ",
    "พิจารณาจากตัวชี้วัดที่ได้คะแนนเฉลี่ย",
    "ตามแบบตรวจการเปิดเผยข้อมูลสาธารณะ(OIT)",
    "ส่งเสริมคุณธรรมและความโปร่งใส",
)
LONGEST = 36
"""Letters in a row that two texts on one matter may share: the longest of its set terms."""


def _taken(seed_words: str) -> Iterator[str]:
    for name, text in vars(analysis_starting).items():
        if name.startswith("__"):
            continue
        letters = bare(str(text)).replace("\\n", "|")
        for words in OFFICIAL:
            letters = letters.replace(words, "|")
        for at in range(len(letters) - LONGEST):
            if (part := letters[at : at + LONGEST]) in seed_words:
                yield part


def test_the_texts_are_named_in_the_order_of_the_paper() -> None:
    names = text_names(seed_source())
    assert len(set(names)) == len(names) == 5 + 3 + 1 + 6 + 3 + 10 + 1 + 3
    indicators = [name for name in names if name.startswith(("band", "indicator", "measures"))]
    assert indicators == [
        "band:urgent",
        *("indicator:2", "indicator:4", "measures", "band:improve"),
        *("indicator:1", "indicator:3", "indicator:5", "indicator:8", "band:keep"),
        *("indicator:6", "indicator:7", "indicator:9", "indicator:10"),
    ]
