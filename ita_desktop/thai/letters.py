"""ก ข ค as numbers, for the pages of a preface."""

from typing import Final

LETTERS: Final = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
"""Without ฃ ฅ ฆ, as word processors count (ECMA-376 part 1, 17.18.59 thaiLetters)."""


def letter_number(number: int) -> str:
    """Return 1 as ก, 2 as ข …, 41 as ฮ, 42 as กก, 43 as ขข. Raises ValueError below 1."""
    if number < 1:
        raise ValueError(number)
    times, place = divmod(number - 1, len(LETTERS))
    return LETTERS[place] * (times + 1)
