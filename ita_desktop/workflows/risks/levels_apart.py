"""Levels of a process's events as a sheet gives them: words, numbers or both, one or several."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ita_desktop.domain.numbered import split_numbered
from ita_desktop.domain.risk_levels import parse_level, parse_step, read_level, standing
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.risks.drafts import EventRow, ProcessDraft, RiskDraft
from ita_desktop.workflows.rows.book import RowBook
from ita_desktop.workflows.rows.sheet_drafts import Said

_BETWEEN: Final = (re.compile(r"\s*[,;/]\s*"), re.compile(r"\s+(?!\()"))
"""What stands between several levels on one line, the surest first."""


def give_levels(
    draft: ProcessDraft, rows: Sequence[EventRow], book: RowBook, method: RiskMethod
) -> None:
    """Give events the levels of their cells; one for several events of a process is its own.

    As many as a cell has events: each its own. Another count is told as an error. Where likelihood
    and impact are known they win, and a level that says something else is told.
    """
    runs = _runs(rows)
    numbers = any(_has_numbers(row) for row in rows)
    for said, risks in runs:
        pieces = level_pieces(said.text, method)
        whole = len(risks) == len(draft.risks) or (len(runs) == 1 and not numbers)
        if len(pieces) == 1 and len(draft.risks) != 1 and whole and not draft.within:
            if any("likelihood" in risk.said or "impact" in risk.said for risk in risks):
                _each(risks, [said] * len(risks), "level")
            else:
                draft.said["level"] = replace(said, covered=False)
        elif len(pieces) in (1, len(risks)):
            words = pieces if len(pieces) == len(risks) else pieces * len(risks)
            _each(risks, [replace(said, text=one) for one in words], "level")
        else:
            book.error(said, f"ระดับเดียว หรือ {len(risks)} ระดับตามจำนวนความเสี่ยงในแถวนี้ บรรทัดละระดับ")
    for risk in draft.risks:
        measured(risk, "", book, method)


def level_pieces(text: str, method: RiskMethod) -> list[str]:
    """Return the levels of a cell: its lines or entries, or the words of one line."""
    pieces = [entry for _, entry in split_numbered(text)]
    pieces = pieces or [line.strip() for line in text.split("\n") if line.strip()]
    if len(pieces) != 1 or _is_level(pieces[0], method):
        return pieces
    for between in _BETWEEN:
        words = [word for word in between.split(pieces[0]) if word]
        if len(words) > 1 and all(_is_level(word, method) for word in words):
            return words
    return pieces


def measured(risk: RiskDraft, before: str, book: RowBook, method: RiskMethod) -> None:
    """Leave out the level of a risk whose numbers are told; warn where it says something else."""
    said = risk.said.get(f"{before}level")
    steps = [_step(risk, f"{before}{name}", method) for name in ("likelihood", "impact")]
    told = all(_is_told(risk, f"{before}{name}") for name in ("likelihood", "impact"))
    if said is None or not said.text or not told:
        return
    del risk.said[f"{before}level"]
    if None not in steps:  # else what is wrong with them is told where they are taken down
        check_level(said, steps[0] or 0, steps[1] or 0, book, method)


def check_level(
    said: Said, likelihood: int, impact: int, book: RowBook, method: RiskMethod
) -> None:
    """Tell where a level is not that of its numbers: a warning, or an error of what is none."""
    stands = standing(method, likelihood, impact)
    score, band = read_level(said.text, method)
    if score == stands.score and (band == stands.band or said.text.strip().isdigit()):
        return
    if score is None and band is not None and band == stands.band:
        return
    words = f"{stands.score} ({stands.words})" if stands.words else f"{stands.score}"
    if score is None and band is None:
        if fold(said.text) not in ("-", "–"):
            book.error(said, book.wanted["level"])
        return
    book.warn(
        said,
        f"ไม่ตรงกับโอกาส {likelihood} × ผลกระทบ {impact} ซึ่งเป็น {words} จึงใช้โอกาสและผลกระทบ",
    )


def _step(risk: RiskDraft, name: str, method: RiskMethod) -> int | None:
    if name not in risk.said:
        return None
    steps = method.likelihood if name.endswith("likelihood") else method.impact
    try:
        return parse_step(risk.said[name].text, steps, "")
    except ClerkError:
        return None  # told where it is taken down


def _is_told(risk: RiskDraft, name: str) -> bool:
    return name in risk.said and risk.said[name].text not in ("", "-", "–")


def _is_level(text: str, method: RiskMethod) -> bool:
    try:
        parse_level(text, method)
    except ClerkError:
        return False
    return True


def _has_numbers(row: EventRow) -> bool:
    return any(row.cells[name].text for name in ("likelihood", "impact") if name in row.cells)


def _runs(rows: Sequence[EventRow]) -> list[tuple[Said, list[RiskDraft]]]:
    """Return the cells of levels with the events that each stands beside."""
    runs: list[tuple[Said, list[RiskDraft]]] = []
    for row in rows:
        said = row.cells.get("level")
        if said is None:
            continue
        if said.text and not said.covered:
            runs.append((said, list(row.risks)))
        elif said.covered and runs:
            known = runs[-1][1]
            known.extend(one for one in row.risks if not any(one is two for two in known))
    return runs


def _each(risks: Sequence[RiskDraft], said: Sequence[Said], name: str) -> None:
    for risk, words in zip(risks, said, strict=True):
        risk.said[name] = replace(words, covered=False)
