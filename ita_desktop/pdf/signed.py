"""A signature under what it signs: never alone on its page."""

from collections.abc import Sequence

from reportlab.platypus.flowables import Flowable, Spacer

from ita_desktop.pdf.charts import BarsOnPaper, PillarsOnPaper
from ita_desktop.pdf.kept import Kept
from ita_desktop.pdf.paragraph import ThaiParagraph
from ita_desktop.pdf.signature import SignatureBlock
from ita_desktop.pdf.table import ThaiTable


def signed(done: Sequence[Flowable], block: SignatureBlock, page_height: float) -> list[Flowable]:
    """Return what was set with the signature under it.

    The last lines of a paragraph, the last row of a table or the whole of a chart go with it to its
    page, and so does white space between them.
    """
    end = len(done)
    while end and type(done[end - 1]) is Spacer:  # the white space of a cover is another thing
        end -= 1
    if not end:
        return [*done, block]
    before, last, spaces = list(done[: end - 1]), done[end - 1], done[end:]
    heads, body = (last.heads, last.body) if isinstance(last, Kept) else ([], last)
    match body:
        case ThaiTable():
            table = body.signed(*spaces, block)
            return [*before, Kept(heads, table, page_height, whole_if_small=True)]
        case ThaiParagraph():
            *begun, tail = body.with_end_apart()
            if begun:
                before += [Kept(heads, one, page_height) for one in begun] if heads else begun
                heads = []
            heads = [*heads, tail]
        case BarsOnPaper() | PillarsOnPaper() | SignatureBlock():
            heads = [*heads, body]
        case _:
            return [*done, block]
    return [*before, Kept([*heads, *spaces], block, page_height)]
