"""What the list says of a topic: its codes, its lowest score, how many steps are ended or late."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ita_desktop.domain.bands import Band, BandLimits
from ita_desktop.domain.due import Due, due_of
from ita_desktop.domain.measures import Round, Topic, TopicItem, steps_or_whole, topic_band
from ita_desktop.ui.measures.lines import finished

Wordings = Mapping[tuple[int, str], str]
NO_NAME = "ยังไม่มีชื่อประเด็น"


@dataclass(frozen=True, slots=True)
class Summary:
    """One topic as the list shows it; ``done`` of ``total`` steps are ended."""

    topic: Topic
    codes: str
    title: str
    score: Decimal | None
    band: Band | None
    done: int
    total: int
    late: int


def summary_of(
    topic: Topic, months: Round, limits: BandLimits, wordings: Wordings, today: date
) -> Summary:
    """Return what is said of a topic in a round's report on the day ``today``."""
    counts = [finished(measure, months) for measure in topic.measures]
    late = sum(
        due_of(measure, step, topic.fiscal_year, today) is Due.LATE
        for measure in topic.measures
        for step in steps_or_whole(measure)
    )
    return Summary(
        topic,
        " ".join(item.code for item in topic.items if item.code),
        title_of(topic, wordings),
        topic.lowest_score,
        topic_band(topic, limits),
        sum(done for done, _ in counts),
        sum(total for _, total in counts),
        late,
    )


def title_of(topic: Topic, wordings: Wordings) -> str:
    """Return what a topic is called: by its own title, else by the wording of its items."""
    if topic.title:
        return topic.title
    words = [text for item in topic.items if (text := wording_of(item, wordings))]
    more = f" และอีก {len(words) - 1} ข้อ" if len(words) > 1 else ""
    return f"{words[0]}{more}" if words else NO_NAME


def wording_of(item: TopicItem, wordings: Wordings) -> str:
    """Return the wording of an item: its own, else that of its criteria."""
    return item.text or wordings.get((item.criteria_year, item.code), "")
