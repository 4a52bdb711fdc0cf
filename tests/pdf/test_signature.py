"""Where those who sign stand."""

from typing import cast

import pypdfium2
import pytest

from ita_desktop.documents.model import (
    Digits,
    Document,
    PageSetup,
    Paragraph,
    Running,
    Section,
    Signatory,
    Signature,
)
from ita_desktop.pdf.write import make_pdf
from ita_desktop.typesetting.faces import bundled_typeface

MILLIMETRE = 72 / 25.4
Box = tuple[float, float, float, float]


def middles(count: int) -> list[tuple[float, float]]:
    """Return the middle of each title, as a share of the text's width, and its height."""
    people = tuple(Signatory(name="นายก ข", title=f"ตำแหน่ง{'๑๒๓'[one]}") for one in range(count))
    section = Section(
        blocks=(Paragraph(text="ลงท้าย"), Signature(signatories=people)),
        head=Running(),
        page=PageSetup(left=25, right=25),
    )
    document = Document(id="t", title="ก", author="ข", digits=Digits.THAI, sections=(section,))
    with pypdfium2.PdfDocument(make_pdf(document, bundled_typeface())[0]) as paper:
        page = paper[0].get_textpage()
        text = page.get_text_range()
        found: list[tuple[float, float]] = []
        for one in people:
            start = text.index(one.title)
            first, last = (
                cast("Box", page.get_charbox(start + place)) for place in (0, len(one.title) - 1)
            )
            middle = (first[0] + last[2]) / 2 - 25 * MILLIMETRE
            found.append((middle / (160 * MILLIMETRE), first[1]))
    return found


def test_one_signatory_stands_right() -> None:
    ((x, _),) = middles(1)
    assert x == pytest.approx(1 - 45 / 160, abs=0.02)


def test_two_signatories_stand_side_by_side() -> None:
    (left, first), (right, second) = middles(2)
    assert (left, right) == pytest.approx((0.25, 0.75), abs=0.02)
    assert first == pytest.approx(second, abs=1)


def test_a_third_signatory_stands_below_in_the_middle() -> None:
    (_, first), _, (middle, third) = middles(3)
    assert middle == pytest.approx(0.5, abs=0.02)
    assert third < first - 40
