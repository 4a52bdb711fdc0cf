"""Texts changed on several sides: exactly the three-way result, and a way out of each conflict."""

from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.three_ways import JOIN, KEEP, TAKE, Option, Said, merge

TEXTS = st.sampled_from(["", "ก", "ข", "ค"])


def plain(text: str) -> str:
    """The text is its own hash: no two are alike."""
    return text


def said(*texts: tuple[str, str]) -> list[Said]:
    return [Said(f"กอง{number}", text, base) for number, (text, base) in enumerate(texts, 1)]


def test_only_one_side_changed() -> None:
    assert merge("ก", said(("ข", "ก")), plain, joins=True).text == "ข"
    assert merge("ข", said(("ก", "ก")), plain, joins=True).changed == ()
    assert merge("ข", said(("ข", "ก")), plain, joins=True).changed == ()


def test_both_sides_changed_is_a_conflict_with_both_texts() -> None:
    merged = merge("ข", said(("ค", "ก")), plain, joins=True)
    assert merged.text == "ข"
    assert merged.options == (Option(TAKE, "ค"), Option(KEEP, "ข"), Option(JOIN, "ข\nค"))
    assert JOIN not in [o.label for o in merge("ข", said(("ค", "ก")), plain, joins=False).options]
    assert len(merge("ข", said(("", "ก")), plain, joins=True).options) == 2


def test_units_that_differ_are_a_conflict_joined_with_their_names() -> None:
    merged = merge("", said(("ก", ""), ("ข", ""), ("ก", "")), plain, joins=True)
    assert merged.options == (
        Option("ใช้ของกอง1, กอง3", "ก"),
        Option("ใช้ของกอง2", "ข"),
        Option(KEEP, ""),
        Option(JOIN, "กอง1: ก\nกอง2: ข\nกอง3: ก"),
    )


def test_units_that_say_the_same_do_not_differ() -> None:
    merged = merge("", said(("ก", ""), ("ก", "")), plain, joins=True)
    assert (merged.text, merged.options) == ("ก", ())


def test_who_saw_the_newest_text_is_believed() -> None:
    # the first sheet went out before ours changed, the second after
    assert merge("ข", said(("ค", "ก"), ("ค", "ข")), plain, joins=True).options == ()


@given(TEXTS, TEXTS, TEXTS)
def test_one_sheet_gives_exactly_the_three_way_result(base: str, ours: str, theirs: str) -> None:
    merged = merge(ours, said((theirs, base)), plain, joins=True)
    if theirs in (base, ours):
        assert (merged.text, merged.options) == (ours, ())
    elif ours == base:
        assert (merged.text, merged.options) == (theirs, ())
    else:
        assert merged.text == ours
        assert {theirs, ours} <= {option.text for option in merged.options}


@given(TEXTS, st.lists(st.tuples(TEXTS, TEXTS), max_size=4))
def test_nothing_is_lost_without_being_asked(ours: str, sheets: list[tuple[str, str]]) -> None:
    merged = merge(ours, said(*sheets), plain, joins=True)
    news = {text for text, base in sheets if text not in (base, ours)}
    if len(news) > 1:
        assert news | {ours} <= {option.text for option in merged.options}
    if not merged.options:
        assert {merged.text} == (news or {ours})
