from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util.trie import Trie

from ita_desktop.thai.lexicon import Lexicon

WORDS = st.lists(st.text(alphabet="กขงา่ ", min_size=1, max_size=7), max_size=30)


@given(WORDS, WORDS, st.text(alphabet="กขงา่ ", max_size=20), st.integers(0, 20))
def test_it_finds_what_the_tree_of_the_library_finds(
    words: list[str], own: list[str], text: str, start: int
) -> None:
    tree = Trie([*words, *own])
    tree.remove("")
    lexicon = Lexicon(own, Lexicon(words))
    assert lexicon.prefixes(text, start) == [word for word in tree.prefixes(text, start) if word]


def test_an_empty_one_finds_nothing_and_is_asked_all_the_same() -> None:
    assert Lexicon(()).prefixes("ก") == []
    assert Lexicon(()), "PyThaiNLP would take its own dictionary instead"
