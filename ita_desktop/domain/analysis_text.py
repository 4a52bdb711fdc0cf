"""A text of the analysis report that the office edited, and whether the data moved on since."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisText:
    """An edited text of a year's report, known by its name.

    ``text`` is a template with places that data fills. ``frozen`` is printed in its stead, as it
    was when it was frozen or was edited since; ``basis`` is what the template said then. Both are
    empty of a text that follows the data.
    """

    name: str
    text: str
    frozen: str = ""
    basis: str = ""

    @property
    def is_frozen(self) -> bool:
        """Whether it stays as it is when the data change."""
        return bool(self.frozen)

    def is_outdated(self, filled: str) -> bool:
        """Say whether the data moved on: ``filled`` is what the template says now."""
        return self.is_frozen and self.basis != filled
