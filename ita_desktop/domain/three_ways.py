"""A text that several people changed since it went out: what stands, what is new, what to ask."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

KEEP = "คงของเดิม"
TAKE = "ใช้ของหน่วยงาน"
JOIN = "ต่อกัน"


@dataclass(frozen=True, slots=True)
class Said:
    """What one of them says now. ``base`` is the hash of what stood there when it went out."""

    who: str
    text: str
    base: str


@dataclass(frozen=True, slots=True)
class Option:
    """A way out of a conflict: its words, and the text that would then stand there."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Merged:
    """``changed``: those who say something new. ``options`` are empty where it is clear."""

    text: str
    changed: tuple[Said, ...] = ()
    options: tuple[Option, ...] = ()


def merge(ours: str, said: Sequence[Said], hash_of: Callable[[str], str], *, joins: bool) -> Merged:
    """Return what is to stand where ``ours`` stands.

    Who left it as it went out says nothing; nor who says what stands there now. One new text is
    taken where ours is still what that person saw; else both sides changed it, and nobody but the
    clerk can choose. ``joins``: the texts may also be put under each other.
    """
    changed = tuple(one for one in said if one.text != ours and hash_of(one.text) != one.base)
    texts = tuple(dict.fromkeys(one.text for one in changed))
    if not texts:
        return Merged(ours)
    moved = all(hash_of(ours) != one.base for one in changed)
    if len(texts) == 1:
        if not moved:
            return Merged(texts[0], changed)
        options = [Option(TAKE, texts[0]), Option(KEEP, ours)]
        if joins and ours and texts[0]:
            options.append(Option(JOIN, f"{ours}\n{texts[0]}"))
        return Merged(ours, changed, tuple(options))
    options = [
        Option(f"ใช้ของ{', '.join(dict.fromkeys(o.who for o in changed if o.text == text))}", text)
        for text in texts
    ]
    options.append(Option(KEEP, ours))
    if joins and sum(map(bool, texts)) > 1:
        lines = [f"{one.who}: {one.text}" for one in _once(changed) if one.text]
        options.append(Option(JOIN, "\n".join([ours, *lines] if moved and ours else lines)))
    return Merged(ours, changed, tuple(options))


def _once(changed: Sequence[Said]) -> tuple[Said, ...]:
    """Return those who say something, the same words of the same person once."""
    return tuple({(one.who, one.text): one for one in changed}.values())
