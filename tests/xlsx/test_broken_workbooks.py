"""A broken workbook is refused in one sentence; nothing else comes out of it."""

import io
import random
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.documents.model import Document
from ita_desktop.errors import ClerkError
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.writer import write_xlsx

Convert = Callable[[Path, str], Path]
Parts = dict[str, bytes]

JUNK = (
    b"",
    b"-1",
    b"99999999999999999999",
    b"1E999",
    b"NaN",
    b"\xff\xfe",
    b"rId99",
    b"A0",
    "ก".encode(),
)
VALUE = re.compile(rb'"[^"<>]*"|>[^<>]+<')
ELEMENT = re.compile(rb"<[^<>?!]+>")
MUTATED = re.compile(r"\.(xml|rels)$")


@pytest.fixture
def workbook(sample_document: Document, tmp_path: Path) -> Path:
    path = tmp_path / "sample.xlsx"
    write_xlsx(sample_document, path)
    return path


def refused_or_read(path: Path) -> bool:
    """Return whether it was refused; any other failure is the test's."""
    said = ""
    try:
        read_workbook(path)
    except ClerkError as refusal:
        said = str(refusal)
    assert not said or path.name in said
    return bool(said)


def parts_of(path: Path) -> Parts:
    with zipfile.ZipFile(path) as archive:
        return {part: archive.read(part) for part in archive.namelist()}


def packed(parts: Parts) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return buffer.getvalue()


def with_other_bytes(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 3, 20))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed[: chance.randrange(len(changed))] if chance.random() < 0.2 else changed)


def with_other_content(parts: Parts, chance: random.Random) -> Parts:
    """Change a value, drop, double or swap elements, drop a part: sound XML without sense."""
    changed = dict(parts)
    name = chance.choice([part for part in parts if MUTATED.search(part)])
    kind = chance.randrange(5)
    pattern = VALUE if kind < 3 else ELEMENT
    places = list(pattern.finditer(changed[name]))
    if kind == 4 or not places:
        del changed[name]
        return changed
    place = chance.choice(places)
    old = place.group()
    if pattern is VALUE:
        new = old[:1] + chance.choice(JUNK) + old[-1:]
    else:
        new = chance.choice((b"", old + old, chance.choice(places).group()))
    content = changed[name]
    changed[name] = content[: place.start()] + new + content[place.end() :]
    return changed


def mutate(path: Path, folder: Path, count: int, seed: int) -> int:
    content, parts = path.read_bytes(), parts_of(path)
    chance = random.Random(seed)  # noqa: S311 - the same workbooks every time
    mutant = folder / "mutant.xlsx"
    refused = 0
    for number in range(count):
        if number % 3 == 0:
            mutant.write_bytes(with_other_bytes(content, chance))
        else:
            mutant.write_bytes(packed(with_other_content(parts, chance)))
        refused += refused_or_read(mutant)
    return refused


def test_300_mutated_workbooks(workbook: Path, tmp_path: Path) -> None:
    assert 100 < mutate(workbook, tmp_path, 300, seed=2566) < 300


@pytest.mark.slow
def test_1000_mutated_workbooks_of_two_programs(
    workbook: Path, tmp_path: Path, convert: Convert
) -> None:
    assert mutate(workbook, tmp_path, 500, seed=1) > 100
    assert mutate(convert(workbook, "xlsx"), tmp_path, 500, seed=2) > 100


@pytest.mark.parametrize(
    ("content", "cure"),
    [
        (b"", "บันทึกใหม่เป็น .xlsx"),
        (b"PK\x03\x04", "บันทึกใหม่เป็น .xlsx"),
        ("ข้อ,คะแนน\ni1,90".encode(), "บันทึกใหม่เป็น .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".xls รุ่นเก่า"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "เอารหัสผ่านออก",
        ),
        (packed({"word/document.xml": b"<a/>"}), "บันทึกใหม่เป็น .xlsx"),
        (packed({"[Content_Types].xml": b"<Types/>"}), "บันทึกใหม่เป็น .xlsx"),
    ],
)
def test_what_is_no_workbook_is_refused_with_the_cure(
    content: bytes, cure: str, tmp_path: Path
) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    with pytest.raises(ClerkError, match=re.escape(cure)):
        read_workbook(path)


def test_every_truncation_is_refused(workbook: Path, tmp_path: Path) -> None:
    content = workbook.read_bytes()
    path = tmp_path / "short.xlsx"
    for length in range(0, len(content) - 1, max(1, len(content) // 40)):
        path.write_bytes(content[:length])
        assert refused_or_read(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ClerkError, match="ไม่พบไฟล์"):
        read_workbook(tmp_path / "none.xlsx")
