"""What a topic, a measure and a step are called on one line, in lists and sentences."""

from ita_desktop.domain.measures import Measure, Step, Topic
from ita_desktop.domain.nameless import TEXTLESS
from ita_desktop.thai.text import one_line


def topic_name(topic: Topic) -> str:
    """Return the title of a topic, else the codes of its items, else their words.

    One without items, as from a paper of measures alone (seed 002), is called by its first measure.
    """
    texts = (one_line(measure.text) for measure in topic.measures)
    return _own_name(topic) or next(filter(None, texts), TEXTLESS)


def measure_name(topic: Topic, measure: Measure) -> str:
    """Return the text of a measure; one without text is called by its topic."""
    return one_line(measure.text) or _own_name(topic) or TEXTLESS


def step_name(topic: Topic, measure: Measure, step: Step | None) -> str:
    """Return the text of a step; None, the measure as a whole, is called by the measure."""
    return (one_line(step.text) if step is not None else "") or measure_name(topic, measure)


def _own_name(topic: Topic) -> str:
    codes = ", ".join(item.code for item in topic.items if item.code)
    words = ", ".join(one_line(item.text) for item in topic.items if item.text)
    return one_line(topic.title) or codes or words
