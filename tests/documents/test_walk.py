"""No text of a paper is left out when all are gone through or changed."""

import re
from dataclasses import fields, is_dataclass
from decimal import Decimal
from typing import Any, cast

from ita_desktop.documents.charts import Bar, BarChart, Pillar, PillarChart
from ita_desktop.documents.matrix import (
    Hatch,
    MatrixBand,
    MatrixCell,
    MatrixChart,
    MatrixChip,
    MatrixRisk,
    Tint,
)
from ita_desktop.documents.model import (
    PAGE,
    Cell,
    Column,
    Digits,
    Document,
    Heading,
    Number,
    Paragraph,
    Row,
    Running,
    Section,
    Signatory,
    Signature,
    Table,
)
from ita_desktop.documents.text import Run
from ita_desktop.documents.walk import texts, with_texts

TABLE = Table(
    name="ต",
    caption="t1",
    continued="t2",
    columns=(Column(width=1), Column(width=1)),
    header=(Row(cells=(Cell(content="t3", columns=2), None)),),
    rows=(
        Row(cells=(Cell(content="t4", again="t5"), Cell(content=(Run("t6"), Run("t7"))))),
        Row(cells=(Cell(content="t8"), Cell(content=Number(Decimal(9))))),
    ),
    note="t10",
)
PAPER = Document(
    id="t",
    title="เอกสาร",
    author="ก",
    digits=Digits.THAI,
    sections=(
        Section(
            head=Running(left="t11", center=f"t12 {PAGE}", right="t13"),
            foot=Running(left="t14", center="t15", right="t16"),
            blocks=(
                Heading(text="t17"),
                Paragraph(text="t18", marker="t19"),
                Paragraph(text=(Run("t20"), Run("t21", bold=True))),
                TABLE,
                BarChart(caption="t22", bars=(Bar(words="t23", score=None),), key="t24"),
                PillarChart(
                    caption="t25",
                    pillars=(Pillar(words="t26", score=None, below="t27"),),
                    key="t28",
                ),
                MatrixChart(
                    across="t32",
                    up="t33",
                    columns=("t34",),
                    rows=("t35",),
                    cells=(
                        (
                            MatrixCell(
                                score="t36",
                                band=0,
                                chips=(MatrixChip(number="t37", after=(0, 0)),),
                                count="t38",
                                listed="t39",
                            ),
                        ),
                    ),
                    bands=(MatrixBand(name="t40", limits="t41", tint=Tint.RED, hatch=Hatch.CROSS),),
                    unknown="t42",
                    highest_title="t43",
                    highest=(MatrixRisk(number="t44", words="t45", level="t46"),),
                    listed_title="t47",
                    notes=("t48",),
                ),
                Signature(signatories=(Signatory(name="t29", title="t30", lead="t31"),)),
            ),
        ),
    ),
)
MARKS = {f"t{number}" for number in range(1, 49)} - {"t9"}


def marks(thing: Any) -> set[str]:
    """Return the marks in all strings of a thing, however deep."""
    if isinstance(thing, str):
        return set(re.findall(r"[tT]\d+", thing))
    parts: tuple[Any, ...] = ()
    if isinstance(thing, tuple):
        parts = cast("tuple[Any, ...]", thing)
    elif is_dataclass(thing):
        parts = tuple(getattr(thing, one.name) for one in fields(thing))
    return {mark for part in parts for mark in marks(part)}


def test_every_text_is_met_with_a_place_of_its_own_kind() -> None:
    assert marks(PAPER) == MARKS
    places = {mark: one.place for one in texts(PAPER) for mark in marks(one.text)}
    assert set(places) == MARKS
    assert places["t4"] == "ตาราง “t1” แถวที่ 1"
    assert places["t8"] == "ตาราง “t1” แถวที่ 2"
    assert places["t3"] == "หัวตาราง “t1”"
    assert places["t10"] == "หมายเหตุใต้ตาราง “t1”"
    assert places["t27"] == "แผนภูมิ “t25”"
    assert places["t16"] == "หัวหรือท้ายกระดาษ"
    assert places["t30"] == "ช่องลงชื่อ"
    assert places["t45"] == "เมทริกซ์ความเสี่ยง"


def test_every_text_is_changed_and_nothing_else() -> None:
    changed = with_texts(PAPER, str.upper)
    assert marks(changed) == {mark.upper() for mark in MARKS}
    assert with_texts(changed, str.lower) == PAPER
