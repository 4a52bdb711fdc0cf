"""A damaged font file is told in Thai, when it is chosen or when a paper is drawn with it."""

from pathlib import Path
from random import Random

import pytest

from ita_desktop.documents.model import Digits, Document, Heading, Paragraph, Section
from ita_desktop.errors import ClerkError
from ita_desktop.pdf.write import write_pdf
from ita_desktop.resources import resource
from ita_desktop.typesetting.faces import typeface

MUTATIONS = 150
PAPER = Document(
    id="test",
    title="เอกสารทดสอบ",
    author="เทศบาลตำบลตัวอย่าง",
    digits=Digits.THAI,
    sections=(Section(blocks=(Heading(text="หัวเรื่อง"), Paragraph(text="ที่นี่ ฟื้นฟู น้ำ ญู ABC ๑๒๓"))),),
)


def mutated(data: bytes, seed: int) -> bytes:
    """Return the file with bytes replaced in its tables or in its head, or cut short."""
    random = Random(seed)  # noqa: S311 - the same damage in every run
    kind = seed % 3
    if kind == 0:
        return data[: random.randrange(len(data))]
    damaged = bytearray(data)
    for _ in range(random.choice((1, 4, 16, 64))):
        place = random.randrange(len(data) if kind == 1 else 400)
        damaged[place] = random.randrange(256)
    return bytes(damaged)


def test_no_damage_is_more_than_a_refusal(tmp_path: Path) -> None:
    data = resource("fonts", "Sarabun-Light.ttf").read_bytes()
    target = tmp_path / "paper.pdf"
    chosen = drawn = 0
    for seed in range(MUTATIONS):
        file = tmp_path / f"{seed}.ttf"  # opened fonts are remembered by their path
        file.write_bytes(mutated(data, seed))
        target.write_bytes(b"old")
        try:
            face = typeface(str(file))
            chosen += 1
            write_pdf(PAPER, target, face)
            drawn += 1
            assert target.read_bytes().startswith(b"%PDF")
        except ClerkError as refusal:
            assert str(refusal).startswith("อ่านไฟล์แบบอักษร")  # noqa: PT017 - most are fine
            assert target.read_bytes() == b"old"
    assert MUTATIONS > chosen > drawn > 0


def test_a_damaged_font_among_installed_ones_does_not_hide_the_others(tmp_path: Path) -> None:
    data = resource("fonts", "Sarabun-Regular.ttf").read_bytes()
    (tmp_path / "Sarabun-Regular.ttf").write_bytes(data)
    for seed in range(0, MUTATIONS, 5):
        (tmp_path / f"Sarabun-{seed}.ttf").write_bytes(mutated(data, seed))
    assert typeface(str(tmp_path / "Sarabun-Regular.ttf")).family == "Sarabun"
    with pytest.raises(ClerkError, match="ไม่พบแบบอักษร"):
        typeface("No Such Family", folders=[tmp_path])
