"""The wordings of the criteria that topics are about."""

from collections.abc import Iterable

from ita_desktop.errors import ClerkError
from ita_desktop.ui.session import Session
from ita_desktop.workflows.criteria.in_force import criteria_of


class KnownWordings:
    """``texts`` by criteria year and code; one that was not checked says (ร่าง)."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._years: set[int] = set()
        self.texts: dict[tuple[int, str], str] = {}

    def forget(self) -> None:
        """Criteria changed: they are read anew."""
        self._years.clear()
        self.texts = {}

    def learn(self, years: Iterable[int]) -> None:
        """Learn the wordings of these criteria years; a year without criteria has none."""
        for year in {*years} - self._years:
            self._years.add(year)
            try:
                criteria = criteria_of(self._session.file, year)
            except ClerkError:
                continue
            for item in criteria.items:
                self.texts[year, item.code] = f"{item.text}{item.draft_mark}"
