"""Finds header rows: which form a row of heads belongs to, and where its columns are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ita_desktop.thai.text import fold
from ita_desktop.xlsx.grid import Sheet, text_of
from ita_desktop.xlsx.keys import KEY_HEAD
from ita_desktop.xlsx.table_forms import TableForm

_LONGEST_HEAD = 200
_MOST_HEADER_ROWS = 4
_KEY = fold(KEY_HEAD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """A recognised header: its first row, how many rows it has, and the column of each field."""

    form: TableForm
    row: int
    rows: int
    columns: Mapping[str, int]
    key_column: int | None

    @property
    def below(self) -> int:
        """The first row under the header."""
        return self.row + self.rows

    def repeats(self, other: "Header") -> bool:
        """Say whether this is the header of ``other`` again, as on a continued page."""
        return self.form is other.form and self.columns == other.columns


def find_header(sheet: Sheet, row: int, forms: Iterable[TableForm]) -> Header | None:
    """Return the header that begins in ``row``, or None.

    Of several forms that fit, the one with most required columns is taken, then the one with most
    columns found, then the one with fewest columns missing: the more specific.
    """
    upper = _texts(sheet, row)
    if not upper:
        return None
    lower = _texts(sheet, row + 1, not_above=row + 1)
    best: Header | None = None
    best_rank = (0, 0, 0, 0)
    seen = {*upper.values(), *lower.values()}
    seen.update(text + lower.get(column, "") for column, text in upper.items())
    for form in forms:
        if form.fields_by_head.keys().isdisjoint(seen):
            continue
        for rows in (1, 2):
            columns = _columns(form, upper, lower if rows == 2 else {})
            if not form.required <= columns.keys():
                continue
            if form.one_of and form.one_of.isdisjoint(columns):
                continue
            rank = (len(form.required), len(columns), len(columns) - len(form.columns), -rows)
            if best is None or rank > best_rank:
                best_rank = rank
                best = Header(
                    form=form,
                    row=row,
                    rows=max(rows, _rows_by_merges(sheet, row, columns.values())),
                    columns=columns,
                    key_column=_key_column(upper, lower if rows == 2 else {}),
                )
    if best is not None and best.rows == 1 and _lower_is_header(best, upper, lower):
        return Header(
            form=best.form,
            row=row,
            rows=2,
            columns=best.columns,
            key_column=best.key_column,
        )
    return best


def _texts(sheet: Sheet, row: int, *, not_above: int = 1) -> dict[int, str]:
    """Return the folded texts seen in a row by column; a merged text is seen in all its columns."""
    found: dict[int, str] = {}
    for column in sheet.columns_by_row.get(row, ()):
        cell = sheet.origin(sheet.at(row, column))
        text = text_of(cell.value)
        if cell.place[0] >= not_above and 0 < len(text) <= _LONGEST_HEAD:
            found[column] = fold(text)
    return {column: text for column, text in found.items() if text}


def _columns(form: TableForm, upper: Mapping[int, str], lower: Mapping[int, str]) -> dict[str, int]:
    """Return the column of each field; empty when the upper row has no part in it.

    The lower row alone names a column only under nothing or under a text over several columns:
    else a row of data above a repeated header would pass for the upper half of a header.
    """
    fields = form.fields_by_head
    often = {text for text, times in Counter(upper.values()).items() if times > 1}
    found: dict[str, int] = {}
    upper_counts = False
    for column in sorted({*upper, *lower}):
        above, below = upper.get(column, ""), lower.get(column, "")
        lower_alone = below if not above or above in often else ""
        for head in (above + below, lower_alone, above):
            field = fields.get(head)
            if field is not None and field not in found:
                found[field] = column
                upper_counts = upper_counts or (head != lower_alone)
                break
    return found if upper_counts else {}


def _key_column(*rows: Mapping[int, str]) -> int | None:
    return next((column for row in rows for column, text in row.items() if text == _KEY), None)


def _rows_by_merges(sheet: Sheet, row: int, columns: Iterable[int]) -> int:
    """Return how many rows the heads reach down by merges that begin in the first row."""
    wanted = set(columns)
    reach = [
        merge.bottom - row + 1
        for merge in sheet.merges_from.get(row, ())
        if any(merge.left <= column <= merge.right for column in wanted)
    ]
    return min(max(reach, default=1), _MOST_HEADER_ROWS)


def _lower_is_header(header: Header, upper: Mapping[int, str], lower: Mapping[int, str]) -> bool:
    """Say whether the row under a header of one row holds nothing but more heads."""
    fields = header.form.fields_by_head
    under: Sequence[tuple[int, str]] = [
        (column, lower[column]) for column in header.columns.values() if column in lower
    ]
    return bool(under) and all(
        text in fields or upper.get(column, "") + text in fields for column, text in under
    )
