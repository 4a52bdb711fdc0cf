"""When something was done, as the lists of the history say it."""

from datetime import datetime

from ita_desktop.thai.dates import format_date
from ita_desktop.ui import wording


def moment(at: datetime) -> str:
    """Return a moment in the clock of this machine: ๒๖ พ.ย. ๖๙ ๑๔:๓๒."""
    here = at.astimezone()
    return f"{format_date(here.date(), thai_digits=True, abbreviated=True)} {wording.clock(here)}"
