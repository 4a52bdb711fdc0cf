"""Rows of projects without a key: which project of the plan each is, and which rows are one."""

from collections.abc import Collection, Sequence

from ita_desktop.domain.plan import Placed
from ita_desktop.thai.text import fold
from ita_desktop.workflows.plans.project_drafts import ProjectDraft
from ita_desktop.workflows.plans.project_fields import is_dash


def match_by_name(drafts: Sequence[ProjectDraft], placed: Collection[Placed]) -> None:
    """Give drafts without a key the projects of the same name, each once in a table."""
    taken = {(one.table, one.number) for one in drafts if one.keyed}
    for draft in drafts:
        if draft.keyed or draft.also:
            continue
        name = fold(draft.name)
        named = [one for one in placed if fold(one.project.name) == name]
        order = draft.said["order"].text if "order" in draft.said else ""
        home = None if draft.section is None else draft.section.id
        named.sort(key=lambda one: (one.section.id != home, str(one.number) != fold(order)))
        for one in named:
            if (draft.table, one.project.id) not in taken:
                draft.number = one.project.id
                taken.add((draft.table, one.project.id))
                break


def join_rows(drafts: Sequence[ProjectDraft]) -> list[ProjectDraft]:
    """Return the drafts that are projects of their own; others say more of one before them."""
    first: dict[tuple[str, int], ProjectDraft] = {}
    own: list[ProjectDraft] = []
    for draft in drafts:
        name = fold(draft.name)
        if draft.number is not None:
            own.append(draft)
            first.setdefault((name, draft.table), draft)
            continue
        same = [one for (known, _), one in first.items() if known == name]
        if same and (draft.also or _only_stands(draft, same[-1])):
            _also_stand(same[-1], draft)
            continue
        if draft.also:
            continue
        first.setdefault((name, draft.table), draft)
        own.append(draft)
    return own


def _only_stands(draft: ProjectDraft, first: ProjectDraft) -> bool:
    """Say whether a row names a project of its own table again, under another section."""
    if draft.table != first.table or draft.section is None or draft.section is first.section:
        return False
    return not any(
        said.text and not is_dash(said.text)
        for name, said in draft.said.items()
        if name not in ("order", "name", "section", "note", "kind")
    )


def _also_stand(first: ProjectDraft, draft: ProjectDraft) -> None:
    section = draft.section
    if section is not None and section is not first.section and section not in first.places:
        first.places.append(section)
