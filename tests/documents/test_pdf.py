"""The score summary as PDF: copies out as it was, fonts inside, A4, nothing in the margins."""

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pypdfium2
import pytest

from ita_desktop.documents.charts import BarChart, Chart, Pillar, PillarChart
from ita_desktop.documents.model import Digits, Document, Heading, Number, Paragraph, Row, Table
from ita_desktop.documents.text import plain
from ita_desktop.pdf.write import write_pdf
from ita_desktop.thai.digits import to_thai_digits
from ita_desktop.thai.words import break_words
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.workflows.sample import SAMPLE_OFFICE, sample_entries

if TYPE_CHECKING:
    from PIL.Image import Image

Build = Callable[..., Document]
Paper = tuple[Document, Path]
A4 = (595.28, 841.89)
PAGE_MARK = re.compile("-[0-9๐-๙]+-")
poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler on this machine")

# Every year of the sample; one that is not complete; one without levels and with figures that
# differ, so that all notes are there.
LACKING = {code: score for code, score in sample_entries()[2566].items() if code != "i7"}
BARE = {"IIT": Decimal(80), "EIT": Decimal(97), "OIT": Decimal(100), "total": Decimal(91)}
CASES = [(year, None) for year in sample_entries()] + [(2566, LACKING), (2569, BARE)]


@pytest.fixture(scope="module", params=CASES, ids=["2564", "2565", "2566", "lacking", "2569"])
def case(request: pytest.FixtureRequest) -> tuple[int, dict[str, Decimal] | None]:
    return request.param


@pytest.fixture(scope="module", params=Digits)
def paper(
    request: pytest.FixtureRequest,
    case: tuple[int, dict[str, Decimal] | None],
    build: Build,
    tmp_path_factory: pytest.TempPathFactory,
) -> Paper:
    year, entries = case
    document = build(year, entries, digits=request.param)
    path = tmp_path_factory.mktemp("paper") / "paper.pdf"
    report = write_pdf(document, path, bundled_typeface(), SAMPLE_OFFICE.own_words)
    assert report.missing == ()
    return document, path


def run(*command: str) -> str:
    done = subprocess.run(command, check=True, capture_output=True)
    assert not done.stderr
    return done.stdout.decode()


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def texts(document: Document) -> Iterator[str]:
    """Give every text of the paper, figures as they are printed."""
    thai = document.digits is Digits.THAI
    for block in document.blocks:
        match block:
            case Heading() | Paragraph():
                yield plain(block.text)
            case Table():
                yield from (block.caption, block.note)
                for row in (*block.header, *block.rows):
                    yield from cells(row, thai=thai)
            case BarChart() | PillarChart():
                yield from chart_texts(block, thai=thai)
            case _:
                pass


def chart_texts(chart: Chart, *, thai: bool) -> Iterator[str]:
    yield from (chart.caption, chart.key)
    parts = chart.bars if isinstance(chart, BarChart) else chart.pillars
    for part in parts:
        yield part.words
        below = part.below if isinstance(part, Pillar) else ""
        missing = "" if isinstance(part, Pillar) else "–"
        figure = missing if part.score is None else f"{part.score:.2f}"
        yield from (below, to_thai_digits(figure) if thai else figure)


def cells(row: Row, *, thai: bool) -> Iterator[str]:
    for cell in row.cells:
        if cell is None:
            continue
        if isinstance(cell.content, Number):
            figure = f"{cell.content.value:.{cell.content.decimals}f}"
            yield to_thai_digits(figure) if thai else figure
        else:
            yield plain(cell.content)


@poppler
def test_pdftotext_holds_every_thai_word_unchanged(paper: Paper) -> None:
    document, path = paper
    found = bare(run("pdftotext", "-enc", "UTF-8", str(path), "-"))
    words = {
        word.strip()
        for text in texts(document)
        for word in break_words(text, SAMPLE_OFFICE.own_words)
        if re.search("[ก-๙]", word)
    }
    assert len(words) > 40
    assert {word for word in words if bare(word) not in found} == set()


@poppler
def test_pdftotext_finds_no_letter_more_or_less(paper: Paper) -> None:
    document, path = paper
    pages = run("pdftotext", "-enc", "UTF-8", str(path), "-").split("\f")
    found = Counter("".join(PAGE_MARK.sub("", bare(page)) for page in pages))
    assert found == Counter(bare("".join(texts(document))))


def test_pdfium_finds_every_text_whole_and_in_order(paper: Paper) -> None:
    document, path = paper
    with pypdfium2.PdfDocument(path) as pages:
        found = "".join(bare(page.get_textpage().get_text_range()) for page in pages)
    found = PAGE_MARK.sub("", found)
    for text in texts(document):
        assert bare(text) in found
    tables = document.tables()
    places = [found.index(bare(table.caption)) for table in tables]
    assert places == sorted(places)


@poppler
def test_every_font_is_embedded(paper: Paper) -> None:
    _, path = paper
    head, rule, *fonts = run("pdffonts", str(path)).splitlines()
    column = head.index("emb")
    assert set(rule) <= {"-", " "}
    assert fonts
    assert {font[column : column + 3] for font in fonts} == {"yes"}


def test_every_page_is_a4(paper: Paper) -> None:
    document, path = paper
    with pypdfium2.PdfDocument(path) as pages:
        assert len(pages) == (3 if len(document.tables()) == 4 else 1)
        for page in pages:
            assert page.get_size() == pytest.approx(A4, abs=0.5)


def test_nothing_stands_outside_the_margins(paper: Paper) -> None:
    document, path = paper
    scale, overhang = 2, 3  # pixels a point; ใ and ไ lean a little to the left of where they begin
    setup = document.sections[0].page
    sides = (setup.left, setup.top, setup.right, setup.bottom)
    left, top, right, bottom = (round(side / 25.4 * 72 * scale) - overhang for side in sides)
    with pypdfium2.PdfDocument(path) as pages:
        for number, page in enumerate(pages):
            picture = cast("Image", page.render(scale=scale).to_pil()).convert("L")
            width, height = picture.size
            if number:  # the page number has its place in the upper margin
                picture.paste(255, (width * 2 // 5, top // 4, width * 3 // 5, top * 3 // 4))
            ink = picture.point([255 - level for level in range(256)]).getbbox()
            assert ink is not None
            assert ink[0] >= left
            assert ink[1] >= top
            assert ink[2] <= width - right
            assert ink[3] <= height - bottom
