"""A copied block into the score table: shown first, then one deed."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.score_entry import Entry
from ita_desktop.ui import wording, work
from ita_desktop.ui.dialogs.paste import PreviewDialog, PreviewRow
from ita_desktop.ui.session import Session
from ita_desktop.workflows.scores.block import (
    Block,
    is_bare_value,
    place_block,
    propose_block,
    read_cells,
)
from ita_desktop.workflows.scores.year_scores import Proposal, score_name

Read = tuple[Sequence[Sequence[str]], Block, Sequence[Proposal]]
_LARGE = 20_000
"""Letters of a block from which on it is read beside the window: some 2,000 cells."""


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
    criteria, entries = session.criteria, session.result.entries
    if len(text) > _LARGE:  # a tenth of a second and more: the window lives on meanwhile
        read = partial(_read, text, criteria, entries, codes_from_here)
        show = partial(_show_read, parent, session, criteria, entries, done)
        work.run(read, show, _fail).ends_with(parent)
        return None
    cells, block, proposals = _read(text, criteria, entries, codes_from_here)
    if not cells:
        return "คลิปบอร์ดว่างอยู่ กรุณาคัดลอกคะแนนจาก Excel หรือ Word ก่อน แล้ววางอีกครั้ง"
    if is_bare_value(cells) and len(proposals) == 1 and not proposals[0].refused:
        if changed := _changed(proposals):
            session.put_scores(changed, f"วางคะแนน {score_name(proposals[0].code)}")
        return None
    _show(parent, session, block, proposals, done)
    return None


def _read(
    text: str, criteria: Criteria, entries: Mapping[str, Entry], codes: Sequence[str]
) -> Read:
    """Return the cells of a text, where they belong and what they would change; values only."""
    cells = read_cells(text)
    block = place_block(cells, criteria, codes)
    return cells, block, propose_block(criteria, entries, block)


def _show_read(
    parent: QWidget,
    session: Session,
    criteria: Criteria,
    entries: Mapping[str, Entry],
    done: Callable[[int], object],
    read: Read,
) -> None:
    """Show a large block when it is read, unless another year or set is looked at by now."""
    cells, block, proposals = read
    if not cells or session.criteria != criteria:
        return
    now = session.result.entries
    if now != entries:
        proposals = propose_block(criteria, now, block)
    _show(parent, session, block, proposals, done)


def _fail(error: Exception) -> None:
    raise error


def _show(
    parent: QWidget,
    session: Session,
    block: Block,
    proposals: Sequence[Proposal],
    done: Callable[[int], object],
) -> None:
    changed = _changed(proposals)
    dialog = PreviewDialog("วางคะแนน", _preview(proposals, block), "วาง", parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: _put(session, changed, done))
    dialog.open()


def _changed(proposals: Sequence[Proposal]) -> dict[str, Entry | None]:
    return {proposal.code: proposal.after for proposal in proposals if proposal.changes}


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
