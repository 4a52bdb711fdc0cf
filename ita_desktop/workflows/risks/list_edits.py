"""Changed cells that hold several events or treatments: whose each line is."""

from dataclasses import dataclass, replace

from ita_desktop.db.rows import Kind
from ita_desktop.domain.numbered import split_numbered, without_marker
from ita_desktop.domain.risks import Process
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold
from ita_desktop.workflows.risks.sheet import Listed, RiskSheet
from ita_desktop.workflows.rows.book import short
from ita_desktop.workflows.rows.realign import only_counted, realigned, says, unmarked
from ita_desktop.workflows.rows.sheet_drafts import Draft, NewRow, Said


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a cell as it is to be: of a record, or new where ``listed`` is None."""

    listed: Listed | None
    text: str


@dataclass(frozen=True, slots=True)
class Relisted:
    """The entries that stay or are new, in order, and those that went out of the cell."""

    entries: tuple[Entry, ...]
    gone: tuple[Listed, ...]


def relisted(listed: tuple[Listed, ...], said: Said) -> Relisted:
    """Return what became of the entries of a changed cell; one without words cannot go."""
    listed = tuple(one for one in listed if one.line.strip())
    if not listed:
        new = split_numbered(said.text) or (without_marker(said.text),)
        return Relisted(tuple(Entry(None, text) for _, text in new if text), ())
    if not said.text:
        return Relisted((), listed)
    text = said.text
    if "\n" not in text and not any(_pieces(one.line) for one in listed):  # else one has its own
        text = "\n".join(_pieces(text)) or text
    there = {fold(line) for line in text.split("\n")}
    left_out = tuple(one for one in listed if fold(one.line.split("\n")[0]) not in there)
    text = "\n".join(_as_printed(left_out, line) for line in text.split("\n"))
    found = realigned(
        [(one.owner, one.line) for one in listed], text, lambda line: bool(without_marker(line)[0])
    )
    entries: list[Entry] = [Entry(None, words) for after, words in found.added if after is None]
    gone: list[Listed] = []
    for one in listed:
        words = found.texts.get(one.owner)
        if words is None:
            gone.append(one)
        else:
            entries.append(Entry(one, words))
        entries += [Entry(None, words) for after, words in found.added if after == one.owner]
    return Relisted(tuple(entries), tuple(gone))


def take_text(sheet: RiskSheet, entry: Entry, said: Said, place: str) -> None:
    """Write down the text of an entry's record where it is another than before."""
    one = entry.listed
    if one is None or says(replace(said, text=entry.text), one.line, numbered=True):
        return
    printed = one.lead
    if printed.strip() and to_arabic_digits(entry.text).startswith(to_arabic_digits(printed)):
        text = entry.text[len(printed) :]
    else:
        text = unmarked(entry.text, one.marker)
    if text != one.own and not only_counted(text, one.marker, one.own):
        sheet.book.change(*one.owner, one.own, replace(said, text=text), place)


def edit_treatments(
    sheet: RiskSheet,
    process: Process,
    listed: tuple[Listed, ...],
    said: Said,
    risk: int | None,
) -> None:
    """Take a changed cell of treatments; new ones are against ``risk``, or all of the process.

    What went out of the cell is remembered: a treatment of several cells goes when it is in none.
    """
    found = relisted(listed, said)
    place = short(process.text)
    for one in found.gone:
        sheet.gone.setdefault(one.owner, []).append(said)
    order = [treatment.id for treatment in process.treatments]
    above: int | None = None
    for entry in found.entries:
        if entry.listed is not None:
            take_text(sheet, entry, said, place)
            above = entry.listed.owner[1]
            continue
        following = order.index(above) + 1 if above in order else 0 if listed else len(order)
        row = new_row(sheet, Kind.TREATMENT, said, without_marker(entry.text)[1])
        if risk is not None:
            row.texts["risk"] = replace(said, text=str(risk))
        before = order[following] if following < len(order) else None
        sheet.book.add(row, process.id, before)


def new_row(sheet: RiskSheet, kind: Kind, said: Said, text: str) -> NewRow:
    """Return a row with a text, to be added."""
    draft = Draft(kind=kind, sheet=sheet.book.sheet, address=said.address)
    return NewRow(kind, draft, {"text": replace(said, text=text)} if text else {})


def remove_gone(sheet: RiskSheet, process: Process) -> None:
    """Let go the treatments that no cell names; one that some cells still name is told."""
    for one in process.treatments:
        said = sheet.gone.get((Kind.TREATMENT, one.id, "text"), [])
        if not said:
            continue
        if len(said) == sheet.told.get(one.id, 0):
            sheet.book.remove(Kind.TREATMENT, one.id, one.text, said[0])
        else:
            sheet.book.error(said[0], f"มาตรการ {short(one.text)} ซึ่งแถวอื่นยังใช้อยู่ กรุณาลบให้ครบทุกแถว")


def _as_printed(listed: tuple[Listed, ...], line: str) -> str:
    """Return a line with the number it was printed with, where only that was left out.

    ``listed``: entries that no line begins with; a line of another may have the same words.
    """
    alike = [one.line for one in listed if fold(without_marker(one.line)[1]) == fold(line)]
    return alike[0] if len(alike) == 1 else line


def _pieces(text: str) -> list[str]:
    """Return the entries of a list within one line, each with its number."""
    entries = [entry for _, entry in split_numbered(text)]
    found: list[str] = []
    rest = text
    for entry in entries:
        end = rest.index(entry) + len(entry)
        found.append(rest[:end].strip())
        rest = rest[end:]
    return found
