"""Numbers in few words: "1–5, 7, 9"."""

from collections.abc import Iterable


def number_ranges(numbers: Iterable[int]) -> str:
    """Return the numbers in rising order; three and more in a row as from–to."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )
