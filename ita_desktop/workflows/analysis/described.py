"""How the edited texts of analysis reports are said."""

from collections.abc import Mapping
from typing import Final

from ita_desktop.workflows.described_rows import Described, Field

ANALYSIS_DESCRIBED: Final[Mapping[str, Described]] = {
    "analysis_text": Described(
        "ข้อความของรายงานผลการวิเคราะห์",
        lambda row: f"ข้อความ {row['name']} ของรายงานผลการวิเคราะห์ปี {row['fiscal_year']}",
        key=("fiscal_year", "name"),
        fields={
            "text": Field("ข้อความ"),
            "frozen": Field("ข้อความที่ตรึงไว้"),
            "basis": Field("ข้อความตามข้อมูลเมื่อตรึง", on_its_own=False),
        },
    ),
}
"""By table."""
