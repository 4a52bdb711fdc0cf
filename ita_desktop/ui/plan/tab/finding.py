"""Seeking a text in all that is written in the plan."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.db.rows import Kind
from ita_desktop.documents.plan_texts import TEXTS, template_of
from ita_desktop.domain.plan import Goal, Plan
from ita_desktop.domain.plan_period import period_words
from ita_desktop.domain.project import Project
from ita_desktop.thai.text import fold
from ita_desktop.ui.plan.tab.rows import FRONT, GOALS, part_key
from ita_desktop.ui.rows.line import key_of

_LATER_MS: Final = 400
_BETWEEN_MS: Final = 10
_AT_ONCE: Final = 8


class Finder:
    """Remembers the folded words of a plan; of another one it folds only other projects anew."""

    def __init__(self) -> None:
        self._plan: Plan | None = None
        self._known: list[tuple[str, str]] = []
        self._projects: dict[int, tuple[Project, str]] = {}

    def rows(self, plan: Plan, text: str) -> list[str]:
        """Return the rows ("project:28") that hold a text, in order; Thai digits equal Arabic."""
        needle = fold(text)
        if not needle:
            return []
        if plan is not self._plan:
            self._plan, self._known = plan, [*self._words(plan)]
        return [key for key, words in self._known if needle in words]

    def fold_some(self, plan: Plan, most: int) -> bool:
        """Fold the words of up to ``most`` projects ahead; say whether some are left."""
        for section in plan.sections:
            for project in section.projects:
                known = self._projects.get(project.id)
                if known is None or known[0] is not project:
                    if not most:
                        return True
                    self._projects[project.id] = (project, _of_project(project))
                    most -= 1
        return False

    def _words(self, plan: Plan) -> Iterator[tuple[str, str]]:
        yield FRONT, fold(plan.title)
        for name in TEXTS:
            goals = map(_of_goal, plan.goals if part_key(name) == GOALS else ())
            yield part_key(name), fold("\t".join([template_of(plan, name), *goals]))
        for section in plan.sections:
            yield key_of(Kind.SECTION, section.id), fold(section.name)
            for project in section.projects:
                known = self._projects.get(project.id)
                if known is None or known[0] is not project:
                    known = self._projects[project.id] = (project, _of_project(project))
                yield key_of(Kind.PROJECT, project.id), known[1]


class FoldsAhead(QObject):
    """Folds a plan's words while the window has time, so that the first letter need not wait."""

    done = Signal()
    """All words are folded; the window still has time."""

    def __init__(self, finder: Finder, parent: QObject) -> None:
        super().__init__(parent)
        self._finder = finder
        self._plan: Plan | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)

    def begin(self, plan: Plan) -> None:
        """Fold this plan, a moment later and a few projects at a time."""
        self._plan = plan
        self._timer.start(_LATER_MS)

    def _go_on(self) -> None:
        if self._plan is not None and self._finder.fold_some(self._plan, _AT_ONCE):
            self._timer.start(_BETWEEN_MS)
        else:
            self.done.emit()


def _of_goal(goal: Goal) -> str:
    return "\t".join([goal.text, *goal.aims.values()])


def _of_project(one: Project) -> str:
    money = (str(year.amount) for year in one.years.values() if year.amount is not None)
    reports = (
        f"{report.state.words}\t{report.result}\t{report.problem}\t{report.suggestion}"
        f"\t{report.reason_text}\t{report.note}"
        for report in one.results.values()
    )
    texts = (
        *(one.kind.words, one.name, one.rationale, one.objectives, one.target, one.steps),
        *(period_words(one), one.source, one.units, one.outputs, one.outcomes, one.note),
        "" if one.amount is None else str(one.amount),
    )
    return fold("\t".join([*texts, *money, *reports]))
