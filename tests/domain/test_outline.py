"""Lists as a project keeps them: an entry a line, a tab a level."""

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.outline import DEEPEST, Entry, numbered, read_outline, write_outline

_TEXTS = st.text("กขา ๑2(", min_size=1).map(str.strip).filter(bool)


@st.composite
def _entries(draw: st.DrawFn) -> list[Entry]:
    entries: list[Entry] = []
    for text in draw(st.lists(_TEXTS, max_size=12)):
        deepest = min(entries[-1].level + 1, DEEPEST) if entries else 1
        entries.append(Entry(draw(st.integers(1, deepest)), text))
    return entries


def test_an_entry_is_a_line_and_a_tab_is_a_level() -> None:
    assert read_outline("จัดทำโครงการ\n\tขออนุมัติ\n\t\tเสนอผู้บริหาร\nรายงาน") == (
        Entry(1, "จัดทำโครงการ"),
        Entry(2, "ขออนุมัติ"),
        Entry(3, "เสนอผู้บริหาร"),
        Entry(1, "รายงาน"),
    )


def test_no_entry_skips_a_level_and_none_is_deeper_than_three() -> None:
    levels = [entry.level for entry in read_outline("\t\tก\n\t\t\tข\n\t\t\t\t\tค\n\t\t\t\tง")]
    assert levels == [1, 2, 3, 3]


def test_empty_lines_are_no_entries() -> None:
    assert read_outline("\n  \n\t\n") == ()


def test_a_tab_inside_an_entry_stays() -> None:
    assert read_outline("ก\n\tผู้แทนชุมชน\t๒ คน")[1] == Entry(2, "ผู้แทนชุมชน\t๒ คน")


def test_numbers_begin_again_under_each_entry() -> None:
    entries = read_outline("ก\n\tก๑\n\tก๒\nข\n\tข๑\n\t\tข๑๑\n\tข๒")
    assert [numbers for numbers, _ in numbered(entries)] == [
        (1,),
        (1, 1),
        (1, 2),
        (2,),
        (2, 1),
        (2, 1, 1),
        (2, 2),
    ]


@given(_entries())
def test_what_is_written_is_read_back(entries: list[Entry]) -> None:
    assert read_outline(write_outline(entries)) == tuple(entries)
