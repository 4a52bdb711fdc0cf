"""What the workbook tests share: tables made in one line, a sample paper, LibreOffice."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.documents.model import (
    Align,
    Cell,
    Column,
    Digits,
    Document,
    Heading,
    Number,
    PageSetup,
    Row,
    Section,
    Table,
)
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.table_forms import ColumnForm, TableForm
from ita_desktop.xlsx.tables import FoundTable, find_tables

Content = str | Number | Cell | None
MakeTable = Callable[..., Table]
MakeDocument = Callable[..., Document]
FindTables = Callable[..., tuple[FoundTable, ...]]
Convert = Callable[[Path, str], Path]


def _row(contents: Sequence[Content], key: str = "") -> Row:
    return Row(
        key=key,
        cells=tuple(
            Cell(content=content) if isinstance(content, str | Number) else content
            for content in contents
        ),
    )


def _table(
    heads: Sequence[str],
    rows: Sequence[Sequence[Content]],
    *,
    keys: Sequence[str] = (),
    widths: Sequence[float] = (),
    aligns: Sequence[Align] = (),
    name: str = "ตาราง",
    caption: str = "",
    caption_in_grid: bool = False,
    note: str = "",
) -> Table:
    """Return a table with one header row; rows without a key of their own are keyed by number."""
    return Table(
        name=name,
        caption=caption,
        caption_in_grid=caption_in_grid,
        columns=tuple(
            Column(
                width=widths[place] if widths else 1,
                align=aligns[place] if aligns else Align.LEFT,
            )
            for place in range(len(heads))
        ),
        header=(_row(heads),),
        rows=tuple(
            _row(row, keys[number] if keys else f"r{number}") for number, row in enumerate(rows)
        ),
        note=note,
    )


def _document(
    *tables: Table,
    titles: Sequence[str] = (),
    digits: Digits = Digits.THAI,
    page: PageSetup | None = None,
) -> Document:
    return Document(
        id="score-summary",
        title="ผลการประเมิน พ.ศ. ๒๕๖๕",
        author="เทศบาลตำบลทุ่งสมมุติ",
        digits=digits,
        sections=(
            Section(
                blocks=(*(Heading(text=title, level=1) for title in titles), *tables),
                page=page or PageSetup(),
            ),
        ),
    )


def _score(value: str) -> Number:
    return Number(Decimal(value))


def sample_tables() -> tuple[Table, ...]:
    """Return the four tables of a score summary (layout of seed 001) of a made-up office."""
    levels = ("95 – 100 AA", "85 – 94 A", "75 – 84 B", "65 – 74 C", "55 – 64 D", "0 – 54 E")
    ranked = (
        ("การป้องกันการทุจริต", "100"),
        ("การเปิดเผยข้อมูล", "98.75"),
        ("คุณภาพการดำเนินงาน", "96.2"),
        ("ประสิทธิภาพการสื่อสาร", "91.07"),
        ("การใช้ทรัพย์สินของราชการ", "86.5"),
    )
    middle = (Align.CENTER, Align.LEFT, Align.CENTER)
    weights = _table(
        ("ประเด็นการประเมิน", "น้ำหนัก", "คะแนนเฉลี่ยที่ได้รับ", "คะแนนถ่วงน้ำหนัก"),
        (
            (
                "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายใน (IIT)",
                Number(Decimal(30), 0),
                _score("91.4"),
                _score("27.42"),
            ),
            (
                "แบบวัดการรับรู้ของผู้มีส่วนได้ส่วนเสียภายนอก (EIT)",
                Number(Decimal(30), 0),
                _score("94.1"),
                _score("28.23"),
            ),
            (
                "แบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT)",
                Number(Decimal(40), 0),
                _score("99.5"),
                _score("39.8"),
            ),
            (
                Cell(content="รวม", columns=3, align=Align.CENTER, bold=True),
                None,
                None,
                _score("95.45"),
            ),
        ),
        name="คะแนนถ่วงน้ำหนัก",
        caption="ตารางแสดงค่าคะแนนการถ่วงน้ำหนักของเทศบาลตำบลทุ่งสมมุติตามเกณฑ์การประเมิน",
        widths=(5, 2, 3, 3),
        aligns=(Align.LEFT, Align.CENTER, Align.CENTER, Align.CENTER),
    )
    frame = _table(
        ("ประเด็นตัวชี้วัด", "คะแนน(ร้อยละ)", "เครื่องมือการประเมิน"),
        (
            ("๑. การปฏิบัติหน้าที่", _score("92.11"), Cell(content="IIT", rows=2)),
            ("๒. การใช้งบประมาณ", _score("88.13"), None),
            ("๖. คุณภาพการดำเนินงาน", _score("96.2"), Cell(content="EIT")),
            ("๙. การเปิดเผยข้อมูล", _score("98.75"), Cell(content="OIT", rows=2)),
            ("๑๐. การป้องกันการทุจริต", _score("100"), None),
        ),
        name="กรอบการประเมิน",
        caption="กรอบการประเมิน ๑๐ ตัวชี้วัด เชื่อมโยงกับ ๓ เครื่องมือ",
        caption_in_grid=True,
        widths=(5, 2, 3),
        aligns=(Align.LEFT, Align.CENTER, Align.CENTER),
    )
    return (
        _table(
            ("คะแนน", "ระดับ"),
            [level.rsplit(" ", 1) for level in levels],
            name="เกณฑ์ระดับการประเมิน",
            caption="เกณฑ์ระดับการประเมิน มี ๖ ระดับ ดังนี้",
            aligns=(Align.CENTER, Align.CENTER),
        ),
        _table(
            ("อันดับ", "ตัวชี้วัด", "คะแนน"),
            [
                (Number(Decimal(place), 0), name, _score(score))
                for place, (name, score) in enumerate(ranked, start=1)
            ],
            name="คะแนนสูงสุดรายตัวชี้วัด",
            caption="คะแนนสูงสุดรายตัวชี้วัด",
            note="คะแนนสูงสุด ๑๐๐.๐๐ คะแนน คะแนนต่ำสุด ๘๖.๕๐ คะแนน",
            widths=(1, 5, 1.5),
            aligns=middle,
        ),
        weights,
        frame,
    )


def _find(path: Path, columns: Sequence[ColumnForm]) -> tuple[FoundTable, ...]:
    form = TableForm(kind="any", columns=tuple(columns))
    return tuple(
        table for sheet in read_workbook(path).sheets for table in find_tables(sheet, (form,))
    )


@pytest.fixture
def make_row() -> Callable[..., Row]:
    return _row


@pytest.fixture
def make_table() -> MakeTable:
    return _table


@pytest.fixture
def make_document() -> MakeDocument:
    return _document


@pytest.fixture
def find_in_file() -> FindTables:
    return _find


@pytest.fixture
def sample_document() -> Document:
    return _document(
        *sample_tables(), titles=("ผลการประเมินคุณธรรมและความโปร่งใส", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๕")
    )


@pytest.fixture(scope="session")
def convert(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """Return a function that lets LibreOffice open a file and save it in another format."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    profile = Path(tempfile.mkdtemp(dir=tmp_path_factory.getbasetemp()))
    environment = {**os.environ, "SAL_USE_VCLPLUGIN": "svp"}

    def converted(path: Path, kind: str) -> Path:
        out = path.parent / f"from_office_{kind}"
        subprocess.run(
            [
                office,
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(out),
                str(path),
            ],
            check=True,
            capture_output=True,
            timeout=180,
            env=environment,
        )
        return out / f"{path.stem}.{kind}"

    return converted
