from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.typesetting.lines import break_lines
from ita_desktop.typesetting.pieces import (
    BLANK_GAP,
    MOST_WORDS,
    PLAIN,
    WORD_GAP,
    Manner,
    Ruler,
    ruler,
    units_of,
)

FACE = bundled_typeface()
RULER = ruler(FACE, 16.0, bold=False)
BOLD = Manner(bold=True)
TEXT = "การประเมิน คุณธรรม ๑๒ ราย และความโปร่งใส"


def no_break(_text: str, _own: frozenset[str]) -> tuple[int, ...]:
    return ()


def test_a_word_is_measured_once_for_all_papers() -> None:
    assert ruler(FACE, 16.0, bold=True) is ruler(FACE, 16.0, bold=True)
    assert RULER.piece("การ") is RULER.piece("การ")
    assert RULER.word("การ ") is RULER.word("การ ")


def test_blanks_at_the_end_have_a_width_but_no_bare_one() -> None:
    piece = RULER.piece("การ  ")
    assert piece.width > piece.bare == RULER.width("การ")
    assert piece.without_blanks().text == "การ"
    assert piece.without_blanks().width == piece.bare


def test_a_line_opens_at_blanks_first_also_inside_what_stays_together() -> None:
    (unit,) = units_of("๑๒ ราย", RULER, frozenset[str](), no_break)
    assert [piece.text for piece in unit.pieces] == ["๑๒ ", "ราย"]
    assert unit.gaps == (BLANK_GAP, WORD_GAP)
    (unit,) = units_of("ราย ", RULER, frozenset[str](), no_break)
    assert unit.gaps == (BLANK_GAP,)


def test_a_change_of_manner_inside_a_word_is_no_place_to_open() -> None:
    (unit,) = units_of("ประเมิน", RULER, frozenset[str](), no_break, ((0, PLAIN), (3, BOLD)))
    assert [(piece.text, piece.manner) for piece in unit.pieces] == [("ประ", PLAIN), ("เมิน", BOLD)]
    assert unit.gaps == (0, WORD_GAP)


def test_a_raised_figure_is_smaller_and_a_bold_one_wider() -> None:
    plain, raised = RULER.width("๒"), RULER.width("๒", Manner(raised=True))
    assert 0.5 * plain < raised < 0.7 * plain
    assert RULER.width("การประเมิน", BOLD) > RULER.width("การประเมิน")


@given(st.lists(st.integers(0, len(TEXT)), max_size=5), st.floats(60, 300))
def test_manners_change_no_letter(cuts: list[int], width: float) -> None:
    manners = tuple((cut, BOLD if number % 2 else PLAIN) for number, cut in enumerate(sorted(cuts)))
    lines = break_lines(TEXT, width, FACE, manners=manners)
    assert "".join(line.text for line in lines) == TEXT
    drawn = "".join(word for line in lines for word in line.words)
    assert drawn.replace(" ", "") == TEXT.replace(" ", "")


def test_each_letter_has_the_manner_of_its_place_over_lines_and_paragraphs() -> None:
    text = "ก ข\nค ง\u2028จ ฉ"
    manners = ((0, PLAIN), (2, BOLD), (6, PLAIN), (10, BOLD))
    bold = {
        letter
        for line in break_lines(text, 200, FACE, manners=manners)
        for piece in line.pieces
        for letter in piece.text.strip()
        if piece.manner.bold
    }
    assert bold == {letter for place, letter in enumerate(text) if place in {2, 4, 10}} - {" "}


def test_a_ruler_lets_go_of_words_before_they_fill_the_memory() -> None:
    measure = Ruler(FACE, 16.0, bold=False)
    first = measure.word("การ")
    for number in range(MOST_WORDS + 1):
        measure.word(str(number))
    assert measure.remembered <= 2 * MOST_WORDS
    again = measure.word("การ")
    assert again is not first
    assert again.width == first.width
