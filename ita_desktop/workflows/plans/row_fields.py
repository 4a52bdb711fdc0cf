"""The fields that a row of a project without a key fills, its money among them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ita_desktop.errors import ClerkError
from ita_desktop.workflows.plans.import_outline import outside_words
from ita_desktop.workflows.plans.project_drafts import ProjectDraft
from ita_desktop.workflows.plans.project_fields import (
    WORDS_DIFFER,
    filled,
    is_dash,
    is_no_budget,
    money_of_cell,
    words_differ,
)
from ita_desktop.workflows.rows.book import RowBook
from ita_desktop.workflows.rows.sheet_drafts import Said

UNDIVIDED: Final = "งบประมาณไม่ได้แยกรายปี จึงเก็บไว้เป็นยอดเดียวของโครงการ"
SHARED: Final = "งบประมาณอยู่ในเซลล์เดียวกับโครงการในแถวบน จึงนับที่โครงการแรก กรุณาตรวจ"
_NOT_FIELDS: Final = frozenset({"order", "section"})


def fields_of(
    draft: ProjectDraft, years: Sequence[int], book: RowBook, known: Mapping[str, str]
) -> dict[str, Said]:
    """Return the fields that a row without a key fills, with what is odd told to the book.

    ``known``: those of its project as they stand.
    """
    texts: dict[str, Said] = {}
    for name, said in draft.said.items():
        column, _, year = name.partition(":")
        if name in _NOT_FIELDS or not said.text or column == "amount":
            continue
        if (said.covered and draft.ours) or (is_dash(said.text) and not draft.ours):
            continue  # in other offices' sheets one unit is merged over its projects
        if year and int(year) not in years:
            book.warn(said, outside_words(years))
            continue
        if name == "name":
            texts[name] = replace(said, text=draft.name)
            continue
        for one, text in _one(name, said, years, draft, book).items():
            if text or one not in texts:
                texts[one] = replace(said, text=text)
    texts |= _money(draft, years, book, _running(texts, years), known)
    return texts


def _one(
    name: str, said: Said, years: Sequence[int], draft: ProjectDraft, book: RowBook
) -> dict[str, str]:
    try:
        result = filled(name, said.text, years, ours=draft.ours)
    except ClerkError as refusal:
        book.error(said, refusal.wanted or str(refusal))
        return {}
    for words in result.warnings:
        book.warn(said, words)
    return result.fields


def _running(texts: Mapping[str, Said], years: Sequence[int]) -> tuple[int, ...]:
    return tuple(
        year
        for year in years
        if any(texts[one].text for one in (f"runs:{year}", f"quarters:{year}") if one in texts)
    )


def _money(
    draft: ProjectDraft,
    years: Sequence[int],
    book: RowBook,
    running: Sequence[int],
    known: Mapping[str, str],
) -> dict[str, Said]:
    """Return the money of a row: by year, in one amount, or that none is used."""
    found: dict[str, Said] = {}
    none: list[Said] = []
    own = _own_money(draft, book)
    whole = own.pop("amount", None)
    for name, said in own.items():
        year = name.partition(":")[2]
        if is_dash(said.text):
            continue
        if int(year) not in years:
            book.warn(said, outside_words(years))
        elif name in draft.spans and len(draft.spans[name]) > 1:
            whole = said
        elif is_no_budget(said.text):
            none.append(said)
        elif (amount := _baht(said, book)) is not None:
            found[name] = replace(said, text=f"{amount:f}")
    if whole is None:
        if none and not any(Decimal(one.text) for one in found.values()):
            found["no_budget"] = replace(none[0], text="1")
        elif none:
            by_address = {said.address: name for name, said in draft.said.items()}
            found |= {by_address[one.address]: replace(one, text="0") for one in none}
        return found
    return found | _whole(whole, found, years, running, draft, book, known)


def _own_money(draft: ProjectDraft, book: RowBook) -> dict[str, Said]:
    """Return the cells of money that are the row's; an amount merged over rows is the first's."""
    own: dict[str, Said] = {}
    for name, said in draft.said.items():
        if name.partition(":")[0] != "amount" or not said.text:
            continue
        if said.covered and not (is_dash(said.text) or is_no_budget(said.text)):
            book.warn(replace(said, address=draft.address), SHARED)
        else:
            own[name] = said
    return own


def _whole(
    said: Said,
    by_year: Mapping[str, Said],
    years: Sequence[int],
    running: Sequence[int],
    draft: ProjectDraft,
    book: RowBook,
    known: Mapping[str, str],
) -> dict[str, Said]:
    if is_dash(said.text):
        return {} if by_year else {"no_budget": replace(said, text="1")}
    fields = _one("amount", said, running or years, draft, book)
    if fields.pop("each", ""):
        return {name: replace(said, text=text) for name, text in fields.items()}
    amount = fields.get("amount", "")
    if by_year and amount:
        total = sum(Decimal(one.text) for one in by_year.values())
        if total != Decimal(amount):
            book.warn(said, "ไม่เท่ากับผลรวมของงบประมาณรายปี จึงใช้งบประมาณรายปี")
        return {}
    told = sum(Decimal(known[name] or 0) for name in known if name.startswith("amount:"))
    if amount and told:
        if told != Decimal(amount):
            book.warn(said, "ไม่เท่ากับผลรวมของงบประมาณรายปีในแผน จึงใช้งบประมาณรายปีตามเดิม")
        return {}
    only = running if len(running) == 1 else years if len(years) == 1 else ()
    if amount and only:
        return {f"amount:{only[0]}": replace(said, text=amount)}
    if amount and Decimal(amount) and known.get("amount") != amount:
        book.warn(said, UNDIVIDED)
    return {name: replace(said, text=text) for name, text in fields.items()}


def _baht(said: Said, book: RowBook) -> Decimal | None:
    try:
        amount = money_of_cell(said.text)[1]
        if words_differ(said.text):
            book.warn(said, WORDS_DIFFER)
    except ClerkError as refusal:
        book.error(said, refusal.wanted or str(refusal))
        return None
    return amount
