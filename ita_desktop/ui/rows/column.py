"""A column of a grid."""

from dataclasses import dataclass
from typing import Final

from ita_desktop.documents.layout import EXTRA
from ita_desktop.workflows.rows.deeds import is_of_round

NUMBER: Final = "number"
EVIDENCE: Final = "evidence"
SCORE: Final = "score_of_level"
"""The product of likelihood and impact."""
LINK: Final = "link"
"""What a row is tied to: it is chosen, not typed."""
_NOT_TYPED: Final = frozenset({NUMBER, EVIDENCE, SCORE, LINK})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the field it shows (as the data name it), its head, and how wide it is.

    ``least``: what it can do with on a narrow window. ``share``: it takes part in the room that is
    left. ``may_hide``: the clerk chooses whether she sees it. ``figures``: they stand on the right.
    """

    field: str
    head: str
    width: int
    least: int
    share: int = 0
    may_hide: bool = False
    figures: bool = False

    @property
    def free(self) -> str:
        """The name of the office's free column that it shows; empty where it is none."""
        return self.field.removeprefix(EXTRA) if self.field.startswith(EXTRA) else ""

    @property
    def of_round(self) -> bool:
        """Whether each round has a value of its own."""
        return is_of_round(self.field)

    @property
    def typed(self) -> bool:
        """Whether it is typed into."""
        return self.field not in _NOT_TYPED
