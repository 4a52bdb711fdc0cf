"""A copied block into the score table: shown first, then one deed."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.score_entry import Entry
from ita_desktop.ui import wording
from ita_desktop.ui.dialogs.paste import PreviewDialog, PreviewRow
from ita_desktop.ui.session import Session
from ita_desktop.workflows.score_block import (
    Block,
    is_bare_value,
    place_block,
    propose_block,
    read_cells,
)
from ita_desktop.workflows.scores import Proposal, score_name


def paste(
    parent: QWidget,
    session: Session,
    text: str,
    codes_from_here: Sequence[str],
    done: Callable[[int], object],
) -> str | None:
    """Show what the block would change and, on a yes, write what is right of it.

    One bare value goes into the current cell at once. ``done`` is told how many values a shown
    block changed, when they are written. Returns a sentence where there is nothing to
    paste, else None.
    """
    cells = read_cells(text)
    if not cells:
        return "คลิปบอร์ดว่างอยู่ กรุณาคัดลอกคะแนนจาก Excel หรือ Word ก่อน แล้ววางอีกครั้ง"
    block = place_block(cells, session.criteria, codes_from_here)
    proposals = propose_block(session.criteria, session.result.entries, block)
    changed = {p.code: p.after for p in proposals if p.changes}
    if is_bare_value(cells) and len(proposals) == 1 and not proposals[0].refused:
        if changed:
            session.put_scores(changed, f"วางคะแนน {score_name(proposals[0].code)}")
        return None
    dialog = PreviewDialog("วางคะแนน", _preview(proposals, block), "วาง", parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: _put(session, changed, done))
    dialog.open()
    return None


def _put(
    session: Session, changed: Mapping[str, Entry | None], done: Callable[[int], object]
) -> None:
    before = session.file.latest_deed()
    session.put_scores(changed, f"วางคะแนน {len(changed)} ค่า")
    if session.file.latest_deed() != before:
        done(len(changed))


def _preview(proposals: Sequence[Proposal], block: Block) -> list[PreviewRow]:
    rows = [
        PreviewRow(
            wording.shown(score_name(proposal.code)),
            wording.score(proposal.before) or wording.NOTHING,
            proposal.text if proposal.refused else wording.score(proposal.after) or wording.NOTHING,
            proposal.refused,
            refused=bool(proposal.refused),
        )
        for proposal in proposals
    ]
    why = "ไม่พบข้อหรือตัวชี้วัดของแถวนี้ในปีที่เลือก"
    rows += [PreviewRow(text, "", "", why, refused=True) for text in block.unplaced]
    return rows
