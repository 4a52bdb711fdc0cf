"""What the help puts into quotation marks is what stands on the screen."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.thai.digits import to_arabic_digits

_ROOT = Path(__file__).resolve().parents[2]
_PAGES = sorted((_ROOT / "resources" / "help").glob("*.md"))
_LEAST = 4
"""Letters beside its places that a text with places needs to be told by them."""


@pytest.fixture(scope="module")
def said() -> list[str]:
    """Return every text of the program; what is filled in is "\\0"."""
    files = (_ROOT / "ita_desktop").rglob("*.py")
    return [
        to_arabic_digits(text)
        for file in files
        for text in _texts(ast.parse(file.read_text("utf-8")))
    ]


@pytest.mark.parametrize("page", _PAGES, ids=lambda page: page.stem)
def test_every_button_and_sentence_that_a_page_names_is_in_the_program(
    page: Path, said: list[str]
) -> None:
    for quoted in re.findall("“([^”]*)”", page.read_text("utf-8")):
        # an entry of a menu of papers is the paper and the deed; " …" stands for what is filled in
        for part in re.split(" — | …", quoted):
            assert _is_said(to_arabic_digits(part), said), f"{page.name}: “{quoted}”"


def test_a_button_of_another_name_is_found(said: list[str]) -> None:
    assert _is_said("เลือกที่เก็บไฟล์แล้วเริ่มบันทึก", said)
    assert not _is_said("เลือกที่เก็บไฟล์แล้วเริ่มทำงาน", said)


def _texts(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        elif isinstance(node, ast.JoinedStr):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "\0" for part in node.values
            )


def _is_said(words: str, said: list[str]) -> bool:
    return any(
        words in text
        or (
            "\0" in text
            and len(text.replace("\0", "")) >= _LEAST
            and re.fullmatch(re.escape(text).replace("\0", ".+"), words) is not None
        )
        for text in said
    )
