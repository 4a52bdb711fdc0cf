"""One thing has one name on the screen."""

import re
from pathlib import Path

import pytest

import ita_desktop

HOUSE = Path(ita_desktop.__file__).parent
SOURCES = sorted(
    path
    for part in ("ui", "db", "workflows")
    for path in (HOUSE / part).rglob("*.py")
    if path.name != "other_words.py"  # what clerks type into the search of the help instead
)


@pytest.mark.parametrize(
    ("other", "ours"),
    [("ย้อนกลับ", "เลิกทำ"), ("ลองอีกครั้ง", "ลองใหม่"), ("ไฟล์แบ็กอัป", "ไฟล์สำรอง")],
)
def test_the_house_says_it_in_one_word(other: str, ours: str) -> None:
    texts = {path.name: path.read_text("utf-8") for path in SOURCES}
    assert [name for name, text in texts.items() if other in text] == []
    assert any(re.search(ours, text) for text in texts.values())
