import pytest

from ita_desktop.thai.letters import LETTERS, letter_number


@pytest.mark.parametrize(
    ("number", "letters"),
    [
        (1, "ก"),
        (2, "ข"),
        (3, "ค"),
        (4, "ง"),
        (41, "ฮ"),
        (42, "กก"),
        (43, "ขข"),
        (82, "ฮฮ"),
        (83, "กกก"),
    ],
)
def test_pages_of_a_preface_are_counted_past_the_last_letter(number: int, letters: str) -> None:
    assert letter_number(number) == letters


def test_there_are_as_many_letters_as_word_processors_count() -> None:
    assert len(LETTERS) == len(set(LETTERS)) == 41


def test_there_is_no_letter_before_the_first() -> None:
    with pytest.raises(ValueError, match="0"):
        letter_number(0)
