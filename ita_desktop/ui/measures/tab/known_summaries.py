"""What the list says of each topic, worked out again only where it changed."""

from collections.abc import Callable

from ita_desktop.domain.measures import Round, Topic
from ita_desktop.ui import today
from ita_desktop.ui.measures.tab.known_wordings import KnownWordings
from ita_desktop.ui.measures.tab.summary import Summary, summary_of
from ita_desktop.ui.session import Session


class KnownSummaries:
    """Summaries of a round on a day; round, office, wordings or day being others: ``forget``."""

    def __init__(
        self, session: Session, wordings: KnownWordings, months: Callable[[], Round]
    ) -> None:
        self._session, self._wordings, self._months = session, wordings, months
        self._known: dict[int, Summary] = {}
        self._day = today.today()

    @property
    def are_of_yesterday(self) -> bool:
        """Whether what is late was worked out on another day."""
        return self._day != today.today()

    def of(self, topic: Topic) -> Summary:
        """Return what is said of a topic."""
        known = self._known.get(topic.id)
        if known is None or known.topic is not topic:
            limits, texts = self._session.office.limits, self._wordings.texts
            known = summary_of(topic, self._months(), limits, texts, self._day)
            self._known[topic.id] = known
        return known

    def forget(self) -> None:
        """Work them out anew, as of today."""
        self._known.clear()
        self._day = today.today()
