"""What the rows of the tree say: fixed parts, dimensions and sections, projects with their number.

A row has a key: "part:preface", "section:3", "project:28", and "also:28:3" for project 28 where it
also stands, under section 3.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.documents.plan_texts import TEXTS
from ita_desktop.domain.plan import Placed, Plan, Section, levels, section_numbers, section_title
from ita_desktop.domain.plan_headings import HEADINGS, empty_headings
from ita_desktop.domain.project import Project, ProjectKind
from ita_desktop.ui.rows.line import key_of

FRONT: Final = "part:front"
GOALS: Final = "part:goals"
ALSO: Final = "also"
_UNNAMED: Final = {Kind.SECTION: "หัวข้อที่ยังไม่มีชื่อ", Kind.PROJECT: "โครงการที่ยังไม่มีชื่อ"}
_BEGINS: Final = re.compile(r"[ก-ฮเ-ไ].")
"""What a word begins with: no mark, no figure."""
_QUOTES: Final = ("“", '"')
_AROUND: Final = ' “”"'
_KIND_WORDS: Final = tuple(kind.words for kind in ProjectKind if kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class TreeRow:
    """A row of the tree; ``depth`` 0 is outermost.

    ``number`` stands before its words. ``count`` of projects under a section, None of other rows.
    ``lacks`` are the headings that are empty, in words. ``quiet``: it has its place elsewhere.
    """

    key: str
    depth: int
    number: str = ""
    words: str
    whole: str = ""
    """What papers call it."""
    name: str = ""
    """Its own name, as it is typed."""
    count: int | None = None
    lacks: tuple[str, ...] = ()
    quiet: bool = False
    strong: bool = False

    @property
    def section(self) -> int:
        """The section that the row is, 0 where it is none."""
        return _number(self.key, Kind.SECTION)

    @property
    def project(self) -> int:
        """The project that the row is, also where it only also stands; 0 where it is none."""
        if self.key.startswith(f"{ALSO}:"):
            return int(self.key.split(":")[1])
        return _number(self.key, Kind.PROJECT)

    @property
    def part(self) -> str:
        """The fixed text that the row is; empty where it is none."""
        if self.key == FRONT:
            return next(iter(TEXTS))
        return self.key.removeprefix("part:") if self.key.startswith("part:") else ""

    @property
    def also_under(self) -> int:
        """The section that the project only also stands under; 0 where it is its own."""
        return int(self.key.split(":")[2]) if self.key.startswith(f"{ALSO}:") else 0


class RowMaker:
    """Remembers the rows of a project for as long as it is the same project in the same place."""

    def __init__(self) -> None:
        self._years: Sequence[int] = ()
        self._known: dict[tuple[int, int], tuple[Project, int, int, TreeRow]] = {}

    def rows(self, plan: Plan) -> list[TreeRow]:
        """Return the rows of a plan in the order of the tree, each above those inside it."""
        if plan.years != self._years:
            self._years, self._known = plan.years, {}
        return [*_parts(), *self._outline(plan)]

    def _outline(self, plan: Plan) -> Iterator[TreeRow]:
        on_paper, numbers = levels(plan), section_numbers(plan)
        standing, counts = _standing(plan), _counts(plan, on_paper)
        for section in plan.sections:
            depth = on_paper[section.id] - 1
            name = section.name or _UNNAMED[Kind.SECTION]
            number = numbers[section.id]
            title = section_title(section, number, depth + 1)
            yield TreeRow(
                key=key_of(Kind.SECTION, section.id),
                depth=depth,
                number=f"มิติที่ {number}" if not depth else number,
                words=name,
                whole=title,
                name=section.name,
                count=counts[section.id],
                strong=not depth,
            )
            for placed in standing[section.id]:
                yield self._row_of(placed, section, depth + 1)

    def _row_of(self, placed: Placed, section: Section, depth: int) -> TreeRow:
        """Return the row of a project under a section, its own or another."""
        project, number = placed.project, placed.number
        own = placed.section.id == section.id
        place = (project.id, 0 if own else section.id)
        known = self._known.get(place)
        if known is not None and known[0] is project and known[1:3] == (number, depth):
            return known[3]
        also = f"{ALSO}:{project.id}:{section.id}"
        empty = empty_headings(project, self._years) if own else ()
        row = TreeRow(
            key=key_of(Kind.PROJECT, project.id) if own else also,
            depth=depth,
            number=str(number),
            words=short_name(project),
            whole=project.name,
            name=project.name,
            lacks=tuple(HEADINGS[one] for one in empty),
            quiet=not own,
        )
        self._known[place] = (project, number, depth, row)
        return row


def short_name(project: Project) -> str:
    """Return a project's name without the word for its kind: จัดเวทีประชาคม."""
    for words in _KIND_WORDS:
        rest = project.name.removeprefix(words)
        bare = rest.strip(_AROUND)
        if rest != project.name and _BEGINS.match(bare):
            return bare if rest.strip()[:1] in _QUOTES else rest.strip()
    return project.name or _UNNAMED[Kind.PROJECT]


def _parts() -> Iterator[TreeRow]:
    """Give the fixed parts: all texts of the front under one row, the goals by themselves."""
    yield _part(FRONT, "ส่วนนำ", 0)
    for name, text in TEXTS.items():
        if part_key(name) != GOALS:
            yield _part(part_key(name), text.words, 1)
    yield _part(GOALS, "เป้าหมาย", 0)


def _part(key: str, words: str, depth: int) -> TreeRow:
    return TreeRow(key=key, depth=depth, words=words, whole=words, strong=not depth)


def part_key(name: str) -> str:
    """Return the row of a fixed text, by the name the file keeps it under."""
    return f"part:{name}"


def _standing(plan: Plan) -> Mapping[int, list[Placed]]:
    """Return by section the projects printed under it, in order."""
    found: dict[int, list[Placed]] = {one.id: [] for one in plan.sections}
    for one in plan.placed():
        for section in dict.fromkeys((one.section.id, *one.project.places)):
            if section in found:
                found[section].append(one)
    return found


def _counts(plan: Plan, on_paper: Mapping[int, int]) -> Mapping[int, int]:
    """Return by section how many projects it has, with those of all sections under it."""
    found: dict[int, int] = {}
    over: list[int] = []
    for section in plan.sections:
        over = [*over[: on_paper[section.id] - 1], section.id]
        found[section.id] = 0
        for one in over:
            found[one] += len(section.projects)
    return found


def _number(key: str, kind: Kind) -> int:
    name, _, number = key.partition(":")
    return int(number) if name == kind else 0
