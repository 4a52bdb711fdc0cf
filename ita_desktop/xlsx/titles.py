"""Which headings stand above a table once it has a sheet of its own."""

from ita_desktop.documents.model import Document, Heading, Table


def titles_of_tables(document: Document) -> tuple[tuple[Table, tuple[Heading, ...]], ...]:
    """Return each table with the headings it stands under, in order of the paper.

    A heading ends with the next one of its level or above; headings of one level that follow each
    other without anything between are lines of one title.
    """
    standing: list[Heading] = []
    found: list[tuple[Table, tuple[Heading, ...]]] = []
    before: Heading | None = None
    for block in document.blocks:
        if isinstance(block, Heading):
            if before is None or before.level != block.level:
                standing = [heading for heading in standing if heading.level < block.level]
            standing.append(block)
            before = block
        else:
            before = None
            if isinstance(block, Table):
                found.append((block, tuple(standing)))
    return tuple(found)
