"""The last pass over a document: every text in one kind of digits."""

from dataclasses import replace

from ita_desktop.documents.model import (
    Block,
    Cell,
    Digits,
    Document,
    Heading,
    Paragraph,
    Row,
    Table,
)
from ita_desktop.thai.digits import printed_digits


def with_digits(document: Document) -> Document:
    """Return the document with its texts in the digits it asks for; codes and addresses stay."""
    thai = document.digits is Digits.THAI
    return replace(
        document,
        title=printed_digits(document.title, thai=thai),
        blocks=tuple(_block(block, thai=thai) for block in document.blocks),
    )


def _block(block: Block, *, thai: bool) -> Block:
    match block:
        case Heading() | Paragraph():
            return replace(block, text=printed_digits(block.text, thai=thai))
        case Table():
            return replace(
                block,
                caption=printed_digits(block.caption, thai=thai),
                note=printed_digits(block.note, thai=thai),
                header=tuple(_row(row, thai=thai) for row in block.header),
                rows=tuple(_row(row, thai=thai) for row in block.rows),
            )


def _row(row: Row, *, thai: bool) -> Row:
    return replace(row, cells=tuple(_cell(cell, thai=thai) for cell in row.cells))


def _cell(cell: Cell | None, *, thai: bool) -> Cell | None:
    if cell is None or not isinstance(cell.content, str):
        return cell
    return replace(cell, content=printed_digits(cell.content, thai=thai))
