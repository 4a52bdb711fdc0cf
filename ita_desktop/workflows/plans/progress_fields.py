"""What a cell of a report says: which fields it is about, and what each keeps."""

from collections.abc import Iterator, Mapping
from typing import Final

from ita_desktop.documents.plan_progress import IN_ORDINANCE
from ita_desktop.domain.plan import Placed
from ita_desktop.domain.plan_entry import parse_reason, parse_state
from ita_desktop.domain.project import ProjectResult, ProjectState, Reason
from ita_desktop.errors import ClerkError
from ita_desktop.thai.money import NO_BUDGET
from ita_desktop.thai.text import fold

WANTED: Final[Mapping[str, str]] = {
    "state": ", ".join(one.words for one in ProjectState if one),
    "planned": "จำนวนเงินเป็นบาท เช่น 20,000 หรือ ไม่ใช้งบประมาณ",
    "granted": "จำนวนเงินเป็นบาท เช่น 20,000 หรือ บรรจุแล้ว",
    "spent": "จำนวนเงินเป็นบาท เช่น 18,750.50",
}
"""What may stand in cells of fields that are more than a text."""


def result_fields(name: str, text: str, one: Placed) -> Iterator[tuple[str, str]]:
    """Give the fields that a cell is about, each with its text. Raises ClerkError."""
    if name == "state":
        yield from _state(text)
    elif name == "granted" and fold(text) == fold(IN_ORDINANCE):
        yield "in_ordinance", "1"
    elif fold(text) == fold(NO_BUDGET):
        if not one.project.no_budget:
            yield from ((money, "0") for money in ("planned", "granted", "spent"))
    else:
        yield name, text


def _state(text: str) -> Iterator[tuple[str, str]]:
    """Give the state of a cell, and the reason that stands in brackets behind it."""
    words, _, rest = text.partition("(")
    why = rest.strip().removesuffix(")").strip()
    state = parse_state(words)
    yield "state", state.words if state else ""
    if state is not ProjectState.IMPOSSIBLE:
        return
    try:
        reason = parse_reason(why)
    except ClerkError:
        reason = Reason.OTHER
    yield "reason", reason.words
    yield "reason_text", why if reason is Reason.OTHER and fold(why) != fold(reason.words) else ""


def kept_text(result: ProjectResult, name: str) -> str:
    """Return a field of a report as a cell would say it; empty where nothing was told."""
    value = getattr(result, name)
    if name == "state":
        return result.state.words if result.state else ""
    if name == "reason":
        return result.reason.words
    if isinstance(value, bool):
        return "1" if value else ""
    return "" if value is None else str(value)
