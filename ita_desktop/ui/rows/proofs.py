"""How many files prove what each row reports in a round."""

from ita_desktop.db.evidence import evidence_of
from ita_desktop.domain.evidence import round_of_code, row_of_code
from ita_desktop.domain.measures import Round
from ita_desktop.ui.session import Session


def proofs_of(session: Session, months: Round) -> dict[str, int]:
    """Return the number of files by row ("step:45") of the year looked at."""
    counts: dict[str, int] = {}
    for one in evidence_of(session.file, session.fiscal_year):
        row = row_of_code(one.code)
        if row is not None and round_of_code(one.code) == months:
            key = f"{row[0]}:{row[1]}"
            counts[key] = counts.get(key, 0) + 1
    return counts
