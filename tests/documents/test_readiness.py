"""ใบตรวจความพร้อม: the verdict on its colour, the parts, what lacks; a clean year is green."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.documents.model import Cell, Digits, Document, Ground, Number, Signature, Table
from ita_desktop.documents.readiness import readiness_paper
from ita_desktop.documents.source import ReadinessSource
from ita_desktop.domain.area_figures import AreaFigure
from ita_desktop.domain.areas import Area
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, Place
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.readiness import Readiness
from ita_desktop.domain.scores import compute

OFFICE = Office(
    name="เทศบาลตำบลทดลอง",
    kind=OfficeKind.SUBDISTRICT,
    executive="นางสาวทดลอง ใจดี",
    executive_title="นายกเทศมนตรีตำบลทดลอง",
)
PARTS = (
    AreaFigure(area=Area.MEASURES, done=2, whole=3, words="เสร็จแล้ว", unit="ขั้นตอน", place=None),
    AreaFigure(
        area=Area.PLAN, done=0, whole=0, words="", unit="", place=None, nothing="ยังไม่มีแผนของปีนี้"
    ),
)
Make = Callable[..., Document]


def lack(severity: Severity, points: str = "", kind: str = "step") -> Lack:
    return Lack(
        severity=severity,
        message=f"ขาดเรื่องที่ {points or severity}",
        place=Place(kind=kind, number=1, field="text"),
        item="O42" if points else "",
        points=Fraction(points) if points else None,
    )


@pytest.fixture
def paper() -> Make:
    criteria = shipped_criteria(2566)
    assert criteria is not None

    def make(*lacks: Lack, begun: bool = True, digits: Digits = Digits.ARABIC) -> Document:
        source = ReadinessSource(
            office=OFFICE,
            result=compute(criteria, {"total": Decimal("91.87")}),
            before=compute(criteria, {"total": Decimal("92.00")}),
            figures=PARTS,
            readiness=Readiness(lacks=lacks, begun=begun),
            checked=date(2023, 4, 5),
            digits=digits,
        )
        return readiness_paper(source)

    return make


def band(paper: Document) -> Cell:
    cell = paper.tables()[0].rows[0].cells[0]
    assert cell is not None
    return cell


def grounds(paper: Document, table: int) -> list[Ground | None]:
    return [row.cells[0].ground for row in paper.tables()[table].rows if row.cells[0] is not None]


@pytest.mark.parametrize(
    ("lacks", "words", "ground"),
    [
        ((), "พร้อมส่ง", Ground.GREEN),
        ((lack(Severity.NOTE),), "พร้อมส่ง", Ground.GREEN),
        ((lack(Severity.WARNING),), "ควรตรวจก่อนส่ง", Ground.AMBER),
        ((lack(Severity.ERROR, "2"),), "ยังไม่พร้อมส่ง", Ground.RED),
    ],
)
def test_the_verdict_stands_on_its_colour(
    paper: Make, lacks: Sequence[Lack], words: str, ground: Ground
) -> None:
    cell = band(paper(*lacks))
    assert isinstance(cell.content, str)
    assert cell.content.strip().startswith(words)
    assert cell.ground is ground


def test_a_year_with_nothing_entered_is_not_ready(paper: Make) -> None:
    cell = band(paper(begun=False))
    assert cell == replace(cell, content="ยังไม่ได้เริ่มบันทึกข้อมูลของปีนี้", ground=Ground.AMBER)
    assert grounds(paper(begun=False), 1) == [None, None]


def test_the_day_the_score_and_the_points_at_stake_are_told(paper: Make) -> None:
    rows = paper(lack(Severity.ERROR, "2"), lack(Severity.NOTE)).tables()[0].rows[1:]
    told = [[cell.content for cell in row.cells if cell is not None] for row in rows]
    assert told == [
        ["วันที่ตรวจ", "5 เมษายน 2566"],
        ["คะแนนรวม", "91.87 (−0.13 จากปี 2566)"],
        ["ผลการตรวจ", "ต้องแก้ 1 เรื่อง · ควรตรวจ 0 เรื่อง · ข้อสังเกต 1 เรื่อง"],
        ["คะแนนที่เสี่ยง", "2.00 คะแนน"],
    ]
    assert "๕ เมษายน ๒๕๖๖" in str(paper(digits=Digits.THAI).tables()[0].rows)


def test_each_part_stands_on_the_colour_of_what_lacks_in_it(paper: Make) -> None:
    found = paper(lack(Severity.ERROR, "2"))
    assert grounds(found, 1) == [Ground.RED, None]  # of a plan nothing is done, nothing lacks
    assert grounds(paper(), 1) == [Ground.GREEN, None]
    (measures, plan) = found.tables()[1].rows
    assert [cell.content for cell in measures.cells[1:3] if cell is not None] == [
        Number(Decimal(2), 0),
        Number(Decimal(3), 0),
    ]
    assert plan.cells[1] is not None
    assert (plan.cells[1].content, plan.cells[1].columns) == ("ยังไม่มีแผนของปีนี้", 4)


def test_what_lacks_is_listed_dearest_first_and_a_clean_year_has_no_list(paper: Make) -> None:
    lacks = (lack(Severity.ERROR, "2/5"), lack(Severity.WARNING, "2"), lack(Severity.ERROR))
    found = paper(*lacks)
    rows = found.tables()[2].rows
    points = [row.cells[2].content for row in rows if row.cells[2] is not None]
    assert points == [Number(Decimal("2.00")), Number(Decimal("0.40")), ""]
    assert grounds(found, 2) == [Ground.AMBER, Ground.RED, Ground.RED]
    assert len(paper().tables()) == 2
    assert paper(lack(Severity.NOTE)).tables()[2].caption == "ข้อสังเกต"


def test_what_is_only_noted_of_a_clean_year_is_told_without_points(paper: Make) -> None:
    made = paper(lack(Severity.NOTE, "2"), lack(Severity.NOTE, "5/4"))
    noted = made.sections[0].blocks[-2]
    assert isinstance(noted, Table)
    assert [[cell.content for cell in row.cells if cell] for row in noted.rows] == [
        ["O42", "ขาดเรื่องที่ 2"],
        ["O42", "ขาดเรื่องที่ 5/4"],
    ]
    assert not noted.note


def test_who_checked_and_the_executive_sign(paper: Make) -> None:
    (signature,) = (block for block in paper().blocks if isinstance(block, Signature))
    checker, executive = signature.signatories
    assert (checker.name, checker.title) == ("", "ผู้ตรวจ")
    assert (executive.name, executive.title) == (OFFICE.executive, OFFICE.executive_title)


def test_a_level_by_rules_that_were_not_checked_is_told_as_such(paper: Make) -> None:
    assert paper().tables()[0].note.startswith("หมายเหตุ: เกณฑ์ระดับของปี 2566 ยังไม่ได้ตรวจสอบ")
    checked = shipped_criteria(2565)
    assert checked is not None
    source = ReadinessSource(
        office=OFFICE,
        result=compute(checked, {"total": Decimal("91.87")}),
        before=None,
        figures=PARTS,
        readiness=Readiness(lacks=(), begun=True),
        checked=date(2023, 4, 5),
        digits=Digits.ARABIC,
    )
    assert readiness_paper(source).tables()[0].note == ""


def test_a_level_by_rules_that_nobody_checked_is_said_to_be_so(paper: Make) -> None:
    assert "เกณฑ์ระดับของปี 2566 ยังไม่ได้ตรวจสอบกับคู่มือ" in paper().tables()[0].note
