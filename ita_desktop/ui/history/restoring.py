"""What was is written back, and old deeds go; each is announced by the session."""

from typing import TYPE_CHECKING

from ita_desktop.domain.score_entry import Entry
from ita_desktop.ui.session import Session
from ita_desktop.workflows import history
from ita_desktop.workflows.criteria.in_force import correct_text
from ita_desktop.workflows.scores.year_scores import put_entries, score_name

if TYPE_CHECKING:
    from ita_desktop.db.old_history import OldHistory


def restore_score(session: Session, code: str, entry: Entry | None) -> None:
    """Write a value of a score's history back; raises ClerkError or MachineError."""
    name = f"คืนค่าคะแนน {score_name(code)}"
    put_entries(session.file, session.fiscal_year, {code: entry}, name)
    session.refresh()


def restore_text(session: Session, code: str, text: str) -> None:
    """Write a wording of an item's history back; empty is the set's own. Raises likewise."""
    correct_text(session.file, session.fiscal_year, code, text, f"คืนข้อความข้อ {code}")
    session.refresh()


def bring_back(session: Session, number: int) -> int:
    """Write a row of the trash back and return how many came with it.

    Raises ClerkError where its place is taken or what it belongs to is gone, or MachineError.
    """
    rows = history.bring_back(session.file, number)
    session.refresh()
    return rows


def forget_history(session: Session, old: "OldHistory") -> bool:
    """Take old deeds off the record after a backup; False where the file could not shrink.

    Raises ClerkError or MachineError, with nothing forgotten.
    """
    shrunk = history.forget(session.file, old)
    session.refresh()
    return shrunk
