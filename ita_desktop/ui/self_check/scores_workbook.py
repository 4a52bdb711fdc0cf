"""A workbook of scores as an office may send one: two columns, the item and its score."""

from collections.abc import Mapping
from pathlib import Path

from ita_desktop.documents.model import Digits, Document, Heading, Section
from ita_desktop.workflows.everything_table import plain_table

_HEADS = (("ข้อ", 20.0), ("คะแนน", 20.0))


def write_scores(path: Path, fiscal_year: int, scores: Mapping[str, str]) -> None:
    """Write scores by the codes of their items, as texts. Raises MachineError, as the writer."""
    from ita_desktop.xlsx.writer import write_xlsx  # noqa: PLC0415 - openpyxl

    title = f"คะแนนรายข้อ ประจำปีงบประมาณ พ.ศ. {fiscal_year}"
    table = plain_table("คะแนน", _HEADS, scores.items())
    document = Document(
        id="",
        title=title,
        author="",
        digits=Digits.ARABIC,
        sections=(Section(blocks=(Heading(text=title), table)),),
        fiscal_year=fiscal_year,
    )
    write_xlsx(document, path)
