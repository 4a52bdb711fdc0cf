"""The words that a text is cut into, with the one question that PyThaiNLP asks of its own tree.

PyThaiNLP's own tree has a node a letter, a quarter of a million of them: it takes ten times as long
to make, and Python's search for garbage goes through it again and again. Here a text's beginning
tells how long the words can be that begin so, and one set says whether they are words.
"""

from collections.abc import Iterable, Iterator

_KEY = 3  # letters; fewer leave too many lengths to try, more make the table longer


class Lexicon:
    """Words to be found at any place of a text."""

    def __init__(self, words: Iterable[str], general: "Lexicon | None" = None) -> None:
        """``general``: a lexicon that this one is laid over; it is not copied."""
        self._general = general
        self._words = frozenset(word.strip() for word in words) - {""}
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[:_KEY], set()).add(len(word))
        self._lengths = {key: tuple(sorted(found)) for key, found in lengths.items()}

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """Return all words that begin at a place of the text, the shortest first."""
        found = [] if self._general is None else self._general.prefixes(text, start)
        own = list(self._found(text, start))
        if not own:
            return found
        return own if not found else sorted({*found, *own}, key=len)

    def _found(self, text: str, start: int) -> Iterator[str]:
        lengths, words = self._lengths, self._words
        room = len(text) - start
        for size in range(1, min(_KEY, room) + 1):
            for length in lengths.get(text[start : start + size], ()):
                if length > room:
                    break
                word = text[start : start + length]
                if word in words:
                    yield word
