"""What a dump says of the texts of a year's analysis report that the office edited."""

from typing import Any

from ita_desktop.db.analysis_texts import texts_of_year
from ita_desktop.db.data_file import DataFile


def dump_analysis(file: DataFile, fiscal_year: int) -> dict[str, Any]:
    """Return a year's own texts by name; the template, and what is printed of a frozen one."""
    return {
        "analysis_texts": {
            one.name: {"text": one.text, "frozen": one.frozen or None, "basis": one.basis or None}
            for one in texts_of_year(file, fiscal_year)
        }
    }
