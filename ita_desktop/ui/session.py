"""The open data file as the window sees it: named verbs in, past facts out.

Every verb writes at once (there is no Save button); what it changed is told by a signal, and pages
refresh those rows. The connection never leaves the GUI thread.
"""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from ita_desktop.db import scores as score_table
from ita_desktop.db.change_log import Deed
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import load_mark
from ita_desktop.db.schema import (
    ANALYSIS_TABLES,
    ANNOUNCEMENT_TABLES,
    DISCLOSURE_TABLES,
    MEASURE_TABLES,
    PAPER_TABLES,
    PLAN_TABLES,
)
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.office import Office
from ita_desktop.domain.score_entry import Entry
from ita_desktop.domain.scores import YearResult
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.kept import REGISTER_TABLES, Kept, has_scores
from ita_desktop.ui.plan_choice import PlanChoice
from ita_desktop.ui.turning import turn_to
from ita_desktop.workflows.criteria import in_force as criteria_work
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.scores import year_scores as score_work

if TYPE_CHECKING:
    from ita_desktop.db.plans import PlanYears
    from ita_desktop.domain.disclosure import Disclosure
    from ita_desktop.domain.measures import Tracker
    from ita_desktop.domain.plan import Plan
    from ita_desktop.domain.risks import Register

T = TypeVar("T")
_CRITERIA = frozenset({"criteria_set", "item_text"})
_OFFICE = frozenset({"office", "unit", "mark"})
_ALL = frozenset[str]().union(
    *(_CRITERIA, _OFFICE, {"fiscal_year", "score"}, MEASURE_TABLES, REGISTER_TABLES, PLAN_TABLES),
    *(DISCLOSURE_TABLES, ANALYSIS_TABLES, ANNOUNCEMENT_TABLES, PAPER_TABLES),
)


class Session(QObject):
    """One open file, one fiscal year looked at."""

    scores_changed = Signal()
    """Scores of the year looked at, or what follows from them, changed."""
    criteria_changed = Signal()
    """Items or texts of the year looked at changed."""
    measures_changed = Signal()
    """Measures, their reports or the calendar of the year looked at changed."""
    risks_changed = Signal()
    """Risks, their method or areas, or what was reported of them changed."""
    plan_changed = Signal()
    """The plan looked at, or its reports, changed; another was chosen; or plans came or went."""
    disclosure_changed = Signal()
    """What is known of OIT items changed."""
    analysis_changed = Signal()
    """Texts of the analysis report changed."""
    announcements_changed = Signal()
    """Announcements, drafts or issued ones, changed."""
    layouts_changed = Signal()
    """Layouts, edited texts of papers or the office's suggestions changed."""
    year_changed = Signal(int)
    """Another fiscal year is looked at."""
    years_changed = Signal()
    """A fiscal year came or went."""
    office_changed = Signal()
    saved = Signal(datetime)
    """A deed was committed."""
    refused = Signal(str)
    """The machine did not let a deed be written (disk full, file held): one Thai sentence."""
    leaving = Signal()
    """Year, file or state is about to be left: what is being typed still belongs to it."""
    reverted = Signal(str)
    """Undo or redo wrote this score code of the year looked at."""
    measure_reverted = Signal(int, str)
    """Undo or redo wrote measures of the year looked at: the topic, and a row of it ("step:45")."""
    risk_reverted = Signal(str)
    """Undo or redo wrote this row of the register of the year looked at ("risk:12")."""
    plan_reverted = Signal(str)
    """Undo or redo wrote this row of the plan looked at ("project:28")."""

    disclosure_reverted = Signal(str)
    """Undo or redo wrote the OIT item of the year looked at that has this code."""

    def __init__(self, file: DataFile, fiscal_year: int | None = None) -> None:
        super().__init__()
        self._file = file
        self.is_open = True
        """Whether the file can be asked. What was begun beside the work may end after it was left,
        while the widgets of the file are still there."""
        self.office = office_of(file)
        self._kept = Kept(file)
        self._stays = False
        self.plan_choice = PlanChoice(self._kept)
        """Which plan is looked at."""
        self._latest = file.latest_deed()
        self._version = file.data_version()
        if not self.years:
            self._begin()
        years = self.years
        self.fiscal_year = fiscal_year if fiscal_year in years else (years or (0,))[-1]
        self.plan_choice.look_at(self.fiscal_year)

    @property
    def file(self) -> DataFile:
        """The open data file, for reading and for workflows."""
        return self._file

    @property
    def path(self) -> Path:
        """Where the data file is."""
        return self._file.path

    @property
    def years(self) -> tuple[int, ...]:
        """Fiscal years of the file, oldest first."""
        return self._kept.years

    @property
    def mark(self) -> bytes:
        """The picture of the office's mark as PNG, empty where there is none."""
        return load_mark(self._file)

    @property
    def criteria(self) -> Criteria:
        """Criteria of the year looked at."""
        return self.result.criteria

    @property
    def result(self) -> YearResult:
        """Scores of the year looked at and all that follows."""
        return self.result_of(self.fiscal_year)

    @property
    def last_year(self) -> YearResult | None:
        """The year before, where the file has it."""
        before = self.fiscal_year - 1
        return self.result_of(before) if before in self.years else None

    def result_of(self, fiscal_year: int) -> YearResult:
        """Return a year's result; kept until something changes."""
        return self._kept.result_of(fiscal_year)

    @property
    def tracker(self) -> "Tracker":
        """Measures of the year looked at; kept until something changes."""
        return self._kept.tracker(self.fiscal_year)

    @property
    def register(self) -> "Register":
        """Risks of the year looked at; kept until something changes."""
        return self._kept.register(self.fiscal_year)

    @property
    def disclosure(self) -> "Disclosure":
        """OIT items of the year looked at, as far as anything is known; kept until it changes."""
        return self._kept.disclosure(self.fiscal_year)

    @property
    def plan(self) -> "Plan | None":
        """The plan that was chosen, else the one of the year; kept until it changes."""
        return self.plan_choice.plan

    @property
    def plan_of_year(self) -> "Plan | None":
        """The plan that covers the year looked at, None where none does."""
        return self.plan_choice.of_year

    @property
    def plans(self) -> "tuple[PlanYears, ...]":
        """The plans of the file, the oldest first."""
        return self._kept.plans()

    def choose_plan(self, number: int | None) -> bool:
        """Look at a plan of the file, also one that no year of the file is covered by.

        None goes back to that of the year, as another year does. False where there is no such plan,
        or typing has to be mended first.
        """
        if not self.plan_choice.is_there(number):
            return False
        if self.plan_choice.turns_with(number):
            if not self.leave():
                return False
            self.plan_choice.choose(number)
            self.plan_changed.emit()
        return True

    def do(self, deed: Callable[[DataFile], T]) -> T | None:
        """Let a workflow write through the file and announce what it changed.

        What the machine or a rule refuses is told by ``refused``; then None, and nothing changed.
        """
        return self._write(lambda: deed(self._file))

    def select_year(self, fiscal_year: int) -> None:
        """Look at another fiscal year of the file."""
        if fiscal_year != self.fiscal_year and fiscal_year in self.years and self.leave():
            self._look_at(fiscal_year)

    def _look_at(self, fiscal_year: int) -> None:
        self.fiscal_year = fiscal_year
        self.plan_choice.look_at(fiscal_year)
        self.year_changed.emit(fiscal_year)

    def add_year(self, fiscal_year: int) -> None:
        """Add a fiscal year and look at it. Raises ClerkError where there are no criteria."""
        criteria_work.criteria_of(self._file, fiscal_year)

        def add() -> None:
            with self._file.deed(f"เพิ่มปีงบประมาณ {fiscal_year}"):
                score_table.add_fiscal_year(self._file, fiscal_year)

        self._write(add)
        self.select_year(fiscal_year)

    def set_score(self, code: str, text: str) -> None:
        """Write a score as typed; empty takes it away. Raises ClerkError, the old one stays."""
        score_work.enter_score(self._file, self.criteria, code, text)
        self._told()

    def put_scores(self, entries: Mapping[str, Entry | None], deed: str) -> None:
        """Write many scores as one deed."""
        year = self.fiscal_year
        self._write(lambda: score_work.put_entries(self._file, year, entries, deed))

    def correct_text(self, code: str, text: str) -> None:
        """Keep the office's own wording of an item; empty goes back to the set's."""
        criteria_work.correct_text(self._file, self.fiscal_year, code, text)
        self._told()

    def set_office(self, office: Office, mark: bytes | None = None) -> None:
        """Write the office's names, units and limits, and its mark where one is given.

        ``mark``: a PNG; empty takes it away.
        """
        from ita_desktop.workflows.office import put_office  # noqa: PLC0415 - seldom

        self._write(lambda: put_office(self._file, office, mark))

    def refresh(self) -> bool:
        """Tell everybody what a workflow just wrote through ``file``; False for nothing."""
        return self._told()

    def look_again(self) -> None:
        """Take up what another window wrote to the same file meanwhile.

        What is being typed is taken first; where that is refused nothing else changes under it, and
        the next look takes up the rest. Raises what reading raises.
        """
        version = self._file.data_version()
        if version == self._version or not self.leave():
            return
        self._kept.forget_all()
        self.plan_choice.forget_gone()
        self._latest = self._file.latest_deed()
        self._version = version
        self._announce(_ALL)

    def next_undo(self) -> Deed | None:
        """Return what undo would take back."""
        return self._file.next_undo()

    def next_redo(self) -> Deed | None:
        """Return what redo would do again."""
        return self._file.next_redo()

    def undo(self) -> Deed | None:
        """Take back the last deed; what is being typed is the last one."""
        return self._revert(self._file.undo) if self.leave() and self.next_undo() else None

    def redo(self) -> Deed | None:
        """Do the last undone deed again."""
        return self._revert(self._file.redo) if self.leave() and self.next_redo() else None

    def undo_to(self, first: int) -> tuple[Deed, ...] | None:
        """Take back all deeds from the newest down to number ``first``, or none of them.

        Returns them; None where it was refused, which is told.
        """
        return self._write(lambda: self._file.undo_to(first)) if self.leave() else None

    def redo_to(self, last: int) -> tuple[Deed, ...] | None:
        """Do the undone deeds up to number ``last`` again; as ``undo_to``."""
        return self._write(lambda: self._file.redo_to(last)) if self.leave() else None

    def leave(self) -> bool:
        """Take what is being typed; False where it was refused, then nothing may be left."""
        self._stays = False
        self.leaving.emit()
        return not self._stays

    def stay(self) -> None:
        """Say that what is being typed was refused."""
        self._stays = True

    def close(self) -> None:
        """Close the data file; ``leave`` comes before."""
        self.is_open = False
        self._file.close()

    def _revert(self, turn: Callable[[], Deed | None]) -> Deed | None:
        """Undo or redo, then turn to what came back: its year and its row."""
        deed = self._write(turn)
        if deed is not None:
            turn_to(self, self._file.last_changes())
        return deed

    def _begin(self) -> None:
        """Begin with the present year: a file made on the command line has none to look at."""
        why, self._file.read_only = self._file.read_only, ""  # what is only read is our own copy
        try:
            with self._file.deed("เริ่มไฟล์ใหม่", undoable=False):
                score_table.add_fiscal_year(self._file, criteria_work.present_year(self._file))
        finally:
            self._file.read_only = why
        self._latest = self._file.latest_deed()
        self._kept.forget_all()

    def _write(self, deed: Callable[[], T]) -> T | None:
        """Do a deed and announce it; what the machine refuses is told and nothing has changed."""
        try:
            done = deed()
        except (ClerkError, MachineError) as refusal:
            note_machine_error(refusal)
            self.refused.emit(str(refusal))
            return None
        self._told()
        return done

    def _told(self) -> bool:
        """Announce what the newest deed changed; False where there is no new one."""
        newest = self._file.latest_deed()
        if newest == self._latest:
            return False
        tables = self._file.tables_since(self._latest)
        touched = self._kept.touches_register(tables)
        self._kept.forget(tables, self._latest)
        self.plan_choice.forget_gone()
        self._latest = newest
        self._announce(tables, register=touched)
        self.saved.emit(datetime.now().astimezone())
        return True

    def _announce(self, tables: Collection[str], *, register: bool = False) -> None:
        """Tell everybody what was written; ``register``: the risks say something else."""
        if _OFFICE.intersection(tables):
            self.office = office_of(self._file)
            self.office_changed.emit()
        if "fiscal_year" in tables:
            self._tell_years()
        if has_scores(tables):
            if _CRITERIA.intersection(tables):
                self.criteria_changed.emit()
            self.scores_changed.emit()
        for of_signal, signal in (
            (MEASURE_TABLES, self.measures_changed),
            (REGISTER_TABLES, self.risks_changed),
            (PLAN_TABLES, self.plan_changed),
            (DISCLOSURE_TABLES, self.disclosure_changed),
            (ANALYSIS_TABLES, self.analysis_changed),
            (ANNOUNCEMENT_TABLES, self.announcements_changed),
            (PAPER_TABLES, self.layouts_changed),
        ):
            if of_signal.intersection(tables) or (register and of_signal is REGISTER_TABLES):
                signal.emit()

    def _tell_years(self) -> None:
        """Say that fiscal years came or went; where the one looked at went, look at the last."""
        if self.fiscal_year not in self.years:
            self._look_at((self.years or (0,))[-1])
        self.years_changed.emit()
