"""What a project is joined with, as fields of a workbook's change: sections and items."""

from collections.abc import Mapping
from typing import Final

from ita_desktop.db import projects as project_table
from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind

LINK_FIELDS: Final = ("section", "places", "items")
"""``section`` and ``places`` name sections by number, ``items`` are "2566:O36", a line each."""


def write_link_field(
    file: DataFile, project: int, name: str, text: str, made: Mapping[int, int]
) -> None:
    """Write such a field inside a deed; ``made``: numbers of rows that the same import added."""
    if name == "items":
        parted = (line.partition(":") for line in text.split("\n") if line)
        items = [(int(year), code) for year, _, code in parted]
        project_table.put_links(file, "project_item", project, items)
        return
    sections = [made.get(number, number) for number in map(int, text.split())]
    if name == "places":
        project_table.put_links(file, "project_place", project, [(one,) for one in sections])
    elif sections:
        last = table.siblings_of(file, Kind.PROJECT, sections[0])
        table.change_parent(file, Kind.PROJECT, project, sections[0])
        table.order_rows(file, Kind.PROJECT, (*last, project))


def link_words(name: str, text: str) -> str:
    """Return a field for the list of changes: items as "O36 (2566)", all others as they are."""
    if name != "items":
        return text
    parted = (line.partition(":") for line in text.split("\n") if line)
    return ", ".join(f"{code} ({year})" for year, _, code in parted)
