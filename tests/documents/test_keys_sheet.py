"""The sheet of keys: two even columns, each group whole, keys in the digits of the keyboard."""

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.documents.keys_sheet import ListedKeys, keys_sheet
from ita_desktop.documents.model import Digits, Paragraph
from ita_desktop.documents.text import plain

_GROUPS = st.lists(st.integers(min_value=1, max_value=9), min_size=1, max_size=8)


def sheet(sizes: list[int]) -> list[str]:
    """Return the lines of the sheet of groups with so many keys."""
    groups = [
        ListedKeys(
            title=f"กลุ่ม{'ก' * (number + 1)}",
            keys=tuple((f"Ctrl+{key}", f"ผลที่ {key}") for key in range(1, size + 1)),
        )
        for number, size in enumerate(sizes)
    ]
    document = keys_sheet(groups, Digits.THAI)
    return [plain(one.text) for one in document.blocks if isinstance(one, Paragraph)]


def test_keys_keep_their_digits_and_words_have_those_of_the_paper() -> None:
    assert sheet([2])[1:] == ["Ctrl+1\tผลที่ ๑", "Ctrl+2\tผลที่ ๒"]


def test_the_right_column_begins_at_one_place_whatever_stands_at_its_left() -> None:
    groups = [
        ListedKeys(title=f"กลุ่ม{number}", keys=tuple(("F1", "ก") for _ in range(size)))
        for number, size in enumerate((1, 2, 5))
    ]
    lines = [one for one in keys_sheet(groups, Digits.THAI).blocks if isinstance(one, Paragraph)]
    begun = {
        line.stops[len(left.split("\t")) - 1].at
        for line in lines
        for left, found, _ in [plain(line.text).rpartition("\tF1\t")]
        if found
    }
    kinds = {len(plain(line.text).split("\t")) for line in lines}
    assert len(begun) == 1
    assert kinds >= {2, 3, 4}, "not every kind of line was there"


def test_a_line_has_a_key_of_each_column() -> None:
    assert sheet([2, 2]) == [
        "กลุ่มก\tกลุ่มกก",
        "Ctrl+1\tผลที่ ๑\tCtrl+1\tผลที่ ๑",
        "Ctrl+2\tผลที่ ๒\tCtrl+2\tผลที่ ๒",
    ]


def test_a_column_that_is_shorter_leaves_its_place_empty() -> None:
    assert sheet([1, 2])[-1] == "\tCtrl+2\tผลที่ ๒"
    assert sheet([2, 1])[-1] == "Ctrl+2\tผลที่ ๒"


@given(_GROUPS)
def test_every_key_is_on_the_sheet_once_and_the_columns_are_as_even_as_groups_allow(
    sizes: list[int],
) -> None:
    lines = sheet(sizes)
    assert sum(line.count("Ctrl+") for line in lines) == sum(sizes)
    highs = [size + 2 for size in sizes]  # with the title, and the line between groups
    best = min(max(sum(highs[:at]), sum(highs[at:])) - 1 for at in range(len(sizes) + 1))
    assert len(lines) == best
