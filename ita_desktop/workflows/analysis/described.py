"""How the edited texts of analysis reports are said."""

from collections.abc import Mapping
from typing import Final

from ita_desktop.documents.analysis_texts import form_of
from ita_desktop.workflows.described_rows import Described, Field, Row


def text_words(name: str) -> str:
    """Return how people call a text; its bare name where a newer program wrote it."""
    try:
        return form_of(name).words
    except LookupError:
        return name


def _text(row: Row) -> str:
    words = text_words(str(row["name"]))
    return f"ข้อความ “{words}” ของรายงานผลการวิเคราะห์ปี {row['fiscal_year']}"


ANALYSIS_DESCRIBED: Final[Mapping[str, Described]] = {
    "analysis_text": Described(
        "ข้อความของรายงานผลการวิเคราะห์",
        _text,
        key=("fiscal_year", "name"),
        fields={
            "text": Field("ข้อความ"),
            "frozen": Field("ข้อความที่ตรึงไว้"),
            "basis": Field("ข้อความตามข้อมูลเมื่อตรึง", on_its_own=False),
        },
    ),
}
"""By table."""
