"""What stands in the cells of a table of measures: items, measures and steps in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ita_desktop.documents.layout import EXTRA, Layout
from ita_desktop.documents.model import Number
from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.domain.measures import (
    Measure,
    Round,
    State,
    Step,
    StepResult,
    Topic,
    TopicItem,
    instrument_of,
)
from ita_desktop.domain.numbered import list_markers, marked, without_marker

Content = str | Number

_OWN_FIELDS = frozenset({"units", "period", "follow_up"})
_REPORTED = frozenset({"result", "problem", "suggestion", "outcome"})
_NOTHING = StepResult()


@dataclass(frozen=True, slots=True)
class Wording:
    """How a layout words what it prints in a round, with the criteria that items name."""

    layout: Layout
    months: Round
    criteria: Mapping[int, Criteria]

    def item_of(self, item: TopicItem) -> Item | None:
        """Return the item of the criteria that a topic's item names, None where none is known."""
        criteria = self.criteria.get(item.criteria_year)
        return criteria.item_by_code.get(item.code) if criteria is not None else None

    def item(self, item: TopicItem) -> str:
        """Return an item as printed: "ข้อ i7 ท่านรู้..."; the criteria's wording if it has none."""
        known = None if item.text else self.item_of(item)
        text = known.text if known is not None else item.text
        return " ".join(part for part in (self.code(item.code), text) if part)

    def code(self, code: str) -> str:
        """Return the code of an item as the layout prints it, "" for free words."""
        if not code:
            return ""
        return self.layout.code_prefix + (code.upper() if self.layout.capital_codes else code)

    def topic(self, topic: Topic, items: Sequence[TopicItem] | None = None) -> str:
        """Return the cell of a topic, a paragraph each; with ``items`` only these of its items."""
        chosen = topic.items if items is None else items
        lines = [self.item(item) for item in chosen]
        if not chosen or chosen[0] == topic.items[0]:
            lines = [topic.heading, topic.title, *lines]
        return "\n".join(line for line in lines if line)

    def measure(self, topic: Topic, measure: Measure, number: int) -> str:
        """Return a measure with its number and instrument; one without words is its topic's."""
        text = measure.text or topic.title or "\n".join(self.item(item) for item in topic.items)
        usual = "{n}. " if self.layout.number_measures else ""
        text = marked(measure.marker or usual, number, text)
        return self._tagged(topic, text)

    def measure_and_steps(self, topic: Topic, measure: Measure, number: int) -> str:
        """Return a measure and under it its steps; without either it is called by its topic."""
        steps = self.steps(measure)
        if not measure.text and not steps and "topic" not in self.layout.sources:
            return self.measure(topic, measure, number)
        lead = measure.text
        if lead and (self.layout.number_measures or not measure.steps):
            usual = "{n}. " if self.layout.number_measures else ""
            lead = marked(measure.marker or usual, number, lead)
        return "\n".join(line for line in (self._tagged(topic, lead), steps) if line)

    def _tagged(self, topic: Topic, text: str) -> str:
        tag = f"({instrument_of(topic)})"
        if not self.layout.tag_instrument or not text or tag == "()" or text.endswith(tag):
            return text
        return f"{text} {tag}"

    def steps(self, measure: Measure) -> str:
        """Return all steps of a measure, each with its number as a paragraph."""
        return "\n".join(line for line in self.step_lines(measure) if line)

    def step_lines(self, measure: Measure) -> tuple[str, ...]:
        """Return each step of a measure with its number or dash; empty for one without words."""
        markers = list_markers([step.marker for step in measure.steps])
        return tuple(
            marked(marker, number, step.text) if step.text else ""
            for number, (marker, step) in enumerate(
                zip(markers, measure.steps, strict=True), start=1
            )
        )

    def own(self, source: str, row: Measure | Step) -> Content:
        """Return what a measure or a step says itself of a column; "" where nothing."""
        if source in _OWN_FIELDS:
            return str(getattr(row, source))
        result = row.results.get(self.months, _NOTHING)
        if source == "state":
            return result.state.words if result.state is not State.UNTOLD else ""
        if source == "percent":
            return "" if result.percent is None else Number(Decimal(result.percent), 0)
        if source in _REPORTED:
            return str(getattr(result, source))
        return row.extra.get(source.removeprefix(EXTRA), "")

    def told(self, source: str, measure: Measure) -> Content:
        """Return what a measure and its steps say of a column, in one cell.

        What the measure says for all stands first. The steps' own follow: of units and periods
        each line once, other words numbered as their steps are.
        """
        whole = self.own(source, measure)
        each = [self.own(source, step) for step in measure.steps]
        said = [one for one in each if one != ""]
        if not said:
            return whole
        if all(one == said[0] for one in said) and (
            whole == said[0] or (whole == "" and len(said) == len(each))
        ):
            return said[0]
        if source in {"units", "period"}:
            return unlike(line for one in (whole, *said) for line in str(one).split("\n"))
        markers = list_markers([step.marker for step in measure.steps])
        lines = [_words(whole)] if whole != "" else []
        for number, (marker, one) in enumerate(zip(markers, each, strict=True), start=1):
            words = _words(one)
            if words:
                lines.append(words if without_marker(words)[0] else marked(marker, number, words))
        return "\n".join(lines)

    def scores(self, items: Sequence[TopicItem]) -> Content:
        """Return the score of an item as typed, a figure; of several items one a line."""
        known = [(item, item.score) for item in items if item.score is not None]
        if len(items) == 1 and known:
            return figure(known[0][1])
        return "\n".join(f"{self.code(item.code)} {score}".strip() for item, score in known)


def figure(score: Decimal) -> Number:
    """Return a score with the decimals it was typed with: 0, 79.01."""
    exponent = score.as_tuple().exponent
    return Number(score, max(0, -exponent) if isinstance(exponent, int) else 0)


def unlike(texts: Iterable[str]) -> str:
    """Return the texts a paragraph each, each once, without empty ones."""
    return "\n".join(dict.fromkeys(text for text in texts if text))


def _words(content: Content) -> str:
    return f"{content.value:f}" if isinstance(content, Number) else content
